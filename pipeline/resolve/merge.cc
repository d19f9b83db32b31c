#include "resolve/merge.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <unordered_map>

#include "resolve/args.h"
#include "resolve/civil.h"

namespace panchina {

bool compatible(const DateValue* one, const DateValue* two) {
  if (one == nullptr || two == nullptr) return true;
  const bool first_after =
      one->earliest != kNoDay && two->latest != kNoDay && one->earliest > two->latest;
  const bool second_after =
      two->earliest != kNoDay && one->latest != kNoDay && two->earliest > one->latest;
  return !first_after && !second_after;
}

const DateValue& narrower(const DateValue& one, const DateValue& two) {
  const auto days = [](const DateValue& value) -> std::int64_t {
    if (value.earliest == kNoDay || value.latest == kNoDay) return 1'000'000;
    return std::int64_t{value.latest} - value.earliest;
  };
  return days(two) < days(one) ? two : one;
}

bool before(const DateValue& one, const DateValue& two) {
  return one.latest != kNoDay && two.earliest != kNoDay && one.latest < two.earliest;
}

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

bool same_or_null(const ArgValue& one, const ArgValue& two) {
  return is_null(one) || is_null(two) || one == two;
}

bool dates_agree(const Args& one, const Args& two, Index slot) {
  return compatible(date_of(one[slot]), date_of(two[slot]));
}

// Two spells are one unless a date, their order in time or the way they ended says otherwise.
bool same_spell(const Args& one, const Args& two, Index start, Index end) {
  if (!dates_agree(one, two, start) || !dates_agree(one, two, end)) return false;
  const DateValue* starts[] = {date_of(one[start]), date_of(two[start])};
  const DateValue* ends[] = {date_of(one[end]), date_of(two[end])};
  if (starts[0] && ends[1] && before(*ends[1], *starts[0])) return false;
  if (starts[1] && ends[0] && before(*ends[0], *starts[1])) return false;
  return true;
}

// One spell told season by season: the second begins where the first, which nothing ended, stops.
bool continues(const Args& one, const Args& two, Index start, Index end) {
  constexpr Day kSummer = 62;
  const DateValue* stop = date_of(one[end]);
  const DateValue* begin = date_of(two[start]);
  if (stop == nullptr || begin == nullptr || stop->latest == kNoDay || begin->earliest == kNoDay)
    return false;
  return begin->earliest > stop->latest && begin->earliest - stop->latest <= kSummer;
}

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

bool within(const DateValue* seen, const Args& spell) {
  if (seen == nullptr) return true;
  const DateValue* start = date_of(spell[Tenure::kStart]);
  const DateValue* end = date_of(spell[Tenure::kEnd]);
  return !(start && before(*seen, *start)) && !(end && before(*end, *seen));
}

bool is_loose_cause(const ArgValue& cause) {
  const std::string* text = text_of(cause);
  return text == nullptr || *text == "left";
}

bool causes_agree(const ArgValue& one, const ArgValue& two) {
  return is_loose_cause(one) || is_loose_cause(two) || one == two;
}

bool is_loose_role(const ArgValue& role) {
  const std::string* text = text_of(role);
  return text != nullptr && *text == "other_staff";
}

bool starts_published(const Evidence& evidence) {
  return std::any_of(evidence.inferred.begin(), evidence.inferred.end(),
                     [](const InferredSlot& one) {
                       return one.arg == Tenure::kStart && one.source == Source::kPublished;
                     });
}

// A start that is but the day of the news gives way to the one that is told.
bool newly_told(const Event& event, const Statement& statement) {
  constexpr Day kDays = 4;
  const DateValue* one = date_of(event.args[Tenure::kStart]);
  const DateValue* two = date_of(statement.args[Tenure::kStart]);
  if (one == nullptr || two == nullptr || one->earliest == kNoDay || two->earliest == kNoDay)
    return false;
  if (one->latest != one->earliest || two->latest != two->earliest ||
      std::abs(one->earliest - two->earliest) > kDays)
    return false;
  return starts_published(statement.evidence) !=
         std::any_of(event.evidence.begin(), event.evidence.end(), starts_published);
}

bool same_tenure(const Event& event, const Statement& statement) {
  const auto& one = event.args;
  const auto& two = statement.args;
  if (one[Tenure::kRole] != two[Tenure::kRole] && !is_loose_role(one[Tenure::kRole]) &&
      !is_loose_role(two[Tenure::kRole])) {
    return false;
  }
  if (!causes_agree(one[Tenure::kEndCause], two[Tenure::kEndCause])) return false;
  // A second appointment after a departure, with another predecessor, is a second spell.
  const std::string* replaced = text_of(one[Tenure::kReplaces]);
  const std::string* replaces = text_of(two[Tenure::kReplaces]);
  if (replaced && replaces && *replaced != *replaces && date_of(one[Tenure::kEnd]) != nullptr)
    return false;
  // Whom one followed came back in another's place: a row of a season that two shared.
  const std::string* follower = text_of(one[Tenure::kReplacedBy]);
  if (follower && replaces && *follower != *replaces && !is_null(one[Tenure::kStart]) &&
      is_null(one[Tenure::kEnd]) && is_null(two[Tenure::kStart]) && !is_null(two[Tenure::kEnd]))
    return false;
  if (newly_told(event, statement) && dates_agree(one, two, Tenure::kEnd)) return true;
  return same_spell(one, two, Tenure::kStart, Tenure::kEnd) &&
         within(date_of(two[Tenure::kSeen]), one) && within(date_of(one[Tenure::kSeen]), two);
}

// Season after season in one post, each told in a row of its own, is one tenure: the next row
// begins where the last ended, and nothing ended it or was there before.
bool goes_on(const Event& event, const Statement& statement) {
  if (event.type != EventType::kTenure || statement.type != EventType::kTenure) return false;
  const auto& one = event.args;
  const auto& two = statement.args;
  if (event.factuality != statement.factuality || event.section != statement.section) return false;
  for (const Index slot : {Tenure::kPerson, Tenure::kClub, Tenure::kRole}) {
    if (one[slot] != two[slot]) return false;
  }
  if (!is_null(one[Tenure::kEndCause]) || !is_null(two[Tenure::kReplaces])) return false;
  const DateValue* start = date_of(one[Tenure::kStart]);
  const DateValue* end = date_of(one[Tenure::kEnd]);
  const DateValue* next_start = date_of(two[Tenure::kStart]);
  const DateValue* next_end = date_of(two[Tenure::kEnd]);
  constexpr Day kMonth = 31;
  const auto is_month = [](const DateValue& date) { return is_shorter(date, kMonth); };
  // `dal 22 marzo Rossi`, then `2000-02 Rossi`: the row of the next season goes on.
  if (!end && start && next_start && next_end && is_null(one[Tenure::kReplacedBy])) {
    constexpr Day kSeason = 366;
    const bool told = start->latest != kNoDay && next_start->earliest != kNoDay;
    return told && is_month(*start) && is_month(*next_start) &&
           next_start->earliest > start->latest && next_start->earliest - start->latest < kSeason;
  }
  // A season that two shared tells the first one's start and the other's end only.
  if (!end || !next_start || (!start && !next_end)) return false;
  // (`1945-47 Rossi`, then `1947-48 Rossi, poi Verdi`: a year and a month of it.)
  constexpr Day kYear = 366;
  if ((!start || !next_end) && !(is_shorter(*end, kYear) && is_shorter(*next_start, kYear) &&
                                 (is_month(*end) || is_month(*next_start)))) {
    return false;
  }
  // `1947-48 Rossi; da gennaio Verdi`, then `1948-51 Verdi`: the year began before he came.
  const bool came_that_year = start && is_month(*start) &&
                              next_start->earliest <= start->earliest &&
                              start->latest <= next_start->latest;
  const auto later = [](const DateValue& first, const DateValue& second) {
    return first.earliest != kNoDay && second.earliest != kNoDay && first.latest != kNoDay &&
           second.latest != kNoDay && first.earliest < second.earliest &&
           first.latest < second.latest;
  };
  if (start && !came_that_year && !before(*start, *next_start) && !later(*start, *next_start))
    return false;
  if (next_end && !before(*end, *next_end) && !later(*end, *next_end)) return false;
  return end->latest != kNoDay && next_start->earliest != kNoDay &&
         next_start->earliest <= end->latest + 1 && next_start->latest >= end->earliest;
}

bool turned(const Args& one, const Args& two) {
  return one[Match::kHome] == two[Match::kAway] && one[Match::kAway] == two[Match::kHome] &&
         one[Match::kHomeGoals] == two[Match::kAwayGoals] &&
         one[Match::kAwayGoals] == two[Match::kHomeGoals];
}

bool straight(const Args& one, const Args& two) {
  return one[Match::kHome] == two[Match::kHome] && one[Match::kAway] == two[Match::kAway] &&
         one[Match::kHomeGoals] == two[Match::kHomeGoals] &&
         one[Match::kAwayGoals] == two[Match::kAwayGoals];
}

// The same two do not play the same result twice within days: one of the dates was inferred.
bool nearly(const Args& one, const Args& two, Index slot) {
  constexpr Day kDays = 2;
  const DateValue* a = date_of(one[slot]);
  const DateValue* b = date_of(two[slot]);
  if (a == nullptr || b == nullptr || a->earliest == kNoDay || b->earliest == kNoDay) return false;
  return a->latest == a->earliest && b->latest == b->earliest &&
         std::abs(a->earliest - b->earliest) <= kDays;
}

bool same_match(const Event& event, const Statement& statement) {
  const auto& one = event.args;
  const auto& two = statement.args;
  const bool order_free = !flag_of(one[Match::kOrderKnown]) || !flag_of(two[Match::kOrderKnown]);
  if (!straight(one, two) && !(order_free && turned(one, two))) return false;
  return (dates_agree(one, two, Match::kDate) || nearly(one, two, Match::kDate)) &&
         same_or_null(one[Match::kCompetition], two[Match::kCompetition]);
}

int agreeing_numbers(const Args& one, const Args& two) {
  int agreeing = 0;
  for (const Index slot :
       {Record::kPlayed, Record::kWon, Record::kDrawn, Record::kLost, Record::kPoints}) {
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
      return event.args[Tenure::kPerson] == statement.args[Tenure::kPerson] &&
             event.args[Tenure::kClub] == statement.args[Tenure::kClub] &&
             same_tenure(event, statement);
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

bool takes_over(const ArgValue& mine, const ArgValue& other, EventType type, Index slot) {
  if (is_null(other)) return false;
  if (is_null(mine)) return true;
  if (date_of(mine) && date_of(other))
    return &narrower(*date_of(mine), *date_of(other)) == date_of(other);
  if (std::holds_alternative<bool>(mine) && std::holds_alternative<bool>(other)) {
    return !flag_of(mine) && flag_of(other);
  }
  if (type == EventType::kTenure && slot == Tenure::kEndCause) return is_loose_cause(mine);
  if (type == EventType::kTenure && slot == Tenure::kRole) return is_loose_role(mine);
  return false;
}

Statement turned_round(Statement statement) {
  std::swap(statement.args[Match::kHome], statement.args[Match::kAway]);
  std::swap(statement.args[Match::kHomeGoals], statement.args[Match::kAwayGoals]);
  std::swap(statement.args[Match::kHomePenalties], statement.args[Match::kAwayPenalties]);
  const auto other = [](Index slot) {
    constexpr std::array<Index, 10> kTurned = {1, 0, 3, 2, 4, 5, 6, 7, 9, 8};
    return slot < kTurned.size() ? kTurned[slot] : slot;
  };
  for (EvidenceSlot& slot : statement.evidence.slots) slot.arg = other(slot.arg);
  for (InferredSlot& slot : statement.evidence.inferred) slot.arg = other(slot.arg);
  return statement;
}

// Evidence whose lists stand in that memory.
Evidence moved_to(Memory* memory, Evidence evidence) {
  Evidence out = evidence_in(memory);
  out = std::move(evidence);
  return out;
}

void absorb(Event& event, Statement statement) {
  if (event.type == EventType::kMatch && !straight(event.args, statement.args)) {
    if (flag_of(statement.args[Match::kOrderKnown])) {  // the newcomer knows who was at home
      Statement mine;
      mine.args = event.args;
      mine = turned_round(std::move(mine));
      event.args = std::move(mine.args);
      for (Evidence& evidence : event.evidence) {
        Statement one;
        one.args.resize(event.args.size());
        one.evidence = std::move(evidence);
        evidence = turned_round(std::move(one)).evidence;
      }
    } else {
      statement = turned_round(std::move(statement));
    }
  }
  if (event.type == EventType::kTenure &&
      continues(event.args, statement.args, Tenure::kStart, Tenure::kEnd)) {
    event.args[Tenure::kEnd] = statement.args[Tenure::kEnd];
    statement.args[Tenure::kStart] = std::monostate{};
  }
  if (event.type == EventType::kTenure && newly_told(event, statement)) {
    const bool mine = starts_published(statement.evidence);
    (mine ? statement.args : event.args)[Tenure::kStart] = std::monostate{};
  }
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
  const auto has = [&](Index slot) {
    return std::any_of(same_passage->slots.begin(), same_passage->slots.end(),
                       [&](const EvidenceSlot& one) { return one.arg == slot; }) ||
           std::any_of(same_passage->inferred.begin(), same_passage->inferred.end(),
                       [&](const InferredSlot& one) { return one.arg == slot; });
  };
  for (const EvidenceSlot& slot : statement.evidence.slots) {
    if (!has(slot.arg)) same_passage->slots.push_back(slot);
  }
  for (const InferredSlot& slot : statement.evidence.inferred) {
    if (!has(slot.arg)) same_passage->inferred.push_back(slot);
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
    int numbers = 0;
    for (const Index slot :
         {Record::kPlayed, Record::kWon, Record::kDrawn, Record::kLost, Record::kPoints}) {
      numbers += is_null(args[slot]) ? 0 : 1;
    }
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
      if (goes_on(events[best], statement)) {
        events[best].args[Tenure::kEnd] = statement.args[Tenure::kEnd];
        statement.args[Tenure::kStart] = {};
      }
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
