#include "resolve/beside_article.h"

#include <algorithm>

namespace panchina {

void keep_beside(std::vector<Event>& events, const std::vector<NormSpan>& beside) {
  const auto is_beside = [&](const Evidence& evidence) {
    const auto behind = std::ranges::upper_bound(beside, evidence.span.begin, {}, &NormSpan::begin);
    return behind != beside.begin() && (behind - 1)->contains(evidence.span);
  };
  std::erase_if(events, [&](const Event& event) {
    return event.type == EventType::kDate || event.type == EventType::kClub ||
           !std::ranges::all_of(event.evidence, is_beside);
  });
  for (Event& event : events) {
    if (event.factuality == Factuality::kAsserted) event.factuality = Factuality::kPossible;
  }
}

}  // namespace panchina
