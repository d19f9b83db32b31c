// SignSum: the signs that a passage shows, added up by what each weighs. Thread rule: a plain
// value; the weights outlive it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "rule/sign_weights.h"

namespace panchina {

// Shares of a multinomial logit model whose third case, nothing, weighs 0.
struct SignShares {
  double first = 0;
  double second = 0;
};
SignShares shares_of(const SignWeight& weight);

class SignSum {
 public:
  // `names`: the signs are added there too, `verb_before.coach`, if not nullptr.
  explicit SignSum(const SignWeights& weights, std::vector<std::string>* names = nullptr)
      : weights_(&weights), names_(names) {}

  void add(SignName family, SignName name) {
    if (names_ != nullptr) note(family, name.text);
    add_weight(family.hash, name.hash);
  }
  // Two names: `A verb`.
  void add(SignName family, SignName one, SignName two);
  // A number up to 4, as `most` where it is more.
  void add_count(SignName family, std::size_t count, std::size_t most);
  // The classes of a verb.
  void add_classes(SignName family, Index lemma);
  const SignWeight& sum() const { return sum_; }

 private:
  void add_weight(std::uint64_t family, std::uint64_t name) {
    const SignWeight weight = weights_->of(family, name);
    sum_.first += weight.first;
    sum_.second += weight.second;
  }
  void note(SignName family, std::string_view name);

  const SignWeights* weights_;
  SignWeight sum_;
  std::vector<std::string>* names_;
};

}  // namespace panchina
