#include "resolve/sign_sum.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace panchina {

SignShares shares_of(const SignWeight& weight) {
  constexpr double kLogit = 100;
  const double first = std::exp(weight.first / kLogit);
  const double second = std::exp(weight.second / kLogit);
  return {first / (1 + first + second), second / (1 + first + second)};
}

void SignSum::add(std::string_view family, std::string_view name) {
  const SignWeight weight = weights_->of(family, name);
  sum_.first += weight.first;
  sum_.second += weight.second;
  if (names_ != nullptr) names_->push_back(std::string(family) + '.' + std::string(name));
}

void SignSum::add(std::string_view family, std::string_view one, std::string_view two) {
  std::array<char, 64> both{};  // no allocation
  const std::size_t second = std::min(two.size(), both.size() / 2);
  const std::size_t first = std::min(one.size(), both.size() / 2 - 1);
  std::copy_n(one.begin(), first, both.begin());
  both[first] = ' ';
  std::copy_n(two.begin(), second, both.begin() + static_cast<std::ptrdiff_t>(first) + 1);
  add(family, {both.data(), first + 1 + second});
}

void SignSum::add_count(std::string_view family, std::size_t count, std::size_t most) {
  constexpr auto kDigits = std::to_array<std::string_view>({"0", "1", "2", "3", "4"});
  add(family, kDigits[std::min({count, most, kDigits.size() - 1})]);
}

void SignSum::add_classes(std::string_view family, Index lemma) {
  for (const std::string_view name : weights_->classes_of(lemma)) add(family, name);
}

}  // namespace panchina
