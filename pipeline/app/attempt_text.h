// What became of a rule at a trigger, for people and as JSON: `why`, `why-not`. Thread rule: free
// functions.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "app/engine.h"
#include "match/matcher.h"

namespace panchina {

std::string_view to_string(Outcome outcome);  // "hit", "no-match", "vetoed", ...

// One sentence: `matched 2 elements, then wanted «DA» where «con» stands`.
std::string attempt_text(const Engine& engine, const Document& document, const Attempt& attempt);
nlohmann::ordered_json attempt_json(const Engine& engine, const Document& document,
                                    const Attempt& attempt);

}  // namespace panchina
