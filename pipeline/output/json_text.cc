#include "output/json_text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cmath>

namespace panchina {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

// 0: copied as it is; 1: a control; 2: not ASCII; else the letter after a backslash.
constexpr std::array<char, 256> make_escapes() {
  std::array<char, 256> table{};
  for (std::size_t i = 0; i < 0x20; ++i) table[i] = 1;
  for (std::size_t i = 0x80; i < 256; ++i) table[i] = 2;
  table['"'] = '"';
  table['\\'] = '\\';
  table['\b'] = 'b';
  table['\f'] = 'f';
  table['\n'] = 'n';
  table['\r'] = 'r';
  table['\t'] = 't';
  return table;
}
constexpr std::array<char, 256> kEscapes = make_escapes();

unsigned char byte_at(std::string_view text, std::size_t at) {
  return static_cast<unsigned char>(text[at]);
}

// Bytes of the well-formed sequence at `at` (Unicode table 3-7), or 0.
std::size_t sequence_length(std::string_view text, std::size_t at) {
  const unsigned char lead = byte_at(text, at);
  const std::size_t length = lead < 0xC2   ? 0
                             : lead < 0xE0 ? 2
                             : lead < 0xF0 ? 3
                             : lead < 0xF5 ? 4
                                           : 0;
  if (length == 0 || at + length > text.size()) return 0;
  const unsigned char second = byte_at(text, at + 1);
  const unsigned char low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
  const unsigned char high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
  if (second < low || second > high) return 0;
  for (std::size_t i = 2; i < length; ++i) {
    if ((byte_at(text, at + i) & 0xC0) != 0x80) return 0;
  }
  return length;
}

// Whether one of eight bytes is not copied as it is, or begins what must be looked at. Each term
// has a top bit where a byte is below the bound, or equals the mark ("Bit Twiddling Hacks",
// S. E. Anderson: hasless, hasvalue).
bool has_special(std::uint64_t bytes) {
  constexpr std::uint64_t kOnes = 0x0101010101010101, kTops = 0x8080808080808080;
  const std::uint64_t quotes = bytes ^ (kOnes * '"');
  const std::uint64_t backslashes = bytes ^ (kOnes * '\\');
  const std::uint64_t controls = (bytes - kOnes * 0x20) & ~bytes;
  return ((bytes | controls | ((quotes - kOnes) & ~quotes) |
           ((backslashes - kOnes) & ~backslashes)) &
          kTops) != 0;
}

// The first byte from `at` on that is not copied as it is; the size where there is none.
std::size_t plain_end(std::string_view value, std::size_t at) {
  while (at < value.size()) {
    std::uint64_t bytes = 0;
    if (value.size() >= sizeof bytes) {
      // The next eight; of the last of a text some once more.
      const std::size_t from = std::min(at, value.size() - sizeof bytes);
      std::memcpy(&bytes, value.data() + from, sizeof bytes);
      if (!has_special(bytes)) {
        at = from + sizeof bytes;
        continue;
      }
    }
    const char escape = kEscapes[byte_at(value, at)];
    if (escape == 0) {
      ++at;
      continue;
    }
    const std::size_t length = escape == 2 ? sequence_length(value, at) : 0;
    if (length == 0) return at;
    at += length;
  }
  return at;
}

}  // namespace

void JsonText::grow(std::size_t bytes) {
  const std::size_t now = written();
  // What this writer has made so far once more: a single piece takes what it needs.
  out_.resize(now + bytes + (now - before_));
  end_ = out_.data() + now;
  limit_ = out_.data() + out_.size();
}

void JsonText::escape(std::string_view value, std::size_t at) {
  static constexpr char kHex[] = "0123456789abcdef";
  const unsigned char byte = byte_at(value, at);
  const char escape = kEscapes[byte];
  if (escape == 2 || byte == 0) return plain(kReplacement);
  if (escape == 1) {
    plain("\\u00");
    plain(kHex[byte >> 4]);
    return plain(kHex[byte & 15]);
  }
  plain('\\');
  plain(escape);
}

void JsonText::text(std::string_view value) {
  make_room(value.size() + 2);
  plain('"');
  for (std::size_t done = 0;; ++done) {
    const std::size_t end = plain_end(value, done);
    plain(value.substr(done, end - done));
    done = end;
    if (done == value.size()) break;
    escape(value, done);
  }
  plain('"');
}

void JsonText::text_or_null(std::string_view value) {
  if (value.empty()) {
    plain("null");
  } else {
    text(value);
  }
}

void JsonText::number(std::int64_t value) {
  constexpr std::size_t kDigits = 24;
  make_room(kDigits);
  end_ = std::to_chars(end_, end_ + kDigits, value).ptr;
}

void JsonText::fraction(float value) {
  std::int64_t thousandths = std::lround(static_cast<double>(value) * 1000);
  if (value > 0 && thousandths == 0) thousandths = 1;
  number(thousandths / 1000);
  std::int64_t rest = thousandths % 1000;
  if (rest == 0) return;
  plain('.');
  for (std::int64_t unit = 100; rest > 0; unit /= 10) {
    plain(static_cast<char>('0' + rest / unit));
    rest %= unit;
  }
}

void JsonText::iso_day(Day day) {
  const std::chrono::year_month_day date{std::chrono::sys_days{std::chrono::days{day}}};
  const int year = static_cast<int>(date.year());
  if (year > 9999) plain('Y');
  if (year < 0) plain('-');
  const int size = std::abs(year);
  for (int least = 1000; least > 1 && size < least; least /= 10) plain('0');
  number(size);
  const auto two_digits = [this](unsigned value) {
    plain('-');
    plain(static_cast<char>('0' + value / 10));
    plain(static_cast<char>('0' + value % 10));
  };
  two_digits(static_cast<unsigned>(date.month()));
  two_digits(static_cast<unsigned>(date.day()));
}

void JsonText::day(Day day) {
  if (day == kNoDay) return plain("null");
  plain('"');
  iso_day(day);
  plain('"');
}

void append_json(std::string_view value, std::string& out) { JsonText(out).text(value); }
void append_json_fraction(float value, std::string& out) { JsonText(out).fraction(value); }
void append_iso_day(Day day, std::string& out) { JsonText(out).iso_day(day); }
void append_json_day(Day day, std::string& out) { JsonText(out).day(day); }

}  // namespace panchina
