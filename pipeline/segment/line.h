// Line: a line of the page with what its form tells. Plain data, and free functions that measure.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "document/layers.h"
#include "rule/block_rules.h"

namespace panchina {

struct Line {
  IndexRange tokens;  // one or more
  NormSpan span;      // from its first to its last token
  std::uint32_t indent = 0;
  bool blank_before = false;  // an empty line, or the start of the text, stands before it
  LineForm form{};

  std::uint32_t at(LineFeature feature) const { return form[static_cast<std::size_t>(feature)]; }
};

// The lines of the text that hold tokens, each measured.
std::vector<Line> measure_lines(std::string_view norm, std::span<const Token> tokens,
                                const BlockRules& rules);

// Measures tokens [range]; kFirst, kLast and kBlankBefore stay 0.
LineForm measure(std::string_view norm, std::span<const Token> tokens, IndexRange range,
                 const BlockRules& rules);

}  // namespace panchina
