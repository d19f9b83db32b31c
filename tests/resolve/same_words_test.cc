// Two rules that read one place of a table from the same words agree on whose it is.
#include "resolve/fact/same_words.h"

#include <gtest/gtest.h>

#include "resolve/fact/args.h"

namespace panchina {
namespace {

using arg::Standing;

constexpr NormSpan kAtFour{10, 22}, kAtNine{60, 70};

Statement fourth(const char* club, bool told, NormSpan position) {
  Statement out = statement_in(std::pmr::get_default_resource(), EventType::kStanding);
  out.args[Standing::kClub] = std::string(club);
  out.args[Standing::kPosition] = std::int64_t{4};
  out.evidence.slots.push_back({Standing::kPosition, position});
  if (told) {
    out.evidence.slots.push_back({Standing::kClub, {0, 5}});
  } else {
    out.evidence.inferred.push_back({Standing::kClub, Source::kFocus});
  }
  return out;
}

std::string club_of(const Statement& statement) {
  return *text_of(statement.args[Standing::kClub]);
}

TEST(SameWords, GuessedClubGivesWayToToldOne) {
  std::vector<Statement> statements = {fourth("como", false, kAtFour),
                                       fourth("lecco", true, kAtFour),
                                       fourth("monza", false, kAtNine)};
  agree_on_same_words(statements);
  EXPECT_EQ(club_of(statements[0]), "lecco");
  EXPECT_EQ(club_of(statements[1]), "lecco");
  EXPECT_EQ(club_of(statements[2]), "monza");
}

TEST(SameWords, TwoToldClubsShareAPlace) {
  std::vector<Statement> statements = {fourth("como", true, kAtFour),
                                       fourth("lecco", true, kAtFour)};
  agree_on_same_words(statements);
  EXPECT_EQ(club_of(statements[0]), "como");
  EXPECT_EQ(club_of(statements[1]), "lecco");
}

TEST(SameWords, GamesOfAPlayerAreOfTheToldClub) {
  using arg::PlayingSpell;
  std::vector<Statement> statements;
  for (const char* club : {"como", "lecco"}) {
    statements.push_back(statement_in(std::pmr::get_default_resource(), EventType::kPlayingSpell));
    statements.back().args[PlayingSpell::kClub] = std::string(club);
    statements.back().args[PlayingSpell::kAppearances] = std::int64_t{162};
    statements.back().evidence.slots.push_back({PlayingSpell::kAppearances, kAtFour});
  }
  statements[0].evidence.inferred.push_back({PlayingSpell::kClub, Source::kFocus});
  statements[1].evidence.slots.push_back({PlayingSpell::kClub, {0, 5}});
  agree_on_same_words(statements);
  EXPECT_EQ(*text_of(statements[0].args[PlayingSpell::kClub]), "lecco");
}

TEST(SameWords, TwoGuessesStayApart) {
  std::vector<Statement> statements = {fourth("como", false, kAtFour),
                                       fourth("lecco", false, kAtFour)};
  agree_on_same_words(statements);
  EXPECT_EQ(club_of(statements[0]), "como");
  EXPECT_EQ(club_of(statements[1]), "lecco");
}

}  // namespace
}  // namespace panchina
