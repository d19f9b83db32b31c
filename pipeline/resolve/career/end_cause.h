// End causes: how a post ended, where the passage that tells of it leaves that to a word beside the
// day of the end, or beside the name of who went: `dal 1960 al gennaio 1963, licenziato`, `al posto
// di Rossi (dimesso)`; where another is told to follow, also one right before the name: `via Rossi,
// dentro Verdi`. Where the page mourns, `addio a mister Rossi` tells of no end. Runs after
// reciprocal facts. Thread rule: free function.
#pragma once

#include <vector>

#include "document/document.h"
#include "document/event.h"
#include "lexicon/lexicon.h"
#include "resolve/entity/entity_view.h"

namespace panchina {

// Adds `end_cause`, told by a word of the list `end_cause`, to posts that have none. Linear in the
// document and the evidence.
void add_end_causes(std::vector<Event>& events, const Document& document, const Lexicon& lexicon,
                    const EntityView& entities);

}  // namespace panchina
