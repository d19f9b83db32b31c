#include "resolve/choice/sign_sum.h"

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

void SignSum::note(SignName family, std::string_view name) {
  names_->push_back(std::string(family.text) + '.' + std::string(name));
}

void SignSum::add(SignName family, SignName one, SignName two) {
  if (names_ != nullptr) note(family, std::string(one.text) + ' ' + std::string(two.text));
  add_weight(family.hash, SignName::add(SignName::add(one.hash, " "), two.text));
}

void SignSum::add_count(SignName family, std::size_t count, std::size_t most) {
  static constexpr auto kDigits = std::to_array<SignName>({"0", "1", "2", "3", "4"});
  add(family, kDigits[std::min({count, most, kDigits.size() - 1})]);
}

void SignSum::add_classes(SignName family, Index lemma) {
  for (const SignName name : weights_->classes_of(lemma)) add(family, name);
}

}  // namespace panchina
