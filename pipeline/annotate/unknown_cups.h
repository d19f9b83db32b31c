// Unknown cups: competitions that the lexicon does not hold, by the noun they begin with: `la Coppa
// Friuli`, `il Torneo di Gattinara`, `il Memorial «Aldo Rossi»`. Thread rule: belongs to one
// worker.
#pragma once

#include <vector>

#include "annotate/context.h"

namespace panchina {

class UnknownCups {
 public:
  explicit UnknownCups(Context& context) : context_(context) {}

  // Finds the cups of the section and marks their tokens as parts of a form, so that they are taken
  // for no person and no club. To be called before persons and clubs are sought.
  void find();

  // The tokens of each, noun and name; in text order, disjoint.
  const std::vector<IndexRange>& spans() const { return spans_; }

 private:
  Index end_of(Index noun) const;
  Index quoted_end(Index quote) const;
  bool of_place(Index noun, Index name) const;
  bool is_hyphen(Index i) const;
  bool may_begin(Index i) const;
  bool goes_on(Index i) const;

  Context& context_;
  std::vector<IndexRange> spans_;
};

}  // namespace panchina
