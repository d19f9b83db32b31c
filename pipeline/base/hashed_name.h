// HashedName: a name that is looked up often, with its hash. Thread rule: plain data.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace panchina {

// A name and its hash (FNV-1a), which for a literal is reckoned when the program is compiled:
// `lexicon.find_list("relative")`. Whoever keys a table by the hash does not tell names of one hash
// apart (a few hundred of 2^64).
struct HashedName {
  std::string_view text;
  std::uint64_t hash = kStart;

  template <std::size_t Size>
  consteval HashedName(const char (&literal)[Size])  // NOLINT: stands for the literal
      : text(literal, Size - 1), hash(add(kStart, text)) {}
  constexpr HashedName(std::string_view name)  // NOLINT: of what is no literal
      : text(name), hash(add(kStart, name)) {}

  static constexpr std::uint64_t kStart = 0xCBF29CE484222325;
  // The hash of a text that goes on.
  static constexpr std::uint64_t add(std::uint64_t hash, std::string_view text) {
    for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3;
    return hash;
  }
};

}  // namespace panchina
