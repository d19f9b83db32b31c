// What a rule emits: read by resolve/, made by the rule loader. Thread rule: const after loading.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "document/event.h"

namespace panchina {

// How an arg gets its value: `emit.home_goals = "high({score})"`.
enum class ArgFunction : std::uint8_t {
  kConstant,
  kSlot,
  kStart,
  kEnd,
  kHigh,
  kLow,
  kFirst,
  kSecond,
  kRank
};

struct EmitArg {
  Index arg = 0;  // index in EventSpec::args
  ArgFunction function = ArgFunction::kSlot;
  Index slot = kNoIndex;  // index in the rule's slots; kNoIndex for rank() and for constants, but
                          // for one that holds only where the slot is bound
  ArgValue constant;
};

// What to do where a slot has no value, tried in order.
// kPublished and kStory are for date slots: the publication date, the date that the story has come
// to.
enum class Missing : std::uint8_t {
  kFocus,
  kPrevious,
  kHeading,
  kDrop,
  kPublished,
  kStory,
  kAbove
};

// Whose years a passage tells: a player's, a coach's, or titles won. A rule that says so in
// `emit.career` counts in such passages only.
enum class Career : std::uint8_t { kAny, kPlayer, kCoach, kHonours };

struct EmitSpec {
  EventType type = EventType::kTenure;
  Cue cue = Cue::kNone;
  Factuality factuality = Factuality::kAsserted;  // `emit.factuality`: a rule for rumours or
                                                  // denials; the verb group may lower it further
  bool states = false;  // `emit.factuality` was given: the rule has weighed the negation itself
  Career career = Career::kAny;
  bool weighed = false;  // `emit.weighed`: told where the signs of the passage weigh enough
  // `emit.beside`: games and goals of the playing spell told last before them, titles of a list.
  bool beside = false;
  std::vector<EmitArg> args;
  std::vector<std::vector<Missing>> missing;  // one for each EventSpec arg; empty: stays null
};

// The common part of rules of all kinds.
struct RuleInfo {
  std::string id;
  Index name = 0;  // index in RuleSet::names
  std::string note;
  Place place;
  int priority = 0;
  float confidence = 0;  // 0: not given
  // Of all that the rule says but its tests: what is written the same has the same one.
  std::uint64_t fingerprint = 0;
};

}  // namespace panchina
