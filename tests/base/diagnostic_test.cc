#include "base/diagnostic.h"

#include <gtest/gtest.h>

namespace panchina {
namespace {

TEST(Diagnostic, ShowsPlaceLineAndCaret) {
  Diagnostic problem;
  problem.code = "unknown-slot";
  problem.message = "no such slot: persn";
  problem.place.file = "rules/a.toml";
  problem.place.line = 3;
  problem.place.column = 9;
  problem.source_line = "find = \"{persn}\"";
  problem.hint = "did you mean «person»?";
  problem.length = 5;
  EXPECT_EQ(to_text(problem),
            "rules/a.toml:3:9: unknown-slot: no such slot: persn\n"
            "  find = \"{persn}\"\n"
            "          ^^^^^\n"
            "  did you mean «person»?\n");
}

TEST(Diagnostic, LeavesOutWhatIsNotKnown) {
  Diagnostic problem;
  problem.code = "not-found";
  problem.message = "no such folder";
  EXPECT_EQ(to_text(problem), "not-found: no such folder\n");
  problem.place.file = "words.toml";
  EXPECT_EQ(to_text(problem), "words.toml: not-found: no such folder\n");
}

TEST(Nearest, WithinAThirdOfTheWord) {
  EXPECT_EQ(nearest("persn", {"club", "person", "role"}), "person");
  EXPECT_EQ(nearest("stadium", {"club", "person", "role"}), "");
}

}  // namespace
}  // namespace panchina
