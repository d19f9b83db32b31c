// Annotator: sentences to units and clauses. It runs the mention rules, finds verb groups, persons,
// clubs, roles, competitions, stadiums, places and descriptors, and cuts each sentence of the
// article into disjoint units, each with the readings that its tokens may have. Thread rule: const
// and shared; scratch memory is lent to one document at a time.
#pragma once

#include <memory>

#include "annotate/cues.h"
#include "annotate/mention_engine.h"
#include "document/document.h"
#include "lexicon/lexicon.h"
#include "lexicon/vocabulary.h"
#include "rule/mention_rules.h"

namespace panchina {

class Annotator {
 public:
  // All must outlive it.
  Annotator(const Vocabulary& vocabulary, const Lexicon& lexicon, const MentionRules& mentions,
            const Cues& cues);
  ~Annotator();

  // Fills units, readings, clauses, verbs, names, descriptors, scores, balances, unknown_clubs,
  // calendar_steps and dates. Needs tokens, lexicon hits, sections, blocks and sentences. Only
  // blocks of the article are read (is_article). Linear in the text.
  void annotate(Document& document) const;

 private:
  const Vocabulary& vocabulary_;
  const Lexicon& lexicon_;
  const Cues& cues_;
  MentionEngine engine_;
  struct Workers;  // scratch memory at rest
  std::unique_ptr<Workers> workers_;
};

}  // namespace panchina
