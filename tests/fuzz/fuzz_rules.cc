// Rule files: whatever stands in them, loading ends with rules or with diagnostics that have a
// place in the file.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "lexicon/lexicon.h"
#include "rule/rule_set.h"

namespace {

struct Words {
  panchina::Vocabulary vocabulary;
  panchina::Lexicon lexicon;
};

const Words& words() {
  static const Words* const kWords = [] {
    auto* loaded = new Words;
    auto lexicon =
        panchina::Lexicon::load(std::string(PANCHINA_SOURCE_DIR) + "/rules", loaded->vocabulary);
    if (!lexicon) std::abort();
    loaded->lexicon = *std::move(lexicon);
    return loaded;
  }();
  return *kWords;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(reinterpret_cast<const char*>(data), size);
  panchina::Vocabulary vocabulary = words().vocabulary;
  const auto rules = panchina::RuleSet::parse(text, text, "", vocabulary, words().lexicon);
  if (rules) return 0;
  for (const panchina::Diagnostic& one : rules.error()) {
    if (one.message.empty() || one.place.line == 0) std::abort();
  }
  return 0;
}
