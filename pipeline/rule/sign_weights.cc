#include "rule/sign_weights.h"

#include <bit>

#include "text/fold.h"

namespace panchina {

SignWeights::SignWeights(const TomlFile& file, const WordClasses& classes,
                         const Vocabulary& vocabulary, Reporter& reporter) {
  std::vector<Entry> signs;
  for (const TomlEntry& family : file.root().entries) {
    if (!family.value.is_table()) {
      reporter.at_key(file, family, "unknown-key", "a family of signs is a table");
      continue;
    }
    const bool of_verbs = family.key == "verb_before" || family.key == "verb_behind";
    for (const TomlEntry& sign : family.value.entries) {
      if (of_verbs && !classes.verbs.contains(sign.key)) {
        reporter.at_key(file, sign, "unknown-class",
                        "there is no class of verbs «" + sign.key + "»",
                        did_you_mean(sign.key, classes.verb_names()));
      }
      const std::vector<TomlValue>& pair = sign.value.items;
      const auto is_integer = [](const TomlValue& value) {
        return value.kind == TomlValue::Kind::kInteger;
      };
      if (pair.size() != 2 || !is_integer(pair[0]) || !is_integer(pair[1])) {
        reporter.at_key(file, sign, "weight", "a sign has two weights, whole numbers");
        continue;
      }
      signs.push_back({key_of(SignName(family.key).hash, SignName(sign.key).hash),
                       {static_cast<int>(pair[0].integer), static_cast<int>(pair[1].integer)}});
    }
  }
  build(signs);
  class_names_ = classes.verb_names();
  for (const std::string& name : class_names_) {
    for (const ClassLine& line : classes.verbs.find(name)->second) {
      if (line.particle < line.end) continue;
      const Index lemma = vocabulary.find(folded(line.lemma));
      if (lemma != 0) classes_[lemma].push_back(SignName(name));
    }
  }
}

void SignWeights::build(const std::vector<Entry>& signs) {
  if (signs.empty()) return;
  entries_.assign(std::bit_ceil(2 * signs.size()), {});
  for (const Entry& sign : signs) {
    std::size_t at = sign.key & (entries_.size() - 1);
    while (entries_[at].key != kFree) at = (at + 1) & (entries_.size() - 1);
    entries_[at] = sign;
  }
}

std::span<const SignName> SignWeights::classes_of(Index lemma) const {
  const auto found = classes_.find(lemma);
  return found == classes_.end() ? std::span<const SignName>() : found->second;
}

}  // namespace panchina
