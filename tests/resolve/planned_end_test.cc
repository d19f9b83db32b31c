// Planned ends: who is said to leave after the day of publication has not left.
#include "resolve/career/planned_end.h"

#include <gtest/gtest.h>

#include "document/edtf.h"
#include "resolve/fact/args.h"

namespace panchina {
namespace {

using arg::Tenure;

Event ends_on(const char* day) {
  Event out = event_in(std::pmr::get_default_resource(), EventType::kTenure);
  out.args[Tenure::kEnd] = *parse_edtf(day);
  Evidence evidence;
  evidence.slots.push_back({Tenure::kEnd, {0, 1}});
  out.evidence.push_back(evidence);
  return out;
}

Document published_on(const char* day) {
  Document document;
  document.published = *parse_edtf(day);
  return document;
}

TEST(PlannedEnd, GoesWithItsWords) {
  Event post = ends_on("2024-06-30");
  drop_planned_end(published_on("2024-01-10"), post);
  EXPECT_TRUE(is_null(post.args[Tenure::kEnd]));
  EXPECT_TRUE(post.evidence[0].slots.empty());
}

TEST(PlannedEnd, OfWhatIsOverStays) {
  for (const char* day : {"2024-01-10", "2024-06-28", "2024-07-15"}) {
    Event post = ends_on("2024-06-30");
    drop_planned_end(published_on(day), post);
    EXPECT_EQ(is_null(post.args[Tenure::kEnd]), day == std::string("2024-01-10")) << day;
  }
}

TEST(PlannedEnd, OfAnArticleWithoutADayStays) {
  Event post = ends_on("2024-06-30");
  drop_planned_end(Document(), post);
  EXPECT_FALSE(is_null(post.args[Tenure::kEnd]));
}

TEST(PlannedEnd, OfARumourStays) {
  Event post = ends_on("2024-06-30");
  post.factuality = Factuality::kPossible;
  drop_planned_end(published_on("2024-01-10"), post);
  EXPECT_FALSE(is_null(post.args[Tenure::kEnd]));
}

}  // namespace
}  // namespace panchina
