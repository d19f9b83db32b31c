#include "rule/mention_rules.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <set>
#include <string>

#include "rule/mention_pattern.h"
#include "rule/mention_value.h"

namespace panchina {
namespace {

class RuleFolder {
 public:
  explicit RuleFolder(const std::string& name)
      : path_(std::filesystem::temp_directory_path() / ("panchina-mentions-" + name)) {
    std::filesystem::remove_all(path_);
    std::filesystem::create_directories(path_ / "words");
    std::filesystem::create_directories(path_ / "mentions");
    write("words/mentions.toml", R"(
[pattern.day]
match = '''(?:0?[1-9]|[12][0-9]|3[01])'''
shape = '''(#|##)'''
[list.month]
1 = '''gennaio, gen.'''
5 = '''maggio'''
)");
  }
  ~RuleFolder() { std::filesystem::remove_all(path_); }

  void write(const std::string& file, const std::string& text) const {
    std::ofstream(path_ / file) << text;
  }
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

constexpr const char* kGood = R"(
[[mention]]
id = "date.day_month"
type = "date"
match = '''{day:day} {month:month}'''
value = "XXXX-{month}-{day}"
tests = '''
+ il [12 maggio] => 1969-05-12
- il 32 maggio
'''
)";

TEST(MentionRules, LoadsAndIndexesByFirstToken) {
  const RuleFolder folder("good");
  folder.write("mentions/a.toml", kGood);
  Vocabulary vocabulary;
  const auto rules = MentionRules::load(folder.path(), vocabulary);
  ASSERT_TRUE(rules.has_value()) << to_text(rules.error().front());
  ASSERT_EQ(rules->rules().size(), 1u);
  const Index may = vocabulary.find("maggio");
  const TokenKey two = number_key(2);
  EXPECT_TRUE(rules->may_begin(false, 0, two, may));
  EXPECT_TRUE(rules->may_begin(false, may, two, may));
  EXPECT_TRUE(rules->begins(false, two));
  EXPECT_FALSE(rules->begins(false, number_key(3)));
  EXPECT_FALSE(rules->begins(false, may));
  EXPECT_FALSE(rules->may_begin(false, 0, two, two));
  EXPECT_FALSE(rules->may_begin(false, 0, may, two));
  const Index match = rules->rules()[0].match;
  ASSERT_EQ(rules->rules_of(match).size(), 1u);
  EXPECT_EQ(rules->patterns().patterns_of(rules->start(false))[0], match);
  EXPECT_TRUE(rules->patterns().patterns_of(rules->start(true)).empty());
  const MentionTest& test = rules->rules()[0].tests[0];
  EXPECT_EQ(test.text.substr(test.begin, test.end - test.begin), "12 maggio");
  EXPECT_EQ(test.place.line, 8u);
}

constexpr const char* kBeside = R"([[mention]]
id = "day.at_the"
type = "date"
match = '''{day:day}'''
before = '''(slitta|entro) (al|il)'''
unless_after = '''( maggio|giugno)'''
value = "XXXX-XX-{day}"
tests = '''
+ slitta al [12] => 1969-05-12
- al 12
'''
)";

// The token beside a mention tells that a context cannot match.
TEST(MentionRules, KnowsTokensBesideAMention) {
  const RuleFolder folder("beside");
  folder.write("mentions/a.toml", kBeside);
  Vocabulary vocabulary;
  const Index at = vocabulary.add("al"), the = vocabulary.add("il");
  const Index june = vocabulary.add("giugno"), slips = vocabulary.add("slitta");
  vocabulary.add("maggio");
  const auto rules = MentionRules::load(folder.path(), vocabulary);
  ASSERT_TRUE(rules.has_value()) << to_text(rules.error().front());
  const TokenKey two = number_key(2);
  EXPECT_TRUE(rules->may_begin(false, at, two, 0));
  EXPECT_TRUE(rules->may_begin(false, the, two, june));
  EXPECT_FALSE(rules->may_begin(false, slips, two, 0));
  EXPECT_FALSE(rules->may_begin(false, 0, two, 0));
  using Side = MentionRules::Side;
  EXPECT_TRUE(rules->may_stand(0, Side::kUnlessAfter, june));
  EXPECT_FALSE(rules->may_stand(0, Side::kUnlessAfter, slips));
  EXPECT_TRUE(rules->may_stand(0, Side::kAfter, slips));  // it has none
}

struct Mistake {
  const char* name;
  const char* from;  // replaced in kGood
  const char* to;
  const char* code;
  std::uint32_t line;
};

class MentionMistakes : public testing::TestWithParam<Mistake> {};

TEST_P(MentionMistakes, AreToldWithTheirPlace) {
  const Mistake& mistake = GetParam();
  std::string text = kGood;
  const std::size_t at = text.find(mistake.from);
  ASSERT_NE(at, std::string::npos);
  text.replace(at, std::string(mistake.from).size(), mistake.to);
  const RuleFolder folder(mistake.name);
  folder.write("mentions/a.toml", text);
  Vocabulary vocabulary;
  const auto rules = MentionRules::load(folder.path(), vocabulary);
  ASSERT_FALSE(rules.has_value());
  EXPECT_EQ(rules.error().front().code, mistake.code) << to_text(rules.error().front());
  EXPECT_EQ(rules.error().front().place.line, mistake.line);
  EXPECT_EQ(rules.error().front().place.file, "mentions/a.toml");
  EXPECT_GT(rules.error().front().place.column, 0u);
}

INSTANTIATE_TEST_SUITE_P(
    All, MentionMistakes,
    testing::Values(Mistake{"type", "{month:month}", "{mnoth:month}", "unknown-type", 5},
                    Mistake{"slot", "XXXX-{month}-{day}", "XXXX-{monat}-{day}", "unknown-slot", 6},
                    Mistake{"bracket", "{day:day} ", "({day:day} ", "unclosed-bracket", 5},
                    Mistake{"kind", "\"date\"", "\"data\"", "unknown-type", 4},
                    Mistake{"key", "value =", "vaule =", "unknown-key", 6},
                    Mistake{"function", "XXXX-{month}-{day}", "shfit(1, day)", "unknown-function",
                            6},
                    Mistake{"unit", "XXXX-{month}-{day}", "shift(1, dya)", "unknown-unit", 6},
                    Mistake{"tests", "- il 32 maggio\n", "", "missing-tests", 2},
                    Mistake{"sign", "- il 32", "= il 32", "bad-test", 9},
                    Mistake{"twice", "{month:month}", "{month:day}", "slot-twice", 5},
                    Mistake{"empty", "{day:day} {month:month}", "({day:day} {month:month})?",
                            "empty-match", 5}),
    [](const auto& one) { return std::string(one.param.name); });

TEST(MentionRules, TellsAllMistakesAtOnce) {
  const RuleFolder folder("all");
  std::string one = kGood, two = kGood;
  one.replace(one.find("{month:month}"), 13, "{mese:month}");
  two.replace(two.find("\"date\""), 6, "\"datum\"");
  folder.write("mentions/a.toml", one + two);
  folder.write("mentions/b.toml", "[[mention]]\ntype = \"date\"\n");
  Vocabulary vocabulary;
  const auto rules = MentionRules::load(folder.path(), vocabulary);
  ASSERT_FALSE(rules.has_value());
  EXPECT_GE(rules.error().size(), 4u);
}

TEST(MentionPattern, KnowsWhatCanBeginIt) {
  PatternDictionary dictionary;
  dictionary.patterns["n"] = NamedPattern{*parse_regex("[0-9]+"), "#"};
  const auto begins = [&](const char* text) {
    PatternCompiler compiler(dictionary);
    const auto pattern = compiler.compile(text);
    EXPECT_TRUE(pattern.has_value());
    std::set<std::string> said;
    for (const Beginning& one : pattern->begins) {
      said.insert(compiler.token(one.first) + "," +
                  (one.second == kNoIndex ? "" : compiler.token(one.second)));
    }
    std::string out;
    for (const std::string& one : said) out += (out.empty() ? "" : " ") + one;
    return out;
  };
  EXPECT_EQ(begins("(il |l')?{n:x} gol"), "#,gol il,# l',#");
  EXPECT_EQ(begins("dal {n:x}"), "dal,#");
  EXPECT_EQ(begins("mes(e|i) fa"), "mese,fa mesi,fa");
  EXPECT_EQ(begins("me(s(e|i)) f(a)"), "mese,fa mesi,fa");
  EXPECT_EQ(begins("mesi? f(a)?"), "mes,f mes,fa mesi,f mesi,fa");
  EXPECT_EQ(begins("'{n:x}"), "',#");
  EXPECT_EQ(begins("oggi( stesso)?"), "oggi, oggi,stesso");
  EXPECT_EQ(begins("{date:d} fa"), "\x10,fa");
}

TEST(MentionWhere, ReadsGapsAndSums) {
  std::vector<MentionSlot> slots(3);
  slots[0].name = "a";
  slots[1].name = "b";
  slots[2].name = "c";
  const auto gap = compile_where("gap(a, b) == 1 and c > 12", slots);
  ASSERT_TRUE(gap.has_value());
  ASSERT_EQ(gap->size(), 2u);
  EXPECT_TRUE((*gap)[0].gap);
  EXPECT_EQ((*gap)[1].number, 12);
  const auto sum = compile_where("a + b + c == 10", slots);
  ASSERT_TRUE(sum.has_value());
  EXPECT_EQ((*sum)[0].plus, (std::vector<Index>{1, 2}));
  EXPECT_FALSE(compile_where("a ~ b", slots).has_value());
  EXPECT_FALSE(compile_where("d == 1", slots).has_value());
}

}  // namespace
}  // namespace panchina
