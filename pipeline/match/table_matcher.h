// TableMatcher: table rules at work: the rows that stand in the reach of their headings, and their
// places. Thread rule: scratch memory of one worker.
#pragma once

#include <span>
#include <vector>

#include "document/document.h"
#include "match/clause_content.h"
#include "match/runner.h"
#include "match/table_reaches.h"
#include "match/trigger_index.h"
#include "rule/rule_set.h"

namespace panchina {

class TableMatcher {
 public:
  // The runner is at work for others too, and knows the document.
  TableMatcher(const RuleSet& rules, const HeadingIndex& headings, const SetIndex& sets,
               Runner& runner);

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
  // A unit where a row may begin, and what separates it from the row before.
  struct RowStart {
    Index unit = 0;
    bool line = false;
    char mark = 0;  // of the unit before it
  };

  // Of a rule, beside each other in memory: most are put aside by them.
  struct Facts {
    std::uint32_t blocks = 0;
    bool headed = false;          // it asks for a heading
    bool reaches_on = false;      // its reach may go on in the next block
    bool counts_places = false;   // a row's place is counted from those above
    std::uint32_t row_kinds = 0;  // kinds of units that every row holds
    std::uint32_t one_more = 0;   // ... and one of these; 0: of none
  };
  void index_rules();
  bool may_hold_rows(Index rule) const;
  void read_row_starts();
  void match_block(Index block);
  bool stands_in(const std::vector<Variant>& variants, IndexRange units, const Runner::Glance& all);
  bool vetoed(const TableRule& rule, const Reach& reach, IndexRange row);
  void match_rows(Index rule, Index block, std::span<const Reach> reaches);
  std::uint32_t unknown_clubs(IndexRange units, IndexRange clauses, Index low, Index high) const;
  void drop_lone_rows(std::size_t first, std::span<const std::size_t> reach_of_row);
  bool are_light(Index begin, Index end) const;
  Index value_in(const Row& row, Index slot) const;
  bool follows(const TableRule& rule, const Row& row, const Row& next) const;
  bool opens(const Row& row, const Reach& reach) const;
  bool yields(std::size_t row) const;
  bool is_title(std::size_t row) const;
  bool may_fall(Index rule, Index block) const;
  void keep_falling(const TableRule& rule, std::size_t first, std::span<const Reach> reaches,
                    std::span<const std::size_t> reach_of_row);
  Index with_brackets(Index end, IndexRange units) const;
  Index next_row(const TableRule& rule, Index at, IndexRange units, const RowEnds& ends);
  void mark_slots(const TableRule& rule);
  void add_adjuncts(Index index, const Reach& reach, IndexRange row);
  bool seek(const Adjunct& adjunct, IndexRange units);
  bool goes_on(Index block, Index points) const;
  void add_row(Index rule, Index clause, IndexRange cover, std::uint32_t rank);
  void emit();
  void emit_row(const Row& row);

  const RuleSet& rules_;
  Runner& runner_;
  Document* document_ = nullptr;
  std::vector<Facts> facts_;  // by table rule
  // By label of a block: the rules that may have rows in it, or reach through it.
  std::vector<std::vector<Index>> rules_of_label_;
  ClauseContent content_;  // of the block at work
  MainClauses clauses_;
  TableReaches reaches_;
  std::vector<RowStart> row_starts_;   // of the document, in text order
  std::size_t block_start_ = 0;        // the first of the block at work
  std::size_t next_start_ = 0;         // in row_starts_: none before it matters now
  std::vector<std::uint8_t> is_mark_;  // by slot of the rule at work: it stands for a value
  std::vector<Row> rows_;
  // Where the rows of a table that counts places have come to in a block: the next block may go on.
  struct Places {
    Index block = kNoIndex;
    std::uint32_t above = 0, rank = 0;
    Index last_points = kNoIndex;
  };
  Places places_before_{}, places_here_{};
  std::vector<IndexRange> rows_above_;  // of each rule: its rows in the last block that had some
  std::vector<Bind> pool_;
};

// Whether units of these kinds may be a row of the rule.
bool may_be_row(const TableRule& rule, std::uint32_t kinds);

}  // namespace panchina
