// Where a page itself labels a name as a club's, whoever may be called so: by the league in a
// bracket behind it, by `in casa` before it, by the rows of a list of benches.
#include <algorithm>

#include "annotate/unknown_clubs.h"
#include "document/features.h"
#include "text/fold.h"

namespace panchina {

// Whether a league, or a group of one, begins here: `Promozione`, `Girone F`.
bool UnknownClubs::league_at(Index i) const {
  const TokenFacts& facts = context_.at(i);
  if (facts.has(kOtherForm)) {
    const bool starts = facts.has(kCapital) || context_.token(i).kind == TokenKind::kNumber;
    return starts && !facts.has(kInStadium);  // `(1ª Cat.)`
  }
  return facts.is(CueClass::kRoundWord) && context_.together(i, i + 1) &&
         context_.token(i + 1).kind == TokenKind::kWord && context_.token(i + 1).span.size() == 1 &&
         context_.token(i + 1).letters != LetterCase::kLower;
}

// `alla Speranza Torneno (Promozione)`, `in casa Speranza Torneno`: what is no man's by its
// surroundings is taken from the persons.
void UnknownClubs::free_labelled_names() {
  constexpr Index kWords = 4;
  labelled_.clear();
  std::vector<IndexRange> names;
  Index behind = 0;
  for (const Index i : context_.capitals()) {
    if (i < behind) continue;
    const Index before = context_.before(i);
    if (before == kNoIndex || context_.token(i).line_before) continue;
    const TokenFacts& left = context_.at(before);
    const bool article = left.any(kSingularArticles) && !left.is(CueClass::kIndefinite) &&
                         (!left.has(kCapital) || left.has(kSentenceStart));
    const Index in = left.is(CueClass::kClubHome) ? context_.before(before) : kNoIndex;
    const bool home = in != kNoIndex && context_.at(in).is(CueClass::kClubHome);
    if (!article && !home) continue;
    Index end = i;
    bool person = false;
    while (context_.together(i, end) && end < i + kWords && context_.at(end).has(kCapital) &&
           !context_.at(end).has(kInMention | kInRoleForm) && taken(end) != 2) {
      person = person || context_.at(end).has(kInPerson);
      ++end;
    }
    behind = std::max(end, i + 1);
    if (!person || end < i + 2) continue;
    const bool league = article && context_.is_mark(end, '(') && context_.together(i, end + 1) &&
                        league_at(end + 1);
    // Not `in casa Mario Neri`.
    const bool man = context_.at(i).has(kGiven) && context_.at(end - 1).has(kSurname);
    if (!league && (!home || man)) continue;
    names.push_back({i, end});
    labelled_.insert(i);
  }
  if (!names.empty()) free_names(names);
}

// `AMARO: nuovo tecnico Mario Neri`, `: confermato Neri`, `: via Neri, arriva Bini`: moves `who`
// behind the words before the name, if one of them is of a bench.
bool UnknownClubs::passes_bench_words(Index& who, Index end) const {
  constexpr Index kWords = 3;
  bool bench = false;
  for (Index i = who; i < end && i <= who + kWords; ++i) {
    const TokenFacts& facts = context_.at(i);
    if (facts.has(kInPerson) || (bench && facts.has(kCapital))) {
      if (bench) who = i;
      return bench;
    }
    if (context_.token(i).letters != LetterCase::kLower) return false;
    bench = bench ||
            facts.any(cue_bits(CueClass::kPersonLead, CueClass::kPersonNoun, CueClass::kBenchChange,
                               CueClass::kClubAct, CueClass::kNewWord));
  }
  return false;
}

// `AMARO: Neri (per Bini)`, `: Neri esonerato, arriva Bini`: a surname that nothing else tells, and
// behind it, or first in its bracket, a word that goes on of the bench.
bool UnknownClubs::passes_changed_coach(Index& who, Index end) const {
  constexpr Index kWords = 3;
  Index i = who;
  while (i < end && i < who + kWords && context_.at(i).has(kCapital) &&
         context_.token(i).kind == TokenKind::kWord) {
    ++i;
  }
  if (i == who || i + 1 >= end) return false;
  const bool bracket = context_.is_mark(i, '(');
  const Index next = bracket ? i + 1 : i;
  if (context_.token(next).letters != LetterCase::kLower) return false;
  const bool bench = context_.at(next).any(
      cue_bits(CueClass::kPersonLead, CueClass::kBenchChange, CueClass::kClubAct));
  if (bench || (bracket && context_.at(next + 1).has(kCapital))) who = i;
  return who == i;
}

// `AMARO: Mario Neri (nuovo)`: the rows of a list of benches, three or more, each with its coach;
// one of them must be known, a town or have `nuovo` in its bracket.
void UnknownClubs::find_bench_rows() {
  constexpr std::size_t kLeastRows = 3;
  constexpr Index kWords = 5;
  std::vector<IndexRange> fresh, common;  // those whose first word is one of the language apart
  std::size_t rows = 0, sure = 0;
  const Document& document = context_.document();
  const IndexRange sentences = context_.sentences();
  for (Index s = sentences.begin; s < sentences.end; ++s) {
    const Sentence& sentence = document.sentences[s];
    if (!is_article(document.blocks[sentence.block].label)) continue;
    const IndexRange line = sentence.tokens;
    Index end = line.begin;
    bool capitals = true, known = !line.empty();
    while (end < line.end && end < line.begin + kWords &&
           context_.token(end).kind == TokenKind::kWord && context_.at(end).has(kCapital)) {
      capitals = capitals && context_.token(end).letters == LetterCase::kUpper;
      known = known && taken(end) != 0;
      ++end;
    }
    if (end == line.begin || end >= line.end || !capitals) continue;
    const IndexRange head{line.begin, end};
    // `ALPIGNANO (??): …`
    if (context_.is_mark(end, '(')) {
      while (end < line.end && !context_.is_mark(end, ')')) ++end;
      ++end;
    }
    if (end + 1 >= line.end || !context_.is_mark(end, ':')) continue;
    Index who = end + 1;
    const bool told = passes_bench_words(who, line.end) || passes_changed_coach(who, line.end);
    if (!told && !context_.at(who).has(kInPerson)) continue;
    while (who < line.end && context_.at(who).has(told ? kInPerson | kCapital : kInPerson)) ++who;
    const bool bracket = who < line.end && context_.is_mark(who, '(');
    if (who < line.end && !told && !bracket && !context_.is_mark(who, '.')) continue;
    const TokenFacts& first = context_.at(head.begin);
    if (first.has(kInRoleForm | kOtherForm | kInPerson)) continue;
    ++rows;
    sure += known || first.town_end == head.end ||
            (bracket && context_.at(who + 1).is(CueClass::kNewWord));
    if (!known && free(head)) (first.has(kCommonWord) ? common : fresh).push_back(head);
  }
  if (rows < kLeastRows || sure == 0) return;
  if (sure >= kLeastRows) fresh.insert(fresh.end(), common.begin(), common.end());
  for (const IndexRange head : fresh) sight(head, Certainty::kWhole);
}

// `Casale (A. Neri al posto di M. Bini), Torneno (F. Rossi per L. Verdi)`: items of a list, each
// with two persons in its bracket, one of them a known club's.
void UnknownClubs::find_bracketed_benches() {
  constexpr Index kBracket = 16;  // tokens
  // A person, words in small letters, another person.
  const auto holds_two = [&](Index open) {
    int part = 0;
    for (Index i = open + 1; i < open + kBracket && context_.together(open, i); ++i) {
      if (context_.is_mark(i, ')')) return part == 3;
      const bool person = context_.at(i).has(kInPerson);
      const bool lower = context_.token(i).letters == LetterCase::kLower;
      if ((part == 0 || part == 2) && person) {
        ++part;
      } else if (part == 1 && !person && lower) {
        ++part;
      }
    }
    return false;
  };
  Index sentence_end = 0;
  bool known = false;
  std::vector<IndexRange> fresh;
  const auto close = [&] {
    for (const IndexRange name : fresh) {
      if (known) sight(name, Certainty::kWhole);
    }
    known = false;
    fresh.clear();
  };
  for (const Index i : context_.capitals()) {
    const Index before = context_.before(i);
    if (before != kNoIndex && !context_.is_mark(before, ',') && !context_.is_mark(before, ';') &&
        !context_.is_mark(before, ':')) {
      continue;
    }
    const IndexRange name = taken(i) != 0 ? taken_from(i, 1) : name_from(i);
    if (name.empty() || !context_.is_mark(name.end, '(') || !holds_two(name.end)) continue;
    if (i >= sentence_end) {
      close();
      sentence_end = context_.document().sentences[context_.at(i).sentence].tokens.end;
    }
    known = known || taken(i) != 0;
    if (taken(i) == 0 && free(name)) fresh.push_back(name);
  }
  close();
}

// `del CjarlinsMuzane`: two names written as one.
bool UnknownClubs::glued(IndexRange tokens) const {
  constexpr std::size_t kLeastPart = 4;
  if (tokens.size() != 1 || context_.token(tokens.begin).letters != LetterCase::kMixed)
    return false;
  const std::string_view word = context_.document().text.norm(context_.token(tokens.begin).span);
  std::size_t part = 0, parts = 0;
  for (const char c : word) {
    const bool upper = c >= 'A' && c <= 'Z';
    if (upper && part != 0 && part < kLeastPart) return false;
    if (upper) part = 0, ++parts;
    ++part;
  }
  return parts == 2 && part >= kLeastPart;
}

// `CjarlinsMuzane` for Cjarlins Muzane: the club of the lexicon whose id has the two words.
Index UnknownClubs::club_of_glued(IndexRange tokens) const {
  if (!glued(tokens)) return kNoIndex;
  std::string parted;
  for (const char c : context_.document().text.norm(context_.token(tokens.begin).span)) {
    if (c >= 'A' && c <= 'Z' && !parted.empty()) parted += ' ';
    parted += c;
  }
  return context_.lexicon().find_club(slug(parted));
}

}  // namespace panchina
