#include "resolve/entity/named_persons.h"

#include <algorithm>
#include <utility>

#include "resolve/fact/each_section.h"
#include "text/fold.h"

namespace panchina {

NamedPersons::NamedPersons(const Document& document, const Lexicon& lexicon, EntityView& view)
    : document_(document),
      lexicon_(lexicon),
      view_(view),
      alias_(lexicon.find_list("alias")),
      alias_words_(lexicon.find_list("alias_words")),
      namesake_(lexicon.find_list("namesake")),
      seen_(document.scratch()) {}

void NamedPersons::add(Index unit, const Reading& reading, Index section) {
  const Name& name = document_.names[reading.value];
  Seen seen;
  seen.unit = unit;
  seen.token = document_.units[unit].tokens.begin;
  seen.section = section;
  seen.initial = name.initial_only;
  seen.namesake = is_namesake(unit);
  seen.given = text_of(name.given);
  seen.surname = text_of(name.surname);
  seen.given_key = slug(seen.given);
  seen.surname_key = slug(seen.surname);
  seen_.push_back(std::move(seen));
}

void NamedPersons::settle() {
  std::sort(seen_.begin(), seen_.end(),
            [](const Seen& a, const Seen& b) { return a.token < b.token; });
  find_aliases();
  each_section(seen_, [this](std::size_t from, std::size_t to) { name_section(from, to); });
}

std::string NamedPersons::text_of(IndexRange tokens) const {
  std::string out;
  for (Index i = tokens.begin; i < tokens.end; ++i) {
    const Token& token = document_.tokens[i];
    if (!out.empty() && token.space_before) out += ' ';
    out += titled(document_.text.norm(token.span));
  }
  return out;
}

// `da non confondere con l'omonimo Rossi`: somebody else, whom the surname alone does not mean.
bool NamedPersons::is_namesake(Index unit) const {
  constexpr Index kReach = 6;  // units
  for (Index u = unit; u > 0 && unit - u < kReach; --u) {
    const Unit& before = document_.units[u - 1];
    if ((before.kinds & kind_bit(UnitKind::kBreak)) != 0) return false;
    const VerbGroup* verb = verb_of(document_, u - 1);
    const Index word = verb != nullptr ? verb->lemma : before.word;
    if (lexicon_.in_list(word, namesake_)) return true;
  }
  return false;
}

// `Aldo Rossi, per tutti don Pippo`: nothing between the two but what makes the second a name of
// the first.
void NamedPersons::find_aliases() {
  constexpr Index kReach = 6;  // units
  for (std::size_t i = 1; i < seen_.size(); ++i) {
    const Index from = seen_[i - 1].unit;
    const Index to = seen_[i].unit;
    if (to <= from || to - from > kReach || seen_[i].section != seen_[i - 1].section) continue;
    bool said = false;
    bool other = false;
    for (Index u = from + 1; u < to && !other; ++u) {
      const Unit& unit = document_.units[u];
      // `detto`, a participle without an auxiliary
      const VerbGroup* verb = verb_of(document_, u);
      const bool called = verb != nullptr && verb->form == Form::kParticiple &&
                          verb->tokens.size() == 1 && verb->auxiliary.empty();
      const Index word = called ? verb->lemma : unit.word;
      said = said || lexicon_.in_list(word, alias_);
      const bool born = (unit.kinds & kind_bit(UnitKind::kDate)) != 0;  // `, 1939, detto`
      other = !unit.transparent && !born && document_.tokens[unit.tokens.begin].mark != ',' &&
              !lexicon_.in_list(word, alias_) && !lexicon_.in_list(unit.word, alias_words_);
    }
    seen_[i].alias = said && !other;
  }
}

// Whether two given names may be one person's: the same, an initial, or one the short form of the
// other (`Gildo`, `Ermenegildo`; `Bepi`, `Giuseppe`).
bool NamedPersons::same_given(std::string_view one, std::string_view two, bool initial) const {
  if (one == two) return true;
  if (one.empty() || two.empty()) return true;
  if (initial) return one[0] == two[0];
  if (lexicon_.may_share_bearer(one, two)) return true;
  const auto& [shorter, longer] =
      one.size() < two.size() ? std::pair(one, two) : std::pair(two, one);
  if (shorter.size() < 4) return false;
  // A slip of one letter in a long name (`Massima` in a heading for `Massimo`).
  if (shorter.size() > 5 && shorter.size() == longer.size()) {
    int differing = 0;
    for (std::size_t i = 0; i < shorter.size(); ++i) differing += shorter[i] != longer[i] ? 1 : 0;
    return differing == 1;
  }
  return longer.ends_with(shorter) ||
         (longer.starts_with(shorter) && longer.size() > shorter.size() &&
          longer[shorter.size()] == '-');
}

void NamedPersons::name_section(std::size_t from, std::size_t to) {
  PersonsBySurname persons(document_.scratch());
  // Full names first, so that a surname before its full name finds it too.
  for (std::size_t i = from; i < to; ++i) {
    const Seen& seen = seen_[i];
    if (!seen.full() || seen.initial) continue;
    if (i > from && seen.alias && seen_[i - 1].full() && !seen_[i - 1].initial) {
      const Index entity = view_.person_of_unit[seen_[i - 1].unit];
      view_.person_of_unit[seen.unit] = entity;
      persons[seen.surname_key].push_back({entity, seen.given_key, seen.surname_key, false});
      continue;
    }
    take(seen, persons);
  }
  for (std::size_t i = from; i < to; ++i) {
    const Seen& seen = seen_[i];
    if (seen.initial) take(seen, persons);
  }
  // The first person of a surname or given name, for those that are named before it.
  EntityByName first(document_.scratch());
  for (std::size_t i = from; i < to; ++i) {
    const Seen& seen = seen_[i];
    if (!seen.full()) {
      // The nickname beside a full name.
      const std::string& key = seen.surname.empty() ? seen.given_key : seen.surname_key;
      if (seen.alias && i > from && seen_[i - 1].full()) {
        first.emplace(key, view_.person_of_unit[seen_[i - 1].unit]);
      } else if (i + 1 < to && seen_[i + 1].alias && seen_[i + 1].full()) {
        first.emplace(key, view_.person_of_unit[seen_[i + 1].unit]);
      }
      continue;
    }
    first.emplace(seen.surname_key, view_.person_of_unit[seen.unit]);
    first.emplace(seen.given_key, view_.person_of_unit[seen.unit]);
  }
  // In text order: a surname alone is the last person of that surname that was named in full, else
  // the first such person of the section.
  EntityByName last(document_.scratch());
  for (std::size_t i = from; i < to; ++i) {
    const Seen& seen = seen_[i];
    if (seen.full()) {
      if (seen.namesake && last.contains(seen.surname_key)) continue;
      last[seen.surname_key] = view_.person_of_unit[seen.unit];
      last[seen.given_key] = view_.person_of_unit[seen.unit];
      continue;
    }
    const std::string& key = seen.surname.empty() ? seen.given_key : seen.surname_key;
    Index entity = kNoIndex;
    if (const auto at = last.find(key); at != last.end()) entity = at->second;
    if (entity == kNoIndex) {
      if (const auto at = first.find(key); at != first.end()) entity = at->second;
    }
    if (entity == kNoIndex) entity = bearer_of(key, persons);
    if (entity == kNoIndex) {
      entity = static_cast<Index>(view_.persons.size());
      view_.persons.push_back({seen.surname.empty() ? seen.given : seen.surname, {}});
      last[key] = entity;
    }
    view_.person_of_unit[seen.unit] = entity;
  }
}

// `Aldo De Rossi Neri`, later `Neri` or `De Rossi`: one end of a surname of several words.
bool NamedPersons::is_part_of(std::string_view key, std::string_view surname) {
  constexpr std::size_t kShortest = 4, kRest = 7;  // a word, and more than a particle
  if (key.size() < kShortest || surname.size() < key.size() + kRest) return false;
  return (surname.starts_with(key) && surname[key.size()] == '-') ||
         (surname.ends_with(key) && surname[surname.size() - key.size() - 1] == '-');
}

// `Aldo Vinicio De Rossi`, whose first name is read as two words: later `Vinicio`.
bool NamedPersons::closes_given(std::string_view key, std::string_view given) {
  constexpr std::size_t kShortest = 4;
  return key.size() >= kShortest && given.size() > key.size() + 1 && given.ends_with(key) &&
         given[given.size() - key.size() - 1] == '-';
}

// The one person of the section who may be called by a first name that stands alone (`Bepi`), or by
// a part of the surname.
Index NamedPersons::bearer_of(std::string_view name, const PersonsBySurname& persons) const {
  Index found = kNoIndex;
  for (const auto& [surname, family] : persons) {
    for (const Person& person : family) {
      const bool bears = lexicon_.may_share_bearer(name, person.given_key) ||
                         is_part_of(name, surname) || closes_given(name, person.given_key);
      if (!bears) continue;
      if (found != kNoIndex && found != person.entity) return kNoIndex;
      found = person.entity;
    }
  }
  return found;
}

void NamedPersons::take(const Seen& seen, PersonsBySurname& persons) {
  Family& family = persons[seen.surname_key];
  for (Person& person : family) {
    const bool initial = person.initial || seen.initial;
    if (!same_given(person.given_key, seen.given_key, initial)) continue;
    view_.person_of_unit[seen.unit] = person.entity;
    if (seen.given_key.size() > person.given_key.size() && !seen.initial) {
      person.given_key = seen.given_key;
      person.initial = false;
      PersonEntity& entity = view_.persons[person.entity];
      entity.name = seen.given + " " + seen.surname;
      entity.key = slug(entity.name);
    }
    return;
  }
  const auto entity = static_cast<Index>(view_.persons.size());
  const std::string name = seen.given + " " + seen.surname;
  view_.persons.push_back({name, seen.initial ? std::string{} : slug(name)});
  family.push_back({entity, seen.given_key, seen.surname_key, seen.initial});
  view_.person_of_unit[seen.unit] = entity;
}

}  // namespace panchina
