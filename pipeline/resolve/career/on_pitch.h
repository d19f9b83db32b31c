// OnPitch: whom an article shows playing in the games that it tells: a name in a line-up, a player
// by his place, with the minute of a goal beside him, behind `gol di`, of whom a verb says that he
// scored. Nobody coaches and plays in one game. Thread rule: const once made. Time: linear in the
// document.
#pragma once

#include <memory_resource>
#include <vector>

#include "document/document.h"
#include "lexicon/lexicon.h"
#include "resolve/entity/entity_view.h"

namespace panchina {

class OnPitch {
 public:
  OnPitch(const Document& document, const Lexicon& lexicon, const EntityView& entities);

  // A person of the entities.
  bool contains(Index person) const { return plays_[person]; }
  // ... whom a line-up names, or the minute of what he does.
  bool fields(Index person) const { return fielded_[person]; }

 private:
  bool has(Index unit, UnitKind kind) const;
  bool is_mark(Index unit, char mark) const;
  bool is_player(const Clause& clause, Index unit) const;
  // Of the line-up's names: who stands behind `all.` is their coach.
  bool in_series(Index unit, IndexRange units) const;
  bool beside_minute(Index unit, IndexRange units) const;
  bool behind_deed(Index unit, IndexRange units) const;
  bool does_deed(Index unit, IndexRange units) const;

  const Document& document_;
  const Lexicon& lexicon_;
  Index of_, former_, deed_, doer_, verb_;  // word lists
  std::pmr::vector<bool> plays_, fielded_;
};

}  // namespace panchina
