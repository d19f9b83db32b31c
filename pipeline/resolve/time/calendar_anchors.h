// Anchors: what a date without all its parts is seen from, the day of publication and the story,
// and which century they leave to a year of two digits. Thread rule: const; looks at a context that
// must outlive it.
#pragma once

#include "document/calendar.h"
#include "resolve/fact/civil.h"
#include "resolve/time/calendar.h"

namespace panchina {

class Anchors {
 public:
  explicit Anchors(const CalendarContext& context) : context_(context) {}

  const CalendarContext& context() const { return context_; }

  bool has_published() const { return context_.published && is_day(*context_.published); }
  // ... to the day.
  bool has_day() const { return has_published() && !context_.coarse; }
  Day published() const { return context_.published->earliest; }

  bool has_story() const {
    return context_.story && context_.story->earliest != kNoDay && context_.story->latest != kNoDay;
  }
  const DateValue& story() const { return *context_.story; }
  // What a shift by that unit is seen from: by days and weeks, the last day told.
  const DateValue& story_of(CalendarUnit unit) const;

  // Whether a step that may look either way is seen from the story (in a tale), not publication.
  bool from_story(const CalendarStep& step) const;

  // The year that is meant by one of two digits; others as they are.
  int complete_year(int year) const { return year >= 100 || year == 0 ? year : complete(year); }
  // Of a point: a whole day in digits is seldom a hundred years old.
  int year_of_point(const CalendarStep& step) const;
  // Two digits: the century that is nearest to the story and not too far after publication.
  int complete(int digits) const;

 private:
  int latest_year() const;

  const CalendarContext& context_;
};

}  // namespace panchina
