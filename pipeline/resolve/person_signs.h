// What speaks for and against a person that a hole of a passage may stand for; see club_signs.h for
// the model. The weights are printed by `tests/resolve/fit_focus.py`.
#pragma once

#include <array>
#include <bitset>
#include <cstdint>

#include "document/layers.h"

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

// Where a person is named, seen from the words that ask.
enum class PersonPlace : std::uint8_t {
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
inline constexpr std::size_t kPersonPlaces = 12;

enum class PersonCase : std::uint8_t {
  kFree,        // no preposition, no verb before it
  kObject,      // behind an active verb
  kOf,          // whose: `di`
  kGoverned,    // after another preposition
  kAntecedent,  // what follows is told of it: `Rossi, che`
  kSpeech,      // `Rossi:`
};
inline constexpr std::size_t kPersonCases = 6;

// Signs beside place and case, which come first.
enum class PersonSign : std::uint8_t {
  kNearPlain = kPersonPlaces * kPersonCases,  // near, and no finite verb between
  kNearVerb,
  kAfterPlain,
  kAfterVerb,
  kSubject,       // a finite verb follows it at once
  kRole,          // a role stands right before it: `il tecnico Rossi`
  kEpithetHere,   // by an epithet, in the sentence
  kEpithetBack,   // ... before it
  kParagraphAgo,  // named in the paragraph before
  kEarlier,       // ... in an earlier one
  kFocus,         // whom the passage is about
  kMain,          // whom the section is about, beside others
  kClearMain,     // ... alone
  kNewcomer,      // of whom the section told a new post
  kHeaded,        // the heading's
  kPortrait,      // whose birth was told
  kTied,          // the section told of a post of this person
  kTiedThere,     // ... at the club that the hit names
  kOtherPost,     // the article calls this person a president, a player
  kMost,          // named most often
  kOnce,
  kHalf,  // more than half of all namings of persons; a third, a sixth of them
  kThird,
  kSixth,
};
inline constexpr std::size_t kPersonSigns = static_cast<std::size_t>(PersonSign::kSixth) + 1;

struct PersonCandidate {
  Index entity = kNoIndex;
  std::bitset<kPersonSigns> signs;

  void add(PersonSign sign) { signs.set(static_cast<std::size_t>(sign)); }
  void add(PersonPlace place, PersonCase kase) {
    signs.set(static_cast<std::size_t>(place) * kPersonCases + static_cast<std::size_t>(kase));
  }
};

// Sum of the weights of its signs, in hundredths of a logit.
int weight_of(const PersonCandidate& candidate, Asked asked);

}  // namespace panchina
