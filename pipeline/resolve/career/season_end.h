// Season ends: a post told with a season alone ends with it, unless somebody is told to have come
// in between. Thread rule: free functions.
#pragma once

#include "document/event.h"

namespace panchina {

// `nel 1938-39 fu al Bari: a gennaio lo sostituì Neri`: whether a spell's end is but that of the
// season which it was told with, and a day lies in that season.
bool ends_with_season(const Event& spell, const DateValue& day);

// The spell ends on that day, as its successor's start says.
void end_on(Event& spell, const DateValue& day);

}  // namespace panchina
