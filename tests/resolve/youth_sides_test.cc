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

TEST(YouthSides, AHeadingOverAMatchReachesItsLineUps) {
  const auto& stages = AnnotateStages::get();
  const auto headed = [&](const std::string& heading) {
    const Document document = stages.annotated(
        "SETTORE GIOVANILE DEL LECCO\n\n8 ottobre 2018\n\n" + heading +
        "\nLECCO-CREMONESE 2-3\nMarcatori: 15' Maggiore F., 22' e 58' Bia, 60' Gerbi\nLecco: "
        "Desi; Corbani, Cerretti, Scarlino, Neri G.; Figoli, Awua, Mulatti (80' De Sena); "
        "Maggiore F., Verdi, Capelli. All. Elio Bianchi.\nCremonese: Bosio; Bignami, Girelli, "
        "Ghisolfi; Marcarini, Hamadi, Poledri; Bia, Gerbi, Cella. All. Stefano Verdi.\nUna beffa "
        "in pieno recupero per i ragazzi, superati in casa. Sabato storto, ma la prestazione "
        "c'è.\n");
    const YouthSides sides(document, stages.lexicon);
    for (Index b = 0; b < document.blocks.size(); ++b) {
      if (document.blocks[b].label == BlockLabel::kLineup) return bool(sides.headed()[b]);
    }
    return false;
  };
  EXPECT_TRUE(headed("PRIMAVERA 2, GIRONE A (4ª giornata)"));
  EXPECT_FALSE(headed("SERIE C, GIRONE A (4ª giornata)"));
}

TEST(YouthSides, AParagraphMayBeginWithItsHeading) {
  const auto& stages = AnnotateStages::get();
  const auto headed = [&](const std::string& text) {
    const Document document = stages.annotated(text);
    return static_cast<bool>(YouthSides(document, stages.lexicon).headed().back());
  };
  EXPECT_TRUE(headed("PRIMAVERA 1 - Due trasferte per i ragazzi di mister Elio Bianchi a Como."));
  EXPECT_TRUE(headed("Under 17: vittoria larga, e mister Elio Bianchi sorride con i suoi a Como."));
  EXPECT_TRUE(headed("• Under 19: resta Elio Bianchi, campione regionale con i ragazzi di Como."));
  EXPECT_FALSE(headed("Primavera amara per la squadra di mister Elio Bianchi, che perde a Como."));
  EXPECT_FALSE(headed("SERIE C - Due trasferte per i ragazzi di mister Elio Bianchi a Como."));
}

}  // namespace
}  // namespace panchina
