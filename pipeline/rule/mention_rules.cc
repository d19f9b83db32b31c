// What the rules are asked while they run: whether one may match at a token.
#include "rule/mention_rules.h"

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

bool MentionRules::may_lead(const PatternIndex& index, Index list, TokenKey before) const {
  return list != kNoIndex && (index.anywhere[list] || index.leads.contains(list, before));
}

}  // namespace panchina
