// EntityView: the entities of a document as the forward pass reads them: who a unit names, which
// club it means. Stands in the document's scratch memory. Thread rule: plain data of one document.
#pragma once

#include <memory_resource>
#include <string>
#include <vector>

#include "document/layers.h"

namespace panchina {

struct PersonEntity {
  std::string name;  // the fullest form of the section
  std::string key;   // joins persons across articles; empty where only a surname is known
};

struct EntityView {
  explicit EntityView(std::pmr::memory_resource* memory)
      : persons(memory),
        clubs(memory),
        nation(memory),
        person_of_unit(memory),
        club_of_unit(memory),
        folk_of_unit(memory),
        indirect(memory),
        youth_side(memory),
        under_youth(memory) {}

  std::pmr::vector<PersonEntity> persons;
  std::pmr::vector<std::string> clubs;  // ids: `juventus`, `?virtus-francavilla`
  std::pmr::vector<bool> nation;        // by club: a national team
  // In persons; kNoIndex: the unit names nobody, or it is not plain whom.
  std::pmr::vector<Index> person_of_unit;
  std::pmr::vector<Index> club_of_unit;  // in clubs
  // In clubs: whom the people of a place stand for (`gli emiliani`). No name: only what tells of a
  // match reads it.
  std::pmr::vector<Index> folk_of_unit;
  std::pmr::vector<bool> indirect;  // by unit: an epithet or descriptor, no name
  // By unit: a youth side that only its age names; of posts no club of its own.
  std::pmr::vector<bool> youth_side;
  std::pmr::vector<bool> under_youth;  // by block: it stands under the heading of a youth side
};

}  // namespace panchina
