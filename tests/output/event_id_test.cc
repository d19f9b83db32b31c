#include "output/event_id.h"

#include <gtest/gtest.h>

#include "output/order.h"
#include "output/sample_event.h"

namespace panchina {
namespace {

const char* const kText = "Ascoli-Treviso 2-1. Il Bari ha affidato la panchina a Carrera.";

Event match_of(const Document& document, const char* home, const char* away, int home_goals,
               int away_goals) {
  Event event = event_of(document, EventType::kMatch, "Ascoli-Treviso 2-1");
  set_text(event, "home", home);
  set_text(event, "away", away);
  set(event, "home_goals", std::int64_t{home_goals});
  set(event, "away_goals", std::int64_t{away_goals});
  return event;
}

Event tenure_of(const Document& document, std::string_view passage) {
  Event event = event_of(document, EventType::kTenure, passage);
  set_text(event, "person", "Massimo Carrera");
  set_text(event, "club", "bari");
  set_text(event, "role", "head_coach");
  return event;
}

// A change here changes the ids in every database.
TEST(EventId, IsTheSameOnEveryMachine) {
  const Document document = document_of(kText);
  std::string out;
  append_id(event_id(document, match_of(document, "ascoli", "treviso", 2, 1), 0), out);
  EXPECT_EQ(out, "5986535c2de0fc4e");
}

TEST(EventId, OfAMatchDoesNotDependOnTheOrderOfItsTeams) {
  const Document document = document_of(kText);
  const EventId id = event_id(document, match_of(document, "ascoli", "treviso", 2, 1), 0);
  EXPECT_EQ(id, event_id(document, match_of(document, "treviso", "ascoli", 1, 2), 0));
  EXPECT_NE(id, event_id(document, match_of(document, "treviso", "ascoli", 2, 1), 0));
}

TEST(EventId, OfAFactDependsOnKeysOnly) {
  const Document document = document_of(kText);
  const Event event = tenure_of(document, "Bari ha affidato");
  const EventId id = event_id(document, event, 0);

  Event other = event;
  set(other, "start", DateValue{"2021-02-09", 18667, 18667});
  other.evidence.front().span = span_of(document, "Carrera");
  other.evidence.front().rule = 7;
  other.confidence = 0.5f;
  EXPECT_EQ(id, event_id(document, other, 0));

  other.section = 1;
  EXPECT_NE(id, event_id(document, other, 0));
  other = event;
  other.factuality = Factuality::kPossible;
  EXPECT_NE(id, event_id(document, other, 0));
  other = event;
  set_text(other, "role", "assistant_coach");
  EXPECT_NE(id, event_id(document, other, 0));
  EXPECT_NE(id, event_id(document, event, 1));
  EXPECT_NE(id, event_id(document_of(kText, "altro.txt"), event, 0));
}

TEST(EventId, OfAnHonourHoldsItsCapacity) {
  const Document document = document_of(kText);
  Event event = event_of(document, EventType::kHonour, "Carrera");
  set_text(event, "competition", "serie-a");
  set_text(event, "person", "Massimo Carrera");
  set_text(event, "capacity", "coach");
  Event as_player = event;
  set_text(as_player, "capacity", "player");
  EXPECT_NE(event_id(document, event, 0), event_id(document, as_player, 0));
}

TEST(EventId, OfAMentionIsItsPlace) {
  const Document document = document_of(kText);
  Event event = event_of(document, EventType::kClub, "Bari");
  set_text(event, "club", "bari");
  Event other = event;
  set_text(other, "club", "?bari");
  EXPECT_EQ(event_id(document, event, 0), event_id(document, other, 0));
  other.evidence.front().span = span_of(document, "Ascoli");
  EXPECT_NE(event_id(document, event, 0), event_id(document, other, 0));
}

TEST(EventOrder, SameKeysGetOrdinalsByFirstEvidence) {
  Document document = document_of(kText);
  const Event late = tenure_of(document, "Carrera");
  const Event early = tenure_of(document, "Ascoli");
  document.events = {late, early};
  std::vector<OrderedEvent> ordered;
  order_events(document, Mentions::kAll, Assertions::kAsserted, ordered);
  ASSERT_EQ(ordered.size(), 2u);
  EXPECT_EQ(ordered[0].event, &document.events[1]);
  EXPECT_EQ(ordered[0].id, event_id(document, early, 0));
  EXPECT_EQ(ordered[1].id, event_id(document, late, 1));
}

TEST(EventOrder, LeavesOutWhatIsNotAskedForAndKeepsTheIds) {
  Document document = document_of(kText);
  Event possible = event_of(document, EventType::kBirth, "Carrera");
  set_text(possible, "person", "Massimo Carrera");
  possible.factuality = Factuality::kPossible;
  document.events = {possible, event_of(document, EventType::kClub, "Bari"),
                     match_of(document, "ascoli", "treviso", 2, 1)};
  std::vector<OrderedEvent> ordered;
  order_events(document, Mentions::kAll, Assertions::kAll, ordered);
  ASSERT_EQ(ordered.size(), 3u);
  EXPECT_EQ(ordered[0].event->type, EventType::kMatch);
  EXPECT_EQ(ordered[2].event->type, EventType::kBirth);
  const EventId id = ordered[0].id;
  order_events(document, Mentions::kNone, Assertions::kAsserted, ordered);
  ASSERT_EQ(ordered.size(), 1u);
  EXPECT_EQ(ordered[0].id, id);
}

}  // namespace
}  // namespace panchina
