#include <algorithm>

#include "document/features.h"
#include "rule/compiler.h"
#include "rule/pattern_parser.h"
#include "text/fold.h"

namespace panchina {

PatternContext::PatternContext(Vocabulary& words, const Lexicon& known, const LemmaForms& forms,
                               const WordClasses& word_classes, RuleSet& rule_set, Reporter& errors)
    : vocabulary(words),
      lexicon(known),
      inflection(forms),
      classes(word_classes),
      rules(rule_set),
      reporter(errors) {}

Index PatternContext::word_set(std::vector<Index> words) {
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  const auto [it, added] =
      word_sets_.try_emplace(words, static_cast<Index>(rules.word_sets.size()));
  if (added) rules.word_sets.push_back(std::move(words));
  return it->second;
}

Index PatternContext::noun_set(std::string_view word) {
  const auto known = nouns_.find(word);
  if (known != nouns_.end()) return known->second;
  const Index set = word_set(inflection.nominal_forms(vocabulary.add(word)));
  nouns_.emplace(word, set);
  return set;
}

Index PatternContext::noun_class(std::string_view name) {
  const auto known = noun_classes_.find(name);
  if (known != noun_classes_.end()) return known->second;
  const auto found = classes.nouns.find(name);
  if (found == classes.nouns.end()) return kNoIndex;
  std::vector<Index> words;
  for (const std::string& word : found->second) {
    const std::vector<Index> forms = inflection.nominal_forms(vocabulary.add(word));
    words.insert(words.end(), forms.begin(), forms.end());
  }
  const Index set = word_set(std::move(words));
  noun_classes_.emplace(name, set);
  return set;
}

Index PatternContext::preposition(std::string_view name) {
  const auto known = prepositions_.find(name);
  if (known != prepositions_.end()) return known->second;
  std::vector<Index> words;
  if (const WordList* list = lexicon.word_list("preposition")) {
    for (const WordListEntry& entry : list->entries) {
      if (entry.value == name && entry.words.size() == 1) words.push_back(entry.words[0]);
    }
  }
  const Index set = words.empty() ? kNoIndex : word_set(std::move(words));
  prepositions_.emplace(name, set);
  return set;
}

VerbMember PatternContext::verb_member(std::string_view infinitive) {
  const Index lemma = inflection.empty() ? vocabulary.add(infinitive) : vocabulary.find(infinitive);
  if (lemma != 0 && inflection.is_verb(lemma)) return {lemma, 0, kNoIndex};
  // Pronominal: dimettersi is dimettere with a reflexive clitic.
  if (infinitive.ends_with("rsi")) {
    const std::string plain = std::string(infinitive.substr(0, infinitive.size() - 2)) + "e";
    const Index verb = vocabulary.find(plain);
    if (verb != 0 && inflection.is_verb(verb)) return {verb, kVerbReflexive, kNoIndex};
  }
  return {};
}

Index PatternContext::verb_set(std::string_view name, const RuleString& string, std::size_t at) {
  const std::string infinitive = folded(name);
  const auto known = verbs_.find(infinitive);
  if (known != verbs_.end()) return known->second;
  const VerbMember member = verb_member(infinitive);
  if (member.lemma == 0) {
    reporter.at(string, at, std::max<std::size_t>(1, name.size()), "unknown-verb",
                "no verb has the infinitive «" + std::string(name) + "»",
                did_you_mean(infinitive, inflection.verbs()));
    return kNoIndex;
  }
  const auto set = static_cast<Index>(rules.verb_sets.size());
  rules.verb_sets.push_back({member});
  verbs_.emplace(infinitive, set);
  return set;
}

Index PatternContext::verb_class(std::string_view name) {
  const auto known = verb_classes_.find(name);
  if (known != verb_classes_.end()) return known->second;
  const auto found = classes.verbs.find(name);
  if (found == classes.verbs.end()) return kNoIndex;
  std::vector<VerbMember> members;
  for (const ClassLine& line : found->second) {
    VerbMember member = verb_member(line.lemma);
    if (member.lemma == 0) {
      reporter.at(line.string, line.begin, line.lemma.size(), "unknown-verb",
                  "no verb has the infinitive «" + line.lemma + "»",
                  did_you_mean(line.lemma, inflection.verbs()));
      continue;
    }
    if (line.particle < line.end && line.string.text()
                                            .substr(line.particle, line.end - line.particle)
                                            .find_first_not_of(" \t") != std::string_view::npos) {
      std::vector<SlotSpec> slots;
      Pattern pattern = parse_pattern(*this, line.string, line.particle, line.end, slots);
      for (PatternNode& node : pattern) {  // particles inflect: `rassegnare ~ dimissione`
        if (node.kind == PatternKind::kWord) node.words = noun_set(folded(node.text));
      }
      std::vector<Variant> variants = compile_variants(pattern, rules);
      if (!slots.empty() || variants.size() != 1) {
        reporter.at(line.string, line.particle, line.end - line.particle, "class-particle",
                    "particles are words and prepositions");
        continue;
      }
      member.particle = static_cast<Index>(rules.particles.size());
      rules.particles.push_back(std::move(variants[0]));
    }
    members.push_back(member);
  }
  std::sort(members.begin(), members.end(),
            [](const VerbMember& one, const VerbMember& two) { return one.lemma < two.lemma; });
  const auto set = static_cast<Index>(rules.verb_sets.size());
  rules.verb_sets.push_back(std::move(members));
  verb_classes_.emplace(name, set);
  return set;
}

}  // namespace panchina
