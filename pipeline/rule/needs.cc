#include "rule/needs.h"

#include <algorithm>
#include <bit>

namespace panchina {
namespace {

std::uint32_t kinds_of(const PatternNode& node) {
  if (node.kind == PatternKind::kSlot && !node.hole) return node.demand.kinds;
  if (node.kind == PatternKind::kVerb) return kind_bit(UnitKind::kVerb);
  if (node.kind == PatternKind::kBracket) return kind_bit(UnitKind::kBracket);
  return 0;
}

// Whether a node asks for something: a preposition does not, it may be part of another unit.
bool demands(const PatternNode& node) {
  if (node.kind == PatternKind::kVerb || node.kind == PatternKind::kNoun ||
      node.kind == PatternKind::kWord)
    return true;
  if (node.kind != PatternKind::kChoice) return kinds_of(node) != 0;
  return std::all_of(node.branches.begin(), node.branches.end(), [](const Pattern& branch) {
    return std::any_of(branch.begin(), branch.end(), demands);
  });
}

// Adds tests backwards: what is asked first is added last. Each returns what is asked then, or
// `yes` where nothing is demanded.
class TestAdder {
 public:
  explicit TestAdder(std::vector<NeedTest>& tests) : tests_(tests) {}

  std::uint16_t one(Index what, std::uint16_t yes, std::uint16_t no) {
    tests_.push_back({what, yes, no});
    return static_cast<std::uint16_t>(tests_.size() - 1);
  }

  std::uint16_t node(const PatternNode& node, std::uint16_t yes, std::uint16_t no) {
    if (node.kind == PatternKind::kVerb) return one(NeedTest::of_verbs(node.verbs), yes, no);
    if (node.kind == PatternKind::kNoun || node.kind == PatternKind::kWord)
      return one(NeedTest::of_words(node.words), yes, no);
    if (!demands(node)) return yes;
    std::uint16_t next = no;
    if (node.kind == PatternKind::kChoice) {
      for (auto branch = node.branches.rbegin(); branch != node.branches.rend(); ++branch) {
        std::uint16_t met = yes;
        for (auto at = branch->rbegin(); at != branch->rend(); ++at)
          met = this->node(*at, met, next);
        next = met;
      }
      return next;
    }
    const std::uint32_t kinds = kinds_of(node);
    for (Index kind = NeedTest::kKinds; kind-- > 0;) {
      if ((kinds >> kind & 1) != 0) next = one(NeedTest::of_kind(kind), yes, next);
    }
    return next;
  }

 private:
  std::vector<NeedTest>& tests_;
};

}  // namespace

Needs needs_of(std::span<const PatternNode* const> elements) {
  Needs needs;
  for (const PatternNode* node : elements) {
    const std::uint32_t kinds = kinds_of(*node);
    if (std::popcount(kinds) == 1) {
      needs.kinds |= kinds;
    } else if (kinds != 0 && needs.one_of == 0) {
      needs.one_of = kinds;
    }
  }
  TestAdder tests(needs.tests);
  std::uint16_t next = NeedTest::kMet;
  for (auto at = elements.rbegin(); at != elements.rend(); ++at) {
    const PatternNode& node = **at;
    if (kinds_of(node) != 0 && node.kind != PatternKind::kVerb) continue;
    next = tests.node(node, next, NeedTest::kLacking);
  }
  return needs;
}

}  // namespace panchina
