// The notation of event rules, over units written by hand.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "match/loaded_rules.h"

namespace panchina {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::string> hits(const std::string& body, std::string_view text) {
  return LoadedRules(event_rule("r", body)).hits(text);
}

const char kPassive[] =
    "when = '''{person?:person} ... <@dismiss.passive>'''\n"
    "with.club = '''DA {club:club}'''\n"
    "with.end = '''{date:end}'''\n";

TEST(EventRules, APassiveWithItsAdjunctsOnEitherSide) {
  EXPECT_THAT(hits(kPassive,
                   "date(day)[Il 12 ottobre 1999] person[Rossi] "
                   "verb(esonerare,passive,past)[è stato esonerato] ."),
              ElementsAre("r: person=Rossi end=Il 12 ottobre 1999"));
  EXPECT_THAT(hits(kPassive,
                   "verb(esonerare,passive,present)[Viene esonerato] dalla club[Roma] "
                   "date(day)[il 3 gennaio 2001] ."),
              ElementsAre("r: person=∅ club=Roma end=il 3 gennaio 2001"));
}

TEST(EventRules, TheLeftOutSubjectGivesWayToAnother) {
  EXPECT_THAT(hits(kPassive, "~il presidente verb(esonerare,passive,past)[è stato esonerato] ."),
              IsEmpty());
  EXPECT_THAT(hits(kPassive, "verb(esonerare,passive,past)[È stato esonerato] person[Rossi] ."),
              ElementsAre("r: person=Rossi"));
  // A person that a preposition governs is no subject.
  EXPECT_THAT(hits(kPassive,
                   "dopo ~il colloquio con person[Bianchi] tenuto in sede a lungo ieri sera "
                   "verb(esonerare,passive,past)[è stato esonerato] ."),
              ElementsAre("r: person=∅"));
}

TEST(EventRules, ActiveVoiceDoesNotMatchPassive) {
  EXPECT_THAT(hits(kPassive, "person[Rossi] verb(esonerare,active,past)[ha esonerato] tutti ."),
              IsEmpty());
}

TEST(EventRules, GapsStopAtPersonsClubsVerbsAndBreaks) {
  const std::string rule = "when = '''{person:person} ... <esonerare>'''";
  EXPECT_THAT(hits(rule, "person[Rossi] , ieri sera , verb(esonerare)[esonerato] ."),
              ElementsAre("r: person=Rossi"));
  EXPECT_THAT(hits(rule, "person[Rossi] club[Roma] verb(esonerare)[esonerato] ."), IsEmpty());
  EXPECT_THAT(hits(rule, "person[Rossi] ; verb(esonerare)[esonerato] ."), IsEmpty());
  EXPECT_THAT(hits(rule, "person[Rossi] a b c d e f verb(esonerare)[esonerato] ."),
              ElementsAre("r: person=Rossi"));
  EXPECT_THAT(hits(rule, "person[Rossi] a b c d e f g verb(esonerare)[esonerato] ."), IsEmpty());
  const std::string crossing = "when = '''{person:person} ...!8 <esonerare>'''";
  EXPECT_THAT(hits(crossing, "person[Rossi] club[Roma] a ; verb(esonerare)[esonerato] ."),
              ElementsAre("r: person=Rossi"));
}

TEST(EventRules, TheNearestArgumentBinds) {
  EXPECT_THAT(hits("when = '''{person:person} ...!20 <esonerare>'''",
                   "person[Bianchi] e person[Rossi] verb(esonerare)[esonerato] ."),
              ElementsAre("r: person=Rossi"));
}

TEST(EventRules, AlternativesOptionsLiteralsAndEdges) {
  const std::string rule = "when = '''^ (finita|chiusa) (già)? l'avventura DI {person:person} $'''";
  EXPECT_THAT(hits(rule, "Finita l' avventura di person[Rossi] ."), ElementsAre("r: person=Rossi"));
  EXPECT_THAT(hits(rule, "Chiusa già l' avventura di person[Rossi]"),
              ElementsAre("r: person=Rossi"));
  EXPECT_THAT(hits(rule, "È finita l' avventura di person[Rossi] ."), IsEmpty());
  EXPECT_THAT(hits(rule, "Finita l' avventura di person[Rossi] in sede ."), IsEmpty());
}

TEST(EventRules, ArticlesAndTitlesAreTransparent) {
  EXPECT_THAT(hits("when = '''<esonerare> {person:person}'''",
                   "verb(esonerare)[esonerato] ~il ~mister person[Rossi] ."),
              ElementsAre("r: person=Rossi"));
}

TEST(EventRules, APrepositionInsideADateCounts) {
  EXPECT_THAT(hits("when = '''{person:person} <esonerare> DA {date:end}'''",
                   "person[Rossi] verb(esonerare)[esonerato] date(from)[dal 2008] ."),
              ElementsAre("r: person=Rossi end=dal 2008"));
}

TEST(EventRules, AListGivesOneHitForEachMember) {
  const std::string rule = "when = '''{person:person} con le maglie DI {club+:club}'''";
  EXPECT_THAT(
      hits(rule,
           "person[Rossi] con ~le maglie di club[Bari] , club[Lecce] ( date(year)[1990] ) e "
           "club[Roma] ."),
      ElementsAre("r: person=Rossi club=Bari", "r: person=Rossi club=Lecce",
                  "r: person=Rossi club=Roma"));
}

TEST(EventRules, WhatAGapLeadsToStandsAsFarAsItSays) {
  const std::string rule = "when = '''{person:person} <esonerare> ...2 DA {club:club}'''";
  const auto read = [&](const std::string& between) {
    return hits(rule, "person[Rossi] verb(esonerare)[esonerato] " + between + " club[Bari] .");
  };
  EXPECT_THAT(read("da ~il"), ElementsAre("r: person=Rossi club=Bari"));
  EXPECT_THAT(read("ieri sera da"), ElementsAre("r: person=Rossi club=Bari"));
  EXPECT_THAT(read("ieri , ~la sera , da"), ElementsAre("r: person=Rossi club=Bari"));
  EXPECT_THAT(read("ieri sera tardi da"), IsEmpty());
  EXPECT_THAT(read("ieri sera con"), IsEmpty());
}

TEST(EventRules, ABracketBehindAMemberIsItsOwn) {
  const std::string rule =
      "when = '''{person:person} con le maglie DI {club+:club}'''\nwith.start = '''{date:start}'''";
  EXPECT_THAT(hits(rule,
                   "person[Rossi] con ~le maglie di club[Bari] ( date(range)[1990-92] ) , "
                   "club[Lecce] e club[Roma] ( date(year)[1995] ) ."),
              ElementsAre("r: person=Rossi club=Bari start=1990-92", "r: person=Rossi club=Lecce",
                          "r: person=Rossi club=Roma start=1995"));
}

TEST(EventRules, ABracketIsMatchedInsideAsAClause) {
  EXPECT_THAT(hits("when = '''{person:person} \\( {club:club} , {date:start} \\)'''",
                   "person[Rossi] ( club[Bari] , date(year)[1990] ) ."),
              ElementsAre("r: person=Rossi club=Bari start=1990"));
  EXPECT_THAT(hits("when = '''{person:person} \\( {club:club} \\)'''",
                   "person[Rossi] ( club[Bari] , date(year)[1990] ) ."),
              IsEmpty());
}

TEST(EventRules, ClassesHaveParticles) {
  const std::string rule = "when = '''{person:person} <@dismiss.passive>'''";
  EXPECT_THAT(hits(rule,
                   "person[Rossi] verb(sollevare,passive)[è stato sollevato] , ieri , dall' "
                   "incarico ."),
              ElementsAre("r: person=Rossi"));
  EXPECT_THAT(hits(rule, "person[Rossi] verb(sollevare,passive)[è stato sollevato] di peso ."),
              IsEmpty());
}

TEST(EventRules, AVetoSharesTheClause) {
  const std::string rule =
      "when = '''{person:person} <esonerare>'''\nunless = '''settore giovanile'''";
  EXPECT_THAT(hits(rule, "person[Rossi] verb(esonerare)[esonerato] dal settore giovanile ."),
              IsEmpty());
  EXPECT_THAT(
      hits(rule, "person[Rossi] verb(esonerare)[esonerato] ; ~il settore giovanile resta ."),
      ElementsAre("r: person=Rossi"));
  const std::string before =
      "when = '''{person:person} <esonerare>'''\nunless.before = '''forse'''";
  EXPECT_THAT(hits(before, "forse person[Rossi] verb(esonerare)[esonerato] ."), IsEmpty());
  EXPECT_THAT(hits(before, "person[Rossi] verb(esonerare)[esonerato] forse ."),
              ElementsAre("r: person=Rossi"));
}

TEST(EventRules, AVetoMayBeginWithAVerbOrAKindOfUnit) {
  const std::string verb = "when = '''{person:person} ~tecnico'''\nunless = '''<esonerare>'''";
  EXPECT_THAT(hits(verb, "verb(esonerare)[esonerato] person[Rossi] , tecnico ."), IsEmpty());
  EXPECT_THAT(hits(verb, "person[Rossi] tecnico verb(vincere)[vince] ."),
              ElementsAre("r: person=Rossi"));
  const std::string kind =
      "when = '''{person:person} <esonerare>'''\nunless.after = '''{club:other} oggi'''";
  EXPECT_THAT(hits(kind, "person[Rossi] verb(esonerare)[x] club[Roma] , club[Bari] oggi ."),
              IsEmpty());
  EXPECT_THAT(hits(kind, "club[Roma] oggi , person[Rossi] verb(esonerare)[x] a club[Bari] ."),
              ElementsAre("r: person=Rossi"));
}

TEST(EventRules, WhereStandsInForBackReferences) {
  const std::string rule =
      "when = '''{person:person} {club:club} {club:other} <esonerare>'''\n"
      "where = '''club != other'''";
  EXPECT_THAT(hits(rule, "person[Rossi] club[Bari] club[Roma] verb(esonerare)[x] ."),
              ElementsAre("r: person=Rossi club=Bari other=Roma"));
  EXPECT_THAT(hits(rule, "person[Rossi] club[Bari] club[Bari] verb(esonerare)[x] ."), IsEmpty());
}

TEST(EventRules, ABagHoldsInAnyOrder) {
  const std::string rule =
      "[[rule]]\nid = \"bag\"\nany.2 = ['''{number:won} ~vittoria''', '''{number:drawn} "
      "~pareggio''', '''{number:lost} ~sconfitta''']\nemit.type = \"record\"\ntests = '''\n+ x\n- "
      "y\n'''\n";
  const LoadedRules rules(rule);
  EXPECT_THAT(rules.hits("number[4] sconfitte , number[5] vittorie e number[3] pareggi ."),
              ElementsAre("bag: won=5 drawn=3 lost=4"));
  EXPECT_THAT(rules.hits("number[5] vittorie in campionato ."), IsEmpty());
}

TEST(EventRules, ADativeIsNoSubject) {
  const char kToldTheEnd[] = "when = '''<comunicare.dative> ...1 esonero {person?:person}'''\n";
  EXPECT_THAT(
      hits(kToldTheEnd,
           "person[Neri] verb(comunicare,active,past,dative)[gli ha comunicato] ~l' esonero ."),
      ElementsAre("r: person=clitic"));
  EXPECT_THAT(
      hits(kToldTheEnd, "person[Neri] verb(comunicare,active,past)[ha comunicato] ~l' esonero ."),
      IsEmpty());
}

TEST(EventRules, TheBetterOfTwoRulesStands) {
  const LoadedRules rules(
      event_rule("short", "when = '''{person:person} <esonerare>'''") +
      event_rule("long", "when = '''{person:person} <esonerare> DA {club:club}'''") +
      event_rule("first", "priority = 5\nwhen = '''<esonerare> DA {club:club} (oggi)'''"));
  EXPECT_THAT(rules.hits("person[Rossi] verb(esonerare)[x] da club[Bari] ."),
              ElementsAre("long: person=Rossi club=Bari"));
  EXPECT_THAT(rules.hits("person[Rossi] verb(esonerare)[x] da club[Bari] oggi ."),
              ElementsAre("first: club=Bari"));
  // Every trigger gets its match.
  EXPECT_THAT(rules.hits("person[Rossi] verb(esonerare)[x] , person[Neri] verb(esonerare)[y] ."),
              ElementsAre("short: person=Rossi", "short: person=Neri"));
}

TEST(EventRules, AFrameExpandsToTheWholeParadigm) {
  const LoadedRules rules(
      "[frame.dismiss]\nverbs = \"@dismiss\"\nnouns = ['''esonero''']\n"
      "agent = '''{club:club}'''\npatient = '''{person:person}'''\nwith.end = '''{date:end}'''\n"
      "emit.type = \"tenure\"\nemit.cue = \"departure\"\nemit.role = \"head_coach\"\n"
      "tests = '''\n+ a\n- b\n'''\n");
  const struct {
    const char* text;
    const char* hit;
  } kCases[] = {
      {"~Il club[Bari] verb(esonerare,active,past)[ha esonerato] person[Rossi] .",
       "dismiss.active: club=Bari person=Rossi"},
      {"~Il club[Bari] verb(esonerare,active,past,clitic)[lo ha esonerato] date(day)[ieri] .",
       "dismiss.clitic: club=Bari person=clitic end=ieri"},
      {"person[Rossi] verb(esonerare,passive,past)[è stato esonerato] dal club[Bari] .",
       "dismiss.passive: club=Bari person=Rossi"},
      {"person[Rossi] , verb(esonerare,passive,participle)[esonerato] date(month)[a marzo] , torna "
       ".",
       "dismiss.passive: person=Rossi end=a marzo"},
      {"L' esonero di person[Rossi] dal club[Bari] .", "dismiss.nominal: club=Bari person=Rossi"},
      {"person[Rossi] , che ~il club[Bari] verb(esonerare,active)[esonerò] , torna .",
       "dismiss.relative: club=Bari person=Rossi"},
  };
  for (const auto& one : kCases) {
    EXPECT_THAT(rules.hits(one.text), ElementsAre(one.hit)) << one.text;
  }
}

}  // namespace
}  // namespace panchina
