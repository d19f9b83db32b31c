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
// operations are those of a mention rule's `value` (rules/mentions/README.md);
// resolve/time/calendar evaluates them against {published, story, tense}.
enum class CalendarOp : std::uint8_t {
  // a, b, c = year, month, day; month or day 0: coarser; year 0: the anchor's year, chosen by tense
  // and story.
  kPoint,
  // a = year, b = 21..24 (spring, summer, autumn, winter).
  kYearSeason,
  // a = first year; kSeason: of a football season.
  kDecade,
  kCentury,
  kSeason,
  // b = CalendarUnit, c = month or weekday number where the unit is one of them.
  kThis,
  kPrevious,
  kNext,
  // a = signed count, b = CalendarUnit; c = 1: one operand is shifted, else the anchor.
  kShift,
  // a = day.
  kSameMonth,
  // Two operands: inner, outer (`marzo dell'anno scorso`).
  kWithin,
  // One operand.
  kStartOf,
  kMiddleOf,
  kEndOf,
  kNextSeason,
  kPreviousSeason,
  kThisSeason,
  kFirstSeason,  // at a club: that of the story, or the next
  // Two operands.
  kInterval,
  // a = hour, b = minute; c = 1: one operand is the day, else the day of publication.
  kTimeOfDay,
  // a = count, b = CalendarUnit.
  kDuration,
  kWeekend,
  // a = month * 100 + day, or 1..11 for a feast that moves with Easter (resolve/fact/civil.h); b =
  // year,
  // or 0.
  kHoliday,
  // a = weekday, b = day of the month: `sabato 25`.
  kWeekdayDay,
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
