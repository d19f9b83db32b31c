// One compressed stream, unpacked step by step by zlib or zstd. Thread rule: belongs to one thread.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"
#include "read/article.h"

namespace panchina {

class Decompressor {
 public:
  // `where` names the file in messages.
  Decompressor(Compression compression, std::string where);
  ~Decompressor();
  Decompressor(const Decompressor&) = delete;
  Decompressor& operator=(const Decompressor&) = delete;

  struct Step {
    std::size_t consumed = 0;  // bytes of the input
    std::size_t written = 0;   // bytes of the room
  };
  // Unpacks some of `input` into `room` (`size` bytes). Codes: bad-compression, compression-ratio.
  Result<Step, ArticleError> step(std::string_view input, char* room, std::size_t size);
  // Whether the input may end here: between members, or before the first.
  bool complete() const { return complete_; }

 private:
  struct Zlib;
  struct Zstd;
  Result<Step, ArticleError> step_zlib(std::string_view input, char* room, std::size_t size);
  Result<Step, ArticleError> step_zstd(std::string_view input, char* room, std::size_t size);
  ArticleError broken(const char* reason) const;

  std::string where_;
  std::unique_ptr<Zlib> zlib_;
  std::unique_ptr<Zstd> zstd_;
  std::uint64_t consumed_ = 0;
  std::uint64_t written_ = 0;
  bool complete_ = true;
};

}  // namespace panchina
