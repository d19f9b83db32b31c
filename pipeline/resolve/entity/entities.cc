#include "resolve/entity/entities.h"

#include "document/readings.h"
#include "resolve/entity/named_clubs.h"
#include "resolve/entity/named_persons.h"
#include "resolve/entity/youth_sides.h"

namespace panchina {
namespace {

// By reading: whether a hit that counts binds it.
std::pmr::vector<bool> bound_readings(const Document& document,
                                      const std::function<bool(const Hit&)>& counts) {
  std::pmr::vector<bool> bound(document.readings.size(), false, document.scratch());
  for (const Hit& hit : document.hits) {
    if (!counts(hit)) continue;
    for (const Binding& binding : bindings_of(document, hit)) {
      const Index reading = binding.reading;
      if (reading != kNoIndex) bound[reading] = true;
    }
  }
  return bound;
}

}  // namespace

EntityView find_entities(const Document& document, const Lexicon& lexicon,
                         const std::function<bool(const Hit&)>& counts) {
  EntityView view(document.scratch());
  view.person_of_unit.assign(document.units.size(), kNoIndex);
  view.club_of_unit.assign(document.units.size(), kNoIndex);
  view.folk_of_unit.assign(document.units.size(), kNoIndex);
  view.indirect.assign(document.units.size(), false);
  const YouthSides young(document, lexicon);
  view.youth_side = young.bare();
  view.under_youth = young.headed();
  const std::pmr::vector<bool> bound = bound_readings(document, counts);
  NamedPersons persons(document, lexicon, view);
  NamedClubs clubs(document, lexicon, view);
  for (const Clause& clause : document.clauses) {
    const Index section = document.blocks[document.sentences[clause.sentence].block].section;
    for (Index u = clause.units.begin; u < clause.units.end; ++u) {
      const Unit& unit = document.units[u];
      for (Index r = unit.readings.begin; r < unit.readings.end; ++r) {
        const Reading& reading = document.readings[r];
        if (reading.how == How::kWeak && !bound[r]) continue;
        if (reading.kind == UnitKind::kPerson && reading.how != How::kDescriptor) {
          persons.add(u, reading, section);
          break;
        }
        if (reading.kind == UnitKind::kClub || reading.kind == UnitKind::kNation) {
          clubs.add(u, r, section);
          break;
        }
      }
    }
  }
  persons.settle();
  clubs.settle();
  return view;
}

}  // namespace panchina
