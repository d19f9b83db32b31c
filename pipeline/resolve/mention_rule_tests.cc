#include "resolve/mention_rule_tests.h"

#include "annotate/mention_engine.h"
#include "annotate/verb_groups.h"
#include "document/document.h"
#include "resolve/time/published.h"
#include "resolve/time/story.h"
#include "scan/scanner.h"
#include "text/text.h"

namespace panchina {

namespace {

Document document_of(const MentionTest& test, const Scanner& scanner,
                     const NormalizationTables& tables) {
  Document document;
  document.text = Text::normalize(test.text, tables);
  if (!test.published.empty()) {
    document.info.given_published = test.published;
    document.info.given_from = PublishedFrom::kRecord;
  }
  scanner.scan(document);
  const IndexRange tokens{0, static_cast<Index>(document.tokens.size())};
  Sentence sentence;
  sentence.tokens = tokens;
  document.sentences.push_back(sentence);
  Block block;
  block.tokens = tokens;
  block.sentences = {0, 1};
  document.blocks.push_back(block);
  Section section;
  section.blocks = {0, 1};
  document.sections.push_back(section);
  return document;
}

class Runner {
 public:
  Runner(const MentionRules& rules, const Scanner& scanner, const NormalizationTables& tables,
         VerbGroups& verbs, const Lexicon& lexicon)
      : rules_(rules),
        engine_(rules),
        scanner_(scanner),
        tables_(tables),
        verbs_(verbs),
        lexicon_(lexicon) {}

  // Whether the test's expectation holds; `found` tells what was there.
  bool holds(Index rule, const MentionTest& test, std::string& found) const {
    const MentionRule& own = rules_.rules()[rule];
    Document document = document_of(test, scanner_, tables_);
    std::vector<Mention> mentions;
    engine_.find(document, document.sentences[0].tokens, mentions);
    verbs_.find(document, document.sentences[0].tokens, document.verbs);
    find_published(document);
    evaluate_dates(document, lexicon_);
    bool fired = false, right = false, covered = false;
    for (const Mention& mention : mentions) {
      const RawSpan raw = document.text.to_raw(mention.span);
      const std::string value = value_of(document, mention);
      found += (found.empty() ? "" : "; ") + std::string(document.text.raw(raw)) + " = " + value +
               " (" + rules_.rules()[mention.rule].info.id + ")";
      fired |= mention.rule == rule;
      const bool overlaps = raw.begin < test.end && test.begin < raw.end;
      covered |= overlaps;
      right |= overlaps && mention.kind == own.kind && (test.value.empty() || test.value == value);
    }
    if (!test.wanted) return !fired;
    return own.silent ? !covered : right;
  }

 private:
  static std::string value_of(const Document& document, const Mention& mention) {
    switch (mention.kind) {
      case UnitKind::kDate:
        return document.date_values[mention.value].edtf;
      case UnitKind::kScore: {
        const Score& score = document.scores[mention.value];
        return std::to_string(score.first) + "-" + std::to_string(score.second);
      }
      case UnitKind::kRecord: {
        const Balance& balance = document.balances[mention.value];
        return std::to_string(balance.won) + "-" + std::to_string(balance.drawn) +
               (balance.two ? "" : "-" + std::to_string(balance.lost));
      }
      default:
        return std::to_string(mention.value);
    }
  }

  const MentionRules& rules_;
  MentionEngine engine_;
  const Scanner& scanner_;
  const NormalizationTables& tables_;
  VerbGroups& verbs_;
  const Lexicon& lexicon_;
};

}  // namespace

std::vector<MentionTestFailure> run_mention_tests(const MentionRules& rules,
                                                  const Vocabulary& vocabulary,
                                                  const Lexicon& lexicon,
                                                  const NormalizationTables& tables) {
  const Scanner scanner(vocabulary, lexicon);
  VerbGroups verbs(vocabulary, lexicon);
  const Runner runner(rules, scanner, tables, verbs, lexicon);
  std::vector<MentionTestFailure> out;
  for (Index rule = 0; rule < rules.rules().size(); ++rule) {
    const std::vector<MentionTest>& tests = rules.rules()[rule].tests;
    for (Index test = 0; test < tests.size(); ++test) {
      std::string found;
      const bool holds = runner.holds(rule, tests[test], found);
      if (holds == tests[test].known_gap) {
        out.push_back({rule, test, std::move(found), tests[test].known_gap});
      }
    }
  }
  return out;
}

}  // namespace panchina
