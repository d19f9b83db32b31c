#include "resolve/merge.h"

#include <algorithm>
#include <unordered_map>

#include "resolve/career/same_tenure.h"
#include "resolve/fact/args.h"
#include "resolve/fact/args_agree.h"
#include "resolve/game/same_match.h"

namespace panchina {

namespace {

using arg::Honour;
using arg::Match;
using arg::PlayingSpell;
using arg::Record;
using arg::Standing;
using arg::Tenure;

// Only the latest facts of a bucket are looked at, so that a page of ten thousand balances stays
// linear.
constexpr std::size_t kMostCandidates = 64;

// Two of them tell of a record.
constexpr Index kBalance[] = {Record::kPlayed, Record::kWon, Record::kDrawn, Record::kLost,
                              Record::kPoints};

// `1945-1990: il Derthona`: the years of a chronicle, not of one man.
bool outlasts_career(const Statement& statement) {
  constexpr Day kCareer = 30 * 365;
  const bool post = statement.type == EventType::kTenure;
  if (!post && statement.type != EventType::kPlayingSpell) return false;
  const DateValue* start = date_of(statement.args[post ? Tenure::kStart : PlayingSpell::kStart]);
  const DateValue* end = date_of(statement.args[post ? Tenure::kEnd : PlayingSpell::kEnd]);
  return start != nullptr && end != nullptr && start->earliest != kNoDay && end->latest != kNoDay &&
         end->latest - start->earliest > kCareer;
}

int agreeing_numbers(const Args& one, const Args& two) {
  int agreeing = 0;
  for (const Index slot : kBalance) {
    if (is_null(one[slot]) || is_null(two[slot])) continue;
    if (one[slot] != two[slot]) return -1;
    ++agreeing;
  }
  return agreeing;
}

// Two halves of one balance: `26 punti in 25 giornate: sei successi, otto pareggi, undici rovesci`.
bool add_up(const Args& one, const Args& two) {
  const auto number = [&](Index slot) -> std::int64_t {
    const std::int64_t* value = number_of(is_null(one[slot]) ? two[slot] : one[slot]);
    return value == nullptr ? -1 : *value;
  };
  const std::int64_t played = number(Record::kPlayed), won = number(Record::kWon),
                     drawn = number(Record::kDrawn), lost = number(Record::kLost),
                     points = number(Record::kPoints);
  if (won < 0 || drawn < 0) return false;
  if (played >= 0 && lost >= 0) return won + drawn + lost == played;
  return points >= 0 && (points == 3 * won + drawn || points == 2 * won + drawn);
}

bool same_record(const Event& event, const Statement& statement) {
  const auto& one = event.args;
  const auto& two = statement.args;
  const int agreeing = agreeing_numbers(one, two);
  const Index here = statement.evidence.sentence, there = event.evidence.back().sentence;
  const bool near = here <= there + 1 && there <= here + 1;
  return (agreeing >= 2 || (agreeing >= 0 && near && add_up(one, two))) &&
         same_or_null(one[Record::kPerson], two[Record::kPerson]) &&
         same_or_null(one[Record::kClub], two[Record::kClub]) &&
         same_or_null(one[Record::kCompetition], two[Record::kCompetition]) &&
         same_or_null(one[Record::kAgainst], two[Record::kAgainst]);
}

bool same_honour(const Event& event, const Statement& statement) {
  const auto& one = event.args;
  const auto& two = statement.args;
  return one[Honour::kCompetition] == two[Honour::kCompetition] &&
         same_or_null(one[Honour::kPerson], two[Honour::kPerson]) &&
         same_or_null(one[Honour::kClub], two[Honour::kClub]) &&
         same_or_null(one[Honour::kCapacity], two[Honour::kCapacity]) &&
         dates_agree(one, two, Honour::kDate);
}

bool same_standing(const Event& event, const Statement& statement) {
  const auto& one = event.args;
  const auto& two = statement.args;
  return one[Standing::kClub] == two[Standing::kClub] &&
         one[Standing::kPosition] == two[Standing::kPosition] &&
         same_or_null(one[Standing::kCompetition], two[Standing::kCompetition]) &&
         dates_agree(one, two, Standing::kDate);
}

bool same_fact(const Event& event, const Statement& statement) {
  if (event.type != statement.type || event.factuality != statement.factuality ||
      event.section != statement.section) {
    return false;
  }
  switch (event.type) {
    case EventType::kTenure:
      return same_tenure(event, statement);
    case EventType::kMatch:
      return same_match(event, statement);
    case EventType::kRecord:
      return same_record(event, statement);
    case EventType::kHonour:
      return same_honour(event, statement);
    case EventType::kStanding:
      return same_standing(event, statement);
    case EventType::kPlayingSpell:
      return event.args[PlayingSpell::kPerson] == statement.args[PlayingSpell::kPerson] &&
             event.args[PlayingSpell::kClub] == statement.args[PlayingSpell::kClub] &&
             same_spell(event.args, statement.args, PlayingSpell::kStart, PlayingSpell::kEnd) &&
             same_or_null(event.args[PlayingSpell::kAppearances],
                          statement.args[PlayingSpell::kAppearances]);
    case EventType::kBirth:
      return event.args[arg::Birth::kPerson] == statement.args[arg::Birth::kPerson] &&
             dates_agree(event.args, statement.args, arg::Birth::kDate);
    case EventType::kDate:
    case EventType::kClub:
      return false;
  }
  return false;
}

// How much two facts that may be one have in common: dates and numbers that stand in both.
int likeness(const Event& event, const Statement& statement) {
  int shared = 0;
  for (std::size_t i = 0; i < event.args.size(); ++i) {
    if (!is_null(event.args[i]) && !is_null(statement.args[i])) ++shared;
  }
  return shared;
}

// The one with fewer days; the first where they are equal.
const DateValue& narrower(const DateValue& one, const DateValue& two) {
  const auto days = [](const DateValue& value) -> std::int64_t {
    if (value.earliest == kNoDay || value.latest == kNoDay) return 1'000'000;
    return std::int64_t{value.latest} - value.earliest;
  };
  return days(two) < days(one) ? two : one;
}

bool takes_over(const ArgValue& mine, const ArgValue& other, EventType type, Index slot) {
  if (is_null(other)) return false;
  if (is_null(mine)) return true;
  if (date_of(mine) && date_of(other))
    return &narrower(*date_of(mine), *date_of(other)) == date_of(other);
  if (std::holds_alternative<bool>(mine) && std::holds_alternative<bool>(other)) {
    return !flag_of(mine) && flag_of(other);
  }
  return type == EventType::kTenure && is_loose(slot, mine);
}

// Evidence whose lists stand in that memory.
Evidence moved_to(Memory* memory, Evidence evidence) {
  Evidence out = evidence_in(memory);
  out = std::move(evidence);
  return out;
}

void absorb(Event& event, Statement statement) {
  if (event.type == EventType::kMatch) align_sides(event, statement);
  if (event.type == EventType::kTenure) settle_dates(event, statement);
  for (Index slot = 0; slot < event.args.size(); ++slot) {
    if (takes_over(event.args[slot], statement.args[slot], event.type, slot)) {
      event.args[slot] = statement.args[slot];
    }
  }
  event.confidence = std::max(event.confidence, statement.confidence);
  const auto same_passage =
      std::find_if(event.evidence.begin(), event.evidence.end(), [&](const Evidence& one) {
        return one.span == statement.evidence.span && one.rule == statement.evidence.rule &&
               one.cue == statement.evidence.cue;
      });
  if (same_passage == event.evidence.end()) {
    event.evidence.push_back(moved_to(memory_of(event), std::move(statement.evidence)));
    return;
  }
  for (const EvidenceSlot& slot : statement.evidence.slots) {
    if (!tells(*same_passage, slot.arg)) same_passage->slots.push_back(slot);
  }
  for (const InferredSlot& slot : statement.evidence.inferred) {
    if (!tells(*same_passage, slot.arg)) same_passage->inferred.push_back(slot);
  }
}

Event to_event(Statement statement, Memory* memory) {
  Event event{.type = statement.type,
              .factuality = statement.factuality,
              .confidence = statement.confidence,
              .section = statement.section,
              .args = Args(std::move(statement.args), memory),
              .evidence = std::pmr::vector<Evidence>(memory)};
  event.evidence.push_back(moved_to(memory, std::move(statement.evidence)));
  return event;
}

// Facts that cannot be one differ in this number.
std::uint64_t bucket(EventType type, const Args& args) {
  const auto hash = [](const ArgValue& value) -> std::uint64_t {
    const std::string* text = text_of(value);
    return text ? std::hash<std::string>{}(*text) : 0;
  };
  const std::uint64_t base = static_cast<std::uint64_t>(type) + 1;
  switch (type) {
    case EventType::kTenure:
    case EventType::kPlayingSpell: {
      const Index club = type == EventType::kTenure ? Tenure::kClub : PlayingSpell::kClub;
      return base * 31 + hash(args[0]) * 7 + hash(args[club]);
    }
    case EventType::kMatch:
      return base * 31 + (hash(args[Match::kHome]) ^ hash(args[Match::kAway]));
    case EventType::kHonour:
    case EventType::kStanding:
    case EventType::kBirth:
      return base * 31 + hash(args[0]);
    default:
      return base;
  }
}

}  // namespace

bool is_complete(const Statement& statement) {
  const auto& args = statement.args;
  const auto& spec = event_spec(statement.type).args;
  for (std::size_t i = 0; i < spec.size(); ++i) {
    if (spec[i].key && is_null(args[i])) return false;
  }
  if (statement.type == EventType::kRecord) {
    const auto numbers =
        std::ranges::count_if(kBalance, [&](Index slot) { return !is_null(args[slot]); });
    return numbers >= 2 && (!is_null(args[Record::kPerson]) || !is_null(args[Record::kClub]));
  }
  if (statement.type == EventType::kHonour) {
    return !is_null(args[Honour::kPerson]) || !is_null(args[Honour::kClub]);
  }
  if (statement.type == EventType::kMatch) return args[Match::kHome] != args[Match::kAway];
  return true;
}

std::vector<Event> merge(std::vector<Statement> statements, Memory* memory, Memory* scratch) {
  std::vector<Event> events;
  std::pmr::unordered_map<std::uint64_t, std::pmr::vector<std::size_t>> by_bucket(scratch);
  for (Statement& statement : statements) {
    if (!is_complete(statement) || outlasts_career(statement)) continue;
    std::pmr::vector<std::size_t>& others = by_bucket[bucket(statement.type, statement.args)];
    std::size_t best = events.size();
    int most = -1;
    const std::size_t first = others.size() > kMostCandidates ? others.size() - kMostCandidates : 0;
    for (std::size_t at = first; at < others.size(); ++at) {
      const std::size_t i = others[at];
      if (!same_fact(events[i], statement) && !goes_on(events[i], statement)) continue;
      const int shared = likeness(events[i], statement);
      if (shared >= most) {  // of equals the latest: the story goes on from there
        most = shared;
        best = i;
      }
    }
    if (best < events.size()) {
      absorb(events[best], std::move(statement));
    } else {
      others.push_back(events.size());
      events.push_back(to_event(std::move(statement), memory));
    }
  }
  for (Event& event : events) {
    if (event.evidence.size() == 1) continue;  // most: a stable_sort would ask for memory
    std::stable_sort(
        event.evidence.begin(), event.evidence.end(),
        [](const Evidence& one, const Evidence& two) { return one.span.begin < two.span.begin; });
  }
  return events;
}

}  // namespace panchina
