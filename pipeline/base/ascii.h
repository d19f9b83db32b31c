// Lower case of ASCII letters; all other bytes stay. For names that machines read: tags, keys,
// charsets, endings of files. Thread rule: free functions.
#pragma once

#include <string>
#include <string_view>

namespace panchina {

constexpr char ascii_lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

inline std::string ascii_lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = ascii_lower(c);
  return out;
}

}  // namespace panchina
