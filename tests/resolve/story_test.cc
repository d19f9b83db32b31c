// Story dates: what the dates of a text are seen from.
#include "resolve/story.h"

#include <gtest/gtest.h>

#include "annotate/stages.h"
#include "document/edtf.h"

namespace panchina {
namespace {

struct Case {
  const char* published;  // "": not known
  const char* text;
  const char* dates;  // value of each date, in text order
};

class Story : public testing::TestWithParam<Case> {};

TEST_P(Story, DatesAreSeenFromIt) {
  const auto& stages = AnnotateStages::get();
  Document document = stages.annotated(GetParam().text);
  if (*GetParam().published != '\0') document.published = *parse_edtf(GetParam().published);
  evaluate_dates(document, stages.lexicon);
  std::string dates;
  for (const DateValue& value : document.date_values) {
    if (!dates.empty()) dates += ' ';
    dates += value.edtf;
  }
  EXPECT_EQ(dates, GetParam().dates) << GetParam().text;
}

// The one season of the title dates the days of an old tale, also where weekdays stand in it.
INSTANTIATE_TEST_SUITE_P(
    TitleSeason, Story,
    testing::Values(
        Case{"2020-05-10",
             "La Coppa Italia 1981-82\n\nIl Bari non giocava una finale dal 22 dicembre 1965. Il 7 "
             "aprile il Bari batté il Lecce, il 5 maggio il Pisa.",
             "1981-07/1982-06 1965-12-22 1982-04-07 1982-05-05"},
        Case{"2020-05-10",
             "La Coppa Italia 1981-82\n\nIl Bari non giocava una finale dal 22 dicembre 1965. Il 7 "
             "aprile il Bari batté il Lecce, il 5 maggio il Pisa. Era domenica.",
             "1981-07/1982-06 1965-12-22 1982-04-07 1982-05-05 1982-05-09"}));

}  // namespace
}  // namespace panchina
