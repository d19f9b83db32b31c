// Passage: whether what a verb tells is the news of the day.
#include "resolve/time/passage.h"

#include <gtest/gtest.h>

#include "annotate/stages.h"
#include "document/edtf.h"

namespace panchina {
namespace {

// Of what the first verb of a paragraph tells.
bool is_news(const std::string& sentence) {
  const auto& stages = AnnotateStages::get();
  const std::string text =
      "Panchine\n\n" + sentence + " La preparazione della squadra in vista della gara di domenica.";
  Document document = stages.annotated(text);
  document.published = *parse_edtf("2019-11-26");
  Hit hit;
  for (Index c = 0; c < document.clauses.size() && hit.trigger == kNoIndex; ++c) {
    const IndexRange units = document.clauses[c].units;
    for (Index u = units.begin; u < units.end && hit.trigger == kNoIndex; ++u) {
      if (verb_of(document, u) == nullptr) continue;
      hit.clause = c;
      hit.trigger = u;
    }
  }
  return Passage(document, stages.lexicon).is_news(hit);
}

TEST(Passage, NewsIsNotWhatWasBefore) {
  EXPECT_TRUE(is_news("Al posto di Elio Neri arriva Ugo Verdi."));
  EXPECT_TRUE(is_news("Al posto di Elio Neri è arrivato Ugo Verdi."));
  EXPECT_FALSE(is_news("Al posto di Elio Neri era arrivato Ugo Verdi."));
  EXPECT_FALSE(is_news("Al posto di Elio Neri arrivava Ugo Verdi."));
}

}  // namespace
}  // namespace panchina
