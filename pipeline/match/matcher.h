// Matcher: event rules over units, table rules over rows -> hits. Of rules that emit the same type
// from one trigger the best stands: priority, units covered, fewest holes, fewest gap units,
// reading, file order. Thread rule: const; match() may run in several threads at once, documents of
// its own each.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "document/document.h"
#include "lexicon/lexicon.h"
#include "lexicon/vocabulary.h"
#include "rule/rule_set.h"

namespace panchina {

// What became of one try of a rule at a trigger: for why, why-not, near and profile.
enum class Outcome : std::uint8_t {
  kHit,
  kNoKinds,    // the clause lacks a kind of unit that the rule needs
  kNoTrigger,  // with `only`: no unit is the trigger; `unit` is one of its lemma, if any
  kNoMatch,    // an element failed: `element`, at `unit`
  kSubject,    // a hole, but the verb has another subject: `unit`
  kNoBag,      // too few of the bag's patterns
  kVetoed,     // by `unless` number `by`
  kWhere,      // `where` number `by` is false
  kBeaten,     // by rule `by`
};
struct Attempt {
  Index rule = 0;
  bool table = false;
  Index clause = 0;
  Index trigger = kNoIndex;  // unit
  Outcome outcome = Outcome::kNoMatch;
  std::uint32_t matched = 0;  // elements
  Index element = kNoIndex;   // in RuleSet::element_texts
  Index unit = kNoIndex;      // what stood where the element failed; kNoIndex: the clause's edge
  Index by = kNoIndex;
  std::uint32_t nanoseconds = 0;  // what the try took
};

// How far an attempt came: orders those of one rule.
std::uint32_t progress(const Attempt& attempt);

class Matcher {
 public:
  // All three must outlive the matcher; the vocabulary must have all its words.
  Matcher(const RuleSet& rules, const Vocabulary& vocabulary, const Lexicon& lexicon);
  ~Matcher();
  Matcher(Matcher&&) noexcept;
  Matcher& operator=(Matcher&&) noexcept;

  // Fills hits and bindings. Hits stand in text order of their triggers. Linear in the document.
  void match(Document& document) const;
  // The same for many: the event rules take all of them before the table rules begin, for both are
  // large.
  void match(std::span<Document> documents) const;

  // The same, and what became of every try. With `only` tries of that rule alone (its index in
  // RuleSet::events) are told, and it is tried at every unit.
  void match(Document& document, std::vector<Attempt>& attempts, Index only = kNoIndex) const;

  // Sentences one element short: tries that fail, but match with one element left out. `element`
  // is that element.
  void near(Document& document, std::vector<Attempt>& attempts) const;

 private:
  void match_clauses(Document& document) const;
  void match_tables(Document& document) const;

  struct State;
  std::unique_ptr<const State> state_;
};

}  // namespace panchina
