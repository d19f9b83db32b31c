// StaffPosts: the post on the staff that a passage means where its own words tell none: the trade
// that stands at a man's name (`Mario Rossi, preparatore atletico giramondo`), or the words that
// his line begins with (`PREPARATORI PORTIERI - Confermato Rossi`), else what he is told to be
// elsewhere (`Nel 1998 allena i portieri del Lecco. Poi il Como`). Thread rule: belongs to one
// document's pass.
#pragma once

#include <memory_resource>
#include <string_view>
#include <vector>

#include "document/document.h"
#include "lexicon/lexicon.h"
#include "resolve/entity/entity_view.h"
#include "resolve/fact/statement.h"

namespace panchina {

class StaffPosts {
 public:
  // Needs units, blocks and persons. Time: of the units, once.
  StaffPosts(const Lexicon& lexicon, const Document& document, const EntityView& entities);

  // The id of what a head coach's post is that no word of the hit tells, of this person (an entity
  // or kNoIndex); empty: a head coach's.
  std::string_view meant(const Hit& hit, Index person) const;

  // A post of this person was told, the statement of that number.
  void offer(const Hit& hit, Index person, Index statement) {
    posts_.push_back({person, statement, tells_bench(hit)});
  }
  // All is read: whoever is told to train keepers, and nowhere to lead a side, did so also where
  // he is only called a coach.
  void settle(std::vector<Statement>& statements) const;

  // Whom the page names first, if he follows a trade; else kNoIndex.
  Index tradesman() const;

 private:
  struct Post {
    Index person, statement;
    bool bench;  // words beside it tell of whoever leads the side
  };
  void find_trades();
  bool opens_line(const Clause& clause, Index unit) const;
  Index role_behind(Index person_unit, Index end) const;
  Index role_before_age(Index person_unit, Index begin) const;
  std::string_view label_of(const Hit& hit) const;
  bool tells_bench(const Hit& hit) const;

  const Lexicon& lexicon_;
  const Document& document_;
  const EntityView& entities_;
  Index copulas_, keepers_, fitness_, bench_, first_bench_, bench_verbs_;  // word lists
  std::pmr::vector<std::string_view> trades_;  // by person; empty: none, or more than one
  std::pmr::vector<Post> posts_;               // in the order of reading
  Index first_ = kNoIndex;                     // whom the article names first
};

}  // namespace panchina
