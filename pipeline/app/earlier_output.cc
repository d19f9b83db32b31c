#include "app/earlier_output.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <charconv>
#include <memory>
#include <utility>
#include <vector>

#include "base/hash.h"
#include "output/json_text.h"

namespace panchina {
namespace {

// Reads a file line by line through one buffer.
class LineReader {
 public:
  explicit LineReader(int file) : file_(file) {}
  // The next line with its '\n', good until the next call; empty at the end. A last line without an
  // end is no line.
  std::string_view next() {
    for (;;) {
      const std::size_t end = held_.find('\n', at_);
      if (end != std::string::npos) {
        const std::string_view line = std::string_view(held_).substr(at_, end + 1 - at_);
        at_ = end + 1;
        return line;
      }
      held_.erase(0, std::exchange(at_, 0));
      const std::size_t before = held_.size();
      held_.resize(before + kChunk);
      const ssize_t count = ::read(file_, held_.data() + before, kChunk);
      held_.resize(before + static_cast<std::size_t>(count > 0 ? count : 0));
      if (count <= 0) return {};
    }
  }

 private:
  static constexpr std::size_t kChunk = 1u << 18;
  int file_;
  std::string held_;
  std::size_t at_ = 0;
};

// What follows `"name":` in a document line that we have written ourselves: in such a line a quote
// inside a string is escaped, so the key cannot stand inside a value.
std::string_view after_key(std::string_view line, std::string_view key) {
  const std::size_t at = line.find(key);
  return at == std::string_view::npos ? std::string_view() : line.substr(at + key.size());
}

std::uint64_t hex_prefix(std::string_view digits) {
  std::uint64_t value = 0;
  digits = digits.substr(0, 16);
  std::from_chars(digits.data(), digits.data() + digits.size(), value, 16);
  return value;
}

constexpr std::string_view kDocument = "{\"type\":\"document\",\"doc\":";

}  // namespace

EarlierOutput EarlierOutput::open(const std::string& path, std::string_view run_line) {
  EarlierOutput earlier;
  earlier.file_ = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  struct stat status = {};
  if (earlier.file_ < 0 || fstat(earlier.file_, &status) != 0 || !S_ISREG(status.st_mode)) {
    return earlier;
  }
  LineReader reader(earlier.file_);
  if (reader.next() != run_line) return earlier;
  std::uint64_t at = run_line.size();
  Place* open = nullptr;
  for (std::string_view line = reader.next(); !line.empty(); line = reader.next()) {
    if (line.starts_with(kDocument)) {
      const std::string_view doc = line.substr(kDocument.size());
      const std::size_t doc_end = doc.find(",\"status\":\"ok\"");
      open = nullptr;
      if (doc_end != std::string_view::npos) {
        open = &earlier.places_[hash64(doc.substr(0, doc_end))];
        *open = {at, 0, hex_prefix(after_key(line, "\"sha256\":\"")), 0};
        const std::string_view events = after_key(line, "\"events\":");
        std::from_chars(events.data(), events.data() + events.size(), open->events);
      }
    }
    at += line.size();
    if (open != nullptr) open->size = at - open->begin;
  }
  return earlier;
}

EarlierOutput::EarlierOutput(EarlierOutput&& other) noexcept
    : file_(std::exchange(other.file_, -1)), places_(std::move(other.places_)) {}

EarlierOutput& EarlierOutput::operator=(EarlierOutput&& other) noexcept {
  std::swap(file_, other.file_);
  std::swap(places_, other.places_);
  return *this;
}

EarlierOutput::~EarlierOutput() {
  if (file_ >= 0) close(file_);
}

std::optional<EarlierOutput::Lines> EarlierOutput::find(std::string_view doc,
                                                        std::string_view sha256) const {
  if (places_.empty() || sha256.empty()) return std::nullopt;
  std::string key;
  append_json(doc, key);
  const auto found = places_.find(hash64(key));
  if (found == places_.end() || found->second.sha256 != hex_prefix(sha256)) return std::nullopt;
  Lines lines;
  lines.events = found->second.events;
  lines.text.resize(found->second.size);
  const ssize_t count =
      pread(file_, lines.text.data(), lines.text.size(), static_cast<off_t>(found->second.begin));
  if (count < 0 || static_cast<std::size_t>(count) != lines.text.size()) return std::nullopt;
  // Hashes may collide, and the file may have been cut: the text itself decides.
  const std::string_view head = std::string_view(lines.text).substr(0, lines.text.find('\n'));
  if (!head.starts_with(std::string(kDocument) + key + ",") ||
      !after_key(head, "\"sha256\":\"").starts_with(sha256)) {
    return std::nullopt;
  }
  std::uint64_t held = 0;
  for (const char c : lines.text) held += c == '\n';
  if (held != lines.events + 1) return std::nullopt;
  return lines;
}

}  // namespace panchina
