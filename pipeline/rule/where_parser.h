// Reads a `where` expression; reports mistakes at their places. Thread rule: free function.
//
//   or      := and ("or" and)*          and  := not ("and" not)*         not := "not" not | compare
//   compare := sum (("=="|"!="|"<"|"<="|">"|">=") sum)?
//   sum     := term (("+"|"-") term)*   term := factor ("*" factor)*
//   factor  := number | slot | function "(" slot ")" | "(" or ")" | "-" factor
//   function: high low first second bound
#pragma once

#include <vector>

#include "rule/report.h"
#include "rule/slot.h"
#include "rule/where.h"

namespace panchina {

WhereExpression parse_where(const RuleString& string, const std::vector<SlotSpec>& slots,
                            Reporter& reporter);

}  // namespace panchina
