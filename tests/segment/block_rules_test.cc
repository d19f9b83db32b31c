// Loading block rules: every mistake is told at its place, and good rules are kept.
#include "rule/block_rules.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

namespace panchina {
namespace {

struct Loaded {
  BlockRules rules;
  std::vector<std::string> codes;
  Diagnostics diagnostics;
};

Loaded load(const std::string& toml) {
  const std::filesystem::path dir =
      std::filesystem::path(::testing::TempDir()) /
      ("panchina_blocks_" +
       std::string(::testing::UnitTest::GetInstance()->current_test_info()->name()));
  std::filesystem::remove_all(dir);
  std::filesystem::create_directories(dir / "blocks");
  std::ofstream(dir / "blocks" / "rules.toml") << toml;
  Loaded loaded;
  Vocabulary vocabulary;
  loaded.rules = BlockRules::load(dir, vocabulary, loaded.diagnostics);
  for (const Diagnostic& diagnostic : loaded.diagnostics) loaded.codes.push_back(diagnostic.code);
  std::filesystem::remove_all(dir);
  return loaded;
}

const char* const kTests = "tests = '''\n+ a\n- b\n'''\n";

TEST(BlockRulesLoader, KeepsGoodRulesAndTellsAllMistakes) {
  const struct {
    const char* rule;
    const char* code;
  } cases[] = {
      {"id = 'x'\nlabel = 'related'\nbegins = ['leggi anche']\n", ""},
      {"id = 'x'\nlabel = 'relate'\nbegins = ['leggi anche']\n", "unknown-label"},
      {"id = 'x'\nlabel = 'related'\n", "no-condition"},
      {"label = 'related'\nbegins = ['leggi anche']\n", "no-id"},
      {"id = 'x'\nbegins = ['leggi anche']\n", "no-label"},
      {"id = 'x'\nlabel = 'related'\nbegins = ['* anche']\n", "bad-phrase"},
      {"id = 'x'\nlabel = 'related'\nbegins = ['{mese} anche']\n", "unknown-group"},
      {"id = 'x'\nlabel = 'related'\nline = { word = '3' }\n", "unknown-key"},
      {"id = 'x'\nlabel = 'related'\nline = { words = 'three' }\n", "bad-range"},
      {"id = 'x'\nlabel = 'related'\nmatch = '('\n", "bad-pattern"},
      {"id = 'x'\nlabel = 'related'\nmatch = '{data}'\n", "unknown-pattern"},
      {"id = 'x'\nlabel = 'related'\nbegins = ['a']\nwhere = 'heads'\n", "unknown-value"},
      {"id = 'x'\nlabel = 'related'\nbegin = ['a']\nmatch = 'a'\n", "unknown-key"},
  };
  for (const auto& c : cases) {
    const Loaded loaded =
        load("[[block]]\n" + std::string(c.rule) + kTests +
             "[[block]]\nid = 'good'\nlabel = 'comments'\nis = ['commenti']\n" + kTests);
    const std::string code = c.code;
    if (code.empty()) {
      EXPECT_TRUE(loaded.codes.empty()) << c.rule;
      EXPECT_EQ(loaded.rules.rules().size(), 2u) << c.rule;
    } else {
      EXPECT_EQ(loaded.codes, std::vector<std::string>{code}) << c.rule;
      EXPECT_EQ(loaded.rules.rules().size(), 1u) << c.rule;
      if (!loaded.diagnostics.empty()) {
        EXPECT_GT(loaded.diagnostics[0].place.line, 0u) << c.rule;
      }
    }
  }
}

TEST(BlockRulesLoader, TakesPatternsThatWereCompiledBefore) {
  const std::vector<TomlFile> files = {
      TomlFile::parse("a.toml", "[patterns]\nn = '[0-9]+'\nm = '{n}-{n}'\n"),
      TomlFile::parse("b.toml", "[[block]]\nid = 'x'\nlabel = 'related'\nmatch = 'p {m}'\n" +
                                    std::string(kTests) +
                                    "[[block]]\nid = 'y'\nlabel = 'related'\nmatch = '('\n" +
                                    kTests)};
  const BlockPatterns patterns = compile_block_patterns(files);
  ASSERT_EQ(patterns.size(), 2u);
  Vocabulary vocabulary;
  Diagnostics diagnostics;
  const BlockRules rules = BlockRules::load(files, patterns, vocabulary, diagnostics);
  ASSERT_EQ(rules.rules().size(), 1u);
  EXPECT_EQ(rules.rules()[0].match, patterns.at("p (?:(?:[0-9]+)-(?:[0-9]+))"));
  ASSERT_EQ(diagnostics.size(), 1u);
  EXPECT_EQ(diagnostics[0].code, "bad-pattern");
}

TEST(BlockRulesLoader, WantsATestOfEachKind) {
  const Loaded loaded =
      load("[[block]]\nid = 'x'\nlabel = 'related'\nis = ['a']\ntests = '''\n+ a\n'''\n");
  EXPECT_EQ(loaded.codes, std::vector<std::string>{"no-tests"});
}

TEST(BlockRulesLoader, SortsByPriorityThenByPlace) {
  const std::string rule = "label = 'related'\nis = ['a']\n";
  const Loaded loaded =
      load("[[block]]\nid = 'one'\n" + rule + kTests + "[[block]]\nid = 'two'\n" + rule + kTests +
           "[[block]]\nid = 'three'\npriority = 2\n" + rule + kTests);
  ASSERT_EQ(loaded.rules.rules().size(), 3u);
  EXPECT_EQ(loaded.rules.rules()[0].info.id, "three");
  EXPECT_EQ(loaded.rules.rules()[1].info.id, "one");
}

}  // namespace
}  // namespace panchina
