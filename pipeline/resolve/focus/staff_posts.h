// StaffPosts: the post on the staff that a passage means where its own words tell none: the trade
// that stands at a man's name (`Mario Rossi, preparatore atletico giramondo`), or the words that
// head his paragraph (`PREPARATORI PORTIERI - Confermato Rossi`). Thread rule: const; lives as long
// as the document.
#pragma once

#include <memory_resource>
#include <string_view>
#include <vector>

#include "document/document.h"
#include "lexicon/lexicon.h"
#include "resolve/entity/entity_view.h"

namespace panchina {

class StaffPosts {
 public:
  // Needs units, blocks and persons. Time: of the units, once.
  StaffPosts(const Lexicon& lexicon, const Document& document, const EntityView& entities);

  // The id of what a head coach's post is that no word tells, in this block and of this person (an
  // entity or kNoIndex); empty: a head coach's.
  std::string_view meant(Index block, Index person) const;

  // Whether a person (entity) follows a trade of the staff.
  bool has_trade(Index person) const { return !trades_[person].empty(); }

 private:
  void find_trades();
  void find_labels();
  std::string_view coaching_role(Index unit) const;
  Index role_behind(Index person_unit, Index end) const;

  const Lexicon& lexicon_;
  const Document& document_;
  const EntityView& entities_;
  std::pmr::vector<std::string_view> trades_;  // by person; empty: none, or more than one
  Index copulas_;                              // word list
  std::pmr::vector<std::string_view> labels_;  // by block
};

}  // namespace panchina
