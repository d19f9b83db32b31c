#include "document/edtf.h"

#include <array>
#include <charconv>

namespace panchina {

Day to_day(CivilDate date) {
  const int y = date.year - (date.month <= 2 ? 1 : 0);
  const int era = (y >= 0 ? y : y - 399) / 400;
  const int year_of_era = y - era * 400;
  const int shifted = date.month > 2 ? date.month - 3 : date.month + 9;
  const int day_of_year = (153 * shifted + 2) / 5 + date.day - 1;
  const int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return era * 146097 + day_of_era - 719468;
}

CivilDate to_civil(Day day) {
  const int z = day + 719468;
  const int era = (z >= 0 ? z : z - 146096) / 146097;
  const int day_of_era = z - era * 146097;
  const int year_of_era =
      (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  const int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const int shifted = (5 * day_of_year + 2) / 153;
  CivilDate out;
  out.day = day_of_year - (153 * shifted + 2) / 5 + 1;
  out.month = shifted < 10 ? shifted + 3 : shifted - 9;
  out.year = year_of_era + era * 400 + (out.month <= 2 ? 1 : 0);
  return out;
}

int days_in_month(int year, int month) {
  static constexpr std::array<int, 12> kDays = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return month == 2 && leap ? 29 : kDays[static_cast<std::size_t>(month - 1)];
}

bool is_calendar_day(int year, int month, int day) {
  return year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 &&
         day <= days_in_month(year, month);
}

namespace {

std::optional<int> number(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.empty() || error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

struct Bounds {
  Day earliest, latest;
};

Bounds years(int first, int last) { return {to_day({first, 1, 1}), to_day({last, 12, 31})}; }

// Spring 21 .. winter 24, as in the contract: whole calendar months, winter from December on.
Bounds year_season(int year, int season) {
  const int first = 3 * (season - 20);  // 3, 6, 9, 12
  const int last_year = season == 24 ? year + 1 : year;
  const int last = season == 24 ? 2 : first + 2;
  return {to_day({year, first, 1}), to_day({last_year, last, days_in_month(last_year, last)})};
}

std::optional<Bounds> point_bounds(std::string_view text) {
  while (!text.empty() && (text.back() == '~' || text.back() == '?' || text.back() == '%')) {
    text.remove_suffix(1);
  }
  if (text.size() > 10 && text[10] == 'T') text = text.substr(0, 10);
  if (text.size() == 4 && text.substr(2) == "XX") {
    const auto century = number(text.substr(0, 2));
    if (!century) return std::nullopt;
    return years(*century * 100, *century * 100 + 99);
  }
  if (text.size() == 4 && text[3] == 'X') {
    const auto decade = number(text.substr(0, 3));
    if (!decade) return std::nullopt;
    return years(*decade * 10, *decade * 10 + 9);
  }
  if (text.size() != 4 && text.size() != 7 && text.size() != 10) return std::nullopt;
  const auto year = number(text.substr(0, 4));
  if (!year || *year < 1) return std::nullopt;
  if (text.size() == 4) return years(*year, *year);
  const auto month = number(text.substr(5, 2));
  if (text[4] != '-' || !month) return std::nullopt;
  if (text.size() == 7) {
    if (*month >= 21 && *month <= 24) return year_season(*year, *month);
    if (*month < 1 || *month > 12) return std::nullopt;
    return Bounds{to_day({*year, *month, 1}),
                  to_day({*year, *month, days_in_month(*year, *month)})};
  }
  const auto day = number(text.substr(8, 2));
  if (text[7] != '-' || !day || !is_calendar_day(*year, *month, *day)) return std::nullopt;
  const Day exact = to_day({*year, *month, *day});
  return Bounds{exact, exact};
}

DateValue one_side(std::string_view text) {
  if (text.empty() || text == "..") return {};
  const auto bounds = point_bounds(text);
  if (!bounds) return {};
  return {std::string(text), bounds->earliest, bounds->latest};
}

}  // namespace

std::optional<DateValue> parse_edtf(std::string_view text) {
  const std::size_t slash = text.find('/');
  if (slash == std::string_view::npos) {
    const auto bounds = point_bounds(text);
    if (!bounds) return std::nullopt;
    return DateValue{std::string(text), bounds->earliest, bounds->latest};
  }
  const std::string_view left = text.substr(0, slash);
  const std::string_view right = text.substr(slash + 1);
  const DateValue first = one_side(left);
  const DateValue last = one_side(right);
  const bool left_open = left.empty() || left == "..";
  const bool right_open = right.empty() || right == "..";
  if ((first.edtf.empty() && !left_open) || (last.edtf.empty() && !right_open)) return std::nullopt;
  return DateValue{std::string(text), first.earliest, last.latest};
}

DateValue first_point(const DateValue& value) {
  const std::size_t slash = value.edtf.find('/');
  if (slash == std::string::npos) return value;
  return one_side(std::string_view(value.edtf).substr(0, slash));
}

DateValue last_point(const DateValue& value) {
  const std::size_t slash = value.edtf.find('/');
  if (slash == std::string::npos) return value;
  return one_side(std::string_view(value.edtf).substr(slash + 1));
}

}  // namespace panchina
