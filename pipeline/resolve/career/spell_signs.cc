#include "resolve/career/spell_signs.h"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

#include "document/features.h"

namespace panchina {
namespace {

// What a unit is for its neighbours: the first of these that it may be read as.
struct NamedKind {
  UnitKind kind;
  SignName name;
};
constexpr auto kKinds = std::to_array<NamedKind>({{UnitKind::kClub, "club"},
                                                  {UnitKind::kNation, "nation"},
                                                  {UnitKind::kPerson, "person"},
                                                  {UnitKind::kDate, "date"},
                                                  {UnitKind::kScore, "score"},
                                                  {UnitKind::kRole, "role"},
                                                  {UnitKind::kVerb, "verb"},
                                                  {UnitKind::kCompetition, "competition"},
                                                  {UnitKind::kBracket, "bracket"},
                                                  {UnitKind::kNumber, "number"},
                                                  {UnitKind::kOrdinal, "ordinal"},
                                                  {UnitKind::kPlace, "place"},
                                                  {UnitKind::kPunct, "mark"},
                                                  {UnitKind::kBreak, "break"}});

// The first few different ones of some indices.
class Few {
 public:
  void add(Index one) {
    if (one == kNoIndex) return;
    const auto known = std::find(of_.begin(), of_.begin() + size_, one);
    if (known == of_.begin() + size_ && size_ < kMost) of_[size_++] = one;
  }
  std::span<const Index> all() const { return {of_.data(), size_}; }

 private:
  static constexpr std::uint8_t kMost = 8;
  std::array<Index, kMost> of_{};
  std::uint8_t size_ = 0;
};

}  // namespace

SignName SpellSigns::kind_of(Index unit) const {
  const char mark = mark_of(unit);
  if (has(unit, UnitKind::kPunct) && mark == ',') return "comma";
  if (has(unit, UnitKind::kPunct) && mark == ':') return "colon";
  for (const auto& [kind, name] : kKinds) {
    if (has(unit, kind)) return name;
  }
  return "word";
}

// The unit before its phrase; a bracket counts, though rules see past it. kNoIndex: there is none.
Index SpellSigns::head_before(Index unit, Index begin) const {
  while (unit > begin && document_.units[unit - 1].transparent &&
         !has(unit - 1, UnitKind::kBracket)) {
    --unit;
  }
  return unit > begin ? unit - 1 : kNoIndex;
}

void SpellSigns::add_before(Index unit, IndexRange units, SignSum& out) const {
  const Index before = head_before(unit, units.begin);
  if (before == kNoIndex) return out.add("before", "start");
  const Index preposition = lexicon_.preposition(document_.units[before].word);
  if (preposition == kNoIndex) return out.add("before", kind_of(before));
  const SignName name(lexicon_.prepositions()[preposition]);
  out.add("before", name);
  const Index head = head_before(before, units.begin);
  out.add("head", name, head == kNoIndex ? SignName("start") : kind_of(head));
}

void SpellSigns::add_verb_before(Index unit, Index verb, SignSum& out) const {
  const VerbGroup& group = *verb_of(document_, verb);
  out.add_classes("verb_before", group.lemma);
  if (group.polarity == Polarity::kNegative) out.add("verb", "negative");
  if (group.modality == Modality::kPossible) out.add("verb", "possible");
  std::size_t clubs = 0;
  bool comma = false, colon = false, person = false;
  for (Index u = verb + 1; u < unit; ++u) {
    if (names_club(u)) ++clubs;
    comma = comma || mark_of(u) == ',';
    colon = colon || mark_of(u) == ':' || mark_of(u) == ';';
    person = person || entities_.person_of_unit[u] != kNoIndex;
  }
  out.add_count("verb_clubs", clubs, 2);
  out.add_count("verb_gap", (unit - verb - 1) / 2, 4);
  if (comma) out.add("verb", "comma");
  if (colon) out.add("verb", "colon");
  if (person) out.add("verb", "person");
}

void SpellSigns::add_verbs(Index unit, IndexRange units, SignSum& out) const {
  Index before = unit;
  while (before > units.begin && verb_of(document_, before - 1) == nullptr) --before;
  if (before > units.begin) {
    add_verb_before(unit, before - 1, out);
  } else {
    out.add("verb", "none_before");
  }
  bool club = false;
  for (Index u = unit + 1; u < units.end; ++u) {
    club = club || names_club(u);
    const VerbGroup* verb = verb_of(document_, u);
    if (verb == nullptr) continue;
    if (club) return out.add("verb", "far_behind");
    return out.add_classes("verb_behind", verb->lemma);
  }
  out.add("verb", "none_behind");
}

// Dates of the stretch between commas, dates, posts, clubs and persons of the clause.
void SpellSigns::add_clause(Index unit, IndexRange units, SignSum& out) const {
  const auto parts = [&](Index u) {
    const char mark = mark_of(u);
    return mark == ',' || mark == ';' || mark == ':';
  };
  IndexRange stretch{unit, unit + 1};
  while (stretch.begin > units.begin && !parts(stretch.begin - 1)) --stretch.begin;
  while (stretch.end < units.end && !parts(stretch.end)) ++stretch.end;
  std::uint32_t dates = 0, all_dates = 0;
  bool dated = false;
  Few roles, clubs, persons;
  for (Index u = units.begin; u < units.end; ++u) {
    clubs.add(entities_.club_of_unit[u]);
    persons.add(entities_.person_of_unit[u]);
    if (const Reading* date = reading_of(document_, u, UnitKind::kDate)) {
      dated = true;
      all_dates |= date->features;
      if (stretch.contains(u)) dates |= date->features;
    }
    if (const Reading* role = reading_of(document_, u, UnitKind::kRole)) {
      roles.add(2 * role->value + ((role->features & kRoleVacant) != 0 ? 1 : 0));
    }
  }
  for (const auto& [bit, name] : kDateKinds) {
    if ((dates & bit) != 0) out.add("date", name);
  }
  if (dated) out.add("clause", "date");
  if ((all_dates & kDateOfSpell) != 0) out.add("clause", "years");
  for (const Index role : roles.all()) {
    out.add(role % 2 == 1 ? SignName("post") : SignName("role"),
            SignName(lexicon_.roles()[role / 2].id));
  }
  out.add_count("clubs", clubs.all().size(), 4);
  out.add_count("persons", persons.all().size(), 3);
}

IndexRange SpellSigns::around(Index unit, Index clause) const {
  constexpr Index kReach = 60;  // units on each side
  const IndexRange units = document_.clauses[clause].units;
  return {std::max(units.begin, unit - std::min(unit, kReach)), std::min(units.end, unit + kReach)};
}

void SpellSigns::add_naming(Index unit, Index clause, SignSum& out) const {
  const IndexRange units = around(unit, clause);
  out.add("clause", "any");
  add_before(unit, units, out);
  add_verbs(unit, units, out);
  add_clause(unit, units, out);
  if (has(unit, UnitKind::kNation)) out.add("clause", "nation");
}

void SpellSigns::add_person(const SpellPair& pair, SignSum& out) const {
  out.add("person", pair.focus ? SignName("focus") : SignName("other"));
  if (pair.alone) out.add("person", "alone");
  if (pair.holder == kNoIndex) return out.add("person", "hole");
  const bool before = pair.holder < pair.unit;
  const IndexRange between =
      before ? IndexRange{pair.holder + 1, pair.unit} : IndexRange{pair.unit + 1, pair.holder};
  const bool inside = document_.clauses[pair.clause].units.contains(pair.holder);
  const SignName family = before ? (inside ? SignName("before_club") : SignName("before_aside"))
                                 : (inside ? SignName("behind_club") : SignName("behind_aside"));
  bool verb = false, club = false, person = false, mark = false;
  for (Index u = between.begin; u < between.end; ++u) {
    verb = verb || verb_of(document_, u) != nullptr;
    club = club || names_club(u);
    const Index named = entities_.person_of_unit[u];
    person = person || (named != kNoIndex && named != pair.person);
    mark = mark || has(u, UnitKind::kBreak) || mark_of(u) == ':' || mark_of(u) == ';';
  }
  out.add(family, "named");
  if (!verb) out.add(family, "no_verb");
  if (between.size() <= 2) out.add(family, "near");
  if (club) out.add(family, "club");
  if (person) out.add(family, "person");
  if (mark) out.add(family, "mark");
}

}  // namespace panchina
