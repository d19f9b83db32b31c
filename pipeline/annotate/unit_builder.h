// UnitBuilder: from the candidate readings of a sentence to its units and clauses: disjoint units
// in text order, brackets as one unit with a clause inside. Thread rule: belongs to one worker.
#pragma once

#include <vector>

#include "annotate/context.h"
#include "document/document.h"

namespace panchina {

// A stretch of tokens that may be read as something. Several with the same tokens become the
// readings of one unit, in the order of their rank.
struct UnitCandidate {
  IndexRange tokens;
  Reading reading;
  NormSpan span;              // empty: that of its tokens
  Index head = 0;             // vocabulary id of the head word; 0: the only token's
  std::uint8_t rank = 0;      // smaller stands first among the readings of one unit
  std::uint8_t strength = 0;  // greater wins where candidates overlap and none holds the other
};

class UnitBuilder {
 public:
  explicit UnitBuilder(const Context& context);

  // Adds the units and clauses of a sentence; `candidates` are those of its tokens, in any order
  // (they are sorted in place). Linear but for the sort.
  void build(Document& document, Index sentence, std::vector<UnitCandidate>& candidates);

 private:
  struct Piece {  // a chosen unit before it is written
    IndexRange tokens;
    Index first = 0, last = 0;  // candidates
  };
  void choose(std::vector<UnitCandidate>& candidates);
  Index aside_end(const Document& document, Index dash, Index end) const;
  void match_brackets(const Document& document, IndexRange tokens);
  void write_clause(Document& document, Index sentence, IndexRange tokens, Index parent,
                    const std::vector<UnitCandidate>& candidates);
  void write_unit(Document& document, const Piece& piece,
                  const std::vector<UnitCandidate>& candidates);
  void write_token(Document& document, Index token, bool last_of_clause);
  bool leads_to_name(const Document& document, const Unit& unit) const;
  static bool leads_to_column(const Document& document, Index token);
  bool says_origin(const Document& document, const Unit& unit) const;
  bool describes_club_behind(const Document& document, Index unit, IndexRange units) const;
  bool trails_verb(const Document& document, Index unit, IndexRange units) const;
  bool leads_to_age_class(const Document& document, Index club, IndexRange units) const;
  void mark_transparent(Document& document, IndexRange units) const;
  bool is_year_of_man(const Document& document, Index unit, IndexRange units) const;
  void mark_birth_dates(Document& document, IndexRange units) const;

  struct Pending {  // a bracket whose inside is still to be written
    IndexRange tokens;
    Index unit = 0;
  };
  const Context& context_;
  Index age_class_ = kNoIndex, former_ = kNoIndex, genitive_ = kNoIndex,
        trailing_ = kNoIndex;  // word lists
  Index born_ = kNoIndex;      // ... what tells of a birth
  std::vector<Piece> pieces_;
  std::vector<Index> piece_at_;  // by token of the sentence
  std::vector<Index> closing_;   // by token of the sentence: the bracket that closes it
  std::vector<Index> open_;
  std::vector<Pending> pending_;
  Index base_ = 0;
};

}  // namespace panchina
