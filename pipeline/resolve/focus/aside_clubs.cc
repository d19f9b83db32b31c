#include "resolve/focus/aside_clubs.h"

#include "document/features.h"
#include "document/phrase.h"

namespace panchina {

AsideClubs::AsideClubs(const Document& document, const Lexicon& lexicon)
    : document_(document),
      lexicon_(lexicon),
      bare_(lexicon.find_list("bare_genitive")),
      genitive_(lexicon.find_list("genitive")),
      occasion_(lexicon.find_list("occasion")) {}

bool AsideClubs::contain(Index clause, Index unit) const {
  const Index begin = document_.clauses[clause].units.begin;
  const Index governor = governor_of(clause, unit);
  if (governor == kNoIndex) return false;
  const Index before = unit_before(document_, governor, begin);
  // `il tecnico di Siderno`: where he comes from; a club has its article.
  return (before != kNoIndex && lexicon_.in_list(document_.units[governor].word, bare_) &&
          has(before, UnitKind::kRole) && has(unit, UnitKind::kPlace)) ||
         contain_match(clause, unit);
}

bool AsideClubs::contain_match(Index clause, Index unit) const {
  const Index begin = document_.clauses[clause].units.begin;
  const Index governor = governor_of(clause, unit);
  if (governor == kNoIndex) return false;
  if (!lexicon_.in_list(document_.units[governor].word, genitive_))
    return follows_match(governor, begin);
  const Index before = unit_before(document_, governor, begin);
  return before != kNoIndex && has(before, UnitKind::kScore);
}

// The preposition before it; kNoIndex: none.
Index AsideClubs::governor_of(Index clause, Index unit) const {
  const Index governor = unit_before(document_, unit, document_.clauses[clause].units.begin);
  const bool governs =
      governor != kNoIndex && lexicon_.preposition(document_.units[governor].word) != kNoIndex;
  return governs ? governor : kNoIndex;
}

// Whether a score or one match stands before it, and neither somebody nor an act between.
bool AsideClubs::follows_match(Index unit, Index begin) const {
  constexpr int kReach = 6;  // units
  for (int i = 0; i < kReach; ++i) {
    unit = unit_before(document_, unit, begin);
    if (unit == kNoIndex) return false;
    if (has(unit, UnitKind::kScore) || lexicon_.in_list(document_.units[unit].word, occasion_))
      return true;
    const VerbGroup* verb = verb_of(document_, unit);
    const bool act = verb != nullptr && verb->form != Form::kParticiple;
    if (act || has(unit, UnitKind::kPerson) || has(unit, UnitKind::kClub) ||
        has(unit, UnitKind::kRole) || has(unit, UnitKind::kBreak)) {
      return false;
    }
  }
  return false;
}

}  // namespace panchina
