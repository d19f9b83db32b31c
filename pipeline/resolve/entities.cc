#include "resolve/entities.h"

#include <algorithm>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "document/features.h"
#include "resolve/youth_sides.h"
#include "text/fold.h"

namespace panchina {
namespace {

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

class EntityFinder {
 public:
  EntityFinder(const Document& document, const Lexicon& lexicon,
               const std::function<bool(const Hit&)>& counts)
      : document_(document),
        lexicon_(lexicon),
        counts_(counts),
        alias_(lexicon.find_list("alias")),
        alias_words_(lexicon.find_list("alias_words")),
        folk_article_(lexicon.find_list("folk_article")),
        namesake_(lexicon.find_list("namesake")),
        view_(document.scratch()),
        seen_(document.scratch()),
        clubs_(document.scratch()),
        bound_(document.scratch()),
        club_of_town_(document.scratch()),
        club_ids_(document.scratch()) {
    view_.person_of_unit.assign(document.units.size(), kNoIndex);
    view_.club_of_unit.assign(document.units.size(), kNoIndex);
    view_.folk_of_unit.assign(document.units.size(), kNoIndex);
    view_.indirect.assign(document.units.size(), false);
    const YouthSides young(document, lexicon);
    view_.youth_side = young.bare();
    view_.under_youth = young.headed();
  }

  EntityView find() {
    mark_bound();
    collect();
    collect_folk();
    name_persons();
    name_indirect_clubs();
    return std::move(view_);
  }

 private:
  struct Person {
    Index entity = kNoIndex;
    std::string_view given_key, surname_key;  // of seen_
    bool initial = false;
  };
  using Family = std::pmr::vector<Person>;
  using PersonsBySurname = std::pmr::unordered_map<std::string_view, Family>;
  using EntityByName = std::pmr::unordered_map<std::string_view, Index>;
  struct ClubSeen {
    Index unit = kNoIndex;
    Index token = 0;
    Index section = 0;
    Index entity = kNoIndex;   // in view_.clubs; none for what is still to be settled
    Index club = kNoIndex;     // in the lexicon; none for unknown clubs
    Index reading = kNoIndex;  // none: the people of a place
  };

  void mark_bound();
  void collect();
  void collect_folk();
  bool is_namesake(Index unit) const;
  void collect_person(Index unit, const Reading& reading, Index section);
  Index club_entity(std::string_view id);
  void find_towns();
  std::string_view id_of_unknown(std::string_view id) const;
  void name_persons();
  void name_section(std::size_t from, std::size_t to);
  void find_aliases();
  void take(const Seen& seen, PersonsBySurname& persons);
  bool same_given(std::string_view one, std::string_view two, bool initial) const;
  Index bearer_of(std::string_view given, const PersonsBySurname& persons) const;
  void name_indirect_clubs();
  bool fits(const Reading& reading, Index club) const;
  bool is_from(Index demonym, Index club) const;
  Index chosen_of(std::span<const Index> clubs,
                  const std::pmr::unordered_map<Index, std::size_t>& last_at,
                  const std::function<bool(Index club)>& fits) const;
  std::string text_of(IndexRange tokens) const;

  const Document& document_;
  const Lexicon& lexicon_;
  const std::function<bool(const Hit&)>& counts_;
  Index alias_, alias_words_, folk_article_, namesake_;  // word lists
  EntityView view_;
  std::pmr::vector<Seen> seen_;
  std::pmr::vector<ClubSeen> clubs_;
  std::pmr::vector<bool> bound_;                              // by reading: a hit binds it
  std::pmr::unordered_map<std::string, Index> club_of_town_;  // kNoIndex: of several
  EntityByName club_ids_;                                     // of the lexicon and the document
};

void EntityFinder::mark_bound() {
  bound_.assign(document_.readings.size(), false);
  for (const Hit& hit : document_.hits) {
    if (!counts_(hit)) continue;
    for (Index b = hit.bindings.begin; b < hit.bindings.end; ++b) {
      const Index reading = document_.bindings[b].reading;
      if (reading != kNoIndex) bound_[reading] = true;
    }
  }
}

std::string EntityFinder::text_of(IndexRange tokens) const {
  std::string out;
  for (Index i = tokens.begin; i < tokens.end; ++i) {
    const Token& token = document_.tokens[i];
    if (!out.empty() && token.space_before) out += ' ';
    out += titled(document_.text.norm(token.span));
  }
  return out;
}

// `da non confondere con l'omonimo Rossi`: somebody else, whom the surname alone does not mean.
bool EntityFinder::is_namesake(Index unit) const {
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

void EntityFinder::collect_person(Index unit, const Reading& reading, Index section) {
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

Index EntityFinder::club_entity(std::string_view id) {
  const auto [at, fresh] = club_ids_.try_emplace(id, static_cast<Index>(view_.clubs.size()));
  if (fresh) {
    const Index known = lexicon_.find_club(id);
    view_.clubs.emplace_back(id);
    view_.nation.push_back(known != kNoIndex && lexicon_.clubs()[known].nation);
  }
  return at->second;
}

// The towns of the clubs that the article names, for clubs that no list holds.
void EntityFinder::find_towns() {
  if (document_.unknown_clubs.empty()) return;
  std::pmr::unordered_set<Index> named(document_.scratch());
  for (const Reading& reading : document_.readings) {
    const bool known = reading.kind == UnitKind::kClub && (reading.features & kClubUnknown) == 0 &&
                       reading.how != How::kEpithet && reading.how != How::kDescriptor;
    if (!known || !named.insert(reading.value).second) continue;
    const auto [at, first] =
        club_of_town_.emplace(slug(lexicon_.clubs()[reading.value].city), reading.value);
    if (!first) at->second = kNoIndex;
  }
}

// `AGRIGENTO. …` over what is told of the Akragas: the one club of that town that the article
// names.
std::string_view EntityFinder::id_of_unknown(std::string_view id) const {
  const auto own = club_of_town_.find(std::string(id.substr(1)));  // behind `?`
  const bool found = own != club_of_town_.end() && own->second != kNoIndex;
  return found ? std::string_view(lexicon_.clubs()[own->second].id) : id;
}

void EntityFinder::collect() {
  find_towns();
  for (const Clause& clause : document_.clauses) {
    const Index section = document_.blocks[document_.sentences[clause.sentence].block].section;
    for (Index u = clause.units.begin; u < clause.units.end; ++u) {
      const Unit& unit = document_.units[u];
      for (Index r = unit.readings.begin; r < unit.readings.end; ++r) {
        const Reading& reading = document_.readings[r];
        const bool counts = bound_[r] || reading.how != How::kWeak;
        const bool club = reading.kind == UnitKind::kClub || reading.kind == UnitKind::kNation;
        if (reading.kind == UnitKind::kPerson && reading.how != How::kDescriptor && counts) {
          collect_person(u, reading, section);
          break;
        }
        if (!club || !counts) continue;
        ClubSeen seen{u, unit.tokens.begin, section, kNoIndex, kNoIndex, r};
        if (reading.how != How::kEpithet && reading.how != How::kDescriptor) {
          if ((reading.features & kClubUnknown) != 0) {
            seen.entity = club_entity(id_of_unknown(document_.unknown_clubs[reading.value]));
          } else {
            seen.club = reading.value;
            seen.entity = club_entity(lexicon_.clubs()[reading.value].id);
          }
          view_.club_of_unit[u] = seen.entity;
        }
        clubs_.push_back(seen);
        break;
      }
    }
  }
  std::sort(seen_.begin(), seen_.end(),
            [](const Seen& a, const Seen& b) { return a.token < b.token; });
  std::sort(clubs_.begin(), clubs_.end(),
            [](const ClubSeen& a, const ClubSeen& b) { return a.token < b.token; });
}

// `Aldo Rossi, per tutti don Pippo`: nothing between the two but what makes the second a name of
// the first.
void EntityFinder::find_aliases() {
  constexpr Index kReach = 6;  // units
  for (std::size_t i = 1; i < seen_.size(); ++i) {
    const Index from = seen_[i - 1].unit;
    const Index to = seen_[i].unit;
    if (to <= from || to - from > kReach || seen_[i].section != seen_[i - 1].section) continue;
    bool said = false;
    bool other = false;
    for (Index u = from + 1; u < to && !other; ++u) {
      const Unit& unit = document_.units[u];
      said = said || lexicon_.in_list(unit.word, alias_);
      other = !unit.transparent && document_.tokens[unit.tokens.begin].mark != ',' &&
              !lexicon_.in_list(unit.word, alias_) && !lexicon_.in_list(unit.word, alias_words_);
    }
    seen_[i].alias = said && !other;
  }
}

void EntityFinder::name_persons() {
  find_aliases();
  for (std::size_t from = 0; from < seen_.size();) {
    std::size_t to = from;
    while (to < seen_.size() && seen_[to].section == seen_[from].section) ++to;
    name_section(from, to);
    from = to;
  }
}

// Whether two given names may be one person's: the same, an initial, or one the short form of the
// other (`Gildo`, `Ermenegildo`; `Bepi`, `Giuseppe`).
bool EntityFinder::same_given(std::string_view one, std::string_view two, bool initial) const {
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

void EntityFinder::name_section(std::size_t from, std::size_t to) {
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

// The one person of the section who may be called by a first name that stands alone (`Bepi`).
Index EntityFinder::bearer_of(std::string_view given, const PersonsBySurname& persons) const {
  Index found = kNoIndex;
  for (const auto& [surname, family] : persons) {
    for (const Person& person : family) {
      if (!lexicon_.may_share_bearer(given, person.given_key)) continue;
      if (found != kNoIndex && found != person.entity) return kNoIndex;
      found = person.entity;
    }
  }
  return found;
}

void EntityFinder::take(const Seen& seen, PersonsBySurname& persons) {
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

// Whether an epithet or a descriptor's adjective may mean the club.
bool EntityFinder::fits(const Reading& reading, Index club) const {
  if (reading.how == How::kEpithet) {
    const auto& clubs = lexicon_.epithets()[reading.value].clubs;
    return std::find(clubs.begin(), clubs.end(), club) != clubs.end();
  }
  return is_from(document_.descriptors[reading.value].adjective, club);
}

// Whether a word says where the club is from.
bool EntityFinder::is_from(Index demonym, Index club) const {
  const Club& known = lexicon_.clubs()[club];
  for (const Demonym& place : lexicon_.demonyms(demonym)) {
    switch (place.kind) {
      case Demonym::Kind::kCity:
        if (place.place == known.city) return true;
        break;
      case Demonym::Kind::kRegion:
        if (place.place == known.region) return true;
        break;
      case Demonym::Kind::kCountry:
        // All clubs of a text are Italian.
        if (place.place == known.country && (known.nation || place.place != "IT")) return true;
        break;
    }
  }
  return false;
}

// The only one of several that fits, else the one of those that was named last.
Index EntityFinder::chosen_of(std::span<const Index> clubs,
                              const std::pmr::unordered_map<Index, std::size_t>& last_at,
                              const std::function<bool(Index club)>& fits) const {
  std::size_t fitting = 0, latest = 0;
  Index only = kNoIndex, last = kNoIndex;
  for (const Index club : clubs) {
    if (!fits(club)) continue;
    ++fitting;
    only = club;
    const auto at = last_at.find(club);
    if (at != last_at.end() && (last == kNoIndex || at->second > latest)) {
      last = club;
      latest = at->second;
    }
  }
  return fitting == 1 ? only : last;
}

// `gli emiliani`, alone behind its article: not `i tifosi emiliani`, nor `gli emiliani Rossi e`.
void EntityFinder::collect_folk() {
  for (const Clause& clause : document_.clauses) {
    const Index section = document_.blocks[document_.sentences[clause.sentence].block].section;
    for (Index u = clause.units.begin; u < clause.units.end; ++u) {
      const Unit& unit = document_.units[u];
      const Index at = unit.tokens.begin;
      if (unit.tokens.size() != 1 || at == 0 || (unit.kinds & kind_bit(UnitKind::kClub)) != 0)
        continue;
      const Token& token = document_.tokens[at];
      if (token.letters != LetterCase::kLower || lexicon_.demonyms(token.word).empty() ||
          !lexicon_.in_list(document_.tokens[at - 1].word, folk_article_)) {
        continue;
      }
      const bool name = at + 1 < document_.tokens.size() &&
                        document_.tokens[at + 1].letters == LetterCase::kTitle;
      if (!name) clubs_.push_back({u, at, section, kNoIndex, kNoIndex, kNoIndex});
    }
  }
  std::sort(clubs_.begin(), clubs_.end(),
            [](const ClubSeen& a, const ClubSeen& b) { return a.token < b.token; });
}

// Epithets and descriptors with an adjective: the one club of the section that they fit; of several
// the last named before.
void EntityFinder::name_indirect_clubs() {
  for (std::size_t from = 0; from < clubs_.size();) {
    std::size_t to = from;
    while (to < clubs_.size() && clubs_[to].section == clubs_[from].section) ++to;
    // The section's clubs and nations, each once.
    std::pmr::vector<Index> distinct(document_.scratch()), nations(document_.scratch());
    for (std::size_t i = from; i < to; ++i) {
      if (clubs_[i].club == kNoIndex) continue;
      (lexicon_.clubs()[clubs_[i].club].nation ? nations : distinct).push_back(clubs_[i].club);
    }
    for (std::pmr::vector<Index>* all : {&distinct, &nations}) {
      std::sort(all->begin(), all->end());
      all->erase(std::unique(all->begin(), all->end()), all->end());
    }
    std::pmr::unordered_map<Index, std::size_t> last_at(document_.scratch());  // by club
    for (std::size_t i = from; i < to; ++i) {
      const ClubSeen& seen = clubs_[i];
      if (seen.entity != kNoIndex) {
        if (seen.club != kNoIndex) last_at[seen.club] = i;
        continue;
      }
      const Index word = document_.tokens[document_.units[seen.unit].tokens.end - 1].word;
      const auto from_there = [&](Index club) { return is_from(word, club); };
      const auto entity_of = [&](Index club) {
        return club == kNoIndex ? kNoIndex : club_entity(lexicon_.clubs()[club].id);
      };
      if (seen.reading == kNoIndex) {
        Index folk = chosen_of(distinct, last_at, from_there);
        if (folk == kNoIndex) folk = chosen_of(nations, last_at, from_there);
        view_.folk_of_unit[seen.unit] = entity_of(folk);
        continue;
      }
      view_.indirect[seen.unit] = true;
      const Reading& reading = document_.readings[seen.reading];
      if (reading.how == How::kDescriptor && document_.descriptors[reading.value].adjective == 0) {
        continue;
      }
      const auto fit = [&](Index club) { return fits(reading, club); };
      if (const Index club = chosen_of(distinct, last_at, fit); club != kNoIndex) {
        view_.club_of_unit[seen.unit] = entity_of(club);
      } else if (reading.how == How::kEpithet) {
        // `gli umbri`, of no club of the article by its epithets, `gli azzurri`, of a nation.
        Index folk = chosen_of(distinct, last_at, from_there);
        if (folk == kNoIndex) folk = chosen_of(nations, last_at, fit);
        view_.folk_of_unit[seen.unit] = entity_of(folk);
      }
    }
    from = to;
  }
}

}  // namespace

EntityView find_entities(const Document& document, const Lexicon& lexicon,
                         const std::function<bool(const Hit&)>& counts) {
  return EntityFinder(document, lexicon, counts).find();
}

}  // namespace panchina
