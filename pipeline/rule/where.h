// `where`: a small checked expression over slots: "home != away", "won + drawn + lost == played".
// Thread rule: const after loading.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "document/layers.h"

namespace panchina {

enum class WhereOp : std::uint8_t {
  kNumber,  // value
  kSlot,    // slot: its number, or the identity of its entity
  kHigh,
  kLow,
  kFirst,
  kSecond,  // of a score slot
  kBound,   // 1 where the slot is bound
  kAdd,
  kSubtract,
  kMultiply,
  kNegate,
  kEqual,
  kUnequal,
  kLess,
  kLessEqual,
  kGreater,
  kGreaterEqual,
  kAnd,
  kOr,
  kNot,
};

struct WhereStep {
  WhereOp op = WhereOp::kNumber;
  std::int64_t value = 0;
  Index slot = kNoIndex;
};

// In postfix order. A slot without a value makes what depends on it unknown, and unknown passes.
struct WhereExpression {
  std::string text;
  std::vector<WhereStep> steps;
};

}  // namespace panchina
