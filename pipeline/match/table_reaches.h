// TableReaches: where the rows of a table rule may stand in a block: behind a heading, inside the
// block or above it, up to what ends its reach. Thread rule: scratch memory of one worker.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "document/document.h"
#include "match/runner.h"
#include "match/trigger_index.h"
#include "rule/rule_set.h"

namespace panchina {

// The main clauses of a document, by block.
struct MainClauses {
  void read(const Document& of_document);
  // Of a main clause, by its index in `all`.
  IndexRange units(Index at) const { return document->clauses[all[at]].units; }

  const Document* document = nullptr;
  std::vector<IndexRange> of_block;  // in `all`
  std::vector<Index> all;            // in Document::clauses, in text order
  std::vector<std::uint32_t> kinds;  // of their units, by main clause
  // By unit: kinds of it and of those behind it in its main clause.
  std::vector<std::uint32_t> kinds_from;
};

// Whether rows follow each other in prose, from a heading to what ends it: a story, which may go on
// in the next block.
bool reaches_on(const TableRule& rule);

// Where rows of a rule may stand: behind a heading, up to what ends its reach.
struct Reach {
  IndexRange units;
  std::size_t stretches = 0;  // how many of TableReaches::stretches() are its heading
};

class TableReaches {
 public:
  // The runner is at work for others too, and knows the document.
  TableReaches(const RuleSet& rules, const HeadingIndex& headings, Runner& runner);

  // Both must stay until the next document is entered.
  void enter_document(const Document& document, const MainClauses& clauses);
  // No story goes on from one section to the next.
  void enter_section();
  void enter_block(Index block);
  // Whether a rule that asks for a heading may have one in or above the block: few do.
  bool may_be_headed(Index rule) const {
    const Index heading = headings_.heading(rule);
    return open_[rule] != 0 || turns_.first_of(heading) != kNoIndex ||
           outer_turns_.first_of(heading) != kNoIndex;
  }
  // The rule's reaches in the block, in text order, until the next call.
  std::span<const Reach> find(Index rule, Index block);
  // Units of the reach's heading: adjuncts and vetoes look there.
  std::span<const IndexRange> heading_of(const Reach& reach) const {
    return std::span(stretches_).first(reach.stretches);
  }

 private:
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

  void note_turns(IndexRange units, Index stretch);
  bool stands(Turn& turn, Index number, IndexRange units);
  bool find_outer_heading(Index rule);
  Index heading_above(Index heading) const;
  Index behind_colon(IndexRange units, Index at) const;

  const RuleSet& rules_;
  const HeadingIndex& headings_;
  Runner& runner_;
  const Document* document_ = nullptr;
  const MainClauses* clauses_ = nullptr;
  std::vector<IndexRange> outer_;  // units outside the block at work that may hold its heading
  std::vector<IndexRange> outer_before_;  // of the block before: most have the same heading
  Turns outer_turns_, turns_;
  std::vector<std::uint8_t> open_;     // by table rule: its reach goes on in the next block
  std::vector<Reach> reaches_;         // of the rule at work
  std::vector<IndexRange> stretches_;  // units of headings: those above the block, then its own
};

}  // namespace panchina
