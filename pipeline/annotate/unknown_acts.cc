// Where UnknownClubs sees a name that may be a club's by what it does, or what befalls its bench.
#include "annotate/unknown_clubs.h"

namespace panchina {

// `il Traversetolo ha esonerato`, `il Traversetolo si affida`, `il Traversetolo di mister Neri`: a
// name with an article that no man has, and what clubs do, or their coach, behind it.
bool UnknownClubs::acts(IndexRange tokens, Index article) const {
  constexpr int kSmallWords = 2;
  const bool like_woman = context_.at(article).is(CueClass::kFeminineArticle) && is_rare(tokens);
  if (!like_woman && !is_named_like_a_team(tokens, article)) return false;
  const CueClass act = like_woman ? CueClass::kBenchChange : CueClass::kClubAct;
  Index i = context_.after(tokens.end - 1);
  if (i == kNoIndex || !context_.together(tokens.begin, i)) return false;
  if (context_.at(i).is(CueClass::kPlacePreposition)) {
    const Index role = context_.after(i);
    return role != kNoIndex && context_.at(role).has(kInRoleForm);
  }
  // Not `porta via dal Comunale un pareggio`.
  if (!context_.at(article).is(CueClass::kBareArticle)) return false;
  // `il Torneno, invece, ha impattato`.
  if (context_.is_mark(i, ',')) {
    const Index word = context_.after(i);
    const Index comma = word == kNoIndex ? word : context_.after(word);
    if (comma == kNoIndex || !context_.is_mark(comma, ',') ||
        !context_.at(word).is(CueClass::kFunctionWord)) {
      return false;
    }
    i = context_.after(comma);
  }
  for (int step = 0; i != kNoIndex && step <= kSmallWords; ++step, i = context_.after(i)) {
    if (context_.token(i).kind != TokenKind::kWord || context_.at(i).has(kCapital)) return false;
    if (context_.at(i).is(act)) return true;
    if (!context_.at(i).is(CueClass::kFunctionWord)) return false;
  }
  return false;
}

// No word, and nobody's name, whatever article it has.
bool UnknownClubs::is_rare(IndexRange tokens) const {
  const TokenFacts& head = context_.at(tokens.begin);
  return head.epithet == kNoIndex &&
         (tokens.size() > 1 || !head.has(kCommonWord | kGiven | kSurname | kOtherForm));
}

// `cambio in panchina anche al Traversetolo`: what befalls a bench, not far before its club.
bool UnknownClubs::changes_at(IndexRange tokens, Index to) const {
  constexpr int kReach = 4;
  if (!context_.at(to).is(CueClass::kToArticle) || !is_rare(tokens)) return false;
  if (context_.at(tokens.begin).has(kPlaceForm | kInStadium | kMaybeStadium)) return false;
  Index i = context_.before(to);
  for (int step = 0; i != kNoIndex && step < kReach; ++step, i = context_.before(i)) {
    const TokenFacts& facts = context_.at(i);
    if (facts.is(CueClass::kBenchChange)) return true;
    if (context_.token(i).kind != TokenKind::kWord || facts.has(kInPerson | kCapital)) return false;
  }
  return false;
}

}  // namespace panchina
