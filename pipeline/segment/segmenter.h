// Segmenter: sections, blocks and sentences of a document.
//
// Sections first: a page may hold several articles. Blocks are stretches of lines with one label;
// they cover all tokens. Sentences lie in blocks of the article, and in page dates, whose date may
// be the only one there is; no other block has any. In tables, lists and line-ups each line is one.
// Passages to be passed over inside a block (`(CLICCA QUI)`, tags) have their tokens masked.
//
// Thread rule: const after construction; what it was made with must outlive it.
#pragma once

#include "document/document.h"
#include "lexicon/lexicon.h"
#include "lexicon/vocabulary.h"
#include "rule/block_rules.h"
#include "segment/literal_beginnings.h"
#include "segment/sentence_splitter.h"

namespace panchina {

class Segmenter {
 public:
  Segmenter(const Vocabulary& vocabulary, const Lexicon& lexicon, const BlockRules& rules)
      : lexicon_(lexicon),
        rules_(rules),
        beginnings_(literal_beginnings(rules)),
        splitter_(vocabulary, rules.words()) {}

  // Fills `sections`, `blocks` and `sentences` from `tokens`, and sets Token::masked. Sets
  // info.truncated where a sentence was cut for its length. Linear in the text.
  void segment(Document& document) const;

  // As segment(); returns the block rules that had an effect, in text order: for `why` and tests.
  std::vector<Index> segment_and_tell(Document& document) const;

  // Sentences alone: the text is taken as running text, one section and block; an empty line parts
  // sentences, and a line end where a stop stands before it or the next line begins anew.
  void split_sentences(Document& document) const;

 private:
  const Lexicon& lexicon_;
  const BlockRules& rules_;
  PatternBeginnings beginnings_;
  SentenceSplitter splitter_;
};

}  // namespace panchina
