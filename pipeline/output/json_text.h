// JSON appended to a buffer that the caller reuses: nothing is allocated once it has grown.
// Thread rule: a JsonText belongs to one thread; the others are free functions.
#pragma once

#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

#include "document/calendar.h"

namespace panchina {

// Writes behind what a string holds. Room is made for many pieces at once, so that a piece costs
// hardly more than its copy; the string is as long as what was written only once the JsonText is
// gone.
//
//   std::string out;
//   { JsonText json(out); json.plain("{\"chars\":"); json.number(12); json.plain('}'); }
class JsonText {
 public:
  // `out` must outlive it, and nobody else may touch it meanwhile. `room`: bytes that it will
  // hardly do without; it makes more where they do not suffice.
  explicit JsonText(std::string& out, std::size_t room = 0)
      : out_(out), end_(out.data() + out.size()), limit_(end_), before_(out.size()) {
    make_room(room);
  }
  JsonText(const JsonText&) = delete;
  JsonText& operator=(const JsonText&) = delete;
  ~JsonText() { out_.resize(written()); }

  // As it is: brackets, keys, what is known to need no escapes.
  void plain(char byte) {
    make_room(1);
    *end_++ = byte;
  }
  void plain(std::string_view bytes) {
    make_room(bytes.size());
    std::memcpy(end_, bytes.data(), bytes.size());
    end_ += bytes.size();
  }
  // `,"name":`
  void key(std::string_view name) {
    plain(",\"");
    plain(name);
    plain("\":");
  }
  // A string with its quotes. Escaped are `"`, `\` and controls; NUL becomes U+FFFD, for `\u0000`
  // never leaves the pipeline. Bytes that are no UTF-8 become U+FFFD.
  void text(std::string_view value);
  // The string, or null where it is empty.
  void text_or_null(std::string_view value);
  void number(std::int64_t value);
  // `0.96`: at most three decimals, at least 0.001 for what is above 0.
  void fraction(float value);
  // `2021-02-09` without quotes. Years before 0 and after 9999 as EDTF writes them (`-0005`,
  // `Y12000`).
  void iso_day(Day day);
  // `"2021-02-09"`, or null for kNoDay.
  void day(Day day);

 private:
  std::size_t written() const { return static_cast<std::size_t>(end_ - out_.data()); }
  void make_room(std::size_t bytes) {
    if (static_cast<std::size_t>(limit_ - end_) < bytes) grow(bytes);
  }
  void grow(std::size_t bytes);
  // Writes what stands for the byte at `at`, which is not copied as it is.
  void escape(std::string_view value, std::size_t at);

  std::string& out_;
  char* end_;           // of what was written
  char* limit_;         // of the room
  std::size_t before_;  // bytes that the string held
};

// One piece alone.
void append_json(std::string_view value, std::string& out);
void append_json_fraction(float value, std::string& out);
void append_iso_day(Day day, std::string& out);
void append_json_day(Day day, std::string& out);

}  // namespace panchina
