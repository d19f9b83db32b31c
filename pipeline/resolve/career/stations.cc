#include "resolve/career/stations.h"

#include <algorithm>

#include "document/readings.h"
#include "resolve/career/spell.h"

namespace panchina {

Stations::Stations(const Document& document, const Lexicon& lexicon, const EntityView& entities,
                   const Focus& focus, const Passage& around, const Careers& careers,
                   const HitSurvey& survey)
    : document_(document),
      lexicon_(lexicon),
      games_(lexicon.find_list("games_told")),
      entities_(entities),
      focus_(focus),
      around_(around),
      careers_(careers),
      survey_(survey),
      walk_(document, lexicon, entities),
      claimed_(document.units.size(), false, document.scratch()),
      told_clubs_(document.scratch()),
      bare_(document.scratch()) {}

bool Stations::is_bare(const Hit& hit, const EmitSpec& emit) const {
  return emit.career != Career::kAny && hit.units.size() == 1 && hit.bindings.size() == 1 &&
         document_.bindings[hit.bindings.begin].unit == hit.units.begin;
}

bool Stations::is_told(const Hit& hit, const EmitSpec& emit) const {
  if (emit.career != careers_.of(walker(hit), token_of(document_, hit), time_of(hit))) return false;
  if (document_.sentences[sentence_of(document_, hit)].row) return false;
  for (const Binding& binding : bindings_of(document_, hit)) {
    if (binding.unit == kNoIndex || binding.reading == kNoIndex) continue;
    const UnitKind kind = document_.readings[binding.reading].kind;
    if (kind != UnitKind::kClub && kind != UnitKind::kNation) continue;
    if (survey_.in_rows[binding.unit] || entities_.club_of_unit[binding.unit] == kNoIndex) {
      return false;
    }
    if (survey_.in_spells[binding.unit] && emit.type != EventType::kPlayingSpell) return false;
  }
  return true;
}

// Whose career a passage goes through.
Index Stations::walker(const Hit& hit) const {
  Hole hole;
  hole.clause = hit.clause;
  hole.unit = hit.trigger == kNoIndex ? hit.units.begin : hit.trigger;
  hole.career = true;
  return focus_.person(hole);
}

// The first date that a hit binds.
DateValue Stations::time_of(const Hit& hit) const {
  for (const Binding& binding : bindings_of(document_, hit)) {
    if (binding.unit == kNoIndex || binding.reading == kNoIndex) continue;
    const Reading& reading = document_.readings[binding.reading];
    if (reading.kind == UnitKind::kDate) return document_.date_values[reading.value];
  }
  return {};
}

void Stations::tell(const Hit& hit, const EmitSpec& emit, const Statement& statement,
                    Index person) {
  const std::optional<SpellArgs> args = spell_args(emit.type);
  const bool birth = emit.type == EventType::kBirth;  // `Aldo Rossi (Pavia, 1960)`: a town
  if (args || birth || emit.type == EventType::kHonour) {
    for (const Binding& binding : bindings_of(document_, hit)) {
      if (binding.unit == kNoIndex) continue;
      claimed_[binding.unit] = true;
      if (birth) continue;
      const Index club = entities_.club_of_unit[binding.unit];
      if (club != kNoIndex) told_clubs_.push_back(club);
    }
  }
  if (args && (!is_null(statement.args[args->start]) || !is_null(statement.args[args->end]))) {
    told_span_ = told_span_ || person == walker(hit);
  }
  if (emit.type == EventType::kTenure && emit.cue == Cue::kAppointment &&
      statement.factuality == Factuality::kAsserted) {
    told_post_ = told_post_ || person == walker(hit);
  }
}

bool Stations::is_told_here(Index club) const {
  return std::ranges::find(told_clubs_, club) != told_clubs_.end();
}

void Stations::close_sentence(const Take& take) {
  // One of them has its years, or `Como, Lecco, infine il Bari` names the last of a row.
  // ... or the first of them was told by its verb: `passa al Como, al Lecco e al Bari`.
  bool dated = told_span_ || told_post_ || walk_.is_row(bare_);
  told_span_ = told_post_ = false;
  for (const bool listed : {false, true}) {
    for (const auto& [hit, emit, station] : bare_) {
      const Index unit = hit->units.begin;
      if (!station || claimed_[unit] || survey_.played[unit] ||
          document_.sentences[sentence_of(document_, *hit)].row || entities_.indirect[unit]) {
        continue;
      }
      const bool has_years = station->years != kNoIndex;
      if (has_years == listed) continue;
      // `prima al Como e poi al Lecco, lo stesso Lecco in cui`: of which it has told
      if (!has_years && is_told_here(entities_.club_of_unit[unit])) continue;
      if (listed && !dated && !station->goes_on && !station->counted) continue;
      const std::optional<TakenStation> one = taken(*hit, *emit, *station);
      if (one && take(*hit, *emit, *one)) dated = dated || has_years || station->counted;
    }
  }
  bare_.clear();
  told_clubs_.clear();
}

// `vado al Modena, trenta presenze e tre gol`: games and goals counted right behind the club.
bool Stations::plays_there(const Hit& hit) const {
  constexpr Index kReach = 6;  // units
  const IndexRange units = document_.clauses[hit.clause].units;
  const Index first = hit.units.begin + 1;
  for (Index u = first; u < units.end && u < first + kReach; ++u) {
    const Unit& one = document_.units[u];
    if (entities_.club_of_unit[u] != kNoIndex || entities_.person_of_unit[u] != kNoIndex ||
        (one.kinds & (kind_bit(UnitKind::kBreak) | kind_bit(UnitKind::kRole))) != 0)
      return false;
    if (u > first && lexicon_.in_list(one.word, games_) &&
        (document_.units[u - 1].kinds & kind_bit(UnitKind::kNumber)) != 0)
      return true;
  }
  return false;
}

// Nothing where it is not the walker's, or not of the career that the rule tells of.
std::optional<TakenStation> Stations::taken(const Hit& hit, const EmitSpec& emit,
                                            const Station& station) const {
  const Index person = walker(hit);
  if (person == kNoIndex || entities_.persons[person].key.empty() ||
      walk_.is_of_other(hit.units.begin, hit.clause, person)) {
    return std::nullopt;
  }
  DateValue time = walk_.time_of(station);
  const ArgValue story = around_.story_date(hit);  // of the stations before it
  if (const DateValue* told = date_of(story); told != nullptr && time.edtf.empty()) time = *told;
  const Career told =
      plays_there(hit) ? Career::kPlayer : careers_.of(person, token_of(document_, hit), time);
  if (told != emit.career) return std::nullopt;
  return TakenStation{station, person};
}

Filled Stations::value_of(const TakenStation& taken, std::string_view arg) const {
  Filled filled = walk_.value_of(taken.station, arg);
  if (arg == "role" && !taken.role.empty()) filled.value = std::string(taken.role);
  if (arg == "club" && taken.club != kNoIndex) {
    filled.club = taken.club;
    filled.value = entities_.clubs[taken.club];
    filled.source = Source::kFocus;
    return filled;
  }
  if (arg != "person") return filled;
  filled.person = taken.person;
  filled.value = entities_.persons[taken.person].name;
  filled.source = Source::kFocus;
  if (taken.station.holder != kNoIndex) {
    filled.span = document_.units[taken.station.holder].span;
  }
  return filled;
}

}  // namespace panchina
