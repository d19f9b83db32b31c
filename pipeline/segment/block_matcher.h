// BlockMatcher: which rules of rules/blocks a line meets. Thread rule: belongs to one document,
// whose tokens it looks at.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "document/layers.h"
#include "rule/block_rules.h"
#include "segment/line.h"
#include "segment/literal_beginnings.h"

namespace panchina {

// What stands around a line.
struct LineContext {
  bool head = false;                        // before the first paragraph
  bool after = false;                       // after it
  bool tail = false;                        // after the last paragraph
  BlockLabel previous = BlockLabel::kBody;  // label of the line before

  bool holds(PagePart part) const {
    switch (part) {
      case PagePart::kHead:
        return head;
      case PagePart::kAfter:
        return after;
      case PagePart::kTail:
        return tail;
      case PagePart::kAny:
        break;
    }
    return true;
  }
};

struct BlockMatch {
  Index rule = 0;  // in BlockRules::rules(), which stand in order of priority
  IndexRange
      tokens;  // what the phrase or the pattern covers; the whole line where there is neither
};

class BlockMatcher {
 public:
  BlockMatcher(const BlockRules& rules, const PatternBeginnings& beginnings, std::string_view norm,
               std::span<const Token> tokens)
      : rules_(rules), beginnings_(beginnings), norm_(norm), tokens_(tokens) {}

  // All matches of a line, best rule first. Good until the next call.
  std::span<const BlockMatch> match(const Line& line, const LineContext& context);

 private:
  // A line as patterns see it: folded, one blank where tokens have a blank between them. Only as
  // much of it is folded as was asked for.
  struct FoldedLine {
    std::string text;
    std::vector<std::uint32_t> ends;  // of its tokens, in `text`
  };

  bool applies(const BlockRule& rule, const Line& line, const LineContext& context) const;
  // The end of a match of `phrase` at token `at`, or kNoIndex.
  Index match_phrase(const Phrase& phrase, Index at, Index end) const;
  void try_phrases(std::span<const Index> phrases, Index at, const Line& line,
                   const LineContext& context);
  void fold(IndexRange line, std::size_t bytes);
  bool may_begin(Index rule, IndexRange line);
  bool meets_pattern(const Line& line, BlockMatch& match);

  const BlockRules& rules_;
  const PatternBeginnings& beginnings_;
  std::string_view norm_;
  std::span<const Token> tokens_;
  std::vector<BlockMatch> matches_;  // of the line
  FoldedLine folded_;
};

}  // namespace panchina
