// What the rules are asked while they run: which may match at a token.
#include "rule/mention_rules.h"

#include <re2/re2.h>

#include <algorithm>

namespace panchina {

namespace {

std::uint64_t pair_of(TokenKey first, TokenKey second) {
  return (static_cast<std::uint64_t>(first) << 32) | second;
}

std::size_t scatter(std::uint64_t pair) {
  pair ^= pair >> 29;
  pair *= 0x9E3779B97F4A7C15u;
  return static_cast<std::size_t>(pair >> 32);
}

}  // namespace

Index MentionRules::PairTable::add(TokenKey first, TokenKey second, Index value) {
  const Index known = find(first, second);
  if (known != kNoIndex) return known;
  if ((count_ + 1) * 2 > slots_.size()) grow();
  const std::uint64_t pair = pair_of(first, second);
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = scatter(pair) & mask;
  while (slots_[at].pair != 0) at = (at + 1) & mask;
  slots_[at] = {pair, value};
  ++count_;
  return value;
}

Index MentionRules::PairTable::find(TokenKey first, TokenKey second) const {
  if (slots_.empty()) return kNoIndex;
  const std::uint64_t pair = pair_of(first, second);
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t at = scatter(pair) & mask; slots_[at].pair != 0; at = (at + 1) & mask) {
    if (slots_[at].pair == pair) return slots_[at].value;
  }
  return kNoIndex;
}

void MentionRules::PairTable::grow() {
  std::vector<Slot> old(std::max<std::size_t>(64, slots_.size() * 2));
  std::swap(old, slots_);
  const std::size_t mask = slots_.size() - 1;
  for (const Slot& slot : old) {
    if (slot.pair == 0) continue;
    std::size_t at = scatter(slot.pair) & mask;
    while (slots_[at].pair != 0) at = (at + 1) & mask;
    slots_[at] = slot;
  }
}

bool MentionRules::may_lead(const Pattern& pattern, TokenKey before) const {
  for (const Index rule : pattern.rules) {
    if (may_stand(rule, Side::kBefore, before)) return true;
  }
  return false;
}

bool MentionRules::may_lead(const PatternIndex& index, Index list, TokenKey before) const {
  return list != kNoIndex && (index.anywhere[list] || index.leads.contains(list, before));
}

void MentionRules::may_match(bool nested, TokenKey before, TokenKey first, TokenKey second,
                             std::vector<Index>& out) const {
  const PatternIndex& index = nested ? nested_ : plain_;
  out.clear();
  if (!index.starts.contains(first)) return;
  for (const TokenKey next : {kAnyToken, second}) {
    const Index list = index.starts.find(first, next);
    if (!may_lead(index, list, before)) continue;
    for (const Index pattern : index.lists[list]) {
      const bool known = std::find(out.begin(), out.end(), pattern) != out.end();
      if (!known && may_lead(index.patterns[pattern], before)) out.push_back(pattern);
    }
  }
}

Diagnostics MentionRules::too_large() const {
  Diagnostics out;
  for (const MentionRule& rule : rules_) {
    for (const auto& pattern :
         {rule.match, rule.before, rule.after, rule.unless_before, rule.unless_after}) {
      if (pattern && !pattern->re2().ok()) {
        out.push_back({"bad-pattern", pattern->re2().error(), rule.info.place, "", "", 1});
      }
    }
  }
  return out;
}

}  // namespace panchina
