// The rules' own tests, through the production pipeline; and the examples of rules/README.md.
#include "app/rule_tests.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "app/attempt_text.h"
#include "match/matcher.h"

namespace panchina {
namespace {

namespace fs = std::filesystem;

const fs::path kRules = fs::path(PANCHINA_SOURCE_DIR) / "rules";

std::unique_ptr<Engine> loaded(const fs::path& folder) {
  auto engine = Engine::load(folder);
  if (engine) return *std::move(engine);
  for (const Diagnostic& one : engine.error()) ADD_FAILURE() << to_text(one);
  return nullptr;
}

void expect_all_pass(const Engine& engine) {
  const RuleTestReport report = run_rule_tests(engine);
  for (const RuleTestFailure& failure : report.failures) {
    const Place& place = failure.test.place;
    ADD_FAILURE() << place.file << ":" << place.line << ": " << failure.rule
                  << (failure.starts_to_pass ? " known gap passes now: " : ": ")
                  << failure.test.text << "\n  expected: "
                  << (failure.test.sign == TestSign::kSilent ? "nothing"
                                                             : to_text(failure.test.events))
                  << "\n  found:    " << failure.found;
  }
}

TEST(Rules, EveryTestOfEveryRulePasses) {
  const auto engine = loaded(kRules);
  ASSERT_NE(engine, nullptr);
  expect_all_pass(*engine);
}

// A copy of the rules folder with event and table rules of its own.
class RulesCopy {
 public:
  RulesCopy(const std::string& events, const std::string& tables)
      : path_(fs::temp_directory_path() / ("panchina_copy_" + std::to_string(::getpid()))) {
    fs::remove_all(path_);
    fs::create_directories(path_);
    for (const auto& entry : fs::directory_iterator(kRules)) {
      const std::string name = entry.path().filename().string();
      if (name == "events" || name == "tables") continue;
      fs::copy(entry.path(), path_ / name, fs::copy_options::recursive);
    }
    fs::create_directories(path_ / "events");
    fs::create_directories(path_ / "tables");
    std::ofstream(path_ / "events/a.toml") << events;
    std::ofstream(path_ / "tables/a.toml") << tables;
  }
  ~RulesCopy() { fs::remove_all(path_); }
  const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

TEST(Rules, TheExamplesOfTheReadmeLoadAndPass) {
  std::ifstream in(kRules / "README.md");
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

TEST(Near, FindsASentenceOneElementShort) {
  const RulesCopy copy(R"(
[[rule]]
id = "sacked"
when = '''{person:person} <@dismiss.passive> DA {club:club}'''
emit.type = "tenure"
emit.role = "head_coach"
tests = '''
+ Paolo Rossi è stato esonerato dalla Roma.
- Niente.
'''
)",
                       "");
  const auto engine = loaded(copy.path());
  ASSERT_NE(engine, nullptr);
  Document document;
  std::vector<Attempt> attempts;
  read_passage(*engine, "Paolo Rossi è stato esonerato, la Roma tace.", "", document);
  engine->matcher().near(document, attempts);
  EXPECT_TRUE(attempts.empty());
  read_passage(*engine, "Paolo Rossi è stato esonerato la Roma.", "", document);
  engine->matcher().near(document, attempts);
  ASSERT_EQ(attempts.size(), 1u);
  EXPECT_EQ(engine->rules().element_texts[attempts[0].element], "DA");
}

}  // namespace
}  // namespace panchina
