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
  // Needs units and blocks. Time: of the units and blocks, once each.
  YouthSides(const Document& document, const Lexicon& lexicon);

  // By unit: a youth side that only its age names, and nothing in its block tells of a nation's.
  const std::pmr::vector<bool>& bare() const { return bare_; }

  // By block: whether it stands under the heading of a youth side.
  const std::pmr::vector<bool>& headed() const { return headed_; }

 private:
  std::pmr::vector<bool> bare_;    // by unit
  std::pmr::vector<bool> headed_;  // by block
};

}  // namespace panchina
