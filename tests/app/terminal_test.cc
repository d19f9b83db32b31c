#include "app/terminal.h"

#include <gtest/gtest.h>

#include "app/progress.h"

namespace panchina {
namespace {

TEST(Terminal, ControlsBecomeVisible) {
  const struct {
    std::string text, shown;
  } cases[] = {{"Ascoli è primo", "Ascoli è primo"},
               {"\x1b[31m", "\\x1b[31m"},
               {"a\nb", "a\\nb"},
               {"a\tb", "a\tb"},
               {std::string("\0\x7f", 2), "\\x00\\x7f"}};
  for (const auto& one : cases) EXPECT_EQ(visible(one.text), one.shown);
  EXPECT_EQ(visible("a\nb\r", true), "a\nb\\x0d");
}

TEST(Summary, IsOneLineForPersonsAndOneForPrograms) {
  const RunCounts counts{1234567, 1, 2, 2'000'000, 1};
  EXPECT_EQ(summary_text(counts, 2.0),
            "1,234,567 articles (1 failed) (2 unchanged), 2.0 MB, 1 event in 2.0 s (1.0 MB/s)");
  EXPECT_EQ(summary_json(counts, 2.0, 3),
            "{\"articles\":1234567,\"failed\":1,\"unchanged\":2,\"bytes\":2000000,\"events\":1,"
            "\"seconds\":2.000,\"exit_code\":3}\n");
}

TEST(Summary, GroupsDigits) {
  const std::pair<std::uint64_t, const char*> cases[] = {
      {0, "0"}, {999, "999"}, {1000, "1,000"}, {1234567, "1,234,567"}};
  for (const auto& [number, text] : cases) EXPECT_EQ(grouped(number), text);
}

}  // namespace
}  // namespace panchina
