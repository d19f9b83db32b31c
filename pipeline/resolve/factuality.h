// Factuality of a hit: what its verb group and the words around it make of what it says. Thread
// rule: const and shared.
#pragma once

#include "document/document.h"
#include "lexicon/lexicon.h"
#include "rule/emit.h"

namespace panchina {

class FactualityJudge {
 public:
  explicit FactualityJudge(const Lexicon& lexicon);

  // `said` is the rule's own (`emit.factuality`). Negated: the verb is, or a denial governs it.
  // Possible: a modal, a conditional that is no future in the past, a question, an if-clause, a
  // word of rumour or plan before it in its clause.
  // Where the rule `states` it (`non è più l'allenatore`), the verb's own negation is weighed in
  // it.
  Factuality judge(const Document& document, const Hit& hit, const EmitSpec& emit) const;

 private:
  bool is_conceded(const Document& document, const Hit& hit) const;
  bool said_after_colon(const Document& document, const Hit& hit) const;
  bool hangs_on_possible(const Document& document, const Hit& hit, Index from) const;
  static bool is_purpose_of(const Document& document, const Hit& hit);
  bool is_looming(const Document& document, const Hit& hit) const;
  bool is_led_to(const Document& document, const Hit& hit, const VerbGroup& verb) const;
  bool names_as(const Document& document, const Hit& hit) const;
  bool is_condition(const Document& document, const Clause& clause, Index unit) const;
  bool came_later(const Document& document, const Hit& hit, const VerbGroup& verb) const;
  bool in_question(const Document& document, const Hit& hit) const;
  bool is_place_beside(const Document& document, const Hit& hit) const;
  bool is_played_before(const Document& document, const Hit& hit) const;
  bool is_first_leg(const Document& document, const Hit& hit) const;
  bool is_before_colon(const Document& document, const Hit& hit) const;
  bool is_beside_infinitive(const Document& document, const Hit& hit) const;
  bool depends_on_condition(const Document& document, const Hit& hit, const VerbGroup& verb,
                            Cue cue) const;
  bool is_asked_behind_colon(const Document& document, const Hit& hit) const;
  bool is_apposed(const Document& document, const Hit& hit) const;
  bool is_brought_up(const Document& document, const Hit& hit) const;
  bool is_hearsay(const Document& document, Index unit, Index end) const;
  const Lexicon& lexicon_;
  Index first_leg_, rumour_, looming_, denial_, denied_noun_, condition_, closes_, concessive_, as_,
      later_, source_, hearsay_, relative_, after_, indefinite_;
};

}  // namespace panchina
