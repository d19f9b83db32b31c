#include "output/order.h"

#include <algorithm>

namespace panchina {

void order_events(const Document& document, Mentions mentions, Assertions assertions,
                  std::vector<OrderedEvent>& out) {
  out.clear();
  for (const Event& event : document.events) {
    if (event.evidence.empty()) continue;
    const NormSpan span = event.evidence.front().span;
    out.push_back({&event,
                   event_id(document, event, 0),
                   {span.begin, span.end, event_spec(event.type).name}});
  }
  // Events with one hash: by place, then in the order in which they were resolved.
  std::ranges::stable_sort(out, [](const OrderedEvent& a, const OrderedEvent& b) {
    return a.id != b.id ? a.id < b.id : a.place < b.place;
  });
  std::uint32_t ordinal = 0;
  for (std::size_t i = 1, first = 0; i < out.size(); ++i) {
    if (out[i].id == out[first].id) {
      out[i].id = event_id(document, *out[i].event, ++ordinal);
    } else {
      first = i;
      ordinal = 0;
    }
  }
  std::erase_if(out, [&](const OrderedEvent& one) {
    return (mentions == Mentions::kNone && is_mention(one.event->type)) ||
           (assertions == Assertions::kAsserted && one.event->factuality != Factuality::kAsserted);
  });
  std::ranges::stable_sort(out, [](const OrderedEvent& a, const OrderedEvent& b) {
    return a.place != b.place ? a.place < b.place : a.id < b.id;
  });
}

}  // namespace panchina
