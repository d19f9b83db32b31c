#include "resolve/time/calendar.h"

#include <gtest/gtest.h>

#include "document/edtf.h"
#include "resolve/fact/civil.h"

namespace panchina {
namespace {

DateValue edtf(const char* text) {
  const auto value = parse_edtf(text);
  EXPECT_TRUE(value.has_value()) << text;
  return value ? *value : DateValue{};
}

TEST(Civil, Easter) {
  EXPECT_EQ(day_value(easter(1951)).edtf, "1951-03-25");
  EXPECT_EQ(day_value(easter(1958)).edtf, "1958-04-06");
  EXPECT_EQ(day_value(easter(2001)).edtf, "2001-04-15");
  EXPECT_EQ(day_value(easter(2024)).edtf, "2024-03-31");
  EXPECT_EQ(day_value(feast(3, 1958)).edtf, "1958-03-30");
  EXPECT_EQ(feast(230, 2001), kNoDay);
}

TEST(Civil, WeekdaysAndSeasons) {
  EXPECT_EQ(weekday_of(edtf("1970-01-01").earliest), 4);
  EXPECT_EQ(weekday_of(edtf("1958-01-06").earliest), 1);
  EXPECT_EQ(weekday_of(edtf("2024-03-13").earliest), 3);
  EXPECT_EQ(football_season_of(edtf("2017-06-30").earliest), 2016);
  EXPECT_EQ(football_season_of(edtf("2017-07-01").earliest), 2017);
  EXPECT_TRUE(is_football_season(football_season_value(2017)));
  EXPECT_FALSE(is_football_season(edtf("2017")));
  EXPECT_EQ(week_value(edtf("2016-11-03").earliest).edtf, "2016-10-31/2016-11-06");
}

CalendarStep step(CalendarOp op, std::int32_t a = 0, std::int32_t b = 0, std::int32_t c = 0,
                  CalendarAnchor anchor = CalendarAnchor::kEither, std::int8_t direction = 0) {
  CalendarStep out;
  out.op = op;
  out.a = a;
  out.b = b;
  out.c = c;
  out.anchor = anchor;
  out.direction = direction;
  return out;
}

std::string value_of(std::vector<CalendarStep> steps, const CalendarContext& context) {
  Document document;
  document.calendar_steps = std::move(steps);
  DateExpression date;
  date.end = static_cast<std::uint32_t>(document.calendar_steps.size());
  const auto value = evaluate(document, date, context);
  return value ? value->edtf : "";
}

constexpr auto kUnitDay = static_cast<std::int32_t>(CalendarUnit::kDay);
constexpr auto kUnitYear = static_cast<std::int32_t>(CalendarUnit::kYear);
constexpr auto kUnitWeekday = static_cast<std::int32_t>(CalendarUnit::kWeekday);

TEST(Calendar, HasNoValueWithoutAnAnchor) {
  const CalendarContext none;
  EXPECT_EQ(value_of({step(CalendarOp::kShift, 1, kUnitDay, 0, CalendarAnchor::kPublished)}, none),
            "");
  EXPECT_EQ(value_of({step(CalendarOp::kShift, 1, kUnitYear, 0, CalendarAnchor::kStory)}, none),
            "");
  EXPECT_EQ(value_of({step(CalendarOp::kPoint, 0, 5, 12)}, none), "");
  EXPECT_EQ(value_of({step(CalendarOp::kThis, 0, kUnitWeekday, 7)}, none), "");
  EXPECT_EQ(value_of({}, none), "");
}

TEST(Calendar, MonthsAndDaysBesideThePublicationDay) {
  const DateValue published = edtf("2014-01-08");
  CalendarContext context;
  context.published = &published;
  context.direction = Direction::kPast;
  EXPECT_EQ(value_of({step(CalendarOp::kPoint, 0, 12, 27)}, context), "2013-12-27");
  EXPECT_EQ(value_of({step(CalendarOp::kPoint, 0, 7)}, context), "2013-07");
  EXPECT_EQ(value_of({step(CalendarOp::kThis, 0, kUnitWeekday, 7)}, context), "2014-01-05");
  context.direction = Direction::kFuture;
  EXPECT_EQ(value_of({step(CalendarOp::kPoint, 0, 12, 27)}, context), "2014-12-27");
  EXPECT_EQ(value_of({step(CalendarOp::kThis, 0, kUnitWeekday, 7)}, context), "2014-01-12");
  EXPECT_EQ(value_of({step(CalendarOp::kWeekdayDay, 6, 25)}, context), "2014-01-25");
  EXPECT_EQ(value_of({step(CalendarOp::kPoint, 0, 6, 0, CalendarAnchor::kEither, -1)}, context),
            "2013-06");
}

TEST(Calendar, SeasonsHoldMonths) {
  const DateValue season = edtf("2004-07/2005-06"), published = edtf("2014-07-03");
  CalendarContext context;
  context.published = &published;
  context.season = &season;
  EXPECT_EQ(value_of({step(CalendarOp::kPoint, 0, 1)}, context), "2005-01");
  EXPECT_EQ(value_of({step(CalendarOp::kPoint, 0, 10)}, context), "2004-10");
}

TEST(Calendar, TheNextSeasonIsTheOneAboutToBegin) {
  const DateValue july = edtf("2023-07-15"), autumn = edtf("2023-09-15");
  CalendarContext context;
  context.published = &july;
  EXPECT_EQ(value_of({step(CalendarOp::kNextSeason)}, context), "2023-07/2024-06");
  context.published = &autumn;
  EXPECT_EQ(value_of({step(CalendarOp::kNextSeason)}, context), "2024-07/2025-06");
}

TEST(Calendar, StoryAnchors) {
  const DateValue published = edtf("2024-03-12"), story = edtf("2017-05-07");
  CalendarContext context;
  context.published = &published;
  context.story = &story;
  EXPECT_EQ(value_of({step(CalendarOp::kNextSeason)}, context), "2017-07/2018-06");
  EXPECT_EQ(value_of({step(CalendarOp::kSameMonth, 18)}, context), "2017-05-18");
  EXPECT_EQ(value_of({step(CalendarOp::kShift, 1, kUnitYear, 0, CalendarAnchor::kStory)}, context),
            "2018");
  EXPECT_EQ(value_of({step(CalendarOp::kShift, 3, kUnitDay, 0, CalendarAnchor::kStory)}, context),
            "2017-05-10");
  context.narrative = true;
  EXPECT_EQ(value_of({step(CalendarOp::kPoint, 0, 10)}, context), "2017-10");
}

TEST(Calendar, TwoDigitYearsByPlausibility) {
  const DateValue published = edtf("2017-01-27"), story = edtf("1920");
  CalendarContext context;
  context.published = &published;
  EXPECT_EQ(value_of({step(CalendarOp::kPoint, 98)}, context), "1998");
  EXPECT_EQ(value_of({step(CalendarOp::kPoint, 21)}, context), "2021");
  EXPECT_EQ(value_of({step(CalendarOp::kPoint, 30)}, context), "1930");
  context.story = &story;
  EXPECT_EQ(value_of({step(CalendarOp::kPoint, 21)}, context), "1921");
}

TEST(Calendar, IntervalsShareTheirYear) {
  const CalendarContext none;
  EXPECT_EQ(value_of({step(CalendarOp::kPoint, 0, 2), step(CalendarOp::kPoint, 1968, 6),
                      step(CalendarOp::kInterval)},
                     none),
            "1968-02/1968-06");
  EXPECT_EQ(value_of({step(CalendarOp::kPoint, 0, 10), step(CalendarOp::kPoint, 2008, 5),
                      step(CalendarOp::kInterval)},
                     none),
            "2007-10/2008-05");
  EXPECT_EQ(value_of({step(CalendarOp::kPoint, 1999), step(CalendarOp::kPoint, 1),
                      step(CalendarOp::kInterval)},
                     none),
            "1999/2001");
}

}  // namespace
}  // namespace panchina
