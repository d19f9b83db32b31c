// The `tests` of a mention rule, line by line:
//   + nato a Como [il 12 maggio 1969] => 1969-05-12      must be found, with this value
//   + @2021-02-09 arriva [domani] => 2021-02-10          published on that day
//   - il 32 maggio 1969                                  nothing of this rule's type is found
//   ~+ ~-                                                known gaps
// Thread rule: free function.
#pragma once

#include <functional>
#include <string_view>
#include <vector>

#include "rule/mention_rules.h"

namespace panchina {

// Parses the lines of `text`; a bad line is told to `complain(offset, message)`.
std::vector<MentionTest> parse_mention_tests(
    std::string_view text,
    const std::function<void(std::uint32_t offset, const std::string& message)>& complain,
    const std::function<Place(std::uint32_t offset)>& place);

}  // namespace panchina
