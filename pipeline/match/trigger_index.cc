#include "match/trigger_index.h"

#include <algorithm>

namespace panchina {

namespace {
constexpr Index kKinds = 32;

bool is_bare(const EventRule& rule, const Variant& variant) {
  const bool alone = variant.left.start == 0 && variant.right.start == 0;
  return alone && variant.trigger.op == Op::kSlot && rule.adjuncts.empty() && rule.bags.empty() &&
         rule.unless.empty() && rule.where.empty();
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

TriggerIndex::TriggerIndex(const RuleSet& rules, Index vocabulary_size) {
  for (Index rule = 0; rule < rules.events.size(); ++rule) {
    const EventRule& event = rules.events[rule];
    for (Index i = 0; i < event.variants.size(); ++i) {
      const Variant& variant = event.variants[i];
      lists_.add(rules, variant.trigger, static_cast<Index>(variants_.size()));
      variants_.push_back({rule, i, false, is_bare(event, variant), variant.needs.kinds,
                           variant.needs.one_of, side_of(variant.needs_left),
                           side_of(variant.needs_right)});
    }
    if (!event.variants.empty() || event.bags.empty()) continue;
    for (const std::vector<Variant>& item : event.bags[0].triggers) {
      for (const Variant& variant : item) {
        lists_.add(rules, variant.trigger, static_cast<Index>(variants_.size()));
      }
    }
    variants_.push_back({rule, 0, true, false, 0, 0, {}, {}});
  }
  lists_.build(vocabulary_size);
}

RuleVariant::Side TriggerIndex::side_of(const Needs& needs) {
  const auto from = static_cast<Index>(tests_.size());
  tests_.insert(tests_.end(), needs.tests.begin(), needs.tests.end());
  return {needs.kinds, needs.one_of, {from, static_cast<Index>(tests_.size())}};
}

HeadingIndex::HeadingIndex(const RuleSet& rules, Index vocabulary_size) {
  for (Index rule = 0; rule < rules.tables.size(); ++rule) {
    for (const Variant& variant : rules.tables[rule].heading) {
      lists_.add(rules, variant.trigger, 2 * rule);
    }
    for (const Variant& variant : rules.tables[rule].until) {
      lists_.add(rules, variant.trigger, 2 * rule + 1);
    }
  }
  lists_.build(vocabulary_size);
}

WordSignatures::WordSignatures(const RuleSet& rules, Index vocabulary_size)
    : signatures_(vocabulary_size, 0) {
  for (std::size_t set = 0; set < rules.word_sets.size(); ++set) {
    for (const Index word : rules.word_sets[set]) signatures_[word] |= 1ull << (set % 64);
  }
}

}  // namespace panchina
