#include "match/clause_matcher.h"

#include <algorithm>
#include <bit>
#include <chrono>

#include "document/features.h"
#include "match/where_value.h"

namespace panchina {

ClauseMatcher::ClauseMatcher(const RuleSet& rules, const TriggerIndex& triggers,
                             const SetIndex& sets, const SubjectFinder& subjects,
                             const Lexicon& lexicon, Runner& runner)
    : rules_(rules),
      triggers_(triggers),
      subjects_(subjects),
      lexicon_(lexicon),
      relative_(lexicon.find_list("relative")),
      then_(lexicon.find_list("walk_then")),
      subordinate_(lexicon.find_list("subordinate")),
      but_(lexicon.find_list("adversative")),
      games_(lexicon.find_list("games_told")),
      once_(lexicon.find_list("once")),
      former_post_(lexicon.find_list("former_post")),
      runner_(runner),
      sets_(sets),
      content_(sets),
      tried_(triggers.all().size(), 0) {}

// Every variant that may match at a unit of the clause.
void ClauseMatcher::find_candidates() {
  candidates_.clear();
  const auto offer = [&](const VariantTrial& trial, Index unit) {
    if (!content_.meets_left(unit, triggers_.tests(trial.tests_left)) ||
        !content_.meets_right(unit, triggers_.tests(trial.tests_right)) ||
        !runner_.may_match(trial, unit, units_) || tried_[trial.variant] == stamp_) {
      return;
    }
    tried_[trial.variant] = stamp_;
    candidates_.push_back({trial.variant, unit});
  };
  for (Index unit = units_.begin; unit < units_.end; ++unit) {
    ++stamp_;
    triggers_.lists().each(*document_, document_->units[unit], [&](std::span<const Index> groups) {
      for (const Index index : groups) {
        const VariantGroup& group = triggers_.group(index);
        if (!content_.has_kinds_beside(unit, group.kinds)) continue;  // so end most
        for (const VariantTrial& trial : triggers_.trials_of(group)) offer(trial, unit);
      }
    });
  }
}

// The rules are many times larger than a cache: what the tries will read is asked for together,
// instead of each waiting for its own.
void ClauseMatcher::fetch_candidates() const {
  constexpr std::size_t kLine = 64;
  for (const Candidate& one : candidates_) __builtin_prefetch(&triggers_.all()[one.variant]);
  for (const Candidate& one : candidates_) {
    const RuleVariant& from = triggers_.all()[one.variant];
    __builtin_prefetch(&rules_.events[from.rule]);
    const auto* const pattern = reinterpret_cast<const char*>(from.pattern);
    for (std::size_t at = 0; from.pattern != nullptr && at < offsetof(Variant, inside);
         at += kLine) {
      __builtin_prefetch(pattern + at);
    }
  }
  for (const Candidate& one : candidates_) {
    const Variant* const pattern = triggers_.all()[one.variant].pattern;
    if (pattern == nullptr) continue;
    __builtin_prefetch(&pattern->right.nodes[pattern->right.start]);
    __builtin_prefetch(&pattern->left.nodes[pattern->left.start]);
  }
}

// The same for who asks: he is told of tries that lack a word, and of some that lack so many of the
// kinds that the variant requires.
template <typename Use>
void ClauseMatcher::each_asked(int lacking, Use use) {
  const auto offer = [&](Index candidate, Index unit) {
    if (tried_[candidate] == stamp_) return;
    tried_[candidate] = stamp_;
    const RuleVariant& one = triggers_.all()[candidate];
    if (!content_.has_kinds(one.kinds, one.one_of)) {
      if (lacking == 0 || (only_ != kNoIndex && only_ != one.rule)) return;
      const std::uint32_t kinds = content_.kinds();
      const bool one_of = one.one_of != 0 && (one.one_of & kinds) == 0;
      if (std::popcount(one.kinds & ~kinds) + (one_of ? 1 : 0) > lacking) return;
    }
    use(candidate, unit);
  };
  for (Index unit = units_.begin; unit < units_.end; ++unit) {
    ++stamp_;
    triggers_.lists().each(*document_, document_->units[unit], [&](std::span<const Index> groups) {
      asked_.clear();
      for (const Index index : groups) {
        for (const VariantTrial& trial : triggers_.trials_of(triggers_.group(index))) {
          asked_.push_back(trial.variant);
        }
      }
      std::sort(asked_.begin(), asked_.end());  // the order of the rules
      for (const Index candidate : asked_) offer(candidate, unit);
    });
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
  content_.read(*document_, units_);
  found_.clear();
  steps_.clear();
  signatures_.clear();
  scoped_ = governed_ = kNoIndex;
  found_attempt_.clear();
  pool_.clear();
  const std::size_t told = attempts_ == nullptr ? 0 : attempts_->size();
  if (attempts_ == nullptr) {
    find_candidates();
    fetch_candidates();
    for (const Candidate& one : candidates_) try_variant(one.variant, one.unit);
  } else {
    ask();
  }
  if (only_ != kNoIndex && attempts_->size() == told) explain_absence();
  if (!found_.empty()) select();
}

// Tries all for who asks. Who asks about one rule is told the element that fails, not that a kind
// is not there.
void ClauseMatcher::ask() {
  each_asked(only_ == kNoIndex ? 0 : 32, [&](Index candidate, Index unit) {
    const std::size_t first = attempts_->size();
    const auto begin = std::chrono::steady_clock::now();
    try_variant(candidate, unit);
    const auto took = std::chrono::steady_clock::now() - begin;
    if (attempts_->size() > first) {
      attempts_->back().nanoseconds = static_cast<std::uint32_t>(
          std::chrono::duration_cast<std::chrono::nanoseconds>(took).count());
    }
  });
}

void ClauseMatcher::try_variant(Index candidate, Index unit) {
  const RuleVariant& from = triggers_.all()[candidate];
  if (from.bag) {
    try_bag(from, unit);
    return;
  }
  const EventRule& rule = rules_.events[from.rule];
  if (from.bare && attempts_ == nullptr) {
    runner_.clear();
    if (!runner_.begin(rule.variants[from.variant], unit, units_)) return;
    cover_ = {unit, unit + 1};
    matched_bracket_ = {};
    if (vetoed(from.rule, unit, 0) == kNoIndex) keep(rule, from, unit);
    return;
  }
  Furthest furthest;
  if (attempts_ != nullptr) runner_.trace(&furthest);
  const std::size_t before = found_.size();
  if (!try_once(rule, from, unit, false)) {
    const Furthest first = furthest;
    const bool holes = rule.variants[from.variant].has_holes;
    if (!(holes && try_once(rule, from, unit, true)) && attempts_ != nullptr &&
        found_.size() == before) {
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
  runner_.clear();
  RunOptions options;
  options.holes = holes;
  // Who asks is offered more than may match.
  const bool matched = attempts_ != nullptr ? runner_.run_variant(variant, unit, units_, options)
                                            : runner_.run_glanced(variant, unit, units_, options);
  if (!matched) return false;
  runner_.trace(nullptr);
  cover_ = runner_.cover();
  if (holes && !fill_holes(unit, variant.trigger.features)) {
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
bool ClauseMatcher::fill_holes(Index unit, std::uint32_t demanded) {
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
    const bool object = (features & kVerbCliticObject) != 0 && (features & kVerbPassive) == 0;
    if (object || (demanded & kVerbCliticDative) != 0) {
      bind.bound = Bound::kClitic;
      continue;
    }
    if (group != nullptr && group->plural && group->person != 1) return false;
    const Index after =
        subjects_.following(*document_, unit, units_, (features & kVerbPassive) != 0);
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
  const Index veto = vetoed(from.rule, trigger, 0);
  if (veto != kNoIndex) {
    // Who asks is told of all of them.
    for (Index i = veto; attempts_ != nullptr && i != kNoIndex;
         i = vetoed(from.rule, trigger, i + 1)) {
      if (Attempt* attempt = note(from.rule, trigger, Outcome::kVetoed)) attempt->by = i;
    }
    return;
  }
  for (Index i = 0; i < rule.where.size(); ++i) {
    if (holds(rule.where[i], runner_.binds(), *document_)) continue;
    if (Attempt* attempt = note(from.rule, trigger, Outcome::kWhere)) attempt->by = i;
    return;
  }
  keep(rule, from, trigger);
}

// What the runner has bound is found.
void ClauseMatcher::keep(const EventRule& rule, const RuleVariant& from, Index trigger) {
  Found found;
  found.rule = from.rule;
  found.priority = rule.info.priority;
  if (!rule.emits.empty()) {
    const EmitSpec& emit = rule.emits.front();
    found.kind = 2 * static_cast<Index>(emit.type) + (emit.weighed || emit.beside ? 1 : 0);
    found.cue = emit.cue;
  }
  found.trigger = trigger;
  found.variant = from.variant;
  found.cover = cover_;
  found.gap = runner_.gap();
  for (Index unit = cover_.begin; unit < cover_.end; ++unit) {
    if (!is_light(*document_, unit)) ++found.covered;
  }
  found.binds.begin = static_cast<Index>(pool_.size());
  const bool of_birth = rule.tells_birth();
  for (const Bind& bind : runner_.binds()) {
    if (!of_birth && bind.unit != kNoIndex && document_->units[bind.unit].of_birth) continue;
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

void ClauseMatcher::near(Index clause, std::vector<Attempt>& attempts) {
  clause_ = clause;
  units_ = document_->clauses[clause].units;
  if (units_.empty()) return;
  content_.read(*document_, units_);
  each_asked(1, [&](Index candidate, Index unit) {
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
