// Round-ups: what an article tells of the changes at several clubs fell on no day of its own. Runs
// after merging. Thread rule: free function.
#pragma once

#include <memory_resource>
#include <vector>

#include "document/event.h"

namespace panchina {

// Takes back the day of publication as the start or end of posts where a section gives it to those
// of three clubs or more: `A Lecco è arrivato Rossi, a Como Neri, il Pavia ha scelto Verdi`; or
// where with the clubs at which others came or went on no day that is told they are four or more.
// Time: `n log n` in the posts and their evidence. `scratch` holds views of the posts' clubs until
// it returns. Cannot fail.
void drop_round_up_days(std::vector<Event>& events, std::pmr::memory_resource* scratch);

}  // namespace panchina
