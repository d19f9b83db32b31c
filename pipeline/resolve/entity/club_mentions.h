// Club mentions: the `club` events of a document, one for each place that names a club or, where
// the section makes plain which, stands for one. Thread rule: free function.
#pragma once

#include "document/document.h"
#include "lexicon/lexicon.h"
#include "resolve/entity/entity_view.h"

namespace panchina {

// Appends them to Document::events in text order.
void add_club_mentions(Document& document, const EntityView& entities, const Lexicon& lexicon);

}  // namespace panchina
