// What the rules are asked while they run: whether one may match at a token.
#include "rule/mention_rules.h"

#include <algorithm>

namespace panchina {

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
