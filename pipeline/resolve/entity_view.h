// EntityView: the entities of a document as the forward pass reads them: who a unit names, which
// club it means. Thread rule: plain data of one document.
#pragma once

#include <string>
#include <vector>

#include "document/layers.h"

namespace panchina {

struct PersonEntity {
  std::string name;  // the fullest form of the section
  std::string key;   // joins persons across articles; empty where only a surname is known
};

struct EntityView {
  std::vector<PersonEntity> persons;
  std::vector<std::string> clubs;  // ids: `juventus`, `?virtus-francavilla`
  std::vector<bool> nation;        // by club: a national team
  std::vector<Index>
      person_of_unit;  // in persons; kNoIndex: the unit names nobody, or it is not plain whom
  std::vector<Index> club_of_unit;  // in clubs
  // In clubs: whom the people of a place stand for (`gli emiliani`). No name: only what tells of a
  // match reads it.
  std::vector<Index> folk_of_unit;
  std::vector<bool> indirect;  // by unit: an epithet or descriptor, no name
};

}  // namespace panchina
