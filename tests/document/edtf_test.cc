#include "document/edtf.h"

#include <gtest/gtest.h>

namespace panchina {
namespace {

TEST(Edtf, DaysAndCivilDatesAgreeOverFourCenturies) {
  Day day = to_day({1850, 1, 1});
  for (int year = 1850; year < 2250; ++year) {
    for (int month = 1; month <= 12; ++month) {
      for (int date = 1; date <= days_in_month(year, month); ++date, ++day) {
        ASSERT_EQ(to_day({year, month, date}), day);
        const CivilDate back = to_civil(day);
        ASSERT_EQ(back.year, year);
        ASSERT_EQ(back.month, month);
        ASSERT_EQ(back.day, date);
      }
    }
  }
  EXPECT_EQ(to_day({1970, 1, 1}), 0);
}

struct Case {
  const char* text;
  CivilDate earliest, latest;
};

TEST(Edtf, BoundsOfEveryForm) {
  const Case cases[] = {
      {"2016-08-08", {2016, 8, 8}, {2016, 8, 8}},
      {"2024-03-13T18:00", {2024, 3, 13}, {2024, 3, 13}},
      {"2016-02", {2016, 2, 1}, {2016, 2, 29}},
      {"2016", {2016, 1, 1}, {2016, 12, 31}},
      {"2004~", {2004, 1, 1}, {2004, 12, 31}},
      {"2011-22", {2011, 6, 1}, {2011, 8, 31}},
      {"2011-24", {2011, 12, 1}, {2012, 2, 29}},
      {"199X", {1990, 1, 1}, {1999, 12, 31}},
      {"19XX", {1900, 1, 1}, {1999, 12, 31}},
      {"1986/1991", {1986, 1, 1}, {1991, 12, 31}},
      {"2012-07/2013-06", {2012, 7, 1}, {2013, 6, 30}},
  };
  for (const Case& one : cases) {
    const auto value = parse_edtf(one.text);
    ASSERT_TRUE(value) << one.text;
    EXPECT_EQ(value->earliest, to_day(one.earliest)) << one.text;
    EXPECT_EQ(value->latest, to_day(one.latest)) << one.text;
    EXPECT_EQ(value->edtf, one.text);
  }
}

TEST(Edtf, OpenSidesHaveNoBound) {
  const auto value = parse_edtf("2016/..");
  ASSERT_TRUE(value);
  EXPECT_EQ(value->earliest, to_day({2016, 1, 1}));
  EXPECT_EQ(value->latest, kNoDay);
}

TEST(Edtf, RefusesWhatIsNoDate) {
  for (const char* text :
       {"", "2016-13", "2016-02-30", "16-02-03", "2016-8-8", "abcd", "2016/", "x/2016"}) {
    const auto value = parse_edtf(text);
    if (std::string_view(text) == "2016/") {
      EXPECT_TRUE(value) << "an open side may be empty";
    } else {
      EXPECT_FALSE(value) << text;
    }
  }
}

TEST(Edtf, PointsOfAnInterval) {
  EXPECT_EQ(first_point(*parse_edtf("1986/1991")).edtf, "1986");
  EXPECT_EQ(last_point(*parse_edtf("2012-07/2013-06")).edtf, "2013-06");
  EXPECT_EQ(last_point(*parse_edtf("2016-08-08")).edtf, "2016-08-08");
}

}  // namespace
}  // namespace panchina
