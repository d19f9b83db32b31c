#include "resolve/career/round_up.h"

#include <gtest/gtest.h>

#include <vector>

#include "resolve/fact/args.h"
#include "resolve/fact/statement.h"

namespace panchina {
namespace {

using arg::Tenure;

// A post that begins on a day which is the page's own, or which words tell.
Event post(const std::string& club, bool told = false) {
  Event out = event_in(std::pmr::get_default_resource(), EventType::kTenure);
  out.args[Tenure::kPerson] = "Ugo Neri";
  out.args[Tenure::kClub] = club;
  out.args[Tenure::kStart] = DateValue{.edtf = "2021-02-09"};
  Evidence evidence = evidence_in(std::pmr::get_default_resource());
  if (told) evidence.slots.push_back({Tenure::kStart, {}});
  if (!told) evidence.inferred.push_back({Tenure::kStart, Source::kPublished});
  out.evidence.push_back(evidence);
  return out;
}

int dated(std::vector<Event> events) {
  drop_round_up_days(events, std::pmr::get_default_resource());
  int out = 0;
  for (const Event& event : events) out += is_null(event.args[Tenure::kStart]) ? 0 : 1;
  return out;
}

TEST(RoundUp, ChangesAtSeveralClubsFellOnNoDayOfThePage) {
  EXPECT_EQ(dated({post("lecco"), post("como"), post("pavia")}), 0);
  EXPECT_EQ(dated({post("lecco"), post("como"), post("pavia"), post("novara", true)}), 1);
}

// A post that somebody lost, nobody says when.
Event lost(const std::string& person, const std::string& club) {
  Event out = event_in(std::pmr::get_default_resource(), EventType::kTenure);
  out.args[Tenure::kPerson] = person;
  out.args[Tenure::kClub] = club;
  Evidence evidence = evidence_in(std::pmr::get_default_resource());
  evidence.cue = Cue::kDeparture;
  out.evidence.push_back(evidence);
  return out;
}

TEST(RoundUp, ChangesThatNobodyDatesCountWithThoseOfThePage) {
  EXPECT_EQ(
      dated({post("lecco"), post("como"), lost("Ivo Bini", "pavia"), lost("Ugo Poli", "fano")}), 0);
  EXPECT_EQ(dated({post("lecco"), post("como"), lost("Ivo Bini", "pavia")}), 2);
}

TEST(RoundUp, WhatTheCoachOfTheDayHadLostBeforeIsNoRoundUp) {
  EXPECT_EQ(dated({post("lecco"), lost("Ugo Neri", "pavia"), lost("Ugo Neri", "fano"),
                   lost("Ugo Neri", "bari")}),
            1);
}

TEST(RoundUp, TheNewsOfTheDayAreOfOneClubOrTwo) {
  EXPECT_EQ(dated({post("lecco"), post("lecco"), post("como")}), 3);
  EXPECT_EQ(dated({post("lecco"), post("como"), post("pavia", true)}), 3);
}

TEST(RoundUp, OfThePageEachSectionTellsForItself) {
  Event other = post("pavia");
  other.section = 1;
  EXPECT_EQ(dated({post("lecco"), post("como"), other}), 3);
}

}  // namespace
}  // namespace panchina
