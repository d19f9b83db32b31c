// Program: a pattern of a rule, compiled for the matcher in match/. Thread rule: const after
// loading.
#pragma once

#include <cstdint>
#include <vector>

#include "document/layers.h"
#include "rule/slot.h"

namespace panchina {

enum class Op : std::uint8_t {
  kAccept,
  kSlot,     // a unit with a reading that `demand` allows, bound to `slot`
  kList,     // one or more of them, joined by commas and conjunctions
  kVerb,     // a verb group: lemma in `verbs`, all of `features`
  kMark,     // a punctuation mark, `count`
  kNumber,   // a number in figures, `number`
  kWords,    // a unit whose word is in word set `words`
  kGap,      // up to `count` units, nearest first
  kSplit,    // the first of `branches` that leads on
  kStart,    // ^
  kEnd,      // $
  kRowEnd,   // the end of a table's row
  kBracket,  // a bracket whose whole inside matches `inside`
};

// What the first unit that a node's matches take may be, as far as a glance can tell: a kind, or a
// word of some set.
struct First {
  bool any = true;       // no glance tells
  std::uint8_t gap = 0;  // it stands behind so many other units at most, light ones apart
  enum class Edge : std::uint8_t { kNone, kStart, kEnd };
  Edge edge = Edge::kNone;  // it stands at that edge of the clause, light units apart
  std::uint32_t kinds = 0;  // kind_bit()s
  std::uint64_t words = 0;  // bit `set % 64` of each word set
  static constexpr std::uint8_t kWidestGap = 12;
};

// One element. Nodes form no cycle: a list and a gap loop inside themselves, so that the depth of a
// match is bounded by the pattern.
struct Node {
  Op op = Op::kAccept;
  bool hole = false;      // kSlot: may bind nothing (`?`)
  bool cross = false;     // kGap: `!`
  bool absorbed = false;  // kWords: a preposition; it may also be the first token of the next unit
  bool nominal = false;   // kWords: a noun; a verb group is none but as a participle
  std::uint16_t count = 0;
  Index next = 0;
  Index slot = kNoIndex;
  SlotDemand demand;
  Index words = kNoIndex;      // in Programs::word_sets
  Index verbs = kNoIndex;      // in Programs::verb_sets
  std::uint32_t features = 0;  // kVerb
  std::uint32_t number = 0;    // kNumber
  IndexRange branches;         // kSplit: in Program::branches
  Index inside = kNoIndex;     // kBracket: start node of a pattern that reads left to right
  Index element = kNoIndex;    // in RuleSet::element_texts, for why-not
  First first;                 // from here to the end of the pattern
};

enum class Direction : std::uint8_t { kRight, kLeft };

struct Program {
  std::vector<Node> nodes;
  std::vector<Index> branches;  // start nodes
  Index start = 0;
  Direction direction = Direction::kRight;
  std::uint32_t reach = 0;  // units that a match may cover at most, transparent ones apart
};

// A verb of a class: `sollevare ~ DA incarico` is a lemma with a particle pattern.
struct VerbMember {
  Index lemma = 0;
  std::uint32_t features = 0;  // kVerbReflexive of a pronominal verb
  Index particle = kNoIndex;   // in RuleSet::particles
};

}  // namespace panchina
