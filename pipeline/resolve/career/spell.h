// Spells: somebody's time at a club, on its bench (a tenure) or as its player. Events of both types
// have these args. Thread rule: free functions.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "document/event.h"
#include "resolve/fact/args.h"

namespace panchina {

struct SpellArgs {
  Index person, person_key, club, start, end;
};

// Nothing of another type.
constexpr std::optional<SpellArgs> spell_args(EventType type) {
  using arg::PlayingSpell;
  using arg::Tenure;
  if (type == EventType::kTenure) {
    return SpellArgs{Tenure::kPerson, Tenure::kPersonKey, Tenure::kClub, Tenure::kStart,
                     Tenure::kEnd};
  }
  if (type == EventType::kPlayingSpell) {
    return SpellArgs{PlayingSpell::kPerson, PlayingSpell::kPersonKey, PlayingSpell::kClub,
                     PlayingSpell::kStart, PlayingSpell::kEnd};
  }
  return std::nullopt;
}

// A person at a club, as a key.
inline std::string spell_key(std::string_view person, std::string_view club) {
  return std::string(person) + '\n' + std::string(club);
}

}  // namespace panchina
