// Clubs in the brackets behind their coaches: `Confermati Neri (Ascoli), Bini (Torneno)`.
#include <algorithm>

#include "annotate/unknown_clubs.h"

namespace panchina {

// The name that stands in a bracket behind somebody's, alone; empty: none.
IndexRange UnknownClubs::bracketed_name(Index open) const {
  constexpr Index kWords = 5;
  const IndexRange none{open, open};
  const Index who = context_.before(open);
  if (who == kNoIndex || !context_.at(who).has(kCapital) || context_.at(who).has(kInMention))
    return none;
  Index end = open + 1;
  for (; context_.together(open, end) && !context_.is_mark(end, ')'); ++end) {
    const TokenFacts& facts = context_.at(end);
    const bool number = end > open + 1 && context_.token(end).kind == TokenKind::kNumber;
    const bool small = facts.any(cue_bits(CueClass::kParticle, CueClass::kPlacePreposition));
    if (end > open + kWords || (!facts.has(kCapital) && !number && !small)) return none;
  }
  if (!context_.is_mark(end, ')') || !context_.at(open + 1).has(kCapital)) return none;
  return {open + 1, end};
}

// Where coaches or benches are named before, two or more of them; one of the clubs must be known or
// a town. Not where players or referees are.
void UnknownClubs::find_bracketed() {
  constexpr std::size_t kLeast = 2;
  constexpr std::uint32_t kLeastLetters = 5;
  constexpr int kPause = 3;  // sentences of the list without a name
  const Document& document = context_.document();
  const Lexicon& lexicon = context_.lexicon();
  const auto brackets = std::ranges::count_if(context_.capitals(), [&](Index i) {
    return i > 0 && context_.is_mark(i - 1, '(') && !bracketed_name(i - 1).empty();
  });
  if (brackets < static_cast<std::ptrdiff_t>(kLeast)) return;
  std::pmr::vector<IndexRange> fresh(document.scratch());
  std::size_t items = 0, known = 0;
  int pause = kPause;
  const auto close = [&] {
    if (items >= kLeast && known > 0) {
      for (const IndexRange name : fresh) sight(name, Certainty::kWhole);
    }
    fresh.clear();
    items = known = 0;
    pause = kPause;
  };
  const IndexRange sentences = context_.sentences();
  for (Index s = sentences.begin; s < sentences.end; ++s) {
    const Sentence& sentence = document.sentences[s];
    if (!is_article(document.blocks[sentence.block].label)) continue;
    ++pause;
    for (Index i = sentence.tokens.begin; i < sentence.tokens.end; ++i) {
      const Token& token = context_.token(i);
      if (token.kind == TokenKind::kWord && lexicon.in_list(token.word, benches_)) {
        if (pause >= kPause) close();
        pause = 0;
      }
      if (token.kind == TokenKind::kWord && lexicon.in_list(token.word, no_benches_)) close();
      if (pause >= kPause || !context_.is_mark(i, '(')) continue;
      const IndexRange name = bracketed_name(i);
      // `Neri (GER)`: a land.
      const Token& first = context_.token(name.begin);
      const bool code = name.size() == 1 && first.letters == LetterCase::kUpper &&
                        first.span.size() < kLeastLetters;
      if (name.empty() || code) continue;
      pause = 0;
      const TokenFacts& head = context_.at(name.begin);
      const bool town = head.town_end == name.end;
      const bool man = head.has(kGiven) && context_.at(name.end - 1).has(kSurname);
      const bool surname = name.size() == 1 && head.has(kSurname) && !ends_like_club(name.begin);
      ++items;
      if (taken(name.begin) != 0 || town) ++known;
      if (taken(name.begin) == 0 && (town || (!man && !surname)) && free(name) &&
          !head.has(kOtherForm | kInRoleForm | kCommonWord)) {
        fresh.push_back(name);
      }
    }
  }
  close();
}

}  // namespace panchina
