// Classes of characters, as the scanner needs them: one table look-up for ASCII and Latin-1.
// Thread rule: free functions over constant tables.
#pragma once

#include <array>
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

// Classes of ASCII bytes.
constexpr std::array<CharClass, 128> make_ascii_classes() {
  std::array<CharClass, 128> table{};
  for (unsigned c = 0; c < 128; ++c) {
    CharClass kind = CharClass::kMark;
    if (c == '\n') {
      kind = CharClass::kNewline;
    } else if (c == ' ' || c == '\t' || c == '\r' || c == '\f' || c == '\v') {
      kind = CharClass::kSpace;
    } else if (c < ' ' || c == 127) {
      kind = CharClass::kIgnored;
    } else if (c >= '0' && c <= '9') {
      kind = CharClass::kDigit;
    } else if (c >= 'A' && c <= 'Z') {
      kind = CharClass::kUpper;
    } else if (c >= 'a' && c <= 'z') {
      kind = CharClass::kLower;
    }
    table[c] = kind;
  }
  return table;
}
inline constexpr std::array<CharClass, 128> kAsciiClasses = make_ascii_classes();

// The same for a character that is not ASCII.
Character wide_character_at(std::string_view text, std::uint32_t at);

// The character at `at`, which must be inside `text`.
inline Character character_at(std::string_view text, std::uint32_t at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  if (byte < 0x80) return {kAsciiClasses[byte], 1};
  return wide_character_at(text, at);
}

}  // namespace panchina
