// BlockMatcher: which rules of rules/blocks a line meets. Thread rule: const; belongs to one
// document, whose tokens it looks at.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "document/layers.h"
#include "rule/block_rules.h"
#include "segment/line.h"

namespace panchina {

// What stands around a line.
struct LineContext {
  bool head = false;                        // before the first paragraph
  bool after = false;                       // after it
  bool tail = false;                        // after the last paragraph
  BlockLabel previous = BlockLabel::kBody;  // label of the line before
};

struct BlockMatch {
  Index rule = 0;  // in BlockRules::rules(), which stand in order of priority
  IndexRange
      tokens;  // what the phrase or the pattern covers; the whole line where there is neither
};

class BlockMatcher {
 public:
  BlockMatcher(const BlockRules& rules, std::string_view norm, std::span<const Token> tokens)
      : rules_(rules), norm_(norm), tokens_(tokens) {}

  // All matches of a line, best rule first.
  std::vector<BlockMatch> match(const Line& line, const LineContext& context) const;

 private:
  bool applies(const BlockRule& rule, const Line& line, const LineContext& context) const;
  // The end of a match of `phrase` at token `at`, or kNoIndex.
  Index match_phrase(const Phrase& phrase, Index at, Index end) const;
  void try_phrases(std::span<const Index> phrases, Index at, const Line& line,
                   const LineContext& context, std::vector<BlockMatch>& matches) const;

  const BlockRules& rules_;
  std::string_view norm_;
  std::span<const Token> tokens_;
};

}  // namespace panchina
