// Shared years: the words that date one post or playing spell date no other one. Runs after
// merging. Thread rule: free function.
#pragma once

#include <vector>

#include "document/document.h"

namespace panchina {

// Takes back the start of a post or spell where the same words date one of the same person at
// another club whose name stands nearer to them, and a verb or the date itself parts the two:
// `comincia al Lecco nel 1988, prosegue al Como`; not `nel 1988 allena Lecco e Como`.
// Time: `n log n` in the evidence, of which the eight clubs nearest to the words are asked. Cannot
// fail.
void drop_shared_years(const Document& document, std::vector<Event>& events);

}  // namespace panchina
