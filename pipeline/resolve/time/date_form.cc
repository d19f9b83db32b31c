#include "resolve/time/date_form.h"

#include <algorithm>

#include "document/features.h"

namespace panchina {

std::span<const CalendarStep> steps_of(const Document& document, const DateExpression& date) {
  return std::span(document.calendar_steps).subspan(date.begin, date.end - date.begin);
}

const CalendarStep* only_step(const Document& document, const DateExpression& date) {
  return date.end == date.begin + 1 ? &document.calendar_steps[date.begin] : nullptr;
}

const CalendarStep* point_of(const Document& document, const DateExpression& date) {
  const CalendarStep* step = only_step(document, date);
  return step != nullptr && step->op == CalendarOp::kPoint ? step : nullptr;
}

bool has_year(const CalendarStep& step) {
  return step.op == CalendarOp::kPoint || step.op == CalendarOp::kSeason ||
         step.op == CalendarOp::kYearSeason;
}

std::optional<int> days_off_page(const CalendarStep& step) {
  if (step.anchor != CalendarAnchor::kPublished ||
      static_cast<CalendarUnit>(step.b) != CalendarUnit::kDay || step.c != 0) {
    return std::nullopt;
  }
  if (step.op == CalendarOp::kThis) return 0;
  return step.op == CalendarOp::kShift ? std::optional<int>(step.a) : std::nullopt;
}

bool is_bare_weekday(const CalendarStep& step) {
  return step.op == CalendarOp::kThis && step.anchor == CalendarAnchor::kEither &&
         static_cast<CalendarUnit>(step.b) == CalendarUnit::kWeekday;
}

bool says_year(const Document& document, const DateExpression& date) {
  const auto says = [](const CalendarStep& step) {
    return (has_year(step) && step.a > 0) || (step.op == CalendarOp::kHoliday && step.b > 0);
  };
  return std::ranges::any_of(steps_of(document, date), says);
}

bool says_month(const Document& document, const DateExpression& date) {
  return std::ranges::any_of(steps_of(document, date), [](const CalendarStep& step) {
    return step.op == CalendarOp::kPoint && step.b > 0;
  });
}

bool says_weekday(const Document& document, const DateExpression& date) {
  return std::ranges::any_of(steps_of(document, date), [](const CalendarStep& step) {
    return step.op == CalendarOp::kThis &&
           static_cast<CalendarUnit>(step.b) == CalendarUnit::kWeekday;
  });
}

bool names_day(const Document& document, const DateExpression& date) {
  if ((date.features & kDateDay) != 0) return true;
  const CalendarStep* step = only_step(document, date);
  return step != nullptr && days_off_page(*step).has_value();
}

bool is_day_only(const Document& document, const DateExpression& date) {
  const CalendarStep* point = point_of(document, date);
  return point != nullptr && point->a == 0 && point->b == 0 && point->c > 0;
}

bool counts_years_on(const Document& document, const DateExpression& date) {
  const CalendarStep& step = document.calendar_steps[date.end - 1];
  if (step.anchor != CalendarAnchor::kStory) return false;
  if (step.op == CalendarOp::kNextSeason) return true;
  if (step.op == CalendarOp::kYearSeason) return step.direction > 0;
  return step.op == CalendarOp::kShift && step.a > 0 && step.c == 0 &&
         static_cast<CalendarUnit>(step.b) == CalendarUnit::kYear;
}

bool looks_back(const Document& document, const DateExpression& date) {
  const CalendarStep& last = document.calendar_steps[date.end - 1];
  if (last.anchor != CalendarAnchor::kStory) return false;
  return (last.op == CalendarOp::kShift && last.a < 0) || last.op == CalendarOp::kPrevious ||
         last.op == CalendarOp::kPreviousSeason || last.direction < 0;
}

}  // namespace panchina
