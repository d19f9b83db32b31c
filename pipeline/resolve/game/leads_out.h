// Leads out: `fuori dai playoff` is out of something and says nothing of a ground; `fuori dalle
// mura amiche` does. Thread rule: a pure function.
#pragma once

#include "lexicon/lexicon.h"

namespace panchina {

// Whether a word for `on the road` is followed by one of the list `from`, and none of the list
// `home` stands in the three places behind that. `word_at(n)`: the word n places behind it (n from
// 1), 0 where the text ends.
template <typename WordAt>
bool leads_out(const Lexicon& lexicon, Index from, Index home, WordAt word_at) {
  constexpr Index kLast = 4;
  if (!lexicon.in_list(word_at(1), from)) return false;
  for (Index n = 2; n <= kLast; ++n)
    if (lexicon.in_list(word_at(n), home)) return false;
  return true;
}

}  // namespace panchina
