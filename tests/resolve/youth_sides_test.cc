// YouthSides: `Under 17` as a side of the page's club, and headings of youth sides.
#include "resolve/entity/youth_sides.h"

#include <gtest/gtest.h>

#include "annotate/stages.h"

namespace panchina {
namespace {

std::string bare_sides(const std::string& text) {
  const auto& stages = AnnotateStages::get();
  const Document document = stages.annotated(text);
  const YouthSides sides(document, stages.lexicon);
  std::string out;
  for (Index u = 0; u < document.units.size(); ++u) {
    if (sides.bare()[u]) out += std::string(document.text.norm(document.units[u].span)) + '|';
  }
  return out;
}

TEST(YouthSides, AnAgeAloneIsASideOfTheClub) {
  EXPECT_NE(bare_sides("Il Lecco ha affidato l'Under 17 a Elio Bianchi."), "");
}

TEST(YouthSides, BesideANationItIsTheNations) {
  EXPECT_EQ(bare_sides("Fu ct dell'Under 17 dal 2010."), "");
  EXPECT_EQ(bare_sides("Lo chiama Coverciano: guida l'Under 19."), "");
  EXPECT_EQ(bare_sides("Esordì nella Nazionale Under 17."), "");
}

TEST(YouthSides, NoClubHasAnUnder21) {
  EXPECT_EQ(bare_sides("Convocato nell'Under 21 Elio Bianchi."), "");
}

TEST(YouthSides, AHeadingReachesWhatStandsUnderIt) {
  const auto& stages = AnnotateStages::get();
  const Document document = stages.annotated(
      "Il vivaio del Lecco\n\nUNDER 17\n\nLa squadra è di Elio Bianchi, che la guida da tre "
      "anni.\n");
  const YouthSides sides(document, stages.lexicon);
  EXPECT_TRUE(sides.headed().back());
}

TEST(YouthSides, AParagraphMayBeginWithItsHeading) {
  const auto& stages = AnnotateStages::get();
  const auto headed = [&](const std::string& text) {
    const Document document = stages.annotated(text);
    return static_cast<bool>(YouthSides(document, stages.lexicon).headed().back());
  };
  EXPECT_TRUE(headed("PRIMAVERA 1 - Due trasferte per i ragazzi di mister Elio Bianchi a Como."));
  EXPECT_TRUE(headed("Under 17: vittoria larga, e mister Elio Bianchi sorride con i suoi a Como."));
  EXPECT_FALSE(headed("Primavera amara per la squadra di mister Elio Bianchi, che perde a Como."));
  EXPECT_FALSE(headed("SERIE C - Due trasferte per i ragazzi di mister Elio Bianchi a Como."));
}

}  // namespace
}  // namespace panchina
