// ClauseContent: what a clause or a block holds, by which most rules that a trigger offers are put
// aside before anything is matched. Thread rule: SetIndex is const after building, ClauseContent
// the scratch memory of one worker.
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

#include "document/document.h"
#include "match/trigger_index.h"
#include "rule/rule_set.h"

namespace panchina {

// What some rule needs, NeedTest::what, by word, by lemma and by kind.
class SetIndex {
 public:
  SetIndex(const RuleSet& rules, Index vocabulary_size);
  const TriggerLists& lists() const { return lists_; }
  std::size_t size() const { return size_; }  // all are below it
  // The vetoes of an event rule, beside each other in memory: most are put aside by what they ask.
  struct Veto {
    Index list = 0;      // what the triggers ask: a number, for many rules have the same vetoes
    bool words = false;  // it may be words alone, which are sought over tokens too
  };
  std::span<const Veto> vetoes(Index rule) const {
    return std::span(vetoes_).subspan(vetoes_of_[rule], vetoes_of_[rule + 1] - vetoes_of_[rule]);
  }
  std::size_t veto_list_count() const { return veto_starts_.size() - 1; }
  // What the triggers of a veto ask of their unit, NeedTest::what, by variant; kNoIndex: something
  // else.
  std::span<const Index> veto_triggers(Index list) const {
    return std::span(veto_triggers_)
        .subspan(veto_starts_[list], veto_starts_[list + 1] - veto_starts_[list]);
  }

 private:
  TriggerLists lists_;
  std::size_t size_ = 0;
  std::vector<Veto> vetoes_;              // of all event rules
  std::vector<std::size_t> vetoes_of_;    // by event rule: its first one; one more than rules
  std::vector<Index> veto_triggers_;      // of all lists
  std::vector<std::size_t> veto_starts_;  // by list, one more than these
};

class ClauseContent {
 public:
  explicit ClauseContent(const SetIndex& sets)
      : sets_(sets), seen_(sets.size()), asked_(sets.veto_list_count()) {}

  void clear() { kinds_ = 0, ++stamp_; }
  void add(const Document& document, IndexRange units);
  // clear() and add(), for left_of() and right_of() as well.
  void read(const Document& document, IndexRange units);

  std::uint32_t kinds() const { return kinds_; }
  // Whether the units have all of these kinds and, if any is asked for, one of those.
  bool has_kinds(std::uint32_t all, std::uint32_t one_of) const {
    return meets(kinds_, all, one_of);
  }
  // Whether the kinds that are needed left and right of the unit stand there. After read().
  bool has_kinds_beside(Index unit, const KindsBeside& needed) const {
    return meets(left_kinds_[unit - begin_], needed.left, needed.left_one_of) &&
           meets(right_kinds_[unit - begin_], needed.right, needed.right_one_of);
  }
  // Whether a variant's tests of that side of the unit are met.
  bool meets_left(Index unit, std::span<const NeedTest> tests) const {
    return meets(tests, [unit](const Seen& seen) { return seen.first < unit; });
  }
  bool meets_right(Index unit, std::span<const NeedTest> tests) const {
    return meets(tests, [unit](const Seen& seen) { return seen.last > unit; });
  }
  // Whether anything that a list of SetIndex::veto_triggers() asks for stands in the units added:
  // all of them.
  bool may_veto(Index list) {
    Asked& asked = asked_[list];
    if (asked.stamp != stamp_) {
      const auto stands = [this](Index what) { return has(what); };
      asked = {stamp_, std::ranges::any_of(sets_.veto_triggers(list), stands)};
    }
    return asked.any;
  }
  // Whether something stands in the units added, of SetIndex::veto_triggers().
  bool has(Index what) const { return what == kNoIndex || seen_[what].stamp == stamp_; }
  // Of these units from the first to the last that it may be. Where has() is true.
  IndexRange stretch_of(Index what, IndexRange units) const;
  // Whether a pattern with these needs may match somewhere in the units added.
  bool allows(const Needs& needs) const {
    return has_kinds(needs.kinds, needs.one_of) &&
           meets(needs.tests, [](const Seen&) { return true; });
  }

 private:
  // Where it stands.
  struct Seen {
    std::uint32_t stamp = 0;  // the last under which one was added
    Index first = 0, last = 0;
  };
  static bool meets(std::uint32_t kinds, std::uint32_t all, std::uint32_t one_of) {
    return (all & ~kinds) == 0 && (one_of == 0 || (one_of & kinds) != 0);
  }
  template <typename Stands>
  bool meets(std::span<const NeedTest> tests, Stands stands) const {
    if (tests.empty()) return true;
    for (std::size_t at = tests.size() - 1;;) {
      const NeedTest& test = tests[at];
      const Seen& seen = seen_[test.what];
      at = seen.stamp == stamp_ && stands(seen) ? test.yes : test.no;
      if (at >= NeedTest::kLacking) return at == NeedTest::kMet;
    }
  }

  const SetIndex& sets_;
  std::vector<Seen> seen_;  // by NeedTest::what
  struct Asked {
    std::uint32_t stamp = 0;  // the last under which it was asked for
    bool any = false;         // something of it was there then
  };
  std::vector<Asked> asked_;  // by list of SetIndex::veto_triggers()
  std::uint32_t stamp_ = 0;
  std::uint32_t kinds_ = 0;
  Index begin_ = 0;                                      // of the units read
  std::vector<std::uint32_t> left_kinds_, right_kinds_;  // by unit read: what stands there
};

}  // namespace panchina
