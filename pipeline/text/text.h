// Text: an article as decoded (raw, UTF-8), its matching copy (norm, UTF-8), and the map between
// them. The map is a sorted list of changed runs; outside them bytes are equal. Thread rule: const
// after construction.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/span.h"

namespace panchina {

struct NormalizationTables;

// A run where copy and raw differ: one character with what it is made of, so `E'` or CRLF is a run.
// Runs are sorted, disjoint, and cover exactly what differs. The copy's side is empty where a mark
// that shows nothing stands in raw.
struct ChangedRun {
  NormSpan norm;
  RawSpan raw;
};

class Text {
 public:
  Text() = default;

  // Takes decoded text (valid UTF-8) and makes the matching copy in one forward pass: NFC, one kind
  // of apostrophe ('), quote ("), dash (-) and space; E' and perche' to the accented letter, perchè
  // to perché by `tables`, sure mojibake repaired. Only marks that show nothing (soft hyphen, BOM)
  // are deleted, and the hyphen of a word divided at a line's end, which moves behind the word. See
  // normalize.cc for every case. Normalizing a copy again, or a line by itself, changes nothing.
  static Text normalize(std::string raw, const NormalizationTables& tables);

  std::string_view raw() const { return raw_; }
  std::string_view norm() const { return norm_; }
  std::string_view raw(RawSpan span) const {
    return raw().substr(span.begin, span.end - span.begin);
  }
  std::string_view norm(NormSpan span) const { return norm().substr(span.begin, span.size()); }
  const std::vector<ChangedRun>& runs() const { return runs_; }

  // The raw bytes behind a span of the copy; a span edge inside a changed run goes to that run's
  // edge. Marks that show nothing belong to the span only where they stand inside it. O(log runs).
  RawSpan to_raw(NormSpan span) const;

 private:
  std::string raw_;
  std::string norm_;
  std::vector<ChangedRun> runs_;
};

// Turns byte offsets of one raw text into code points or UTF-16 units. Offsets may be asked in any
// order, each in constant time over checkpoints made in one pass; ASCII texts cost nothing. An
// offset inside a character counts that character's beginning as passed. The text must outlive it.
class OffsetCounter {
 public:
  explicit OffsetCounter(std::string_view raw);
  std::uint32_t code_points(std::uint32_t byte_offset) const;
  std::uint32_t utf16_units(std::uint32_t byte_offset) const;
  std::uint32_t total_code_points() const { return total_code_points_; }

 private:
  // Of the bytes before a block of the text: how many continue a character, and how many begin one
  // of four bytes (a surrogate pair).
  struct Checkpoint {
    std::uint32_t continuations = 0;
    std::uint32_t pairs = 0;
  };
  Checkpoint count(std::uint32_t byte_offset) const;

  std::string_view raw_;
  std::vector<Checkpoint> checkpoints_;  // empty: all ASCII
  std::uint32_t total_code_points_ = 0;
};

}  // namespace panchina
