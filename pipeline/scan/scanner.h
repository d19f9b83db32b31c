// Scanner: text to tokens and lexicon hits, once a document; all later stages read these.
//
// Tokens are as document/layers.h says. Letters are those of Unicode (categories L and M; an accent
// that could not be composed stays with its letter), digits ASCII. An elision takes its apostrophe
// where a letter follows (`dell'Ascoli`); before a digit or a blank only where the vocabulary holds
// it with its apostrophe (`dall'86`, `l' allenatore`, yet `po' di`, `settembre'98`). Control marks,
// the byte order mark and zero-width marks are no tokens.
//
// Thread rule: const after construction; vocabulary and lexicon must outlive it.
#pragma once

#include "document/document.h"
#include "lexicon/lexicon.h"
#include "lexicon/vocabulary.h"

namespace panchina {

class Scanner {
 public:
  Scanner(const Vocabulary& vocabulary, const Lexicon& lexicon)
      : vocabulary_(vocabulary), lexicon_(lexicon) {}

  // Fills `tokens` and `lexicon_hits` from `text`; what stood there is gone. Linear in the text.
  void scan(Document& document) const;

  // Tokens of any text: for rules, word lists and tests. Appends to `tokens`.
  static void tokenize(std::string_view norm, const Vocabulary& vocabulary,
                       std::vector<Token>& tokens);

 private:
  const Vocabulary& vocabulary_;
  const Lexicon& lexicon_;
};

}  // namespace panchina
