#include "read/record_stream.h"

#include <algorithm>

namespace panchina {

std::size_t RecordStream::find_end() {
  if (shape_ == Shape::kLines) {
    const std::size_t end = held_.find('\n', scanned_);
    scanned_ = end == std::string::npos ? held_.size() : end;
    return end;
  }
  for (; scanned_ < held_.size(); ++scanned_) {
    scanned_ = held_.find_first_of("\"\n", scanned_);
    if (scanned_ == std::string::npos) {
      scanned_ = held_.size();
      return std::string::npos;
    }
    if (held_[scanned_] == '"') {
      quoted_ = !quoted_;
    } else if (!quoted_) {
      return scanned_;
    } else {
      ++lines_inside_;
    }
  }
  return std::string::npos;
}

Result<Record, ArticleError> RecordStream::read_record() {
  Record record;
  record.line = line_;
  while (true) {
    const std::size_t end = find_end();
    if (end != std::string::npos || at_end_) {
      const std::size_t stop = end == std::string::npos ? held_.size() : end;
      if (!record.too_large) record.bytes.assign(held_, begin_, stop - begin_);
      begin_ = scanned_ = std::min(stop + 1, held_.size());
      line_ += 1 + std::exchange(lines_inside_, 0);
      quoted_ = false;
      record.too_large |= record.bytes.size() > limit_;
      if (record.bytes.ends_with('\r')) record.bytes.pop_back();
      return record;
    }
    if (held_.size() - begin_ > limit_) {
      // Its beginning is kept, where its id may stand; the rest is passed over.
      if (!record.too_large)
        record.bytes.assign(held_, begin_, std::min<std::size_t>(limit_, 4096));
      record.too_large = true;
      begin_ = held_.size();
    }
    held_.erase(0, begin_);
    scanned_ -= begin_;
    begin_ = 0;
    const auto piece = bytes_.next();
    if (!piece) {
      at_end_ = true;
      held_.clear();
      begin_ = scanned_ = 0;
      return Unexpected(piece.error());
    }
    at_end_ = piece->empty();
    held_ += *piece;
    if (!started_ && held_.size() >= 3) {
      started_ = true;
      if (held_.starts_with("\xEF\xBB\xBF")) held_.erase(0, 3);
    }
  }
}

Result<std::optional<Record>, ArticleError> RecordStream::next() {
  while (!at_end_ || begin_ < held_.size()) {
    auto record = read_record();
    if (!record) return Unexpected(record.error());
    const bool blank = record->bytes.find_first_not_of(" \t\r\n") == std::string::npos;
    if (!blank || record->too_large) return std::optional<Record>(*std::move(record));
  }
  return std::optional<Record>();
}

}  // namespace panchina
