// When two tellings of a match are of one, also where they name its sides in another order. Thread
// rule: free functions.
#pragma once

#include "document/event.h"
#include "resolve/fact/statement.h"

namespace panchina {

// Whether the statement tells of the match: its sides and goals, turned round where nobody knows
// who was at home, and no other day or competition.
bool same_match(const Event& match, const Statement& statement);

// Before a match takes what a statement of it says: turns one of them round where they name its
// sides in another order; the one stays that knows who was at home.
void align_sides(Event& match, Statement& statement);

}  // namespace panchina
