#include "match/trigger_index.h"

#include <algorithm>

namespace panchina {

void TriggerIndex::Lists::build(std::vector<std::pair<Index, Index>> pairs, Index keys) {
  std::sort(pairs.begin(), pairs.end());
  pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
  starts_.assign(keys + 1, 0);
  for (const auto& [key, value] : pairs) ++starts_[key + 1];
  for (Index i = 0; i < keys; ++i) starts_[i + 1] += starts_[i];
  values_.reserve(pairs.size());
  for (const auto& [key, value] : pairs) values_.push_back(value);
}

TriggerIndex::TriggerIndex(const RuleSet& rules, Index vocabulary_size) {
  std::vector<std::pair<Index, Index>> words, lemmas, kinds;
  const auto add_trigger = [&](const Variant& variant, Index index) {
    const Node& trigger = variant.trigger;
    switch (trigger.op) {
      case Op::kVerb:
        for (const VerbMember& member : rules.verb_sets[trigger.verbs]) {
          lemmas.emplace_back(member.lemma, index);
        }
        break;
      case Op::kWords:
        for (const Index word : rules.word_sets[trigger.words]) words.emplace_back(word, index);
        break;
      case Op::kSlot:
      case Op::kList:
        for (Index kind = 0; kind < 32; ++kind) {
          if ((trigger.demand.kinds >> kind & 1) != 0) kinds.emplace_back(kind, index);
        }
        break;
      case Op::kNumber:
        kinds.emplace_back(static_cast<Index>(UnitKind::kNumber), index);
        break;
      case Op::kBracket:
        kinds.emplace_back(static_cast<Index>(UnitKind::kBracket), index);
        break;
      default:
        break;
    }
  };
  for (Index rule = 0; rule < rules.events.size(); ++rule) {
    const EventRule& event = rules.events[rule];
    for (Index i = 0; i < event.variants.size(); ++i) {
      const Variant& variant = event.variants[i];
      add_trigger(variant, static_cast<Index>(variants_.size()));
      variants_.push_back({rule, i, false, variant.required, variant.one_of});
    }
    if (!event.variants.empty() || event.bags.empty()) continue;
    for (const std::vector<Variant>& item : event.bags[0].triggers) {
      for (Index i = 0; i < item.size(); ++i) {
        add_trigger(item[i], static_cast<Index>(variants_.size()));
      }
    }
    variants_.push_back({rule, 0, true, 0, 0});
  }
  by_word_.build(std::move(words), vocabulary_size);
  by_lemma_.build(std::move(lemmas), vocabulary_size);
  by_kind_.build(std::move(kinds), 32);
}

}  // namespace panchina
