// What may start at a unit, looked up by its word, its verb lemma and its kinds: variants of event
// rules (TriggerIndex) and headings of table rules (HeadingIndex). Thread rule: const after
// building; the rules outlive it.
#pragma once

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "document/document.h"
#include "rule/rule_set.h"

namespace panchina {

// A variant of an event rule, or an item of its first bag (no variants of its own).
struct RuleVariant {
  Index rule = 0;
  Index variant = 0;  // in EventRule::variants
  bool bag = false;
  bool bare = false;  // a slot is the whole rule: whatever it allows is a hit, vetoes apart
  std::uint32_t kinds = 0;
  std::uint32_t one_of = 0;
  const Variant* pattern = nullptr;  // in the RuleSet, which must outlive it; null: of a bag
};

// The kinds that a variant needs left and right of its trigger: all of these, and one of those.
struct KindsBeside {
  std::uint32_t left = 0, left_one_of = 0;
  std::uint32_t right = 0, right_one_of = 0;
};

// Variants that the same units trigger and that need the same kinds beside them; a bag needs none.
struct VariantGroup {
  KindsBeside kinds;
  IndexRange trials;  // in TriggerIndex
};

// What is asked of a variant that a unit triggers, in memory beside those of its group: most are
// put aside by it. Of a bag: nothing.
struct VariantTrial {
  First left, right;                   // what a glance beside the unit asks, see Runner
  IndexRange tests_left, tests_right;  // of its needs on that side of the trigger, in TriggerIndex
  Index variant = 0;                   // in TriggerIndex::all()
};

// Lists of indices, ascending, by what triggers them.
class TriggerLists {
 public:
  // The trigger of `variant` leads to `value`. Before build().
  void add(const RuleSet& rules, const Node& trigger, Index value);
  void build(Index vocabulary_size);

  std::span<const Index> by_word(Index word) const { return words_.of(word); }
  std::span<const Index> by_lemma(Index lemma) const { return lemmas_.of(lemma); }
  std::span<const Index> by_kind(UnitKind kind) const {
    return kinds_.of(static_cast<Index>(kind));
  }
  // Calls use(list) for every list, none of them empty, that a unit of the document triggers.
  template <typename Use>
  void each(const Document& document, const Unit& unit, Use use) const {
    const auto offer = [&use](std::span<const Index> list) {
      if (!list.empty()) use(list);
    };
    if (unit.word != 0) offer(by_word(unit.word));
    for (Index i = unit.readings.begin; i < unit.readings.end; ++i) {
      const Reading& reading = document.readings[i];
      if (reading.kind == UnitKind::kVerb) offer(by_lemma(document.verbs[reading.value].lemma));
      offer(by_kind(reading.kind));
    }
  }

 private:
  // Lists by key, in one array.
  class Lists {
   public:
    void add(Index key, Index value) { pairs_.emplace_back(key, value); }
    void build(Index keys);
    std::span<const Index> of(Index key) const {
      if (key + 1 >= starts_.size()) return {};
      return {values_.data() + starts_[key], starts_[key + 1] - starts_[key]};
    }

   private:
    std::vector<std::pair<Index, Index>> pairs_;
    std::vector<Index> starts_;
    std::vector<Index> values_;
  };
  Lists words_, lemmas_, kinds_;
};

class TriggerIndex {
 public:
  TriggerIndex(const RuleSet& rules, Index vocabulary_size);

  std::span<const RuleVariant> all() const { return variants_; }
  // Needs::tests of a side of a variant.
  std::span<const NeedTest> tests(IndexRange side) const {
    return std::span(tests_).subspan(side.begin, side.size());
  }
  // Values: groups.
  const TriggerLists& lists() const { return lists_; }
  const VariantGroup& group(Index index) const { return groups_[index]; }
  // Ascending by variant.
  std::span<const VariantTrial> trials_of(const VariantGroup& group) const {
    return std::span(trials_).subspan(group.trials.begin, group.trials.size());
  }

 private:
  IndexRange add_tests(const Needs& needs);
  VariantTrial trial_of(Index variant);
  struct Grouping;
  void add_groups(const RuleSet& rules, std::vector<Grouping> all);

  std::vector<RuleVariant> variants_;
  std::vector<VariantGroup> groups_;
  std::vector<VariantTrial> trials_;  // by group
  std::vector<NeedTest> tests_;       // of all sides of all of them
  TriggerLists lists_;
};

// What may begin the headings of table rules, or end their reach. Many rules ask for the same: each
// such pattern has a number, and is sought once for all of them.
class HeadingIndex {
 public:
  HeadingIndex(const RuleSet& rules, Index vocabulary_size);
  // Values: numbers.
  const TriggerLists& lists() const { return lists_; }
  std::size_t size() const { return patterns_.size(); }  // numbers are below it
  // Of a table rule; kNoIndex: it has none.
  Index heading(Index rule) const { return headings_[rule]; }
  Index until(Index rule) const { return untils_[rule]; }
  const std::vector<Variant>& variants(Index number) const { return *patterns_[number]; }

 private:
  Index number_of(const RuleSet& rules, const std::vector<Variant>& pattern);

  std::vector<const std::vector<Variant>*> patterns_;  // of the rules
  std::vector<Index> headings_, untils_;
  TriggerLists lists_;
};

// A first, cheap answer to whether a word is in a word set of the rules: most are in none.
class WordSignatures {
 public:
  WordSignatures(const RuleSet& rules, Index vocabulary_size);
  // Bit `set % 64` of each word set that holds the word.
  std::uint64_t of(Index word) const { return word < signatures_.size() ? signatures_[word] : 0; }

 private:
  std::vector<std::uint64_t> signatures_;  // by word; bit `set % 64`
};

}  // namespace panchina
