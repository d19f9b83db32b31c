// PatternWalker: walks over a folded line and tells which patterns of a PatternNet match. What it
// knows after each byte is one state: all places of all patterns where a match may stand. States
// are made when a text first leads to them, as RE2 makes those of its automata, so that a byte
// costs one look-up however many patterns there are. Thread rule: scratch of one worker.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "rule/pattern_net.h"

namespace panchina {

class PatternWalker {
 public:
  explicit PatternWalker(const PatternNet& net) : net_(net), row_size_(net.class_count()) {
    forget();
  }

  struct Match {
    Index pattern = 0;
    std::uint32_t length = 0;  // bytes
  };
  // The longest match of each of the start's patterns that begins with the text. Valid until the
  // next call.
  std::span<const Match> find(Index start, std::string_view text);

  // Whether the start's pattern matches at the beginning (kRight) or at the end (kLeft) of the text
  // with `edge(text, at)` true for the byte offset `at` where it ends then.
  template <typename Edge>
  bool leads(Index start, std::string_view text, WalkDirection direction, Edge edge);

  // What the slots of the pattern hold where the whole text is a match; empty views for those that
  // the match leaves out.
  void read_slots(Index pattern, std::string_view text, std::span<std::string_view> slots) const;

 private:
  // Twice its number, and one more where some pattern matches up to here: a walk asks that of every
  // byte. Small, as the rows of all states are looked up all over the place.
  using State = std::uint16_t;
  static constexpr State kUnknown = 0xFFFF;
  static constexpr State kDead = 0;
  static constexpr std::size_t kMostStates = 1 << 14;

  struct Content {
    IndexRange steps;    // in steps_: ascending
    IndexRange matches;  // in matches_: the patterns that match up to here, ascending
  };

  State begin(Index start);
  std::size_t row_of(State state) const { return std::size_t{state} / 2 * row_size_; }
  static bool matches(State state) { return (state & 1u) != 0; }
  State after(State state, std::size_t byte) {
    const State next = next_[row_of(state) + net_.class_of(byte)];
    return next != kUnknown ? next : grow(state, net_.class_of(byte));
  }
  const Content& content(State state) const { return contents_[state / 2]; }
  State grow(State state, Index byte_class);
  void enter(Index place);
  State make();
  void forget();
  bool read_from(PatternNet::Step step, std::string_view text, std::size_t at,
                 std::span<std::string_view> slots) const;

  const PatternNet& net_;
  std::size_t row_size_;     // classes of bytes
  std::vector<State> next_;  // by number of the state and class of byte
  std::vector<Content> contents_;
  std::vector<PatternNet::Step> steps_;
  std::vector<Index> matches_;
  std::unordered_multimap<std::uint64_t, State> known_;  // by hash of the content
  std::vector<State> begins_;                            // by start
  std::vector<PatternNet::Step> new_steps_;
  std::vector<Index> new_matches_;
  std::vector<std::pair<State, std::uint32_t>> ends_;  // of the walk at work: where some match
  std::vector<std::uint32_t> seen_;                    // by pattern: the last walk
  std::uint32_t walk_ = 0;
  std::vector<Match> found_;
};

template <typename Edge>
bool PatternWalker::leads(Index start, std::string_view text, WalkDirection direction, Edge edge) {
  const bool right = direction == WalkDirection::kRight;
  State state = begin(start);
  for (std::size_t i = 0; state != kDead; ++i) {
    const std::size_t at = right ? i : text.size() - i;
    if (matches(state) && edge(text, at)) return true;
    if (i == text.size()) return !right && matches(after(state, kLineEdge)) && edge(text, at);
    state = after(state, static_cast<unsigned char>(right ? text[i] : text[at - 1]));
  }
  return false;
}

}  // namespace panchina
