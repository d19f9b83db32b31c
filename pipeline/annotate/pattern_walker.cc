#include "annotate/pattern_walker.h"

#include <algorithm>

namespace panchina {

std::span<const PatternWalker::Match> PatternWalker::find(Index start, std::string_view text) {
  ends_.clear();
  State state = begin(start);
  for (std::size_t i = 0; i < text.size(); ++i) {
    state = after(state, static_cast<unsigned char>(text[i]));
    if (state == kDead) break;
    if (matches(state)) ends_.emplace_back(state, static_cast<Index>(i + 1));
  }
  found_.clear();
  ++walk_;
  for (auto end = ends_.rbegin(); end != ends_.rend(); ++end) {
    const IndexRange matches = content(end->first).matches;
    for (Index i = matches.begin; i < matches.end; ++i) {
      const Index pattern = matches_[i];
      if (seen_[pattern] == walk_) continue;
      seen_[pattern] = walk_;
      found_.push_back({pattern, end->second});
    }
  }
  return found_;
}

void PatternWalker::read_slots(Index pattern, std::string_view text,
                               std::span<std::string_view> slots) const {
  std::fill(slots.begin(), slots.end(), std::string_view());
  for (const Index place : net_.begins(pattern)) {
    if (read_from({place, net_.place(place).node}, text, 0, slots)) return;
  }
}

// The first way to spell the rest of the text, in the order of the pattern's choices.
bool PatternWalker::read_from(PatternNet::Step step, std::string_view text, std::size_t at,
                              std::span<std::string_view> slots) const {
  if (at == text.size()) return false;
  const PatternNet::Reached reached = net_.read(step, static_cast<unsigned char>(text[at]));
  const PatternNet::Place& place = net_.place(step.place);
  bool good = false;
  if (reached.whole) {
    good = place.last && at + 1 == text.size();
    for (std::size_t i = 0; !good && i < place.follow.size(); ++i) {
      const Index next = place.follow[i];
      good = read_from({next, net_.place(next).node}, text, at + 1, slots);
    }
  }
  if (!good && reached.node != kNoIndex) {
    good = read_from({step.place, reached.node}, text, at + 1, slots);
  }
  // Backwards: the slot's later bytes are in it already.
  if (good && place.slot < slots.size()) {
    std::string_view& slot = slots[place.slot];
    const std::size_t end = slot.empty() ? at + 1 : at + 1 + slot.size();
    slot = text.substr(at, end - at);
  }
  return good;
}

PatternWalker::State PatternWalker::begin(Index start) {
  if (contents_.size() > kMostStates) forget();
  if (start >= begins_.size()) begins_.resize(start + 1, kUnknown);
  if (begins_[start] != kUnknown) return begins_[start];
  new_steps_.clear();
  new_matches_.clear();
  for (const Index pattern : net_.patterns_of(start)) {
    for (const Index place : net_.begins(pattern)) enter(place);
    if (net_.may_be_empty(pattern)) new_matches_.push_back(pattern);
  }
  return begins_[start] = make();
}

void PatternWalker::enter(Index place) { new_steps_.push_back({place, net_.place(place).node}); }

PatternWalker::State PatternWalker::grow(State state, Index byte_class) {
  new_steps_.clear();
  new_matches_.clear();
  const IndexRange steps = content(state).steps;
  for (Index i = steps.begin; i < steps.end; ++i) {
    const PatternNet::Step step = steps_[i];
    const PatternNet::Reached reached = net_.read(step, net_.sample(byte_class));
    if (reached.node != kNoIndex) new_steps_.push_back({step.place, reached.node});
    if (!reached.whole) continue;
    const PatternNet::Place& place = net_.place(step.place);
    for (const Index next : place.follow) enter(next);
    if (place.last) new_matches_.push_back(place.pattern);
  }
  const State next = make();
  next_[row_of(state) + byte_class] = next;
  return next;
}

// The state of new_steps_ and new_matches_.
PatternWalker::State PatternWalker::make() {
  const auto tidy = [](auto& values) {
    std::sort(values.begin(), values.end());
    values.erase(std::unique(values.begin(), values.end()), values.end());
  };
  tidy(new_steps_);
  tidy(new_matches_);
  std::uint64_t hash = new_matches_.size();
  const auto mix = [&hash](Index value) {
    hash = (hash ^ value) * 0x9E3779B97F4A7C15u;
    hash ^= hash >> 29;
  };
  for (const PatternNet::Step& step : new_steps_) mix(step.place), mix(step.node);
  for (const Index pattern : new_matches_) mix(pattern);
  const auto [first, last] = known_.equal_range(hash);
  for (auto known = first; known != last; ++known) {
    const Content& one = content(known->second);
    if (std::equal(new_steps_.begin(), new_steps_.end(), steps_.begin() + one.steps.begin,
                   steps_.begin() + one.steps.end) &&
        std::equal(new_matches_.begin(), new_matches_.end(), matches_.begin() + one.matches.begin,
                   matches_.begin() + one.matches.end)) {
      return known->second;
    }
  }
  const auto state = static_cast<State>(2 * contents_.size() + (new_matches_.empty() ? 0u : 1u));
  next_.resize(next_.size() + row_size_, kUnknown);
  const auto step_at = static_cast<Index>(steps_.size());
  const auto match_at = static_cast<Index>(matches_.size());
  steps_.insert(steps_.end(), new_steps_.begin(), new_steps_.end());
  matches_.insert(matches_.end(), new_matches_.begin(), new_matches_.end());
  contents_.push_back({{step_at, static_cast<Index>(steps_.size())},
                       {match_at, static_cast<Index>(matches_.size())}});
  known_.emplace(hash, state);
  return state;
}

// Keeps only the dead state, which has no steps.
void PatternWalker::forget() {
  next_.assign(row_size_, kDead);
  contents_.assign(1, Content{});
  steps_.clear();
  matches_.clear();
  known_.clear();
  known_.emplace(0, kDead);
  begins_.clear();
  seen_.assign(net_.pattern_count(), 0);
  walk_ = 0;
}

}  // namespace panchina
