// Resolver: turns hits into what the article states. Publication date, calendar, entities, one
// forward pass, merging, reciprocal facts. Thread rule: const and shared; a document belongs to one
// worker.
#pragma once

#include <vector>

#include "document/document.h"
#include "lexicon/lexicon.h"
#include "lexicon/vocabulary.h"
#include "resolve/choice/choice.h"
#include "resolve/fact/statement.h"
#include "rule/rule_set.h"

namespace panchina {

class Resolver {
 public:
  // All must outlive the resolver.
  Resolver(const RuleSet& rules, const Vocabulary& vocabulary, const Lexicon& lexicon);

  // Fills published, date_values and events (mentions and facts, of any factuality).
  void resolve(Document& document) const;

  // What resolve() would merge into facts: one statement for each emit of each hit, in text order,
  // also those that lack a key slot. Fills published and date_values as resolve() does. For the
  // tests of rules and for `why`.
  // `choices`: see StatementReader::read.
  std::vector<Statement> statements(Document& document, std::vector<Choice>* choices = nullptr,
                                    SignChoices* sign_choices = nullptr) const;

 private:
  void add_events(Document& document) const;

  const RuleSet& rules_;
  const Lexicon& lexicon_;
};

}  // namespace panchina
