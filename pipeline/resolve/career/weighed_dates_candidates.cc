// Which dates may be those of a spell, before they are weighed.
#include <algorithm>

#include "document/edtf.h"
#include "document/features.h"
#include "document/readings.h"
#include "resolve/career/spell.h"
#include "resolve/career/weighed_dates.h"
#include "resolve/fact/civil.h"
#include "resolve/time/published.h"

namespace panchina {

// `la vittoria della Coppa Italia nel 1998`: when a title was won, whose name stands before the
// date.
bool WeighedDates::is_of_a_title(Index unit) const {
  constexpr std::uint32_t kWon = 1u << static_cast<unsigned>(EventType::kHonour);
  if ((bound_by_[unit] & kWon) == 0) return false;
  const Index first = unit - std::min<Index>(unit, 2);  // a preposition between
  for (Index u = unit; u > first; --u) {
    const Unit& before = document_.units[u - 1];
    if ((before.kinds & kind_bit(UnitKind::kCompetition)) != 0) return true;
    if ((before.kinds & (kind_bit(UnitKind::kPunct) | kind_bit(UnitKind::kClub))) != 0)
      return false;
  }
  return false;
}

// `libero da giugno`, `svincolato dal 2015`: since when somebody has had no post.
bool WeighedDates::is_of_the_idle(Index unit) const {
  constexpr Index kNear = 2;  // tokens: the word and a preposition
  const Index begin = document_.units[unit].tokens.begin;
  for (Index t = begin; t > 0 && begin - t < kNear; --t) {
    if (lexicon_.in_list(document_.tokens[t - 1].word, idle_)) return true;
  }
  return false;
}

// `ha preso il patentino UEFA B nel 2017`: when somebody learned the trade.
bool WeighedDates::is_of_schooling(Index unit) const {
  constexpr Index kNear = 6;  // tokens
  const Index begin = document_.units[unit].tokens.begin;
  for (Index t = begin; t > 0 && begin - t < kNear; --t) {
    const Token& token = document_.tokens[t - 1];
    if (token.kind == TokenKind::kPunct) return false;
    if (lexicon_.in_list(token.word, schooling_)) return true;
  }
  return false;
}

// A date with a value that is neither a birth's nor how long something lasts, and that the
// statement has not taken.
bool WeighedDates::is_candidate(Index unit, const Statement& statement) const {
  const Reading* date = reading_of(document_, unit, UnitKind::kDate);
  if (date == nullptr || (date->features & (kDateDuration | kDateTime)) != 0) return false;
  constexpr std::uint32_t kBorn = 1u << static_cast<unsigned>(EventType::kBirth);
  if (statement.type == EventType::kTenure && is_of_a_title(unit)) return false;
  if (is_of_the_idle(unit) || is_of_schooling(unit)) return false;
  const bool of_birth = document_.units[unit].of_birth || bound_by_[unit] == kBorn;
  if (of_birth || document_.date_values[date->value].edtf.empty()) return false;
  const Cue cue = statement.evidence.cue;
  if (cue == Cue::kInPost && is_today(document_, unit)) return false;
  // `sarà ancora lui il tecnico nella prossima stagione`: who stays does not come then.
  const DateValue& value = document_.date_values[date->value];
  if ((cue == Cue::kConfirmation || cue == Cue::kRenewal) &&
      is_to_come(document_, statement.section, first_point(value))) {
    return false;
  }
  const NormSpan& span = document_.units[unit].span;
  return std::ranges::none_of(statement.evidence.slots, [&](const EvidenceSlot& slot) {
    return slot.span.begin < span.end && span.begin < slot.span.end;
  });
}

// `torna al Lecco: nel 2012 aveva portato il Como in B`: when something was done before what the
// hit tells, whose verb stands right behind the date.
// `nel 1963 arrivò Rossi, che sarebbe diventato tecnico del Lecco`: when something was done whose
// verb stands between, and what the hit tells came later.
bool WeighedDates::is_of_the_time_before(const Hit& hit, Index unit) const {
  const auto has_verb = [&](Index from, Index to, auto test) {
    for (Index u = from; u < to; ++u) {
      const VerbGroup* verb = verb_of(document_, u);
      if (verb != nullptr && verb->form == Form::kFinite && test(*verb)) return true;
    }
    return false;
  };
  const auto later = [](const VerbGroup& verb) {
    return verb.tense == Tense::kFuture || verb.modality == Modality::kPossible;
  };
  if (unit < hit.units.begin) {
    return has_verb(hit.units.begin, hit.units.end, later) &&
           has_verb(unit + 1, hit.units.begin, [&](const VerbGroup& verb) { return !later(verb); });
  }
  if (unit < hit.units.end || unit + 1 >= document_.units.size()) return false;
  const VerbGroup* next = verb_of(document_, unit + 1);
  if (next == nullptr || !next->anterior) return false;
  for (Index u = hit.units.begin; u < hit.units.end; ++u) {
    const VerbGroup* own = verb_of(document_, u);
    if (own != nullptr && own->anterior) return false;
  }
  return true;
}

// Whether the date is told of somebody else: behind the hit, of the persons between the two the one
// next to the date is not whom the statement is about, and a comma stands before the date; before
// the hit, somebody else stands right behind the date.
bool WeighedDates::is_of_another(const Hit& hit, const Statement& statement, Index unit) const {
  const ArgValue& own = statement.args[spell_args(statement.type)->person];
  if (unit < hit.units.begin) {
    for (Index u = unit + 1; u < std::min(unit + 3, hit.units.begin); ++u) {
      const Index person = entities_.person_of_unit[u];
      if (person != kNoIndex) return ArgValue(entities_.persons[person].name) != own;
    }
  }
  if (unit < hit.units.end) return false;
  // `sostituì l'esonerato Rossi, mentre quest'anno è al Merate`: of what is told next.
  constexpr Index kLead = 2;  // tokens: `mentre nel`
  const Index begin = document_.units[unit].tokens.begin;
  for (Index t = begin; t > 0 && begin - t < kLead; --t) {
    if (lexicon_.in_list(document_.tokens[t - 1].word, subordinate_)) return true;
  }
  bool comma = false;
  for (Index u = unit; u > hit.units.end; --u) {
    const Index person = entities_.person_of_unit[u - 1];
    if (person != kNoIndex) return comma && ArgValue(entities_.persons[person].name) != own;
    comma = comma || document_.tokens[document_.units[u - 1].tokens.begin].mark == ',';
  }
  return false;
}

// `esordì in Serie C nella stagione 1952-53`: when somebody played first, not how long.
bool WeighedDates::is_of_a_debut(Index unit) const {
  constexpr Index kNear = 6;  // units
  const auto is_debut = [&](Index at) {
    const VerbGroup* verb = verb_of(document_, at);
    return verb != nullptr ? lexicon_.in_list(verb->lemma, debut_)
                           : lexicon_.in_list(document_.units[at].word, debut_);
  };
  if (unit + 1 < document_.units.size() && is_debut(unit + 1)) return true;
  for (Index u = unit; u > 0 && unit - u < kNear; --u) {
    if (is_debut(u - 1)) return true;
    if (verb_of(document_, u - 1) != nullptr ||
        (document_.units[u - 1].kinds & kind_bit(UnitKind::kBreak)) != 0)
      return false;
  }
  return false;
}

}  // namespace panchina
