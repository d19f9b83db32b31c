// Days whose month or week is not said: which one is meant, by the story or the day of publication.
// Thread rule: free functions.
#pragma once

#include <optional>

#include "document/document.h"
#include "resolve/time/calendar_anchors.h"

namespace panchina {

// `il 13`: in the month told last; in news the last one or the next one.
std::optional<DateValue> day_only(const Anchors& anchors, const CalendarStep& step);
// `il 18 dello stesso mese`
std::optional<DateValue> same_month(const Anchors& anchors, int day);
// `sabato 25`: the nearest month where the 25th is a Saturday.
std::optional<DateValue> weekday_day(const Anchors& anchors, const CalendarStep& step);
// `domenica`, `il mercoledì dopo`, `sabato scorso`
std::optional<DateValue> weekday(const Anchors& anchors, const CalendarStep& step);
// `nel fine settimana`: its Saturday and Sunday.
std::optional<DateValue> weekend(const Anchors& anchors);

}  // namespace panchina
