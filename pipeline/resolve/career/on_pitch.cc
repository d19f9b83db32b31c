#include "resolve/career/on_pitch.h"

#include <string_view>
#include <unordered_map>

#include "document/features.h"
#include "document/readings.h"
#include "resolve/focus/posts.h"

namespace panchina {

OnPitch::OnPitch(const Document& document, const Lexicon& lexicon, const EntityView& entities)
    : document_(document),
      lexicon_(lexicon),
      of_(lexicon.find_list("bare_genitive")),
      former_(lexicon.find_list("match_former")),
      deed_(lexicon.find_list("player_deed")),
      doer_(lexicon.find_list("player_doer")),
      verb_(lexicon.find_list("verb_player_deed")),
      plays_(entities.persons.size(), false, document.scratch()),
      fielded_(entities.persons.size(), false, document.scratch()) {
  // A name that is too weak to be anybody's shows who else of that surname plays.
  std::pmr::unordered_map<std::string_view, bool> surnames(document.scratch());  // fielded
  const auto surname = [&](Index unit) {
    return document.text.norm(document.tokens[document.units[unit].tokens.end - 1].span);
  };
  for (const Clause& clause : document.clauses) {
    const bool lineup =
        document.blocks[document.sentences[clause.sentence].block].label == BlockLabel::kLineup;
    for (Index u = clause.units.begin; u < clause.units.end; ++u) {
      if (!has(u, UnitKind::kPerson)) continue;
      const bool fielded = (lineup && in_series(u, clause.units)) || beside_minute(u, clause.units);
      const bool plays = fielded || is_player(clause, u) || behind_deed(u, clause.units) ||
                         does_deed(u, clause.units);
      if (!plays) continue;
      const Index person = entities.person_of_unit[u];
      if (person != kNoIndex) {
        plays_[person] = true;
        fielded_[person] = fielded_[person] || fielded;
      } else {
        surnames[surname(u)] |= fielded;
      }
    }
  }
  if (surnames.empty()) return;
  for (Index u = 0; u < document.units.size(); ++u) {
    const Index person = entities.person_of_unit[u];
    if (person == kNoIndex) continue;
    const auto found = surnames.find(surname(u));
    if (found == surnames.end()) continue;
    plays_[person] = true;
    fielded_[person] = fielded_[person] || found->second;
  }
}

bool OnPitch::has(Index unit, UnitKind kind) const {
  return (document_.units[unit].kinds & kind_bit(kind)) != 0;
}

bool OnPitch::is_mark(Index unit, char mark) const {
  return document_.tokens[document_.units[unit].tokens.begin].mark == mark;
}

bool OnPitch::in_series(Index unit, IndexRange units) const {
  if (unit + 1 >= units.end || has(unit, UnitKind::kRole)) return false;
  return is_mark(unit + 1, ',') || is_mark(unit + 1, ';') ||
         (unit > units.begin && is_mark(unit - 1, ','));
}

// `il portiere Rossi`, not `l'ex portiere Rossi`; `Rossi, autore del gol`.
bool OnPitch::is_player(const Clause& clause, Index unit) const {
  const Index post = other_post(lexicon_, document_, clause, unit, former_);
  if (post != kNoIndex && lexicon_.roles()[post].id == "player") return true;
  return unit + 2 < clause.units.end && is_mark(unit + 1, ',') &&
         lexicon_.in_list(document_.units[unit + 2].word, doer_);
}

// `Rossi (12')`, `Rossi (28' st Neri)`, `46' pt Rossi`.
bool OnPitch::beside_minute(Index unit, IndexRange units) const {
  constexpr Index kReach = 3;  // units
  if (unit + 1 < units.end) {
    const IndexRange inside = inside_bracket(document_, unit + 1);
    if (!inside.empty() && has(inside.begin, UnitKind::kMinute)) return true;
  }
  for (Index u = unit; u > units.begin && unit - u < kReach;) {
    if (has(--u, UnitKind::kMinute)) return true;
    const bool note = has(u, UnitKind::kPunct) || document_.units[u].tokens.size() == 1;
    if (!note || has(u, UnitKind::kRole) || has(u, UnitKind::kPerson) || has(u, UnitKind::kVerb)) {
      return false;
    }
  }
  return false;
}

// `il gol di Rossi`, `una doppietta di Rossi`, `il 2-1 di Rossi`.
bool OnPitch::behind_deed(Index unit, IndexRange units) const {
  return unit >= units.begin + 2 && lexicon_.in_list(document_.units[unit - 1].word, of_) &&
         (lexicon_.in_list(document_.units[unit - 2].word, deed_) ||
          has(unit - 2, UnitKind::kScore));
}

// `Rossi insacca`, `raddoppia Rossi`.
bool OnPitch::does_deed(Index unit, IndexRange units) const {
  const auto does = [&](Index u) {
    const VerbGroup* verb = verb_of(document_, u);
    return verb != nullptr && verb->form == Form::kFinite && verb->voice == Voice::kActive &&
           verb->modality == Modality::kAsserted && lexicon_.in_list(verb->lemma, verb_);
  };
  return (unit + 1 < units.end && does(unit + 1)) || (unit > units.begin && does(unit - 1));
}

}  // namespace panchina
