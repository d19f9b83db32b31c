// What speaks for a club that a hole of a passage may stand for; see candidate.h.
#pragma once

#include "resolve/choice/candidate.h"

namespace panchina {

// What is told of the club that is sought.
enum class Matter : std::uint8_t {
  kPost,       // somebody has, or takes, a post there
  kDeparture,  // somebody's post there ends, or goes on
  kDeed,       // a balance, a title, a place in a table
  kMatch,      // it played, by words around a score that name at most its opponent
};
inline constexpr std::size_t kMatters = 4;

enum class ClubCase : std::uint8_t {
  kFree,      // no preposition, no rival
  kOf,        // whose, of what: `del`
  kPost,      // whose post: `la panchina del`
  kWhere,     // what follows was there: `dal Lecco, dove`
  kWith,      // perhaps a rival: `con il`
  kOpponent,  // a rival, or whose ground
  kPair,      // one of two: `Como-Lecco`
  kGoverned,  // after any other preposition
};
inline constexpr std::size_t kClubCases = 8;

enum class ClubSign : std::uint8_t {
  kTiedHere = kSharedSigns + kPlaces * kClubCases,  // the person's last club, as this sentence said
  kTiedParagraph,
  kTied,
  kFirstTied,     // the first that the section told of the person
  kBesidePerson,  // `Rossi (Lecco)`, `Rossi del Lecco`, `il Lecco di Rossi`
  kPostHere,      // the last post that this sentence told was there
  kLastPost,      // ... the paragraph
  kLastNamed,     // the last that the paragraph named
  kNation,        // a national team
  kPlayed,        // the opponent in another match; of matches only, as those that follow
  kProtagonist,   // whose matches the section tells
  kOneOfTwo,      // ... of two
  kTopic,         // what the paragraph begins with
  kOwner,         // whose page it is
  kTownHere,      // the sentence names its town
  kTownLast,      // ... the paragraph so far, last of all towns
  kTownPage,      // ... an edge of the page: title, dateline, menu, imprint
  kTownMost,      // ... the article, most often of all towns
  kGround,        // the paragraph names its ground
};
inline constexpr std::size_t kClubSigns = static_cast<std::size_t>(ClubSign::kGround) + 1;
static_assert(kClubSigns <= kMaxSigns);

// Sum of the weights of its signs, in hundredths of a logit.
int weight_of(const Candidate& candidate, Matter matter);

}  // namespace panchina
