// What a unit is for the search of a subject: by its first reading, where it has any. Thread rule:
// free functions.
#pragma once

#include "document/document.h"
#include "document/features.h"

namespace panchina {

// Units before a verb that are searched.
inline constexpr Index kSubjectWindow = 40;

inline bool is_of_kind(const Document& document, Index unit, UnitKind kind) {
  const Unit& one = document.units[unit];
  return one.readings.empty() ? (one.kinds & kind_bit(kind)) != 0
                              : document.readings[one.readings.begin].kind == kind;
}

inline bool is_mark(const Document& document, Index unit) {
  return (document.units[unit].kinds & kind_bit(UnitKind::kPunct)) != 0;
}

inline bool is_comma(const Document& document, Index unit) {
  return is_mark(document, unit) && document.tokens[document.units[unit].tokens.begin].mark == ',';
}

// `il lodigiano`, `la maglia rossonera`, `i rossoneri`: what may name a club by its epithet.
inline bool is_epithet(const Document& document, Index unit) {
  const Unit& one = document.units[unit];
  return is_of_kind(document, unit, UnitKind::kClub) && !one.readings.empty() &&
         document.readings[one.readings.begin].how == How::kEpithet;
}

// Whether a comma stands between two units.
inline bool comma_between(const Document& document, Index unit, Index next) {
  for (Index u = unit + 1; u < next; ++u) {
    if (is_comma(document, u)) return true;
  }
  return false;
}

}  // namespace panchina
