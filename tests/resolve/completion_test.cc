// Completion: what of a statement cannot all be so.
#include "resolve/career/completion.h"

#include <gtest/gtest.h>

#include "document/edtf.h"
#include "resolve/fact/args.h"

namespace panchina {
namespace {

using arg::Tenure;

// A post whose coming and going were read as of one day, from two passages, each of which names
// the person or not.
Event one_day(bool comer_named, bool goer_named) {
  Event out = event_in(std::pmr::get_default_resource(), EventType::kTenure);
  const DateValue day = *parse_edtf("2009-01");
  out.args[Tenure::kStart] = day;
  out.args[Tenure::kEnd] = day;
  out.args[Tenure::kEndCause] = std::string("dismissed");
  const auto add = [&](Index arg, bool named) {
    Evidence evidence;
    evidence.slots.push_back({arg, {0, 1}});
    if (named) evidence.slots.push_back({Tenure::kPerson, {2, 3}});
    out.evidence.push_back(evidence);
  };
  add(Tenure::kStart, comer_named);
  add(Tenure::kEnd, goer_named);
  return out;
}

TEST(PartEqualDays, WhoIsSaidToGoDidNotComeThen) {
  Event post = one_day(false, true);
  part_equal_days(post);
  EXPECT_TRUE(is_null(post.args[Tenure::kStart]));
  EXPECT_FALSE(is_null(post.args[Tenure::kEnd]));
  EXPECT_FALSE(is_null(post.args[Tenure::kEndCause]));
}

TEST(PartEqualDays, WhoIsSaidToComeDidNotGoThen) {
  Event post = one_day(true, false);
  part_equal_days(post);
  EXPECT_FALSE(is_null(post.args[Tenure::kStart]));
  EXPECT_TRUE(is_null(post.args[Tenure::kEnd]));
  EXPECT_TRUE(is_null(post.args[Tenure::kEndCause]));
  EXPECT_TRUE(post.evidence[1].slots.empty());
}

TEST(PartEqualDays, OfOnePassageTheEndStays) {
  Event post = one_day(true, false);
  post.evidence[1].slots.push_back({Tenure::kStart, {4, 5}});
  part_equal_days(post);
  EXPECT_TRUE(is_null(post.args[Tenure::kStart]));
  EXPECT_FALSE(is_null(post.args[Tenure::kEnd]));
}

TEST(PartEqualDays, WithinOneYearBothMayBe) {
  Event post = one_day(false, true);
  post.args[Tenure::kStart] = post.args[Tenure::kEnd] = *parse_edtf("2009");
  part_equal_days(post);
  EXPECT_FALSE(is_null(post.args[Tenure::kStart]));
  EXPECT_FALSE(is_null(post.args[Tenure::kEnd]));
}

TEST(PartEqualDays, OtherDaysStay) {
  Event post = one_day(false, true);
  post.args[Tenure::kStart] = *parse_edtf("2008-07");
  part_equal_days(post);
  EXPECT_FALSE(is_null(post.args[Tenure::kStart]));
  EXPECT_FALSE(is_null(post.args[Tenure::kEnd]));
}

}  // namespace
}  // namespace panchina
