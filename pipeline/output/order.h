// Which events of a document are written, in which order, under which ids. Thread rule: free
// function.
#pragma once

#include <compare>
#include <cstdint>
#include <string_view>
#include <vector>

#include "output/event_id.h"

namespace panchina {

enum class Mentions : std::uint8_t { kAll, kNone };
enum class Assertions : std::uint8_t { kAsserted, kAll };  // --factuality

// Where an event stands in the output.
struct EventPlace {
  std::uint32_t begin = 0, end = 0;  // of its first evidence, in the matching copy
  std::string_view type;
  auto operator<=>(const EventPlace&) const = default;
};

struct OrderedEvent {
  const Event* event = nullptr;
  EventId id = 0;
  EventPlace place;
};

// The events that the options let through, by (first evidence start, end, type name, id), in `out`
// (cleared first). Ordinals count over all events, so an id does not depend on the options.
void order_events(const Document& document, Mentions mentions, Assertions assertions,
                  std::vector<OrderedEvent>& out);

}  // namespace panchina
