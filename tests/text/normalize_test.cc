#include <gtest/gtest.h>

#include "italian.h"
#include "text/text.h"

namespace panchina {
namespace {

struct Case {
  const char* raw;
  const char* norm;
};

void expect_all(const std::vector<Case>& cases) {
  for (const Case& c : cases) {
    EXPECT_EQ(Text::normalize(c.raw, italian()).norm(), c.norm) << c.raw;
  }
}

TEST(Normalize, PlainTextStays) {
  expect_all({
      {"", ""},
      {"Ascoli-Treviso 2-1.", "Ascoli-Treviso 2-1."},
      {"L'Ascoli è già primo, perché no?", "L'Ascoli è già primo, perché no?"},
      {"una\triga\ncon 23ª ½ …", "una\triga\ncon 23ª ½ …"},
      {"⚽️ Забил Č", "⚽ Забил Č"},
      {"José, Panamá e Müller", "José, Panamá e Müller"},
  });
}

TEST(Normalize, CellsOfAPrintedTable) {
  expect_all({
      {"! Squadra ! PT ! G !\n!  1 LECCO   ! 20 ! 8 ! (-1)\nForza Lecco !",
       "| Squadra | PT | G |\n|  1 LECCO   | 20 | 8 | (-1)\nForza Lecco !"},
      {"! che gol ! e che parata !", "! che gol ! e che parata !"},
      {"Gol! Gol! Gol! Gol!", "Gol! Gol! Gol! Gol!"},
  });
}

TEST(Normalize, WordsDividedAtLineEnds) {
  expect_all({
      {"Perse il derby del 15 dicem-\nbre, a Lecce.\nPoi",
       "Perse il derby del 15 dicembre,\na Lecce.\nPoi"},
      {"Fu la stagione del Ferenc-\n  városi, quella che lo vide vin-\ncere ancora",
       "Fu la stagione del Ferencvárosi,\nquella che lo vide vincere\nancora"},
      {"Fu al Monza ancora nel 1992-\n93 con i suoi", "Fu al Monza ancora nel 1992-93\ncon i suoi"},
      {"Si gioca domenica Lecce-\nBari alle tre", "Si gioca domenica Lecce-\nBari alle tre"},
      {"Si gioca a Lecce -\nalle tre", "Si gioca a Lecce -\nalle tre"},
      {"ex-\ncapitano", "ex-\ncapitano"},
      {"Perse il derby del 15 dicem–\r\nbre", "Perse il derby del 15 dicembre"},
      {"Perse il derby del 15 dicem-\n\nbre", "Perse il derby del 15 dicem-\n\nbre"},
  });
}

TEST(Normalize, OneKindOfMark) {
  expect_all({
      {"l’Ascoli dell‘Inter d´accordo un`altra 45′", "l'Ascoli dell'Inter d'accordo un'altra 45'"},
      {"«uno» “due” „tre‟ ″quattro″", "\"uno\" \"due\" \"tre\" \"quattro\""},
      {"''uno'' ‘‘due’’ 45''", "\"uno\" \"due\" 45\""},
      {"2 – 1, 2—1, 2−1, 2‑1", "2 - 1, 2-1, 2-1, 2-1"},
      {"a\u00A0b\u2009c\u3000d\u202Fe", "a b c d e"},
      {"uno\r\ndue\rtre\u2028quattro\n", "uno\ndue\ntre\nquattro\n"},
      {"\uFEFFsof\u00ADfice e\u200Bto\u2060", "soffice eto"},
  });
}

TEST(Normalize, ApostropheForAccent) {
  expect_all({
      {"E' nato", "È nato"},
      {"E’ nato", "È nato"},
      {"c'e' chi", "c'è chi"},
      {"piu' che mai, perche' no", "più che mai, perché no"},
      {"PERCHE' PIU' SOCIETA'", "PERCHÉ PIÙ SOCIETÀ"},
      {"citta`", "città"},
      {"Nicolo’ Barella, Forli' e Carru'.", "Nicolò Barella, Forlì e Carrù."},
      {"ventitre' anni, benche'", "ventitré anni, benché"},
      {"ne' l'uno ne' l'altro", "né l'uno né l'altro"},
      {"la verita'\"", "la verità\""},
      {"e'\nfinita", "è\nfinita"},
      {"Cosi'", "Così"},
      {"per\u00ADche' no", "perché no"},
  });
}

TEST(Normalize, OtherApostrophesStay) {
  expect_all({
      {"'90", "'90"},
      {"nel '90-'91", "nel '90-'91"},
      {"’90-’91", "'90-'91"},
      {"d'E", "d'E"},
      {"E'stato", "E'stato"},
      {"un po' di", "un po' di"},
      {"sta' zitto, va' via, fa' presto", "sta' zitto, va' via, fa' presto"},
      {"nell' area", "nell' area"},
      {"90'+4 45'", "90'+4 45'"},
      {"'il Farmacista', disse", "'il Farmacista', disse"},
      {"da ‘solista’ accettando", "da 'solista' accettando"},
      {"‘il Varisto’", "'il Varisto'"},
      {"'la gara e' dura', disse", "'la gara è dura', disse"},
      {"mi' babbo", "mi' babbo"},
      {"fra i pro': 78 vinte", "fra i pro': 78 vinte"},
  });
}

TEST(Normalize, QuoteOpenInAnotherLineShieldsNothing) {
  EXPECT_EQ(Text::normalize("'l'inizio\nla bonta' c'era", italian()).norm(),
            "'l'inizio\nla bontà c'era");
}

TEST(Normalize, WrongAccents) {
  expect_all({
      {"perchè, finchè, nè", "perché, finché, né"},
      {"PERCHÈ", "PERCHÉ"},
      {"é vero, cioé piú", "è vero, cioè più"},
      {"perche\u0300", "perché"},
      {"sè stesso, ma caffé", "sé stesso, ma caffè"},
      {"nè\u200B", "né"},
      {"èx", "èx"},
  });
}

TEST(Normalize, Composes) {
  expect_all({
      {"citta\u0300", "città"},
      {"E\u0300 u\u0308 n\u0303", "È ü ñ"},
      {"a\u0323\u0302", "ậ"},
      {"a\u0302\u0323", "ậ"},
      {"o\u200B\u0301", "ó"},
      {"\u0301x", "\u0301x"},
      {"\u212B", "Å"},
      {"\u1112\u1161\u11AB", "한"},
      {"’\u0301", "'\u0301"},
  });
}

TEST(Normalize, RepairsSureMojibake) {
  expect_all({
      {"perchÃ© Ã¨ cittÃ\u00A0", "perché è città"},
      {"lâ€™Ascoli â€œsÃ¬â€\u009D", "l'Ascoli \"sì\""},
      {"2â€“1 23Âª 5Â°", "2-1 23ª 5°"},
      {"Ãˆ perchÃ¨", "È perché"},
      {"100 â‚¬", "100 €"},
      // Not sure: left alone.
      {"São Paulo, JOÃO, Âge", "São Paulo, JOÃO, Âge"},
      {"ÃƒÂ¨", "ÃƒÂ¨"},
      {"perchÃ©â€™", "perché'"},
      {"piuâ€™ di", "più di"},
  });
}

TEST(Normalize, ReadsCharacterReferences) {
  expect_all({
      {"l&#8217;Ascoli &egrave; gi&agrave; primo", "l'Ascoli è già primo"},
      {"l&#x2019;Inter, l&#146;Inter", "l'Inter, l'Inter"},
      {"&laquo;Bari&raquo;&nbsp;2&ndash;1", "\"Bari\" 2-1"},
      {"Rossi &amp; C., Rossi & C.", "Rossi & C., Rossi & C."},
      {"citt&amp;agrave; e Marted&igrave;", "città e Martedì"},
      {"AT&T; &boh; &#0; &#xD800; & &;", "AT&T; &boh; &#0; &#xD800; & &;"},
  });
}

TEST(Normalize, EmptyTablesLeaveWordsAlone) {
  EXPECT_EQ(Text::normalize("E’ perchè", NormalizationTables{}).norm(), "E' perchè");
}

TEST(Normalize, ManyMarksOnOneLetterStayAndAreCopiedInLinearTime) {
  std::string raw = "a";
  for (int i = 0; i < 100000; ++i) raw += "\u0301\u0316";
  EXPECT_EQ(Text::normalize(raw, italian()).norm(), raw);
}

TEST(NormalizationTables, LoadReportsAllMistakes) {
  const std::string path = testing::TempDir() + "bad_normalize.toml";
  std::FILE* file = std::fopen(path.c_str(), "w");
  ASSERT_NE(file, nullptr);
  std::fputs("[accents]\na = \"b\"\n[words2]\n", file);
  std::fclose(file);
  const auto loaded = NormalizationTables::load(path);
  ASSERT_FALSE(loaded.has_value());
  ASSERT_EQ(loaded.error().size(), 2u);
  EXPECT_EQ(loaded.error()[0].code, "bad-accent");
  EXPECT_EQ(loaded.error()[0].place.line, 2u);
  EXPECT_EQ(loaded.error()[1].code, "unknown-key");
  EXPECT_EQ(loaded.error()[1].place.line, 3u);
}

TEST(NormalizationTables, LoadReportsSyntaxAndMissingFiles) {
  EXPECT_EQ(NormalizationTables::load("/nowhere/at/all.toml").error()[0].code, "not-found");
}

}  // namespace
}  // namespace panchina
