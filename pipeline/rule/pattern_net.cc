#include "rule/pattern_net.h"

#include <algorithm>
#include <utility>

namespace panchina {

Index PatternNet::add(const TextTree& tree, std::span<const std::vector<std::string>> lists,
                      WalkDirection direction) {
  lists_ = lists;
  direction_ = direction;
  const std::size_t first = places_.size();
  const Fragment whole = build(tree, kNoIndex);
  const auto pattern = static_cast<Index>(patterns_.size());
  for (std::size_t i = first; i < places_.size(); ++i) places_[i].pattern = pattern;
  for (const Index end : whole.ends) places_[end].last = true;
  patterns_.push_back({whole.begins, whole.nothing});
  return pattern;
}

Index PatternNet::add_start(std::vector<Index> patterns) {
  starts_.push_back(std::move(patterns));
  return static_cast<Index>(starts_.size() - 1);
}

PatternNet::Fragment PatternNet::build(const TextTree& tree, Index slot) {
  if (tree.slot != kNoIndex) slot = tree.slot;
  Place place;
  place.slot = slot;
  switch (tree.kind) {
    case TextTree::Kind::kText:
      place.node = words_node({tree.text});
      return leaf(std::move(place));
    case TextTree::Kind::kList:
      place.node = words_node(lists_[tree.list]);
      return leaf(std::move(place));
    case TextTree::Kind::kBytes: {
      const auto known = std::find(sets_.begin(), sets_.end(), tree.bytes);
      place.bytes = static_cast<Index>(known - sets_.begin());
      if (known == sets_.end()) sets_.push_back(tree.bytes);
      return leaf(std::move(place));
    }
    case TextTree::Kind::kSequence: {
      Fragment out;
      const std::size_t count = tree.parts.size();
      for (std::size_t i = 0; i < count; ++i) {
        const bool left = direction_ == WalkDirection::kLeft;
        append(out, build(tree.parts[left ? count - 1 - i : i], slot));
      }
      return out;
    }
    case TextTree::Kind::kChoice:
      return build_choice(tree, slot);
    case TextTree::Kind::kRepeat: {
      Fragment out = build(tree.parts[0], slot);
      join(out.ends, out.begins);
      return out;
    }
  }
  return {};
}

PatternNet::Fragment PatternNet::build_choice(const TextTree& tree, Index slot) {
  Fragment out;
  out.nothing = false;
  for (const TextTree& part : tree.parts) {
    const Fragment one = build(part, slot);
    out.begins.insert(out.begins.end(), one.begins.begin(), one.begins.end());
    out.ends.insert(out.ends.end(), one.ends.begin(), one.ends.end());
    out.nothing = out.nothing || one.nothing;
  }
  return out;
}

PatternNet::Fragment PatternNet::leaf(Place place) {
  const auto index = static_cast<Index>(places_.size());
  places_.push_back(std::move(place));
  return {{index}, {index}, false};
}

// `part` behind what is there.
void PatternNet::append(Fragment& to, const Fragment& part) {
  join(to.ends, part.begins);
  if (to.nothing) to.begins.insert(to.begins.end(), part.begins.begin(), part.begins.end());
  if (!part.nothing) to.ends.clear();
  to.ends.insert(to.ends.end(), part.ends.begin(), part.ends.end());
  to.nothing = to.nothing && part.nothing;
}

void PatternNet::join(const std::vector<Index>& ends, const std::vector<Index>& begins) {
  for (const Index end : ends) {
    std::vector<Index>& follow = places_[end].follow;
    follow.insert(follow.end(), begins.begin(), begins.end());
  }
}

// The node where the words begin.
Index PatternNet::words_node(const std::vector<std::string>& words) {
  const auto [known, fresh] = known_words_.try_emplace(words, std::array{kNoIndex, kNoIndex});
  Index& node = known->second[direction_ == WalkDirection::kLeft ? 1 : 0];
  if (node == kNoIndex) node = make_words_node(words);
  return node;
}

// Empty ones are left out.
Index PatternNet::make_words_node(std::vector<std::string> words) {
  if (direction_ == WalkDirection::kLeft) {
    for (std::string& word : words) std::reverse(word.begin(), word.end());
  }
  std::sort(words.begin(), words.end());
  const auto root = static_cast<Index>(nodes_.size());
  nodes_.emplace_back();
  for (const std::string& word : words) {
    Index at = root;
    for (const char c : word) {
      // Sorted words: what a word shares with those before it, it shares with the last of them.
      const auto byte = static_cast<unsigned char>(c);
      if (nodes_[at].next.empty() || nodes_[at].next.back().first != byte) {
        nodes_[at].next.emplace_back(byte, static_cast<Index>(nodes_.size()));
        nodes_.emplace_back();
      }
      at = nodes_[at].next.back().second;
    }
    nodes_[at].whole = !word.empty();
  }
  return root;
}

PatternNet::Reached PatternNet::read(const Step& step, std::size_t byte) const {
  const Place& place = places_[step.place];
  if (place.node == kNoIndex) return {kNoIndex, sets_[place.bytes].test(byte)};
  for (const auto& [next, node] : nodes_[step.node].next) {
    if (next != byte) continue;
    return {nodes_[node].next.empty() ? kNoIndex : node, nodes_[node].whole};
  }
  return {};
}

void PatternNet::finish() {
  lists_ = {};                                      // its owner goes
  std::vector<bool> spelled(kLineEdge + 1, false);  // tells itself from all others
  for (const WordNode& node : nodes_) {
    for (const auto& [byte, next] : node.next) spelled[byte] = true;
  }
  std::map<std::vector<bool>, Index> known;
  for (std::size_t byte = 0; byte <= kLineEdge; ++byte) {
    std::vector<bool> sets;
    for (const ByteSet& set : sets_) sets.push_back(set.test(byte));
    auto own = static_cast<Index>(samples_.size());
    if (!spelled[byte]) own = known.emplace(std::move(sets), own).first->second;
    if (own == samples_.size()) samples_.push_back(byte);
    classes_[byte] = own;
  }
  known_words_.clear();
}

}  // namespace panchina
