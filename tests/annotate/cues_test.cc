#include "annotate/cues.h"

#include <gtest/gtest.h>

#include <fstream>

namespace panchina {
namespace {

std::filesystem::path rules_with(const std::string& cues) {
  const auto dir = std::filesystem::path(testing::TempDir()) / "cues_rules";
  std::filesystem::create_directories(dir / "words");
  std::ofstream(dir / "words" / "cues.toml") << cues;
  return dir;
}

TEST(Cues, GiveAWordAllItsClasses) {
  Vocabulary vocabulary;
  const Cues cues = Cues::load(PANCHINA_SOURCE_DIR "/rules", vocabulary).value();
  const Index il = vocabulary.find("il");
  EXPECT_TRUE(cues.is(il, CueClass::kMasculineArticle));
  EXPECT_TRUE(cues.is(il, CueClass::kBareArticle));
  EXPECT_FALSE(cues.is(il, CueClass::kTitle));
  EXPECT_EQ(cues.of(0), 0u);
}

TEST(Cues, KnowHowNamesOfClubsEnd) {
  Vocabulary vocabulary;
  const Cues cues = Cues::load(PANCHINA_SOURCE_DIR "/rules", vocabulary).value();
  EXPECT_EQ(cues.ending_of("Lucchese"), NameEnding::kDemonym);
  EXPECT_EQ(cues.ending_of("Fermana"), NameEnding::kFeminine);
  EXPECT_EQ(cues.ending_of("Fidentina"), NameEnding::kAmbiguous);
  EXPECT_EQ(cues.ending_of("Como"), NameEnding::kNone);
}

TEST(Cues, ReportAllMistakesAtOnce) {
  Vocabulary vocabulary;
  const auto loaded =
      Cues::load(rules_with("[titel]\nwords = \"sig\"\n[title]\nword = \"sig\"\n"), vocabulary);
  ASSERT_FALSE(loaded.has_value());
  std::string codes;
  for (const Diagnostic& diagnostic : loaded.error()) codes += diagnostic.code + " ";
  EXPECT_NE(codes.find("unknown-class"), std::string::npos);
  EXPECT_NE(codes.find("no-words"), std::string::npos);
  EXPECT_NE(codes.find("no-class"), std::string::npos);
}

TEST(Cues, TellWhereTheFileIsBroken) {
  Vocabulary vocabulary;
  const auto loaded = Cues::load(rules_with("[title\n"), vocabulary);
  ASSERT_FALSE(loaded.has_value());
  EXPECT_EQ(loaded.error().front().code, "toml-syntax");
  EXPECT_EQ(loaded.error().front().place.line, 1u);
}

}  // namespace
}  // namespace panchina
