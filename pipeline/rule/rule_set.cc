#include "rule/rule_set.h"

namespace panchina {

Result<RuleSet, Diagnostics> RuleSet::load(const std::filesystem::path&, Vocabulary&,
                                           const Lexicon&) {
  return RuleSet{};
}

}  // namespace panchina
