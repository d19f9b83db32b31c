#include "resolve/career/same_tenure.h"

#include <algorithm>
#include <cstdlib>
#include <span>

#include "resolve/fact/args.h"
#include "resolve/fact/args_agree.h"
#include "resolve/fact/civil.h"

namespace panchina {

using arg::Tenure;

namespace {

// One spell told season by season: the second begins where the first, which nothing ended, stops.
bool continues(const Args& one, const Args& two) {
  constexpr Day kSummer = 62;
  const DateValue* stop = date_of(one[Tenure::kEnd]);
  const DateValue* begin = date_of(two[Tenure::kStart]);
  if (stop == nullptr || begin == nullptr || stop->latest == kNoDay || begin->earliest == kNoDay)
    return false;
  return begin->earliest > stop->latest && begin->earliest - stop->latest <= kSummer;
}

bool within(const DateValue* seen, const Args& spell) {
  if (seen == nullptr) return true;
  const DateValue* start = date_of(spell[Tenure::kStart]);
  const DateValue* end = date_of(spell[Tenure::kEnd]);
  return !(start && before(*seen, *start)) && !(end && before(*end, *seen));
}

// A contract that runs on for years behind the end of a spell was signed for another one.
bool outlives(const Args& contract, const Args& spell) {
  constexpr Day kLongest = 5 * 366;
  const DateValue* runs = date_of(contract[Tenure::kContractEnd]);
  const DateValue* end = date_of(spell[Tenure::kEnd]);
  return runs != nullptr && end != nullptr && runs->earliest != kNoDay && end->latest != kNoDay &&
         runs->earliest - end->latest > kLongest;
}

bool is_loose_cause(const ArgValue& cause) {
  const std::string* text = text_of(cause);
  return text == nullptr || *text == "left";
}

bool is_loose_role(const ArgValue& role) {
  const std::string* text = text_of(role);
  return text != nullptr && *text == "other_staff";
}

bool starts_published(const Evidence& evidence) { return is_published(evidence, Tenure::kStart); }

// `Coordinatore del vivaio fino al 2011, poi nello staff della prima squadra`: a post of no name is
// any on the staff of whoever leads the side, but no leading one and none of the young.
bool roles_agree(const ArgValue& one, const ArgValue& two) {
  const auto leads = [](const ArgValue& role) {
    const std::string* text = text_of(role);
    return text != nullptr && (text->starts_with("youth") || *text == "head_coach");
  };
  if (one == two) return true;
  return (is_loose_role(one) && !leads(two)) || (is_loose_role(two) && !leads(one));
}

// A start that is but the day of the news gives way to the one that is told, soon before it or in
// the weeks to come (`si insedierà il 1° luglio`).
bool newly_told(const Event& event, const Statement& statement) {
  constexpr Day kBefore = 4, kBehind = 60;
  const DateValue* one = date_of(event.args[Tenure::kStart]);
  const DateValue* two = date_of(statement.args[Tenure::kStart]);
  if (one == nullptr || two == nullptr || one->earliest == kNoDay || two->earliest == kNoDay)
    return false;
  if (one->latest != one->earliest || two->latest != two->earliest) return false;
  const bool news = starts_published(statement.evidence);
  if (news == std::any_of(event.evidence.begin(), event.evidence.end(), starts_published))
    return false;
  const Day behind = news ? one->earliest - two->earliest : two->earliest - one->earliest;
  return behind >= -kBefore && behind <= kBehind;
}

// `1960-61 Rossi (esonerato a gennaio)`: who left during the season that his row tells was not
// there to its end, nor from its start where he is told to have come later (`la scorsa stagione
// alla Pistoiese: chiamato a ottobre, cacciato a gennaio`).
bool leaves_within(const Args& season, const Args& left) {
  constexpr Day kSeason = 366;
  const DateValue* start = date_of(season[Tenure::kStart]);
  const DateValue* end = date_of(season[Tenure::kEnd]);
  const DateValue* came = date_of(left[Tenure::kStart]);
  const DateValue* day = date_of(left[Tenure::kEnd]);
  if (start == nullptr || end == nullptr || day == nullptr || is_null(left[Tenure::kEndCause]))
    return false;
  if (!is_null(season[Tenure::kEndCause])) return false;
  if (start->earliest == kNoDay || end->latest == kNoDay || day->earliest == kNoDay) return false;
  if (came != nullptr && (came->earliest == kNoDay || came->earliest < start->earliest))
    return false;
  return end->latest - start->earliest <= kSeason && start->earliest <= day->earliest &&
         day->latest <= end->latest;
}

// `nel 1999-2000 ha guidato il Lecco, subentrando a novembre`: who came during the season that is
// told was not there from its start.
bool comes_within(const Args& season, const Args& came) {
  constexpr Day kSeason = 366;
  const DateValue* start = date_of(season[Tenure::kStart]);
  const DateValue* end = date_of(season[Tenure::kEnd]);
  const DateValue* day = date_of(came[Tenure::kStart]);
  if (start == nullptr || end == nullptr || day == nullptr || !is_null(came[Tenure::kEnd]))
    return false;
  if (!is_null(season[Tenure::kEndCause]) || !is_null(season[Tenure::kReplaces])) return false;
  if (start->earliest == kNoDay || end->latest == kNoDay || day->earliest == kNoDay) return false;
  return end->latest - start->earliest <= kSeason && start->latest < day->earliest &&
         day->latest < end->earliest;
}

bool in_one_sentence(const Event& event, const Statement& statement) {
  return std::any_of(event.evidence.begin(), event.evidence.end(), [&](const Evidence& one) {
    return one.sentence == statement.evidence.sentence;
  });
}

// The season's dates give way to those of who came or left during it.
void narrow_season(Args& season, const Args& left) {
  if (!is_null(left[Tenure::kStart])) season[Tenure::kStart] = left[Tenure::kStart];
  season[Tenure::kEnd] = left[Tenure::kEnd];
}

// The last day told of a post; null: none is.
const DateValue* last_told(const Args& post) {
  for (const Index arg : {Tenure::kEnd, Tenure::kSeen, Tenure::kStart}) {
    if (const DateValue* date = date_of(post[arg]); date != nullptr) return date;
  }
  return nullptr;
}

// `Il Como ingaggia Rossi. Aveva già guidato gli azzurri nel 2012`: whether one side tells that
// somebody comes and the other of a post with a time of its own that he had held before.
bool is_return(const Args& coming, std::span<const Evidence> comes, const Args& held,
               std::span<const Evidence> had) {
  const auto arrives = [](const Evidence& one) {
    return one.cue == Cue::kAppointment && !one.anterior;
  };
  const auto was_there = [](const Evidence& one) {
    return one.anterior && (one.cue == Cue::kInPost || one.cue == Cue::kDeparture);
  };
  const DateValue* last = last_told(held);
  const DateValue* start = date_of(coming[Tenure::kStart]);
  return last != nullptr && (start == nullptr || before(*last, *start)) &&
         std::ranges::any_of(comes, arrives) && std::ranges::all_of(had, was_there);
}

}  // namespace

bool same_tenure(const Event& event, const Statement& statement) {
  const auto& one = event.args;
  const auto& two = statement.args;
  if (one[Tenure::kPerson] != two[Tenure::kPerson] || one[Tenure::kClub] != two[Tenure::kClub]) {
    return false;
  }
  if (!roles_agree(one[Tenure::kRole], two[Tenure::kRole])) return false;
  const ArgValue& cause = one[Tenure::kEndCause];
  const ArgValue& other_cause = two[Tenure::kEndCause];
  if (!is_loose_cause(cause) && !is_loose_cause(other_cause) && cause != other_cause) return false;
  if (outlives(one, two) || outlives(two, one)) return false;
  const std::span<const Evidence> told(event.evidence), also(&statement.evidence, 1);
  if (is_return(two, also, one, told) || is_return(one, told, two, also)) return false;
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
  if ((leaves_within(one, two) || leaves_within(two, one)) && in_one_sentence(event, statement))
    return true;
  if ((comes_within(one, two) || comes_within(two, one)) && in_one_sentence(event, statement))
    return true;
  return same_spell(one, two, Tenure::kStart, Tenure::kEnd) &&
         within(date_of(two[Tenure::kSeen]), one) && within(date_of(one[Tenure::kSeen]), two);
}

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

void settle_dates(Event& tenure, Statement& statement) {
  if (leaves_within(tenure.args, statement.args)) {
    narrow_season(tenure.args, statement.args);
  } else if (leaves_within(statement.args, tenure.args)) {
    narrow_season(statement.args, tenure.args);
  }
  if (comes_within(tenure.args, statement.args)) {
    tenure.args[Tenure::kStart] = std::monostate{};
  } else if (comes_within(statement.args, tenure.args)) {
    statement.args[Tenure::kStart] = std::monostate{};
  }
  if (goes_on(tenure, statement) || continues(tenure.args, statement.args)) {
    tenure.args[Tenure::kEnd] = statement.args[Tenure::kEnd];
    statement.args[Tenure::kStart] = std::monostate{};
  }
  if (newly_told(tenure, statement)) {
    const bool mine = starts_published(statement.evidence);
    (mine ? statement.args : tenure.args)[Tenure::kStart] = std::monostate{};
  }
}

bool is_loose(Index arg, const ArgValue& value) {
  return (arg == Tenure::kEndCause && is_loose_cause(value)) ||
         (arg == Tenure::kRole && is_loose_role(value));
}

}  // namespace panchina
