#include "resolve/focus/first_names.h"

namespace panchina {

std::pmr::vector<bool> named_in_full(const Document& document, const EntityView& entities) {
  std::pmr::vector<bool> found(document.sections.size(), false, document.scratch());
  for (const Clause& clause : document.clauses) {
    const Index section = document.blocks[document.sentences[clause.sentence].block].section;
    for (Index u = clause.units.begin; u < clause.units.end; ++u) {
      const Index person = entities.person_of_unit[u];
      if (person != kNoIndex && !entities.persons[person].key.empty()) found[section] = true;
    }
  }
  return found;
}

bool is_first_name(const Document& document, const EntityView& entities, Index unit) {
  const Index person = entities.person_of_unit[unit];
  if (person == kNoIndex || !entities.persons[person].key.empty()) return false;
  const Reading* reading = reading_of(document, unit, UnitKind::kPerson);
  return reading != nullptr && reading->how != How::kDescriptor &&
         document.names[reading->value].surname.empty();
}

}  // namespace panchina
