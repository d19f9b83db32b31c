// Phrases: a unit with what rules see past before it. Thread rule: free functions.
#pragma once

#include "document/document.h"

namespace panchina {

// Where the phrase of a unit begins: before its articles, titles and all else that is transparent
// (Unit::transparent), at `begin` at the earliest.
inline Index phrase_begin(const Document& document, Index unit, Index begin) {
  while (unit > begin && document.units[unit - 1].transparent) --unit;
  return unit;
}

// The unit before that, from `begin` on; kNoIndex: there is none.
inline Index unit_before(const Document& document, Index unit, Index begin) {
  const Index at = phrase_begin(document, unit, begin);
  return at > begin ? at - 1 : kNoIndex;
}

}  // namespace panchina
