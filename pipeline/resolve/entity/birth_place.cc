#include "resolve/entity/birth_place.h"

#include <algorithm>

namespace panchina {

namespace {

constexpr Index kReach = 8;  // units from the verb to the place
constexpr Index kNear = 4;   // units from the place to `dove`

}  // namespace

bool BirthPlace::is_born(Index unit) const {
  const VerbGroup* verb = verb_of(document_, unit);
  return verb != nullptr && lexicon_.in_list(verb->lemma, births_);
}

// A word with a capital that is nothing else that is known.
bool BirthPlace::is_name(Index unit) const {
  const Unit& one = document_.units[unit];
  const Token& first = document_.tokens[one.tokens.begin];
  constexpr std::uint32_t kOthers = kind_bit(UnitKind::kDate) | kind_bit(UnitKind::kRole) |
                                    kind_bit(UnitKind::kVerb) | kind_bit(UnitKind::kCompetition) |
                                    kind_bit(UnitKind::kStadium);
  return first.kind == TokenKind::kWord && first.letters == LetterCase::kTitle &&
         (one.kinds & kOthers) == 0;
}

std::optional<NormSpan> BirthPlace::behind(Index born, IndexRange clause) const {
  for (Index unit = born + 1; unit + 1 < std::min(clause.end, born + kReach); ++unit) {
    if (verb_of(document_, unit) != nullptr) return std::nullopt;
    if (!lexicon_.in_list(document_.units[unit].word, at_) || !is_name(unit + 1)) continue;
    NormSpan span = document_.units[unit + 1].span;
    if (unit + 2 < clause.end && is_name(unit + 2)) span.end = document_.units[unit + 2].span.end;
    return span;
  }
  return std::nullopt;
}

std::optional<NormSpan> BirthPlace::before(Index born, IndexRange clause) const {
  Index where = born;
  while (where > clause.begin && born - where < kReach &&
         !lexicon_.in_list(document_.units[where].word, where_)) {
    --where;
  }
  if (!lexicon_.in_list(document_.units[where].word, where_)) return std::nullopt;
  for (Index n = 1; n <= kNear && where >= clause.begin + n; ++n) {
    const Unit& one = document_.units[where - n];
    if (one.kinds & kind_bit(UnitKind::kPlace)) return one.span;
  }
  return std::nullopt;
}

std::optional<NormSpan> BirthPlace::find(const Hit& hit) const {
  const IndexRange clause = document_.clauses[hit.clause].units;
  if (hit.trigger == kNoIndex || !is_born(hit.trigger)) return std::nullopt;
  std::optional<NormSpan> place = behind(hit.trigger, clause);
  return place ? place : before(hit.trigger, clause);
}

}  // namespace panchina
