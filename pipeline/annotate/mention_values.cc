#include "annotate/mention_values.h"

#include <algorithm>

#include "document/edtf.h"
#include "document/features.h"

namespace panchina {

std::int32_t digits(std::string_view text) {
  std::int32_t out = kNoNumber;
  for (const char c : text) {
    if (c < '0' || c > '9') continue;
    if (out == kNoNumber) out = 0;
    if (out > 99'999'999) break;
    out = out * 10 + (c - '0');
  }
  return out;
}

std::int32_t list_number(const NumberList& list, std::string_view text) {
  const auto found = list.numbers.find(std::string(text));
  return found == list.numbers.end() ? kNoNumber : found->second;
}

namespace {

constexpr std::int32_t kCentury = 2000;  // `'00`: a year of 0 would be none

// Which of a step's numbers is a year; past the last: none.
std::size_t year_field(CalendarOp op) {
  switch (op) {
    case CalendarOp::kPoint:
    case CalendarOp::kYearSeason:
    case CalendarOp::kSeason:
      return 0;
    case CalendarOp::kHoliday:
      return 1;
    default:
      return 3;
  }
}

}  // namespace

CalendarStep filled(const ValueStep& step, const MentionNumbers& numbers) {
  CalendarStep out = step.step;
  const std::array<std::int32_t*, 3> fields = {&out.a, &out.b, &out.c};
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (step.slots[i] == kNoIndex) continue;
    const std::int32_t number = numbers[step.slots[i]];
    *fields[i] = number == kNoNumber ? 0 : number * step.signs[i];
    if (number == 0 && i == year_field(out.op)) *fields[i] = kCentury;
  }
  if (step.weekday_slot != kNoIndex && numbers[step.weekday_slot] != kNoNumber) {
    out.weekday = static_cast<std::int8_t>(numbers[step.weekday_slot]);
  }
  return out;
}

bool is_calendar(const MentionRule& rule, const MentionNumbers& numbers) {
  return std::all_of(rule.value.begin(), rule.value.end(), [&numbers](const ValueStep& value) {
    if (value.date_slot != kNoIndex) return numbers[value.date_slot] != kNoNumber;
    if (value.step.op != CalendarOp::kPoint) return true;
    const CalendarStep step = filled(value, numbers);
    if (step.b == 0) return step.c >= 0 && step.c <= 31;
    if (step.b < 1 || step.b > 12) return false;
    const int year = step.a >= 100 ? step.a : 2000;  // a leap year: the year may not be known yet
    return step.c == 0 || is_calendar_day(year, step.b, step.c);
  });
}

namespace {

bool compare(std::int32_t left, Condition::Op op, std::int32_t right) {
  switch (op) {
    case Condition::Op::kEqual:
      return left == right;
    case Condition::Op::kNotEqual:
      return left != right;
    case Condition::Op::kLess:
      return left < right;
    case Condition::Op::kLessEqual:
      return left <= right;
    case Condition::Op::kGreater:
      return left > right;
    case Condition::Op::kGreaterEqual:
      return left >= right;
  }
  return false;
}

// Years from one to two; two digits are completed by the other's century.
std::int32_t years_between(std::int32_t one, std::int32_t two) {
  if (one >= 100 && two >= 100) return two - one;
  return ((two - one) % 100 + 100) % 100;
}

}  // namespace

bool conditions_hold(const MentionRule& rule, const MentionNumbers& numbers) {
  return std::all_of(rule.where.begin(), rule.where.end(), [&numbers](const Condition& condition) {
    std::int32_t left = numbers[condition.left];
    if (left == kNoNumber) return false;
    for (const Index more : condition.plus) left += std::max(0, numbers[more]);
    if (condition.gap) {
      const std::int32_t right = numbers[condition.right];
      return right != kNoNumber &&
             compare(years_between(left, right), condition.op, condition.number);
    }
    const std::int32_t right =
        condition.right == kNoIndex ? condition.number : numbers[condition.right];
    return right != kNoNumber && compare(left, condition.op, right);
  });
}

namespace {

DateShape unit_shape(CalendarUnit unit) {
  switch (unit) {
    case CalendarUnit::kYear:
      return DateShape::kYear;
    case CalendarUnit::kMonth:
    case CalendarUnit::kNamedMonth:
      return DateShape::kMonth;
    case CalendarUnit::kSeason:
      return DateShape::kSeason;
    default:
      return DateShape::kRelative;
  }
}

}  // namespace

std::uint32_t number_of(const MentionRule& rule, const MentionNumbers& numbers, std::size_t i) {
  return static_cast<std::uint32_t>(std::max(0, numbers[rule.numbers[i]]));
}

Score score_of(const MentionRule& rule, const MentionNumbers& numbers) {
  Score score;
  score.first = static_cast<std::uint8_t>(number_of(rule, numbers, 0));
  score.second = static_cast<std::uint8_t>(number_of(rule, numbers, 1));
  score.half_time = rule.half_time;
  score.penalties = rule.penalties;
  score.extra_time = rule.extra_time;
  return score;
}

Balance balance_of(const MentionRule& rule, const MentionNumbers& numbers) {
  Balance balance;
  balance.won = static_cast<std::uint16_t>(number_of(rule, numbers, 0));
  balance.drawn = static_cast<std::uint16_t>(number_of(rule, numbers, 1));
  balance.two = rule.numbers.size() == 2;
  if (!balance.two) balance.lost = static_cast<std::uint16_t>(number_of(rule, numbers, 2));
  return balance;
}

DateShape date_shape(std::span<const CalendarStep> steps) {
  if (steps.empty()) return DateShape::kOther;
  const CalendarStep& last = steps.back();
  switch (last.op) {
    case CalendarOp::kPoint:
      if (last.b == 0 && last.c == 0) return DateShape::kYear;
      if (last.b == 0) return DateShape::kDayOnly;
      return last.c == 0 ? DateShape::kMonth : DateShape::kDay;
    case CalendarOp::kYearSeason:
      return DateShape::kYearSeason;
    case CalendarOp::kDecade:
    case CalendarOp::kCentury:
      return DateShape::kYear;
    case CalendarOp::kSeason:
    case CalendarOp::kNextSeason:
    case CalendarOp::kPreviousSeason:
    case CalendarOp::kThisSeason:
    case CalendarOp::kFirstSeason:
      return DateShape::kSeason;
    case CalendarOp::kThis:
    case CalendarOp::kPrevious:
    case CalendarOp::kNext: {
      const auto unit = static_cast<CalendarUnit>(last.b);
      if (unit == CalendarUnit::kWeekday) return DateShape::kWeekday;
      return unit_shape(unit);
    }
    case CalendarOp::kShift:
      return unit_shape(static_cast<CalendarUnit>(last.b));
    case CalendarOp::kSameMonth:
    case CalendarOp::kHoliday:
      return DateShape::kDay;
    case CalendarOp::kWithin:
      return date_shape(steps.first(1));
    case CalendarOp::kStartOf:
    case CalendarOp::kMiddleOf:
    case CalendarOp::kEndOf:
      return date_shape(steps.first(steps.size() - 1));
    case CalendarOp::kInterval:
      return DateShape::kRange;
    case CalendarOp::kTimeOfDay:
      return DateShape::kTime;
    case CalendarOp::kDuration:
      return DateShape::kDuration;
    case CalendarOp::kWeekdayDay:
      return DateShape::kDayOnly;
    case CalendarOp::kWeekend:
      return DateShape::kOther;
  }
  return DateShape::kOther;
}

namespace {

// Whether the step needs no anchor, its operands apart.
bool is_absolute(const CalendarStep& step) {
  switch (step.op) {
    case CalendarOp::kPoint:
    case CalendarOp::kSeason:
    case CalendarOp::kYearSeason:
      return step.a != 0;
    case CalendarOp::kHoliday:
      return step.b != 0;
    case CalendarOp::kShift:
    case CalendarOp::kTimeOfDay:
      return step.c == 1;
    case CalendarOp::kDecade:
    case CalendarOp::kCentury:
    case CalendarOp::kInterval:
    case CalendarOp::kDuration:
    case CalendarOp::kStartOf:
    case CalendarOp::kMiddleOf:
    case CalendarOp::kEndOf:
      return true;
    default:
      return false;
  }
}

}  // namespace

std::uint32_t date_features(std::span<const CalendarStep> steps) {
  std::uint32_t out = 0;
  switch (date_shape(steps)) {
    case DateShape::kDay:
    case DateShape::kDayOnly:
    case DateShape::kWeekday:
      out = kDateDay;
      break;
    case DateShape::kMonth:
      out = kDateMonth;
      break;
    case DateShape::kYear:
      out = kDateYear;
      break;
    case DateShape::kRange:
      out = kDateRange;
      break;
    case DateShape::kSeason:
      out = kDateSeason;
      break;
    case DateShape::kDuration:
      out = kDateDuration;
      break;
    case DateShape::kTime:
      out = kDateTime;
      break;
    default:
      break;
  }
  for (const CalendarStep& step : steps) {
    if (!is_absolute(step)) out |= kDateRelative;
  }
  return out;
}

}  // namespace panchina
