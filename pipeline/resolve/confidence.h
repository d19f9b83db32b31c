// Confidence of an event: one of four tiers, by how much of it the article says in so many words.
// The figure of a tier is the share of right events that `panchina eval` found on gold,
// leaving one article out at a time. Thread rule: free functions.
#pragma once

#include <cstdint>

#include "document/event.h"

namespace panchina {

// kSaid: every key slot has its span. kOneInferred, kMoreInferred: that many key slots come from
// the story. kWeak: the best passage is a rule with a low confidence of its own, or a reciprocal
// fact.
enum class Tier : std::uint8_t { kSaid, kOneInferred, kMoreInferred, kWeak };

Tier tier_of(const Event& event);

// The figure in (0, 1].
float confidence_of(const Event& event);

}  // namespace panchina
