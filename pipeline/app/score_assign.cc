#include "app/score_assign.h"

#include <algorithm>
#include <bit>
#include <limits>

namespace panchina {

std::vector<std::pair<std::size_t, std::size_t>> assign(
    const std::vector<std::vector<double>>& weights) {
  const std::size_t rows = weights.size(), columns = rows > 0 ? weights[0].size() : 0;
  const std::size_t size = std::max(rows, columns);
  const auto weight = [&](std::size_t i, std::size_t j) {
    return i < rows && j < columns ? weights[i][j] : 0.0;
  };
  const double infinity = std::numeric_limits<double>::infinity();
  std::vector<double> u(size + 1), v(size + 1), least(size + 1);
  std::vector<std::size_t> match(size + 1), way(size + 1);
  std::vector<bool> used(size + 1);
  for (std::size_t i = 1; i <= size; ++i) {
    match[0] = i;
    std::size_t j0 = 0;
    std::ranges::fill(least, infinity);
    std::fill(used.begin(), used.end(), false);
    do {
      used[j0] = true;
      const std::size_t i0 = match[j0];
      double delta = infinity;
      std::size_t j1 = 0;
      for (std::size_t j = 1; j <= size; ++j) {
        if (used[j]) continue;
        const double reduced = -weight(i0 - 1, j - 1) - u[i0] - v[j];
        if (reduced < least[j]) least[j] = reduced, way[j] = j0;
        if (least[j] < delta) delta = least[j], j1 = j;
      }
      for (std::size_t j = 0; j <= size; ++j) {
        if (used[j]) {
          u[match[j]] += delta;
          v[j] -= delta;
        } else {
          least[j] -= delta;
        }
      }
      j0 = j1;
    } while (match[j0] != 0);
    while (j0 != 0) {
      match[j0] = match[way[j0]];
      j0 = way[j0];
    }
  }
  std::vector<std::pair<std::size_t, std::size_t>> pairs;
  for (std::size_t j = 1; j <= size; ++j) {
    if (weight(match[j] - 1, j - 1) > 0) pairs.emplace_back(match[j] - 1, j - 1);
  }
  return pairs;
}

// Matsumoto and Nishimura, init_by_array with the one key that a small seed is.
PythonRandom::PythonRandom(std::uint32_t seed) {
  state_[0] = 19650218;
  for (std::uint32_t i = 1; i < 624; ++i) {
    state_[i] = 1812433253u * (state_[i - 1] ^ (state_[i - 1] >> 30)) + i;
  }
  std::size_t i = 1;
  const auto step = [&] {
    if (++i >= 624) state_[0] = state_[623], i = 1;
  };
  for (int k = 0; k < 624; ++k) {
    state_[i] = (state_[i] ^ ((state_[i - 1] ^ (state_[i - 1] >> 30)) * 1664525u)) + seed;
    step();
  }
  for (int k = 0; k < 623; ++k) {
    state_[i] = (state_[i] ^ ((state_[i - 1] ^ (state_[i - 1] >> 30)) * 1566083941u)) -
                static_cast<std::uint32_t>(i);
    step();
  }
  state_[0] = 0x80000000u;
}

std::uint32_t PythonRandom::next() {
  if (at_ == 624) {
    for (std::size_t k = 0; k < 624; ++k) {
      const std::uint32_t y = (state_[k] & 0x80000000u) | (state_[(k + 1) % 624] & 0x7fffffffu);
      state_[k] = state_[(k + 397) % 624] ^ (y >> 1) ^ ((y & 1u) * 0x9908b0dfu);
    }
    at_ = 0;
  }
  std::uint32_t y = state_[at_++];
  y ^= y >> 11;
  y ^= (y << 7) & 0x9d2c5680u;
  y ^= (y << 15) & 0xefc60000u;
  return y ^ (y >> 18);
}

std::size_t PythonRandom::below(std::size_t n) {
  const int bits = static_cast<int>(std::bit_width(n));
  std::size_t drawn = n;
  while (drawn >= n) drawn = next() >> (32 - bits);
  return drawn;
}

}  // namespace panchina
