// What a unit is read as, and what a hit binds. Thread rule: free functions.
#pragma once

#include <span>

#include "document/document.h"

namespace panchina {

// The readings of a unit, the preferred one first.
inline std::span<const Reading> readings_of(const Document& document, const Unit& unit) {
  return std::span(document.readings).subspan(unit.readings.begin, unit.readings.size());
}

// The units inside the bracket that a unit is; empty: it is none.
inline IndexRange inside_bracket(const Document& document, Index unit) {
  const Reading* bracket = reading_of(document, unit, UnitKind::kBracket);
  return bracket == nullptr ? IndexRange{} : document.clauses[bracket->value].units;
}

// All that a hit binds, in the order in which it was matched.
inline std::span<const Binding> bindings_of(const Document& document, const Hit& hit) {
  return std::span(document.bindings).subspan(hit.bindings.begin, hit.bindings.size());
}

}  // namespace panchina
