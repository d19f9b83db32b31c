#include "lexicon/vocabulary.h"

#include <gtest/gtest.h>

#include <string>

namespace panchina {
namespace {

TEST(Vocabulary, GivesEachWordOneIdFromOneOn) {
  Vocabulary vocabulary;
  const Index a = vocabulary.add("panchina");
  EXPECT_EQ(a, 1u);
  EXPECT_EQ(vocabulary.add("tecnico"), 2u);
  EXPECT_EQ(vocabulary.add("panchina"), a);
  EXPECT_EQ(vocabulary.find("panchina"), a);
  EXPECT_EQ(vocabulary.find("panchine"), 0u);
  EXPECT_EQ(vocabulary.word(a), "panchina");
  EXPECT_EQ(vocabulary.find(""), 0u);
  EXPECT_EQ(vocabulary.word(0), "");
}

TEST(Vocabulary, KeepsItsIdsWhenItGrows) {
  Vocabulary vocabulary;
  constexpr int kWords = 200'000;
  for (int i = 0; i < kWords; ++i) vocabulary.add("word" + std::to_string(i));
  EXPECT_EQ(vocabulary.size(), kWords + 1u);
  for (int i = 0; i < kWords; i += 997) {
    const Index id = vocabulary.find("word" + std::to_string(i));
    ASSERT_NE(id, 0u) << i;
    EXPECT_EQ(vocabulary.word(id), "word" + std::to_string(i));
  }
  EXPECT_EQ(vocabulary.find("word200000"), 0u);
}

TEST(Vocabulary, TellsWordsOfAllLengthsFromTheirBeginnings) {
  const std::string longest = "precipitevolissimevolmente";
  Vocabulary vocabulary;
  for (std::size_t size = 1; size <= longest.size(); size += 2) {
    vocabulary.add(longest.substr(0, size));
  }
  for (std::size_t size = 1; size <= longest.size(); ++size) {
    const std::string word = longest.substr(0, size);
    const Index id = vocabulary.find(word);
    if (size % 2 == 0) {
      EXPECT_EQ(id, 0u) << word;
    } else {
      EXPECT_EQ(vocabulary.word(id), word);
    }
  }
}

}  // namespace
}  // namespace panchina
