// Pattern: the syntax tree of `when`, `with`, `any`, `unless`, `row` and `heading`. Read by
// pattern_parser, made into programs by compiler; the reference matcher of the tests walks it as it
// is. Thread rule: plain values.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "document/layers.h"
#include "rule/slot.h"

namespace panchina {

enum class PatternKind : std::uint8_t {
  kSlot,         // {person:slot}
  kVerb,         // <lemma.passive> <@class.active>
  kNoun,         // ~noun ~@class
  kPreposition,  // DA
  kWord,         // word
  kMark,         // , : -
  kNumber,       // 4
  kGap,          // ... ...3 ...!8
  kChoice,       // (a|b) (x)?
  kStart,        // ^
  kEnd,          // $
  kBracket,      // \( ... \)
};

struct PatternNode;
using Pattern = std::vector<PatternNode>;

struct PatternNode {
  PatternKind kind = PatternKind::kWord;
  std::uint32_t begin = 0, end = 0;  // bytes of the rule's text
  Index slot = kNoIndex;             // kSlot
  SlotDemand demand;                 // kSlot
  bool hole = false;                 // kSlot: `?`
  bool list = false;                 // kSlot: `+`
  bool cross = false;                // kGap: `!`
  std::uint16_t count = 0;           // kGap: units; kMark: the ASCII mark
  std::uint32_t number = 0;          // kNumber
  std::uint32_t features = 0;        // kVerb
  Index words = kNoIndex;            // kNoun, kPreposition, kWord: in RuleSet::word_sets
  Index verbs = kNoIndex;            // kVerb: in RuleSet::verb_sets
  std::vector<Pattern> branches;     // kChoice: in order, an option's last is empty; kBracket: one
  std::string text;                  // as written
};

inline constexpr std::uint16_t kGapUnits = 6;    // of a bare `...`
inline constexpr std::uint16_t kMaxGap = 40;     // the longest that may be asked for
inline constexpr std::size_t kMaxElements = 64;  // of one pattern

}  // namespace panchina
