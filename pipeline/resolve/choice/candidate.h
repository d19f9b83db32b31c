// Candidate: a person or a club that a hole of a passage may stand for, with the signs that speak
// for and against it. Each sign has a weight for each matter; whose weights have the largest sum is
// taken. The weights are those of a conditional logit model (the share of a candidate is exp(sum)
// over all candidates'), fitted on articles with gold by `tests/resolve/fit_focus.py`, which prints
// the tables of `club_signs.cc` and `person_signs.cc` anew.
#pragma once

#include <bitset>
#include <cstdint>
#include <memory_resource>
#include <vector>

#include "document/layers.h"

namespace panchina {

// Where somebody, or a club, is named, seen from the words that ask.
enum class Where : std::uint8_t {
  kNear,       // the last one before them in their clause
  kClause,     // earlier in their clause
  kSide,       // the last one before them, in another clause of the sentence
  kBefore,     // earlier in the sentence
  kAfter,      // the first one behind them in the sentence
  kLater,      // further behind
  kLast,       // one sentence back in the paragraph
  kTwoBack,    // two sentences
  kParagraph,  // more
  kAside,      // in a bracket
  kTitle,
  kHeading,
};
inline constexpr std::size_t kPlaces = 12;

// Signs of persons and of clubs; those of a place and a case follow them, then those of one kind.
enum class Sign : std::uint8_t {
  kNearPlain,  // near, and no finite verb between
  kNearVerb,
  kAfterPlain,
  kAfterVerb,
  kSubject,       // a finite verb follows it at once
  kEpithetHere,   // by an epithet, in the sentence
  kEpithetBack,   // ... before it
  kParagraphAgo,  // named in the paragraph before
  kEarlier,       // ... in an earlier one
  kMain,          // what the section is about, beside others
  kClearMain,     // ... alone
  kNewcomer,      // of whom the section told a new post; where
  kHeaded,        // the heading's
  kMost,          // named most often
  kOnce,
  kHalf,  // more than half of all namings of its kind; a third, a sixth of them
  kThird,
  kSixth,
};
inline constexpr std::size_t kSharedSigns = static_cast<std::size_t>(Sign::kSixth) + 1;
inline constexpr std::size_t kMaxSigns = 192;

// The sign of a place and a case; cases are numbered by kind.
template <typename Case>
constexpr std::size_t sign_of(Where place, Case kase) {
  return kSharedSigns + static_cast<std::size_t>(kase) * kPlaces + static_cast<std::size_t>(place);
}

struct Candidate {
  Index entity = kNoIndex;
  std::bitset<kMaxSigns> signs;

  template <typename Named>  // Sign, ClubSign, PersonSign
  void add(Named sign) {
    signs.set(static_cast<std::size_t>(sign));
  }
};

using Candidates = std::pmr::vector<Candidate>;

// The candidate of an entity; a new one where there is none.
inline Candidate& candidate_of(Candidates& candidates, Index entity) {
  for (Candidate& one : candidates) {
    if (one.entity == entity) return one;
  }
  candidates.push_back({entity, {}});
  return candidates.back();
}

// The entity whose signs weigh most, the first of several; kNoIndex where there is no candidate.
template <typename Matter>
Index heaviest(const Candidates& candidates, Matter matter) {
  Index best = kNoIndex;
  int most = 0;
  for (const Candidate& one : candidates) {
    const int weight = weight_of(one, matter);
    if (best != kNoIndex && weight <= most) continue;
    best = one.entity;
    most = weight;
  }
  return best;
}

}  // namespace panchina
