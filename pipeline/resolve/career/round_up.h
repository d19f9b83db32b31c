// Round-ups: what an article tells of the changes at several clubs fell on no day of its own. Runs
// after merging. Thread rule: free function.
#pragma once

#include <vector>

#include "document/event.h"

namespace panchina {

// Takes back the day of publication as the start or end of posts where a section gives it to those
// of three clubs or more: `A Lecco è arrivato Rossi, a Como Neri, il Pavia ha scelto Verdi`. Time:
// linear in the posts and their evidence, times the logarithm of their clubs.
void drop_round_up_days(std::vector<Event>& events);

}  // namespace panchina
