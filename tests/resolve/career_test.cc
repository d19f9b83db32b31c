// Careers: of what career a passage tells.
#include "resolve/career/career.h"

#include <gtest/gtest.h>

#include "annotate/stages.h"

namespace panchina {
namespace {

// The career told at the last word of the text.
std::string_view told_at_end(const std::string& text) {
  const auto& stages = AnnotateStages::get();
  const Document document = stages.annotated(text);
  const Careers careers(document, stages.lexicon);
  return career_name(careers.at(static_cast<Index>(document.tokens.size() - 1)));
}

const std::string kBench =
    "Nato a Como, allenava ragazzi e adulti con la stessa pazienza. I suoi giorni più belli in "
    "panchina restano quelli della promozione.\n\n";
const std::string kNext = "A Lecco approdò più tardi, da uomo fatto. Ci rimase a lungo.";

TEST(Careers, AShortHeadingSaysItOfAllBelow) {
  EXPECT_EQ(told_at_end("Aldo Rossi giocatore\n\n" + kBench + kNext), "player");
}

TEST(Careers, BehindALongHeadingTheParagraphBeforeSaysIt) {
  EXPECT_EQ(
      told_at_end("Addio Rossi\nAldo Rossi\nOriginario di Como, fu prima giocatore. Una vita "
                  "intera passata sui campi, poi anche altrove, tra Lombardia e Toscana\n\n\n" +
                  kBench + kNext),
      "coach");
}

TEST(Careers, APlayersPageGoesOn) {
  const auto& stages = AnnotateStages::get();
  const auto of_end = [&](const std::string& text) {
    const Document document = stages.annotated(text);
    const Careers careers(document, stages.lexicon);
    return career_name(careers.of(kNoIndex, static_cast<Index>(document.tokens.size() - 1), {}));
  };
  const std::string player = "Una vita\n\nCentravanti di peso. Nato a Como nel 1941.\n\n";
  EXPECT_EQ(of_end(player + kNext), "player");
  EXPECT_EQ(of_end("Una vita\n\nUn uomo in panchina. Un maestro.\n\n" + player + kNext), "any");
}

TEST(Careers, ALikenessSaysNothing) {
  EXPECT_EQ(told_at_end("Aldo Rossi è un allenatore. La gavetta, come da calciatore, parte in D."),
            "coach");
  EXPECT_EQ(told_at_end("Aldo Rossi è un allenatore. La gavetta, da calciatore, parte in D."),
            "player");
}

TEST(Careers, TheCoachOfThoseDaysIsAnother) {
  const std::string player = "Aldo Rossi giocava a Como. ";
  EXPECT_EQ(told_at_end(player + "Era allenatore Ugo Neri, ancora giovane. Poi Lecco."), "player");
  EXPECT_EQ(told_at_end(player + "Era allenatore del Como ancora giovane. Poi Lecco."), "coach");
}

TEST(Careers, APlaceInASquadIsAnothers) {
  const std::string coach = "Aldo Rossi è un allenatore. La squadra è forte, ";
  EXPECT_EQ(told_at_end(coach + "con Aldo Neri, Ugo Verdi, Ivo Gialli, Pio Bruni e Gino Rosi fra i "
                                "pali."),
            "coach");
  EXPECT_EQ(told_at_end(coach + "con Aldo Neri e Ugo Verdi fra i pali."), "player");
}

}  // namespace
}  // namespace panchina
