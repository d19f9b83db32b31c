// When two tellings of a post are of one tenure, and which of their dates stand. Thread rule: free
// functions.
#pragma once

#include "document/event.h"
#include "resolve/fact/statement.h"

namespace panchina {

// Whether the statement tells of the tenure: one person, club and post, and no date, cause or
// neighbour that parts them.
bool same_tenure(const Event& tenure, const Statement& statement);

// Season after season in one post, each told in a row of its own, is one tenure: the next row
// begins where the last ended, and nothing ended it or was there before.
bool goes_on(const Event& event, const Statement& statement);

// Before a tenure takes what a statement of it says: where that goes on from it, its end is the
// statement's; a start that is but the day of the news gives way to the one that is told.
void settle_dates(Event& tenure, Statement& statement);

// Whether a value of an arg says so little that any other takes its place: `other_staff`, `left`.
bool is_loose(Index arg, const ArgValue& value);

}  // namespace panchina
