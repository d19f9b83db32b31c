// Matcher: event rules over units, table rules over rows -> hits. Of rules that emit the same type
// from one trigger the best stands: priority, units covered, fewest gap units, reading, file order.
// Thread rule: const; match() may run in several threads at once, one document each.
#pragma once

#include <memory>

#include "document/document.h"
#include "lexicon/lexicon.h"
#include "lexicon/vocabulary.h"
#include "rule/rule_set.h"

namespace panchina {

class Matcher {
 public:
  // All three must outlive the matcher; the vocabulary must have all its words.
  Matcher(const RuleSet& rules, const Vocabulary& vocabulary, const Lexicon& lexicon);
  ~Matcher();
  Matcher(Matcher&&) noexcept;
  Matcher& operator=(Matcher&&) noexcept;

  // Fills hits and bindings. Hits stand in text order of their triggers. Linear in the document.
  void match(Document& document) const;

 private:
  struct State;
  std::unique_ptr<const State> state_;
};

}  // namespace panchina
