#include "resolve/fact/civil.h"

#include <array>
#include <string>

#include "document/edtf.h"

namespace panchina {

namespace {

void append_padded(std::string& out, int number, std::size_t width) {
  const std::string digits = std::to_string(number);
  if (digits.size() < width) out.append(width - digits.size(), '0');
  out += digits;
}

std::string month_text(int year, int month) {
  std::string out;
  append_padded(out, year, 4);
  out += '-';
  append_padded(out, month, 2);
  return out;
}

}  // namespace

DateValue day_value(Day day) {
  const CivilDate date = to_civil(day);
  std::string text = month_text(date.year, date.month);
  text += '-';
  append_padded(text, date.day, 2);
  return {std::move(text), day, day};
}

DateValue month_value(int year, int month) {
  return {month_text(year, month), to_day({year, month, 1}),
          to_day({year, month, days_in_month(year, month)})};
}

DateValue year_value(int year) {
  std::string text;
  append_padded(text, year, 4);
  return {std::move(text), to_day({year, 1, 1}), to_day({year, 12, 31})};
}

DateValue year_season_value(int year, int season) {
  const std::optional<DateValue> value = parse_edtf(month_text(year, season));
  return value ? *value : DateValue{};
}

DateValue football_season_value(int first_year) {
  return {month_text(first_year, 7) + "/" + month_text(first_year + 1, 6),
          to_day({first_year, 7, 1}), to_day({first_year + 1, 6, 30})};
}

DateValue decade_value(int first_year) {
  std::string text;
  append_padded(text, first_year / 10, 3);
  return {text + "X", to_day({first_year, 1, 1}), to_day({first_year + 9, 12, 31})};
}

DateValue century_value(int first_year) {
  std::string text;
  append_padded(text, first_year / 100, 2);
  return {text + "XX", to_day({first_year, 1, 1}), to_day({first_year + 99, 12, 31})};
}

DateValue interval_value(const DateValue& first, const DateValue& last) {
  return {first_point(first).edtf + "/" + last_point(last).edtf, first.earliest, last.latest};
}

DateValue week_value(Day any_day) {
  const Day monday = any_day - (weekday_of(any_day) - 1);
  return interval_value(day_value(monday), day_value(monday + 6));
}

DateValue duration_value(int count, CalendarUnit unit) {
  char letter = 'D';
  switch (unit) {
    case CalendarUnit::kYear:
    case CalendarUnit::kSeason:
      letter = 'Y';
      break;
    case CalendarUnit::kMonth:
    case CalendarUnit::kNamedMonth:
      letter = 'M';
      break;
    case CalendarUnit::kWeek:
      letter = 'W';
      break;
    default:
      break;
  }
  return DateValue{"P" + std::to_string(count) + letter, kNoDay, kNoDay};
}

bool is_shorter(const DateValue& value, Day days) {
  return value.earliest != kNoDay && value.latest != kNoDay && value.latest - value.earliest < days;
}

namespace {

// Both ends are known, and as far apart as those of a year are: a first, cheap answer, most dates
// are days.
bool spans_year(const DateValue& value) {
  constexpr Day kAboutYear = 300;
  return value.earliest != kNoDay && value.latest != kNoDay &&
         value.latest - value.earliest > kAboutYear;
}

}  // namespace

bool is_year(const DateValue& value) {
  return spans_year(value) && year_of(value.earliest) == year_of(value.latest) &&
         month_of(value.earliest) == 1 && month_of(value.latest) == 12;
}

DateValue day_of(const DateValue& point) {
  constexpr std::size_t kDay = 10;  // bytes of `2012-07-01`
  DateValue day = point;
  if (day.edtf.size() > kDay) day.edtf.resize(kDay);
  return day;
}

bool is_day(const DateValue& value) {
  return value.earliest != kNoDay && value.earliest == value.latest;
}

int year_of(Day day) { return to_civil(day).year; }
int month_of(Day day) { return to_civil(day).month; }

int weekday_of(Day day) {
  const int from_thursday = ((day % 7) + 7) % 7;  // day 0 was a Thursday
  return (from_thursday + 3) % 7 + 1;
}

int days_until(int weekday, Day from) {
  constexpr int kWeek = 7;
  return (weekday - weekday_of(from) + kWeek) % kWeek;
}

int football_season_of(Day day) {
  const CivilDate date = to_civil(day);
  return date.month >= 7 ? date.year : date.year - 1;
}

bool is_football_season(const DateValue& value) {
  if (!spans_year(value)) return false;
  const CivilDate first = to_civil(value.earliest);
  const CivilDate last = to_civil(value.latest);
  return first.month == 7 && first.day == 1 && last.month == 6 && last.day == 30 &&
         last.year == first.year + 1;
}

Day easter(int year) {
  const int a = year % 19, b = year / 100, c = year % 100, d = b / 4, e = b % 4;
  const int f = (b + 8) / 25, g = (b - f + 1) / 3, h = (19 * a + b - d - g + 15) % 30;
  const int i = c / 4, k = c % 4, l = (32 + 2 * e + 2 * i - h - k) % 7;
  const int m = (a + 11 * h + 22 * l) / 451;
  const int n = h + l - 7 * m + 114;
  return to_day({year, n / 31, n % 31 + 1});
}

Day feast(int which, int year) {
  static constexpr std::array<int, 12> kAfterEaster = {0,  0,   1,   -7,  49, -2,
                                                       -1, -47, -46, -52, 39, 60};
  if (which >= 1 && which < static_cast<int>(kAfterEaster.size())) {
    return easter(year) + kAfterEaster[static_cast<std::size_t>(which)];
  }
  const int month = which / 100, day = which % 100;
  return is_calendar_day(year, month, day) ? to_day({year, month, day}) : kNoDay;
}

std::optional<DateValue> calendar_day(int year, int month, int day) {
  if (!is_calendar_day(year, month, day)) return std::nullopt;
  return day_value(to_day({year, month, day}));
}

std::optional<DateValue> month_or_day(int year, int month, int day) {
  if (month == 0) return year_value(year);
  if (day == 0) return month_value(year, month);
  return calendar_day(year, month, day);
}

bool before(const DateValue& one, const DateValue& two) {
  return one.latest != kNoDay && two.earliest != kNoDay && one.latest < two.earliest;
}

bool is_inside(const DateValue& inner, const DateValue& outer) {
  return outer.earliest <= inner.earliest && inner.latest <= outer.latest;
}

Day end_of_play(const DateValue& told) {
  if (is_football_season(told)) return to_day({year_of(told.latest), 4, 30});
  const bool years = told.latest - told.earliest > 400 && month_of(told.latest) == 12 &&
                     month_of(told.earliest) == 1;
  return years ? to_day({year_of(told.latest), 6, 30}) : told.latest;
}

std::optional<DateValue> in_month_of(const DateValue& value, int day) {
  const DateValue last = last_point(value);
  if (last.latest == kNoDay || last.latest - last.earliest > 31) return std::nullopt;
  const CivilDate date = to_civil(last.latest);
  return calendar_day(date.year, date.month, day);
}

bool ends_on_day(const DateValue& value) { return is_day(last_point(value)); }

std::optional<DateValue> shifted(const DateValue& base, int by, CalendarUnit unit, bool backwards) {
  const Day anchor = backwards ? base.earliest : base.latest;
  if (anchor == kNoDay) return std::nullopt;
  switch (unit) {
    case CalendarUnit::kDay:
      if (!ends_on_day(base)) return std::nullopt;
      return day_value(base.latest + by);
    case CalendarUnit::kWeek:
      return week_value(anchor + 7 * by);
    case CalendarUnit::kMonth:
    case CalendarUnit::kNamedMonth: {
      const CivilDate date = to_civil(anchor);
      const int month = date.year * 12 + date.month - 1 + by;
      return month_value(month / 12, month % 12 + 1);
    }
    case CalendarUnit::kYear:
      return year_value(year_of(anchor) + by);
    case CalendarUnit::kSeason:
      return football_season_value(season_of(base) + by);
    case CalendarUnit::kWeekday:
      break;
  }
  return std::nullopt;
}

int season_of(const DateValue& base) {
  if (is_football_season(base)) return year_of(base.earliest);
  if (base.latest - base.earliest > 400 && month_of(base.latest) == 12) {
    return year_of(base.latest) - 1;  // `dal 1958 al 1961`
  }
  if (base.latest - base.earliest > 300) return year_of(base.latest);  // a year: the one it opens
  return football_season_of(base.latest);
}

}  // namespace panchina
