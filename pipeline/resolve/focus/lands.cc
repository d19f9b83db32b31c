#include "resolve/focus/lands.h"

#include <algorithm>

#include "document/features.h"

namespace panchina {

std::pmr::vector<Index> sentences_of_lands(const Document& document) {
  std::pmr::vector<Index> found(document.scratch());
  const auto has = [&](Index unit, UnitKind kind) {
    return (document.units[unit].kinds & kind_bit(kind)) != 0;
  };
  for (const Clause& clause : document.clauses) {
    if (clause.parent == kNoIndex || clause.parent == 0) continue;
    if (!has(clause.parent - 1, UnitKind::kNation)) continue;
    bool club = false;
    for (Index u = clause.units.begin; u < clause.units.end; ++u)
      club = club || has(u, UnitKind::kClub);
    if (club) found.push_back(clause.sentence);
  }
  std::ranges::sort(found);
  return found;
}

}  // namespace panchina
