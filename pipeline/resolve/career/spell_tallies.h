// SpellTallies: games and goals that stand beside what is told of a player's time at a club, in
// words that name neither: `lo acquistò il Cosenza: sei tornei, 154 incontri, sette centri`. They
// are of the spell told last before them. Thread rule: belongs to one document's pass. Time: linear
// in the document, but for sorting by place.
#pragma once

#include <memory_resource>
#include <vector>

#include "document/document.h"
#include "resolve/entity/entity_view.h"
#include "resolve/fact/statement.h"
#include "rule/rule_set.h"

namespace panchina {

// Games and goals, and the statement whose spell they are of.
struct SpellTally {
  const Hit* hit = nullptr;
  const EmitSpec* emit = nullptr;
  Index spell = 0;
};

class SpellTallies {
 public:
  // All must outlive it.
  SpellTallies(const Document& document, const RuleSet& rules, const EntityView& entities);

  // A rule with `emit.beside` binds games or goals.
  void offer(const Hit& hit, const EmitSpec& emit);
  // A hit told the statement of that index; posts count too: what stands behind one is not of a
  // player.
  void tell(Index index, const Hit& hit, const Statement& statement);
  // The tallies that are of a spell which lacks them. Call once.
  std::vector<SpellTally> decide(const std::vector<Statement>& statements);

 private:
  struct Told {
    Index index = 0;  // of the statement
    IndexRange units{};
    Index at = 0;  // where it stands in the text: the bracket's unit for what is told in one
    Index sentence = 0;
  };
  struct Offer {
    const Hit* hit = nullptr;
    const EmitSpec* emit = nullptr;
    Index at = 0;
  };
  Index place_of(const Hit& hit) const;
  bool is_free(const Hit& hit) const;
  bool is_beside(const Offer& tally, const Told& told, const Statement& spell) const;

  const Document& document_;
  const EntityView& entities_;
  std::pmr::vector<bool> bound_;  // by unit: something else is told with it
  std::pmr::vector<Told> told_;
  std::pmr::vector<Offer> offers_;
};

}  // namespace panchina
