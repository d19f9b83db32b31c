// Date mentions: the `date` events of a document, one for each date expression that has a value.
// Thread rule: free function.
#pragma once

#include "document/document.h"
#include "rule/rule_set.h"

namespace panchina {

// Appends them to Document::events in text order. Needs date_values.
void add_date_mentions(Document& document, const RuleSet& rules);

}  // namespace panchina
