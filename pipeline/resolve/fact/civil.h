// Calendar values by their parts: days, months, years, seasons, and what lies next to them. Thread
// rule: free functions.
#pragma once

#include <optional>

#include "document/calendar.h"

namespace panchina {

DateValue day_value(Day day);
DateValue month_value(int year, int month);
DateValue year_value(int year);
DateValue year_season_value(int year, int season);  // 21 spring .. 24 winter
DateValue football_season_value(int first_year);    // `2012-07/2013-06`
DateValue decade_value(int first_year);
DateValue century_value(int first_year);
DateValue interval_value(const DateValue& first, const DateValue& last);
DateValue week_value(Day any_day);                       // its Monday to its Sunday
DateValue duration_value(int count, CalendarUnit unit);  // `P3Y`, no day

// The day of a point that may have a clock.
DateValue day_of(const DateValue& point);
bool is_day(const DateValue& value);
bool is_year(const DateValue& value);  // a calendar year, whole
// Whether it has two ends less than so many days apart.
bool is_shorter(const DateValue& value, Day days);
int year_of(Day day);
int month_of(Day day);
int weekday_of(Day day);  // 1 Monday .. 7 Sunday
// Days from one on to the next of a weekday; 0: it is one itself.
int days_until(int weekday, Day from);
int football_season_of(Day day);  // first year: July to June
bool is_football_season(const DateValue& value);

// Easter Sunday of the Gregorian calendar (the anonymous algorithm of Nature, 1876).
Day easter(int year);
// The day of a feast in a year: month * 100 + day, or 1 Easter, 2 its Monday, 3 Palm Sunday,
// 4 Pentecost, 5 Good Friday, 6 its Saturday, 7 Shrove Tuesday, 8 Ash Wednesday, 9 the Thursday
// before it, 10 Ascension, 11 Corpus Christi. kNoDay for any other number.
Day feast(int which, int year);

// Nothing where the calendar has no such day; a month or day of 0 is not said.
std::optional<DateValue> calendar_day(int year, int month, int day);
std::optional<DateValue> month_or_day(int year, int month, int day);
// Whether the first surely ends before the second begins.
bool before(const DateValue& one, const DateValue& two);
bool is_inside(const DateValue& inner, const DateValue& outer);
// The last day of play: a football season's in spring, so too that of years joined (`2006-08`).
Day end_of_play(const DateValue& told);
// That day in the month where the value ends; nothing where it ends in none.
std::optional<DateValue> in_month_of(const DateValue& value, int day);
bool ends_on_day(const DateValue& value);
// The day, week, month, year or season that lies `by` of them behind the value's end (backwards:
// its beginning); nothing where the value is not that sharp.
std::optional<DateValue> shifted(const DateValue& base, int by, CalendarUnit unit, bool backwards);
// First year of the season that a value ends in.
int season_of(const DateValue& base);

}  // namespace panchina
