#include "rule/needs.h"

#include <algorithm>
#include <bit>

namespace panchina {
namespace {

// A demand: one thing, or all or one of several.
struct Demand {
  enum class Kind : std::uint8_t { kOne, kAll, kAny };
  Kind kind = Kind::kAll;
  Index what = 0;  // of kOne
  std::vector<Demand> parts;

  // Whether it demands nothing.
  bool empty() const { return kind == Kind::kAll && parts.empty(); }
};

Demand one(Index what) { return {Demand::Kind::kOne, what, {}}; }

std::uint32_t kinds_of(const PatternNode& node) {
  if (node.kind == PatternKind::kSlot && !node.hole) return node.demand.kinds;
  if (node.kind == PatternKind::kVerb) return kind_bit(UnitKind::kVerb);
  if (node.kind == PatternKind::kBracket) return kind_bit(UnitKind::kBracket);
  return 0;
}

// What a node asks for, a preposition nothing: it may be part of another unit.
Demand demand_of(const PatternNode& node) {
  if (node.kind == PatternKind::kVerb) return one(NeedTest::of_verbs(node.verbs));
  if (node.kind == PatternKind::kNoun || node.kind == PatternKind::kWord)
    return one(NeedTest::of_words(node.words));
  Demand out;
  if (node.kind == PatternKind::kChoice) {
    out.kind = Demand::Kind::kAny;
    for (const Pattern& branch : node.branches) {
      Demand all;
      for (const PatternNode& element : branch) {
        Demand part = demand_of(element);
        if (!part.empty()) all.parts.push_back(std::move(part));
      }
      if (all.empty()) return {};
      out.parts.push_back(std::move(all));
    }
    return out;
  }
  const std::uint32_t kinds = kinds_of(node);
  if (kinds == 0) return {};
  out.kind = Demand::Kind::kAny;
  for (Index kind = 0; kind < NeedTest::kKinds; ++kind) {
    if ((kinds >> kind & 1) != 0) out.parts.push_back(one(NeedTest::of_kind(kind)));
  }
  return out;
}

// Adds the demand's tests, the first to be asked last. Returns it, or what follows at once where
// nothing is demanded.
std::uint16_t add_tests(const Demand& demand, std::uint16_t yes, std::uint16_t no,
                        std::vector<NeedTest>& tests) {
  if (demand.kind == Demand::Kind::kOne) {
    tests.push_back({demand.what, yes, no});
    return static_cast<std::uint16_t>(tests.size() - 1);
  }
  const bool all = demand.kind == Demand::Kind::kAll;
  std::uint16_t next = all ? yes : no;
  for (auto part = demand.parts.rbegin(); part != demand.parts.rend(); ++part) {
    next = all ? add_tests(*part, next, no, tests) : add_tests(*part, yes, next, tests);
  }
  return next;
}

}  // namespace

Needs needs_of(const PatternNode* begin, const PatternNode* end) {
  Needs needs;
  Demand all;
  for (const PatternNode* node = begin; node != end; ++node) {
    const std::uint32_t kinds = kinds_of(*node);
    if (std::popcount(kinds) == 1) {
      needs.kinds |= kinds;
    } else if (kinds != 0 && needs.one_of == 0) {
      needs.one_of = kinds;
    }
    if (kinds != 0 && node->kind != PatternKind::kVerb) continue;
    Demand part = demand_of(*node);
    if (!part.empty()) all.parts.push_back(std::move(part));
  }
  add_tests(all, NeedTest::kMet, NeedTest::kLacking, needs.tests);
  return needs;
}

}  // namespace panchina
