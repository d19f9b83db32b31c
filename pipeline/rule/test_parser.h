// Reads the `tests` of event and table rules. Thread rule: free function.
#pragma once

#include <vector>

#include "rule/report.h"
#include "rule/rule_test.h"

namespace panchina {

// One test a line; blank lines and lines that begin with `#` are none.
std::vector<RuleTest> parse_tests(const RuleString& string, Reporter& reporter);

}  // namespace panchina
