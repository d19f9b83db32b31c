// SignWeights: what signs in a passage weigh for each of two things that it may tell, against
// neither: a person's post or years as a player at a club (rules/words/spell_signs.toml;
// post_signs.toml where no word names the club), the start or the end of them (date_signs.toml). A
// sign has a family and a name; the .cc file in resolve/ that reads them says which there are. The
// weights are those of a multinomial logit model, fitted on articles with gold by
// tests/resolve/fit_signs.py. Thread rule: const once loaded.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/hashed_name.h"
#include "lexicon/vocabulary.h"
#include "rule/words.h"

namespace panchina {

// The name of a sign, or of a family of signs: `out.add("verb", far ? SignName("far") :
// SignName("near"))`.
using SignName = HashedName;

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

  bool empty() const { return entries_.empty(); }
  // Zero for a sign that weighs nothing. Takes the hashes of family and name; signs of one key are
  // not told apart (a few hundred of 2^64).
  SignWeight of(std::uint64_t family, std::uint64_t name) const {
    if (entries_.empty()) return {};
    const std::uint64_t key = key_of(family, name);
    std::size_t at = key & (entries_.size() - 1);
    while (entries_[at].key != key && entries_[at].key != kFree) {
      at = (at + 1) & (entries_.size() - 1);
    }
    return entries_[at].weight;
  }
  // The classes that a verb is in without any particle, sorted by name.
  std::span<const SignName> classes_of(Index lemma) const;

 private:
  static constexpr std::uint64_t kFree = 0;
  struct Entry {
    std::uint64_t key = kFree;
    SignWeight weight;
  };
  static std::uint64_t key_of(std::uint64_t family, std::uint64_t name) {
    return (family * 31 + name) | 1;
  }
  void build(const std::vector<Entry>& signs);

  std::vector<Entry> entries_;  // by key, else the next free place; at least half of them are free
  std::vector<std::string> class_names_;                      // what the names below look at
  std::unordered_map<Index, std::vector<SignName>> classes_;  // by lemma
};

}  // namespace panchina
