// Walk: the stations of a career that running text goes through club by club, with years or in a
// row of names: `dal 66 al 68 la Fermana, poi due stagioni al Tolentino`. Only words that a list
// allows may stand between a station and what parts it from the next one. Thread rule: const;
// reads one document. Time: linear in the clause for each club.
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "document/document.h"
#include "lexicon/lexicon.h"
#include "resolve/entity/entity_view.h"
#include "resolve/focus/slot_reader.h"
#include "rule/emit.h"

namespace panchina {

// What a clause says of one club of a walk. Units; kNoIndex: it does not say so.
struct Station {
  Index years = kNoIndex;
  Index post = kNoIndex;    // a role: `come vice`
  bool youth = false;       // of its youth: `gli Allievi del`
  bool goes_on = false;     // `poi`, `quindi`: the next one
  bool counted = false;     // `due campionati`, without saying which
  Index holder = kNoIndex;  // the unit that names who was there
  IndexRange units;         // that tell of it
};

// A club alone, as a rule of careers binds it, and one of the things that it may tell.
struct BareClub {
  const Hit* hit = nullptr;
  const EmitSpec* emit = nullptr;
  std::optional<Station> station;  // none: other words make it something else, or it is no club
};

class Walk {
 public:
  Walk(const Document& document, const Lexicon& lexicon, const EntityView& entities);

  // The station that a unit, a club, is in its clause; none where other words make it something
  // else: an opponent, whose a title is, where somebody comes from.
  std::optional<Station> at(Index unit, Index clause) const;
  // What its stretch of the clause says of a club, whatever other words stand there.
  Station around(Index unit, Index clause, Index holder) const;
  // Adds a bare club, behind the others of its sentence, with its station.
  void add(const Hit& hit, const EmitSpec& emit, std::pmr::vector<BareClub>& bare) const;
  // Whether at least three clubs of a sentence stand in a row whose last is `infine`, `poi`.
  bool is_row(std::span<const BareClub> bare) const;
  // Whether the clause names another person as subject before the unit.
  bool is_of_other(Index unit, Index clause, Index person) const;
  // The time that a station has; none: no value.
  DateValue time_of(const Station& station) const;
  // What a station gives an arg of a tenure or a spell: role, start, end.
  Filled value_of(const Station& station, std::string_view arg) const;

 private:
  enum class Side { kBefore, kBehind };
  bool acts(Index unit, IndexRange units) const;
  bool tells_life(const VerbGroup& verb, IndexRange units) const;
  bool refuses(Index unit, IndexRange units) const;
  IndexRange stretch(Index unit, IndexRange units) const;
  bool parts(Index unit) const;
  bool allows(Index unit, Station& out) const;
  bool reads(IndexRange units, Side side, Station& out) const;
  void read_bracket(Index unit, Station& out) const;
  Index years_of(IndexRange units) const;
  Index neighbour_years(Index unit, IndexRange clause, Side side) const;
  void read_count(Index comma, IndexRange clause, Station& out) const;
  bool is_years(Index unit) const;
  bool is_span(Index unit) const;
  bool has(Index unit, UnitKind kind) const;
  bool names_club(Index unit) const;

  const Document& document_;
  const Lexicon& lexicon_;
  const EntityView& entities_;
  Index verbs_, words_, then_, never_, with_, youth_, counts_, refusals_, acts_, denials_, on_,
      genitive_, and_, relative_;  // word lists
};

}  // namespace panchina
