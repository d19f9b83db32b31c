// AsideClubs: clubs that a sentence names as whom somebody played, as the town where somebody comes
// from, where somebody was before or nearly went. No post there is told unless a rule reads it.
// Thread rule: const and shared. Time: bounded for each club.
#pragma once

#include "document/document.h"
#include "lexicon/lexicon.h"

namespace panchina {

class AsideClubs {
 public:
  AsideClubs(const Document& document, const Lexicon& lexicon);

  // `paga il 3-1 di Como`, `la gara con il Lecce`, `il tecnico di Siderno`: the club of a unit.
  bool contain(Index clause, Index unit) const;
  // The first two of these: no rule reads a post there either (`battuto 4-0 a Novara, lascia`).
  bool contain_match(Index clause, Index unit) const;
  // `il tecnico, lo scorso anno al Lecco, rileva Rossi`: what is told around that club, or that
  // date, is of another.
  bool contain_former(Index clause, Index unit) const;
  // `dopo le esperienze con Ascoli, Bari e Como, il Lecco`, `l'ex tecnico di Lecce e Bari`: clubs
  // of years gone by.
  bool contain_past(Index clause, Index unit) const;

 private:
  Index governor_of(Index clause, Index unit) const;
  bool is_paired(Index clause, Index unit) const;
  bool follows_match(Index unit, Index begin) const;
  bool is_match(Index unit) const;
  bool near_bench(Index governor, Index begin) const;
  bool follows_life(Index unit, Index begin) const;
  bool has(Index unit, UnitKind kind) const {
    return (document_.units[unit].kinds & kind_bit(kind)) != 0;
  }

  const Document& document_;
  const Lexicon& lexicon_;
  Index bare_, genitive_, occasion_, outcome_, former_, near_, life_verb_, stay_, after_, and_,
      once_, suffered_, with_, at_home_, on_the_road_, ground_;  // word lists
};

}  // namespace panchina
