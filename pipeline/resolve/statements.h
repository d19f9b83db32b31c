// Statements: hits with their holes filled, in text order. One forward pass over sentences and
// rows; needs published, date_values and entities. Thread rule: const and shared; the pass itself
// belongs to one document.
#pragma once

#include <vector>

#include "document/document.h"
#include "lexicon/lexicon.h"
#include "resolve/choice/choice.h"
#include "resolve/entity/entity_view.h"
#include "resolve/fact/statement.h"
#include "rule/rule_set.h"

namespace panchina {

class StatementReader {
 public:
  // Both must outlive the reader.
  StatementReader(const RuleSet& rules, const Lexicon& lexicon)
      : rules_(rules), lexicon_(lexicon) {}

  // One statement for each emit of each hit; also those with a key slot missing (merge drops them;
  // rule tests read them).
  // `choices`: every choice that a statement took among persons or clubs; `sign_choices`: all
  // pairs that posts and spells were sought in; if not nullptr.
  std::vector<Statement> read(const Document& document, const EntityView& entities,
                              std::vector<Choice>* choices = nullptr,
                              SignChoices* sign_choices = nullptr) const;

 private:
  const RuleSet& rules_;
  const Lexicon& lexicon_;
};

}  // namespace panchina
