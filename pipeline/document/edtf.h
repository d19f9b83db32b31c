// EDTF (ISO 8601-2) values as the event contract uses them: reading them back into calendar bounds,
// and the calendar arithmetic beneath. Days count from 1970-01-01, proleptic Gregorian (Howard
// Hinnant, "chrono-Compatible Low-Level Date Algorithms"). Thread rule: free functions.
#pragma once

#include <optional>
#include <string_view>

#include "document/calendar.h"

namespace panchina {

struct CivilDate {
  int year = 0;
  int month = 1;  // 1..12
  int day = 1;    // 1..31
};

Day to_day(CivilDate date);
CivilDate to_civil(Day day);
int days_in_month(int year, int month);
bool is_calendar_day(int year, int month, int day);

// `2016-08-08`, `2016-08`, `2016`, `2011-22`, `199X`, `19XX`, `2004~`, `2024-03-13T18:00`,
// intervals `1986/1991`, open sides `2016/..`. Nothing where it is none of these. `2012/2013` stays
// two years.
std::optional<DateValue> parse_edtf(std::string_view text);

// The first and the last point of a value: of `1986/1991` 1986 and 1991, of `2012-07/2013-06`
// 2012-07 and 2013-06; of a point itself.
DateValue first_point(const DateValue& value);
DateValue last_point(const DateValue& value);

}  // namespace panchina
