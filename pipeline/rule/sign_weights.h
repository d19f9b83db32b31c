// SignWeights: what signs in a passage weigh for each of two things that it may tell, against
// neither: a person's post or years as a player at a club (rules/words/spell_signs.toml), the start
// or the end of them (date_signs.toml). A sign has a family and a name; the .cc file in resolve/
// that reads them says which there are. The weights are those of a multinomial logit model, fitted
// on articles with gold by tests/resolve/fit_signs.py. Thread rule: const once loaded.
#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "lexicon/vocabulary.h"
#include "rule/words.h"

namespace panchina {

// In hundredths of a logit.
struct SignWeight {
  int first = 0;
  int second = 0;
};

class SignWeights {
 public:
  SignWeights() = default;
  // Reads `[FAMILY] NAME = [first, second]`; reports what has another form, and classes of verbs
  // that are none of `classes`.
  SignWeights(const TomlFile& file, const WordClasses& classes, const Vocabulary& vocabulary,
              Reporter& reporter);

  bool empty() const { return families_.empty(); }
  // Zero for a sign that weighs nothing. O(log signs of the family), no allocation.
  SignWeight of(std::string_view family, std::string_view name) const;
  // The classes that a verb is in without any particle, sorted by name.
  std::span<const std::string_view> classes_of(Index lemma) const;

 private:
  using Names = std::map<std::string, SignWeight, std::less<>>;
  std::map<std::string, Names, std::less<>> families_;
  std::vector<std::string> class_names_;  // what the views below look at
  std::unordered_map<Index, std::vector<std::string_view>> classes_;  // by lemma
};

}  // namespace panchina
