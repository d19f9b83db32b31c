// Classes of characters, as the scanner needs them: one table look-up for ASCII and Latin-1.
// Thread rule: free functions over constant tables.
#pragma once

#include <cstdint>
#include <string_view>

namespace panchina {

enum class CharClass : std::uint8_t {
  kSpace,    // blanks and tabs
  kNewline,  // \n
  kUpper,
  kLower,    // letters without case too
  kDigit,    // ASCII
  kIgnored,  // control and zero-width marks
  kMark,     // everything else
};

struct Character {
  CharClass kind = CharClass::kMark;
  std::uint8_t size = 1;  // bytes
};

// The character at `at`, which must be inside `text`.
Character character_at(std::string_view text, std::uint32_t at);

}  // namespace panchina
