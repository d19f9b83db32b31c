// The `value` and `where` of a mention rule, compiled: "{year}-{month}-{day}", "XXXX-{month}",
// "shift(-1, day, published)", "interval({a}, {b})"; of a score "{a}, {b}". Thread rule: free
// functions.
#pragma once

#include <string_view>
#include <vector>

#include "base/result.h"
#include "rule/mention_pattern.h"
#include "rule/mention_rules.h"

namespace panchina {

struct CompiledValue {
  std::vector<ValueStep> steps;  // a date's steps in postfix order
  std::vector<Index> numbers;    // other types: slots in order
  DateKind kind = DateKind::kDate;
};

// Compiles a date's value.
Result<CompiledValue, TextMistake> compile_date_value(std::string_view text,
                                                      const std::vector<MentionSlot>& slots);
// Compiles the value of any other type: `{n}` or `{a}, {b}, {c}`.
Result<CompiledValue, TextMistake> compile_numbers(std::string_view text,
                                                   const std::vector<MentionSlot>& slots);
// `gap(a, b) == 1 and a < 5`.
Result<std::vector<Condition>, TextMistake> compile_where(std::string_view text,
                                                          const std::vector<MentionSlot>& slots);

}  // namespace panchina
