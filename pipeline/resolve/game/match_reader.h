// MatchReader: what a passage says of a match beyond the slots of its rule: the two sides that only
// the words around a score tell, the day, the ground, penalties, what a judge made of it. It
// remembers the match that was told last. Thread rule: of one document; reads hits in text order.
#pragma once

#include <array>
#include <functional>
#include <utility>
#include <vector>

#include "document/document.h"
#include "lexicon/lexicon.h"
#include "resolve/entity/entity_view.h"
#include "resolve/fact/statement.h"
#include "resolve/focus/focus.h"
#include "resolve/focus/slot_reader.h"
#include "resolve/game/awards.h"
#include "resolve/game/legs.h"
#include "resolve/game/match_day.h"
#include "resolve/game/shoot_out.h"
#include "resolve/game/told_score.h"
#include "resolve/game/venue.h"
#include "rule/rule_set.h"

namespace panchina {

class MatchReader {
 public:
  using Take = std::function<void(Index arg, Filled filled)>;

  MatchReader(const Document& document, const EntityView& entities, const Lexicon& lexicon,
              const Focus& focus);

  const MatchDay& day() const { return match_day_; }
  // A new match is read.
  void begin();
  // One of its args was filled: with a club (an entity, or kNoIndex), told by words of the passage
  // or inferred.
  void see(const Hit& hit, Index arg, Index club, bool told);
  // A rule that binds nothing but the score leaves both teams to the words around it; `played` as
  // in Focus::match_club().
  void read_told(const Hit& hit, const EmitSpec& emit, std::vector<bool>& played, Statement& out,
                 const Take& take);
  // When all its args are filled.
  void complete(const Hit& hit, Statement& out) const;
  // `non abbiamo perso 5-1`: the score is what a negated verb denies; not `non perde dal 2-1`.
  bool is_denied(const Hit& hit) const;
  // `il 3 novembre cadono 4-1`, `domenica si va là, e all'andata finì 2-2`: it was played, whatever
  // year or week its date seems to be of.
  bool is_over(const Hit& hit) const;
  // When its factuality is known; `before` are the statements so far.
  void close(const Hit& hit, Statement& out, std::vector<Statement>& before);

 private:
  void drop_strange_stadium(const ToldTeam& home, Statement& out) const;

  const Document& document_;
  const Lexicon& lexicon_;
  std::array<Index, 4> outcomes_;  // word lists of verbs
  Index since_, after_, from_;
  Venue venue_;
  MatchDay match_day_;
  ShootOut shoot_out_;
  Legs legs_;
  Awards awards_;
  ToldScore told_;
  LastMatch last_;
  Awards::Last stated_;
  // Of the match that is being read: its sides (entities), whether the words around its score told
  // them, who won the penalties.
  std::pair<Index, Index> sides_{kNoIndex, kNoIndex};
  bool told_here_ = false;
  ShootOut::Told penalties_ = ShootOut::Told::kNothing;
};

// The final score that a hit binds, as a unit.
Index final_score_of(const Document& document, const Hit& hit);

}  // namespace panchina
