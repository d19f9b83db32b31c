// Legs: lists of pairs whose brackets tell what the same two did a round before, of which only the
// first says so: `Lecco-Como (andata 2-1), Bari-Pisa (0-1)`. Thread rule: const, of one document.
#pragma once

#include "document/document.h"
#include "lexicon/lexicon.h"
#include "resolve/entity/entity_view.h"
#include "resolve/fact/statement.h"

namespace panchina {

// Whether the bracket, a unit, says that what it tells is of the first leg: `(andata 2-1)`.
// `first_leg`: the word list of that name.
bool names_first_leg(const Document& document, const Lexicon& lexicon, Index first_leg,
                     Index bracket);

class Legs {
 public:
  Legs(const Document& document, const EntityView& entities, const Lexicon& lexicon)
      : document_(document),
        entities_(entities),
        lexicon_(lexicon),
        first_leg_(lexicon.find_list("first_leg")) {}

  // The first leg was played on the other's ground: turns the match round, takes its day away.
  void settle(const Hit& hit, Statement& match) const;

 private:
  bool is_bracket(Index unit) const;
  Index bracket_of(const Hit& hit) const;
  void take_winner(const Hit& hit, Statement& match) const;
  bool goes_on(const Hit& hit) const;
  bool is_pair(Index bracket) const;
  bool opens_with_score(Index bracket) const;
  bool names_leg(Index bracket) const;
  Index first_score(IndexRange units) const;

  const Document& document_;
  const EntityView& entities_;
  const Lexicon& lexicon_;
  Index first_leg_;
};

}  // namespace panchina
