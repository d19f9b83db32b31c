// What of a document stands when rules change.
#include "rule/kept_rules.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "match/loaded_rules.h"

namespace panchina {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

const std::string kSacked =
    event_rule("sacked", "when = '''{person:person} <esonerare.passive>'''\n");
const std::string kNamed = event_rule("named", "when = '''{person:person} <nominare.passive>'''\n");

std::vector<std::string> ids(const RuleSet& rules) {
  std::vector<std::string> out;
  for (const EventRule& rule : rules.events) out.push_back(rule.info.id);
  return out;
}

// One hit, of `sacked`.
Document matched(const LoadedRules& rules) {
  Document document = rules.read("person[Rossi] verb(esonerare,passive,past)[è stato esonerato] .");
  Matcher(rules.rules, rules.vocabulary, rules.lexicon).match(document);
  EXPECT_THAT(rules.shown(document), ElementsAre("sacked: person=Rossi"));
  return document;
}

TEST(KeptRules, HitsOfKeptRulesAreNumberedAnew) {
  const LoadedRules before(kSacked), now(kNamed + kSacked);
  const KeptRules kept(before.rules, now.rules);
  EXPECT_THAT(ids(kept.others()), ElementsAre("named"));
  Document document = matched(before);
  ASSERT_TRUE(kept.renumber(document.hits));
  EXPECT_EQ(document.hits[0].rule, 1u);
  EXPECT_THAT(now.shown(document), ElementsAre("sacked: person=Rossi"));
}

TEST(KeptRules, AHitOfARuleThatIsNotKeptStaysAsItWas) {
  const LoadedRules before(kNamed + kSacked);
  const std::string first =
      event_rule("sacked", "priority = 2\nwhen = '''{person:person} <esonerare.passive>'''\n");
  for (const std::string& events : {kNamed, kNamed + first}) {
    const LoadedRules now(events);
    Document document = matched(before);
    EXPECT_FALSE(KeptRules(before.rules, now.rules).renumber(document.hits)) << events;
    EXPECT_EQ(document.hits[0].rule, 1u);
  }
}

TEST(KeptRules, OfTwoRulesThatChangePlacesOneIsNotKept) {
  const LoadedRules before(kNamed + kSacked), now(kSacked + kNamed);
  EXPECT_THAT(ids(KeptRules(before.rules, now.rules).others()), ElementsAre("named"));
}

TEST(KeptRules, TestsAloneChangeNothing) {
  const LoadedRules before(kSacked), same(kSacked);
  EXPECT_THAT(ids(KeptRules(before.rules, same.rules).others()), IsEmpty());
  const LoadedRules more(kSacked.substr(0, kSacked.rfind("'''")) + "- Ieri.\n'''\n");
  ASSERT_EQ(more.rules.events[0].tests.size(), before.rules.events[0].tests.size() + 1);
  EXPECT_THAT(ids(KeptRules(before.rules, more.rules).others()), IsEmpty());
}

TEST(KeptRules, TheOthersMatchByThemselves) {
  const LoadedRules before(kNamed), now(kNamed + kSacked);
  const KeptRules kept(before.rules, now.rules);
  Document document = matched(now);
  Matcher(kept.others(), now.vocabulary, now.lexicon).match(document);
  ASSERT_EQ(document.hits.size(), 1u);
  EXPECT_EQ(document.hits[0].rule, 0u);
}

}  // namespace
}  // namespace panchina
