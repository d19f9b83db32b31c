// Clubs that stand together: the two of a fixture, and lists, whose members are weighed as one.
#include <algorithm>

#include "annotate/club_names.h"

namespace panchina {

// `Bari 3-0 Lecce`.
bool ClubNames::parted_by_result(const ClubSpan& home, const ClubSpan& away) const {
  const Mention* score =
      context_.together(home.tokens.begin, away.tokens.begin) && !home.unknown && !away.unknown
          ? context_.mention_at(home.tokens.end)
          : nullptr;
  return score != nullptr && score->kind == UnitKind::kScore &&
         score->tokens.begin == home.tokens.end && score->tokens.end == away.tokens.begin;
}

// `Bari-Lecce 3-0`, `Carpi - Rimini`: two clubs joined by a hyphen.
void ClubNames::find_pairs() {
  for (std::size_t i = 0; i + 1 < spans_.size(); ++i) {
    ClubSpan& home = spans_[i];
    ClubSpan& away = spans_[i + 1];
    const Index dash = home.tokens.end;
    if (parted_by_result(home, away)) {
      for (ClubSpan* span : {&home, &away}) {
        if (span->evidence != ClubWeight::kSure) span->evidence = ClubWeight::kCue;
      }
      continue;
    }
    if (away.tokens.begin != dash + 1 || !context_.is_mark(dash, '-')) continue;
    if (!context_.together(dash, away.tokens.begin)) continue;
    if (evidence_.named_referee(home.tokens)) continue;
    const Index before = context_.before(home.tokens.begin);
    // `sulla Bari-Lecce`: a line; `il Bari-Lecce`: a match.
    const bool line = before != kNoIndex && context_.at(before).is(CueClass::kFeminineArticle);
    // `Lecce U19-Bari U19 2-1`
    const bool aged = i + 2 < spans_.size() && evidence_.is_age_class(spans_[i + 2]);
    const Index after = context_.after((aged ? spans_[i + 2] : away).tokens.end - 1);
    ClubSpan& host = i > 0 && evidence_.is_age_class(home) ? spans_[i - 1] : home;
    const bool scored = after != kNoIndex && evidence_.result_follows(after);
    const bool row = context_.at(dash).has(kInRow);
    // `Arbitro: Neri di Nola (Siena-Rimini)`.
    if (!scored && evidence_.of_referees(home.tokens)) continue;
    ClubWeight pair = ClubWeight::kPair;
    if (scored || row) pair = ClubWeight::kCue;
    if (line && !scored) pair = ClubWeight::kNo;
    for (ClubSpan* span : {&host, &away}) {
      if (span->evidence == ClubWeight::kSure) continue;
      if (span->evidence == ClubWeight::kNo && pair != ClubWeight::kCue) continue;
      if (pair == ClubWeight::kNo && !span->weak) continue;
      span->evidence = pair == ClubWeight::kNo ? pair : std::max(span->evidence, pair);
    }
  }
}

// Whether nothing stands between but commas, `e`, articles, brackets, numbers and dates.
bool ClubNames::listed_together(const ClubSpan& one, const ClubSpan& two) const {
  if (two.tokens.begin - one.tokens.end > 24) return false;
  if (!context_.together(one.tokens.end - 1, two.tokens.begin)) return false;
  int depth = 0;
  bool separated = false, aside = false;
  for (Index i = one.tokens.end; i < two.tokens.begin; ++i) {
    const Token& token = context_.token(i);
    if (token.mark == '(') ++depth;
    if (token.mark == ')') {
      --depth;
      continue;
    }
    if (depth > 0) continue;
    if (token.kind == TokenKind::kPunct) {
      if (token.mark == ',' || token.mark == ';' || token.mark == '/') separated = true;
      if (token.mark == '-' && !context_.at(i).has(kInMention)) {
        // `Vibonese - due volte - e Paternò`: an aside.
        if (!token.space_before) return false;
        aside = !aside;
        continue;
      }
      if (aside) continue;
      if (token.mark == '.' || token.mark == ':') return false;
      continue;
    }
    if (aside) continue;
    const TokenFacts& facts = context_.at(i);
    if (facts.is(CueClass::kConjunction)) {
      separated = true;
      continue;
    }
    // `e, da ultimo, X`, `quindi X`, `poi X`.
    if (facts.is(CueClass::kFunctionWord) && i + 1 < two.tokens.begin) continue;
    if (facts.is(CueClass::kFunctionWord) &&
        !facts.any(cue_bits(CueClass::kPlacePreposition, CueClass::kBareArticle,
                            CueClass::kFeminineArticle))) {
      continue;
    }
    if (facts.has(kInMention) || token.kind == TokenKind::kNumber) continue;
    if (facts.any(cue_bits(CueClass::kMasculineArticle, CueClass::kFeminineArticle,
                           CueClass::kElidedArticle)) &&
        i + 1 == two.tokens.begin) {
      continue;
    }
    return false;
  }
  return separated && depth == 0 && !aside;
}

void ClubNames::spread_over_lists() {
  // `centravanti di Fano, Ancona (1991-93) e Jesina`.
  const auto player_of = [&](Index preposition) {
    const Index noun = context_.before(preposition);
    return noun != kNoIndex && context_.at(noun).is(CueClass::kPersonHead);
  };
  const auto spread = [&](const ClubSpan& from, ClubSpan& to) {
    if (!is_cue(from.evidence) || from.nation) return;
    // `la Civitanovese, il Riccione, la Russi`: a town that takes its club's article.
    const Index article = context_.before(to.tokens.begin);
    if (to.evidence == ClubWeight::kPlace && !to.nation && article != kNoIndex &&
        context_.at(article).is(CueClass::kFeminineArticle) &&
        context_.at(article).is(CueClass::kBareArticle)) {
      to.evidence = ClubWeight::kCue;
    }
    if (to.evidence >= ClubWeight::kBare && !is_cue(to.evidence)) {
      if (!to.nation) to.evidence = ClubWeight::kCue;
    }
  };
  for (std::size_t i = 0; i + 1 < spans_.size(); ++i) {
    if (listed_together(spans_[i], spans_[i + 1])) spread(spans_[i], spans_[i + 1]);
  }
  for (std::size_t i = spans_.size(); i-- > 1;) {
    if (!listed_together(spans_[i - 1], spans_[i])) continue;
    // `i pali di Alzano, Novara e Pro Patria`: the head may stand behind a preposition.
    const Index before = context_.before(spans_[i - 1].tokens.begin);
    if (spans_[i - 1].evidence == ClubWeight::kPlace && is_cue(spans_[i].evidence) &&
        before != kNoIndex && context_.at(before).is(CueClass::kPlacePreposition) &&
        (spans_[i].evidence == ClubWeight::kSure || player_of(before)) && !spans_[i - 1].nation &&
        (context_.is_mark(spans_[i].tokens.begin - 1, ',') ||
         context_.at(spans_[i].tokens.begin - 1).is(CueClass::kConjunction))) {
      spans_[i - 1].evidence = ClubWeight::kCue;
    }
    // `tra Napoli e Juventus`.
    if (before != kNoIndex && context_.at(before).is(CueClass::kBetween)) {
      for (std::size_t n : {i - 1, i}) {
        if (spans_[n].evidence < ClubWeight::kHint && spans_[n].evidence != ClubWeight::kNo) {
          spans_[n].evidence = ClubWeight::kPair;
        }
      }
    }
    spread(spans_[i], spans_[i - 1]);
  }
}

}  // namespace panchina
