// StaffPosts: trades of the staff that stand at a name. What posts they explain: the tests of
// rules/events/story_core.toml and column_benches.toml.
#include "resolve/focus/staff_posts.h"

#include <gtest/gtest.h>

#include "annotate/stages.h"
#include "resolve/entity/entities.h"

namespace panchina {
namespace {

// Whom the page names first, if he follows a trade.
std::string tradesman(const std::string& text) {
  const auto& stages = AnnotateStages::get();
  const Document document = stages.annotated(text);
  const EntityView view = find_entities(document, stages.lexicon, [](const Hit&) { return true; });
  const Index person = StaffPosts(stages.lexicon, document, view).tradesman();
  return person == kNoIndex ? "" : view.persons[person].name;
}

TEST(StaffPosts, ATradeStandsAtTheName) {
  EXPECT_EQ(tradesman("Ospite di oggi è Elio Bianchi, preparatore atletico giramondo."),
            "Elio Bianchi");
  EXPECT_EQ(tradesman("Il preparatore dei portieri Elio Bianchi compie sessant'anni."),
            "Elio Bianchi");
  EXPECT_EQ(tradesman("Elio Bianchi (Lecco, 5 maggio 1961) è un preparatore dei portieri."),
            "Elio Bianchi");
}

TEST(StaffPosts, ATradeStandsOnTheLineBelow) {
  EXPECT_EQ(
      tradesman("Curriculum: Elio Bianchi\n\nFunzione: preparatore atletico capo dal 2013.\n"),
      "Elio Bianchi");
  EXPECT_EQ(tradesman("Preparatore atletico\nELIO BIANCHI\nHa lavorato a Como e a Lecco."),
            "Elio Bianchi");
  EXPECT_EQ(tradesman("Curriculum: Elio Bianchi\n\nVide al lavoro un preparatore atletico a Como."),
            "");
}

TEST(StaffPosts, WhoIsCalledACoachTooFollowsNone) {
  EXPECT_EQ(
      tradesman("Il preparatore atletico Elio Bianchi saluta. Il tecnico Elio Bianchi resta."), "");
  EXPECT_EQ(
      tradesman("Il tecnico Elio Bianchi resta. Il preparatore atletico Elio Bianchi saluta."), "");
}

TEST(StaffPosts, ThePageIsOfWhomItNamesFirst) {
  EXPECT_EQ(tradesman("Saluta Ugo Verdi. Il preparatore atletico Elio Bianchi resta."), "");
}

}  // namespace
}  // namespace panchina
