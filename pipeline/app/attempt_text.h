// What became of a rule at a trigger, for people and as JSON: `why`, `why-not`. Thread rule: free
// functions.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>

#include "app/engine.h"
#include "match/matcher.h"

namespace panchina {

std::string_view to_string(Outcome outcome);  // "hit", "no-match", "vetoed", ...

// The try of that event rule (in RuleSet::events) that came furthest in an annotated document,
// whose hits are replaced; none where the document has no clause.
std::optional<Attempt> furthest_attempt(const Engine& engine, Document& document, Index rule);

// One sentence: `matched 2 elements, then wanted «DA» where «con» stands`.
std::string attempt_text(const Engine& engine, const Document& document, const Attempt& attempt);
nlohmann::ordered_json attempt_json(const Engine& engine, const Document& document,
                                    const Attempt& attempt);

}  // namespace panchina
