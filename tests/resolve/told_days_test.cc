// Told days: weekdays of a week told in the present tense, years of pages of this day.
#include "resolve/time/told_days.h"

#include <gtest/gtest.h>

#include "annotate/stages.h"
#include "document/edtf.h"

namespace panchina {
namespace {

// Whether the first date of the text leads to the past.
bool leads(const std::string& text) {
  const auto& stages = AnnotateStages::get();
  Document document = stages.annotated(text);
  document.published = *parse_edtf("2014-03-16");
  const TenseReader tenses(document, stages.lexicon);
  return !document.dates.empty() &&
         leads_to_past(document, tenses, 0, sentence_at(document, document.dates[0].first_token));
}

TEST(ToldDays, AWeekInThePresentLeadsToItsPast) {
  EXPECT_TRUE(leads("Mercoledì il presidente incontra Rossi. Venerdì ha vinto il Lecco."));
  EXPECT_TRUE(leads(
      "Mercoledì il presidente incontra Rossi. Giovedì lo chiama. Venerdì ha vinto il Lecco."));
  EXPECT_TRUE(
      leads("Mercoledì il presidente vede Rossi. Che ride. Che tace. Venerdì ha vinto il Lecco."));
}

TEST(ToldDays, WhatLiesAheadLeadsToNone) {
  EXPECT_FALSE(leads("Mercoledì il presidente incontra Rossi."));
  EXPECT_FALSE(leads("Mercoledì il presidente incontra Rossi. Venerdì giocherà il Lecco."));
  EXPECT_FALSE(
      leads("Mercoledì il presidente vede Rossi. Che ride. Che tace. Che parla. Venerdì ha "
            "vinto il Lecco."));
  EXPECT_FALSE(leads("Il presidente mercoledì incontra Rossi. Venerdì ha vinto il Lecco."));
  EXPECT_FALSE(leads("Mercoledì ha vinto il Como. Venerdì ha vinto il Lecco."));
  EXPECT_FALSE(leads("Nessun giorno."));
}

TEST(ToldDays, APageSaysThatItIsOfThisDay) {
  const auto& stages = AnnotateStages::get();
  const auto is_page = [&](const std::string& text) {
    return is_page_of_this_day(stages.annotated(text), stages.lexicon);
  };
  EXPECT_TRUE(is_page("ACCADDE OGGI\n\n1937 Nasce a Lecco Aldo Neri, che giocò in riva al lago."));
  EXPECT_FALSE(
      is_page("IL PERSONAGGIO\n\nAccadde a Lecco nel 1937, in riva al lago, e nessuno se "
              "ne ricordò più per gli anni a venire."));
  EXPECT_FALSE(is_page(""));
}

// The value of the last date of the text, published on a 16th of March or as told.
std::string day_of(const std::string& text, const char* published = "2014-03-16") {
  const auto& stages = AnnotateStages::get();
  const Document document = stages.annotated(text);
  if (document.dates.empty()) return "no date";
  const DateExpression& date = document.dates.back();
  const Day day = *published == '\0' ? kNoDay : parse_edtf(published)->earliest;
  const auto value = on_this_day(document, date, sentence_at(document, date.first_token), day);
  return value ? value->edtf : "";
}

TEST(ToldDays, AYearThatOpensAParagraphIsThisDayOfIt) {
  EXPECT_EQ(day_of("1937 Nasce a Lecco Aldo Neri."), "1937-03-16");
  EXPECT_EQ(day_of("ACCADDE OGGI\n\n1937 Nasce a Lecco Aldo Neri."), "1937-03-16");
  EXPECT_EQ(day_of("Nel 1937 nasce a Lecco Aldo Neri."), "");
  EXPECT_EQ(day_of("Aldo Neri nasce a Lecco nel 1937."), "");
  EXPECT_EQ(day_of("1937"), "");
  EXPECT_EQ(day_of("1937 Nasce a Lecco Aldo Neri.", ""), "");
  // No such day in that year.
  EXPECT_EQ(day_of("1937 Nasce a Lecco Aldo Neri.", "2016-02-29"), "");
}

}  // namespace
}  // namespace panchina
