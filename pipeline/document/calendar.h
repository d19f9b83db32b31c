// Calendar values and unevaluated date expressions. Days are counted from 1970-01-01 (proleptic
// Gregorian).
#pragma once

#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include "text/span.h"

namespace panchina {

using Day = std::int32_t;
inline constexpr Day kNoDay = std::numeric_limits<Day>::min();

// A calendar value: EDTF text as events.md says, and its bounds in days (kNoDay on an open side).
struct DateValue {
  std::string edtf;
  Day earliest = kNoDay;
  Day latest = kNoDay;
  friend bool operator==(const DateValue&, const DateValue&) = default;
};

enum class DateKind : std::uint8_t { kDate, kTime, kRange, kSeason, kDuration };

// One operation of a date expression, in postfix order: operands stand before their operation. The
// operations are those of a mention rule's `value` (rules.md); resolve/calendar evaluates them
// against {published, story, tense}.
enum class CalendarOp : std::uint8_t {
  kPoint,  // a, b, c = year, month, day; 0 month or day: coarser; year 0: the anchor's year, chosen
           // by tense and story
  kYearSeason,  // a = year, b = 21..24 (spring, summer, autumn, winter)
  kDecade,
  kCentury,  // a = first year
  kSeason,   // a = first year of a football season
  kThis,
  kPrevious,
  kNext,       // b = CalendarUnit, c = month or weekday number where the unit is one of them
  kShift,      // a = signed count, b = CalendarUnit
  kSameMonth,  // a = day
  kWithin,     // 2 operands: inner, outer (`marzo dell'anno scorso`)
  kStartOf,
  kMiddleOf,
  kEndOf,  // 1 operand
  kNextSeason,
  kPreviousSeason,
  kThisSeason,
  kInterval,   // 2 operands
  kTimeOfDay,  // a = hour, b = minute, 1 operand, or none: the anchor's day
  kDuration,   // a = count, b = CalendarUnit
  kWeekend,
  kHoliday,  // a: month * 100 + day, or 1..11 for a feast that moves with Easter (calendar.cc); b =
             // year or 0
  kWeekdayDay,  // a = weekday, b = day of the month: `sabato 25`
};
enum class CalendarUnit : std::uint8_t {
  kDay,
  kWeek,
  kMonth,
  kYear,
  kSeason,
  kNamedMonth,
  kWeekday
};
enum class CalendarAnchor : std::uint8_t { kPublished, kStory, kEither };

struct CalendarStep {
  CalendarOp op = CalendarOp::kPoint;
  CalendarAnchor anchor = CalendarAnchor::kEither;
  bool approximate = false;
  std::int8_t direction = 0;  // kPoint without a year: -1 the last one before the anchor
                              // (`scorso`), +1 the next one (`prossimo`), 0 as tense and story say
  std::int8_t weekday = 0;    // kPoint: 1..7 where the text names it (`domenica 1 ottobre`)
  std::int32_t a = 0, b = 0, c = 0;
};

// A date as annotated: steps [begin, end) of Document::calendar_steps. Document::dates stands in
// text order.
struct DateExpression {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  DateKind kind = DateKind::kDate;
  std::uint32_t rule = 0;  // index in MentionRules::rules()
  NormSpan span;
  std::uint32_t first_token = 0, end_token = 0;  // half-open
  std::uint32_t features = 0;                    // kDateFrom, kDateUntil, ...: features.h
};

}  // namespace panchina
