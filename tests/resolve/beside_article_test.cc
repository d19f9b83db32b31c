// Of what is read beside an article, only what that alone tells stays, and nobody vouches for it.
#include "resolve/beside_article.h"

#include <gtest/gtest.h>

namespace panchina {
namespace {

Event told(EventType type, Factuality factuality, std::vector<NormSpan> where) {
  Event out = event_in(std::pmr::get_default_resource(), type);
  out.factuality = factuality;
  for (const NormSpan span : where) {
    Evidence evidence = evidence_in(std::pmr::get_default_resource());
    evidence.span = span;
    out.evidence.push_back(evidence);
  }
  return out;
}

TEST(BesideArticle, KeepsFactsThatOnlyStandThere) {
  std::vector<Event> events;
  events.push_back(told(EventType::kMatch, Factuality::kAsserted, {{110, 120}}));
  events.push_back(told(EventType::kTenure, Factuality::kNegated, {{150, 160}}));
  events.push_back(told(EventType::kMatch, Factuality::kAsserted, {{10, 20}, {112, 118}}));
  events.push_back(told(EventType::kMatch, Factuality::kAsserted, {{195, 210}}));
  events.push_back(told(EventType::kClub, Factuality::kAsserted, {{110, 115}}));
  keep_beside(events, {{100, 140}, {145, 200}});
  ASSERT_EQ(events.size(), 2u);
  EXPECT_EQ(events[0].factuality, Factuality::kPossible);
  EXPECT_EQ(events[1].factuality, Factuality::kNegated);
}

}  // namespace
}  // namespace panchina
