#include "read/published.h"

#include <array>
#include <cstdio>
#include <optional>

namespace panchina {

namespace {

struct Number {
  unsigned value = 0;
  std::size_t digits = 0;
};

Number number_at(std::string_view text, std::size_t at) {
  Number out;
  while (at + out.digits < text.size() && out.digits < 9) {
    const char c = text[at + out.digits];
    if (c < '0' || c > '9') break;
    out.value = out.value * 10 + static_cast<unsigned>(c - '0');
    ++out.digits;
  }
  return out;
}

std::string written_day(unsigned year, unsigned month, unsigned day) {
  constexpr std::array<unsigned, 13> kDays = {0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (year < 1850 || year > 2199 || month < 1 || month > 12 || day < 1 || day > kDays[month]) {
    return {};
  }
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  if (month == 2 && day == 29 && !leap) return {};
  std::array<char, 40> out{};
  std::snprintf(out.data(), out.size(), "%04u-%02u-%02u", year, month, day);
  return out.data();
}

// Three numbers with one separator between them, from `at` on.
struct Triple {
  std::array<Number, 3> numbers;
  std::size_t end = 0;
};
std::optional<Triple> triple_at(std::string_view text, std::size_t at) {
  Triple out;
  char separator = 0;
  for (std::size_t i = 0; i < 3; ++i) {
    if (i > 0) {
      if (at >= text.size()) return std::nullopt;
      const char c = text[at];
      if ((c != '-' && c != '/' && c != '.') || (i == 2 && c != separator)) return std::nullopt;
      separator = c;
      ++at;
    }
    out.numbers[i] = number_at(text, at);
    if (out.numbers[i].digits == 0) return std::nullopt;
    at += out.numbers[i].digits;
  }
  out.end = at;
  return out;
}

bool ends_number(std::string_view text, std::size_t at) {
  return at >= text.size() || text[at] < '0' || text[at] > '9';
}

std::string compact_day(std::string_view text, std::size_t at) {
  const Number number = number_at(text, at);
  if (number.digits != 8 || !ends_number(text, at + 8)) return {};
  return written_day(number.value / 10000, number.value / 100 % 100, number.value % 100);
}

// Year first, at `at`.
std::string year_first(std::string_view text, std::size_t at) {
  const auto triple = triple_at(text, at);
  if (!triple || !ends_number(text, triple->end)) return {};
  const auto& [year, month, day] = triple->numbers;
  if (year.digits != 4 || month.digits > 2 || day.digits > 2) return {};
  return written_day(year.value, month.value, day.value);
}

std::string day_first(std::string_view text, std::size_t at) {
  const auto triple = triple_at(text, at);
  if (!triple || !ends_number(text, triple->end)) return {};
  const auto& [day, month, year] = triple->numbers;
  if (year.digits != 4 || month.digits > 2 || day.digits > 2) return {};
  return written_day(year.value, month.value, day.value);
}

}  // namespace

std::string day_of(std::string_view date) {
  const std::size_t begin = date.find_first_not_of(" \t\r\n\"");
  if (begin == std::string_view::npos) return {};
  for (const auto& read : {year_first, day_first, compact_day}) {
    if (std::string day = read(date, begin); !day.empty()) return day;
  }
  return {};
}

std::string day_in_url(std::string_view url) {
  const std::size_t query = url.find_first_of("?#");
  const std::string_view path = url.substr(0, query);
  const std::size_t scheme = path.find("://");
  const std::size_t begin = path.find('/', scheme == std::string_view::npos ? 0 : scheme + 3);
  for (std::size_t at = begin; at < path.size(); ++at) {
    const char before = at == 0 ? '/' : path[at - 1];
    if (before != '/' && before != '-' && before != '_') continue;
    for (const auto& read : {year_first, compact_day}) {
      if (std::string day = read(path, at); !day.empty()) return day;
    }
  }
  return {};
}

}  // namespace panchina
