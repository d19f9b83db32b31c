// SentenceSplitter: the sentences of a stretch of text, from its tokens.
//
// A sentence ends after a run of . ! ? … and the quotes and brackets that close there, unless what
// stands before the stop is an abbreviation, an initial, the number of a list or of an ordinal, or
// what follows goes on with the sentence. It ends before lower-case words too: much text on the web
// begins sentences so. No colon and no semicolon ends one; a quote or bracket shields nothing. The
// words come from rules/blocks (`[sentences]`). One look at each token: linear, whatever the text.
//
// Thread rule: const after construction; what it was made with must outlive it.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "document/layers.h"
#include "lexicon/vocabulary.h"
#include "rule/block_rules.h"

namespace panchina {

// Tokens in a sentence at most; a longer one is cut, after a comma or semicolon where there is one.
inline constexpr Index kLongestSentence = 600;

enum class SentenceCut : std::uint8_t { kNone, kTooLong };

class SentenceSplitter {
 public:
  SentenceSplitter(const Vocabulary& vocabulary, const WordBits& words)
      : vocabulary_(vocabulary), words_(words) {}

  // Appends the sentences of tokens `range`, which they cover without holes. Returns whether one
  // was cut for its length. `norm` is the matching copy that the tokens are of.
  SentenceCut split(std::string_view norm, std::span<const Token> tokens, IndexRange range,
                    std::vector<IndexRange>& sentences) const;

 private:
  const Vocabulary& vocabulary_;
  const WordBits& words_;
};

}  // namespace panchina
