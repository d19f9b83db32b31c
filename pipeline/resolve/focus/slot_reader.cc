#include "resolve/focus/slot_reader.h"

#include <algorithm>
#include <string>

#include "document/features.h"
#include "document/phrase.h"
#include "document/readings.h"
#include "resolve/fact/args.h"
#include "resolve/fact/civil.h"
#include "resolve/fact/slot_values.h"
#include "resolve/focus/posts.h"
#include "resolve/time/published.h"
#include "text/fold.h"

namespace panchina {

SlotReader::SlotReader(const RuleSet& rules, const Lexicon& lexicon, const Document& document,
                       const EntityView& entities, const Focus& focus, const Passage& around)
    : rules_(rules),
      lexicon_(lexicon),
      document_(document),
      entities_(entities),
      focus_(focus),
      around_(around),
      year_rows_(document),
      national_post_(lexicon.find_list("national_post")),
      contract_terms_(lexicon.find_list("contract_terms")),
      and_(lexicon.find_list("match_and")),
      pitch_(lexicon.find_list("playing_career")),
      former_(lexicon.find_list("match_former")) {}

Filled SlotReader::read(const Hit& hit, const EmitSpec& emit, const EmitArg& from) const {
  return from.function == ArgFunction::kConstant || from.function == ArgFunction::kRank
             ? constant(hit, from)
             : bound(hit, emit, from);
}

// Whether the hit names a post that nations have, clubs not.
bool SlotReader::names_national_post(const Hit& hit) const {
  for (const Binding& binding : bindings_of(document_, hit)) {
    const Index unit = binding.unit;
    if (unit != kNoIndex && lexicon_.in_list(document_.units[unit].word, national_post_)) {
      return true;
    }
  }
  return false;
}

Filled SlotReader::constant(const Hit& hit, const EmitArg& from) const {
  Filled out;
  if (from.function == ArgFunction::kRank) {
    if (hit.rank > 0) out.value = std::int64_t{hit.rank};
    return out;
  }
  if (from.slot != kNoIndex) {  // a value that a pattern of its own stands for
    const Binding* mark = binding_of(document_, hit, from.slot);
    if (mark == nullptr || mark->unit == kNoIndex) return out;
    out.span = document_.units[mark->unit].span;
  }
  out.value = from.constant;
  return out;
}

// Whether the unit is a date that only begins, or only ends, what it tells: kDateFrom, kDateUntil.
static bool is_half(const Document& document, Index unit, std::uint32_t side) {
  const auto readings = readings_of(document, document.units[unit]);
  return std::any_of(readings.begin(), readings.end(), [side](const Reading& one) {
    return one.kind == UnitKind::kDate && (one.features & (side | kDateRange)) == side;
  });
}

// `al suo posto Rossi, fino a giugno 2025`: no day that a post begins on. (In the rows of a list it
// is where the next one's begins: `Rossi fino al 2 marzo, quindi Verdi`.)
bool SlotReader::begins_until(const EmitSpec& emit, const EmitArg& from, Index date) const {
  return emit.type == EventType::kTenure && from.arg == arg::Tenure::kStart &&
         is_half(document_, date, kDateUntil);
}

// `esonerato Rossi, in carica dal 2017`: behind a comma, what had begun then does not end on it.
bool SlotReader::ends_since(const Hit& hit, const EmitSpec& emit, const EmitArg& from,
                            Index date) const {
  if (emit.type != EventType::kTenure || from.arg != arg::Tenure::kEnd) return false;
  if (hit.trigger == kNoIndex || date < hit.trigger) return false;
  if (!is_half(document_, date, kDateFrom)) return false;
  for (Index u = hit.trigger; u < date; ++u) {
    if (document_.tokens[document_.units[u].tokens.begin].mark == ',') return true;
  }
  return false;
}

// `Rossi, che oggi allena il Lecco`: these days, and no day on which he came, as `da oggi` is.
bool SlotReader::is_nowadays(const EmitSpec& emit, const EmitArg& from, Index date) const {
  return emit.type == EventType::kTenure && emit.cue == Cue::kInPost &&
         from.arg == arg::Tenure::kStart && is_today(document_, date);
}

// `firma un biennale (scadenza giugno 2021)`, `resterà sotto contratto fino a giugno`: the end of a
// contract is no day that a post begins on, and none that it was lost on.
bool SlotReader::is_of_contract(const EmitSpec& emit, const EmitArg& from, Index date) const {
  if (emit.type != EventType::kTenure) return false;
  const bool lost = from.arg == arg::Tenure::kEnd && is_half(document_, date, kDateUntil);
  if (from.arg != arg::Tenure::kStart && !lost) return false;
  Index before = unit_before(document_, date, 0);
  while (before != kNoIndex && lexicon_.preposition(document_.units[before].word) != kNoIndex) {
    before = unit_before(document_, before, 0);
  }
  return before != kNoIndex && lexicon_.in_list(document_.units[before].word, contract_terms_);
}

// `tocca a Rossi, ex difensore del Como`: a post that was his once and its club, or a post that is
// no coach's, say nothing of the tenure where they only stand beside it.
bool SlotReader::is_by_the_way(const EmitSpec& emit, const EmitArg& from, Index at) const {
  if (emit.type != EventType::kTenure) return false;
  Index post = at;
  if (from.arg == arg::Tenure::kClub) {
    post = unit_before(document_, at, 0);
    if (post != kNoIndex && lexicon_.preposition(document_.units[post].word) != kNoIndex) {
      post = unit_before(document_, post, 0);
    }
  } else if (from.arg != arg::Tenure::kRole) {
    return false;
  }
  if (post == kNoIndex) return false;
  const Unit& unit = document_.units[post];
  if ((unit.kinds & kind_bit(UnitKind::kRole)) == 0) return false;
  bool coaches = false;
  for (const Reading& reading : readings_of(document_, unit)) {
    coaches = coaches || (reading.kind == UnitKind::kRole &&
                          is_coaching(std::string(lexicon_.roles()[reading.value].id)));
  }
  const Index former = unit_before(document_, post, 0);
  if (!coaches && from.arg == arg::Tenure::kRole) return true;
  return former != kNoIndex && lexicon_.in_list(document_.units[former].word, former_);
}

// `passò al Lecco e, nel 1976, al Como`: behind what the hit tells, `and` stands before the date
// and another club right behind it, with nothing but small words between.
bool SlotReader::is_of_next_club(const Hit& hit, const EmitSpec& emit, Index date) const {
  constexpr Index kReach = 4;  // units
  const bool spell = emit.type == EventType::kTenure || emit.type == EventType::kPlayingSpell;
  if (!spell || hit.trigger == kNoIndex || date <= hit.trigger) return false;
  const IndexRange units = document_.clauses[hit.clause].units;
  if (!units.contains(date)) return false;
  const auto small = [&](Index unit) { return document_.units[unit].readings.empty(); };
  Index before = date;
  bool added = false;
  while (!added && before > hit.trigger + 1 && date - before < kReach) {
    added = lexicon_.in_list(document_.units[--before].word, and_);
    if (!added && !small(before)) return false;
  }
  if (!added) return false;
  Index behind = date + 1;
  while (behind < units.end && behind - date < kReach && small(behind)) ++behind;
  if (behind >= units.end || entities_.club_of_unit[behind] == kNoIndex) return false;
  return std::ranges::none_of(bindings_of(document_, hit),
                              [&](const Binding& one) { return one.unit == behind; });
}

// `il vice Rossi, centrocampista del Lecco dal 1994 al 1997`: years on the field, told behind a
// comma, are none of the post.
bool SlotReader::is_of_player(const Hit& hit, const EmitSpec& emit, Index date) const {
  if (emit.type != EventType::kTenure || hit.trigger == kNoIndex || date <= hit.trigger)
    return false;
  const Index near = next_to(hit, date);
  bool played = false;
  for (Index unit = date; unit > near + 1;) {
    const Unit& one = document_.units[--unit];
    if (verb_of(document_, unit) != nullptr) return false;
    if (document_.tokens[one.tokens.begin].mark == ',') return played;
    played = played || lexicon_.in_list(one.word, pitch_);
  }
  return false;
}

// The trigger, or what else the pattern binds between it and a unit, nearest to that. (What
// adjuncts bind does not count.)
Index SlotReader::next_to(const Hit& hit, Index unit) const {
  Index near = hit.trigger;
  if (near == kNoIndex) return near;
  for (const Binding& binding : bindings_of(document_, hit)) {
    if (binding.unit == kNoIndex || rules_.slots(hit)[binding.slot].adjunct) continue;
    const bool between = near < unit ? near < binding.unit && binding.unit < unit
                                     : unit < binding.unit && binding.unit < near;
    if (between) near = binding.unit;
  }
  return near;
}

Filled SlotReader::bound(const Hit& hit, const EmitSpec& emit, const EmitArg& from) const {
  const Binding* binding = binding_of(document_, hit, from.slot);
  if (binding == nullptr || binding->unit == kNoIndex || binding->bound != Bound::kMention)
    return {};
  const Unit& unit = document_.units[binding->unit];
  Filled out;
  if (rules_.slots(hit)[from.slot].adjunct && (unit.kinds & kind_bit(UnitKind::kDate)) != 0 &&
      !hit.table &&
      (around_.belongs_elsewhere(hit, emit.type, binding->unit, next_to(hit, binding->unit)) ||
       begins_until(emit, from, binding->unit) || ends_since(hit, emit, from, binding->unit) ||
       is_of_contract(emit, from, binding->unit) || is_nowadays(emit, from, binding->unit) ||
       is_of_next_club(hit, emit, binding->unit) || is_of_player(hit, emit, binding->unit))) {
    return out;
  }
  if (!hit.table && rules_.slots(hit)[from.slot].adjunct &&
      is_by_the_way(emit, from, binding->unit)) {
    return out;
  }
  out.span = unit.span;
  if (binding->reading == kNoIndex)
    return out.value = std::string(document_.text.norm(unit.span)), out;
  const Reading& reading = document_.readings[binding->reading];
  if (event_spec(emit.type).args[from.arg].name == "place") {
    return out.value = std::string(document_.text.norm(unit.span)), out;
  }
  // `il tecnico dell'Under 17`: of the club that the passage is about.
  const bool side = emit.type == EventType::kTenure && entities_.youth_side[binding->unit];
  if (!side || reading.kind != UnitKind::kNation) {
    out.value = value_of(hit, binding->unit, reading, from.function, out);
  }
  if (is_null(out.value) && reading.kind == UnitKind::kPerson) {
    out.value = described(hit, *binding, out);
    out.span.reset();  // `il tecnico` does not say who: that is inferred
    out.source = Source::kFocus;
  }
  if (is_null(out.value)) out.span.reset();
  return out;
}

// `il tecnico ha firmato`: whom the passage is about, as the subject of what is told.
ArgValue SlotReader::described(const Hit& hit, const Binding& binding, Filled& out) const {
  const Index first = document_.units[binding.unit].tokens.begin;
  Index before = binding.unit;
  while (before > 0 && document_.units[before - 1].tokens.end > first - 3 &&
         document_.units[before - 1].transparent)
    --before;
  if (before > 0 && lexicon_.preposition(document_.units[before - 1].word) != kNoIndex) return {};
  std::pmr::vector<Index> taken(document_.scratch());
  Hole hole;
  hole.clause = hit.clause;
  hole.unit = binding.unit;
  hole.clitic = true;  // whom the sentence named before, in whatever case
  for (const Binding& other : bindings_of(document_, hit)) {
    const Index unit = other.unit;
    const Index person = unit == kNoIndex ? kNoIndex : entities_.person_of_unit[unit];
    if (person != kNoIndex) taken.push_back(person);
  }
  hole.taken = taken;
  out.person = focus_.person(hole);
  if (out.person == kNoIndex) return {};
  return entities_.persons[out.person].name;
}

Filled SlotReader::town_club(const Hit& hit, const EmitArg& from) const {
  Filled out;
  const Binding* binding =
      from.function == ArgFunction::kSlot ? binding_of(document_, hit, from.slot) : nullptr;
  if (binding == nullptr || binding->unit == kNoIndex || binding->reading == kNoIndex) return out;
  const Reading& reading = document_.readings[binding->reading];
  if (reading.kind != UnitKind::kClub || (reading.features & kClubUnknown) != 0) return out;
  if (reading.how == How::kEpithet || reading.how == How::kDescriptor) return out;
  out.span = document_.units[binding->unit].span;
  out.value = lexicon_.clubs()[reading.value].id;
  return out;
}

// The start and the end of a row of one man's years are years: `1999-2000` below `1996-1999`.
ArgValue SlotReader::date_of(const Hit& hit, Index date, ArgFunction function) const {
  const DateValue& value = document_.date_values[date];
  const bool side = function == ArgFunction::kStart || function == ArgFunction::kEnd;
  if (!hit.table || !side || !year_rows_.contains(date)) return date_value(value, function);
  for (const Binding& binding : bindings_of(document_, hit)) {
    const Index unit = binding.unit;
    if (unit != kNoIndex && entities_.person_of_unit[unit] != kNoIndex)
      return date_value(value, function);
  }
  return year_value(year_of(function == ArgFunction::kStart ? value.earliest : value.latest));
}

ArgValue SlotReader::value_of(const Hit& hit, Index unit, const Reading& reading,
                              ArgFunction function, Filled& out) const {
  switch (reading.kind) {
    case UnitKind::kPerson:
      out.person = entities_.person_of_unit[unit];
      if (out.person == kNoIndex) return {};
      return entities_.persons[out.person].name;
    case UnitKind::kClub:
    case UnitKind::kNation:
      out.club = entities_.club_of_unit[unit];
      if (out.club == kNoIndex) return {};
      if (names_national_post(hit)) {
        const std::string id = "naz-" + slug(document_.text.norm(document_.units[unit].span));
        if (lexicon_.find_club(id) != kNoIndex) return id;
      }
      return entities_.clubs[out.club];
    case UnitKind::kDate:
      return date_of(hit, reading.value, function);
    case UnitKind::kScore:
      return score_value(document_.scores[reading.value], function);
    case UnitKind::kRecord:
      return balance_value(document_.balances[reading.value], function);
    case UnitKind::kRole:
      return lexicon_.roles()[reading.value].id;
    case UnitKind::kCompetition:
      return competition_id(document_, lexicon_, reading);
    case UnitKind::kStadium:
      return lexicon_.stadiums()[reading.value].id;
    case UnitKind::kNumber:
    case UnitKind::kOrdinal:
    case UnitKind::kAge:
      return std::int64_t{reading.value};
    default:
      return std::string(document_.text.norm(document_.units[unit].span));
  }
}

bool SlotReader::is_clitic(const Hit& hit, const EmitSpec& emit, Index arg) const {
  for (const EmitArg& from : emit.args) {
    if (from.arg != arg || from.slot == kNoIndex) continue;
    const Binding* binding = binding_of(document_, hit, from.slot);
    if (binding != nullptr && binding->bound == Bound::kClitic) return true;
  }
  return false;
}

}  // namespace panchina
