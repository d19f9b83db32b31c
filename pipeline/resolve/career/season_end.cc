#include "resolve/career/season_end.h"

#include "resolve/fact/args.h"
#include "resolve/fact/civil.h"
#include "resolve/fact/statement.h"

namespace panchina {

using arg::Tenure;

constexpr Day kSeason = 367;  // and not two seasons

bool ends_with_season(const Event& spell, const DateValue& day) {
  const DateValue* start = date_of(spell.args[Tenure::kStart]);
  const DateValue* end = date_of(spell.args[Tenure::kEnd]);
  if (start == nullptr || end == nullptr || !is_shorter(day, kSeason) || before(day, *start) ||
      !before(day, *end) || end->latest - start->earliest > kSeason) {
    return false;
  }
  bool season = false;
  for (const Evidence& one : spell.evidence) {
    const auto from = slot_of(one.slots, Tenure::kStart);
    const auto to = slot_of(one.slots, Tenure::kEnd);
    if (to == one.slots.end()) continue;
    if (from == one.slots.end() || from->span.begin != to->span.begin) return false;
    season = true;
  }
  return season;
}

void end_on(Event& spell, const DateValue& day) {
  drop_arg(Tenure::kEnd, spell);
  spell.args[Tenure::kEnd] = day;
  spell.evidence.front().inferred.push_back({Tenure::kEnd, Source::kReciprocal});
}

}  // namespace panchina
