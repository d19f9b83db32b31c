// Reciprocal facts: who replaces somebody ends that person's spell, and the other way round; who
// won a title as a club's coach held its post, as its player played there. Runs after merging, on
// one document's events; what an article says itself is never overwritten. Thread rule: free
// function.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "document/event.h"

namespace panchina {

// Gives a post without a word for it that of whom its holder replaced. Adds `replaced_by` and `end`
// to predecessors and `replaces` to successors, and a tenure for a predecessor that had none.
// `person_key` gives the key of a full name, empty where only a surname is known; `scratch` is for
// the while of the call.
void add_reciprocal(std::vector<Event>& events,
                    const std::function<std::string(const std::string&)>& person_key,
                    Memory* scratch = std::pmr::get_default_resource());

}  // namespace panchina
