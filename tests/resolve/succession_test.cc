#include "resolve/career/succession.h"

#include <gtest/gtest.h>

#include <vector>

#include "document/edtf.h"
#include "resolve/fact/args.h"
#include "resolve/fact/statement.h"

namespace panchina {
namespace {

using arg::Tenure;

Event post(const std::string& person, Cue cue, const std::string& start, const std::string& end,
           Index sentence, const std::string& club = "bari") {
  Event out = event_in(std::pmr::get_default_resource(), EventType::kTenure);
  out.args[Tenure::kPerson] = person;
  out.args[Tenure::kClub] = club;
  out.args[Tenure::kRole] = std::string("head_coach");
  if (!start.empty()) out.args[Tenure::kStart] = *parse_edtf(start);
  if (!end.empty()) out.args[Tenure::kEnd] = *parse_edtf(end);
  Evidence evidence = evidence_in(std::pmr::get_default_resource());
  evidence.sentence = sentence;
  evidence.cue = cue;
  out.evidence.push_back(evidence);
  return out;
}

std::string predecessor(std::vector<Event> events, std::size_t of) {
  add_succession(events);
  return value_text(events[of].args[Tenure::kReplaces]);
}

TEST(Succession, WhoArrivesAsAnotherLeavesFollowsHim) {
  EXPECT_EQ(predecessor({post("Ada Neri", Cue::kDeparture, "", "2021-04-19", 2),
                         post("Ugo Verdi", Cue::kAppointment, "2021-04-20", "", 9)},
                        1),
            "Ada Neri");
  EXPECT_EQ(predecessor({post("Ugo Verdi", Cue::kAppointment, "2021-04-20", "", 1),
                         post("Ada Neri", Cue::kDeparture, "", "2021-04-19", 2)},
                        0),
            "Ada Neri");
}

TEST(Succession, WeeksApartOrEarlierIsNoHandover) {
  const auto far = [](const std::string& start) {
    return predecessor({post("Ada Neri", Cue::kDeparture, "", "2021-04-19", 2),
                        post("Ugo Verdi", Cue::kAppointment, start, "", 9)},
                       1);
  };
  EXPECT_EQ(far("2021-06-01"), "");
  EXPECT_EQ(far("2021-03-01"), "");
}

TEST(Succession, WhoIsToldBetweenTwoPartsThem) {
  const auto follows = [](const std::string& club) {
    return predecessor({post("Ada Neri", Cue::kAppointment, "1945", "", 2),
                        post("Leo Poli", Cue::kInPost, "", "", 3, club),
                        post("Ugo Verdi", Cue::kAppointment, "1960", "", 4)},
                       2);
  };
  EXPECT_EQ(follows("bari"), "");
  EXPECT_EQ(follows("como"), "Ada Neri");
}

TEST(Succession, RowsOfSeasonsAreNoHandover) {
  EXPECT_EQ(predecessor({post("Ada Neri", Cue::kInPost, "1990-07", "1991-06", 2),
                         post("Ugo Verdi", Cue::kInPost, "1991-07", "1992-06", 3)},
                        1),
            "");
}

TEST(Succession, AnotherClubIsNoHandover) {
  EXPECT_EQ(predecessor({post("Ada Neri", Cue::kDeparture, "", "2021-04-19", 2),
                         post("Ugo Verdi", Cue::kAppointment, "2021-04-20", "", 2, "lecco")},
                        1),
            "");
}

TEST(Succession, WhoWasThereIsFollowedByWhomTheNextSentenceAppoints) {
  EXPECT_EQ(predecessor({post("Ada Neri", Cue::kInPost, "2019-07", "", 2),
                         post("Ugo Verdi", Cue::kAppointment, "2021-04-20", "", 3)},
                        1),
            "Ada Neri");
  EXPECT_EQ(predecessor({post("Ada Neri", Cue::kInPost, "2019-07", "", 2),
                         post("Ugo Verdi", Cue::kAppointment, "2021-04-20", "", 8)},
                        1),
            "");
}

TEST(Succession, EachFollowsOneAndIsFollowedByOne) {
  std::vector<Event> events = {post("Ada Neri", Cue::kDeparture, "", "2021-04-19", 2),
                               post("Ugo Verdi", Cue::kAppointment, "2021-04-20", "", 3),
                               post("Ivo Bianchi", Cue::kAppointment, "2021-04-25", "", 40)};
  add_succession(events);
  EXPECT_EQ(value_text(events[1].args[Tenure::kReplaces]), "Ada Neri");
  EXPECT_TRUE(is_null(events[2].args[Tenure::kReplaces]));
}

TEST(Succession, WhatTheArticleSaysIsKept) {
  Event told = post("Ugo Verdi", Cue::kAppointment, "2021-04-20", "", 3);
  told.args[Tenure::kReplaces] = std::string("Ivo Bianchi");
  EXPECT_EQ(predecessor({post("Ada Neri", Cue::kDeparture, "", "2021-04-19", 2), told}, 1),
            "Ivo Bianchi");
}

}  // namespace
}  // namespace panchina
