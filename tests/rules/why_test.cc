// What an analyst asks of a sentence: why a rule does not fire, what was one element short.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/attempt_text.h"
#include "app/rule_tests.h"
#include "match/matcher.h"
#include "rules/rules_copy.h"

namespace panchina {
namespace {

constexpr const char* kRules = R"toml(
[[rule]]
id = "sacked"
when = '''{person:person} ...2 <@dismiss.passive> DA {club:club} IN {competition:c}'''
where = "bound(person)"
unless = '''settore giovanile'''
emit.type = "tenure"
emit.role = "head_coach"
emit.contract_condition = "{c}"
tests = '''
+ Paolo Rossi è stato esonerato dalla Roma in Serie A.
- Niente.
'''
[[rule]]
id = "hole"
when = '''{person?:person} <@dismiss.passive>'''
emit.type = "tenure"
emit.role = "head_coach"
tests = '''
+ Paolo Rossi è stato esonerato.
- Niente.
'''
[[rule]]
id = "noun"
when = '''l'esonero DI {person:person}'''
emit.type = "tenure"
emit.role = "head_coach"
tests = '''
+ È arrivato l'esonero di Paolo Rossi.
- Niente.
'''
[[rule]]
id = "bag"
any.2 = ['''{number:won} ~vittoria''', '''{number:drawn} ~pareggio''', '''{number:lost} ~sconfitta''']
where = "won > 2"
emit.type = "record"
tests = '''
+ Dieci vittorie e tre pareggi.
- Niente.
'''
)toml";

TEST(WhyNot, NamesTheFirstElementThatFailed) {
  const RulesCopy copy(kRules);
  const auto engine = loaded(copy.path());
  ASSERT_NE(engine, nullptr);
  const struct {
    const char* rule;
    const char* text;
    const char* says;
  } kCases[] = {
      {"sacked", "Paolo Rossi è stato esonerato dalla Roma in Serie A.", "fires"},
      {"sacked", "Paolo Rossi è stato esonerato dalla Roma con garbo.", "then wanted IN"},
      {"sacked", "Paolo Rossi è stato esonerato con garbo dalla Roma in Serie A.",
       "then wanted DA where «con»"},
      {"sacked", "La Roma ha esonerato Paolo Rossi in Serie A.", "the nearest is where «ha"},
      {"sacked", "Paolo Rossi ha vinto con la Roma in Serie A.", "nothing in the sentence is <@"},
      {"sacked", "È stato esonerato dalla Roma in Serie A.",
       "then wanted {person:person} where the sentence has nothing more"},
      {"sacked",
       "Paolo Rossi è stato esonerato dalla Roma in Serie A dopo anni nel settore giovanile.",
       "vetoed by unless settore giovanile"},
      {"hole", "L'arbitro è stato esonerato.", "another subject"},
      {"hole", "Paolo Rossi è stato esonerato dalla Roma in Serie A.", "sacked is better"},
      {"noun", "È arrivato l'esonero del bilancio.",
       "then wanted {person:person} where «bilancio»"},
      {"noun", "È arrivato un esonero di Paolo Rossi.", "nothing in the sentence is l'"},
      {"bag", "Due vittorie e tre pareggi.", "where is false: won > 2"},
      {"bag", "Dieci vittorie per tutti.", "any.2"},
  };
  Document document;
  for (const auto& one : kCases) {
    Index rule = 0;
    while (engine->rules().events[rule].info.id != one.rule) ++rule;
    read_passage(*engine, one.text, "", document);
    const std::optional<Attempt> best = furthest_attempt(*engine, document, rule);
    ASSERT_TRUE(best.has_value()) << one.text;
    EXPECT_THAT(attempt_text(*engine, document, *best), ::testing::HasSubstr(one.says)) << one.text;
  }
}

TEST(Near, FindsASentenceOneElementShort) {
  const RulesCopy copy(R"toml(
[[rule]]
id = "sacked"
when = '''{person:person} <@dismiss.passive> DA {club:club}'''
emit.type = "tenure"
emit.role = "head_coach"
tests = '''
+ Paolo Rossi è stato esonerato dalla Roma.
- Niente.
'''
)toml");
  const auto engine = loaded(copy.path());
  ASSERT_NE(engine, nullptr);
  const struct {
    const char* text;
    std::vector<std::string> missing;
  } kCases[] = {
      {"Paolo Rossi è stato esonerato dalla Roma.", {}},
      {"Paolo Rossi è stato esonerato, la Roma tace.", {}},
      {"Paolo Rossi è stato esonerato la Roma.", {"DA"}},
      {"È stato esonerato dalla Roma.", {"{person:person}"}},
      {"Paolo Rossi è stato esonerato dal presidente.", {"{club:club}"}},
  };
  Document document;
  for (const auto& one : kCases) {
    std::vector<Attempt> attempts;
    std::vector<std::string> missing;
    read_passage(*engine, one.text, "", document);
    engine->matcher().near(document, attempts);
    for (const Attempt& attempt : attempts) {
      missing.push_back(engine->rules().element_texts[attempt.element]);
    }
    EXPECT_EQ(missing, one.missing) << one.text;
  }
}

}  // namespace
}  // namespace panchina
