// Games and goals that stand beside a playing spell are of the spell told last before them.
#include "resolve/career/spell_tallies.h"

#include <gtest/gtest.h>

#include "annotate/stages.h"
#include "document/features.h"
#include "resolve/entity/entities.h"
#include "resolve/fact/args.h"

namespace panchina {
namespace {

using arg::PlayingSpell;

// An article that tells of a spell at its first club, and whose last number counts games.
struct Article {
  const AnnotateStages& stages = AnnotateStages::get();
  Document document;
  EntityView view;
  RuleSet rules{};
  EmitSpec emit{};
  Hit spell{}, tally{};
  std::vector<Statement> statements{};

  explicit Article(const char* text)
      : document(stages.annotated(text)),
        view(find_entities(document, stages.lexicon, [](const Hit&) { return true; })) {
    emit.type = EventType::kPlayingSpell;
    emit.args.push_back({PlayingSpell::kAppearances, ArgFunction::kSlot, 0, {}});
    bool found = false;
    for (Index c = 0; c < document.clauses.size(); ++c) {
      const IndexRange units = document.clauses[c].units;
      for (Index u = units.begin; u < units.end; ++u) {
        if (!found && view.club_of_unit[u] != kNoIndex) {
          spell.clause = c;
          spell.units = {u, u + 1};
          found = true;
        }
        if ((document.units[u].kinds & kind_bit(UnitKind::kNumber)) != 0) {
          tally.clause = c;
          tally.units = {u, u + 1};
        }
      }
    }
    statements.push_back(statement_in(std::pmr::get_default_resource(), EventType::kPlayingSpell));
    statements.back().args[PlayingSpell::kPerson] = std::string("Aldo Rossi");
    statements.back().args[PlayingSpell::kClub] = std::string("lecco");
  }

  std::size_t taken() {
    SpellTallies tallies(document, rules, view);
    tallies.tell(0, spell, statements.front());
    tallies.offer(tally, emit);
    return tallies.decide(statements).size();
  }
};

TEST(SpellTallies, AreOfTheSpellBefore) {
  Article article("Aldo Rossi giocò nel Lecco per tre anni e mise insieme 162 presenze.");
  EXPECT_EQ(article.taken(), 1u);
}

TEST(SpellTallies, StandInBracketsBehindIt) {
  Article article("Aldo Rossi giocò nel Lecco per tre anni (162 presenze).");
  EXPECT_EQ(article.taken(), 1u);
}

TEST(SpellTallies, AreNotOfASpellThatHasThem) {
  Article article("Aldo Rossi giocò nel Lecco per tre anni e mise insieme 162 presenze.");
  article.statements.front().args[PlayingSpell::kAppearances] = std::int64_t{40};
  EXPECT_EQ(article.taken(), 0u);
}

TEST(SpellTallies, AreOfTheClubNamedLast) {
  Article article("Aldo Rossi giocò nel Lecco, poi il Como gli diede 162 presenze.");
  EXPECT_EQ(article.taken(), 0u);
}

TEST(SpellTallies, AreNotBehindAPost) {
  Article article("Aldo Rossi fu al Lecco e mise insieme 162 presenze.");
  article.statements.front() = statement_in(std::pmr::get_default_resource(), EventType::kTenure);
  EXPECT_EQ(article.taken(), 0u);
}

}  // namespace
}  // namespace panchina
