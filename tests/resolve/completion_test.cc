// Completion: what of a statement cannot all be so.
#include "resolve/career/completion.h"

#include <gtest/gtest.h>

#include "annotate/stages.h"
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

// What the honour of a club says to have been won where the text ends with these words of it;
// without words it is a rule's. Empty: no title is told.
std::string won(const std::string& club, const std::string& competition, const std::string& words) {
  using arg::Honour;
  const auto& stages = AnnotateStages::get();
  const std::string text = "Aldo Rossi ha vinto " + words;
  const Document document = stages.annotated(text);
  Statement honour = statement_in(std::pmr::get_default_resource(), EventType::kHonour);
  honour.args[Honour::kClub] = club;
  honour.args[Honour::kCompetition] = competition;
  if (!words.empty()) {
    const auto end = static_cast<Index>(text.size());
    honour.evidence.slots.push_back(
        {Honour::kCompetition, {static_cast<Index>(end - words.size()), end}});
  }
  if (!settle_land(document, stages.lexicon, honour)) return "";
  return *text_of(honour.args[Honour::kCompetition]);
}

TEST(SettleLand, AnItalianWordMeansWhatTheLandOfTheClubHas) {
  EXPECT_EQ(won("lugano", "serie-a", "lo scudetto"), "super-league-svizzera");
  EXPECT_EQ(won("lugano", "coppa-italia", "Coppa nazionale"), "coppa-svizzera");
  EXPECT_EQ(won("lugano", "coppa-italia", "Coppa Italia"), "coppa-italia");
  EXPECT_EQ(won("lecco", "coppa-svizzera", "coppa svizzera"), "coppa-svizzera");
  EXPECT_EQ(won("qarabag", "coppa-italia", "coppa nazionale"), "?coppa-nazionale");
}

TEST(SettleLand, ALeagueOrCupWithoutANameIsThatOfAForeignClub) {
  EXPECT_EQ(won("ludogorets", "?league", ""), "campionato-bulgaro");
  EXPECT_EQ(won("lugano", "?cup", ""), "coppa-svizzera");
  EXPECT_EQ(won("lecco", "?league", ""), "");
  EXPECT_EQ(won("?virtus-lodi", "?league", ""), "");
}

// What an honour of a year says to have been won where the text ends with these words of it.
std::string won_in(const char* year, const std::string& competition, const std::string& words) {
  using arg::Honour;
  const auto& stages = AnnotateStages::get();
  const std::string text = "Aldo Rossi ha vinto la " + words;
  const Document document = stages.annotated(text);
  Statement honour = statement_in(std::pmr::get_default_resource(), EventType::kHonour);
  honour.args[Honour::kDate] = *parse_edtf(year);
  honour.args[Honour::kCompetition] = competition;
  const auto end = static_cast<Index>(text.size());
  honour.evidence.slots.push_back(
      {Honour::kCompetition, {static_cast<Index>(end - words.size()), end}});
  settle_age(document, stages.lexicon, Honour::kCompetition, Honour::kDate, honour);
  return *text_of(honour.args[Honour::kCompetition]);
}

TEST(SettleAge, LongAgoANameIsThatOfAFormerCompetition) {
  const std::string third = "lega-pro-prima-divisione";
  EXPECT_EQ(won_in("1930", third, "Prima Divisione"), "prima-divisione");
  EXPECT_EQ(won_in("2010", third, "Prima Divisione"), third);
  EXPECT_EQ(won_in("1930", "serie-b", "Serie B"), "serie-b");
}

}  // namespace
}  // namespace panchina
