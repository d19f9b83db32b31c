// TableMatcher: table rules at work: blocks, their headings, their rows. Thread rule: scratch
// memory of one worker.
#pragma once

#include <span>
#include <vector>

#include "document/document.h"
#include "match/clause_content.h"
#include "match/runner.h"
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
  // A unit where a heading, or what ends a reach, may begin.
  struct Turn {
    Index unit = 0;
    Index stretch = kNoIndex;  // in outer_; kNoIndex: in the block at work
    Index next = kNoIndex;     // of the same number
    bool tried = false;
    IndexRange cover;  // once it was tried: what it takes; empty: none begins there
  };
  // Turns in text order, those of a number of HeadingIndex chained.
  struct Turns {
    struct Chain {
      std::uint32_t stamp = 0;  // of an older block: no turn
      Index first = kNoIndex, last = kNoIndex;
    };
    std::vector<Turn> all;
    std::vector<Chain> chains;  // by number
    std::uint32_t stamp = 0;

    void clear() { all.clear(), ++stamp; }
    void add(Index number, Index unit, Index stretch);
    // kNoIndex: none.
    Index first_of(Index number) const {
      return number != kNoIndex && chains[number].stamp == stamp ? chains[number].first : kNoIndex;
    }
  };
  // Where rows of a rule may stand: behind a heading, up to what ends its reach.
  struct Reach {
    IndexRange units;
    std::size_t stretches = 0;  // of stretches_: how many of them are its heading
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
    bool headed = false;         // it asks for a heading
    bool reaches_on = false;     // its reach may go on in the next block
    bool counts_places = false;  // a row's place is counted from those above
  };
  // What a rule may do in the block at work.
  enum class May : std::uint8_t { kUnasked, kNothing, kReach, kRows };

  May ask(Index rule);
  void read_blocks();
  void read_row_starts();
  void match_block(Index block);
  void read_surroundings(Index block);
  void note_turns(IndexRange units, Index stretch);
  bool find_outer_heading(Index rule);
  void find_reaches(Index rule, Index block);
  Index behind_colon(IndexRange units, Index at) const;
  bool stands(Turn& turn, Index number, IndexRange units);
  bool find_in(const std::vector<Variant>& variants, IndexRange units, IndexRange& cover);
  std::span<const IndexRange> heading_of(const Reach& reach) const;
  bool vetoed(const TableRule& rule, const Reach& reach, IndexRange row);
  void match_rows(Index rule, Index block);
  std::uint32_t unknown_clubs(IndexRange units, IndexRange clauses, Index low, Index high) const;
  void drop_lone_rows(std::size_t first, std::span<const std::size_t> reach_of_row);
  bool are_light(Index begin, Index end) const;
  Index value_in(const Row& row, Index slot) const;
  bool follows(const TableRule& rule, const Row& row, const Row& next) const;
  bool opens(const Row& row, const Reach& reach) const;
  bool yields(std::size_t row) const;
  void keep_falling(const TableRule& rule, std::size_t first,
                    std::span<const std::size_t> reach_of_row);
  Index with_brackets(Index end, IndexRange units) const;
  Index next_row(const TableRule& rule, Index at, IndexRange units, const RowEnds& ends);
  void add_adjuncts(Index index, const Reach& reach, IndexRange row);
  bool seek(const Adjunct& adjunct, IndexRange units);
  bool goes_on(Index block, Index points) const;
  void add_row(Index rule, Index clause, IndexRange cover, std::uint32_t rank);
  void emit();
  void emit_row(const Row& row);

  const RuleSet& rules_;
  const HeadingIndex& headings_;
  Runner& runner_;
  Document* document_ = nullptr;
  std::vector<Facts> facts_;                  // by table rule
  std::vector<May> may_;                      // by table rule
  ClauseContent content_;                     // of the block at work
  std::vector<IndexRange> clauses_of_block_;  // main clauses: in main_clauses_
  std::vector<Index> main_clauses_;
  std::vector<std::uint32_t> clause_kinds_;  // of units, by main clause
  std::vector<RowStart> row_starts_;         // of the document, in text order
  std::size_t next_start_ = 0;               // in row_starts_: none before it matters now
  std::vector<IndexRange> outer_;  // units outside the block at work that may hold its heading
  Turns outer_turns_, turns_;
  std::vector<IndexRange> outer_before_;  // of the block before: most have the same heading
  std::vector<std::uint8_t> open_;        // by table rule: its reach goes on in the next block
  std::vector<Reach> reaches_;            // of the rule at work, in text order
  std::vector<IndexRange> stretches_;     // units of headings: adjuncts and vetoes look there
  std::vector<std::uint8_t> is_mark_;     // by slot of the rule at work: it stands for a value
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

}  // namespace panchina
