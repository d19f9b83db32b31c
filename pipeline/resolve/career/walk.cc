#include "resolve/career/walk.h"

#include "document/features.h"
#include "document/phrase.h"
#include "resolve/fact/slot_values.h"
#include "resolve/time/published.h"

namespace panchina {

Walk::Walk(const Document& document, const Lexicon& lexicon, const EntityView& entities)
    : document_(document),
      lexicon_(lexicon),
      entities_(entities),
      verbs_(lexicon.find_list("walk_verb")),
      words_(lexicon.find_list("walk_word")),
      then_(lexicon.find_list("walk_then")),
      never_(lexicon.find_list("walk_never")),
      with_(lexicon.find_list("rival")),
      youth_(lexicon.find_list("walk_youth")),
      counts_(lexicon.find_list("walk_count")),
      refusals_(lexicon.find_list("walk_refuse")),
      acts_(lexicon.find_list("walk_act")),
      denials_(lexicon.find_list("walk_denial")),
      on_(lexicon.find_list("walk_on")),
      genitive_(lexicon.find_list("genitive")),
      and_(lexicon.find_list("match_and")),
      relative_(lexicon.find_list("relative_place")) {}

bool Walk::has(Index unit, UnitKind kind) const {
  return (document_.units[unit].kinds & kind_bit(kind)) != 0;
}

bool Walk::names_club(Index unit) const { return entities_.club_of_unit[unit] != kNoIndex; }

// Whether a unit ends a station: a comma, a break, `e`.
bool Walk::parts(Index unit) const {
  const Unit& one = document_.units[unit];
  if (has(unit, UnitKind::kBreak) || lexicon_.in_list(one.word, and_)) return true;
  const char mark = document_.tokens[one.tokens.begin].mark;
  return has(unit, UnitKind::kPunct) && (mark == ',' || mark == ':' || mark == ';');
}

// A date such as a spell has: a span, a season, a year, a month; a day only where it opens or ends
// one (`dal 3 marzo 1998`): on other days there are matches.
bool Walk::is_years(Index unit) const {
  constexpr Day kWeek = 7;
  const Reading* date = reading_of(document_, unit, UnitKind::kDate);
  if (date == nullptr || (date->features & (kDateDuration | kDateTime)) != 0) return false;
  const DateValue& value = document_.date_values[date->value];
  if (value.edtf.empty()) return false;
  const Index sentence = sentence_at(document_, document_.units[unit].tokens.begin);
  const Index section = document_.blocks[document_.sentences[sentence].block].section;
  if (is_to_come(document_, section, value)) return false;
  return (date->features & kDateOfSpell) != 0 || value.latest == kNoDay ||
         value.earliest == kNoDay || value.latest - value.earliest > kWeek;
}

bool Walk::is_span(Index unit) const {
  const Reading* date = reading_of(document_, unit, UnitKind::kDate);
  return date != nullptr && (date->features & (kDateRange | kDateSeason)) != 0;
}

// The years among some units: a span of them, else the last date.
Index Walk::years_of(IndexRange units) const {
  Index out = kNoIndex;
  for (Index u = units.begin; u < units.end; ++u) {
    if (is_years(u) && (out == kNoIndex || !is_span(out))) out = u;
  }
  return out;
}

// Whether a unit may stand between a station and what parts it from the one before.
bool Walk::allows(Index unit, Station& out) const {
  const Unit& one = document_.units[unit];
  if (has(unit, UnitKind::kDate) || one.transparent) return true;
  if (has(unit, UnitKind::kRole)) return out.post = unit, true;
  if (lexicon_.in_list(one.word, youth_)) return out.youth = true;
  if (lexicon_.in_list(one.word, then_)) return out.goes_on = true;
  if (lexicon_.in_list(one.word, counts_)) {  // `l'ultima di campionato` counts none
    const bool counts = unit == 0 || !lexicon_.in_list(document_.units[unit - 1].word, genitive_);
    out.counted = out.counted || counts;
    return true;
  }
  if (const VerbGroup* verb = verb_of(document_, unit)) {
    return lexicon_.in_list(verb->lemma, verbs_) && verb->polarity == Polarity::kPositive &&
           verb->modality == Modality::kAsserted;
  }
  return has(unit, UnitKind::kNumber) || has(unit, UnitKind::kOrdinal) ||
         has(unit, UnitKind::kNation) || has(unit, UnitKind::kCompetition) ||
         lexicon_.in_list(one.word, words_);
}

bool Walk::reads(IndexRange units, Side side, Station& out) const {
  for (Index u = units.begin; u < units.end; ++u) {
    const Unit& one = document_.units[u];
    if (has(u, UnitKind::kScore) || lexicon_.in_list(one.word, never_)) return false;
    if (has(u, UnitKind::kBracket)) {
      read_bracket(u, out);
      continue;
    }
    if (side == Side::kBefore && !allows(u, out)) return false;
    if (side == Side::kBehind) {
      if (entities_.person_of_unit[u] != kNoIndex) return false;
      if (verb_of(document_, u) != nullptr && !allows(u, out)) return false;
      if (has(u, UnitKind::kRole)) out.post = u;
      if (lexicon_.in_list(one.word, youth_)) out.youth = true;
    }
  }
  return true;
}

void Walk::read_bracket(Index unit, Station& out) const {
  const Reading* bracket = reading_of(document_, unit, UnitKind::kBracket);
  const IndexRange inner = document_.clauses[bracket->value].units;
  bool of_feat = false;  // `(vittoria del campionato nel 2006)`: no years of his
  for (Index u = inner.begin; u < inner.end; ++u)
    of_feat = of_feat || lexicon_.in_list(document_.units[u].word, never_);
  const Index years = of_feat ? kNoIndex : years_of(inner);
  if (years != kNoIndex) out.years = years;
  for (Index u = inner.begin; u < inner.end; ++u) {
    if (has(u, UnitKind::kRole)) out.post = u;
    if (lexicon_.in_list(document_.units[u].word, youth_)) out.youth = true;
  }
}

// The years that stand alone between marks right before the station, or right behind it.
Index Walk::neighbour_years(Index unit, IndexRange clause, Side side) const {
  Index out = kNoIndex;
  Station ignored;
  Index u = unit;  // of the mark
  while (true) {
    if (side == Side::kBefore ? u == clause.begin : u + 1 >= clause.end) break;
    u = side == Side::kBefore ? u - 1 : u + 1;
    if (parts(u)) break;
    if (names_club(u) || has(u, UnitKind::kBracket) || has(u, UnitKind::kPerson) ||
        verb_of(document_, u) != nullptr || !allows(u, ignored)) {
      return kNoIndex;
    }
    if (is_years(u)) out = u;
  }
  return out;
}

// `Poi guiderà il Genoa, l'Udinese e il Brescia`: a life told in the future; no plan is of several.
bool Walk::tells_life(const VerbGroup& verb, IndexRange units) const {
  constexpr Index kSeveral = 3;
  Index clubs = 0;
  for (Index u = units.begin; u < units.end; ++u) clubs += names_club(u);
  return clubs >= kSeveral && lexicon_.in_list(verb.lemma, verbs_);
}

// Whether the verb before or behind it takes back what a clause tells of a club: it was offered,
// denied, hoped for.
bool Walk::refuses(Index unit, IndexRange units) const {
  bool explains = false;  // behind a colon: `non ha fatto strada: cinque anni al Como`
  const auto takes_back = [&](const VerbGroup& verb) {
    const bool denied =
        verb.polarity == Polarity::kNegative && !explains && !lexicon_.in_list(verb.lemma, on_);
    return denied || lexicon_.in_list(verb.lemma, refusals_) ||
           verb.modality == Modality::kPossible ||
           (verb.tense == Tense::kFuture && !tells_life(verb, units));
  };
  for (Index u = unit; u > units.begin; --u) {
    explains = explains || document_.tokens[document_.units[u - 1].tokens.begin].mark == ':';
    if (lexicon_.in_list(document_.units[u - 1].word, denials_)) return true;
    const VerbGroup* verb = verb_of(document_, u - 1);
    if (verb == nullptr) continue;
    if (takes_back(*verb)) return true;
    break;
  }
  explains = false;
  for (Index u = unit + 1; u < units.end && !names_club(u); ++u) {
    const VerbGroup* verb = verb_of(document_, u);
    if (verb != nullptr) return takes_back(*verb);
    // `al Como, con cui sarebbe salito in B`: what came of it.
    if (lexicon_.in_list(document_.units[u].word, relative_)) break;
  }
  return false;
}

// The stretch between breaks (`;`) that a unit stands in.
IndexRange Walk::stretch(Index unit, IndexRange units) const {
  IndexRange out{unit, unit + 1};
  while (out.begin > units.begin && !has(out.begin - 1, UnitKind::kBreak)) --out.begin;
  while (out.end < units.end && !has(out.end, UnitKind::kBreak)) ++out.end;
  return out;
}

// `la Nocerina quest'anno riparte dall'Eccellenza`: the club is the subject of its verb.
bool Walk::acts(Index unit, IndexRange units) const {
  for (Index u = units.begin; u < unit; ++u) {
    const Unit& one = document_.units[u];
    if (lexicon_.preposition(one.word) != kNoIndex || verb_of(document_, u) != nullptr)
      return false;
  }
  for (Index u = unit + 1; u < units.end; ++u) {
    if (has(u, UnitKind::kPunct) || has(u, UnitKind::kBracket)) return false;
    if (const VerbGroup* verb = verb_of(document_, u)) {
      return verb->form == Form::kFinite && lexicon_.in_list(verb->lemma, acts_);
    }
    if (!has(u, UnitKind::kDate) && !document_.units[u].transparent) return false;
  }
  return false;
}

std::optional<Station> Walk::at(Index unit, Index clause) const {
  const IndexRange units = document_.clauses[clause].units;
  // `(Trani, 1976)`: a birth; `(Padova: 1982-83)`: a title.
  if (document_.clauses[clause].parent != kNoIndex) return std::nullopt;
  if (has(unit, UnitKind::kNation)) return std::nullopt;
  Index begin = unit;
  while (begin > units.begin && !parts(begin - 1) && !names_club(begin - 1)) --begin;
  Index end = unit + 1;
  while (end < units.end && !parts(end) && !names_club(end)) ++end;
  // Another club in the same stretch: which of the two it tells of is not plain.
  if (begin > units.begin && names_club(begin - 1)) return std::nullopt;
  if (end < units.end && names_club(end)) return std::nullopt;
  Station out;
  if (!reads({begin, unit}, Side::kBefore, out)) return std::nullopt;
  // `del Lecco`: its youth, or a post that other rules read.
  const Index before = unit_before(document_, unit, begin);
  if (before != kNoIndex && lexicon_.in_list(document_.units[before].word, genitive_) &&
      !out.youth) {
    return std::nullopt;
  }
  if (acts(unit, {begin, end})) return std::nullopt;
  Station behind;
  if (!reads({unit + 1, end}, Side::kBehind, behind)) return std::nullopt;
  if (refuses(unit, stretch(unit, units))) return std::nullopt;
  if (behind.post != kNoIndex) out.post = behind.post;
  out.youth = out.youth || behind.youth;
  out.years = behind.years;
  const Index own = years_of({unit + 1, end});
  const Index first = years_of({begin, unit});
  for (const Index years : {own, first}) {
    if (years == kNoIndex) continue;
    if (out.years == kNoIndex || (is_span(years) && !is_span(out.years))) out.years = years;
  }
  if (out.years == kNoIndex && end < units.end && !has(end, UnitKind::kBreak))
    out.years = neighbour_years(end, units, Side::kBehind);
  if (out.years == kNoIndex && begin > units.begin && !has(begin - 1, UnitKind::kBreak))
    out.years = neighbour_years(begin - 1, units, Side::kBefore);
  read_count(end, units, out);
  return out;
}

// `il Livorno, tre campionati e 29 reti dal 1955 al 1958`: what is counted behind its comma,
// with its years.
void Walk::read_count(Index comma, IndexRange clause, Station& out) const {
  if (comma >= clause.end || has(comma, UnitKind::kBreak)) return;
  IndexRange tail{comma + 1, comma + 1};
  const auto is_mark = [&](Index u) {
    return has(u, UnitKind::kBreak) || has(u, UnitKind::kPunct);
  };
  while (tail.end < clause.end && !is_mark(tail.end) && !names_club(tail.end)) ++tail.end;
  // Another club in it: the count is that one's, or ends before `e`.
  if (tail.end < clause.end && names_club(tail.end)) {
    while (tail.end > tail.begin && !parts(tail.end - 1)) --tail.end;
  }
  Index number = tail.begin;
  while (number < tail.end && document_.units[number].transparent) ++number;
  if (number + 1 >= tail.end || !has(number, UnitKind::kNumber) ||
      !lexicon_.in_list(document_.units[number + 1].word, counts_)) {
    return;
  }
  const Index years = years_of(tail);
  if (years == kNoIndex) return;
  out.counted = true;
  if (out.years == kNoIndex) out.years = years;
}

Station Walk::around(Index unit, Index clause, Index holder) const {
  Station out = at(unit, clause).value_or(Station());
  out.holder = holder;
  const IndexRange units = document_.clauses[clause].units;
  IndexRange& near = out.units = {unit, unit + 1};
  while (near.begin > units.begin && !parts(near.begin - 1) && !names_club(near.begin - 1))
    --near.begin;
  while (near.end < units.end && !parts(near.end) && !names_club(near.end)) ++near.end;
  if (out.years == kNoIndex) out.years = years_of(near);
  return out;
}

void Walk::add(const Hit& hit, const EmitSpec& emit, std::pmr::vector<BareClub>& bare) const {
  BareClub one{&hit, &emit, std::nullopt};
  const Index unit = hit.units.begin;
  // Several rules bind one club: what its clause says of it is read once.
  const Hit* last = bare.empty() ? nullptr : bare.back().hit;
  if (last != nullptr && last->units.begin == unit && last->clause == hit.clause) {
    one.station = bare.back().station;
  } else if (names_club(unit)) {
    one.station = at(unit, hit.clause);
  }
  bare.push_back(one);
}

bool Walk::is_row(std::span<const BareClub> bare) const {
  constexpr std::size_t kRow = 3;
  std::size_t stations = 0;
  Index last = kNoIndex;
  bool goes_on = false;
  for (const BareClub& one : bare) {
    const Index unit = one.hit->units.begin;
    if (unit == last) continue;
    last = unit;
    if (!one.station) continue;
    ++stations;
    goes_on = goes_on || one.station->goes_on;
  }
  return goes_on && stations >= kRow;
}

DateValue Walk::time_of(const Station& station) const {
  const Reading* years = reading_of(document_, station.years, UnitKind::kDate);
  return years == nullptr ? DateValue{} : document_.date_values[years->value];
}

Filled Walk::value_of(const Station& station, std::string_view arg) const {
  Filled out;
  if (arg == "role") {
    out.source = Source::kRule;
    out.value = std::string(station.youth ? "youth_coach" : "head_coach");
    if (const Reading* post = reading_of(document_, station.post, UnitKind::kRole)) {
      out.value = lexicon_.roles()[post->value].id;
      out.span = document_.units[station.post].span;
    }
    return out;
  }
  const Reading* years = reading_of(document_, station.years, UnitKind::kDate);
  if (years == nullptr || (arg != "start" && arg != "end")) return out;
  const DateValue& value = document_.date_values[years->value];
  const bool until = (years->features & kDateUntil) != 0;
  out.span = document_.units[station.years].span;
  if (arg == "end") {
    out.value = date_value(value, until ? ArgFunction::kSlot : ArgFunction::kEnd);
  } else if (!until) {
    out.value = date_value(value, ArgFunction::kStart);
  }
  return out;
}

bool Walk::is_of_other(Index unit, Index clause, Index person) const {
  const IndexRange units = document_.clauses[clause].units;
  for (Index u = units.begin; u < unit; ++u) {
    const Index named = entities_.person_of_unit[u];
    if (named == kNoIndex || named == person) continue;
    if (u == units.begin || lexicon_.preposition(document_.units[u - 1].word) == kNoIndex)
      return true;
  }
  // `il Lecco con Rossi, il Como con Neri`
  const Index with = unit + 1;
  return with + 1 < units.end && lexicon_.in_list(document_.units[with].word, with_) &&
         (document_.units[with + 1].kinds & kind_bit(UnitKind::kPerson)) != 0 &&
         entities_.person_of_unit[with + 1] != person;
}

}  // namespace panchina
