// YouthSides: where a page tells of a club's youth sides. `l'Under 17`, bare, is a side of the club
// that the page is about, no national team; under a heading `PRIMAVERA` or `UNDER 15` whoever leads
// has a post with the young. Thread rule: plain data of one document; const methods.
#pragma once

#include <memory_resource>
#include <vector>

#include "document/document.h"
#include "lexicon/lexicon.h"

namespace panchina {

class YouthSides {
 public:
  // Needs units and blocks.
  YouthSides(const Document& document, const Lexicon& lexicon);

  // By unit: a youth side that only its age names, and nothing in its block tells of a nation's.
  const std::pmr::vector<bool>& bare() const { return bare_; }

  // Whether a block stands under the heading of a youth side.
  bool heads(Index block) const { return headed_[block]; }

 private:
  bool is_heading(const Document& document, const Lexicon& lexicon, const Block& block) const;

  std::pmr::vector<bool> bare_;    // by unit
  std::pmr::vector<bool> headed_;  // by block
};

}  // namespace panchina
