// What normalization must know of a language: how an apostrophe at a word's end becomes an accent,
// and which words take which accent. Read from rules/words/normalize.toml; empty tables leave words
// as they are written. Thread rule: const after loading, shared by all workers.
#pragma once

#include <array>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "base/diagnostic.h"
#include "base/result.h"

namespace panchina {

struct WordHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view word) const {
    return std::hash<std::string_view>{}(word);
  }
};

// A letter in both cases, UTF-8.
struct AccentedLetter {
  std::string lower;
  std::string upper;
  bool empty() const { return lower.empty(); }
};

struct NormalizationTables {
  // By ASCII letter (lower case): the letter that it becomes before a final apostrophe.
  std::array<AccentedLetter, 128> accents;
  // Bare word (lower case, last letter without accent) -> its right last letter: "perche" -> é. An
  // apostrophe after the bare word, or another accent on that letter, becomes this one.
  std::unordered_map<std::string, AccentedLetter, WordHash, std::equal_to<>> words;
  // Endings of such words, without the accent, longest first: "che" -> é.
  std::vector<std::pair<std::string, AccentedLetter>> endings;
  // Words whose final apostrophe is no accent: "po", "fa".
  std::unordered_set<std::string, WordHash, std::equal_to<>> kept;

  // Reads the TOML file at `path`; all of its mistakes at once.
  static Result<NormalizationTables, Diagnostics> load(const std::string& path);
};

}  // namespace panchina
