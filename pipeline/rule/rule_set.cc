#include "rule/rule_set.h"

namespace panchina {

Result<RuleSet, Diagnostics> RuleSet::load(const std::filesystem::path& rules_dir,
                                           Vocabulary& vocabulary, const Lexicon&) {
  RuleSet set;
  Diagnostics diagnostics;
  set.blocks = BlockRules::load(rules_dir, vocabulary, diagnostics);
  if (!diagnostics.empty()) return Unexpected(std::move(diagnostics));
  return set;
}

}  // namespace panchina
