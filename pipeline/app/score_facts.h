// When an event states a fact of gold: its keys agree; and which of its slots then are right. The
// rulings are those of tests/score/score.py. Thread rule: free functions and plain values.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/score_values.h"

namespace panchina {

using Names = std::vector<std::string_view>;

struct FactType {
  std::string_view name;
  Names keys;
  Names slots;
};

// In the order in which they are scored and printed.
const std::vector<FactType>& fact_types();

// Whether the keys agree; of a match also with the teams the other way round, where gold does not
// know the venue.
bool agrees(const FactType& type, const ScoreSlots& found, const ScoreSlots& gold);

struct SlotVerdicts {
  Names right, wrong, missed;
};

// Of two that agree.
SlotVerdicts slot_verdicts(const FactType& type, const ScoreSlots& as_found,
                           const ScoreSlots& gold);

// `match(home=roma, away=lazio)`.
std::string brief(const FactType& type, const ScoreSlots& slots);

}  // namespace panchina
