// ShootOut: the penalties of a match: whether they are its own, and who won them. A written order
// stands until the words say otherwise (`4-3 per gli ospiti ai rigori`, `caduti 6-5 ai rigori`).
// Thread rule: const, of one document. Linear in the units near a hit.
#pragma once

#include "document/document.h"
#include "lexicon/lexicon.h"
#include "resolve/entity/entity_view.h"
#include "resolve/fact/statement.h"

namespace panchina {

class ShootOut {
 public:
  enum class Told : std::uint8_t { kNothing, kHomeWon, kAwayWon };

  ShootOut(const Document& document, const EntityView& entities, const Lexicon& lexicon)
      : document_(document),
        entities_(entities),
        lexicon_(lexicon),
        for_(lexicon.find_list("match_for")),
        then_(lexicon.find_list("shoot_out_then")) {}

  // Takes penalties away that cannot be of the match, else gives the higher number to whom the
  // words behind them name, or to whom `told` says that it won.
  void settle(const Hit& hit, Told told, Statement& match) const;

 private:
  Index penalties_of(const Hit& hit) const;
  bool is_told_then(Index goals, Index penalties) const;
  Index winner_behind(Index penalties) const;

  const Document& document_;
  const EntityView& entities_;
  const Lexicon& lexicon_;
  Index for_, then_;
};

}  // namespace panchina
