// Maximum-weight assignment, and Python's random numbers, so that figures equal score.py's to the
// last digit. Thread rule: free functions and plain values.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace panchina {

// One-to-one pairs (row, column) of the largest total weight (Hungarian method, cubic); a weight of
// 0 or less: not allowed. All rows have the same length.
std::vector<std::pair<std::size_t, std::size_t>> assign(
    const std::vector<std::vector<double>>& weights);

// Python's random.Random(seed): the Mersenne Twister, seeded by array.
class PythonRandom {
 public:
  explicit PythonRandom(std::uint32_t seed);
  // As random.choice(range(n)): 0 to n - 1.
  std::size_t below(std::size_t n);

 private:
  std::uint32_t next();
  std::array<std::uint32_t, 624> state_{};
  std::size_t at_ = 624;
};

}  // namespace panchina
