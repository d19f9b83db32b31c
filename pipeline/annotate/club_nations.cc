// Where ClubNames tells which national side the page means.
#include <algorithm>

#include "annotate/club_names.h"
#include "document/features.h"

namespace panchina {
namespace {

constexpr std::string_view kHome = "IT";

}  // namespace

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
  const Index ages = lexicon.find_list("youth_heading");
  const Index posts = lexicon.find_list("nations_side");
  Index nation = kNoIndex;
  for (ClubSpan& span : spans_) {
    if (!span.nation || span.evidence == ClubWeight::kNo) continue;
    // `1965-1966 Italia Guastalla D 20 6`: the flag before a club.
    if (is_flag(span)) {
      span.evidence = ClubWeight::kNo;
      continue;
    }
    const Token& token = context_.token(span.tokens.begin);
    // `l'Under-21 macedone`: of a land whose young sides the lexicon does not hold.
    if (of_other_land(span, lexicon.in_list(token.word, ages) ? posts : kNoIndex)) {
      span.evidence = ClubWeight::kNo;
      continue;
    }
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

// Whether a side of Italy's is said to be another land's: by an adjective behind its name or its
// age, or, where the name is an age alone, by a land before it in its sentence (`la Federazione
// della Macedonia gli affidò l'Under-19`).
bool ClubNames::of_other_land(const ClubSpan& side, Index posts) const {
  const Lexicon& lexicon = context_.lexicon();
  const std::string& country = lexicon.clubs()[side.club].country;
  if (country != kHome) return false;
  constexpr Index kReach = 4;  // `nazionale Under-21 macedone`: three tokens of an age
  for (Index i = side.tokens.end; i < side.tokens.end + kReach; ++i) {
    if (!context_.together(side.tokens.begin, i + 1)) break;
    const Token& token = context_.token(i);
    for (const Demonym& demonym : lexicon.demonyms(token.word)) {
      if (demonym.kind == Demonym::Kind::kCountry && token.letters == LetterCase::kLower)
        return demonym.place != kHome;
    }
    if (token.kind == TokenKind::kWord && token.letters == LetterCase::kLower) break;
    if (context_.is_mark(i, ',') || context_.is_mark(i, '.')) break;
  }
  if (posts == kNoIndex) return false;
  return std::ranges::any_of(spans_, [&](const ClubSpan& land) {
    if (!land.nation || land.tokens.end > side.tokens.begin ||
        lexicon.clubs()[land.club].country == kHome ||
        context_.at(land.tokens.begin).sentence != context_.at(side.tokens.begin).sentence) {
      return false;
    }
    Index i = context_.before(land.tokens.begin);
    for (Index step = 0; i != kNoIndex && step < kReach; ++step, i = context_.before(i)) {
      if (lexicon.in_list(context_.token(i).word, posts)) return true;
    }
    return false;
  });
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
