// The rules' own tests, through the production pipeline; and the examples of rules/README.md.
#include "app/rule_tests.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "rules/rules_copy.h"

namespace panchina {
namespace {

void expect_all_pass(const Engine& engine) {
  const RuleTestReport report = run_rule_tests(engine);
  for (const RuleTestFailure& failure : report.failures) {
    ADD_FAILURE() << to_text(failure);
  }
}

TEST(Rules, EveryTestOfEveryRulePasses) {
  const auto engine = loaded(project_rules());
  ASSERT_NE(engine, nullptr);
  expect_all_pass(*engine);
}

// Exit code 0 of `panchina check`: no `unless` that vetoes nothing, no rule that others shadow.
TEST(Rules, NoneIsIdle) {
  const auto engine = loaded(project_rules());
  ASSERT_NE(engine, nullptr);
  for (const Diagnostic& one : run_rule_tests(*engine).idle) ADD_FAILURE() << to_text(one);
}

TEST(Rules, TheExamplesOfTheReadmeLoadAndPass) {
  std::ifstream in(project_rules() / "README.md");
  std::stringstream text;
  text << in.rdbuf();
  std::string events, tables, line;
  std::string* into = nullptr;
  std::size_t blocks = 0;
  std::string block;
  while (std::getline(text, line)) {
    if (line == "```toml") {
      into = &block;
      block.clear();
    } else if (line == "```" && into != nullptr) {
      (block.starts_with("[[table]]") ? tables : events) += block + "\n";
      into = nullptr;
      ++blocks;
    } else if (into != nullptr) {
      *into += line + "\n";
    }
  }
  ASSERT_GE(blocks, 3u);
  const RulesCopy copy(events, tables);
  const auto engine = loaded(copy.path());
  ASSERT_NE(engine, nullptr);
  expect_all_pass(*engine);
}

TEST(Idle, AnUnlessThatNoTestShowsAndARuleThatIsAlwaysBeaten) {
  const RulesCopy copy(R"(
[[rule]]
id = "sacked"
when = '''{person:person} <@dismiss.passive>'''
unless = ['''settore giovanile''', '''~presidente''']
emit.type = "tenure"
emit.role = "head_coach"
tests = '''
+ Paolo Rossi è stato esonerato.
- Paolo Rossi è stato esonerato dal settore giovanile.
'''
[[rule]]
id = "weaker"
when = '''{person:person} <@dismiss.passive>'''
unless = '''(ieri|giovanile)'''
emit.type = "tenure"
emit.role = "head_coach"
priority = -1
tests = '''
~+ Paolo Rossi è stato esonerato.
- Paolo Rossi saluta.
'''
[[rule]]
id = "other"
when = '''{person:person} <@appoint.passive>'''
emit.type = "tenure"
emit.role = "head_coach"
tests = '''
+ Paolo Rossi è stato nominato allenatore.
- Ieri Paolo Rossi è stato esonerato.
'''
)");
  const auto engine = loaded(copy.path());
  ASSERT_NE(engine, nullptr);
  const RuleTestReport report = run_rule_tests(*engine, "", TestedRules::kEventsAndTables);
  EXPECT_TRUE(report.failures.empty());
  ASSERT_EQ(report.gaps.size(), 1u);
  EXPECT_THAT(report.gaps[0].because, ::testing::HasSubstr("sacked is better"));
  // The veto of `weaker` is shown by a test of another rule.
  ASSERT_EQ(report.idle.size(), 2u);
  EXPECT_EQ(report.idle[0].code, "idle-unless");
  EXPECT_EQ(report.idle[0].place.line, 5u);
  EXPECT_EQ(report.idle[0].place.column, 39u);
  EXPECT_EQ(report.idle[1].code, "shadowed-rule");
  EXPECT_EQ(report.idle[1].place.line, 12u);
}

}  // namespace
}  // namespace panchina
