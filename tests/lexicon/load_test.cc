// Loading: records, and what is said of wrong files.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "lexicon/lexicon.h"
#include "lexicon/record_reader.h"

namespace panchina {
namespace {

TEST(RecordReader, HoldsTheFlatFieldsOfAnObject) {
  RecordReader record;
  ASSERT_TRUE(record.read(
      R"({"id": "x", "names": ["a", "b"], "deep": {"id": "no", "l": ["c"]}, "flag": true, "n": 3,)"
      R"( "none": null, "objects": [{"form": "d"}, ["e"], "f"]})"));
  EXPECT_EQ(record.text("id"), "x");
  EXPECT_THAT(record.texts("names"), testing::ElementsAre("a", "b"));
  EXPECT_TRUE(record.flag("flag"));
  EXPECT_EQ(record.number("n", 0), 3);
  EXPECT_EQ(record.text("none"), "");
  EXPECT_EQ(record.number("none", 7), 7);
  EXPECT_THAT(record.texts("objects"), testing::ElementsAre("f"));
  EXPECT_EQ(record.text("l"), "");
  ASSERT_TRUE(record.read(R"({"other": "y"})"));
  EXPECT_EQ(record.text("id"), "");
  EXPECT_TRUE(record.texts("names").empty());
}

TEST(RecordReader, RefusesWhatIsNoObject) {
  RecordReader record;
  for (const char* line : {"", "{", "[1]", "\"id\"", "{\"id\": }", "{\"id\": \"x\"} {"}) {
    EXPECT_FALSE(record.read(line)) << line;
    EXPECT_EQ(record.text("id"), "");
  }
}

// A copy of the rules whose files a test spoils.
class SpoiledRules : public testing::Test {
 protected:
  void SetUp() override {
    dir_ = std::filesystem::temp_directory_path() /
           ("panchina_lexicon_" +
            std::string(testing::UnitTest::GetInstance()->current_test_info()->name()));
    std::filesystem::remove_all(dir_);
    const std::filesystem::path rules = std::string(PANCHINA_SOURCE_DIR) + "/rules";
    for (const char* folder : {"lexicon", "words"}) {
      std::filesystem::create_directories(dir_ / folder);
      std::filesystem::copy(rules / folder, dir_ / folder,
                            std::filesystem::copy_options::recursive);
    }
  }
  void TearDown() override { std::filesystem::remove_all(dir_); }
  void append(const char* file, const char* line) {
    std::ofstream(dir_ / file, std::ios::app) << line << '\n';
  }
  std::vector<std::string> codes() {
    Vocabulary vocabulary;
    auto result = Lexicon::load(dir_, vocabulary);
    std::vector<std::string> out;
    if (result) return out;
    for (const Diagnostic& diagnostic : result.error()) {
      out.push_back(diagnostic.code + " " +
                    std::filesystem::path(diagnostic.place.file).filename().string());
    }
    return out;
  }
  std::filesystem::path dir_;
};

TEST_F(SpoiledRules, LoadWhereNothingIsWrong) { EXPECT_TRUE(codes().empty()); }

TEST_F(SpoiledRules, ReportAllMistakesAtOnce) {
  append("lexicon/clubs.jsonl", R"({"id": "juventus", "name": "Juventus"})");
  append("lexicon/clubs.jsonl", R"({"name": "Nameless"})");
  append("lexicon/stadiums.jsonl", "no json");
  append("lexicon/epithets.jsonl", R"({"form": "x", "kinds": [], "clubs": ["no-such-club"]})");
  append("words/verbs.toml", "[verb.zufolo]\nlike = \"tenere\"");
  append("words/nouns.toml", "[noun");
  std::filesystem::remove(dir_ / "lexicon/places.txt");
  EXPECT_THAT(codes(),
              testing::UnorderedElementsAre(
                  "duplicate-id clubs.jsonl", "missing-id clubs.jsonl", "bad-record stadiums.jsonl",
                  "unknown-club epithets.jsonl", "not-found places.txt", "bad-verb verbs.toml",
                  "bad-verb verbs.toml", "toml-syntax nouns.toml"));
}

}  // namespace
}  // namespace panchina
