// Merging: statements of one section that say the same fact become one event with all its evidence;
// what contradicts is kept apart. Thread rule: free functions over one document's data.
#pragma once

#include <vector>

#include "document/event.h"
#include "resolve/fact/statement.h"

namespace panchina {

// Statements in text order -> events in order of their first evidence. Statements without a key
// slot are dropped (a record needs an owner and two numbers, an honour an owner). Time: statements
// of one section and type against each other, by key.
// The events' lists stand in `memory`; `scratch` is for the while of the call.
std::vector<Event> merge(std::vector<Statement> statements,
                         Memory* memory = std::pmr::get_default_resource(),
                         Memory* scratch = std::pmr::get_default_resource());

// Whether a statement has every slot that makes it an event of its type.
bool is_complete(const Statement& statement);

}  // namespace panchina
