// ClauseMatcher: the event rules at work in one clause: candidates by trigger, their arguments,
// adjuncts, bags, vetoes and conditions, and which of rivals stands. Thread rule: scratch memory of
// one worker.
#pragma once

#include <vector>

#include "document/document.h"
#include "lexicon/lexicon.h"
#include "match/clause_content.h"
#include "match/matcher.h"
#include "match/runner.h"
#include "match/subject.h"
#include "match/trigger_index.h"
#include "rule/rule_set.h"

namespace panchina {

// A rule bound in a clause, before rivals are weighed.
struct Found {
  Index rule = 0;
  std::int32_t priority = 0;
  // Rivals say the same: type of event, weighed or beside another or not; kNoIndex: nothing.
  Index kind = kNoIndex;
  Cue cue = Cue::kNone;
  Index trigger = 0;
  IndexRange cover;
  std::uint32_t covered = 0;  // units that are not light
  std::uint32_t gap = 0;
  std::uint32_t holes = 0;
  std::uint32_t readings = 0;  // sum of the readings' ranks
  Index variant = 0;
  IndexRange binds;  // in the pool
};

class ClauseMatcher {
 public:
  // The runner is at work for others too.
  ClauseMatcher(const RuleSet& rules, const TriggerIndex& triggers, const SetIndex& sets,
                const SubjectFinder& subjects, const Lexicon& lexicon, Runner& runner);

  void set_document(Document& document) { document_ = &document; }
  // Appends the clause's hits to the document.
  void match(Index clause);

  // What became of each try; null: not told. `only`: that rule alone, at every unit.
  void tell(std::vector<Attempt>* attempts, Index only) { attempts_ = attempts, only_ = only; }
  void near(Index clause, std::vector<Attempt>& attempts);

 private:
  void find_candidates();
  void fetch_candidates() const;
  template <typename Use>
  void each_asked(int lacking, Use use);
  void ask();
  void try_variant(Index candidate, Index unit);
  bool try_once(const EventRule& rule, const RuleVariant& from, Index unit, bool holes);
  void try_bag(const RuleVariant& from, Index unit);
  bool fill_holes(Index unit, std::uint32_t demanded);
  bool may_hold(const Bag& bag) const;
  bool add_bags(const EventRule& rule, std::size_t from);
  bool bag_run(const Bag& bag, Index at, IndexRange bounds, IndexRange& cover);
  void read_steps();
  void read_asides();
  bool opens_station(Index unit) const;
  void add_adjuncts(const EventRule& rule, Index trigger);
  First beginnings_of(const Adjunct& adjunct) const;
  IndexRange places_of(First begins, IndexRange bounds) const;
  bool add_adjunct(const EventRule& rule, const Adjunct& adjunct, Index trigger);
  bool try_adjunct(const Adjunct& adjunct, Index unit, IndexRange bounds, bool of_birth);
  bool try_bracket(const Adjunct& adjunct, Index unit, bool of_birth, bool of_post);
  bool tells_games(IndexRange inside) const;
  void read_words();
  bool has_words(const std::vector<Index>& sets, IndexRange units);
  bool is_former_player(Index unit) const;
  IndexRange matched_bracket();
  Index vetoed(Index rule, Index trigger, Index first);
  void finish(const EventRule& rule, const RuleVariant& from, Index trigger);
  void keep(const EventRule& rule, const RuleVariant& from, Index trigger);
  IndexRange scope(Index unit);

  void select();
  void emit(const Found& found);
  Index governor_of(Index trigger);
  void emit_members(const Found& found);
  void add_member_adjuncts(const EventRule& rule, Index member);
  void explain_absence();
  Attempt* note(Index rule, Index trigger, Outcome outcome);

  const RuleSet& rules_;
  const TriggerIndex& triggers_;
  const SubjectFinder& subjects_;
  const Lexicon& lexicon_;
  Index relative_, then_, subordinate_, but_, games_, once_, former_post_;  // word lists
  Runner& runner_;
  Document* document_ = nullptr;

  Index clause_ = 0;
  IndexRange units_;
  Index scoped_ = kNoIndex;  // the last unit whose scope() was asked for, and what it was
  IndexRange scope_;
  const SetIndex& sets_;
  ClauseContent content_;       // of units_
  IndexRange cover_;            // of the try at work
  IndexRange matched_bracket_;  // of the try at work, see matched_bracket()
  // A variant that may match at a unit.
  struct Candidate {
    Index variant = 0;  // in TriggerIndex
    Index unit = 0;
  };
  std::vector<Candidate> candidates_;
  std::vector<std::uint32_t> tried_;  // by variant: the last unit stamp
  std::uint32_t stamp_ = 0;
  std::vector<Index> asked_;  // candidates of a list, see each_asked()
  std::vector<Found> found_;
  // What an adjunct sought beyond a unit passes there.
  struct Step {
    std::uint8_t cost = 0;
    bool verb = false;
    bool relative = false;  // `, che`
    bool opens = false;     // `e poi`
    bool aside = false;     // of a post once held: `, già al Lecco dal 2018 al 2020`
  };
  std::vector<Step> steps_;  // by unit of the clause, once an adjunct is sought in it
  // WordSignatures by token of the clause, once words are sought in it, and of all of them.
  std::vector<std::uint64_t> signatures_;
  std::uint64_t any_signature_ = 0;
  Index governed_ = kNoIndex;  // the last trigger whose governor was sought, and what was found
  Index governor_ = kNoIndex;
  std::vector<Bind> pool_;
  std::vector<Index> order_;
  std::vector<Index> kept_;
  std::vector<Index> kept_at_;  // by unit of the clause: the last kept of that trigger, in kept_
  std::vector<Index> chain_;    // by kept: the one before it of the same trigger
  std::vector<Bind> members_;
  std::vector<std::pair<Index, Index>> lists_;
  std::vector<Attempt>* attempts_ = nullptr;
  Index only_ = kNoIndex;
  std::vector<Index> found_attempt_;  // by found: its attempt
};

}  // namespace panchina
