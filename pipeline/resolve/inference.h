// Inference: what stands for an arg that the passage does not give, by the policies of `missing`:
// whom or which club a passage is about, the post held before, the heading, the story's date.
// Thread rule: of one document; read its statements in text order and tell them by remember().
#pragma once

#include <map>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "resolve/career/career.h"
#include "resolve/fact/statement.h"
#include "resolve/focus/focus.h"
#include "resolve/focus/slot_reader.h"
#include "resolve/game/match_day.h"
#include "resolve/time/passage.h"

namespace panchina {

class Inference {
 public:
  // `played` tells of each unit whether a match binds it.
  Inference(const Lexicon& lexicon, const Document& document, const EntityView& entities,
            const Focus& focus, const MatchDay& match_day, const Passage& around,
            const Careers& careers, const SlotReader& slots, const std::vector<bool>& played);

  // The arg by that policy; null where it gives none. `person` and `club` are entities that the
  // statement has by now, or kNoIndex.
  Filled infer(const Hit& hit, const EmitSpec& emit, Missing policy, Index arg, Index person,
               Index club) const;

  void remember(const Statement& statement, Index person, Index club);

  // Another passage of the text names the person with a coach's post.
  void foresee(Index person, const std::string& role) { named_as_.emplace(person, role); }

 private:
  Index only_person_before(const Hit& hit) const;
  void add_later_posts(Index person, const Hit& hit, const EmitSpec& emit,
                       std::pmr::vector<Index>& clubs) const;
  ArgValue held_role(Index person, Index club) const;
  ArgValue known_role(const Hit& hit, Index person, Index club) const;
  const Competition* title_of(const Hit& hit, const EmitSpec& emit) const;
  Hole with_verbs(Hole hole, const Hit& hit) const;
  Index chief_behind(const Hit& hit, Index unit) const;
  Filled from_focus(const Hit& hit, const EmitSpec& emit, const ArgSpec& spec, Index arg,
                    Index person) const;
  Hole hole_of(const Hit& hit, const EmitSpec& emit, const ArgSpec& spec, Index arg) const;
  void find_taken(const Hit& hit, const Hole& hole, bool for_club, std::pmr::vector<Index>& taken,
                  std::pmr::vector<Index>& others) const;
  Index club_in_focus(const Hole& hole, EventType type, Index person) const;
  Index person_in_focus(const Hole& hole, const Hit& hit, const EmitSpec& emit,
                        const ArgSpec& spec) const;
  bool is_of_staff(const Hit& hit, const EmitSpec& emit) const;
  ArgValue role_in_focus(const Hit& hit, const EmitSpec& emit, Index person, Index club) const;
  Filled from_previous(const Hit& hit, EventType type, const ArgSpec& spec, Index arg, Index person,
                       Index club) const;
  Filled from_above(const Hit& hit, EventType type, Index arg) const;
  Filled from_published(const Hit& hit, EventType type) const;
  ArgValue capacity_of(const Hit& hit, const EmitSpec& emit, Index person) const;
  bool gives(const Hit& hit, const EmitSpec& emit, Index arg) const;
  Filled from_heading(const Hit& hit, EventType type, const ArgSpec& spec) const;
  bool may_be_told(EventType type, Index unit, bool row) const;
  bool has_own_clitic(const VerbGroup& verb) const;
  bool enters_now(const Hit& hit, const EmitSpec& emit) const;
  ArgValue competition_of(Index unit) const;

  const Lexicon& lexicon_;
  Index house_, own_, own_clitic_, binding_, genitive_;  // word lists
  const Document& document_;
  const EntityView& entities_;
  const Focus& focus_;
  const MatchDay& match_day_;
  const Passage& around_;
  const Careers& careers_;
  const SlotReader& slots_;
  const std::vector<bool>& played_;
  std::pmr::vector<Args> previous_;  // by event type: of the last statement
  Index previous_section_ = kNoIndex;
  Index spell_sentence_ = kNoIndex;  // of the last playing spell
  Index post_sentence_ = kNoIndex;   // of the last post
  // The paragraph that only_person_before() was asked for last, its first unit that names a person
  // and its first that names another.
  mutable Index named_block_ = kNoIndex, first_named_ = kNoIndex, second_named_ = kNoIndex;
  // By person: whether the last spell was a player's, the role of the last tenure told, a post
  // anywhere in the text; by person and club the role.
  std::pmr::unordered_map<Index, bool> player_;
  std::pmr::unordered_map<Index, std::string> role_of_;
  std::pmr::unordered_map<Index, std::string> named_as_;
  std::pmr::map<std::pair<Index, Index>, std::string> role_at_;
  // By person and club: the first day of the first post told there.
  std::pmr::map<std::pair<Index, Index>, Day> began_at_;
};

}  // namespace panchina
