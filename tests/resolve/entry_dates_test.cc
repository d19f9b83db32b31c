// Entry dates: which line of a curriculum holds the time of a post.
#include "resolve/career/entry_dates.h"

#include <gtest/gtest.h>

#include "annotate/stages.h"
#include "document/edtf.h"
#include "resolve/time/story.h"

namespace panchina {
namespace {

struct EntryCase {
  const char* text;
  const char* words;  // of the post, once in the text
  const char* date;   // "": it belongs to no entry
};

class EntryOfPost : public testing::TestWithParam<EntryCase> {};

TEST_P(EntryOfPost, AreThoseOfTheLineBeside) {
  const auto& [text, words, date] = GetParam();
  const auto& stages = AnnotateStages::get();
  Document document = stages.annotated(text);
  document.published = *parse_edtf("2023-05-10");
  evaluate_dates(document, stages.lexicon);
  Index sentence = kNoIndex;
  for (Index s = 0; s < document.sentences.size(); ++s) {
    const IndexRange tokens = document.sentences[s].tokens;
    const NormSpan span{document.tokens[tokens.begin].span.begin,
                        document.tokens[tokens.end - 1].span.end};
    if (document.text.norm(span).find(words) != std::string_view::npos) sentence = s;
  }
  ASSERT_NE(sentence, kNoIndex) << words;
  const DateValue* found = EntryDates(document, stages.lexicon).of(sentence);
  EXPECT_EQ(found == nullptr ? "" : found->edtf, date) << text;
}

constexpr const char* kDatesFirst =
    "Aldo Rossi\n\n07/2021 - 10/2022\n\nU.S. Lecco. Allenatore\n\n2017-2019\n\nU.S. Como. "
    "Vice\n";
constexpr const char* kClubsFirst =
    "Aldo Rossi\n\nAllenatore - U.S. Lecco\n\n07/2021 - 10/2022\n\nVice - U.S. Como\n\n2017-2019\n";

INSTANTIATE_TEST_SUITE_P(
    Curricula, EntryOfPost,
    testing::Values(
        EntryCase{kDatesFirst, "Lecco", "2021-07/2022-10"},
        EntryCase{kDatesFirst, "Como", "2017/2019"},
        // Between two spans: as the section begins.
        EntryCase{kClubsFirst, "Lecco", "2021-07/2022-10"},
        EntryCase{kClubsFirst, "Como", "2017/2019"},
        // What stands under a line is of its entry.
        EntryCase{
            "Aldo Rossi\n\nStagione 2017-18\n\nHa guidato per "
            "tutta la stagione la prima squadra, con la quale ha vinto il campionato di quella "
            "categoria.\n",
            "campionato", "2017-07/2018-06"},
        // A lone year heads other things too; so do lines that say more than a time.
        EntryCase{"Aldo Rossi\n\n2017\n\nAllenatore - U.S. Lecco\n", "Lecco", ""},
        EntryCase{"Aldo Rossi\n\nCorso di Coverciano 2017-2019\n\nAllenatore - U.S. Lecco\n",
                  "Lecco", ""},
        EntryCase{"Allenatore - U.S. Lecco\n", "Lecco", ""}));

}  // namespace
}  // namespace panchina
