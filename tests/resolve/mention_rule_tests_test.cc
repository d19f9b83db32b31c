#include "resolve/mention_rule_tests.h"

#include <gtest/gtest.h>

namespace panchina {
namespace {

const std::filesystem::path kRules = std::filesystem::path(PANCHINA_SOURCE_DIR) / "rules";

TEST(MentionRuleTests, EveryRulePassesItsOwn) {
  Vocabulary vocabulary;
  const auto lexicon = Lexicon::load(kRules, vocabulary);
  ASSERT_TRUE(lexicon.has_value());
  const auto rules = MentionRules::load(kRules, vocabulary);
  if (!rules.has_value()) {
    for (const Diagnostic& diagnostic : rules.error()) ADD_FAILURE() << to_text(diagnostic);
    return;
  }
  EXPECT_GT(rules->rules().size(), 150u);
  const auto tables = NormalizationTables::load((kRules / "words" / "normalize.toml").string());
  ASSERT_TRUE(tables.has_value());
  for (const MentionTestFailure& failure :
       run_mention_tests(*rules, vocabulary, *lexicon, *tables)) {
    const MentionTest& test = rules->rules()[failure.rule].tests[failure.test];
    ADD_FAILURE() << test.place.file << ":" << test.place.line << ": "
                  << rules->rules()[failure.rule].info.id << ": " << test.text << " => "
                  << test.value << ", found " << failure.found;
  }
}

}  // namespace
}  // namespace panchina
