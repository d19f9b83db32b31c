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

// A run where copy and raw differ. Runs are sorted, disjoint, and cover exactly what differs.
struct ChangedRun {
  NormSpan norm;
  RawSpan raw;
};

class Text {
 public:
  Text() = default;

  // Takes decoded text (valid UTF-8) and makes the matching copy in one forward pass: NFC, one kind
  // of apostrophe ('), quote ("), dash (-) and space; E' and perche' to the accented letter, perchè
  // to perché, sure mojibake repaired. Nothing is deleted. Newlines stay newlines (CRLF and CR
  // become one \n). See normalize.cc for every case.
  static Text normalize(std::string raw);

  std::string_view raw() const { return raw_; }
  std::string_view norm() const { return norm_; }
  std::string_view raw(RawSpan span) const {
    return raw().substr(span.begin, span.end - span.begin);
  }
  std::string_view norm(NormSpan span) const { return norm().substr(span.begin, span.size()); }
  const std::vector<ChangedRun>& runs() const { return runs_; }

  // The raw bytes behind a span of the copy; a span edge inside a changed run goes to that run's
  // edge. O(log runs).
  RawSpan to_raw(NormSpan span) const;

 private:
  std::string raw_;
  std::string norm_;
  std::vector<ChangedRun> runs_;
};

// Turns byte offsets of one raw text into code points or UTF-16 units. Offsets must be asked in any
// order; O(log n) each over checkpoints made in one pass; ASCII texts cost nothing.
class OffsetCounter {
 public:
  explicit OffsetCounter(std::string_view raw);
  std::uint32_t code_points(std::uint32_t byte_offset) const;
  std::uint32_t utf16_units(std::uint32_t byte_offset) const;
  std::uint32_t total_code_points() const {
    return code_points(static_cast<std::uint32_t>(raw_.size()));
  }

 private:
  std::string_view raw_;
  struct Checkpoint {
    std::uint32_t byte, code_point, utf16;
  };
  std::vector<Checkpoint> checkpoints_;
  bool ascii_ = true;
};

}  // namespace panchina
