// Whose a score is that is no result: half-time, a lead, a forecast.
#include "resolve/game/other_scores.h"

#include <gtest/gtest.h>

#include "focus_page.h"
#include "resolve/fact/args.h"

namespace panchina {
namespace {

using arg::Match;

// An article whose scores are offered one by one, and the matches that it tells.
struct Page {
  FocusPage page;
  std::vector<Hit> hits{};
  EmitSpec emit{};
  std::vector<Statement> statements{};

  explicit Page(const char* text) : page(text) {
    Document& document = page.document;
    for (Index c = 0; c < document.clauses.size(); ++c) {
      for (Index u = document.clauses[c].units.begin; u < document.clauses[c].units.end; ++u) {
        if (reading_of(document, u, UnitKind::kScore) == nullptr) continue;
        Hit hit;
        hit.clause = c;
        hit.units = {u, u + 1};
        hit.trigger = u;
        hit.bindings.begin = static_cast<Index>(document.bindings.size());
        document.bindings.push_back({.slot = 0, .unit = u});
        hit.bindings.end = static_cast<Index>(document.bindings.size());
        hits.push_back(hit);
      }
    }
  }

  // The score of that number is a result.
  void tell(std::size_t score, const char* home, const char* away, int first, int second) {
    const Document& document = page.document;
    const NormSpan span = document.tokens[document.units[hits[score].trigger].tokens.begin].span;
    Statement out = statement_in(std::pmr::get_default_resource(), EventType::kMatch);
    out.args[Match::kHome] = std::string(home);
    out.args[Match::kAway] = std::string(away);
    out.args[Match::kHomeGoals] = std::int64_t{first};
    out.args[Match::kAwayGoals] = std::int64_t{second};
    out.evidence.span = span;
    out.evidence.sentence = document.clauses[hits[score].clause].sentence;
    out.evidence.slots.push_back({Match::kHomeGoals, span});
    statements.push_back(std::move(out));
  }

  std::vector<OtherScore> read() {
    OtherScores scores(page.document, page.view, page.focus);
    Index sentence = 0;
    for (const Hit& hit : hits) {
      for (; sentence <= page.document.clauses[hit.clause].sentence; ++sentence)
        page.focus.enter_sentence(sentence);
      scores.offer(hit, emit);
    }
    return scores.decide(statements);
  }
};

TEST(OtherScores, AreOfTheMatchToldBefore) {
  Page page("Il Como batte il Lecco 3-1. Era sotto 0-1 al riposo.");
  page.tell(0, "como", "lecco", 3, 1);
  const std::vector<OtherScore> found = page.read();
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].home, "como");
  EXPECT_EQ(found[0].away, "lecco");
  EXPECT_FALSE(found[0].turned);
}

TEST(OtherScores, AreTurnedWhereTheMatchCouldNotHaveEndedSo) {
  Page page("Il Como batte il Lecco 3-1. Era sullo 0-3 al riposo.");
  page.tell(0, "como", "lecco", 3, 1);
  const std::vector<OtherScore> found = page.read();
  ASSERT_EQ(found.size(), 1u);
  EXPECT_TRUE(found[0].turned);
}

TEST(OtherScores, AreOfTheClubsSideBySide) {
  Page page("Verso Lecco-Como.\n\nIl Lecco si prepara. Finirà 2-1, dicono al bar.");
  const std::vector<OtherScore> found = page.read();
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].home, "lecco");
  EXPECT_EQ(found[0].away, "como");
}

TEST(OtherScores, AreOfTheMainMatchWhereNoClubIsNamed) {
  Page page(
      "Lecco-Como, parla Rossi\n\nIl Lecco ha battuto il Verona 4-0. Firmo per un 1-1, dice.");
  page.tell(0, "lecco", "verona", 4, 0);
  const std::vector<OtherScore> found = page.read();
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].home, "lecco");
  EXPECT_EQ(found[0].away, "como");
}

TEST(OtherScores, AreOfTheLastMatchOfTheTwoWhoeverWasAtHome) {
  Page page(
      "Il Como batte il Lecco 3-1. A Lecco è andata 2-2. Lecco e Como, è 1-0 al riposo. "
      "Il Como perde 0-4 a Lecco.");
  page.tell(0, "como", "lecco", 3, 1);
  page.tell(1, "lecco", "como", 2, 2);
  page.tell(3, "lecco", "como", 4, 0);
  const std::vector<OtherScore> found = page.read();
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].home, "lecco");
  EXPECT_EQ(found[0].away, "como");
}

TEST(OtherScores, TheResultSaidOnceMoreIsNone) {
  Page page("Il Como batte il Lecco 3-1. Un 3-1 meritato.");
  page.tell(0, "como", "lecco", 3, 1);
  EXPECT_TRUE(page.read().empty());
}

TEST(OtherScores, WithoutClubsTheyAreNobodys) {
  Page page("Finirà 2-1, dicono al bar.");
  EXPECT_TRUE(page.read().empty());
}

}  // namespace
}  // namespace panchina
