// Folding for look-ups: lower case, without accents (NFKD minus marks), one kind of apostrophe.
// `Ouzounidīs` -> `ouzounidis`, `È` -> `e`, `’` -> `'`. Thread rule: free functions.
#pragma once

#include <array>
#include <string>
#include <string_view>

namespace panchina {

// The folded forms of ASCII characters, by their byte.
inline constexpr std::array<char, 128> kFoldedAscii = [] {
  std::array<char, 128> table{};
  for (std::size_t i = 0; i < table.size(); ++i) {
    table[i] = static_cast<char>(i >= 'A' && i <= 'Z' ? i + 32 : i);
  }
  table['`'] = '\'';
  table['\v'] = table['\f'] = ' ';
  table['\r'] = '\n';
  return table;
}();

// Appends the folded form of `word` (UTF-8) to `out`. ASCII costs one table look-up a byte.
void append_folded(std::string_view word, std::string& out);
std::string folded(std::string_view word);

// The id form of a name: folded, runs of anything but a-z0-9 become one '-', none at the ends.
// `Virtus Francavilla` -> `virtus-francavilla`.
std::string slug(std::string_view name);

// A word in capitals with its first letters alone large: `NICOLÒ` -> `Nicolò`, `D'ANGELO` ->
// `D'Angelo`; other words, and initials (`GB`: two bytes at most, no vowel), as they are.
std::string titled(std::string_view word);

}  // namespace panchina
