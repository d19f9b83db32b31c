#include "match/trigger_index.h"

#include <algorithm>
#include <array>
#include <tuple>

namespace panchina {

namespace {
constexpr Index kKinds = 32;

bool is_bare(const EventRule& rule, const Variant& variant) {
  const bool alone = variant.left.start == 0 && variant.right.start == 0;
  return alone && variant.trigger.op == Op::kSlot && rule.adjuncts.empty() && rule.bags.empty() &&
         rule.where.empty();
}
}  // namespace

void TriggerLists::Lists::build(Index keys) {
  std::sort(pairs_.begin(), pairs_.end());
  pairs_.erase(std::unique(pairs_.begin(), pairs_.end()), pairs_.end());
  starts_.assign(keys + 1, 0);
  for (const auto& [key, value] : pairs_) ++starts_[key + 1];
  for (Index i = 0; i < keys; ++i) starts_[i + 1] += starts_[i];
  values_.reserve(pairs_.size());
  for (const auto& [key, value] : pairs_) values_.push_back(value);
  pairs_ = {};
}

void TriggerLists::add(const RuleSet& rules, const Node& trigger, Index value) {
  switch (trigger.op) {
    case Op::kVerb:
      for (const VerbMember& member : rules.verb_sets[trigger.verbs]) {
        lemmas_.add(member.lemma, value);
      }
      break;
    case Op::kWords:
      for (const Index word : rules.word_sets[trigger.words]) words_.add(word, value);
      break;
    case Op::kSlot:
    case Op::kList:
      for (Index kind = 0; kind < kKinds; ++kind) {
        if ((trigger.demand.kinds >> kind & 1) != 0) kinds_.add(kind, value);
      }
      break;
    case Op::kNumber:
      kinds_.add(static_cast<Index>(UnitKind::kNumber), value);
      break;
    case Op::kBracket:
      kinds_.add(static_cast<Index>(UnitKind::kBracket), value);
      break;
    default:
      break;
  }
}

void TriggerLists::build(Index vocabulary_size) {
  words_.build(vocabulary_size);
  lemmas_.build(vocabulary_size);
  kinds_.build(kKinds);
}

// A variant on its way to a group, which its key stands for: what TriggerLists::add() looks at, and
// the kinds that are needed.
struct TriggerIndex::Grouping {
  std::array<std::uint64_t, 3> key;
  const Node* trigger;
  KindsBeside kinds;
  Index variant;

  Grouping(const Node& by, const KindsBeside& needed, Index index)
      : key{}, trigger(&by), kinds(needed), variant(index) {
    const auto both = [](std::uint64_t high, std::uint32_t low) { return high << 32 | low; };
    const bool verb = by.op == Op::kVerb, words = by.op == Op::kWords;
    const Index set = verb ? by.verbs : words ? by.words : by.demand.kinds;
    key = {both(static_cast<std::uint64_t>(by.op), set), both(needed.left, needed.left_one_of),
           both(needed.right, needed.right_one_of)};
  }
};

TriggerIndex::TriggerIndex(const RuleSet& rules, Index vocabulary_size) {
  std::vector<Grouping> all;
  for (Index rule = 0; rule < rules.events.size(); ++rule) {
    const EventRule& event = rules.events[rule];
    for (Index i = 0; i < event.variants.size(); ++i) {
      const Variant& variant = event.variants[i];
      const Needs& left = variant.needs_left;
      const Needs& right = variant.needs_right;
      const KindsBeside kinds{left.kinds, left.one_of, right.kinds, right.one_of};
      all.emplace_back(variant.trigger, kinds, static_cast<Index>(variants_.size()));
      variants_.push_back({rule, i, false, is_bare(event, variant), variant.needs.kinds,
                           variant.needs.one_of, &variant});
    }
    if (!event.variants.empty() || event.bags.empty()) continue;
    for (const std::vector<Variant>& item : event.bags[0].triggers) {
      for (const Variant& variant : item) {
        all.emplace_back(variant.trigger, KindsBeside(), static_cast<Index>(variants_.size()));
      }
    }
    variants_.push_back({rule, 0, true, false, 0, 0, nullptr});
  }
  add_groups(rules, std::move(all));
  lists_.build(vocabulary_size);
}

void TriggerIndex::add_groups(const RuleSet& rules, std::vector<Grouping> all) {
  std::sort(all.begin(), all.end(), [](const Grouping& one, const Grouping& two) {
    return one.key != two.key ? one.key < two.key : one.variant < two.variant;
  });
  for (std::size_t i = 0; i < all.size(); ++i) {
    const auto at = static_cast<Index>(trials_.size());
    if (i == 0 || all[i].key != all[i - 1].key) {
      lists_.add(rules, *all[i].trigger, static_cast<Index>(groups_.size()));
      groups_.push_back({all[i].kinds, {at, at}});
    }
    trials_.push_back(trial_of(all[i].variant));
    groups_.back().trials.end = at + 1;
  }
}

VariantTrial TriggerIndex::trial_of(Index index) {
  VariantTrial trial;
  trial.variant = index;
  const RuleVariant& from = variants_[index];
  if (from.pattern == nullptr) return trial;
  const Variant& variant = *from.pattern;
  const auto first = [](const Program& program) { return program.nodes[program.start].first; };
  trial.left = first(variant.left);
  // A list may take more than the unit.
  if (variant.trigger.op != Op::kList) trial.right = first(variant.right);
  trial.tests_left = add_tests(variant.needs_left);
  trial.tests_right = add_tests(variant.needs_right);
  return trial;
}

IndexRange TriggerIndex::add_tests(const Needs& needs) {
  const auto from = static_cast<Index>(tests_.size());
  tests_.insert(tests_.end(), needs.tests.begin(), needs.tests.end());
  return {from, static_cast<Index>(tests_.size())};
}

namespace {

// Whether two programs take the same, whatever their slots are called.
bool is_same(const Node& one, const Node& two) {
  const auto flags = [](const Node& node) {
    return std::tie(node.op, node.hole, node.cross, node.absorbed, node.nominal);
  };
  const auto values = [](const Node& node) {
    return std::tie(node.count, node.next, node.demand.kinds, node.demand.any_of,
                    node.demand.none_of, node.words, node.verbs, node.features, node.number,
                    node.inside);
  };
  return flags(one) == flags(two) && values(one) == values(two) && one.branches == two.branches;
}
bool is_same(const Program& one, const Program& two) {
  const auto same = [](const Node& a, const Node& b) { return is_same(a, b); };
  return one.start == two.start && one.branches == two.branches &&
         std::ranges::equal(one.nodes, two.nodes, same);
}
bool is_same(const std::vector<Variant>& one, const std::vector<Variant>& two) {
  return std::ranges::equal(one, two, [](const Variant& a, const Variant& b) {
    return is_same(a.trigger, b.trigger) && is_same(a.left, b.left) && is_same(a.right, b.right) &&
           is_same(a.inside, b.inside);
  });
}

}  // namespace

HeadingIndex::HeadingIndex(const RuleSet& rules, Index vocabulary_size) {
  for (const TableRule& rule : rules.tables) {
    headings_.push_back(number_of(rules, rule.heading));
    untils_.push_back(number_of(rules, rule.until));
  }
  lists_.build(vocabulary_size);
}

Index HeadingIndex::number_of(const RuleSet& rules, const std::vector<Variant>& pattern) {
  if (pattern.empty()) return kNoIndex;
  const auto known = std::ranges::find_if(
      patterns_, [&](const std::vector<Variant>* other) { return is_same(*other, pattern); });
  const auto number = static_cast<Index>(known - patterns_.begin());
  if (known != patterns_.end()) return number;
  patterns_.push_back(&pattern);
  for (const Variant& variant : pattern) lists_.add(rules, variant.trigger, number);
  return number;
}

WordSignatures::WordSignatures(const RuleSet& rules, Index vocabulary_size)
    : signatures_(vocabulary_size, 0) {
  for (std::size_t set = 0; set < rules.word_sets.size(); ++set) {
    for (const Index word : rules.word_sets[set]) signatures_[word] |= 1ull << (set % 64);
  }
}

}  // namespace panchina
