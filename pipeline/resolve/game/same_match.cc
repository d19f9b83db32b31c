#include "resolve/game/same_match.h"

#include <array>
#include <cstdlib>
#include <utility>

#include "resolve/fact/args.h"
#include "resolve/fact/args_agree.h"

namespace panchina {

using arg::Match;

namespace {

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

void turn_round(Args& args) {
  std::swap(args[Match::kHome], args[Match::kAway]);
  std::swap(args[Match::kHomeGoals], args[Match::kAwayGoals]);
  std::swap(args[Match::kHomePenalties], args[Match::kAwayPenalties]);
}

void turn_round(Evidence& evidence) {
  const auto other = [](Index slot) {
    constexpr std::array<Index, 10> kTurned = {1, 0, 3, 2, 4, 5, 6, 7, 9, 8};
    return slot < kTurned.size() ? kTurned[slot] : slot;
  };
  for (EvidenceSlot& slot : evidence.slots) slot.arg = other(slot.arg);
  for (InferredSlot& slot : evidence.inferred) slot.arg = other(slot.arg);
}

}  // namespace

bool same_match(const Event& event, const Statement& statement) {
  const auto& one = event.args;
  const auto& two = statement.args;
  const bool order_free = !flag_of(one[Match::kOrderKnown]) || !flag_of(two[Match::kOrderKnown]);
  if (!straight(one, two) && !(order_free && turned(one, two))) return false;
  return (dates_agree(one, two, Match::kDate) || nearly(one, two, Match::kDate)) &&
         same_or_null(one[Match::kCompetition], two[Match::kCompetition]);
}

void align_sides(Event& match, Statement& statement) {
  if (straight(match.args, statement.args)) return;
  if (flag_of(statement.args[Match::kOrderKnown])) {
    turn_round(match.args);
    for (Evidence& evidence : match.evidence) turn_round(evidence);
  } else {
    turn_round(statement.args);
    turn_round(statement.evidence);
  }
}

}  // namespace panchina
