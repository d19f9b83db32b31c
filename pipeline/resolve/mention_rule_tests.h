// Runs the inline tests of mention rules through the production pipeline: normalize, scan, mention
// engine, publication date, story. Thread rule: free function over const data.
#pragma once

#include <string>
#include <vector>

#include "lexicon/lexicon.h"
#include "rule/mention_rules.h"
#include "text/normalization_tables.h"

namespace panchina {

struct MentionTestFailure {
  Index rule = 0;  // in MentionRules::rules()
  Index test = 0;  // in its tests
  std::string found;
  bool starts_to_pass = false;  // a known gap (`~+`, `~-`) that is none any more
};

// The tests that do not come out as written; those of silent rules (type "nothing") are about
// characters claimed, so that a `+` of theirs passes where no other mention stands in the brackets.
std::vector<MentionTestFailure> run_mention_tests(const MentionRules& rules,
                                                  const Vocabulary& vocabulary,
                                                  const Lexicon& lexicon,
                                                  const NormalizationTables& tables);

}  // namespace panchina
