#include "app/article_batches.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <string>
#include <vector>

#include "read/folder.h"

namespace panchina {
namespace {

class ArticleBatchesTest : public FolderTest {
 protected:
  void write(int number, std::size_t bytes) const {
    put(std::to_string(10000 + number) + ".txt", std::string(bytes, 'a'));
  }

  // How many articles each batch holds; all articles come once, in their order.
  std::vector<std::size_t> sizes(unsigned workers) const {
    ArticleSource source(options());
    ArticleBatches batches(source, workers);
    std::vector<std::size_t> out;
    std::vector<ArticleInput> batch;
    int number = 0;
    while (batches.next(batch)) {
      for (const ArticleInput& input : batch) {
        EXPECT_EQ(input.doc, std::to_string(10000 + number++) + ".txt");
      }
      out.push_back(batch.size());
    }
    EXPECT_FALSE(batches.failed());
    return out;
  }
};

TEST_F(ArticleBatchesTest, NoBatchIsLargeBesideWhatWasTakenBefore) {
  for (int i = 0; i < 500; ++i) write(i, 10);
  for (const unsigned workers : {1u, 4u}) {
    std::size_t taken = 0;
    for (const std::size_t size : sizes(workers)) {
      EXPECT_LE(size, std::max<std::size_t>(1, taken / (2 * workers)));
      EXPECT_LE(size, ArticleBatches::kMost / workers);
      taken += size;
    }
    EXPECT_EQ(taken, 500u);
  }
}

TEST_F(ArticleBatchesTest, LongArticlesAreBatchesOfTheirOwn) {
  for (int i = 0; i < 20; ++i) write(i, std::size_t{300} << 10);
  EXPECT_EQ(sizes(1), std::vector<std::size_t>(20, 1));
}

TEST_F(ArticleBatchesTest, WhatHasComeDoesNotWaitForWhatMayCome) {
  int ends[2];
  ASSERT_EQ(::pipe(ends), 0);
  const int before = ::dup(STDIN_FILENO);
  ASSERT_EQ(::dup2(ends[0], STDIN_FILENO), STDIN_FILENO);
  const auto send = [&](int records) {
    for (int i = 0; i < records; ++i) {
      const std::string line = "{\"text\": \"Uno.\"}\n";
      EXPECT_EQ(::write(ends[1], line.data(), line.size()), static_cast<ssize_t>(line.size()));
    }
  };
  ReadOptions options;
  options.paths = {"-"};
  options.standard_input = StandardInput::kJsonLines;
  ArticleSource source(options);
  ArticleBatches batches(source, 1);
  std::vector<ArticleInput> batch;
  std::size_t taken = 0;
  for (int round = 0; round < 8; ++round) {
    send(8);  // and the pipe stays open
    for (const std::size_t until = taken + 8; taken < until; taken += batch.size()) {
      ASSERT_TRUE(batches.next(batch));
    }
  }
  ::close(ends[1]);
  EXPECT_FALSE(batches.next(batch));
  EXPECT_EQ(taken, 64u);
  ::dup2(before, STDIN_FILENO);
  ::close(before);
  ::close(ends[0]);
}

TEST_F(ArticleBatchesTest, NoArticlesAreNoBatch) { EXPECT_TRUE(sizes(2).empty()); }

TEST_F(ArticleBatchesTest, WhatIsNotThereIsFatal) {
  ReadOptions options;
  options.paths = {(folder_ / "none").string()};
  ArticleSource source(options);
  ArticleBatches batches(source, 1);
  std::vector<ArticleInput> batch;
  EXPECT_FALSE(batches.next(batch));
  EXPECT_TRUE(batches.failed());
}

}  // namespace
}  // namespace panchina
