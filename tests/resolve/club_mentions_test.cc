// Club mentions: not those of the name of a site or paper in the first line.
#include "resolve/entity/club_mentions.h"

#include <gtest/gtest.h>

#include "annotate/stages.h"
#include "resolve/entity/entities.h"

namespace panchina {
namespace {

// The ids of the clubs that the text mentions.
std::string mentioned(const std::string& text) {
  const auto& stages = AnnotateStages::get();
  Document document = stages.annotated(text);
  const EntityView entities =
      find_entities(document, stages.lexicon, [](const Hit&) { return true; });
  add_club_mentions(document, entities, stages.lexicon);
  std::string out;
  for (const Event& event : document.events) {
    if (!out.empty()) out += ' ';
    out += std::get<std::string>(event.args[arg_index(EventType::kClub, "club")]);
  }
  return out;
}

TEST(ClubMentions, NotTheNameOfAStationOrPaper) {
  EXPECT_EQ(mentioned("RADIO LECCE - Terzo tempo\nIl Bari ha vinto."), "bari");
  EXPECT_EQ(mentioned("Lecce Today Sport\nIl Bari ha vinto."), "bari");
}

TEST(ClubMentions, NotTheColoursOfASite) {
  EXPECT_EQ(mentioned("CUORE BIANCOROSSO - il sito dei tifosi del Bari\nIl Bari ha vinto."),
            "bari bari");
}

TEST(ClubMentions, AHeadLineIsRead) {
  EXPECT_EQ(mentioned("Il Lecce cambia: oggi la firma\nIl Bari ha vinto."), "lecce bari");
  EXPECT_EQ(mentioned("LECCE CALCIO - LA STORIA\nIl Bari ha vinto."), "lecce bari");
}

}  // namespace
}  // namespace panchina
