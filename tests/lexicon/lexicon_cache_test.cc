// A lexicon kept in a file from one run to the next.
#include "lexicon/lexicon_cache.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <string>

#include "base/build_id.h"
#include "base/file.h"
#include "lexicon_fixture.h"

namespace panchina {
namespace {

class LexiconCache : public testing::Test {
 protected:
  void SetUp() override {
    file_ =
        std::filesystem::path(testing::TempDir()) /
        (std::string("panchina_") + testing::UnitTest::GetInstance()->current_test_info()->name()) /
        "lexicon";
    std::filesystem::remove_all(file_.parent_path());
    write_lexicon_cache(file_, "key", loaded_lexicon().vocabulary, loaded_lexicon().lexicon);
  }
  void TearDown() override { std::filesystem::remove_all(file_.parent_path()); }

  bool read(std::string_view key) { return read_lexicon_cache(file_, key, vocabulary_, lexicon_); }
  std::string content() const { return *read_file(file_.string()); }
  void write(std::string_view bytes) const {
    auto out = AtomicFile::create(file_.string());
    ASSERT_TRUE(out && out->write(bytes) && out->commit());
  }

  std::filesystem::path file_;
  Vocabulary vocabulary_;
  Lexicon lexicon_;
};

TEST_F(LexiconCache, GivesBackEveryWordAndEntry) {
  ASSERT_TRUE(read("key"));
  const Lexicon& lexicon = loaded_lexicon().lexicon;
  ASSERT_EQ(vocabulary_.size(), loaded_lexicon().vocabulary.size());
  for (Index word = 1; word < vocabulary_.size(); ++word) {
    ASSERT_EQ(vocabulary_.word(word), loaded_lexicon().vocabulary.word(word));
    ASSERT_EQ(vocabulary_.find(vocabulary_.word(word)), word);
    ASSERT_EQ(lexicon_.readings(word).size(), lexicon.readings(word).size());
    ASSERT_EQ(lexicon_.demonyms(word).size(), lexicon.demonyms(word).size());
    ASSERT_EQ(lexicon_.preposition(word), lexicon.preposition(word));
    ASSERT_EQ(lexicon_.number_word(word), lexicon.number_word(word));
  }
  ASSERT_EQ(lexicon_.clubs().size(), lexicon.clubs().size());
  for (Index club = 0; club < lexicon.clubs().size(); ++club) {
    ASSERT_EQ(lexicon_.find_club(lexicon.clubs()[club].id), club);
    ASSERT_EQ(lexicon_.clubs()[club].city, lexicon.clubs()[club].city);
  }
  EXPECT_EQ(lexicon_.inflections("squadra", vocabulary_),
            lexicon.inflections("squadra", loaded_lexicon().vocabulary));
  const auto found = [](const Lexicon& in, std::string_view text) {
    std::vector<LexiconHit> hits;
    in.find_forms(scanned(text), 0, hits);
    return hits.size();
  };
  for (const char* text : {"Juventus", "Calcio Padova", "Coppa Italia", "San Siro", "secondo"}) {
    EXPECT_EQ(found(lexicon_, text), found(lexicon, text)) << text;
  }
}

TEST_F(LexiconCache, IsTheSameFileAgain) {
  ASSERT_TRUE(read("key"));
  const std::string first = content();
  write_lexicon_cache(file_, "key", loaded_lexicon().vocabulary, loaded_lexicon().lexicon);
  EXPECT_TRUE(content() == first);
}

TEST_F(LexiconCache, IsNotReadWithAnotherKey) {
  EXPECT_FALSE(read("kez"));
  EXPECT_FALSE(read(""));
  EXPECT_TRUE(lexicon_.clubs().empty());
}

TEST_F(LexiconCache, IsNotReadWhereAByteIsWrongOrMissing) {
  const std::string whole = content();
  std::string spoiled = whole;
  spoiled[spoiled.size() / 2] ^= 1;
  for (const std::string& bytes : {spoiled, whole.substr(0, whole.size() - 1), whole + "x",
                                   std::string("panchina lexicon key"), std::string()}) {
    write(bytes);
    EXPECT_FALSE(read("key")) << bytes.size();
  }
  EXPECT_TRUE(lexicon_.clubs().empty());
  write(whole);
  EXPECT_TRUE(read("key"));
}

TEST_F(LexiconCache, IsNotThereWhereItCannotBeWritten) {
  const std::filesystem::path below_a_file = file_ / "deeper" / "lexicon";
  write_lexicon_cache(below_a_file, "key", vocabulary_, lexicon_);
  EXPECT_FALSE(read_lexicon_cache(below_a_file, "key", vocabulary_, lexicon_));
}

TEST(BuildId, IsOfThisProgram) {
  EXPECT_GE(build_id().size(), 16u);
  EXPECT_EQ(build_id(), build_id());
}

}  // namespace
}  // namespace panchina
