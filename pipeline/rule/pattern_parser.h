// Reads the notation of event and table rules into a Pattern; reports every mistake at its place
// and goes on. Thread rule: used by one loader.
#pragma once

#include <vector>

#include "lexicon/vocabulary.h"
#include "rule/pattern.h"
#include "rule/report.h"
#include "rule/rule_set.h"
#include "rule/words.h"

namespace panchina {

// What patterns refer to, shared by all rules of a load.
class PatternContext {
 public:
  PatternContext(Vocabulary& vocabulary, const Lexicon& lexicon, const LemmaForms& inflection,
                 const WordClasses& classes, RuleSet& rules, Reporter& reporter);

  Index word_set(std::vector<Index> words);  // sorted here; the same set twice is one
  Index noun_set(std::string_view word);     // all forms of a noun
  Index noun_class(std::string_view name);   // kNoIndex: unknown
  Index preposition(std::string_view name);  // kNoIndex: none of that name
  Index verb_set(std::string_view lemma, const RuleString& string, std::size_t at);
  Index verb_class(std::string_view name);         // kNoIndex: unknown
  VerbMember verb_member(std::string_view lemma);  // lemma 0: no such verb

  Vocabulary& vocabulary;
  const Lexicon& lexicon;
  const LemmaForms& inflection;
  const WordClasses& classes;
  RuleSet& rules;
  Reporter& reporter;
  // What is no mistake, but never does what it says; null: nobody asks.
  Reporter* remarks = nullptr;

 private:
  std::map<std::vector<Index>, Index> word_sets_;
  std::map<std::string, Index, std::less<>> nouns_, noun_classes_, prepositions_, verbs_,
      verb_classes_;
};

// The pattern of bytes [begin, end) of a string. Slots are added to `slots` where they are new.
Pattern parse_pattern(PatternContext& context, const RuleString& string, std::size_t begin,
                      std::size_t end, std::vector<SlotSpec>& slots);
inline Pattern parse_pattern(PatternContext& context, const RuleString& string,
                             std::vector<SlotSpec>& slots) {
  return parse_pattern(context, string, 0, string.text().size(), slots);
}

// The pattern in the notation again.
std::string to_text(const Pattern& pattern);

// The name of a verb feature's bits (`active`, `past`); 0: none of that name.
std::uint32_t verb_feature(std::string_view name);
std::vector<std::string> verb_feature_names();

// Index of a slot by name, or kNoIndex.
Index find_slot(const std::vector<SlotSpec>& slots, std::string_view name);
std::vector<std::string> slot_names(const std::vector<SlotSpec>& slots);

}  // namespace panchina
