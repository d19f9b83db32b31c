#include "annotate/pattern_walker.h"

#include <gtest/gtest.h>

#include <array>
#include <string>

#include "rule/mention_pattern.h"

namespace panchina {
namespace {

class PatternWalkerTest : public testing::Test {
 protected:
  PatternWalkerTest() {
    dictionary_.patterns["day"] = {*parse_regex("(?:0?[1-9]|[12][0-9]|3[01])"), "(#|##)"};
    dictionary_.patterns["integer"] = {*parse_regex("[0-9]{1,7}"), "#"};
    dictionary_.patterns["two"] = {*parse_regex("(?:^|[^0-9'/-])[0-9][0-9]"), "##"};
    dictionary_.patterns["name"] = {*parse_regex("[a-z]+(?: [a-z]+)?"), "a"};
    dictionary_.list_index["month"] = 0;
    dictionary_.lists.push_back({"month", {{"mar", 3}, {"mar.", 3}, {"marzo", 3}}});
  }

  Index add(const char* pattern, WalkDirection direction = WalkDirection::kRight) {
    const auto compiled = compile_pattern(pattern, dictionary_);
    EXPECT_TRUE(compiled.has_value()) << pattern;
    const std::vector<std::vector<std::string>> lists = {{"mar", "mar.", "marzo"}};
    return net_.add(compiled->tree, lists, direction);
  }

  // Length of the longest match at the beginning; 0: none.
  std::uint32_t length(Index start, std::string_view text) {
    const auto found = walker().find(start, text);
    return found.empty() ? 0 : found[0].length;
  }

  PatternWalker& walker() {
    if (!walker_) {
      net_.finish();
      walker_.emplace(net_);
    }
    return *walker_;
  }

  PatternDictionary dictionary_;
  PatternNet net_;
  std::optional<PatternWalker> walker_;
};

TEST_F(PatternWalkerTest, FindsTheLongestMatchOfEachPattern) {
  const Index day = add("{day}"), date = add("{day:d} {month:m}( {integer:y})?");
  const Index both = net_.add_start({day, date});
  const auto found = walker().find(both, "12 marzo 1969, a");
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[0].pattern, date);
  EXPECT_EQ(found[0].length, 13u);
  EXPECT_EQ(found[1].pattern, day);
  EXPECT_EQ(found[1].length, 2u);
  EXPECT_TRUE(walker().find(both, "a 12 marzo").empty());
}

TEST_F(PatternWalkerTest, ReadsWhatRegularExpressionsSay) {
  const Index integer = net_.add_start({add("{integer}")}), day = net_.add_start({add("{day}")});
  const Index name = net_.add_start({add("il {name}")}), degree = net_.add_start({add("1(°|o)")});
  EXPECT_EQ(length(integer, "123456789"), 7u);
  EXPECT_EQ(length(day, "31"), 2u);
  EXPECT_EQ(length(day, "35"), 1u);
  EXPECT_EQ(length(day, "00"), 0u);
  EXPECT_EQ(length(name, "il borgo san lazzaro"), 12u);
  EXPECT_EQ(length(degree, "1° maggio"), 3u);
  for (const char* text : {"(a)", "a$", "a{", "[a", "(?:a", "a)", "[a-", "a.b", "\\d", "[é]"}) {
    EXPECT_FALSE(parse_regex(text).has_value()) << text;
  }
}

TEST_F(PatternWalkerTest, ReadsTheSlotsOfAMatch) {
  const Index date = add("(il )?{day:d} {month:m}( {integer:y})?");
  std::array<std::string_view, 3> slots;
  walker().read_slots(date, "il 12 mar. 1969", slots);
  EXPECT_EQ(slots[0], "12");
  EXPECT_EQ(slots[1], "mar.");
  EXPECT_EQ(slots[2], "1969");
  walker().read_slots(date, "3 marzo", slots);
  EXPECT_EQ(slots[1], "marzo");
  EXPECT_TRUE(slots[2].empty());
}

TEST_F(PatternWalkerTest, LooksBackFromTheEndOfAText) {
  const Index words = net_.add_start({add("(al|fino a) ?", WalkDirection::kLeft)});
  const Index two = net_.add_start({add("{two}", WalkDirection::kLeft)});
  const auto leads = [&](Index start, std::string_view text) {
    return walker().leads(start, text, WalkDirection::kLeft, [](std::string_view left, auto at) {
      return at == 0 || left[at - 1] == ' ' || left[at] == ' ';
    });
  };
  EXPECT_TRUE(leads(words, "dal 3 al "));
  EXPECT_TRUE(leads(words, "fino a"));
  EXPECT_FALSE(leads(words, "finale"));
  EXPECT_FALSE(leads(words, "dal "));
  EXPECT_TRUE(leads(two, "46"));
  EXPECT_TRUE(leads(two, "nel 46"));
  EXPECT_FALSE(leads(two, "1946"));
  EXPECT_FALSE(leads(two, "a -46"));
}

}  // namespace
}  // namespace panchina
