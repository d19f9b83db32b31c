#include "resolve/confidence.h"

#include <algorithm>
#include <array>

namespace panchina {
namespace {

// Key slots of the type that this passage infers from the story (constants of the rule apart).
int inferred_keys(const Event& event, const Evidence& evidence) {
  const auto& spec = event_spec(event.type).args;
  int count = 0;
  for (const InferredSlot& slot : evidence.inferred) {
    const bool owner = spec[slot.arg].name == "person" || spec[slot.arg].name == "club";
    if (slot.source != Source::kRule && (spec[slot.arg].key || owner)) ++count;
  }
  return count;
}

bool is_reciprocal(const Evidence& evidence) {
  return std::any_of(evidence.inferred.begin(), evidence.inferred.end(),
                     [](const InferredSlot& slot) { return slot.source == Source::kReciprocal; });
}

}  // namespace

Tier tier_of(const Event& event) {
  constexpr float kLow = 0.7f;  // a rule that calls itself weaker than this is weak
  int least = 99;
  bool all_weak = true;
  for (const Evidence& evidence : event.evidence) {
    const int inferred = inferred_keys(event, evidence);
    if (!is_reciprocal(evidence)) all_weak = false;
    least = std::min(least, inferred);
  }
  if (all_weak || (event.confidence > 0 && event.confidence < kLow)) return Tier::kWeak;
  if (least == 0) return Tier::kSaid;
  return least == 1 ? Tier::kOneInferred : Tier::kMoreInferred;
}

float confidence_of(const Event& event) {
  // Rows: mentions, facts. See the header for where the figures come from.
  static constexpr std::array<std::array<float, 4>, 2> kFigures = {{
      {0.95f, 0.90f, 0.85f, 0.80f},
      {0.93f, 0.85f, 0.75f, 0.60f},
  }};
  const bool mention = event.type == EventType::kDate || event.type == EventType::kClub;
  return kFigures[mention ? 0 : 1][static_cast<std::size_t>(tier_of(event))];
}

}  // namespace panchina
