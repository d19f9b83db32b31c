// Governors: the words that govern the phrase behind them, so that it is no subject: prepositions,
// and the word list `governor`. Thread rule: const and shared.
#pragma once

#include "lexicon/lexicon.h"

namespace panchina {

class Governors {
 public:
  explicit Governors(const Lexicon& lexicon)
      : lexicon_(lexicon), list_(lexicon.find_list("governor")) {}

  bool contain(Index word) const {
    return word != 0 && (lexicon_.preposition(word) != kNoIndex || lexicon_.in_list(word, list_));
  }

 private:
  const Lexicon& lexicon_;
  Index list_;
};

}  // namespace panchina
