// Descriptors: noun phrases that stand for a person or a club without naming it (`il 59enne tecnico
// lombardo`, `l'ex difensore`, `il club torinese`, `gli ospiti`). Thread rule: free functions.
#pragma once

#include <vector>

#include "annotate/context.h"
#include "annotate/unit_builder.h"

namespace panchina {

// Adds the descriptors of the section to `document.descriptors` and their readings to
// `candidates` (sorted by tokens). `named` says which tokens belong to a person's or club's name.
void find_descriptors(Document& document, const Context& context, const std::vector<bool>& named,
                      std::vector<UnitCandidate>& candidates);

}  // namespace panchina
