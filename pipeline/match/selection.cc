// Which of rivals stands, and what it leaves in the document.
#include <algorithm>
#include <tuple>

#include "match/clause_matcher.h"

namespace panchina {

namespace {

// Whether all that `lesser` binds, `greater` binds too.
bool holds_all(const std::vector<Bind>& pool, IndexRange greater, IndexRange lesser) {
  for (Index i = lesser.begin; i < lesser.end; ++i) {
    if (pool[i].unit == kNoIndex) continue;
    bool found = false;
    for (Index j = greater.begin; !found && j < greater.end; ++j) {
      found = pool[j].unit == pool[i].unit;
    }
    if (!found) return false;
  }
  return true;
}

// One total order: priority, units covered, fewest holes, fewest gap units, reading, file order.
bool is_better(const Found& one, const Found& two) {
  const auto order = [](const Found& found) {
    return std::tie(found.holes, found.gap, found.readings, found.rule, found.variant,
                    found.trigger);
  };
  if (one.priority != two.priority) return one.priority > two.priority;
  if (one.covered != two.covered) return one.covered > two.covered;
  return order(one) < order(two);
}

}  // namespace

// The better one beats what says the same type from the same trigger, and what says the same type
// and cue of no other units. What is weighed only (`emit.weighed`) is nobody's rival.
void ClauseMatcher::select() {
  order_.resize(found_.size());
  for (Index i = 0; i < order_.size(); ++i) order_[i] = i;
  std::sort(order_.begin(), order_.end(),
            [&](Index a, Index b) { return is_better(found_[a], found_[b]); });
  // Rivals share a trigger, or overlap: those of a trigger are chained, of the others a window over
  // the last ones is looked at, which keeps this linear.
  constexpr std::size_t kWindow = 64;
  kept_.clear();
  chain_.clear();
  kept_at_.assign(units_.size(), kNoIndex);
  for (const Index i : order_) {
    const Found& one = found_[i];
    Index beaten_by = kNoIndex;
    const auto is_rival = [&](const Found& better) {
      return one.kind != kNoIndex && better.kind == one.kind;
    };
    Index& head = kept_at_[one.trigger - units_.begin];
    for (Index k = head; k != kNoIndex && beaten_by == kNoIndex; k = chain_[k]) {
      const Found& better = found_[kept_[k]];
      if (is_rival(better)) beaten_by = better.rule;
    }
    const std::size_t from = kept_.size() > kWindow ? kept_.size() - kWindow : 0;
    for (std::size_t k = from; k < kept_.size() && beaten_by == kNoIndex; ++k) {
      const Found& better = found_[kept_[k]];
      if (better.cover.begin >= one.cover.end || one.cover.begin >= better.cover.end) continue;
      if (is_rival(better) && better.cue == one.cue && holds_all(pool_, better.binds, one.binds)) {
        beaten_by = better.rule;
      }
    }
    if (beaten_by == kNoIndex) {
      chain_.push_back(head);
      head = static_cast<Index>(kept_.size());
      kept_.push_back(i);
    } else if (attempts_ != nullptr && found_attempt_[i] != kNoIndex) {
      Attempt& attempt = (*attempts_)[found_attempt_[i]];
      attempt.outcome = Outcome::kBeaten;
      attempt.by = beaten_by;
    }
  }
  std::sort(kept_.begin(), kept_.end(), [&](Index a, Index b) {
    return std::tie(found_[a].trigger, found_[a].rule) <
           std::tie(found_[b].trigger, found_[b].rule);
  });
  for (const Index i : kept_) emit_members(found_[i]);
}

// The nearest verb around a trigger that is none, the left one first.
Index ClauseMatcher::governor_of(Index trigger) {
  const IndexRange around = scope(trigger);
  const auto is_governor = [&](Index unit) {
    return (document_->units[unit].kinds & kind_bit(UnitKind::kVerb)) != 0;
  };
  for (Index distance = 1; distance < around.size(); ++distance) {
    if (trigger >= around.begin + distance && is_governor(trigger - distance)) {
      return trigger - distance;
    }
    if (trigger + distance < around.end && is_governor(trigger + distance)) {
      return trigger + distance;
    }
  }
  return kNoIndex;
}

void ClauseMatcher::emit(const Found& found) {
  Hit hit;
  hit.rule = found.rule;
  hit.clause = clause_;
  hit.units = found.cover;
  hit.trigger = found.trigger;
  hit.gap = found.gap;
  if ((document_->units[found.trigger].kinds & kind_bit(UnitKind::kVerb)) == 0) {
    if (governed_ != found.trigger) {
      governed_ = found.trigger;
      governor_ = governor_of(found.trigger);
    }
    hit.governor = governor_;
  }
  hit.bindings.begin = static_cast<Index>(document_->bindings.size());
  for (const Bind& bind : members_) {
    document_->bindings.push_back({bind.slot, bind.unit, bind.reading, bind.bound});
  }
  hit.bindings.end = static_cast<Index>(document_->bindings.size());
  document_->hits.push_back(hit);
}

// One hit, or one for each member of its lists: lists of equal length go side by side, else each
// with each. A bracket right behind a member gives that member its own adjuncts: `Bari (1986-91)`.
void ClauseMatcher::emit_members(const Found& found) {
  constexpr std::size_t kMaxEvents = 64;
  const EventRule& rule = rules_.events[found.rule];
  const auto group = static_cast<Index>(document_->hits.size());
  std::vector<std::pair<Index, Index>>& lists = lists_;  // slot, members
  lists.clear();
  for (Index i = found.binds.begin; i < found.binds.end; ++i) {
    const Bind& bind = pool_[i];
    if (!rule.slots[bind.slot].list) continue;
    const auto known = std::find_if(lists.begin(), lists.end(),
                                    [&](const auto& one) { return one.first == bind.slot; });
    if (known == lists.end()) {
      lists.emplace_back(bind.slot, 1);
    } else {
      ++known->second;
    }
  }
  bool equal = true;
  std::size_t total = 1;
  for (const auto& [slot, count] : lists) {
    equal = equal && count == lists[0].second;
    total *= count;
  }
  if (equal && !lists.empty()) total = lists[0].second;
  total = std::min(total, kMaxEvents);
  for (std::size_t n = 0; n < total; ++n) {
    members_.clear();
    std::size_t rest = n;
    Index member_unit = kNoIndex;
    for (const auto& [slot, count] : lists) {
      const std::size_t wanted = equal ? n : rest % count;
      if (!equal) rest /= count;
      std::size_t seen = 0;
      for (Index i = found.binds.begin; i < found.binds.end; ++i) {
        if (pool_[i].slot != slot || seen++ != wanted) continue;
        members_.push_back(pool_[i]);
        member_unit = pool_[i].unit;
      }
    }
    for (Index i = found.binds.begin; i < found.binds.end; ++i) {
      if (!rule.slots[pool_[i].slot].list) members_.push_back(pool_[i]);
    }
    if (total > 1 && member_unit != kNoIndex) add_member_adjuncts(rule, member_unit);
    emit(found);
    document_->hits.back().group = group;
  }
}

// Adjuncts in the bracket right behind a list's member replace those of the whole list; a bracket
// behind another member is no source for this one.
void ClauseMatcher::add_member_adjuncts(const EventRule& rule, Index member) {
  const auto is_bracket = [&](Index unit) {
    return units_.contains(unit) &&
           (document_->units[unit].kinds & kind_bit(UnitKind::kBracket)) != 0;
  };
  const auto inside_of = [&](Index bracket) {
    const Unit& one = document_->units[bracket];
    for (Index i = one.readings.begin; i < one.readings.end; ++i) {
      if (document_->readings[i].kind == UnitKind::kBracket) {
        return document_->clauses[document_->readings[i].value].units;
      }
    }
    return IndexRange{};
  };
  for (const Adjunct& adjunct : rule.adjuncts) {
    // What the whole match took from inside some bracket belongs to that bracket's member.
    std::erase_if(members_, [&](const Bind& bind) {
      return rule.slots[bind.slot].name == adjunct.name && bind.unit != kNoIndex &&
             !units_.contains(bind.unit);
    });
    if (!is_bracket(member + 1)) continue;
    const IndexRange inside = inside_of(member + 1);
    runner_.clear();
    for (Index at = inside.begin; at < inside.end; ++at) {
      if (!try_adjunct(adjunct, at, inside, rule.tells_birth())) continue;
      for (const Bind& bind : runner_.binds()) {
        std::erase_if(members_, [&](const Bind& old) { return old.slot == bind.slot; });
        members_.push_back(bind);
      }
      break;
    }
  }
}

}  // namespace panchina
