// The lexicon of rules/, loaded once for all tests of a program, and words or sentences scanned
// with it.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "lexicon/lexicon.h"
#include "scan/scanner.h"
#include "text/fold.h"
#include "text/text.h"

namespace panchina {

struct LoadedLexicon {
  Vocabulary vocabulary;
  Lexicon lexicon;
};

inline const LoadedLexicon& loaded_lexicon() {
  static const LoadedLexicon* const kLoaded = [] {
    auto* loaded = new LoadedLexicon;
    auto result = Lexicon::load(std::string(PANCHINA_SOURCE_DIR) + "/rules", loaded->vocabulary);
    if (!result) {
      for (const Diagnostic& diagnostic : result.error()) ADD_FAILURE() << to_text(diagnostic);
    } else {
      loaded->lexicon = std::move(*result);
    }
    return loaded;
  }();
  return *kLoaded;
}

inline std::vector<Token> scanned(std::string_view sentence) {
  std::vector<Token> tokens;
  Scanner::tokenize(sentence, loaded_lexicon().vocabulary, tokens);
  return tokens;
}

inline Index word_id(std::string_view word) {
  return loaded_lexicon().vocabulary.find(folded(word));
}

}  // namespace panchina
