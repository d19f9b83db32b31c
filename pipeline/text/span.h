// Spans of bytes, half-open [begin, end). RawSpan counts in the article as decoded, NormSpan in the
// matching copy: different types, so mixing them does not compile. Only Text::to_raw() converts. An
// article has at most 64 MiB.
#pragma once

#include <cstdint>

namespace panchina {

struct RawSpan {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  friend bool operator==(const RawSpan&, const RawSpan&) = default;
};

struct NormSpan {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  friend bool operator==(const NormSpan&, const NormSpan&) = default;
  std::uint32_t size() const { return end - begin; }
  bool empty() const { return begin == end; }
  bool contains(NormSpan other) const { return begin <= other.begin && other.end <= end; }
  bool overlaps(NormSpan other) const { return begin < other.end && other.begin < end; }
};

}  // namespace panchina
