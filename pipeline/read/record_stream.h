// The records of a file that holds many articles: JSON lines, CSV. Streamed: never more than one
// record and one piece of the file are held. Thread rule: belongs to one thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "base/result.h"
#include "read/byte_stream.h"

namespace panchina {

struct Record {
  std::string bytes;       // without its line end
  std::uint64_t line = 0;  // where it begins, from 1
  bool too_large = false;  // more than the limit: `bytes` is only its beginning
};

class RecordStream {
 public:
  enum class Shape { kLines, kCsv };
  RecordStream(ByteStream bytes, Shape shape, std::size_t limit)
      : bytes_(std::move(bytes)), shape_(shape), limit_(limit) {}

  // The next record that is not blank; none at the end. A UTF-8 BOM at the beginning is left out.
  // After an error: the end.
  Result<std::optional<Record>, ArticleError> next();

  // Whether next() may wait for a writer (ByteStream::would_wait).
  bool may_wait() const { return bytes_.would_wait(); }

 private:
  // The end of the record at begin_ in what is held; npos: not yet there.
  std::size_t find_end();
  Result<Record, ArticleError> read_record();

  ByteStream bytes_;
  Shape shape_;
  std::size_t limit_;
  std::string held_;
  std::size_t begin_ = 0;    // of the record, in held_
  std::size_t scanned_ = 0;  // up to here there is no end
  bool quoted_ = false;      // at scanned_, CSV
  std::uint64_t line_ = 1;
  std::uint64_t lines_inside_ = 0;
  bool started_ = false;
  bool at_end_ = false;
};

}  // namespace panchina
