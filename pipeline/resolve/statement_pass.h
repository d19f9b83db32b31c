// StatementPass: the forward pass over sentences and rows that statements.h promises. Thread rule:
// belongs to one document.
#pragma once

#include <functional>
#include <memory_resource>
#include <vector>

#include "document/document.h"
#include "lexicon/lexicon.h"
#include "resolve/career/career.h"
#include "resolve/career/entry_dates.h"
#include "resolve/career/hit_survey.h"
#include "resolve/career/on_pitch.h"
#include "resolve/career/spell_tallies.h"
#include "resolve/career/stations.h"
#include "resolve/career/title_lists.h"
#include "resolve/career/weighed_dates.h"
#include "resolve/career/weighed_posts.h"
#include "resolve/career/weighed_spells.h"
#include "resolve/choice/choice.h"
#include "resolve/choice/told_types.h"
#include "resolve/draft.h"
#include "resolve/entity/birth_place.h"
#include "resolve/entity/entity_view.h"
#include "resolve/fact/statement.h"
#include "resolve/factuality.h"
#include "resolve/focus/aside_clubs.h"
#include "resolve/focus/focus.h"
#include "resolve/focus/posts.h"
#include "resolve/focus/slot_reader.h"
#include "resolve/focus/staff_posts.h"
#include "resolve/game/match_reader.h"
#include "resolve/game/other_scores.h"
#include "resolve/inference.h"
#include "resolve/substitutions.h"
#include "resolve/time/passage.h"
#include "rule/rule_set.h"

namespace panchina {

class StatementPass {
 public:
  // All must outlive the pass; `choices`, `sign_choices`: see StatementReader::read().
  StatementPass(const RuleSet& rules, const Lexicon& lexicon, const Document& document,
                const EntityView& entities, std::vector<Choice>* choices,
                SignChoices* sign_choices);

  // The statements, in text order. Once.
  std::vector<Statement> run();

 private:
  // statements.cc: hits, and what fills their holes.
  void foresee_posts(const Hit& hit);
  void read_hit(const Hit& hit);
  void read_emit(const Hit& hit, const EmitSpec& emit, const TakenStation* station);
  bool tell_as_act(const TakenStation& station, Index clause, Index club);
  void take(Draft& draft, Index arg, Filled filled);
  bool is_opponent(const Draft& draft, const EmitArg& from) const;
  bool lacks_next_club(const Hit& hit, const EmitSpec& emit) const;
  bool is_of_earlier_post(const Draft& draft, const EmitArg& from) const;
  bool is_of_played_years(const Draft& draft, const EmitArg& from) const;
  void read_slots(Draft& draft);
  bool is_infinitive_between(Index from, Index to) const;
  void take_seated(Draft& draft);
  bool fill_holes(Draft& draft);
  static bool is_list_row(const Draft& draft);
  bool goes_on_list(const Draft& draft);
  void read_tally(const SpellTally& tally);
  void read_listed(const ListedTitle& title);
  void read_other_score(const OtherScore& score);
  void complete_from(Draft& draft, const Statement& other,
                     const std::function<bool(Index arg)>& may_have) const;
  void tell_beside(Draft& draft);

  // statement_finish.cc: what is settled once its args are filled.
  void finish(Draft& draft, const TakenStation* station);
  bool settle_title(Draft& honour) const;
  void complete_post(Draft& draft) const;
  void close_row_above(const Draft& draft);
  void date_by_season(Draft& draft) const;
  const std::string* young_post_before(const Draft& draft) const;
  bool was_second_to_replaced(const Draft& draft) const;
  void date_by_entry(Draft& post) const;
  void date_by_heading(const Hit& hit, const EmitSpec& emit, Statement& out) const;
  void add_place(Draft& birth) const;
  bool denies_other(const Hit& hit) const;
  bool is_bare_guess(const Draft& draft) const;
  bool is_of_officer(const Draft& draft) const;
  bool is_of_another_kind(const Draft& draft) const;
  void drop_what_is_of_others(Draft& draft) const;
  void drop_strange_dates(Draft& draft) const;
  void drop_strange_person(Draft& draft) const;
  bool is_of_bench(const Draft& spell) const;
  bool tells_of_before(const Hit& hit) const;

  const RuleSet& rules_;
  const Lexicon& lexicon_;
  const Document& document_;
  const EntityView& entities_;
  PostWords post_words_;
  Index former_;                // word list: `ex`, `già`
  std::vector<Index> leagues_;  // first_competitions()
  HitSurvey survey_;
  EntryDates entry_dates_;
  StaffPosts staff_posts_;
  Focus focus_;
  MatchReader matches_;
  AsideClubs aside_;
  BirthPlace birth_place_;
  FactualityJudge judge_;
  Passage around_;
  Careers careers_;
  SlotReader slots_;
  Inference inference_;
  Stations stations_;
  ToldTypes told_;
  OnPitch on_pitch_;
  Substitutions substitutions_;
  WeighedSpells weighed_;
  WeighedPosts weighed_posts_;
  WeighedDates spell_dates_;
  SpellTallies tallies_;
  TitleLists title_lists_;
  OtherScores other_scores_;
  ChoiceLog choices_;
  Filled list_club_;  // of the last row that named none, and its block
  Index list_block_ = kNoIndex;
  std::pmr::vector<Index> holes_;    // args of the statement that is being read
  std::pmr::vector<Index> namings_;  // by person: units that name him
  std::vector<Draft> postless_;      // acts of a person and a club, without a post
  std::vector<Statement> statements_;
};

}  // namespace panchina
