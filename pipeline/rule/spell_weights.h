// SpellWeights: what the signs around a club weigh for a person's post, or years as a player,
// there: rules/words/spell_signs.toml. A sign has a family and a name; resolve/spell_signs.cc says
// which there are. The weights are those of a multinomial logit model (nothing, a post, a playing
// spell), fitted on articles with gold by tests/resolve/fit_spells.py. Thread rule: const once
// loaded.
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

// In hundredths of a logit, against nothing.
struct SpellWeight {
  int post = 0;
  int spell = 0;
};

class SpellWeights {
 public:
  SpellWeights() = default;
  // Reads `[FAMILY] NAME = [post, spell]`; reports what has another form, and classes of
  // verbs that are none of `classes`.
  SpellWeights(const TomlFile& file, const WordClasses& classes, const Vocabulary& vocabulary,
               Reporter& reporter);

  bool empty() const { return families_.empty(); }
  // Zero for a sign that weighs nothing. O(log signs of the family), no allocation.
  SpellWeight of(std::string_view family, std::string_view name) const;
  // The classes that a verb is in without any particle, sorted by name.
  std::span<const std::string_view> classes_of(Index lemma) const;

 private:
  using Names = std::map<std::string, SpellWeight, std::less<>>;
  std::map<std::string, Names, std::less<>> families_;
  std::vector<std::string> class_names_;  // what the views below look at
  std::unordered_map<Index, std::vector<std::string_view>> classes_;  // by lemma
};

}  // namespace panchina
