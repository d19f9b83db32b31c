// any.N: patterns side by side in any order.
#include <algorithm>
#include <array>

#include "match/clause_matcher.h"

namespace panchina {

namespace {
constexpr std::size_t kMaxItems = 16;
}

// The run of items that begins at `at`: each item once, joined by commas, conjunctions and
// prepositions. True where there are enough; their bindings stay.
bool ClauseMatcher::bag_run(const Bag& bag, Index at, IndexRange bounds, IndexRange& cover) {
  const std::size_t depth = runner_.binds().size();
  std::array<bool, kMaxItems> used{};
  const std::size_t items = std::min(bag.items.size(), kMaxItems);
  std::uint32_t count = 0;
  cover = {at, at};
  const auto is_joint = [&](Index unit) {
    const Unit& one = document_->units[unit];
    if (one.transparent) return true;
    if ((one.kinds & kind_bit(UnitKind::kPunct)) != 0) {
      const char mark = document_->tokens[one.tokens.begin].mark;
      return mark == ',' || mark == '-' || mark == '/';
    }
    const auto holds = [&](const std::vector<Index>& words) {
      return one.word != 0 && std::binary_search(words.begin(), words.end(), one.word);
    };
    return holds(rules_.joiners) || holds(rules_.prepositions);
  };
  for (bool more = true; more;) {
    more = false;
    for (Index place = at, steps = 0; !more && place < bounds.end && steps < 5; ++place, ++steps) {
      for (std::size_t i = 0; !more && i < items; ++i) {
        if (used[i] || !runner_.run(bag.items[i], place, bounds, {})) continue;
        if (runner_.end() <= place) continue;
        used[i] = true;
        ++count;
        at = cover.end = runner_.end();
        more = true;
      }
      if (count == 0 || (!more && !is_joint(place))) break;
    }
  }
  if (count >= bag.least) return true;
  runner_.binds().resize(depth);
  return false;
}

// Whether enough items of the bag may stand in the clause.
bool ClauseMatcher::may_hold(const Bag& bag) const {
  const auto allowed = [this](const Variant& variant) { return content_.allows(variant.needs); };
  std::uint32_t possible = 0;
  for (std::size_t i = 0; i < bag.items.size() && possible < bag.least; ++i) {
    if (bag.needs[i] != 0 && (bag.needs[i] & content_.kinds()) == 0) continue;
    const std::vector<Variant>& item = bag.triggers[i];
    if (item.empty() || std::any_of(item.begin(), item.end(), allowed)) ++possible;
  }
  return possible >= bag.least;
}

// The bags of a rule that has a trigger of its own: each must stand in the trigger's clause.
bool ClauseMatcher::add_bags(const EventRule& rule, std::size_t from) {
  for (std::size_t i = from; i < rule.bags.size(); ++i) {
    if (!may_hold(rule.bags[i])) return false;
    bool found = false;
    const IndexRange bounds = scope(cover_.begin);
    // Behind the match first, then before it.
    IndexRange cover;
    for (Index at = cover_.end; !found && at < bounds.end; ++at) {
      found = bag_run(rule.bags[i], at, bounds, cover);
    }
    for (Index at = bounds.begin; !found && at < cover_.begin; ++at) {
      found = bag_run(rule.bags[i], at, {bounds.begin, cover_.begin}, cover);
    }
    if (!found) return false;
    cover_.begin = std::min(cover_.begin, cover.begin);
    cover_.end = std::max(cover_.end, cover.end);
  }
  return true;
}

// A rule that is a bag: `unit` is the trigger of one of its items. It is tried where the run of
// items begins.
void ClauseMatcher::try_bag(const RuleVariant& from, Index unit) {
  const EventRule& rule = rules_.events[from.rule];
  for (const Found& found : found_) {
    if (found.rule == from.rule && found.cover.contains(unit)) return;
  }
  const Bag& bag = rule.bags[0];
  if (!may_hold(bag)) {
    note(from.rule, unit, Outcome::kNoBag);
    return;
  }
  constexpr Index kBack = 4;  // an item begins this far before its trigger at most
  const Index begin = std::max(units_.begin, unit > kBack ? unit - kBack : 0);
  for (Index at = begin; at <= unit; ++at) {
    runner_.clear();
    IndexRange cover;
    if (!bag_run(bag, at, units_, cover)) continue;
    if (!cover.contains(unit)) continue;
    cover_ = cover;
    if (!add_bags(rule, 1)) continue;
    finish(rule, from, unit);
    return;
  }
  note(from.rule, unit, Outcome::kNoBag);
}

}  // namespace panchina
