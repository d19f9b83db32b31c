// WeighedDates: when a post or a playing spell began and ended, where its rule does not say so but
// a date of its sentence does, by the weight of signs (rules/words/date_signs.toml): what kind of
// date it is, where it stands to what was told, which verbs stand around it, what other rules make
// of it. Thread rule: belongs to one document's pass. Time: linear in the sentence for each
// statement.
#pragma once

#include <memory_resource>
#include <optional>
#include <string>
#include <vector>

#include "document/document.h"
#include "lexicon/lexicon.h"
#include "resolve/choice/choice.h"
#include "resolve/choice/sign_sum.h"
#include "resolve/entity/entity_view.h"
#include "resolve/fact/statement.h"
#include "resolve/time/passage.h"
#include "rule/rule_set.h"

namespace panchina {

class WeighedDates {
 public:
  // All must outlive it. `choices`: every date is added there, if not nullptr.
  WeighedDates(const Document& document, const RuleSet& rules, const EntityView& entities,
               const Lexicon& lexicon, const Passage& around, SignChoices* choices);

  // A post or spell was told by a hit: the statement's index in what `decide` gets.
  void offer(Index index, const Hit& hit, const Statement& statement);
  // Fills starts and ends that nothing tells of the person at that club. Call once.
  void decide(std::vector<Statement>& statements);

 private:
  struct Candidate {
    Index statement = 0;
    Index unit = kNoIndex;  // of the date
    SignShares share;
    Index choice = kNoIndex;  // in `choices_`
  };
  bool is_of_the_idle(Index unit) const;
  bool is_of_schooling(Index unit) const;
  bool is_of_a_title(Index unit) const;
  bool is_candidate(Index unit, const Statement& statement) const;
  bool is_of_another(const Hit& hit, const Statement& statement, Index unit) const;
  bool is_of_a_debut(Index unit) const;
  bool is_of_the_time_before(const Hit& hit, Index unit) const;
  void weigh(Index index, const Hit& hit, const Statement& statement, Index clause, Index unit);
  void add_kind(const Statement& statement, Index unit, SignSum& out) const;
  void add_place(const Hit& hit, Index clause, Index unit, SignSum& out) const;
  void add_verbs(const Hit& hit, IndexRange units, Index unit, SignSum& out) const;
  void add_clubs(const Statement& statement, IndexRange units, Index unit, SignSum& out) const;
  void add_others(const Statement& statement, Index unit, SignSum& out) const;
  // What is told of a person at a club.
  struct Known {
    std::optional<DateValue> start, end;
  };
  std::pmr::vector<std::uint32_t> spans_taken(const std::vector<Statement>& statements) const;
  void take(const Candidate& one, Statement& statement, Known& known) const;
  void fill(Statement& statement, const Candidate& one, bool start, bool end) const;

  const Document& document_;
  const EntityView& entities_;
  const Lexicon& lexicon_;
  const Passage& around_;
  const Index idle_, schooling_, debut_, subordinate_;  // word lists
  const SignWeights& weights_;
  std::pmr::vector<std::uint32_t> bound_by_;  // by unit: bits of the types of events that bind it
  std::vector<DateChoice>* choices_;
  std::pmr::vector<Candidate> candidates_;
};

}  // namespace panchina
