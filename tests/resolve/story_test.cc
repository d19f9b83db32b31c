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

// What is fixed lies ahead, what was played does not.
INSTANTIATE_TEST_SUITE_P(
    Plans, Story,
    testing::Values(
        Case{"2021-07-06", "Il Lecce riparte. Raduno fissato per il 26 luglio.", "2021-07-26"},
        Case{"2021-08-06", "Il Lecce riparte dopo la gara giocata il 26 luglio.", "2021-07-26"}));

// Lines that open with a day follow each other in time, whatever is told between them.
INSTANTIATE_TEST_SUITE_P(
    Diary, Story,
    testing::Values(
        Case{"2023-05-30",
             "I cambi\n\n12 settembre: il Lecce esonera Rossi, già al Bari dal 2018 al 2020.\n\n3 "
             "ottobre: via Neri.\n\n9 gennaio: ancora Lecce.",
             "2022-09-12 2018/2020 2022-10-03 2023-01-09"},
        Case{"2023-05-30",
             "Il calendario\n\n4 giugno: Lecce-Bari.\n\n11 giugno: Bari-Como.\n\n18 "
             "giugno: Como-Lecce.",
             "2023-06-04 2023-06-11 2023-06-18"},
        Case{"2011-07-20",
             "Stagione 2010-11\n\nSettembre. Avvio da incubo.\n\nOttobre. Via Rossi."
             "\n\nMaggio. La salvezza.",
             "2010-07/2011-06 2010-09 2010-10 2011-05"}));

}  // namespace
}  // namespace panchina
