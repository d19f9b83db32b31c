#include "segment/block_rule_tests.h"

#include <algorithm>
#include <string>

#include "scan/scanner.h"
#include "segment/segmenter.h"

namespace panchina {
namespace {

Diagnostic at_test(const RuleTest& test, const BlockRule& rule, std::string code,
                   std::string what) {
  Diagnostic diagnostic;
  diagnostic.code = std::move(code);
  diagnostic.message = "rule «" + rule.info.id + "» " + what;
  diagnostic.place = test.place;
  diagnostic.source_line = test.text;
  return diagnostic;
}

}  // namespace

BlockTestReport run_block_tests(const BlockRules& rules, const Vocabulary& vocabulary,
                                const Lexicon& lexicon, const NormalizationTables& tables) {
  BlockTestReport report;
  const Scanner scanner(vocabulary, lexicon);
  const Segmenter segmenter(vocabulary, lexicon, rules);
  Document document;
  for (Index index = 0; index < rules.rules().size(); ++index) {
    const BlockRule& rule = rules.rules()[index];
    for (const RuleTest& test : rule.tests) {
      document.clear();
      document.text = Text::normalize(test.text, tables);
      scanner.scan(document);
      const std::vector<Index> fired = segmenter.segment_and_tell(document);
      const bool fires = std::find(fired.begin(), fired.end(), index) != fired.end();
      const bool passes = fires == (test.sign == TestSign::kFires);
      ++report.run;
      if (!passes && !test.known_gap) {
        report.failures.push_back(
            at_test(test, rule, "test-failed",
                    fires ? "fires here and must not" : "does not fire here and must"));
      } else if (passes && test.known_gap) {
        report.passing.push_back(at_test(test, rule, "gap-closed", "passes a test marked as gap"));
      }
    }
  }
  return report;
}

}  // namespace panchina
