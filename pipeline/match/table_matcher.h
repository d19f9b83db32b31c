// TableMatcher: table rules at work: blocks, their headings, their rows. Thread rule: scratch
// memory of one worker.
#pragma once

#include <vector>

#include "document/document.h"
#include "lexicon/lexicon.h"
#include "match/runner.h"
#include "rule/rule_set.h"

namespace panchina {

class TableMatcher {
 public:
  TableMatcher(const RuleSet& rules, const Lexicon& lexicon);

  // Appends the document's table hits. Linear in its units.
  void match(Document& document);

 private:
  // A row bound by a rule, before rivals are weighed.
  struct Row {
    Index rule = 0;
    Index clause = 0;
    IndexRange cover;
    std::uint32_t rank = 0;
    IndexRange binds;  // in pool_
  };
  // Where a rule's heading stands.
  struct Heading {
    bool found = false;
    Index rows_from = 0;                // first unit that may be a row, in the block
    std::vector<IndexRange> stretches;  // its units: adjuncts and vetoes look here
  };

  void read_blocks();
  void match_block(Index block);
  void match_rule(Index rule, Index block);
  void find_heading(const TableRule& rule, Index block, Heading& out);
  bool find_in(const std::vector<Variant>& variants, IndexRange units, IndexRange& cover);
  bool vetoed(const TableRule& rule, const Heading& heading, IndexRange row);
  void match_rows(Index rule, Index block, const Heading& heading);
  Index next_row(Index at, IndexRange units, const RowEnds& ends) const;
  void add_adjuncts(const TableRule& rule, const Heading& heading, IndexRange row);
  void add_row(Index rule, Index clause, IndexRange cover, std::uint32_t rank);
  void emit();
  void emit_row(const Row& row);

  const RuleSet& rules_;
  Runner runner_;
  Document* document_ = nullptr;
  std::vector<IndexRange> clauses_of_block_;  // main clauses: in main_clauses_
  std::vector<Index> main_clauses_;
  std::vector<std::uint32_t> kinds_of_block_;
  Heading heading_;
  std::vector<Row> rows_;
  std::vector<Bind> pool_;
};

}  // namespace panchina
