// What speaks for a person that a hole of a passage may stand for; see candidate.h.
#pragma once

#include "resolve/choice/candidate.h"

namespace panchina {

// How the words ask for the person.
enum class Asked : std::uint8_t {
  kVerb,        // as the subject of a finite verb or a gerund
  kClitic,      // as its object: `lo ha esonerato`
  kParticiple,  // `esonerato nel 2018`: before it, or behind
  kNominal,     // no verb tells it
  kSpeaker,     // the first person speaks
  kBirth,       // as who was born, by whatever words
};
inline constexpr std::size_t kAsked = 6;

enum class PersonCase : std::uint8_t {
  kFree,        // no preposition, no verb before it
  kObject,      // behind an active verb
  kOf,          // whose: `di`
  kGoverned,    // after another preposition
  kAntecedent,  // what follows is told of it: `Rossi, che`
  kSpeech,      // `Rossi:`
  kRoleOf,      // whose role was named: `vice di Rossi`
  kReplaced,    // whose post another took: `al posto di Rossi`
};
inline constexpr std::size_t kPersonCases = 8;

enum class PersonSign : std::uint8_t {
  kRole = kSharedSigns + kPlaces * kPersonCases,  // right behind a role: `il tecnico Rossi`
  kFocus,                                         // whom the passage is about
  kPortrait,                                      // whose birth was told
  kTied,                                          // the section told of a post of this person
  kTiedThere,                                     // ... at the club that the hit names
  kBesideClub,   // `Rossi (Lecco)`, `Rossi del Lecco`, `il Lecco di Rossi`: of the hit's club
  kOtherPost,    // the article calls this person a president, a player
  kSubordinate,  // an earlier sentence says of this person when or why something else was so
};
inline constexpr std::size_t kPersonSigns = static_cast<std::size_t>(PersonSign::kSubordinate) + 1;
static_assert(kPersonSigns <= kMaxSigns);

// Sum of the weights of its signs, in hundredths of a logit.
int weight_of(const Candidate& candidate, Asked asked);

}  // namespace panchina
