// The syntax of mention patterns (mention_pattern.h says what may stand in them): a text becomes a
// tree. Thread rule: plain values and a free function.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace panchina {

// A mistake in a pattern or value: bytes [offset, offset + length) of its text.
struct TextMistake {
  std::uint32_t offset = 0;
  std::uint32_t length = 1;
  std::string code, message, hint;
};

// A piece of a pattern.
struct MentionNode {
  enum class Kind { kText, kSlot, kSequence, kChoice, kOption } kind = Kind::kText;
  std::string text;  // kText: folded; kSlot: its type
  std::string name;  // kSlot
  std::uint32_t offset = 0;
  std::vector<MentionNode> parts;  // kSequence, kChoice; kOption: one
};

// The tree of a whole pattern, with sequences and choices as they nest; the first mistake.
Result<MentionNode, TextMistake> parse_mention_pattern(std::string_view text);

}  // namespace panchina
