// The matcher against the oracle, over generated patterns and sentences: three in ten patterns have
// a gap, an option and an alternative.
#include <gtest/gtest.h>

#include <random>

#include "match/loaded_rules.h"
#include "match/reference_matcher.h"
#include "rule/compiler.h"
#include "rule/pattern_parser.h"

namespace panchina {
namespace {

class Generator {
 public:
  explicit Generator(unsigned seed) : random_(seed) {}

  std::string pattern() {
    slot_ = 0;
    const bool rich = pick(10) < 3;
    std::string out;
    const std::size_t before = pick(3), after = pick(3);
    for (std::size_t i = 0; i < before; ++i) out += element() + " ";
    if (rich) out += "(" + element() + ")? ... ";
    out += "<esonerare" + std::string(pick(3) == 0 ? ".passive" : "") + ">";
    if (rich) out += " (" + element() + "|" + element() + ")";
    for (std::size_t i = 0; i < after; ++i) out += " " + element();
    return out;
  }

  std::string sentence() {
    static const std::vector<std::string> kUnits = {"person[Rossi]",
                                                    "club[Roma]",
                                                    "da",
                                                    "dalla",
                                                    "ieri",
                                                    ",",
                                                    "e",
                                                    "~il",
                                                    "~mister",
                                                    "date(day)[il 3 marzo]",
                                                    "date(from)[dal 2008]",
                                                    "verb(esonerare,active)[esonera]",
                                                    "verb(esonerare,passive)[esonerato]",
                                                    "number[4]",
                                                    "presidente",
                                                    ";"};
    std::string out;
    const std::size_t count = 3 + pick(12);
    for (std::size_t i = 0; i < count; ++i) out += kUnits[pick(kUnits.size())] + " ";
    return out + "verb(esonerare,passive)[fu esonerato] person[Neri] da club[Bari] .";
  }

 private:
  std::size_t pick(std::size_t count) { return random_() % count; }
  std::string element() {
    const std::string slot = "s" + std::to_string(slot_++);
    switch (pick(9)) {
      case 0:
        return "{person:" + slot + "}";
      case 1:
        return "{club:" + slot + "}";
      case 2:
        return "{person|club:" + slot + "}";
      case 3:
        return "...3 {date:" + slot + "}";
      case 4:
        return "ieri";
      case 5:
        return ",";
      case 6:
        return "...!8 {number:" + slot + "}";
      case 7:
        return "(ieri|e)? {person:" + slot + "}";
      default:
        return "~presidente";
    }
  }

  std::mt19937 random_;
  int slot_ = 0;
};

TEST(Oracle, AgreesOnGeneratedPatternsAndSentences) {
  LoadedRules loaded("");
  Diagnostics diagnostics;
  Reporter reporter(diagnostics);
  const LemmaForms forms(loaded.vocabulary, loaded.lexicon);
  const WordClasses classes;
  RuleSet rules;
  PatternContext context(loaded.vocabulary, loaded.lexicon, forms, classes, rules, reporter);
  Generator generator(1);
  std::size_t matches = 0, patterns = 0;
  for (int round = 0; round < 400; ++round) {
    const std::string text = generator.pattern();
    const TomlFile file = TomlFile::parse("t.toml", "when = '''" + text + "'''\n");
    std::vector<SlotSpec> slots;
    const Pattern pattern = parse_pattern(context, {&file, &file.root().entries[0].value}, slots);
    ASSERT_TRUE(diagnostics.empty()) << to_text(diagnostics[0]);
    const std::vector<Variant> variants = compile_variants(pattern, rules);
    ASSERT_EQ(variants.size(), 1u);
    std::size_t trigger = 0;
    while (pattern[trigger].kind != PatternKind::kVerb) ++trigger;
    ++patterns;
    for (int i = 0; i < 10; ++i) {
      const std::string sentence = generator.sentence();
      const Document document = hand_document(sentence, loaded.vocabulary, loaded.lexicon);
      const IndexRange bounds = document.clauses[0].units;
      const WordSignatures signatures(rules, loaded.vocabulary.size());
      Runner runner(rules, signatures, loaded.lexicon);
      Runner predicates(rules, signatures, loaded.lexicon);
      runner.set_document(document);
      predicates.set_document(document);
      ReferenceMatcher reference(rules, document, predicates);
      for (Index unit = bounds.begin; unit < bounds.end; ++unit) {
        runner.clear();
        const bool found = runner.run_variant(variants[0], unit, bounds, {});
        const auto expected = reference.match(pattern, trigger, unit, bounds);
        ASSERT_EQ(found, expected.has_value()) << text << "\n" << sentence << "\nunit " << unit;
        if (!found) continue;
        ++matches;
        std::map<Index, Index> bound;
        for (const Bind& bind : runner.binds()) bound[bind.slot] = bind.unit;
        ASSERT_EQ(bound, *expected) << text << "\n" << sentence << "\nunit " << unit;
      }
    }
  }
  EXPECT_GT(matches, 300u);  // a test of nothing but failures would be none
  EXPECT_EQ(patterns, 400u);
}

}  // namespace
}  // namespace panchina
