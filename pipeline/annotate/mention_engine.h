// MentionEngine: runs the mention rules over a stretch of tokens. Rules are tried only at tokens
// that can begin them; overlaps are decided here and nowhere else: longest, then priority, then
// file order. Thread rule: const and shared; scratch memory is thread-local.
#pragma once

#include <vector>

#include "document/document.h"
#include "rule/mention_rules.h"

namespace panchina {

// A mention as found. `value` is what Reading::value is for the kind: an index in Document::dates,
// scores or balances, or the number itself.
struct Mention {
  UnitKind kind = UnitKind::kNumber;
  IndexRange tokens;
  NormSpan span;  // may begin inside the first token: `'81` of `nell'81`
  Index value = 0;
  std::uint32_t features = 0;
  Index rule = 0;  // in MentionRules::rules()
};

class MentionEngine {
 public:
  explicit MentionEngine(const MentionRules& rules) : rules_(rules) {}

  // Appends the mentions of `tokens` (a sentence or row; never more than one block), disjoint and
  // in text order, to `out`; their dates, calendar steps, scores and balances to the document. Call
  // it in text order. Linear in the tokens.
  void find(Document& document, IndexRange tokens, std::vector<Mention>& out) const;

 private:
  const MentionRules& rules_;
};

}  // namespace panchina
