// The bytes of a file piece by piece, decompressed on the way (.gz with any number of members,
// .zst). A file that unpacks to more than 200 times its size is refused ("compression-ratio"): no
// text does that, and an archive bomb does. Thread rule: belongs to one thread.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"
#include "read/article.h"

namespace panchina {

class Decompressor;

class ByteStream {
 public:
  // "-" is standard input.
  static Result<ByteStream, ArticleError> open(const std::string& path, Compression compression);
  ByteStream(ByteStream&& other) noexcept;
  ByteStream& operator=(ByteStream&& other) noexcept;
  ByteStream(const ByteStream&) = delete;
  ByteStream& operator=(const ByteStream&) = delete;
  ~ByteStream();

  // The next piece, valid until the next call; empty at the end. After an error: the end.
  Result<std::string_view, ArticleError> next();

  // Whether next() would wait for a writer: a pipe or a terminal with nothing in it.
  bool would_wait() const;

 private:
  ByteStream();
  Result<std::string_view, ArticleError> read_piece();

  std::string path_;
  int descriptor_ = -1;
  std::unique_ptr<Decompressor> decompressor_;  // null: not compressed
  std::string piece_;                           // as read
  std::string unpacked_;
  std::string_view rest_;  // of piece_, not yet unpacked
  bool at_end_ = false;    // of the file
  bool failed_ = false;
};

// All of `bytes` unpacked; more than `limit` bytes are "too-large". `where` is for messages.
Result<std::string, ArticleError> decompressed(std::string_view bytes, Compression compression,
                                               std::size_t limit, const std::string& where);

}  // namespace panchina
