#include "resolve/time/calendar_anchors.h"

#include <cstdlib>

namespace panchina {
namespace {

constexpr int kYearsAhead = 6;     // a two-digit year lies at most so far after publication
constexpr int kLatestYear = 2030;  // where no publication date is known and no year is written

}  // namespace

const DateValue& Anchors::story_of(CalendarUnit unit) const {
  const bool day = unit == CalendarUnit::kDay || unit == CalendarUnit::kWeek;
  return day && context_.story_day != nullptr ? *context_.story_day : story();
}

bool Anchors::from_story(const CalendarStep& step) const {
  if (step.anchor == CalendarAnchor::kStory) return true;
  if (step.anchor == CalendarAnchor::kPublished || step.direction != 0) return false;
  return context_.narrative && has_story();
}

int Anchors::year_of_point(const CalendarStep& step) const {
  if (step.a >= 100 || step.c == 0) return complete_year(step.a);
  return 2000 + step.a <= latest_year() ? 2000 + step.a : complete(step.a);
}

// No two digits mean a later year.
int Anchors::latest_year() const {
  if (has_published()) return year_of(published()) + kYearsAhead;
  return context_.last_year > 0 ? context_.last_year + kYearsAhead : kLatestYear;
}

int Anchors::complete(int digits) const {
  const int late = 2000 + digits, early = 1900 + digits;
  if (late > latest_year()) return early;
  if (!has_story()) return late;
  const int told = year_of(story().latest);
  return std::abs(told - early) < std::abs(told - late) ? early : late;
}

}  // namespace panchina
