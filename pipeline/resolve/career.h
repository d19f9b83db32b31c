// Careers: whether a passage tells of somebody's years as a player or on the bench. Words of the
// field settle it (`da giocatore`, `presenze`, `in panchina`): the last of them before a place, in
// its paragraph; else the heading above it; else how the paragraph before it ended. A heading of
// titles won holds for all that stands under it. Thread rule: const once made.
#pragma once

#include <cstdint>
#include <vector>

#include "document/document.h"
#include "lexicon/lexicon.h"
#include "rule/emit.h"

namespace panchina {

class Careers {
 public:
  Careers(const Document& document, const Lexicon& lexicon);

  // Of what is told at this token.
  Career at(Index token) const;

 private:
  struct Mark {
    Index token = 0;
    Career career = Career::kAny;
  };
  Career last_in(IndexRange tokens) const;

  const Document& document_;
  std::vector<Mark> marks_;      // in text order
  std::vector<Career> opening_;  // by block
};

}  // namespace panchina
