// Days, months and seasons of the year whose year is not said: which one is meant, by the story or
// the day of publication. Thread rule: free functions.
#pragma once

#include <functional>
#include <optional>

#include "document/calendar.h"
#include "resolve/time/calendar.h"
#include "resolve/time/calendar_anchors.h"

namespace panchina {

// A bare month of a tale lies at most so far after its story.
constexpr int kForwardMonths = 9;

// What is meant, in that year; nothing where it has no such day.
using InYear = std::function<std::optional<DateValue>(int year)>;

// By the season that the passage stands in, the story or publication; nothing where none is known.
std::optional<DateValue> in_some_year(const Anchors& anchors, const CalendarStep& step,
                                      const InYear& make);

// By publication, which must be known: the last before it or the next after it as the step says,
// else as `tense` does.
std::optional<DateValue> beside_published(const Anchors& anchors, const CalendarStep& step,
                                          const InYear& make, Direction tense);

}  // namespace panchina
