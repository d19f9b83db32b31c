#include "match/where_value.h"

#include <algorithm>
#include <optional>

namespace panchina {

namespace {

using Value = std::optional<std::int64_t>;

const Bind* bind_of(std::span<const Bind> binds, Index slot) {
  for (const Bind& bind : binds) {
    if (bind.slot == slot && bind.unit != kNoIndex) return &bind;
  }
  return nullptr;
}

// A number, or what tells an entity from others of its kind: the index of a club; the last token's
// word of a name.
Value value_of(const Bind& bind, const Document& document) {
  if (bind.reading == kNoIndex) return std::nullopt;
  const Reading& reading = document.readings[bind.reading];
  switch (reading.kind) {
    case UnitKind::kPerson: {
      const Unit& unit = document.units[bind.unit];
      std::int64_t hash = 1469598103;
      const NormSpan span = document.tokens[unit.tokens.end - 1].span;
      for (const char c : document.text.norm(span)) hash = (hash * 31 + c) & 0xFFFFFFFFFF;
      return hash;
    }
    case UnitKind::kDate:
    case UnitKind::kScore:
    case UnitKind::kBracket:
      return std::nullopt;
    default:
      return static_cast<std::int64_t>(reading.value);
  }
}

Value score_part(const Bind& bind, const Document& document, WhereOp op) {
  if (bind.reading == kNoIndex) return std::nullopt;
  const Reading& reading = document.readings[bind.reading];
  if (reading.kind != UnitKind::kScore || reading.value >= document.scores.size()) {
    return std::nullopt;
  }
  const Score& score = document.scores[reading.value];
  const std::int64_t first = score.first, second = score.second;
  switch (op) {
    case WhereOp::kHigh:
      return std::max(first, second);
    case WhereOp::kLow:
      return std::min(first, second);
    case WhereOp::kFirst:
      return first;
    default:
      return second;
  }
}

Value combine(WhereOp op, Value left, Value right) {
  // An unknown side decides nothing, but `false and x` is false and `true or x` is true.
  if (op == WhereOp::kAnd) {
    if ((left && *left == 0) || (right && *right == 0)) return 0;
    return left && right ? Value(1) : std::nullopt;
  }
  if (op == WhereOp::kOr) {
    if ((left && *left != 0) || (right && *right != 0)) return 1;
    return left && right ? Value(0) : std::nullopt;
  }
  if (!left || !right) return std::nullopt;
  switch (op) {
    case WhereOp::kAdd:
      return *left + *right;
    case WhereOp::kSubtract:
      return *left - *right;
    case WhereOp::kMultiply:
      return *left * *right;
    case WhereOp::kEqual:
      return *left == *right;
    case WhereOp::kUnequal:
      return *left != *right;
    case WhereOp::kLess:
      return *left < *right;
    case WhereOp::kLessEqual:
      return *left <= *right;
    case WhereOp::kGreater:
      return *left > *right;
    case WhereOp::kGreaterEqual:
      return *left >= *right;
    default:
      return std::nullopt;
  }
}

}  // namespace

bool holds(const WhereExpression& where, std::span<const Bind> binds, const Document& document) {
  constexpr std::size_t kDepth = 32;
  Value stack[kDepth];
  std::size_t depth = 0;
  for (const WhereStep& step : where.steps) {
    Value value;
    switch (step.op) {
      case WhereOp::kNumber:
        value = step.value;
        break;
      case WhereOp::kSlot:
        if (const Bind* bind = bind_of(binds, step.slot)) value = value_of(*bind, document);
        break;
      case WhereOp::kHigh:
      case WhereOp::kLow:
      case WhereOp::kFirst:
      case WhereOp::kSecond:
        if (const Bind* bind = bind_of(binds, step.slot)) {
          value = score_part(*bind, document, step.op);
        }
        break;
      case WhereOp::kBound:
        value = bind_of(binds, step.slot) != nullptr ? 1 : 0;
        break;
      case WhereOp::kNegate:
      case WhereOp::kNot:
        value = stack[--depth];
        if (value) value = step.op == WhereOp::kNegate ? -*value : (*value == 0 ? 1 : 0);
        break;
      default:
        depth -= 2;
        value = combine(step.op, stack[depth], stack[depth + 1]);
        break;
    }
    if (depth >= kDepth) return true;
    stack[depth++] = value;
  }
  return depth == 0 || !stack[0] || *stack[0] != 0;
}

}  // namespace panchina
