#include "match/clause_content.h"

#include <algorithm>
#include <bit>
#include <map>
#include <utility>

namespace panchina {

namespace {

// What a trigger asks of its unit, NeedTest::what; kNoIndex: something else.
Index asked_by(const Node& trigger) {
  if (trigger.op == Op::kWords) return NeedTest::of_words(trigger.words);
  if (trigger.op == Op::kVerb) return NeedTest::of_verbs(trigger.verbs);
  const bool slot = trigger.op == Op::kSlot || trigger.op == Op::kList;
  if (!slot || std::popcount(trigger.demand.kinds) != 1) return kNoIndex;
  return NeedTest::of_kind(static_cast<Index>(std::countr_zero(trigger.demand.kinds)));
}

}  // namespace

SetIndex::SetIndex(const RuleSet& rules, Index vocabulary_size)
    : size_(NeedTest::kKinds + 2 * std::max(rules.word_sets.size(), rules.verb_sets.size())) {
  std::vector<bool> needed(size_, false);
  const auto mark = [&](const Needs& needs) {
    for (const NeedTest& test : needs.tests) needed[test.what] = true;
  };
  const auto mark_all = [&](const std::vector<Variant>& variants) {
    for (const Variant& variant : variants) mark(variant.needs);
  };
  std::map<std::vector<Index>, Index> numbers;  // of lists of veto triggers
  for (const EventRule& rule : rules.events) {
    mark_all(rule.variants);
    for (const Adjunct& adjunct : rule.adjuncts) mark_all(adjunct.variants);
    for (const Bag& bag : rule.bags) {
      for (const std::vector<Variant>& item : bag.triggers) mark_all(item);
    }
    vetoes_of_.push_back(vetoes_.size());
    for (const Unless& unless : rule.unless) {
      mark_all(unless.variants);
      std::vector<Index> list;
      for (const Variant& variant : unless.variants) {
        list.push_back(asked_by(variant.trigger));
        if (list.back() != kNoIndex) needed[list.back()] = true;
      }
      const auto number = static_cast<Index>(veto_starts_.size());
      const auto [known, is_new] = numbers.try_emplace(std::move(list), number);
      vetoes_.push_back({known->second, !unless.words.empty()});
      if (!is_new) continue;
      veto_starts_.push_back(veto_triggers_.size());
      veto_triggers_.insert(veto_triggers_.end(), known->first.begin(), known->first.end());
    }
  }
  veto_starts_.push_back(veto_triggers_.size());
  vetoes_of_.push_back(vetoes_.size());
  for (const TableRule& rule : rules.tables) {
    for (const Needs& needs : rule.needs) mark(needs);
  }
  Node words, verbs, kinds;
  words.op = Op::kWords;
  verbs.op = Op::kVerb;
  kinds.op = Op::kSlot;
  for (Index kind = 0; kind < NeedTest::kKinds; ++kind) {
    kinds.demand.kinds = 1u << kind;
    if (needed[NeedTest::of_kind(kind)]) lists_.add(rules, kinds, NeedTest::of_kind(kind));
  }
  for (words.words = 0; words.words < rules.word_sets.size(); ++words.words) {
    const Index what = NeedTest::of_words(words.words);
    if (needed[what]) lists_.add(rules, words, what);
  }
  for (verbs.verbs = 0; verbs.verbs < rules.verb_sets.size(); ++verbs.verbs) {
    const Index what = NeedTest::of_verbs(verbs.verbs);
    if (needed[what]) lists_.add(rules, verbs, what);
  }
  lists_.build(vocabulary_size);
}

void ClauseContent::add(const Document& document, IndexRange units) {
  for (Index unit = units.begin; unit < units.end; ++unit) {
    const Unit& one = document.units[unit];
    kinds_ |= one.kinds;
    sets_.lists().each(document, one, [&](std::span<const Index> values) {
      for (const Index what : values) {
        Seen& seen = seen_[what];
        if (seen.stamp != stamp_) seen = {stamp_, unit, unit};
        seen.last = unit;
      }
    });
  }
}

IndexRange ClauseContent::stretch_of(Index what, IndexRange units) const {
  if (what == kNoIndex) return units;
  const Seen& seen = seen_[what];
  const Index begin = std::max(units.begin, seen.first);
  return {begin, std::max(begin, std::min(units.end, seen.last + 1))};
}

void ClauseContent::read(const Document& document, IndexRange units) {
  clear();
  add(document, units);
  begin_ = units.begin;
  left_kinds_.resize(units.size());
  right_kinds_.resize(units.size());
  std::uint32_t left = 0, right = 0;
  for (Index unit = units.begin; unit < units.end; ++unit) {
    left_kinds_[unit - begin_] = left;
    left |= document.units[unit].kinds;
  }
  for (Index unit = units.end; unit-- > units.begin;) {
    right_kinds_[unit - begin_] = right;
    right |= document.units[unit].kinds;
  }
}

}  // namespace panchina
