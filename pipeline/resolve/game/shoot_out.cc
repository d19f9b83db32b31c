#include "resolve/game/shoot_out.h"

#include <algorithm>
#include <string>
#include <utility>

#include "document/readings.h"
#include "resolve/fact/args.h"

namespace panchina {

namespace {

using arg::Match;

constexpr Index kBehind = 4;  // units from the penalties to whom they went to

}  // namespace

// The penalties that a hit binds, as a unit.
Index ShootOut::penalties_of(const Hit& hit) const {
  for (const Binding& binding : bindings_of(document_, hit)) {
    if (binding.unit == kNoIndex || binding.reading == kNoIndex) continue;
    const Reading& reading = document_.readings[binding.reading];
    if (reading.kind == UnitKind::kScore && document_.scores[reading.value].penalties)
      return binding.unit;
  }
  return kNoIndex;
}

// `2-1 qui, poi 4-2 dal dischetto`: the second leg of two, which need not be a draw.
bool ShootOut::is_told_then(Index goals, Index penalties) const {
  for (Index unit = goals; unit < penalties; ++unit) {
    if (lexicon_.in_list(document_.units[unit].word, then_)) return true;
  }
  // `1-0 d.t.s., 4-2 rig.`, `1-2 (p.t. 1-0), 5-3 dcr`
  constexpr std::uint32_t kBetween = kind_bit(UnitKind::kPunct) | kind_bit(UnitKind::kBracket);
  Index unit = penalties;
  while (unit > goals && (document_.units[unit - 1].kinds & kBetween) != 0) --unit;
  return unit < penalties && unit > 0 && is_final_score(document_, unit - 1);
}

// The club (entity) of `4-3 per gli ospiti`, `per il Como ai rigori`; kNoIndex: none.
Index ShootOut::winner_behind(Index penalties) const {
  const Index end =
      std::min<Index>(penalties + 1 + kBehind, static_cast<Index>(document_.units.size()));
  bool whose = false;
  for (Index unit = penalties + 1; unit < end; ++unit) {
    const Unit& one = document_.units[unit];
    if ((one.kinds & (kind_bit(UnitKind::kPunct) | kind_bit(UnitKind::kBreak))) != 0) break;
    whose = whose || lexicon_.in_list(one.word, for_);
    if (whose && entities_.club_of_unit[unit] != kNoIndex) return entities_.club_of_unit[unit];
  }
  return kNoIndex;
}

void ShootOut::settle(const Hit& hit, Told told, Statement& match) const {
  auto& args = match.args;
  const std::int64_t* home = number_of(args[Match::kHomePenalties]);
  const std::int64_t* away = number_of(args[Match::kAwayPenalties]);
  if (home == nullptr || away == nullptr) return;
  const std::int64_t high = std::max(*home, *away);
  const std::int64_t low = std::min(*home, *away);
  const Index penalties = penalties_of(hit);
  const std::int64_t* home_goals = number_of(args[Match::kHomeGoals]);
  const std::int64_t* away_goals = number_of(args[Match::kAwayGoals]);
  const bool drawn = home_goals != nullptr && away_goals != nullptr && *home_goals == *away_goals;
  const Index goals = hit.trigger == kNoIndex ? hit.units.begin : hit.trigger;
  if (high == low || penalties == kNoIndex || (!drawn && !is_told_then(goals, penalties))) {
    args[Match::kHomePenalties] = args[Match::kAwayPenalties] = {};
    const auto is_theirs = [](Index arg) {
      return arg == Match::kHomePenalties || arg == Match::kAwayPenalties;
    };
    std::erase_if(match.evidence.slots,
                  [&](const EvidenceSlot& slot) { return is_theirs(slot.arg); });
    return;
  }
  if (const Index winner = winner_behind(penalties); winner != kNoIndex) {
    const std::string& id = entities_.clubs[winner];
    const std::string* one = text_of(args[Match::kHome]);
    const std::string* two = text_of(args[Match::kAway]);
    if (one != nullptr && *one == id) told = Told::kHomeWon;
    if (two != nullptr && *two == id) told = Told::kAwayWon;
  }
  if (told == Told::kNothing) return;
  args[Match::kHomePenalties] = told == Told::kHomeWon ? high : low;
  args[Match::kAwayPenalties] = told == Told::kHomeWon ? low : high;
}

}  // namespace panchina
