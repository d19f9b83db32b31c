// Mere first names: where others are named in full, no passage is about them. Thread rule: free
// functions.
#pragma once

#include <memory_resource>
#include <vector>

#include "document/document.h"
#include "resolve/entity/entity_view.h"

namespace panchina {

// By section: whether it names somebody in full. Linear in the document.
std::pmr::vector<bool> named_in_full(const Document& document, const EntityView& entities);

// `Carmine, ci sei?`, `mio nonno Cataldo`: a first name that is nobody's of those named in full.
bool is_first_name(const Document& document, const EntityView& entities, Index unit);

}  // namespace panchina
