// Focus: whose page an article stands on.
#include "resolve/focus.h"

#include <gtest/gtest.h>

#include "annotate/stages.h"
#include "resolve/entities.h"

namespace panchina {
namespace {

struct Case {
  const char* text;
  const char* house;  // id of the club, or empty
};

class House : public testing::TestWithParam<Case> {};

TEST_P(House, IsWhomTheMenuNames) {
  const auto& stages = AnnotateStages::get();
  const Document document = stages.annotated(GetParam().text);
  const EntityView view = find_entities(document, stages.lexicon, [](const Hit&) { return true; });
  const Index house = Focus(document, view, stages.lexicon).house();
  EXPECT_EQ(house == kNoIndex ? "" : view.clubs[house], GetParam().house) << GetParam().text;
}

INSTANTIATE_TEST_SUITE_P(
    Menus, House,
    testing::Values(Case{"VERONA CALCIO | Prima squadra | Academy | Biglietteria | Shop\n\nIl fine "
                         "settimana del vivaio\n\nAllievi. Ceduto un punto al Cosenza. Il Verona "
                         "riposa.",
                         "verona"},
                    Case{"Home | Prima squadra | Academy | Biglietteria | Shop\n\nIl fine "
                         "settimana del vivaio\n\nAllievi. Ceduto un punto al Cosenza. Il Verona "
                         "riposa.",
                         ""},
                    Case{"Verona | Cosenza | Lecce | Biglietteria | Shop\n\nIl fine settimana del "
                         "vivaio\n\nAllievi. Ceduto un punto al Cosenza. Il Verona riposa.",
                         ""}));

}  // namespace
}  // namespace panchina
