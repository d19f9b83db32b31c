// What an evidence says of an arg, in words or by inference. Thread rule: free functions. Time:
// linear in its slots, which are few.
#pragma once

#include <algorithm>

#include "document/event.h"

namespace panchina {

// The slot of an arg among those of an evidence; their end where no words say it. The first of
// several.
inline auto slot_of(std::pmr::vector<EvidenceSlot>& slots, Index arg) {
  return std::find_if(slots.begin(), slots.end(),
                      [arg](const EvidenceSlot& one) { return one.arg == arg; });
}
inline auto slot_of(const std::pmr::vector<EvidenceSlot>& slots, Index arg) {
  return std::find_if(slots.begin(), slots.end(),
                      [arg](const EvidenceSlot& one) { return one.arg == arg; });
}

// Whether words say the arg.
inline bool names(const Evidence& evidence, Index arg) {
  return slot_of(evidence.slots, arg) != evidence.slots.end();
}

// Whether words say it, or it is inferred.
inline bool tells(const Evidence& evidence, Index arg) {
  return names(evidence, arg) ||
         std::any_of(evidence.inferred.begin(), evidence.inferred.end(),
                     [arg](const InferredSlot& one) { return one.arg == arg; });
}

// Whether it is inferred from the day of publication.
inline bool is_published(const Evidence& evidence, Index arg) {
  return std::any_of(evidence.inferred.begin(), evidence.inferred.end(),
                     [arg](const InferredSlot& one) {
                       return one.arg == arg && one.source == Source::kPublished;
                     });
}

}  // namespace panchina
