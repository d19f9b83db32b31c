// StaffPosts: posts on the staff that a man's name or the head of his paragraph tells.
#include "resolve/focus/staff_posts.h"

#include <gtest/gtest.h>

#include "annotate/stages.h"
#include "resolve/entity/entities.h"

namespace panchina {
namespace {

// What a post of the last person named would be, in the last block.
std::string meant(const std::string& text) {
  const auto& stages = AnnotateStages::get();
  const Document document = stages.annotated(text);
  const EntityView view = find_entities(document, stages.lexicon, [](const Hit&) { return true; });
  Index person = kNoIndex;
  for (const Index p : view.person_of_unit) {
    if (p != kNoIndex) person = p;
  }
  const auto block = static_cast<Index>(document.blocks.size() - 1);
  return std::string(StaffPosts(stages.lexicon, document, view).meant(block, person));
}

TEST(StaffPosts, ATradeStandsAtTheName) {
  EXPECT_EQ(meant("Ospite di oggi è Elio Bianchi, preparatore atletico giramondo."),
            "fitness_coach");
  EXPECT_EQ(meant("Il preparatore dei portieri Elio Bianchi compie sessant'anni."),
            "goalkeeping_coach");
}

TEST(StaffPosts, WhoIsCalledACoachToo) {
  EXPECT_EQ(meant("Il preparatore atletico Elio Bianchi saluta. Il tecnico Elio Bianchi resta."),
            "");
  EXPECT_EQ(meant("Il tecnico Elio Bianchi resta. Il preparatore atletico Elio Bianchi saluta."),
            "");
}

TEST(StaffPosts, WordsHeadAParagraph) {
  EXPECT_EQ(meant("PREPARATORI PORTIERI - Confermato Elio Bianchi, a Lecco dal 2013."),
            "goalkeeping_coach");
  EXPECT_EQ(meant("Area atletica: via, per motivi di lavoro, Elio Bianchi."), "fitness_coach");
  EXPECT_EQ(meant("Panchina lunga e portieri nuovi per Elio Bianchi - così va a Lecco."), "");
}

}  // namespace
}  // namespace panchina
