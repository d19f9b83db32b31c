// PatternNet: all patterns of the mention rules as one net of places, so that one walk over the
// folded line tells which of them match (annotate/pattern_walker.h). A place is a piece of text, a
// word of a list or a byte of a set, and knows which places may follow it: the position automaton
// of Glushkov (1961). Thread rule: const after building.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "document/layers.h"
#include "rule/text_tree.h"

namespace panchina {

enum class WalkDirection : std::uint8_t { kRight, kLeft };

class PatternNet {
 public:
  // A pattern of the tree; one for kLeft matches leftwards from where the walk begins. `lists` are
  // the words of TextTree::list. Returns its index.
  Index add(const TextTree& tree, std::span<const std::vector<std::string>> lists,
            WalkDirection direction);
  // Where a walk begins that asks for these patterns. Returns its index.
  Index add_start(std::vector<Index> patterns);
  // After the last add().
  void finish();

  // Where in a match one is: at a place and, inside its text or list, at a node of the words.
  struct Step {
    Index place = 0;
    Index node = 0;
    friend auto operator<=>(const Step&, const Step&) = default;
  };
  struct Place {
    Index node = kNoIndex;  // its words begin there; kNoIndex: a byte of `bytes`
    Index bytes = kNoIndex;
    Index slot = kNoIndex;
    bool last = false;  // a match may end behind it
    Index pattern = 0;
    std::vector<Index> follow;  // places; what is tried first stands first
  };

  std::size_t pattern_count() const { return patterns_.size(); }
  const Place& place(Index index) const { return places_[index]; }
  // The places that may begin the pattern.
  std::span<const Index> begins(Index pattern) const { return patterns_[pattern].begins; }
  bool may_be_empty(Index pattern) const { return patterns_[pattern].empty; }
  std::span<const Index> patterns_of(Index start) const { return starts_[start]; }

  // What a byte (or kLineEdge) leads to from a step: the node reached, `whole` where that was the
  // whole of the place; both where a word of a list goes on in another.
  struct Reached {
    Index node = kNoIndex;  // of the words; kNoIndex: none goes on
    bool whole = false;
  };
  Reached read(const Step& step, std::size_t byte) const;

  // Bytes that no pattern tells from each other share a class.
  Index class_of(std::size_t byte) const { return classes_[byte]; }
  Index class_count() const { return static_cast<Index>(samples_.size()); }
  std::size_t sample(Index byte_class) const { return samples_[byte_class]; }

 private:
  struct Pattern {
    std::vector<Index> begins;
    bool empty = false;  // it matches nothing at all
  };
  // A tree's places: which may begin it, which may end it, whether it may match nothing.
  struct Fragment {
    std::vector<Index> begins, ends;
    bool nothing = true;
  };
  // Words that share their beginnings.
  struct WordNode {
    std::vector<std::pair<unsigned char, Index>> next;
    bool whole = false;
  };

  Fragment build(const TextTree& tree, Index slot);
  Fragment build_choice(const TextTree& tree, Index slot);
  Fragment leaf(Place place);
  void append(Fragment& to, const Fragment& part);
  void join(const std::vector<Index>& ends, const std::vector<Index>& begins);
  Index words_node(const std::vector<std::string>& words);
  Index make_words_node(std::vector<std::string> words);

  std::span<const std::vector<std::string>> lists_;
  WalkDirection direction_ = WalkDirection::kRight;
  std::vector<Place> places_;
  std::vector<Pattern> patterns_;
  std::vector<std::vector<Index>> starts_;
  std::vector<WordNode> nodes_;
  std::vector<ByteSet> sets_;
  // Where words begin, by direction; kNoIndex: none such yet.
  std::map<std::vector<std::string>, std::array<Index, 2>> known_words_;
  std::array<Index, kLineEdge + 1> classes_{};
  std::vector<std::size_t> samples_;  // by class: one of its bytes
};

}  // namespace panchina
