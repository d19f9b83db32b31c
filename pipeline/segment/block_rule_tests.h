// The inline tests of block rules, run through scan and segment as an article is. Thread rule: a
// free function.
#pragma once

#include <vector>

#include "base/diagnostic.h"
#include "lexicon/lexicon.h"
#include "lexicon/vocabulary.h"
#include "rule/block_rules.h"
#include "text/normalization_tables.h"

namespace panchina {

struct BlockTestReport {
  std::size_t run = 0;
  Diagnostics failures;  // code `test-failed`, at the test's own line
  Diagnostics passing;   // known gaps (`~`) that pass now: code `gap-closed`
};

// Runs the tests of all rules.
BlockTestReport run_block_tests(const BlockRules& rules, const Vocabulary& vocabulary,
                                const Lexicon& lexicon, const NormalizationTables& tables);

}  // namespace panchina
