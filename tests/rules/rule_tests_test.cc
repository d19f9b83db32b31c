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

TEST(WhyNot, NamesTheFirstElementThatFailed) {
  const RulesCopy copy(R"toml(
[[rule]]
id = "sacked"
when = '''{person:person} ...2 <@dismiss.passive> DA {club:club} IN {competition:c}'''
where = "bound(person)"
unless = '''settore giovanile'''
emit.type = "tenure"
emit.role = "head_coach"
emit.contract_condition = "{c}"
tests = '''
+ Paolo Rossi è stato esonerato dalla Roma in Serie A.
- Niente.
'''
[[rule]]
id = "hole"
when = '''{person?:person} <@dismiss.passive>'''
emit.type = "tenure"
emit.role = "head_coach"
tests = '''
+ Paolo Rossi è stato esonerato.
- Niente.
'''
[[rule]]
id = "noun"
when = '''l'esonero DI {person:person}'''
emit.type = "tenure"
emit.role = "head_coach"
tests = '''
+ È arrivato l'esonero di Paolo Rossi.
- Niente.
'''
)toml",
                       "");
  const auto engine = loaded(copy.path());
  ASSERT_NE(engine, nullptr);
  const struct {
    const char* rule;
    const char* text;
    const char* says;
  } kCases[] = {
      {"sacked", "Paolo Rossi è stato esonerato dalla Roma in Serie A.", "fires"},
      {"sacked", "Paolo Rossi è stato esonerato dalla Roma con garbo.", "then wanted IN"},
      {"sacked", "Paolo Rossi è stato esonerato con garbo dalla Roma in Serie A.",
       "then wanted DA where «con»"},
      {"sacked", "La Roma ha esonerato Paolo Rossi in Serie A.", "the nearest is where «ha"},
      {"sacked", "Paolo Rossi ha vinto con la Roma in Serie A.", "nothing in the sentence is <@"},
      {"sacked", "È stato esonerato dalla Roma in Serie A.", "no unit that {person:person}"},
      {"sacked",
       "Paolo Rossi è stato esonerato dalla Roma in Serie A dopo anni nel settore giovanile.",
       "vetoed by unless settore giovanile"},
      {"hole", "L'arbitro è stato esonerato.", "another subject"},
      {"noun", "È arrivato l'esonero del tecnico.", "{person:person}"},
      {"noun", "È arrivato un esonero di Paolo Rossi.", "then wanted l'"},
  };
  Document document;
  for (const auto& one : kCases) {
    Index rule = 0;
    while (engine->rules().events[rule].info.id != one.rule) ++rule;
    read_passage(*engine, one.text, "", document);
    std::vector<Attempt> attempts;
    engine->matcher().match(document, attempts, rule);
    ASSERT_FALSE(attempts.empty()) << one.text;
    const Attempt* best = &attempts[0];
    for (const Attempt& attempt : attempts) {
      if (progress(attempt) > progress(*best)) best = &attempt;
    }
    EXPECT_THAT(attempt_text(*engine, document, *best), ::testing::HasSubstr(one.says)) << one.text;
  }
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
