// Table rules over blocks and rows written by hand.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "match/loaded_rules.h"

namespace panchina {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

const char kStanding[] =
    "[[table]]\nid = \"standing\"\nblock = [\"table\", \"list\", \"body\"]\n"
    "heading = '''~classifica'''\nseparator = \"line|;|,\"\n"
    "row = '''({number:printed})? {club+:club} {number:points}'''\n"
    "emit.type = \"standing\"\nemit.position = \"rank()\"\ntests = '''\n+ a\n- b\n'''\n";

TEST(TableRules, ATieSharesItsPlaceAndAListsCommaEndsNoRow) {
  const LoadedRules rules("", kStanding);
  EXPECT_THAT(
      rules.hits("CLASSIFICA : club[Verona] number[36] ; club[Treviso] , club[Roma] e "
                 "club[Torino] number[33] , club[Lecce] number[30] ."),
      ElementsAre("standing: club=Verona points=36 #1", "standing: club=Treviso points=33 #2",
                  "standing: club=Roma points=33 #2", "standing: club=Torino points=33 #2",
                  "standing: club=Lecce points=30 #5"));
}

TEST(TableRules, RowsOfATableUnderItsHeading) {
  const LoadedRules rules("", kStanding);
  EXPECT_THAT(rules.hits("# La classifica\n| club[Verona] number[36]\nnumber[2] club[Roma] "
                         "number[30]\nRiposa : club[Lecce]\n"),
              ElementsAre("standing: club=Verona points=36 #1",
                          "standing: printed=2 club=Roma points=30 #2"));
}

TEST(TableRules, AHeadingOfYearsPartsTheRowsOfTheOneAbove) {
  const LoadedRules rules("", kStanding);
  const std::string page = "# La classifica\n\nTutti i nomi .\n\n# ";
  const std::string rows = "\n| club[Verona] number[36]\n";
  EXPECT_THAT(rules.hits(page + "date(year)[Anni sessanta]" + rows),
              ElementsAre("standing: club=Verona points=36 #1"));
  EXPECT_THAT(rules.hits(page + "date(day)[Domenica]" + rows), IsEmpty());
  EXPECT_THAT(rules.hits(page + "club[Lecce] date(year)[1960]" + rows), IsEmpty());
}

TEST(TableRules, NothingWithoutTheHeading) {
  const LoadedRules rules("", kStanding);
  EXPECT_THAT(rules.hits("| club[Verona] number[36]\nclub[Roma] number[30]\n"), IsEmpty());
}

TEST(TableRules, AVetoInTheHeading) {
  const LoadedRules rules("", std::string(kStanding) + "unless = '''giovanile'''\n");
  EXPECT_THAT(rules.hits("# Classifica giovanile\n| club[Verona] number[36]\n"), IsEmpty());
}

const char kFalling[] =
    "[[table]]\nid = \"falling\"\nblock = [\"table\", \"list\", \"body\"]\n"
    "separator = \"none\"\nfalling = 3\n"
    "row = '''(poi)? {club+:club} {number:points}'''\n"
    "emit.type = \"standing\"\nemit.position = \"rank()\"\ntests = '''\n+ a\n- b\n'''\n";

TEST(TableRules, FallingPointsNeedNoHeading) {
  const LoadedRules rules("", kFalling);
  EXPECT_THAT(rules.hits("club[Verona] number[36] , club[Treviso] e club[Roma] number[33] , poi "
                         "club[Lecce] number[30] ."),
              ElementsAre("falling: club=Verona points=36 #1", "falling: club=Treviso points=33 #2",
                          "falling: club=Roma points=33 #2", "falling: club=Lecce points=30 #4"));
}

TEST(TableRules, PointsThatDoNotFallMakeNoTable) {
  const LoadedRules rules("", kFalling);
  EXPECT_THAT(rules.hits("club[Verona] number[3] , club[Roma] number[30] , club[Lecce] number[36]"),
              IsEmpty());
  EXPECT_THAT(rules.hits("club[Verona] number[3] , club[Roma] number[3] , club[Lecce] number[3]"),
              IsEmpty());
  EXPECT_THAT(rules.hits("club[Verona] number[36] , club[Roma] number[30]"), IsEmpty());
}

TEST(TableRules, ATableIsToldFromItsTop) {
  const LoadedRules rules("", kFalling);
  EXPECT_THAT(rules.hits("vince , poi club[Verona] number[36] , club[Roma] number[30] , "
                         "club[Lecce] number[29]"),
              IsEmpty());
}

const char kCareer[] =
    "[[table]]\nid = \"title\"\nblock = [\"table\"]\nseparator = \"line\"\n"
    "heading = '''palmares'''\nrow = '''{club:club} : 3 ...2'''\n"
    "emit.type = \"honour\"\nemit.competition = \"serie-d\"\ntests = '''\n+ a\n- b\n'''\n\n"
    "[[table]]\nid = \"career\"\nblock = [\"table\"]\nseparator = \"line\"\n"
    "row = '''{club:club} : {number:appearances}'''\n"
    "emit.type = \"playing_spell\"\ntests = '''\n+ a\n- b\n'''\n";

TEST(TableRules, ARowOfTitlesIsNoneOfACareer) {
  const LoadedRules rules("", kCareer);
  EXPECT_THAT(rules.hits("# Palmares\n| club[Verona] : number[3]\n"),
              ElementsAre("title: club=Verona #1"));
  EXPECT_THAT(rules.hits("# Carriera\n| club[Verona] : number[3]\n"),
              ElementsAre("career: club=Verona appearances=3 #1"));
}

}  // namespace
}  // namespace panchina
