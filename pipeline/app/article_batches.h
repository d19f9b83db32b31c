// ArticleBatches: the articles of a source in batches. A worker takes every stage through a whole
// batch before the next stage begins: what a stage reads of rules and words is far larger than what
// a processor keeps near, and one short article after another would fetch all of it each time.
// Thread rule: one thread at a time.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "read/article.h"
#include "read/article_source.h"

namespace panchina {

class ArticleBatches {
 public:
  // Articles that the batches of all workers hold at most, one each aside: they stay in memory
  // until they are written.
  static constexpr std::size_t kMost = 64;

  // `source` outlives it.
  ArticleBatches(ArticleSource& source, unsigned workers) : source_(source), workers_(workers) {}

  // The next batch, never empty; false: the end, a signal to stop, or what failed() tells. The
  // first batches are small: one worker's last batch is small beside what all have done before, and
  // the first events come early. A batch ends sooner where its articles are long, or
  // long in coming.
  bool next(std::vector<ArticleInput>& batch);

  // What was fatal for the source.
  const std::optional<ArticleError>& failed() const { return failed_; }

 private:
  // False: no more.
  bool add(std::vector<ArticleInput>& batch);

  ArticleSource& source_;
  std::size_t workers_;
  std::size_t taken_ = 0;
  std::optional<ArticleError> failed_;
  bool at_end_ = false;
};

}  // namespace panchina
