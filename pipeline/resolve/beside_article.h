// What is read beside an article: readers' comments, links to other articles. Thread rule: free
// function.
#pragma once

#include <vector>

#include "document/event.h"
#include "text/span.h"

namespace panchina {

// Of the events of a document that was read with what stands beside its article, those facts that
// only that tells. Nobody vouches for them: what is not denied is possible. `beside`: its spans, in
// text order. Linear, but for the search among the spans.
void keep_beside(std::vector<Event>& events, const std::vector<NormSpan>& beside);

}  // namespace panchina
