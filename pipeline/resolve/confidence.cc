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
  // Rows in the order of EventType, columns of Tier. Shares of right events on gold, rounded down
  // towards what articles never seen gave; `panchina eval --gold DIR` prints them beside these. A
  // tier with fewer than 30 events has its neighbours' figure.
  static constexpr std::array<std::array<float, 4>, kEventTypes> kFigures = {{
      {0.93f, 0.90f, 0.85f, 0.80f},  // date
      {0.96f, 0.93f, 0.90f, 0.85f},  // club
      {0.95f, 0.65f, 0.60f, 0.50f},  // match
      {0.72f, 0.68f, 0.58f, 0.40f},  // tenure
      {0.82f, 0.80f, 0.78f, 0.60f},  // record
      {0.75f, 0.72f, 0.65f, 0.50f},  // honour
      {0.85f, 0.75f, 0.62f, 0.50f},  // standing
      {0.80f, 0.75f, 0.55f, 0.40f},  // playing_spell
      {0.88f, 0.85f, 0.80f, 0.60f},  // birth
  }};
  return kFigures[static_cast<std::size_t>(event.type)][static_cast<std::size_t>(tier_of(event))];
}

}  // namespace panchina
