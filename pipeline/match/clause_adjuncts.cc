// What stands around a matched pattern: the adjuncts that give it more slots.
#include <algorithm>

#include "document/features.h"
#include "match/clause_matcher.h"

namespace panchina {

namespace {

// Adjuncts and vetoes are sought this far from the trigger: a cap that keeps a sentence of any
// length linear.
constexpr Index kScope = 120;

bool is_comma(const Document& document, Index unit) {
  return document.tokens[document.units[unit].tokens.begin].mark == ',';
}

bool is_colon(const Document& document, Index unit) {
  return document.tokens[document.units[unit].tokens.begin].mark == ':';
}

bool is_duration(const Document& document, Index reading) {
  if (reading == kNoIndex) return false;
  const Reading& one = document.readings[reading];
  return one.kind == UnitKind::kDate && (one.features & kDateDuration) != 0;
}

}  // namespace

// The units around one that share its clause: no further than a break or kScope. One trigger is
// asked about many times in a row.
IndexRange ClauseMatcher::scope(Index unit) {
  if (scoped_ == unit) return scope_;
  const auto breaks = [&](Index at) {
    return (document_->units[at].kinds & kind_bit(UnitKind::kBreak)) != 0;
  };
  // In a clause within reach, all between two breaks share it.
  const bool shared = scoped_ != kNoIndex && units_.size() <= kScope && scope_.contains(unit) &&
                      !breaks(scoped_) && !breaks(unit);
  if (shared) return scope_;
  IndexRange out{unit, unit + 1};
  while (out.begin > units_.begin && unit - out.begin < kScope && !breaks(out.begin - 1)) {
    --out.begin;
  }
  while (out.end < units_.end && out.end - unit < kScope && !breaks(out.end)) ++out.end;
  scoped_ = unit;
  return scope_ = out;
}

void ClauseMatcher::add_adjuncts(const EventRule& rule, Index trigger) {
  const auto allowed = [this](const Variant& variant) { return content_.allows(variant.needs); };
  for (const Adjunct& adjunct : rule.adjuncts) {
    const bool bracket = (content_.kinds() & kind_bit(UnitKind::kBracket)) != 0;
    if (!bracket && std::none_of(adjunct.variants.begin(), adjunct.variants.end(), allowed)) {
      continue;
    }
    add_adjunct(rule, adjunct, trigger);
  }
}

// `of_birth`: whether a birth is told; its date is nobody else's.
bool ClauseMatcher::try_adjunct(const Adjunct& adjunct, Index unit, IndexRange bounds,
                                bool of_birth) {
  for (const Variant& variant : adjunct.variants) {
    const std::size_t before = runner_.binds().size();
    const std::uint32_t gap = runner_.gap();
    if (!runner_.run_variant(variant, unit, bounds, {})) continue;
    runner_.set_gap(gap);
    // A unit serves once; a length of time is no date (`per undici anni, dal 1951 al 1962`).
    std::vector<Bind>& binds = runner_.binds();
    bool fresh = true;
    for (std::size_t i = before; fresh && i < binds.size(); ++i) {
      fresh = of_birth || binds[i].unit == kNoIndex || !document_->units[binds[i].unit].of_birth;
      fresh = fresh && !is_duration(*document_, binds[i].reading);
      for (std::size_t j = 0; j < before; ++j) {
        fresh = fresh && (binds[j].unit != binds[i].unit || binds[i].unit == kNoIndex);
      }
    }
    if (fresh) return true;
    binds.resize(before);
  }
  return false;
}

// Whether a bracket tells of games played: `(215 presenze tra il 1979 e il 1988)`.
bool ClauseMatcher::tells_games(IndexRange inside) const {
  for (Index at = inside.begin; at < std::min(inside.end, inside.begin + kScope); ++at) {
    const Index word = document_->units[at].word;
    if (word != 0 && lexicon_.in_list(word, games_)) return true;
  }
  return false;
}

// An adjunct inside a bracket of the clause; the years of games are those of no post.
bool ClauseMatcher::try_bracket(const Adjunct& adjunct, Index unit, bool of_birth, bool of_post) {
  const Unit& one = document_->units[unit];
  for (Index i = one.readings.begin; i < one.readings.end; ++i) {
    if (document_->readings[i].kind != UnitKind::kBracket) continue;
    const IndexRange inside = document_->clauses[document_->readings[i].value].units;
    if (of_post && tells_games(inside)) continue;
    for (Index at = inside.begin; at < std::min(inside.end, inside.begin + kScope); ++at) {
      if (try_adjunct(adjunct, at, inside, of_birth)) return true;
    }
  }
  return false;
}

// Commas and conjunctions part more than other words do.
void ClauseMatcher::read_steps() {
  const auto cost_of = [&](const Unit& unit) -> std::uint8_t {
    if ((unit.kinds & kind_bit(UnitKind::kPunct)) != 0) {
      return document_->tokens[unit.tokens.begin].mark == ',' ? 3 : 1;
    }
    if (unit.transparent) return 0;
    const std::vector<Index>& joiners = rules_.joiners;
    const bool joins =
        unit.word != 0 && std::binary_search(joiners.begin(), joiners.end(), unit.word);
    return joins ? 6 : 1;
  };
  for (Index unit = units_.begin; unit < units_.end; ++unit) {
    const bool relative = unit > units_.begin &&
                          lexicon_.in_list(document_->units[unit].word, relative_) &&
                          (is_comma(*document_, unit - 1) ||
                           reading_of(*document_, unit - 1, UnitKind::kRole) != nullptr);
    steps_.push_back({cost_of(document_->units[unit]), is_verb(*document_, unit), relative,
                      opens_station(unit)});
  }
  read_asides();
}

// `Rossi, già al Lecco dal 2018 al 2020, torna`; `Rossi, la scorsa stagione al Lecco`: from such a
// comma to the next, where a club stands right behind; a verb makes it something else. `Rossi, che
// ha guidato il Lecco fino a maggio, ha firmato`: what is between the commas.
void ClauseMatcher::read_asides() {
  constexpr Index kToClub = 4;  // units
  const auto seasonal = [&](Index unit) {
    const Unit& one = document_->units[unit];
    for (Index i = one.readings.begin; i < one.readings.end; ++i) {
      const Reading& reading = document_->readings[i];
      if (reading.kind == UnitKind::kDate && (reading.features & (kDateYear | kDateSeason)) != 0)
        return true;
    }
    return false;
  };
  for (Index comma = units_.begin; comma + 1 < units_.end; ++comma) {
    if (!is_comma(*document_, comma)) continue;
    const bool relative = steps_[comma + 1 - units_.begin].relative;
    if (!relative && !lexicon_.in_list(document_->units[comma + 1].word, former_post_) &&
        !seasonal(comma + 1)) {
      continue;
    }
    Index end = comma + 1;
    bool club = false, verb = false;
    for (; end < units_.end && !is_comma(*document_, end); ++end) {
      const Unit& unit = document_->units[end];
      club = club || (end - comma <= kToClub && (unit.kinds & kind_bit(UnitKind::kClub)) != 0);
      verb = verb || steps_[end - units_.begin].verb;
    }
    const bool aside = relative ? end < units_.end : club && !verb;
    for (Index unit = comma + 1; aside && unit < end; ++unit)
      steps_[unit - units_.begin].aside = true;
  }
}

// Whether what is told next begins at a comma, a colon or a conjunction: `e poi il Forlì dal 1984`,
// `, nel 2003 il Deruta`, `e nel 1957 tornò`, `mentre nel 1990 è`, `: nel 2012 aveva portato`. A
// date behind it is of that.
bool ClauseMatcher::opens_station(Index unit) const {
  const auto has = [&](Index at, UnitKind kind) {
    return at < units_.end && (document_->units[at].kinds & kind_bit(kind)) != 0;
  };
  const Index word = document_->units[unit].word;
  const bool joins =
      is_comma(*document_, unit) || is_colon(*document_, unit) ||
      (word != 0 && std::binary_search(rules_.joiners.begin(), rules_.joiners.end(), word));
  Index at = unit;
  if (joins) ++at;
  if (at >= units_.end) return false;
  if (document_->units[at].word != 0 && lexicon_.in_list(document_->units[at].word, then_))
    return true;
  const Index lead = document_->units[at].word;  // `mentre`, `ma`
  const bool when = lexicon_.in_list(lead, subordinate_) || lexicon_.in_list(lead, but_);
  if (!joins && !when) return false;
  if (when) ++at;
  const auto passes = [&] {
    return at < units_.end &&
           (document_->units[at].transparent ||
            std::binary_search(rules_.prepositions.begin(), rules_.prepositions.end(),
                               document_->units[at].word));
  };
  while (passes()) ++at;
  if (!has(at, UnitKind::kDate)) return false;
  ++at;
  if (at < units_.end && is_verb(*document_, at)) return true;
  if (at < units_.end && is_comma(*document_, at)) ++at;
  while (passes()) ++at;
  return has(at, UnitKind::kClub);
}

// What the adjunct may begin with in this clause, brackets apart.
First ClauseMatcher::beginnings_of(const Adjunct& adjunct) const {
  First begins;
  begins.any = false;
  for (const Variant& variant : adjunct.variants) {
    if (!content_.allows(variant.needs)) continue;
    begins.any = begins.any || variant.trigger.first.any;
    begins.kinds |= variant.trigger.first.kinds;
    begins.words |= variant.trigger.first.words;
  }
  return begins;
}

// From the first to the last unit that may begin so or is a bracket: beyond them nothing is sought.
IndexRange ClauseMatcher::places_of(First begins, IndexRange bounds) const {
  begins.kinds |= kind_bit(UnitKind::kBracket);
  while (!bounds.empty() && !runner_.may_begin(begins, bounds.begin)) ++bounds.begin;
  while (!bounds.empty() && !runner_.may_begin(begins, bounds.end - 1)) --bounds.end;
  return bounds;
}

// The nearest place around the trigger where an adjunct fits. Commas and conjunctions make it
// farther; another verb group ends the search, but for a date that opens the sentence or what is
// told next in it (`ma nel 1990 lascia il Lecco per accettare`). `prende il posto di Rossi, che a
// marzo era arrivato`, `arriva Rossi, tecnico che nel 2019 ha vinto`: a date behind `, che` is of
// what is told of him; behind `e poi` it is of what is told next.
bool ClauseMatcher::add_adjunct(const EventRule& rule, const Adjunct& adjunct, Index trigger) {
  for (const Bind& bind : runner_.binds()) {
    if (rule.slots[bind.slot].name == adjunct.name) return false;
  }
  const First begins = beginnings_of(adjunct);
  const IndexRange bounds = scope(trigger);
  const IndexRange places = places_of(begins, bounds);
  if (places.empty()) return false;
  if (steps_.empty()) read_steps();
  const auto step_at = [&](Index unit) { return steps_[unit - units_.begin]; };
  const bool of_birth = rule.tells_birth();
  const bool of_post = !rule.emits.empty() && rule.emits.front().type == EventType::kTenure;
  const bool dated = (adjunct.needs & kind_bit(UnitKind::kDate)) != 0;
  struct Side {
    Index at = 0;
    std::uint32_t cost = 0;
    bool open = true;
  };
  Side right{trigger + 1, 0, true}, left{trigger, 0, true};
  bool crossed = false;  // a verb group, leftwards
  // A noun's adjuncts may stand behind its own predicate: `l'esonero di X arriva il 3 marzo`.
  constexpr std::uint32_t kPredicate = 8;
  int right_passes = step_at(trigger).verb ? 0 : 1;
  int left_passes = right_passes;
  Index passed_right = kNoIndex, passed_left = kNoIndex;  // weighed already
  Index first_verb = kNoIndex;
  const auto opens_with = [&](Index unit) {
    if ((document_->units[unit].kinds & kind_bit(UnitKind::kDate)) == 0) return false;
    for (Index at = unit; at > bounds.begin && unit - at < 2;) {
      if (step_at(--at).opens) return true;
    }
    return false;
  };
  const auto fits = [&](Index unit) {
    if ((document_->units[unit].kinds & kind_bit(UnitKind::kBracket)) != 0) {
      return try_bracket(adjunct, unit, of_birth, of_post);
    }
    return runner_.may_begin(begins, unit) && try_adjunct(adjunct, unit, bounds, of_birth);
  };
  while (right.open || left.open) {
    if (right.open && right.at >= places.end) right.open = false;
    if (right.open && right.at != passed_right && step_at(right.at).verb &&
        right.at >= cover_.end) {
      passed_right = right.at;
      if (right_passes-- > 0) {
        right.cost += kPredicate;
      } else {
        right.open = false;
      }
    }
    if (right.open && dated && right.at >= cover_.end &&
        (step_at(right.at).relative || step_at(right.at).opens)) {
      right.open = false;
    }
    if (left.open && left.at <= places.begin) left.open = false;
    if (left.open && !crossed && left.at != passed_left && step_at(left.at - 1).verb &&
        left.at - 1 < cover_.begin) {
      passed_left = left.at;
      if (left_passes-- > 0) {
        left.cost += kPredicate;
      } else {
        crossed = true;
        left.cost += 40;
        for (first_verb = bounds.begin; !step_at(first_verb).verb;) ++first_verb;
      }
    }
    if (!right.open && !left.open) break;
    const bool go_right = right.open && (!left.open || right.cost <= left.cost);
    const Index unit = go_right ? right.at++ : --left.at;
    (go_right ? right : left).cost += step_at(unit).cost;
    if (!go_right && crossed) {
      if (adjunct.needs != kind_bit(UnitKind::kDate)) continue;
      if (unit >= first_verb && !opens_with(unit)) continue;
    }
    if (dated && step_at(unit).aside && !step_at(trigger).aside) continue;
    if (!fits(unit)) continue;
    if (adjunct.mark != kNoIndex) {
      runner_.binds().push_back({adjunct.mark, unit, kNoIndex, Bound::kMention});
    }
    cover_.begin = std::min(cover_.begin, unit);
    cover_.end = std::max(cover_.end, unit + 1);
    const IndexRange own = runner_.cover();
    if (bounds.contains(own.begin)) {
      cover_.begin = std::min(cover_.begin, own.begin);
      cover_.end = std::max(cover_.end, own.end);
    }
    return true;
  }
  return false;
}

}  // namespace panchina
