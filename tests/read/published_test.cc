#include "read/published.h"

#include <gtest/gtest.h>

namespace panchina {
namespace {

struct Case {
  const char* given;
  const char* day;
};

TEST(DayOf, UnderstandsWhatSourcesWrite) {
  const Case cases[] = {
      {"2024-03-12", "2024-03-12"},
      {"2024-03-12T18:00:00+01:00", "2024-03-12"},
      {" 2024/3/2 08:00", "2024-03-02"},
      {"20240312", "2024-03-12"},
      {"12/03/2024", "2024-03-12"},
      {"1.3.2024, 10:30", "2024-03-01"},
      {"2024-02-29", "2024-02-29"},
      {"2023-02-29", ""},
      {"2024-13-01", ""},
      {"2024-04-31", ""},
      {"2024-03", ""},
      {"12/03/24", ""},
      {"ieri", ""},
      {"", ""},
      {"2024-03/12", ""},
      {"123456789", ""},
  };
  for (const Case& c : cases) EXPECT_EQ(day_of(c.given), c.day) << c.given;
}

TEST(DayInUrl, FindsADayAtAPartsEdge) {
  const Case cases[] = {
      {"https://x.example/2024/03/12/titolo/", "2024-03-12"},
      {"https://x.example/sport/2024/3/2/titolo", "2024-03-02"},
      {"https://x.example/2024-03-12/titolo", "2024-03-12"},
      {"https://x.example/20240312/titolo", "2024-03-12"},
      {"https://x.example/titolo-2024-03-12.html", "2024-03-12"},
      {"https://x.example/titolo-12345678.html", ""},
      {"https://x.example/2024/03/titolo", ""},
      {"https://x.example/?d=/2024/03/12/", ""},
      {"https://2024-03-12.example/x", ""},
      {"", ""},
  };
  for (const Case& c : cases) EXPECT_EQ(day_in_url(c.given), c.day) << c.given;
}

}  // namespace
}  // namespace panchina
