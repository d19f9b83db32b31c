#include "segment/literal_beginnings.h"

#include <gtest/gtest.h>

namespace panchina {
namespace {

using Beginnings = std::vector<std::string>;

TEST(LiteralBeginnings, AreToldWhereEveryAlternativeBeginsWithCharacters) {
  const struct {
    std::string_view pattern;
    Beginnings beginnings;
  } cases[] = {
      {R"(abc)", {"abc"}},
      {R"(home[a-z]{3,}|archivio storico della squadra|squadre[a-z])",
       {"home", "archivio storico", "squadre"}},
      {R"((?:https?://|www\.)\S+$)", {"http", "www."}},
      {R"((?:#\ ?[^ #]+ ?){3,}$)", {"#"}},
      {R"((?:# ?[^ #]+ ?){3,}$)", {"#"}},
      {R"(\| ?[^|]*\|.*\|$)", {"|"}},
      {R"((?:←|<<|‹|<) .*)", {"←", "<<", "‹", "<"}},
      {R"((?:©|copyright|\(c\)) ?(?:\d{4}))", {"©", "copyright", "(c)"}},
      {R"((?:(?:la|una) rubrica|il numero)\b.*)", {"la", "una", "il numero"}},
      {R"(perché+ no)", {"perché"}},
  };
  for (const auto& one : cases) EXPECT_EQ(literal_beginnings(one.pattern), one.beginnings);
}

TEST(LiteralBeginnings, AreNoneWhereAMatchMayBeginWithSomethingElse) {
  const std::string_view cases[] = {"",
                                    ".*abc",
                                    R"(\d{1,2} ?/)",
                                    "[a-z' ]{5,40} abc",
                                    R"((?:abc)?def)",
                                    "(?:abc|)d",
                                    "(?:abc)*d",
                                    "(?:abc){0,2}d",
                                    "a?b",
                                    "é?b",
                                    "abc|[a-z]d",
                                    R"(\bde\b)",
                                    R"(\(?abc)",
                                    "^abc",
                                    "(?i)abc",
                                    "abc|",
                                    R"((?:\d|abc) .)"};
  for (const std::string_view pattern : cases) {
    EXPECT_EQ(literal_beginnings(pattern), Beginnings{}) << pattern;
  }
}

}  // namespace
}  // namespace panchina
