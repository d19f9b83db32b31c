#include "resolve/career/weighed_dates.h"

#include <algorithm>
#include <string>
#include <unordered_map>

#include "document/edtf.h"
#include "document/features.h"
#include "document/readings.h"
#include "resolve/career/spell.h"
#include "resolve/fact/civil.h"
#include "resolve/focus/slot_reader.h"
#include "resolve/time/published.h"

namespace panchina {
namespace {

// From this share on a date is taken.
constexpr double kLeast = 0.5;
// Units that count on each side; sentences may have no end.
constexpr Index kReach = 60;

// A person at a club, on its bench or as its player; null parts are empty.
std::string key_of(const Statement& statement, const SpellArgs& args) {
  return spell_key(value_text(statement.args[args.person]), value_text(statement.args[args.club])) +
         '\n' + std::string(event_spec(statement.type).name);
}

// The kind of a date, for a pair of signs: the first of these that it has.
SignName kind_of(const Reading& date) {
  for (const std::uint32_t bit :
       {kDateFrom, kDateUntil, kDateRange, kDateSeason, kDateDay, kDateMonth, kDateYear}) {
    if ((date.features & bit) != 0) return SignName(date_kind_name(bit));
  }
  return "other";
}

// `2` of two to three units, and so on.
SignName distance_name(Index units) {
  if (units <= 1) return "0";
  if (units <= 3) return "2";
  if (units <= 7) return "4";
  return units <= 15 ? SignName("8") : SignName("16");
}

}  // namespace

WeighedDates::WeighedDates(const Document& document, const RuleSet& rules,
                           const EntityView& entities, const Lexicon& lexicon,
                           const Passage& around, SignChoices* choices)
    : document_(document),
      entities_(entities),
      lexicon_(lexicon),
      around_(around),
      idle_(lexicon.find_list("idle")),
      schooling_(lexicon.find_list("schooling")),
      debut_(lexicon.find_list("debut")),
      subordinate_(lexicon.find_list("subordinate")),
      weights_(rules.date_weights),
      bound_by_(document.units.size(), 0, document.scratch()),
      choices_(choices == nullptr ? nullptr : &choices->dates),
      candidates_(document.scratch()) {
  if (weights_.empty() && choices == nullptr) return;
  for (const Hit& hit : document.hits) {
    for (const EmitSpec& emit : rules.emits(hit)) {
      if (emit.weighed || emit.beside) continue;
      for (const Binding& binding : bindings_of(document, hit)) {
        const Index unit = binding.unit;
        if (unit != kNoIndex) bound_by_[unit] |= 1u << static_cast<unsigned>(emit.type);
      }
    }
  }
}

void WeighedDates::offer(Index index, const Hit& hit, const Statement& statement) {
  const std::optional<SpellArgs> args = spell_args(statement.type);
  if ((weights_.empty() && choices_ == nullptr) || !args) return;
  if (statement.factuality != Factuality::kAsserted || is_null(statement.args[args->person]) ||
      is_null(statement.args[args->club])) {
    return;
  }
  const Index sentence = document_.clauses[hit.clause].sentence;
  const Index from = hit.units.begin - std::min(hit.units.begin, kReach);
  const Index to = std::min(hit.units.end + kReach, static_cast<Index>(document_.units.size()));
  auto clause = std::ranges::upper_bound(document_.clauses, from, {},
                                         [](const Clause& one) { return one.units.begin; });
  if (clause != document_.clauses.begin()) --clause;
  for (; clause != document_.clauses.end() && clause->units.begin < to; ++clause) {
    if (clause->sentence != sentence) continue;
    for (Index u = std::max(from, clause->units.begin); u < std::min(to, clause->units.end); ++u) {
      if (!is_candidate(u, statement) || is_of_another(hit, statement, u) ||
          is_of_the_time_before(hit, u) || around_.is_added(hit, u)) {
        continue;
      }
      weigh(index, hit, statement, static_cast<Index>(clause - document_.clauses.begin()), u);
    }
  }
}

void WeighedDates::weigh(Index index, const Hit& hit, const Statement& statement, Index clause,
                         Index unit) {
  std::vector<std::string>* names = nullptr;
  Candidate one{index, unit, {}, kNoIndex};
  if (choices_ != nullptr) {
    one.choice = static_cast<Index>(choices_->size());
    const SpellArgs args = *spell_args(statement.type);
    const Reading* date = reading_of(document_, unit, UnitKind::kDate);
    const DateValue& value = document_.date_values[date->value];
    choices_->push_back({std::string(event_spec(statement.type).name),
                         value_text(statement.args[args.person]),
                         value_text(statement.args[args.club]),
                         first_point(value).edtf,
                         last_point(value).edtf,
                         {},
                         false,
                         false});
    names = &choices_->back().signs;
  }
  SignSum sum(weights_, names);
  add_kind(statement, unit, sum);
  add_place(hit, clause, unit, sum);
  IndexRange units = document_.clauses[clause].units;
  units.begin = std::max(units.begin, unit - std::min(unit, kReach));
  units.end = std::min(units.end, unit + kReach);
  add_verbs(hit, units, unit, sum);
  add_clubs(statement, units, unit, sum);
  add_others(statement, unit, sum);
  one.share = shares_of(sum.sum());
  candidates_.push_back(one);
}

void WeighedDates::add_kind(const Statement& statement, Index unit, SignSum& out) const {
  const Reading& date = *reading_of(document_, unit, UnitKind::kDate);
  for (const auto& [bit, name] : kDateKinds) {
    if ((date.features & bit) != 0) out.add("date", name);
  }
  const SignName type(event_spec(statement.type).name);
  const SignName cue(to_string(statement.evidence.cue));
  out.add("told", type);
  out.add("cue", cue.text.empty() ? SignName("none") : cue);
  out.add("cue_date", cue.text.empty() ? type : cue, kind_of(date));
}

// Where the date stands to the words of the hit.
void WeighedDates::add_place(const Hit& hit, Index clause, Index unit, SignSum& out) const {
  const bool before = unit < hit.units.begin;
  const bool inside = hit.units.contains(unit);
  const SignName side = before ? SignName("before") : SignName("behind");
  out.add("place", inside ? SignName("inside") : side);
  if (clause != hit.clause) out.add("place", "other_clause");
  if (document_.clauses[clause].parent != kNoIndex && clause != hit.clause)
    out.add("place", "bracket");
  if (inside) return;
  const IndexRange between = before ? IndexRange{unit + 1, hit.units.begin}
                                    : IndexRange{std::min(hit.units.end, unit), unit};
  out.add(side, distance_name(between.size()));
  std::size_t clubs = 0, persons = 0, verbs = 0, dates = 0;
  bool comma = false, mark = false;
  for (Index u = between.begin; u < between.end; ++u) {
    const char at = document_.tokens[document_.units[u].tokens.begin].mark;
    clubs += entities_.club_of_unit[u] != kNoIndex ? 1 : 0;
    persons += entities_.person_of_unit[u] != kNoIndex ? 1 : 0;
    verbs += verb_of(document_, u) != nullptr ? 1 : 0;
    dates += (document_.units[u].kinds & kind_bit(UnitKind::kDate)) != 0 ? 1 : 0;
    comma = comma || at == ',';
    mark = mark || at == ':' || at == ';';
  }
  out.add_count("clubs_between", clubs, 2);
  out.add_count("persons_between", persons, 2);
  out.add_count("verbs_between", verbs, 2);
  out.add_count("dates_between", dates, 2);
  if (comma) out.add("between", "comma");
  if (mark) out.add("between", "mark");
}

// The verbs of its clause next to the date.
void WeighedDates::add_verbs(const Hit& hit, IndexRange units, Index unit, SignSum& out) const {
  Index before = unit;
  while (before > units.begin && verb_of(document_, before - 1) == nullptr) --before;
  if (before > units.begin) {
    out.add_classes("verb_before", verb_of(document_, before - 1)->lemma);
    if (before - 1 == hit.trigger) out.add("verb", "trigger_before");
  } else {
    out.add("verb", "none_before");
  }
  Index behind = unit + 1;
  while (behind < units.end && verb_of(document_, behind) == nullptr) ++behind;
  if (behind < units.end) {
    out.add_classes("verb_behind", verb_of(document_, behind)->lemma);
    if (behind == hit.trigger) out.add("verb", "trigger_behind");
  } else {
    out.add("verb", "none_behind");
  }
}

// Whether the clubs of its clause next to the date are the one that is told of.
void WeighedDates::add_clubs(const Statement& statement, IndexRange units, Index unit,
                             SignSum& out) const {
  const std::string* told = text_of(statement.args[spell_args(statement.type)->club]);
  const auto name = [&](Index club) -> SignName {
    if (club == kNoIndex) return "none";
    const bool same = told != nullptr && entities_.clubs[club] == *told;
    return same ? SignName("same") : SignName("other");
  };
  Index before = kNoIndex, behind = kNoIndex;
  for (Index u = unit; u > units.begin && before == kNoIndex; --u)
    before = entities_.club_of_unit[u - 1];
  for (Index u = unit + 1; u < units.end && behind == kNoIndex; ++u)
    behind = entities_.club_of_unit[u];
  out.add("clubs", name(before), name(behind));
  const Index next = unit + 1 < units.end ? unit + 1 : unit;
  const Index last = unit > units.begin ? unit - 1 : unit;
  if (entities_.club_of_unit[next] != kNoIndex) out.add("next", name(entities_.club_of_unit[next]));
  if (entities_.club_of_unit[last] != kNoIndex) out.add("last", name(entities_.club_of_unit[last]));
}

// What else is told with the date, and of the spell.
void WeighedDates::add_others(const Statement& statement, Index unit, SignSum& out) const {
  const std::uint32_t types = bound_by_[unit];
  if (types == 0) out.add("bound", "no");
  for (unsigned type = 0; types >> type != 0; ++type) {
    if ((types >> type & 1) != 0)
      out.add("bound", SignName(event_spec(static_cast<EventType>(type)).name));
  }
  const SpellArgs args = *spell_args(statement.type);
  const DateValue& value =
      document_.date_values[reading_of(document_, unit, UnitKind::kDate)->value];
  const DateValue* start = date_of(statement.args[args.start]);
  const DateValue* end = date_of(statement.args[args.end]);
  if (start == nullptr && end == nullptr) out.add("has", "none");
  if (start != nullptr) {
    const bool later = value.latest < start->latest;
    out.add("has", later ? SignName("later_start") : SignName("start"));
  }
  if (end != nullptr) {
    const bool earlier = value.earliest > end->earliest;
    out.add("has", earlier ? SignName("earlier_end") : SignName("end"));
  }
}

void WeighedDates::fill(Statement& statement, const Candidate& one, bool start, bool end) const {
  const SpellArgs args = *spell_args(statement.type);
  const DateValue& value =
      document_.date_values[reading_of(document_, one.unit, UnitKind::kDate)->value];
  const NormSpan span = document_.units[one.unit].span;
  const auto put = [&](Index arg, const DateValue& point) {
    statement.args[arg] = day_of(point);
    statement.evidence.slots.push_back({arg, span});
  };
  if (start) put(args.start, first_point(value));
  if (end) put(args.end, last_point(value));
  NormSpan& passage = statement.evidence.span;
  passage.begin = std::min(passage.begin, span.begin);
  passage.end = std::max(passage.end, span.end);
}

// Where the spans of years begin that a rule has given to a spell: `Lecco e, dal 1972 al 1975, il
// Como`. They are of no other.
std::pmr::vector<std::uint32_t> WeighedDates::spans_taken(
    const std::vector<Statement>& statements) const {
  std::pmr::vector<std::uint32_t> out(document_.scratch());
  for (const Statement& one : statements) {
    const std::optional<SpellArgs> args = spell_args(one.type);
    if (!args || one.factuality != Factuality::kAsserted) continue;
    const auto start = slot_of(one.evidence.slots, args->start);
    const auto end = slot_of(one.evidence.slots, args->end);
    if (start == one.evidence.slots.end() || end == one.evidence.slots.end()) continue;
    if (start->span.begin == end->span.begin) out.push_back(start->span.begin);
  }
  std::ranges::sort(out);
  return out;
}

void WeighedDates::decide(std::vector<Statement>& statements) {
  std::unordered_map<std::string, Known> told;
  for (const Statement& one : statements) {
    const std::optional<SpellArgs> args = spell_args(one.type);
    if (!args || one.factuality != Factuality::kAsserted) continue;
    Known& known = told[key_of(one, *args)];
    if (const DateValue* start = date_of(one.args[args->start])) known.start = *start;
    if (const DateValue* end = date_of(one.args[args->end])) known.end = *end;
  }
  const auto known_of = [&](const Candidate& one) -> Known& {
    const Statement& spell = statements[one.statement];
    return told[key_of(spell, *spell_args(spell.type))];
  };
  for (const Candidate& one : candidates_) {
    if (one.choice == kNoIndex) continue;
    const Known& known = known_of(one);
    (*choices_)[one.choice].has_start = known.start.has_value();
    (*choices_)[one.choice].has_end = known.end.has_value();
  }
  std::ranges::stable_sort(candidates_, std::ranges::greater(), [](const Candidate& one) {
    return std::max(one.share.first, one.share.second);
  });
  // By where they begin: dates that a contract ends on.
  std::pmr::vector<std::uint32_t> contracts(document_.scratch());
  for (const Statement& one : statements) {
    if (one.type != EventType::kTenure) continue;
    const auto end = slot_of(one.evidence.slots, arg::Tenure::kContractEnd);
    if (end != one.evidence.slots.end()) contracts.push_back(end->span.begin);
  }
  std::ranges::sort(contracts);
  const std::pmr::vector<std::uint32_t> taken = spans_taken(statements);
  for (const Candidate& one : candidates_) {
    if (std::max(one.share.first, one.share.second) < kLeast) break;
    const std::uint32_t at = document_.units[one.unit].span.begin;
    if (std::ranges::binary_search(contracts, at) || std::ranges::binary_search(taken, at))
      continue;
    take(one, statements[one.statement], known_of(one));
  }
}

// A spell ends after its start.
void WeighedDates::take(const Candidate& one, Statement& statement, Known& known) const {
  const Reading& date = *reading_of(document_, one.unit, UnitKind::kDate);
  const DateValue& value = document_.date_values[date.value];
  // `Rossi, da giovedì in rossonero`: what begins then does not end on it.
  const bool since = (date.features & kDateFrom) != 0 && (date.features & kDateRange) == 0;
  if (since && statement.evidence.cue == Cue::kDeparture && one.share.first < one.share.second)
    return;
  const bool start = since || one.share.first >= one.share.second;
  const bool debut = statement.type == EventType::kPlayingSpell && is_of_a_debut(one.unit);
  const bool both =
      (date.features & kDateRange) != 0 || ((date.features & kDateSeason) != 0 && !debut);
  if (start ? known.start.has_value() : known.end.has_value()) return;
  const auto is_before = [](const DateValue& first, const DateValue& second) {
    return first.earliest < second.earliest || first.latest < second.latest;
  };
  if (start && known.end && !is_before(value, *known.end)) return;
  if (!start && known.start && !is_before(*known.start, value)) return;
  // `in settimana ha rilevato Neri`: nor does what began in that week.
  if (!start && !both && known.start && is_inside(*known.start, value)) return;
  const bool starts = start || (both && !known.start);
  const bool ends = !start || (both && !known.end);
  fill(statement, one, starts, ends);
  if (starts) known.start = first_point(value);
  if (ends) known.end = last_point(value);
}

}  // namespace panchina
