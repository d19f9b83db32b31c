// Phrases: a unit with what rules see past before it. Thread rule: free functions.
#pragma once

#include <algorithm>

#include "document/document.h"

namespace panchina {

// Where the phrase of a unit begins: before its articles, titles and all else that is transparent
// (Unit::transparent), at `begin` at the earliest.
inline Index phrase_begin(const Document& document, Index unit, Index begin) {
  while (unit > begin && document.units[unit - 1].transparent) --unit;
  return unit;
}

// The first unit that begins at a token or behind it; past the last one where none does.
inline Index unit_from(const Document& document, Index token) {
  const auto unit = std::partition_point(document.units.begin(), document.units.end(),
                                         [&](const Unit& one) { return one.tokens.begin < token; });
  return static_cast<Index>(unit - document.units.begin());
}

// The unit before that, from `begin` on; kNoIndex: there is none.
inline Index unit_before(const Document& document, Index unit, Index begin) {
  const Index at = phrase_begin(document, unit, begin);
  return at > begin ? at - 1 : kNoIndex;
}

}  // namespace panchina
