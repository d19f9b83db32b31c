// NamedPersons: who each person's name is, section by section: the fullest form of it, an initial
// or short form of a given name, surnames alone, nicknames, two persons of one surname. Thread
// rule: belongs to one document. Time: linear in the names, but for sorting, and for given names
// that stand alone.
#pragma once

#include <memory_resource>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "document/document.h"
#include "lexicon/lexicon.h"
#include "resolve/entity/entity_view.h"

namespace panchina {

class NamedPersons {
 public:
  // All must outlive it.
  NamedPersons(const Document& document, const Lexicon& lexicon, EntityView& view);

  // A unit of the section that is read as a person's name.
  void add(Index unit, const Reading& reading, Index section);
  // Fills `persons` and `person_of_unit` of the view, once all are added.
  void settle();

 private:
  // A name as it stands at one place, ready to be compared.
  struct Seen {
    Index unit = kNoIndex;
    Index token = 0;
    Index section = 0;
    std::string given, surname;  // as written
    std::string given_key, surname_key;
    bool initial = false;
    bool alias = false;     // another name of the one before it: `Aldo Rossi, detto Pippo`
    bool namesake = false;  // `da non confondere con Aldo Rossi`
    bool full() const { return !given.empty() && !surname.empty(); }
  };
  struct Person {
    Index entity = kNoIndex;
    std::string_view given_key, surname_key;  // of seen_
    bool initial = false;
  };
  using Family = std::pmr::vector<Person>;
  using PersonsBySurname = std::pmr::unordered_map<std::string_view, Family>;
  using EntityByName = std::pmr::unordered_map<std::string_view, Index>;

  std::string text_of(IndexRange tokens) const;
  bool is_namesake(Index unit) const;
  void find_aliases();
  void name_section(std::size_t from, std::size_t to);
  void take(const Seen& seen, PersonsBySurname& persons);
  bool same_given(std::string_view one, std::string_view two, bool initial) const;
  static bool is_part_of(std::string_view key, std::string_view surname);
  static bool closes_given(std::string_view key, std::string_view given);
  Index bearer_of(std::string_view name, const PersonsBySurname& persons) const;

  const Document& document_;
  const Lexicon& lexicon_;
  EntityView& view_;
  Index alias_, alias_words_, namesake_;  // word lists
  std::pmr::vector<Seen> seen_;           // in text order, once all are added
};

}  // namespace panchina
