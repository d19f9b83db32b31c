// Indices of the args that resolve/ itself reads and writes, by type. Checked against the event
// table in a test.
#pragma once

#include "document/event.h"

namespace panchina::arg {

struct Tenure {
  static constexpr Index kPerson = 0, kPersonKey = 1, kClub = 2, kRole = 3, kStart = 4, kEnd = 5,
                         kEndCause = 6, kInterim = 7, kReplaces = 8, kReplacedBy = 9,
                         kContractEnd = 10, kSeen = 12;
};
struct Match {
  static constexpr Index kHome = 0, kAway = 1, kHomeGoals = 2, kAwayGoals = 3, kDate = 4,
                         kCompetition = 5, kRound = 6, kStadium = 7, kHomePenalties = 8,
                         kAwayPenalties = 9, kAfterExtraTime = 10, kAwarded = 11, kOrderKnown = 12;
};
struct Record {
  static constexpr Index kPerson = 0, kPersonKey = 1, kClub = 2, kPlayed = 3, kWon = 4, kDrawn = 5,
                         kLost = 6, kPoints = 7, kCompetition = 8, kAgainst = 9, kCapacity = 10,
                         kDate = 11;
};
struct Honour {
  static constexpr Index kCompetition = 0, kPerson = 1, kPersonKey = 2, kClub = 3, kDate = 4,
                         kCapacity = 5;
};
struct Standing {
  static constexpr Index kClub = 0, kPosition = 1, kCompetition = 2, kDate = 3, kPoints = 4,
                         kPlayed = 5, kPerson = 6, kPersonKey = 7;
};
struct PlayingSpell {
  static constexpr Index kPerson = 0, kPersonKey = 1, kClub = 2, kStart = 3, kEnd = 4,
                         kAppearances = 5, kGoals = 6;
};
struct Birth {
  static constexpr Index kPerson = 0, kPersonKey = 1, kDate = 2, kPlace = 3;
};

}  // namespace panchina::arg
