// What an article tells of posts and spells, counted by person and by club.
#include "resolve/career/told_spells.h"

#include <gtest/gtest.h>

#include "resolve/career/spell.h"
#include "resolve/fact/args.h"

namespace panchina {
namespace {

using arg::Tenure;

Statement tenure(const char* person, const char* club, Factuality factuality) {
  Statement out = statement_in(std::pmr::get_default_resource(), EventType::kTenure);
  out.factuality = factuality;
  out.args[Tenure::kPerson] = std::string(person);
  out.args[Tenure::kClub] = std::string(club);
  return out;
}

TEST(ToldSpells, CountsWhatIsAssertedAndKnowsWhoWasReplaced) {
  std::vector<Statement> statements;
  statements.push_back(tenure("Aldo Rossi", "lecco", Factuality::kAsserted));
  statements.back().args[Tenure::kReplaces] = std::string("Ugo Neri");
  statements.push_back(tenure("Aldo Rossi", "lecco", Factuality::kAsserted));
  statements.push_back(tenure("Elio Verdi", "como", Factuality::kNegated));
  const ToldSpells told(statements);
  EXPECT_EQ(told.posts_of("Aldo Rossi"), 2u);
  EXPECT_EQ(told.persons_at("lecco"), 1u);
  EXPECT_EQ(told.posts(), 2u);
  EXPECT_EQ(told.posts_of("Elio Verdi"), 0u);
  EXPECT_TRUE(told.tells(spell_key("Elio Verdi", "como")));
  EXPECT_TRUE(told.tells(spell_key("Ugo Neri", "lecco")));
  EXPECT_FALSE(told.tells(spell_key("Ugo Neri", "como")));
}

TEST(ToldSpells, TalkThatIsAGuessTellsNothing) {
  std::vector<Statement> statements;
  statements.push_back(tenure("Aldo Rossi", "lecco", Factuality::kPossible));
  statements.back().confidence = 0.4F;
  statements.push_back(tenure("Elio Verdi", "como", Factuality::kPossible));
  statements.back().confidence = 0.5F;
  const ToldSpells told(statements);
  EXPECT_FALSE(told.tells(spell_key("Aldo Rossi", "lecco")));
  EXPECT_TRUE(told.tells(spell_key("Elio Verdi", "como")));
}

TEST(ToldSpells, WhoPlayedAtAClubHasNoPostThere) {
  std::vector<Statement> statements;
  statements.push_back(statement_in(std::pmr::get_default_resource(), EventType::kPlayingSpell));
  statements.back().args[arg::PlayingSpell::kPerson] = std::string("Aldo Rossi");
  statements.back().args[arg::PlayingSpell::kClub] = std::string("lecco");
  statements.push_back(tenure("Elio Verdi", "lecco", Factuality::kAsserted));
  statements.back().args[Tenure::kReplacedBy] = std::string("Ugo Neri");
  const ToldSpells told(statements);
  EXPECT_TRUE(told.tells(spell_key("Aldo Rossi", "lecco")));
  EXPECT_FALSE(told.tells_post(spell_key("Aldo Rossi", "lecco")));
  EXPECT_TRUE(told.tells_post(spell_key("Elio Verdi", "lecco")));
  EXPECT_TRUE(told.tells_post(spell_key("Ugo Neri", "lecco")));
}

}  // namespace
}  // namespace panchina
