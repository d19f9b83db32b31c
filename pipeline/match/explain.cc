// Why a rule did not even begin in a clause.
#include <algorithm>

#include "match/clause_matcher.h"

namespace panchina {

std::uint32_t progress(const Attempt& attempt) {
  switch (attempt.outcome) {
    case Outcome::kHit:
      return 1000000;
    case Outcome::kBeaten:
      return 900000;
    case Outcome::kWhere:
      return 850000;
    case Outcome::kVetoed:
      return 800000;
    case Outcome::kNoBag:
      return 700000;
    case Outcome::kSubject:
      return 600000;
    case Outcome::kNoMatch:
      return 100000 + attempt.matched;
    case Outcome::kNoTrigger:
      return attempt.unit == kNoIndex ? 10 : 20;
    case Outcome::kNoKinds:
      return 15;
  }
  return 0;
}

namespace {

// The element of a variant that no unit of these kinds can be, or kNoIndex.
Index lacking(const Variant& variant, std::uint32_t kinds) {
  const auto lacks = [&](const Node& node) {
    if (node.op == Op::kVerb) return (kinds & kind_bit(UnitKind::kVerb)) == 0;
    if (node.op == Op::kBracket) return (kinds & kind_bit(UnitKind::kBracket)) == 0;
    return (node.op == Op::kSlot || node.op == Op::kList) && !node.hole &&
           (node.demand.kinds & kinds) == 0;
  };
  if (lacks(variant.trigger)) return variant.trigger.element;
  for (const Program* program : {&variant.left, &variant.right}) {
    for (const Node& node : program->nodes) {
      if (lacks(node)) return node.element;
    }
  }
  return kNoIndex;
}

}  // namespace

void ClauseMatcher::explain_absence() {
  const EventRule& rule = rules_.events[only_];
  for (const Variant& variant : rule.variants) {
    // A verb of the trigger's lemma in another voice or tense comes nearest.
    for (Index unit = units_.begin; unit < units_.end; ++unit) {
      if (variant.trigger.op != Op::kVerb) break;
      Node any = variant.trigger;
      any.features = 0;
      if (runner_.verb_reading(any, unit, units_) == kNoIndex) continue;
      if (runner_.verb_reading(variant.trigger, unit, units_) != kNoIndex) continue;
      Attempt* attempt = note(only_, kNoIndex, Outcome::kNoTrigger);
      attempt->element = variant.trigger.element;
      attempt->unit = unit;
      return;
    }
  }
  for (const Variant& variant : rule.variants) {
    const bool kinds_there = content_.has_kinds(variant.needs.kinds, variant.needs.one_of);
    Attempt* attempt = note(only_, kNoIndex, kinds_there ? Outcome::kNoTrigger : Outcome::kNoKinds);
    attempt->element = kinds_there ? variant.trigger.element : lacking(variant, content_.kinds());
    // Kinds that are there already make the trigger what is missing.
    if (attempt->element == kNoIndex) attempt->element = variant.trigger.element;
    if (kinds_there) return;
  }
  if (rule.variants.empty()) note(only_, kNoIndex, Outcome::kNoBag);
}

}  // namespace panchina
