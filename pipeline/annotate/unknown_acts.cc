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

// `della Rivoltana, 2-0 a Lecco`, `il Torneno supera per 1-0`: behind it its score, no other name
// and nothing else but what it did.
bool UnknownClubs::tells_score(IndexRange tokens, Index article) const {
  constexpr int kReach = 6, kBeside = 2;
  const TokenFacts& left = context_.at(article);
  if (left.is(CueClass::kToArticle) || left.is(CueClass::kIndefinite) || !is_rare(tokens))
    return false;
  if (context_.at(tokens.begin).has(kPlaceForm) && left.is(CueClass::kFeminineArticle))
    return false;
  bool act = false, mark = false;
  Index i = context_.after(tokens.end - 1);
  for (int step = 0; i != kNoIndex && step < kReach; ++step, i = context_.after(i)) {
    if (context_.is_mention(i, UnitKind::kScore)) return act || (mark && step <= kBeside);
    const TokenFacts& facts = context_.at(i);
    if (context_.token(i).kind == TokenKind::kPunct) {
      if (step > 0 && !context_.is_mark(i, ':')) return false;
      mark = step == 0;
    } else if (facts.has(kCapital) || context_.token(i).kind != TokenKind::kWord) {
      return false;
    }
    act = act || facts.is(CueClass::kClubAct);
  }
  return false;
}

// `2-2 tra Torneno e Bivigo`, `la sfida tra Torneno e Bivigo`: the one or the other of two names.
bool UnknownClubs::between_two(IndexRange tokens, Index before) const {
  constexpr int kReach = 5;
  if (!is_rare(tokens)) return false;
  Index between = before;
  if (context_.at(before).is(CueClass::kConjunction)) {
    int step = 0;
    do {
      between = context_.before(between);
    } while (between != kNoIndex && ++step < kReach &&
             !context_.at(between).is(CueClass::kBetween));
  } else {
    const Index next = context_.after(tokens.end - 1);
    if (next == kNoIndex || !context_.at(next).is(CueClass::kConjunction) || !and_another(next))
      return false;
  }
  if (between == kNoIndex || !context_.at(between).is(CueClass::kBetween)) return false;
  Index noun = context_.before(between);
  if (noun != kNoIndex && context_.is_mark(noun, ')')) noun = context_.before(noun);
  if (noun == kNoIndex) return false;
  return context_.is_mention(noun, UnitKind::kScore) ||
         (context_.at(noun).is(CueClass::kContest) && score_in_sentence(noun));
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
