// Whether what two tellings give an arg may be of one fact. Thread rule: free functions.
#pragma once

#include "document/event.h"

namespace panchina {

// The same, or not told by one of them.
bool same_or_null(const ArgValue& one, const ArgValue& two);
// Dates that may be the same time: one is not told, or their days overlap.
bool dates_agree(const Args& one, const Args& two, Index arg);
// Two times at a club are one unless a date or their order says otherwise. `start`, `end`: the args
// that hold them.
bool same_spell(const Args& one, const Args& two, Index start, Index end);

}  // namespace panchina
