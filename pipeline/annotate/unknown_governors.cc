// The words before a name in running text that govern clubs: `ha guidato`, `la maglia della`.
#include "annotate/unknown_clubs.h"
#include "document/features.h"

namespace panchina {

// `ha guidato la Baldaccio Rossi`, `sulla panchina della Rubierese`.
bool UnknownClubs::governed(IndexRange tokens, Index article) const {
  Index noun = context_.before(article);
  if (noun == kNoIndex || context_.at(article).is(CueClass::kFormer)) return false;
  // `l'ultima panchina fu quella della Settempeda`.
  if (context_.at(noun).is(CueClass::kFeminineArticle)) {
    const Index verb = context_.before(noun);
    if (verb == kNoIndex || context_.before(verb) == kNoIndex) return false;
    noun = context_.before(verb);
  }
  // `guidò per pochi mesi nel 2003/04 il Torneno Basso`.
  if (context_.is_mention(noun, UnitKind::kDate) &&
      context_.at(article).is(CueClass::kBareArticle)) {
    return governed_past(noun) && single_is_rare(tokens) &&
           context_.at(article).any(
               cue_bits(CueClass::kMasculineArticle, CueClass::kElidedArticle));
  }
  // `dal 2021 è al Rovellasca`.
  if (const Index date = context_.before(noun);
      date != kNoIndex && context_.is_mention(date, UnitKind::kDate) &&
      (context_.mention_at(date)->features & kDateFrom) != 0 &&
      context_.at(noun).is(CueClass::kFunctionWord) &&
      context_.at(article).is(CueClass::kToArticle)) {
    return single_is_rare(tokens) && like_club(tokens);
  }
  // `debuttò diciassettenne nel Torneno`.
  if (context_.is_mention(noun, UnitKind::kAge)) {
    noun = context_.before(context_.mention_at(noun)->tokens.begin);
    if (noun == kNoIndex) return false;
  }
  // `due stagioni nel Torneno`; not `due anni nel Chianti`.
  if (context_.at(noun).is(CueClass::kSpell) && !context_.at(article).is(CueClass::kBareArticle) &&
      !context_.at(tokens.begin).has(kPlaceForm)) {
    return single_is_rare(tokens) && !context_.at(tokens.begin).has(kOtherForm);
  }
  // `gli armeni dell'Ararat Marzo`.
  const Index people = context_.before(noun);
  const bool side = people != kNoIndex && context_.at(people).is(CueClass::kPluralArticle) &&
                    !context_.lexicon().demonyms(context_.token(noun).word).empty();
  // `i rossoblù della Loanesi`.
  const bool colours = context_.at(noun).epithet != kNoIndex &&
                       context_.token(noun).letters == LetterCase::kLower && people != kNoIndex &&
                       context_.at(people).is(CueClass::kPluralArticle);
  return (side || colours || governs(noun, article) || governed_in_list(tokens, article)) &&
         single_is_rare(tokens);
}

// `ha allenato Torneno, Bivigo e Neri`, `le maglie di Rivoltana (12 presenze), Torneno e Bivigo`: a
// list of names that something governs, one of them a club or named like one, is one of clubs.
void UnknownClubs::find_governed_lists() {
  constexpr Index kNameWords = 3;
  std::pmr::vector<IndexRange> fresh(context_.document().scratch());
  for (const Index first : context_.capitals()) {
    Index i = context_.before(first);
    if (i == kNoIndex) continue;
    const bool colon = context_.is_mark(i, ':');
    const bool joined = colon || context_.at(i).is(CueClass::kPlacePreposition);
    if (joined) i = context_.before(i);
    if (i == kNoIndex) continue;
    const TokenFacts& facts = context_.at(i);
    const bool governs = facts.is(CueClass::kClubGovernor);
    // `carriera da allenatore: Torneno, Bivigo, Rivoltana`.
    const bool heads = colon && (governs || facts.has(kInRoleForm));
    if (!heads && (colon || (!governs && !(joined && facts.is(CueClass::kClubContext))) ||
                   context_.token(i).letters != LetterCase::kLower)) {
      continue;
    }
    Index at = first;
    int names = 0, clubs = 0, surnames = 0;
    bool other = false;  // somebody or something that is no club stands among them
    fresh.clear();
    for (bool more = true; more && at != kNoIndex;) {
      if (!context_.at(at).has(kCapital) || context_.at(at).any(kSingularArticles)) break;
      other = true;
      const bool known = taken(at) != 0;
      const IndexRange name = known ? taken_from(at, 1) : name_from(at);
      if (name.empty() || name.size() > kNameWords) break;
      const TokenFacts& head = context_.at(at);
      if (!known) {
        const bool town = is_town(name);
        if (!free(name) || head.has(kGiven | kOtherForm) || evidence_.names_person(name.end - 1) ||
            (head.has(kCommonWord) && name.size() == 1 && !town)) {
          break;
        }
        surnames += name.size() == 1 && !town && head.has(kSurname);
        fresh.push_back(name);
      }
      other = false;
      ++names;
      clubs += known || like_club(name);
      const Index end = behind_note(name.end);
      const Index next = context_.together(i, end) ? end : kNoIndex;
      more = next != kNoIndex &&
             (context_.is_mark(next, ',') || context_.at(next).is(CueClass::kConjunction));
      at = more ? context_.after(next) : next;
    }
    // `sulle panchine di Torneno, Bivigo e Neri`, `allenatore: Neri`: those of men and clubs alike.
    const bool doubtful = names == 2 || heads || !governs;
    if (other || names < (heads ? 3 : 2) || clubs < (heads ? 2 : 1)) continue;
    if (surnames > (doubtful ? 0 : clubs)) continue;
    for (const IndexRange name : fresh) sight(name, Certainty::kWhole);
  }
}

// `cresciuto nel Torneno`, `la maglia della Rivoltana`, `passò poi al Torneno`, `firma per il
// Torneno`: what governs a club, right before its article or with small words between.
bool UnknownClubs::governs(Index word, Index article) const {
  constexpr int kSmallWords = 2;
  const TokenFacts& left = context_.at(article);
  for (int step = 0; word != kNoIndex && step <= kSmallWords; ++step) {
    const TokenFacts& facts = context_.at(word);
    if (facts.is(CueClass::kClubGovernor)) return true;
    // Not `davanti al Neri`.
    if (facts.is(CueClass::kClubContext)) return step == 0 && left.is(CueClass::kOfWord);
    // Not `con la Neri`.
    if (!facts.is(CueClass::kFunctionWord) || facts.any(kSingularArticles) ||
        facts.any(cue_bits(CueClass::kConjunction, CueClass::kPluralArticle)) ||
        (facts.is(CueClass::kBetween) && left.is(CueClass::kFeminineArticle))) {
      return false;
    }
    word = context_.before(word);
  }
  return false;
}

// `ha giocato nella Rivoltana e nel Torneno`, `passò al Lecco e quindi al Torneno`: a further one
// of clubs that are governed, each with its article.
bool UnknownClubs::governed_in_list(IndexRange tokens, Index article) const {
  constexpr int kItems = 4, kSmallWords = 2;
  // `al`, `alla`, `all'`: the same word before the article.
  const auto same_word = [&](Index other) {
    const TokenFacts& mine = context_.at(article);
    const TokenFacts& its = context_.at(other);
    return its.any(kSingularArticles) &&
           mine.is(CueClass::kBareArticle) == its.is(CueClass::kBareArticle) &&
           (mine.is(CueClass::kBareArticle) ||
            context_.document().text.norm(context_.token(article).span).front() ==
                context_.document().text.norm(context_.token(other).span).front());
  };
  Index own = article;
  for (int item = 0; item < kItems; ++item) {
    Index mark = context_.before(own);
    for (int step = 0; mark != kNoIndex && step < kSmallWords; ++step) {
      const TokenFacts& facts = context_.at(mark);
      if (facts.is(CueClass::kConjunction) || !facts.is(CueClass::kFunctionWord) ||
          facts.any(kSingularArticles)) {
        break;
      }
      mark = context_.before(mark);
    }
    if (mark == kNoIndex ||
        !(context_.is_mark(mark, ',') || context_.at(mark).is(CueClass::kConjunction))) {
      return false;
    }
    IndexRange name = taken_until(mark, 1);
    if (name.empty()) {
      name = name_until(mark);
      if (name.empty() || whole_at_.count(name.begin) == 0) return false;
    }
    own = context_.before(name.begin);
    if (own == kNoIndex || !same_word(own) || !context_.together(own, tokens.begin)) return false;
    const Index noun = context_.before(own);
    if (noun != kNoIndex && governs(noun, own)) return true;
  }
  return false;
}

}  // namespace panchina
