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

}  // namespace

void append_json(std::string_view value, std::string& out) {
  static constexpr char kHex[] = "0123456789abcdef";
  out += '"';
  std::size_t copied = 0;
  for (std::size_t i = 0; i < value.size();) {
    const unsigned char byte = byte_at(value, i);
    const char escape = kEscapes[byte];
    if (escape == 0) {
      ++i;
      continue;
    }
    std::size_t length = 1;
    if (escape == 2 && (length = sequence_length(value, i)) > 0) {
      i += length;
      continue;
    }
    out.append(value.substr(copied, i - copied));
    if (escape == 2 || byte == 0) {
      out += kReplacement;
    } else if (escape == 1) {
      out += "\\u00";
      out += kHex[byte >> 4];
      out += kHex[byte & 15];
    } else {
      out += '\\';
      out += escape;
    }
    copied = ++i;
  }
  out.append(value.substr(copied));
  out += '"';
}

void append_json(std::int64_t value, std::string& out) {
  std::array<char, 24> digits;
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
  out.append(digits.data(), end);
}

void append_json_or_null(std::string_view value, std::string& out) {
  if (value.empty()) {
    out += "null";
  } else {
    append_json(value, out);
  }
}

void append_json_fraction(float value, std::string& out) {
  std::int64_t thousandths = std::lround(static_cast<double>(value) * 1000);
  if (value > 0 && thousandths == 0) thousandths = 1;
  append_json(thousandths / 1000, out);
  std::int64_t rest = thousandths % 1000;
  if (rest == 0) return;
  out += '.';
  for (std::int64_t unit = 100; rest > 0; unit /= 10) {
    out += static_cast<char>('0' + rest / unit);
    rest %= unit;
  }
}

void append_iso_day(Day day, std::string& out) {
  const std::chrono::year_month_day date{std::chrono::sys_days{std::chrono::days{day}}};
  const int year = static_cast<int>(date.year());
  if (year > 9999) out += 'Y';
  if (year < 0) out += '-';
  const std::string digits = std::to_string(std::abs(year));
  if (digits.size() < 4) out.append(4 - digits.size(), '0');
  out += digits;
  const auto two_digits = [&out](unsigned value) {
    out += '-';
    out += static_cast<char>('0' + value / 10);
    out += static_cast<char>('0' + value % 10);
  };
  two_digits(static_cast<unsigned>(date.month()));
  two_digits(static_cast<unsigned>(date.day()));
}

void append_json_day(Day day, std::string& out) {
  if (day == kNoDay) {
    out += "null";
    return;
  }
  out += '"';
  append_iso_day(day, out);
  out += '"';
}

}  // namespace panchina
