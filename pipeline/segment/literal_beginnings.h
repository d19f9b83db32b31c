// What matches of a regular expression begin with, read off its text. A look at the first bytes of
// a line is some hundred times cheaper than RE2, and most lines begin with nothing of the kind.
// Thread rule: free functions.
#pragma once

#include <bitset>
#include <string>
#include <string_view>
#include <vector>

#include "rule/block_rules.h"

namespace panchina {

inline constexpr std::size_t kLongestBeginning = 16;  // bytes

// Every match of `pattern` (RE2, valid) that begins where the text does begins with one of them,
// each cut to kLongestBeginning bytes. Empty: it may begin with anything, or with what only RE2
// can tell.
//
//   literal_beginnings("(?:https?://|www\\.)\\S+$")  // "http", "www."
//   literal_beginnings(".*{date}")                   // none
std::vector<std::string> literal_beginnings(std::string_view pattern);

// Of the `match` of each block rule, by rule.
struct RuleBeginnings {
  std::vector<std::string> texts;
  std::bitset<256> bytes;  // that they begin with
};
using PatternBeginnings = std::vector<RuleBeginnings>;
PatternBeginnings literal_beginnings(const BlockRules& rules);

}  // namespace panchina
