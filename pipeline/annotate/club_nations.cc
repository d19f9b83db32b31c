// Where ClubNames tells which national side the page means.
#include "annotate/club_names.h"
#include "document/features.h"

namespace panchina {

// Whether the section speaks of a post that nations alone have.
bool ClubNames::names_national_post() {
  if (national_post_.has_value()) return *national_post_;
  const Lexicon& lexicon = context_.lexicon();
  const Index posts = lexicon.find_list("nations_coach");
  const IndexRange tokens = context_.tokens();
  bool found = false;
  for (Index i = tokens.begin; i < tokens.end && !found; ++i) {
    found = context_.at(i).has(kInArticle) && lexicon.in_list(context_.token(i).word, posts);
  }
  national_post_ = found;
  return found;
}

// `ct della nazionale, che guida per due anni`: the side of the nation named last before it in the
// section, by a name of its own; else the lexicon's, Italy. In small letters it is a side only
// behind its article and before a name, a function word or a mark: no `campionato nazionale`, no
// `nazionale dilettanti`.
void ClubNames::settle_nations() {
  const Lexicon& lexicon = context_.lexicon();
  const Index sides = lexicon.find_list("national_side");
  Index nation = kNoIndex;
  for (ClubSpan& span : spans_) {
    if (!span.nation || span.evidence == ClubWeight::kNo) continue;
    // `1965-1966 Italia Guastalla D 20 6`: the flag before a club.
    if (is_flag(span)) {
      span.evidence = ClubWeight::kNo;
      continue;
    }
    const Token& token = context_.token(span.tokens.begin);
    if (span.tokens.size() > 1 || !lexicon.in_list(token.word, sides)) {
      if (span.evidence >= ClubWeight::kHint) nation = span.club;
      continue;
    }
    if (token.letters == LetterCase::kLower && !is_side(span.tokens.begin)) {
      span.evidence = ClubWeight::kNo;
    } else if (nation != kNoIndex) {
      span.club = nation;
    }
  }
}

// Whether a land stands bare between a date, or a line's start, and a club or town.
bool ClubNames::is_flag(const ClubSpan& land) const {
  const Index at = land.tokens.begin, behind = land.tokens.end;
  if (!context_.together(at, behind) || context_.token(behind).line_before ||
      !context_.at(behind).has(kCapital) || !context_.at(behind).has(kClubForm | kTown)) {
    return false;
  }
  if (context_.token(at).line_before) return true;
  const Index before = context_.before(at);
  return before != kNoIndex && context_.is_mention(before, UnitKind::kDate);
}

bool ClubNames::is_side(Index word) const {
  const Index before = context_.before(word);
  if (before == kNoIndex || context_.at(before).is(CueClass::kIndefinite) ||
      !context_.at(before).any(cue_bits(CueClass::kFeminineArticle, CueClass::kPlacePreposition))) {
    return false;
  }
  const Index after = context_.after(word);
  return after == kNoIndex || context_.token(after).kind != TokenKind::kWord ||
         context_.at(after).has(kCapital | kVerbWord) ||
         context_.at(after).is(CueClass::kFunctionWord);
}

}  // namespace panchina
