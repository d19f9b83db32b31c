#include "app/score_facts.h"

#include <algorithm>

namespace panchina {

const std::vector<FactType>& fact_types() {
  static const std::vector<FactType> types = {
      {"match",
       {"home", "away", "home_goals", "away_goals"},
       {"home", "away", "home_goals", "away_goals", "date", "competition", "stadium",
        "home_penalties", "away_penalties"}},
      {"tenure",
       {"person", "club", "role"},
       {"person", "club", "role", "start", "end", "end_cause", "interim", "replaces", "replaced_by",
        "contract_end"}},
      {"record", {}, {"person", "club", "played", "won", "drawn", "lost", "points", "against"}},
      {"honour", {"competition"}, {"competition", "person", "club", "date", "capacity"}},
      {"standing", {"club", "position"}, {"club", "position", "competition", "date"}},
      {"playing_spell",
       {"person", "club"},
       {"person", "club", "start", "end", "appearances", "goals"}},
      {"birth", {"person"}, {"person", "date", "place"}},
  };
  return types;
}

namespace {

bool agrees_on(std::string_view slot, const ScoreSlots& found, const ScoreSlots& gold) {
  return std::ranges::any_of(gold[slot].choices, [&](const ScoreValue& value) {
    return !is_null(value) && same_slot_value(slot, found.value(slot), value);
  });
}

// The person or club that owns the fact, where gold names one.
bool owner_agrees(const ScoreSlots& found, const ScoreSlots& gold) {
  bool named = false;
  for (const std::string_view slot : {"person", "club"}) {
    if (gold[slot].none()) continue;
    named = true;
    if (agrees_on(slot, found, gold)) return true;
  }
  return !named;
}

bool key_agrees(const FactType& type, const ScoreSlots& found, const ScoreSlots& gold) {
  if (type.name == "record") {
    std::size_t stated = 0, equal = 0;
    for (const std::string_view slot : {"played", "won", "drawn", "lost", "points"}) {
      if (gold[slot].none()) continue;
      ++stated;
      equal += agrees_on(slot, found, gold) ? 1 : 0;
    }
    return equal >= std::min<std::size_t>(2, stated) && owner_agrees(found, gold);
  }
  const auto agrees = [&](std::string_view slot) { return agrees_on(slot, found, gold); };
  if (!std::ranges::all_of(type.keys, agrees)) return false;
  return type.name != "honour" || owner_agrees(found, gold);
}

ScoreSlots flipped(ScoreSlots match) {
  match.swap("home", "away");
  match.swap("home_goals", "away_goals");
  match.swap("home_penalties", "away_penalties");
  return match;
}

// Whether the teams stand the other way round; allowed only where gold does not know the venue.
bool flip_fits(const FactType& type, const ScoreSlots& found, const ScoreSlots& gold) {
  const auto* known = std::get_if<bool>(&gold.value("order_known"));
  return known != nullptr && !*known && !key_agrees(type, found, gold) &&
         key_agrees(type, flipped(found), gold);
}

// False and null are the same for `interim`.
ScoreValue interim(const ScoreValue& value) {
  const auto* flag = std::get_if<bool>(&value);
  return flag != nullptr && !*flag ? ScoreValue() : value;
}

}  // namespace

bool agrees(const FactType& type, const ScoreSlots& found, const ScoreSlots& gold) {
  return key_agrees(type, found, gold) || (type.name == "match" && flip_fits(type, found, gold));
}

SlotVerdicts slot_verdicts(const FactType& type, const ScoreSlots& as_found,
                           const ScoreSlots& gold) {
  const bool flip = type.name == "match" && flip_fits(type, as_found, gold);
  const ScoreSlots found = flip ? flipped(as_found) : as_found;
  SlotVerdicts verdicts;
  for (const std::string_view slot : type.slots) {
    ScoreValue value = found.value(slot);
    std::vector<ScoreValue> wanted = gold[slot].choices;
    if (slot == "interim") {
      value = interim(value);
      for (ScoreValue& choice : wanted) choice = interim(choice);
    }
    const bool given = !is_null(value);
    const bool equal = std::ranges::any_of(
        wanted, [&](const ScoreValue& choice) { return same_slot_value(slot, value, choice); });
    if (equal) {
      if (given) verdicts.right.push_back(slot);
      continue;
    }
    if (given) verdicts.wrong.push_back(slot);
    if (std::ranges::none_of(wanted, [](const ScoreValue& v) { return is_null(v); })) {
      verdicts.missed.push_back(slot);
    }
  }
  return verdicts;
}

std::string brief(const FactType& type, const ScoreSlots& slots) {
  std::string text;
  for (const std::string_view slot : type.slots) {
    if (slots[slot].none()) continue;
    if (!text.empty()) text += ", ";
    text += std::string(slot) + "=" + score_text(slots[slot]);
  }
  return std::string(type.name) + "(" + text + ")";
}

}  // namespace panchina
