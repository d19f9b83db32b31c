// Small notations of block rules. Thread rule: free functions.
#pragma once

#include <string>
#include <string_view>

#include "rule/block_rules.h"

namespace panchina {

// "3", "..3", "2..", "2..5" into least and most; false where it is none of these.
bool parse_range(std::string_view text, FormBound& bound);

// The page of a test: ` ¶ ` parts its lines, a line `...` stands for `paragraph`.
std::string block_test_text(std::string_view text, std::string_view paragraph);

}  // namespace panchina
