// Ends of posts that lie ahead of the article: plans, not facts. Thread rule: free functions.
#pragma once

#include "document/document.h"
#include "resolve/fact/statement.h"
#include "rule/rule_set.h"

namespace panchina {

// `resterà fino al 30 giugno 2024`: an end that lies more than 20 days ahead of the article becomes
// that of the contract, where none is told. `Rossi, fino a maggio vice del Lecco`, written in June:
// a month without a year of a post that was, and no plan, is the last one. Leaves an article
// without a day as it is.
void settle_planned_end(const Document& document, const RuleSet& rules, const Hit& hit,
                        const EmitSpec& emit, Statement& post);

// `sarà l'allenatore nella prossima stagione`: what is known of the end is a plan. To be called on
// merged events: until then it says that two passages tell of one post.
void drop_planned_end(const Document& document, Event& tenure);

}  // namespace panchina
