// Venue: who played at home in a match whose rule does not say. `in casa`, `interno`, `in
// trasferta`, the ground or the town of one of the two near the match turn its teams round; without
// such a word the venue stays open. Thread rule: const, of one document. Linear in the units near a
// hit.
#pragma once

#include <string_view>

#include "document/document.h"
#include "lexicon/lexicon.h"
#include "resolve/entity/entity_view.h"
#include "resolve/fact/statement.h"

namespace panchina {

class Venue {
 public:
  Venue(const Document& document, const EntityView& entities, const Lexicon& lexicon);

  // Sets order_known of a match where the rule left it open; swaps the teams, their goals and their
  // spans where the first one, the subject, was the guest.
  void settle(const Hit& hit, Statement& match) const;

 private:
  enum class Side : std::uint8_t { kUnknown, kSubject, kOpponent };  // who is at home
  struct Team {
    std::string_view id;
    Index club = kNoIndex;  // in the lexicon
  };

  Side find(const Hit& hit, const Team& subject, const Team& opponent) const;
  Side read(Index unit, IndexRange range, const Team& subject, const Team& opponent) const;
  Side ground(Index unit, IndexRange range, const Team& subject, const Team& opponent) const;
  bool is_town_of(Index unit, const Team& team) const;
  bool is_team(Index unit, const Team& team) const;
  bool is_out_of(Index unit, IndexRange range) const;

  const Document& document_;
  const EntityView& entities_;
  const Lexicon& lexicon_;
  Index at_home_, on_the_road_, ground_, at_, against_, from_;
};

}  // namespace panchina
