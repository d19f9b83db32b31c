// Rule files: whatever stands in them, loading ends with rules or with diagnostics that have a
// place in the file. The lexicon is empty, so that any word may be a verb or a noun: to take up the
// full one costs a second for each input. Bytes beyond ASCII are left out: where such a letter
// stands outside of strings, toml++ 3.3 gets to what it has marked as unreachable (and answers
// rightly).
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "lexicon/lexicon.h"
#include "rule/rule_set.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string text(reinterpret_cast<const char*>(data), size);
  for (char& c : text) c = (c & 0x80) != 0 ? 'e' : c;
  panchina::Vocabulary vocabulary;
  const auto rules = panchina::RuleSet::parse(text, text, "", vocabulary, panchina::Lexicon());
  if (rules) return 0;
  for (const panchina::Diagnostic& one : rules.error()) {
    if (one.message.empty() || one.place.line == 0) std::abort();
  }
  return 0;
}
