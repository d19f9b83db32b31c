// What speaks for and against a club that a hole of a passage may stand for: where the passage has
// named it, in which case, whose club it is known to be. Each sign has a weight for each matter;
// the club with the largest sum is taken. The weights are those of a conditional logit model (the
// share of a candidate is exp(sum) over all candidates'), fitted on articles with gold by
// `tests/resolve/fit_focus.py`, which prints the table anew.
#pragma once

#include <array>
#include <bitset>
#include <cstdint>

#include "document/layers.h"

namespace panchina {

// What is told of the club that is sought.
enum class Matter : std::uint8_t {
  kPost,       // somebody has, or takes, a post there
  kDeparture,  // somebody's post there ends, or goes on
  kDeed,       // a balance, a title, a place in a table
  kMatch,      // it played, by words around a score that name at most its opponent
};
inline constexpr std::size_t kMatters = 4;

// Where a club is named, seen from the words that ask for it.
enum class ClubPlace : std::uint8_t {
  kNear,       // the last one before them in their clause
  kClause,     // earlier in their clause
  kSide,       // the last one before them, in another clause of the sentence
  kBefore,     // earlier in the sentence
  kAfter,      // behind them in their clause
  kLater,      // ... in another clause
  kLast,       // one sentence back in the paragraph
  kTwoBack,    // two sentences
  kParagraph,  // more
  kAside,      // in a bracket of the paragraph
  kTitle,
  kHeading,
};
inline constexpr std::size_t kClubPlaces = 12;

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

// Signs beside place and case, which come first.
enum class ClubSign : std::uint8_t {
  kNearPlain = kClubPlaces * kClubCases,  // near, and no finite verb between
  kNearVerb,
  kClausePlain,
  kClauseVerb,
  kAfterPlain,
  kAfterVerb,
  kSubject,       // a finite verb follows it at once
  kEpithetHere,   // by an epithet, in the sentence
  kEpithetBack,   // ... before it
  kParagraphAgo,  // named in the paragraph before
  kEarlier,       // ... in an earlier one
  kTiedHere,      // the person's last club, as this sentence said
  kTiedParagraph,
  kTied,
  kFirstTied,  // the first that the section told of the person
  kLastPost,   // the last post of the paragraph was there
  kLastNamed,  // the last that the paragraph named
  kHeaded,     // the heading's
  kMain,       // whom the section is about, beside others
  kClearMain,  // ... alone
  kNewcomer,   // where the section's newcomer went
  kMost,       // named most often
  kOnce,
  kHalf,  // more than half of all namings of clubs; a third, a sixth of them
  kThird,
  kSixth,
  kNation,       // a national team
  kTeam,         // Focus::team; of matches only, as those that follow
  kProtagonist,  // whose matches the section tells
  kOneOfTwo,     // ... of two
  kTopic,        // what the paragraph begins with
};
inline constexpr std::size_t kClubSigns = static_cast<std::size_t>(ClubSign::kTopic) + 1;

struct ClubCandidate {
  Index entity = kNoIndex;
  std::bitset<kClubSigns> signs;

  void add(ClubSign sign) { signs.set(static_cast<std::size_t>(sign)); }
  void add(ClubPlace place, ClubCase kase) {
    signs.set(static_cast<std::size_t>(place) * kClubCases + static_cast<std::size_t>(kase));
  }
};

// Sum of the weights of its signs, in hundredths of a logit.
int weight_of(const ClubCandidate& candidate, Matter matter);

}  // namespace panchina
