// ClauseContent: what a clause or a block holds, by which most rules that a trigger offers are put
// aside before anything is matched. Thread rule: SetIndex is const after building, ClauseContent
// the scratch memory of one worker.
#pragma once

#include <cstdint>
#include <vector>

#include "document/document.h"
#include "match/trigger_index.h"
#include "rule/rule_set.h"

namespace panchina {

// The word sets and verb sets that some rule needs, by word and by lemma.
class SetIndex {
 public:
  SetIndex(const RuleSet& rules, Index vocabulary_size);
  // Values as in Needs::words.
  const TriggerLists& lists() const { return lists_; }
  std::size_t size() const { return size_; }  // values are below it

 private:
  TriggerLists lists_;
  std::size_t size_ = 0;
};

class ClauseContent {
 public:
  explicit ClauseContent(const SetIndex& sets) : sets_(sets), seen_(sets.size(), 0) {}

  void clear() { kinds_ = 0, ++stamp_; }
  void add(const Document& document, IndexRange units);

  std::uint32_t kinds() const { return kinds_; }
  bool has_kinds(const Needs& needs) const {
    return (needs.kinds & ~kinds_) == 0 && (needs.one_of == 0 || (needs.one_of & kinds_) != 0);
  }
  bool has_words(const Needs& needs) const {
    bool any = false;
    for (const Index set : needs.words) {
      if (set == kNoIndex) {
        if (!any) return false;
        any = false;
      } else {
        any = any || seen_[set] == stamp_;
      }
    }
    return true;
  }
  // Whether a pattern with these needs may match somewhere in the units added.
  bool allows(const Needs& needs) const { return has_kinds(needs) && has_words(needs); }

 private:
  const SetIndex& sets_;
  std::vector<std::uint32_t> seen_;  // by set: the last stamp under which a member was added
  std::uint32_t stamp_ = 0;
  std::uint32_t kinds_ = 0;
};

}  // namespace panchina
