// Substitutions: what a report of a game tells in the words of a change of coach: `fuori Rossi,
// dentro Neri`, `tocca a Rossi`, `Neri prende il posto di Rossi`, `richiama Rossi`. Thread rule:
// belongs to one document's pass.
#pragma once

#include <memory_resource>
#include <vector>

#include "document/document.h"
#include "resolve/career/on_pitch.h"
#include "resolve/draft.h"
#include "resolve/entity/entity_view.h"
#include "rule/rule_set.h"

namespace panchina {

class Substitutions {
 public:
  // All must outlive it.
  Substitutions(const Document& document, const RuleSet& rules, const EntityView& entities,
                const OnPitch& on_pitch);

  // Whose post the page names beside him: no player.
  void seat(Index person) { seated_[person] = true; }

  // Whether a post is none: its section reports a game, nobody of whom it tells has a post there,
  // and one of them plays, the minute stands beside, or one takes the other's place where no coach
  // goes. O(units of its sentence).
  bool contains(const Draft& post) const;

  // Whether a playing spell that no rule tells but signs is no more than that somebody plays in the
  // game that its section reports.
  bool is_of_game(const Draft& spell) const;

 private:
  struct Report {
    std::uint32_t minutes = 0;
    bool lined_up = false;  // it names the coach under a line-up
    bool coach_goes = false;
  };
  bool has_minute(Index sentence) const;
  bool reports_game(const Draft& draft) const;

  const Document& document_;
  const EntityView& entities_;
  const OnPitch& on_pitch_;
  std::pmr::vector<Report> reports_;  // by section
  std::pmr::vector<bool> seated_;     // by person
};

}  // namespace panchina
