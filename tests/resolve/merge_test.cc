#include "resolve/merge.h"

#include <gtest/gtest.h>

#include "document/edtf.h"
#include "resolve/career/reciprocal.h"
#include "resolve/fact/args.h"

namespace panchina {
namespace {

using arg::Match;
using arg::Tenure;

Statement tenure(const std::string& person, const std::string& club, Cue cue,
                 const std::string& start = "", const std::string& end = "", std::uint32_t at = 0) {
  Statement out;
  out.type = EventType::kTenure;
  out.args.resize(event_spec(out.type).args.size());
  out.args[Tenure::kPerson] = person;
  out.args[Tenure::kClub] = club;
  out.args[Tenure::kRole] = std::string("head_coach");
  out.args[Tenure::kInterim] = false;
  if (!start.empty()) out.args[Tenure::kStart] = *parse_edtf(start);
  if (!end.empty()) out.args[Tenure::kEnd] = *parse_edtf(end);
  out.evidence.span = {at, at + 10};
  out.evidence.cue = cue;
  return out;
}

Statement match(const std::string& home, const std::string& away, int home_goals, int away_goals,
                bool order_known) {
  Statement out;
  out.type = EventType::kMatch;
  out.args.resize(event_spec(out.type).args.size());
  out.args[Match::kHome] = home;
  out.args[Match::kAway] = away;
  out.args[Match::kHomeGoals] = std::int64_t{home_goals};
  out.args[Match::kAwayGoals] = std::int64_t{away_goals};
  out.args[Match::kOrderKnown] = order_known;
  return out;
}

TEST(Args, IndicesNameTheArgsOfTheContract) {
  EXPECT_EQ(arg_index(EventType::kTenure, "seen"), Tenure::kSeen);
  EXPECT_EQ(arg_index(EventType::kTenure, "end_cause"), Tenure::kEndCause);
  EXPECT_EQ(arg_index(EventType::kTenure, "replaced_by"), Tenure::kReplacedBy);
  EXPECT_EQ(arg_index(EventType::kTenure, "contract_end"), Tenure::kContractEnd);
  EXPECT_EQ(arg_index(EventType::kMatch, "order_known"), Match::kOrderKnown);
  EXPECT_EQ(arg_index(EventType::kMatch, "away_penalties"), Match::kAwayPenalties);
  EXPECT_EQ(arg_index(EventType::kRecord, "date"), arg::Record::kDate);
  EXPECT_EQ(arg_index(EventType::kHonour, "capacity"), arg::Honour::kCapacity);
  EXPECT_EQ(arg_index(EventType::kStanding, "person_key"), arg::Standing::kPersonKey);
  EXPECT_EQ(arg_index(EventType::kPlayingSpell, "goals"), arg::PlayingSpell::kGoals);
  EXPECT_EQ(arg_index(EventType::kBirth, "place"), arg::Birth::kPlace);
}

TEST(Merge, WhoLeftDuringTheSeasonOfHisRowWasNotThereToItsEnd) {
  const Statement row = tenure("Ada Neri", "bari", Cue::kInPost, "1960-07", "1961-06");
  Statement left = tenure("Ada Neri", "bari", Cue::kDeparture, "", "1961-01", 10);
  left.args[Tenure::kEndCause] = std::string("dismissed");
  for (const auto& events : {merge({row, left}), merge({left, row})}) {
    ASSERT_EQ(events.size(), 1u);
    EXPECT_EQ(date_of(events[0].args[Tenure::kStart])->edtf, "1960-07");
    EXPECT_EQ(date_of(events[0].args[Tenure::kEnd])->edtf, "1961-01");
  }
  left.evidence.sentence = 7;
  EXPECT_EQ(merge({row, left}).size(), 2u);
}

TEST(Merge, WhoCameDuringTheSeasonThatIsToldWasNotThereFromItsStart) {
  const Statement season = tenure("Ada Neri", "bari", Cue::kInPost, "1960-07", "1961-06");
  Statement came = tenure("Ada Neri", "bari", Cue::kAppointment, "1960-11", "", 10);
  for (const auto& events : {merge({season, came}), merge({came, season})}) {
    ASSERT_EQ(events.size(), 1u);
    EXPECT_EQ(date_of(events[0].args[Tenure::kStart])->edtf, "1960-11");
    EXPECT_EQ(date_of(events[0].args[Tenure::kEnd])->edtf, "1961-06");
  }
  came.evidence.sentence = 7;
  EXPECT_EQ(merge({season, came}).size(), 2u);
}

TEST(Merge, TheDayOfTheNewsYieldsToTheStartToCome) {
  const auto told = [](const char* start) {
    Statement news = tenure("Ada Neri", "bari", Cue::kAppointment, "2021-01-12");
    news.evidence.inferred.push_back({Tenure::kStart, Source::kPublished});
    return merge({news, tenure("Ada Neri", "bari", Cue::kInPost, start, "", 20)},
                 std::pmr::get_default_resource());
  };
  const std::vector<Event> soon = told("2021-01-25");
  ASSERT_EQ(soon.size(), 1u);
  EXPECT_EQ(date_of(soon[0].args[Tenure::kStart])->edtf, "2021-01-25");
  EXPECT_EQ(told("2020-12-20").size(), 2u);
  EXPECT_EQ(told("2021-06-01").size(), 2u);
}

TEST(Merge, AContractThatRunsForYearsBehindTheEndIsOfAnotherSpell) {
  for (const auto& [runs, tenures] : {std::pair("2013-06", 1U), std::pair("2020-06", 2U)}) {
    Statement signs = tenure("Ada Neri", "bari", Cue::kAppointment, "", "", 40);
    signs.args[Tenure::kContractEnd] = *parse_edtf(runs);
    EXPECT_EQ(merge({tenure("Ada Neri", "bari", Cue::kInPost, "2012-01", "2012-06"), signs}).size(),
              tenures)
        << runs;
  }
}

TEST(Merge, AppointmentPresenceAndDepartureOfOneSpellAreOneTenure) {
  const auto events = merge({tenure("Ada Neri", "bari", Cue::kAppointment, "2020-02", "", 0),
                             tenure("Ada Neri", "bari", Cue::kInPost, "", "", 20),
                             tenure("Ada Neri", "bari", Cue::kDeparture, "", "2021-04-19", 40),
                             tenure("Ada Neri", "bari", Cue::kAppointment, "2020-02-09", "", 60)});
  ASSERT_EQ(events.size(), 1u);
  EXPECT_EQ(date_of(events[0].args[Tenure::kStart])->edtf, "2020-02-09");
  EXPECT_EQ(date_of(events[0].args[Tenure::kEnd])->edtf, "2021-04-19");
  EXPECT_EQ(events[0].evidence.size(), 4u);
}

TEST(Merge, TwoSpellsAtOneClubStayTwo) {
  const auto events = merge({tenure("Ada Neri", "bari", Cue::kAppointment, "1996-07", "1997-12-09"),
                             tenure("Ada Neri", "bari", Cue::kAppointment, "1998-03-02"),
                             tenure("Ada Neri", "bari", Cue::kDeparture, "", "1999-06")});
  ASSERT_EQ(events.size(), 2u);
  EXPECT_EQ(date_of(events[1].args[Tenure::kEnd])->edtf, "1999-06");
}

TEST(Merge, WhoComesWhereHeHadBeenHasTwoPosts) {
  const auto posts = [](const std::string& start, const std::string& end, bool anterior) {
    Statement held = tenure("Ada Neri", "bari", Cue::kInPost, "", end, 20);
    held.evidence.anterior = anterior;
    return merge({tenure("Ada Neri", "bari", Cue::kAppointment, start), held}).size();
  };
  EXPECT_EQ(posts("", "2014", true), 2U);
  EXPECT_EQ(posts("", "2014", false), 1U);     // how the post went on
  EXPECT_EQ(posts("", "", true), 1U);          // without a time of its own
  EXPECT_EQ(posts("2012", "2014", true), 1U);  // it began before
}

TEST(Merge, APostOfNoNameIsOneOfTheStaffAndOfNobodyElse) {
  const auto merged_with = [](const std::string& role) {
    Statement staff = tenure("Ada Neri", "bari", Cue::kInPost, "", "", 50);
    staff.args[Tenure::kRole] = std::string("other_staff");
    Statement other = tenure("Ada Neri", "bari", Cue::kInPost);
    other.args[Tenure::kRole] = role;
    return merge({other, staff}).size();
  };
  EXPECT_EQ(merged_with("assistant_coach"), 1U);
  EXPECT_EQ(merged_with("youth_coordinator"), 2U);
  EXPECT_EQ(merged_with("head_coach"), 2U);
}

TEST(Merge, OtherFactualityOrSectionIsAnotherEvent) {
  Statement denied = tenure("Ada Neri", "bari", Cue::kAppointment);
  denied.factuality = Factuality::kNegated;
  Statement elsewhere = tenure("Ada Neri", "bari", Cue::kAppointment);
  elsewhere.section = 1;
  EXPECT_EQ(merge({tenure("Ada Neri", "bari", Cue::kAppointment), denied, elsewhere}).size(), 3u);
}

TEST(Merge, AStatementWithoutAKeyIsNoEvent) {
  Statement hole = tenure("Ada Neri", "bari", Cue::kAppointment);
  hole.args[Tenure::kClub] = std::monostate{};
  EXPECT_TRUE(merge({hole}).empty());
}

TEST(Merge, ASeasonThatTwoSharedGoesOnFromTheYearsBefore) {
  Statement shared = tenure("Ada Neri", "bari", Cue::kDeparture, "1947-07", "", 40);
  shared.args[Tenure::kReplacedBy] = std::string("Ugo Verdi");
  Statement follower = tenure("Ugo Verdi", "bari", Cue::kAppointment, "", "1948-06", 60);
  follower.args[Tenure::kReplaces] = std::string("Ada Neri");
  const auto events =
      merge({tenure("Ada Neri", "bari", Cue::kInPost, "1945", "1947", 0), shared, follower,
             tenure("Ugo Verdi", "bari", Cue::kInPost, "1948", "1950", 80)});
  ASSERT_EQ(events.size(), 2u);
  EXPECT_EQ(std::get<DateValue>(events[0].args[Tenure::kStart]).edtf, "1945");
  EXPECT_TRUE(is_null(events[0].args[Tenure::kEnd]));
  EXPECT_EQ(std::get<DateValue>(events[1].args[Tenure::kEnd]).edtf, "1950");
}

TEST(Merge, YearsLongerThanACareerAreNobodys) {
  EXPECT_TRUE(merge({tenure("Ada Neri", "bari", Cue::kInPost, "1945", "1990")}).empty());
  EXPECT_EQ(merge({tenure("Ada Neri", "bari", Cue::kInPost, "1945", "1970")}).size(), 1u);
}

TEST(Merge, AMatchToldTwiceTakesTheOrderThatIsKnown) {
  const auto events =
      merge({match("bari", "monopoli", 0, 1, false), match("monopoli", "bari", 1, 0, true)});
  ASSERT_EQ(events.size(), 1u);
  EXPECT_EQ(*text_of(events[0].args[Match::kHome]), "monopoli");
  EXPECT_TRUE(flag_of(events[0].args[Match::kOrderKnown]));
}

TEST(Merge, AReturnMatchWithTheSameFiguresIsAnother) {
  EXPECT_EQ(
      merge({match("bari", "monopoli", 1, 0, true), match("monopoli", "bari", 1, 0, true)}).size(),
      2u);
}

TEST(Merge, AMatchWhoseDayIsInferredADayOffIsTheSame) {
  Statement one = match("torino", "andria", 0, 0, true);
  Statement two = match("torino", "andria", 0, 0, true);
  Statement far = match("torino", "andria", 0, 0, true);
  one.args[Match::kDate] = *parse_edtf("1999-01-10");
  two.args[Match::kDate] = *parse_edtf("1999-01-11");
  far.args[Match::kDate] = *parse_edtf("1999-01-17");
  EXPECT_EQ(merge({one, two}).size(), 1u);
  EXPECT_EQ(merge({one, far}).size(), 2u);
}

TEST(Reciprocal, ASuccessorEndsThePredecessor) {
  Statement next = tenure("Ada Neri", "bari", Cue::kAppointment, "2021-02-09");
  next.args[Tenure::kReplaces] = std::string("Ugo Verdi");
  std::vector<Event> events = merge({next});
  add_reciprocal(events, [](const std::string&) { return std::string("ugo-verdi"); });
  ASSERT_EQ(events.size(), 2u);
  EXPECT_EQ(*text_of(events[1].args[Tenure::kPerson]), "Ugo Verdi");
  EXPECT_EQ(*text_of(events[1].args[Tenure::kReplacedBy]), "Ada Neri");
  EXPECT_EQ(date_of(events[1].args[Tenure::kEnd])->edtf, "2021-02-09");
}

TEST(Reciprocal, ASuccessorOfTheSeasonGoesBeforeItsEnd) {
  const auto end_of = [](Statement held) {
    Statement next = tenure("Ada Neri", "bari", Cue::kAppointment, "1939-01", "", 50);
    next.args[Tenure::kReplaces] = std::string("Ugo Verdi");
    std::vector<Event> events = merge({std::move(held), next});
    add_reciprocal(events, [](const std::string&) { return std::string(); });
    return date_of(events[0].args[Tenure::kEnd])->edtf;
  };
  Statement held = tenure("Ugo Verdi", "bari", Cue::kInPost, "1938-07", "1939-06");
  held.evidence.slots.push_back({Tenure::kStart, {4, 11}});
  held.evidence.slots.push_back({Tenure::kEnd, {4, 11}});
  EXPECT_EQ(end_of(held), "1939-01");
  held.evidence.slots.back().span = {20, 27};  // said by itself
  EXPECT_EQ(end_of(held), "1939-06");
}

TEST(Reciprocal, WhoCameBackHadGoneBefore) {
  std::vector<Event> events =
      merge({tenure("Ugo Verdi", "bari", Cue::kAppointment, "2009-12-22"),
             tenure("Ada Neri", "bari", Cue::kAppointment, "2010-02-21", "", 40)});
  ASSERT_EQ(events.size(), 2u);
  events[0].args[Tenure::kReplaces] = std::string("Ada Neri");
  events[1].args[Tenure::kReplaces] = std::string("Ugo Verdi");
  add_reciprocal(
      events, [](const std::string&) { return std::string(); }, std::pmr::get_default_resource());
  ASSERT_EQ(events.size(), 3u);
  EXPECT_EQ(*text_of(events[2].args[Tenure::kPerson]), "Ada Neri");
  EXPECT_EQ(date_of(events[2].args[Tenure::kEnd])->edtf, "2009-12-22");
  EXPECT_TRUE(is_null(events[2].args[Tenure::kStart]));
}

TEST(Reciprocal, AnUnnamedPostIsThatOfWhomItsHolderReplaces) {
  Statement goes = tenure("Ugo Verdi", "bari", Cue::kDeparture, "", "2021-02-09");
  goes.args[Tenure::kRole] = std::string("goalkeeping_coach");
  goes.evidence.slots.push_back({Tenure::kRole, {0, 4}});
  Statement next = tenure("Ada Neri", "bari", Cue::kAppointment, "2021-02-09", "", 50);
  next.args[Tenure::kReplaces] = std::string("Ugo Verdi");
  const auto role_with = [&](std::vector<Statement> statements) {
    std::vector<Event> events = merge(std::move(statements));
    add_reciprocal(events, [](const std::string&) { return std::string(); });
    for (const Event& event : events) {
      if (*text_of(event.args[Tenure::kPerson]) == "Ada Neri")
        return *text_of(event.args[Tenure::kRole]);
    }
    return std::string();
  };
  EXPECT_EQ(role_with({goes, next}), "goalkeeping_coach");
  EXPECT_EQ(role_with({goes, tenure("Ugo Verdi", "bari", Cue::kInPost, "2019", "", 20), next}),
            "head_coach");
  next.evidence.slots.push_back({Tenure::kRole, {50, 54}});
  EXPECT_EQ(role_with({goes, next}), "head_coach");
}

TEST(Reciprocal, WhatTheArticleSaysIsKept) {
  Statement next = tenure("Ada Neri", "bari", Cue::kAppointment, "2021-02-09", "", 50);
  next.args[Tenure::kReplaces] = std::string("Ugo Verdi");
  std::vector<Event> events =
      merge({tenure("Ugo Verdi", "bari", Cue::kDeparture, "", "2021-02-07"), next});
  add_reciprocal(events, [](const std::string&) { return std::string(); });
  ASSERT_EQ(events.size(), 2u);
  EXPECT_EQ(date_of(events[0].args[Tenure::kEnd])->edtf, "2021-02-07");
  EXPECT_EQ(*text_of(events[0].args[Tenure::kReplacedBy]), "Ada Neri");
}

TEST(Reciprocal, WhoseStartNothingTellsCameWhenTheOtherWent) {
  const auto start_after = [](const std::string& end) {
    Statement next = tenure("Ada Neri", "bari", Cue::kAppointment, "", "", 50);
    next.args[Tenure::kReplaces] = std::string("Ugo Verdi");
    std::vector<Event> events =
        merge({tenure("Ugo Verdi", "bari", Cue::kDeparture, "", end), next});
    add_reciprocal(events, [](const std::string&) { return std::string(); });
    return value_text(events[1].args[Tenure::kStart]);
  };
  EXPECT_EQ(start_after("2021-02-07"), "2021-02-07");
  EXPECT_EQ(start_after("2021-02"), "2021-02");
  EXPECT_EQ(start_after("2021"), "2021");
  EXPECT_EQ(start_after("2019/2021"), "");  // too vague
}

}  // namespace
}  // namespace panchina
