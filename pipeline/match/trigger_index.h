// TriggerIndex: which variants of which rules may start at a unit: by its word, its verb lemma, its
// kinds. Thread rule: const after building.
#pragma once

#include <span>
#include <vector>

#include "document/document.h"
#include "rule/rule_set.h"

namespace panchina {

// A variant of an event rule, or an item of its first bag (no variants of its own).
struct RuleVariant {
  Index rule = 0;
  Index variant = 0;  // in EventRule::variants
  bool bag = false;
  std::uint32_t required = 0;
  std::uint32_t one_of = 0;
};

class TriggerIndex {
 public:
  TriggerIndex(const RuleSet& rules, Index vocabulary_size);

  std::span<const RuleVariant> all() const { return variants_; }
  // Indices in all(), ascending.
  std::span<const Index> by_word(Index word) const { return by_word_.of(word); }
  std::span<const Index> by_lemma(Index lemma) const { return by_lemma_.of(lemma); }
  std::span<const Index> by_kind(UnitKind kind) const {
    return by_kind_.of(static_cast<Index>(kind));
  }

 private:
  // Lists of indices by key, in one array.
  class Lists {
   public:
    void build(std::vector<std::pair<Index, Index>> pairs, Index keys);
    std::span<const Index> of(Index key) const {
      if (key + 1 >= starts_.size()) return {};
      return {values_.data() + starts_[key], starts_[key + 1] - starts_[key]};
    }

   private:
    std::vector<Index> starts_;
    std::vector<Index> values_;
  };
  std::vector<RuleVariant> variants_;
  Lists by_word_, by_lemma_, by_kind_;
};

}  // namespace panchina
