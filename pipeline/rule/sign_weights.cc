#include "rule/sign_weights.h"

#include "text/fold.h"

namespace panchina {

SignWeights::SignWeights(const TomlFile& file, const WordClasses& classes,
                         const Vocabulary& vocabulary, Reporter& reporter) {
  for (const TomlEntry& family : file.root().entries) {
    if (!family.value.is_table()) {
      reporter.at_key(file, family, "unknown-key", "a family of signs is a table");
      continue;
    }
    Names& names = families_[family.key];
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
      names[sign.key] = {static_cast<int>(pair[0].integer), static_cast<int>(pair[1].integer)};
    }
  }
  class_names_ = classes.verb_names();
  for (const std::string& name : class_names_) {
    for (const ClassLine& line : classes.verbs.find(name)->second) {
      if (line.particle < line.end) continue;
      const Index lemma = vocabulary.find(folded(line.lemma));
      if (lemma != 0) classes_[lemma].push_back(name);
    }
  }
}

SignWeight SignWeights::of(std::string_view family, std::string_view name) const {
  const auto names = families_.find(family);
  if (names == families_.end()) return {};
  const auto found = names->second.find(name);
  return found == names->second.end() ? SignWeight{} : found->second;
}

std::span<const std::string_view> SignWeights::classes_of(Index lemma) const {
  const auto found = classes_.find(lemma);
  return found == classes_.end() ? std::span<const std::string_view>() : found->second;
}

}  // namespace panchina
