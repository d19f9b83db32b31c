#include "app/article_batches.h"

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <utility>

#include "app/signals.h"

namespace panchina {
namespace {

constexpr std::uintmax_t kMostBytes = std::uintmax_t{256} << 10;
constexpr std::chrono::milliseconds kLongest(50);

std::uintmax_t size_of(const ArticleInput& input) {
  if (!input.record.empty() || input.problem) return input.record.size();
  std::error_code failed;
  const std::uintmax_t size = std::filesystem::file_size(input.path, failed);
  return failed ? 0 : size;
}

}  // namespace

bool ArticleBatches::add(std::vector<ArticleInput>& batch) {
  Result<std::optional<ArticleInput>, ArticleError> next = source_.next();
  if (!next) failed_ = std::move(next.error());
  at_end_ = failed_ || !*next;
  if (!at_end_) batch.push_back(std::move(**next));
  return !at_end_;
}

bool ArticleBatches::next(std::vector<ArticleInput>& batch) {
  batch.clear();
  const std::size_t largest = std::max<std::size_t>(kMost / workers_, 1);
  const std::size_t most = std::clamp<std::size_t>(taken_ / (2 * workers_), 1, largest);
  const auto begin = std::chrono::steady_clock::now();
  std::uintmax_t bytes = 0;
  while (!at_end_ && stop_signal() == 0 && batch.size() < most && bytes < kMostBytes &&
         std::chrono::steady_clock::now() - begin < kLongest) {
    if (!batch.empty() && source_.may_wait()) break;
    if (add(batch)) bytes += size_of(batch.back());
  }
  taken_ += batch.size();
  return !batch.empty();
}

}  // namespace panchina
