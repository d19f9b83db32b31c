// KeptRules: which rules of a set stand in an earlier one just as they are, so that a document is
// matched again only where one of the others fires or fired. Thread rule: const after
// construction.
//
//   KeptRules kept(earlier.rules(), now.rules());
//   Matcher others(kept.others(), vocabulary, lexicon);
//   if (fires(others, document) || !kept.renumber(document.hits)) ...  // match and resolve anew
#pragma once

#include <vector>

#include "document/document.h"
#include "rule/rule_set.h"

namespace panchina {

class KeptRules {
 public:
  // A rule is kept where id and all else that it says but its tests are the same, and where it
  // stands behind the last kept one in both sets: the order decides between equals. Word classes
  // and weights of the two sets must be the same.
  KeptRules(const RuleSet& before, const RuleSet& now);

  // Today's event and table rules that are not kept, for a matcher of their own; no block or
  // mention rules.
  const RuleSet& others() const { return others_; }

  // Makes hits of before hits of today; false, and nothing is changed: one is of a rule that is not
  // kept. A hit that lost to another's decides nothing, so hits of rules that are all kept are
  // what matching anew would find, where none of the others fires.
  bool renumber(std::vector<Hit>& hits) const;

 private:
  RuleSet others_;
  // By index of a rule before: its index today; kNoIndex: it is not kept.
  std::vector<Index> events_, tables_;
};

}  // namespace panchina
