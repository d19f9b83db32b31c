// Succession: who followed whom on a bench, where no passage says so but the posts that an article
// tells of do: one ends as the other begins, or is told next to it. Runs after merging, before
// reciprocal facts. Thread rule: free function.
#pragma once

#include <vector>

#include "document/event.h"

namespace panchina {

// Adds `replaces` to successors whose predecessor is plain. Time: posts of one club, role and
// section against each other, the latest few of them. `scratch` is for the while of the call.
void add_succession(std::vector<Event>& events, Memory* scratch = std::pmr::get_default_resource());

}  // namespace panchina
