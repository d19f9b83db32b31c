#include "match/clause_matcher.h"

#include <algorithm>
#include <bit>
#include <chrono>

#include "document/features.h"
#include "match/where_value.h"

namespace panchina {

namespace {

// Adjuncts and vetoes are sought this far from the trigger: a cap that keeps a sentence of any
// length linear.
constexpr Index kScope = 120;

bool is_verb(const Document& document, Index unit) {
  const Unit& one = document.units[unit];
  return !one.readings.empty() && document.readings[one.readings.begin].kind == UnitKind::kVerb;
}

}  // namespace

ClauseMatcher::ClauseMatcher(const RuleSet& rules, const TriggerIndex& triggers,
                             const WordSignatures& signatures, const SubjectFinder& subjects,
                             const Lexicon& lexicon)
    : rules_(rules),
      triggers_(triggers),
      subjects_(subjects),
      lexicon_(lexicon),
      runner_(rules, signatures, lexicon),
      tried_(triggers.all().size(), 0) {}

void ClauseMatcher::set_document(Document& document) {
  document_ = &document;
  runner_.set_document(document);
}

std::uint32_t ClauseMatcher::kinds_of(IndexRange units) const {
  std::uint32_t kinds = 0;
  for (Index unit = units.begin; unit < units.end; ++unit) kinds |= document_->units[unit].kinds;
  return kinds;
}

// The units around one that share its clause: no further than a break or kScope.
IndexRange ClauseMatcher::scope(Index unit) const {
  IndexRange out{unit, unit + 1};
  const auto breaks = [&](Index at) {
    return (document_->units[at].kinds & kind_bit(UnitKind::kBreak)) != 0;
  };
  while (out.begin > units_.begin && unit - out.begin < kScope && !breaks(out.begin - 1)) {
    --out.begin;
  }
  while (out.end < units_.end && out.end - unit < kScope && !breaks(out.end)) ++out.end;
  return out;
}

// Calls use(candidate, unit) for every variant that may start at a unit of the clause, which may
// lack so many of the kinds that the variant requires.
template <typename Use>
void ClauseMatcher::each_candidate(int lacking, Use use) {
  const auto offer = [&](std::span<const Index> candidates, Index unit) {
    for (const Index candidate : candidates) {
      if (tried_[candidate] == stamp_) continue;
      tried_[candidate] = stamp_;
      const RuleVariant& one = triggers_.all()[candidate];
      const std::uint32_t missing = one.required & ~kinds_;
      const bool one_of_missing = one.one_of != 0 && (one.one_of & kinds_) == 0;
      if (missing != 0 || one_of_missing) {
        if (lacking == 0 || (only_ != kNoIndex && only_ != one.rule)) continue;
        if (std::popcount(missing) + (one_of_missing ? 1 : 0) > lacking) continue;
      }
      use(candidate, unit);
    }
  };
  for (Index unit = units_.begin; unit < units_.end; ++unit) {
    const Unit& one = document_->units[unit];
    ++stamp_;
    triggers_.lists().each(*document_, one,
                           [&](std::span<const Index> candidates) { offer(candidates, unit); });
  }
}

Attempt* ClauseMatcher::note(Index rule, Index trigger, Outcome outcome) {
  if (attempts_ == nullptr || (only_ != kNoIndex && rule != only_)) return nullptr;
  Attempt attempt;
  attempt.rule = rule;
  attempt.clause = clause_;
  attempt.trigger = trigger;
  attempt.outcome = outcome;
  attempts_->push_back(attempt);
  return &attempts_->back();
}

void ClauseMatcher::match(Index clause) {
  clause_ = clause;
  units_ = document_->clauses[clause].units;
  if (units_.empty()) return;
  kinds_ = kinds_of(units_);
  found_.clear();
  found_attempt_.clear();
  pool_.clear();
  const std::size_t told = attempts_ == nullptr ? 0 : attempts_->size();
  // Who asks about one rule is told the element that fails, not that a kind is not there.
  each_candidate(only_ == kNoIndex ? 0 : 32, [&](Index candidate, Index unit) {
    if (attempts_ == nullptr) return try_variant(candidate, unit);
    const std::size_t first = attempts_->size();
    const auto begin = std::chrono::steady_clock::now();
    try_variant(candidate, unit);
    const auto took = std::chrono::steady_clock::now() - begin;
    if (attempts_->size() > first) {
      attempts_->back().nanoseconds = static_cast<std::uint32_t>(
          std::chrono::duration_cast<std::chrono::nanoseconds>(took).count());
    }
  });
  if (only_ != kNoIndex && attempts_->size() == told) explain_absence();
  if (!found_.empty()) select();
}

void ClauseMatcher::try_variant(Index candidate, Index unit) {
  const RuleVariant& from = triggers_.all()[candidate];
  if (from.bag) {
    try_bag(from, unit);
    return;
  }
  const EventRule& rule = rules_.events[from.rule];
  Furthest furthest;
  if (attempts_ != nullptr) runner_.trace(&furthest);
  const std::size_t before = found_.size();
  if (!try_once(rule, from, unit, false)) {
    const Furthest first = furthest;
    if (!try_once(rule, from, unit, true) && attempts_ != nullptr && found_.size() == before) {
      if (first.any) {
        if (Attempt* attempt = note(from.rule, unit, Outcome::kNoMatch)) {
          attempt->matched = first.matched;
          attempt->element = first.element;
          attempt->unit = first.unit;
        }
      } else if (Attempt* attempt = note(from.rule, kNoIndex, Outcome::kNoTrigger)) {
        // A trigger's word or kind without its features.
        attempt->element = rule.variants[from.variant].trigger.element;
        attempt->unit = unit;
      }
    }
  }
  runner_.trace(nullptr);
}

// True where the pattern matched, whatever came of it then.
bool ClauseMatcher::try_once(const EventRule& rule, const RuleVariant& from, Index unit,
                             bool holes) {
  const Variant& variant = rule.variants[from.variant];
  if (holes && !variant.has_holes) return false;
  runner_.clear();
  RunOptions options;
  options.holes = holes;
  if (!runner_.run_variant(variant, unit, units_, options)) return false;
  runner_.trace(nullptr);
  cover_ = runner_.cover();
  if (holes && !fill_holes(unit)) {
    if (Attempt* attempt = note(from.rule, unit, Outcome::kSubject)) {
      attempt->unit = subjects_.preceding(*document_, unit, units_);
    }
    return true;
  }
  if (!rule.bags.empty() && !add_bags(rule, 0)) {
    note(from.rule, unit, Outcome::kNoBag);
    return true;
  }
  finish(rule, from, unit);
  return true;
}

// Settles what `{person?:x}` left open. False: the verb has another subject.
bool ClauseMatcher::fill_holes(Index unit) {
  const bool verb_trigger = is_verb(*document_, unit);
  if (!verb_trigger) return true;
  std::uint32_t features = 0;
  const VerbGroup* group = nullptr;
  const Unit& trigger = document_->units[unit];
  for (Index i = trigger.readings.begin; i < trigger.readings.end; ++i) {
    if (document_->readings[i].kind != UnitKind::kVerb) continue;
    features = document_->readings[i].features;
    group = &document_->verbs[document_->readings[i].value];
    break;
  }
  for (Bind& bind : runner_.binds()) {
    if (bind.bound != Bound::kHole) continue;
    if ((features & kVerbCliticObject) != 0 && (features & kVerbPassive) == 0) {
      bind.bound = Bound::kClitic;
      continue;
    }
    if (group != nullptr && group->plural && group->person != 1) return false;
    const Index after = subjects_.following(*document_, unit, units_);
    if (after != kNoIndex && !runner_.binds_unit(after)) {
      const Index reading = runner_.allowed({kind_bit(UnitKind::kPerson), 0, 0}, after);
      bind = {bind.slot, after, reading, Bound::kMention};
      cover_.end = std::max(cover_.end, after + 1);
      continue;
    }
    const Index other = subjects_.preceding(*document_, unit, units_);
    if (other == kNoIndex) continue;
    const Index reading = runner_.allowed({kind_bit(UnitKind::kPerson), 0, 0}, other);
    if (reading == kNoIndex || runner_.binds_unit(other)) return false;
    bind = {bind.slot, other, reading, Bound::kMention};
    cover_.begin = std::min(cover_.begin, other);
  }
  return true;
}

void ClauseMatcher::finish(const EventRule& rule, const RuleVariant& from, Index trigger) {
  matched_bracket_ = rule.unless.empty() ? IndexRange{} : matched_bracket();
  add_adjuncts(rule, trigger);
  const Index veto = vetoed(rule, trigger, 0);
  if (veto != kNoIndex) {
    // Who asks is told of all of them.
    for (Index i = veto; attempts_ != nullptr && i != kNoIndex; i = vetoed(rule, trigger, i + 1)) {
      if (Attempt* attempt = note(from.rule, trigger, Outcome::kVetoed)) attempt->by = i;
    }
    return;
  }
  for (Index i = 0; i < rule.where.size(); ++i) {
    if (holds(rule.where[i], runner_.binds(), *document_)) continue;
    if (Attempt* attempt = note(from.rule, trigger, Outcome::kWhere)) attempt->by = i;
    return;
  }
  Found found;
  found.rule = from.rule;
  found.trigger = trigger;
  found.variant = from.variant;
  found.cover = cover_;
  found.gap = runner_.gap();
  for (Index unit = cover_.begin; unit < cover_.end; ++unit) {
    if (!is_light(*document_, unit)) ++found.covered;
  }
  found.binds.begin = static_cast<Index>(pool_.size());
  for (const Bind& bind : runner_.binds()) {
    pool_.push_back(bind);
    if (bind.unit == kNoIndex) {
      ++found.holes;
    } else if (bind.reading != kNoIndex) {
      found.readings += bind.reading - document_->units[bind.unit].readings.begin;
    }
  }
  found.binds.end = static_cast<Index>(pool_.size());
  found_.push_back(found);
  if (attempts_ != nullptr) {
    found_attempt_.push_back(kNoIndex);
    if (note(from.rule, trigger, Outcome::kHit) != nullptr) {
      found_attempt_.back() = static_cast<Index>(attempts_->size() - 1);
    }
  }
}

// ---- adjuncts, vetoes

void ClauseMatcher::add_adjuncts(const EventRule& rule, Index trigger) {
  for (const Adjunct& adjunct : rule.adjuncts) {
    if (adjunct.needs != 0 && (adjunct.needs & kinds_) == 0 &&
        (kinds_ & kind_bit(UnitKind::kBracket)) == 0) {
      continue;
    }
    add_adjunct(rule, adjunct, trigger);
  }
}

bool ClauseMatcher::try_adjunct(const Adjunct& adjunct, Index unit, IndexRange bounds) {
  for (const Variant& variant : adjunct.variants) {
    const std::size_t before = runner_.binds().size();
    const std::uint32_t gap = runner_.gap();
    if (!runner_.run_variant(variant, unit, bounds, {})) continue;
    runner_.set_gap(gap);
    // A unit serves once.
    std::vector<Bind>& binds = runner_.binds();
    bool fresh = true;
    for (std::size_t i = before; fresh && i < binds.size(); ++i) {
      for (std::size_t j = 0; j < before; ++j) {
        fresh = fresh && (binds[j].unit != binds[i].unit || binds[i].unit == kNoIndex);
      }
    }
    if (fresh) return true;
    binds.resize(before);
  }
  return false;
}

// An adjunct inside a bracket of the clause.
bool ClauseMatcher::try_bracket(const Adjunct& adjunct, Index unit) {
  const Unit& one = document_->units[unit];
  for (Index i = one.readings.begin; i < one.readings.end; ++i) {
    if (document_->readings[i].kind != UnitKind::kBracket) continue;
    const IndexRange inside = document_->clauses[document_->readings[i].value].units;
    for (Index at = inside.begin; at < std::min(inside.end, inside.begin + kScope); ++at) {
      if (try_adjunct(adjunct, at, inside)) return true;
    }
  }
  return false;
}

// The nearest place around the trigger where an adjunct fits. Commas and conjunctions make it
// farther; another verb group ends the search, but for a date that opens the sentence.
bool ClauseMatcher::add_adjunct(const EventRule& rule, const Adjunct& adjunct, Index trigger) {
  for (const Bind& bind : runner_.binds()) {
    if (rule.slots[bind.slot].name == adjunct.name) return false;
  }
  const IndexRange bounds = scope(trigger);
  struct Side {
    Index at = 0;
    std::uint32_t cost = 0;
    bool open = true;
  };
  Side right{trigger + 1, 0, true}, left{trigger, 0, true};
  bool crossed = false;  // a verb group, leftwards
  // A noun's adjuncts may stand behind its own predicate: `l'esonero di X arriva il 3 marzo`.
  constexpr std::uint32_t kPredicate = 8;
  int right_passes = is_verb(*document_, trigger) ? 0 : 1;
  int left_passes = right_passes;
  Index passed_right = kNoIndex, passed_left = kNoIndex;  // weighed already
  Index first_verb = kNoIndex;
  const auto unit_cost = [&](Index unit) -> std::uint32_t {
    const Unit& one = document_->units[unit];
    if ((one.kinds & kind_bit(UnitKind::kPunct)) != 0) {
      return document_->tokens[one.tokens.begin].mark == ',' ? 3 : 1;
    }
    if (one.transparent) return 0;
    return one.word != 0 &&
                   std::binary_search(rules_.joiners.begin(), rules_.joiners.end(), one.word)
               ? 6
               : 1;
  };
  const auto fits = [&](Index unit) {
    if ((document_->units[unit].kinds & kind_bit(UnitKind::kBracket)) != 0) {
      return try_bracket(adjunct, unit);
    }
    return try_adjunct(adjunct, unit, bounds);
  };
  while (right.open || left.open) {
    if (right.open && right.at >= bounds.end) right.open = false;
    if (right.open && right.at != passed_right && is_verb(*document_, right.at) &&
        right.at >= cover_.end) {
      passed_right = right.at;
      if (right_passes-- > 0) {
        right.cost += kPredicate;
      } else {
        right.open = false;
      }
    }
    if (left.open && left.at <= bounds.begin) left.open = false;
    if (left.open && !crossed && left.at != passed_left && is_verb(*document_, left.at - 1) &&
        left.at - 1 < cover_.begin) {
      passed_left = left.at;
      if (left_passes-- > 0) {
        left.cost += kPredicate;
      } else {
        crossed = true;
        left.cost += 40;
        for (first_verb = bounds.begin; !is_verb(*document_, first_verb);) ++first_verb;
      }
    }
    if (!right.open && !left.open) break;
    const bool go_right = right.open && (!left.open || right.cost <= left.cost);
    const Index unit = go_right ? right.at++ : --left.at;
    (go_right ? right : left).cost += unit_cost(unit);
    if (!go_right && crossed &&
        (unit >= first_verb || adjunct.needs != kind_bit(UnitKind::kDate))) {
      continue;
    }
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

// Whether the words stand one after the other among the tokens of these units.
bool ClauseMatcher::has_words(const std::vector<Index>& sets, IndexRange units) const {
  if (units.empty()) return false;
  const Index begin = document_->units[units.begin].tokens.begin;
  const Index end = document_->units[units.end - 1].tokens.end;
  for (Index at = begin; at + sets.size() <= end; ++at) {
    std::size_t count = 0;
    for (; count < sets.size(); ++count) {
      const std::vector<Index>& words = rules_.word_sets[sets[count]];
      const Index word = document_->tokens[at + count].word;
      if (word == 0 || !std::binary_search(words.begin(), words.end(), word)) break;
    }
    if (count == sets.size()) return true;
  }
  return false;
}

// The inside of the bracket in which the pattern has bound a unit; empty: of none.
IndexRange ClauseMatcher::matched_bracket() {
  for (const Bind& bind : runner_.binds()) {
    if (bind.unit == kNoIndex || units_.contains(bind.unit)) continue;
    for (Index unit = cover_.begin; unit < cover_.end; ++unit) {
      const Unit& one = document_->units[unit];
      for (Index i = one.readings.begin; i < one.readings.end; ++i) {
        if (document_->readings[i].kind != UnitKind::kBracket) continue;
        const IndexRange inside = document_->clauses[document_->readings[i].value].units;
        if (inside.contains(bind.unit)) return inside;
      }
    }
  }
  return {};
}

// Index of the first `unless`, from the given one on, that matches in the trigger's clause, or
// kNoIndex.
Index ClauseMatcher::vetoed(const EventRule& rule, Index trigger, Index first) {
  if (first >= rule.unless.size()) return kNoIndex;
  const IndexRange around = scope(trigger);
  const std::size_t depth = runner_.binds().size();
  const std::uint32_t gap = runner_.gap();
  Index veto = kNoIndex;
  for (Index i = first; veto == kNoIndex && i < rule.unless.size(); ++i) {
    const Unless& unless = rule.unless[i];
    IndexRange bounds = around;
    if (unless.where == UnlessWhere::kBefore) bounds.end = trigger;
    if (unless.where == UnlessWhere::kAfter) bounds.begin = trigger + 1;
    if (!unless.words.empty() && has_words(unless.words, bounds)) veto = i;
    const bool anywhere = unless.where == UnlessWhere::kAnywhere;
    for (const IndexRange range : {bounds, anywhere ? matched_bracket_ : IndexRange{}}) {
      for (const Variant& variant : unless.variants) {
        for (Index unit = range.begin; veto == kNoIndex && unit < range.end; ++unit) {
          if (runner_.run_variant(variant, unit, range, {})) veto = i;
          runner_.binds().resize(depth);
        }
      }
    }
  }
  runner_.set_gap(gap);
  return veto;
}

// ---- near

void ClauseMatcher::near(Index clause, std::vector<Attempt>& attempts) {
  clause_ = clause;
  units_ = document_->clauses[clause].units;
  if (units_.empty()) return;
  kinds_ = kinds_of(units_);
  each_candidate(1, [&](Index candidate, Index unit) {
    const RuleVariant& from = triggers_.all()[candidate];
    if (from.bag) return;
    const Variant& variant = rules_.events[from.rule].variants[from.variant];
    runner_.clear();
    RunOptions options;
    options.holes = true;
    if (runner_.run_variant(variant, unit, units_, options)) return;
    options.skip = 1;
    runner_.clear();
    if (!runner_.run_variant(variant, unit, units_, options)) return;
    if (runner_.skipped() == kNoIndex) return;
    Attempt attempt;
    attempt.rule = from.rule;
    attempt.clause = clause;
    attempt.trigger = unit;
    attempt.element = runner_.skipped();
    attempts.push_back(attempt);
  });
}

}  // namespace panchina
