// Where a hit stands in its document, and what it binds there. Thread rule: free functions.
#pragma once

#include <algorithm>

#include "document/document.h"
#include "document/readings.h"
#include "rule/emit.h"

namespace panchina {

inline Index sentence_of(const Document& document, const Hit& hit) {
  return document.clauses[hit.clause].sentence;
}

inline Index block_of(const Document& document, const Hit& hit) {
  return document.sentences[sentence_of(document, hit)].block;
}

inline Index section_of(const Document& document, const Hit& hit) {
  return document.blocks[block_of(document, hit)].section;
}

// The inside of the bracket that a unit stands in; null: it stands in none. O(log clauses).
inline const Clause* bracket_around(const Document& document, Index unit) {
  const auto behind = std::ranges::upper_bound(document.clauses, unit, {},
                                               [](const Clause& one) { return one.units.begin; });
  if (behind == document.clauses.begin()) return nullptr;
  const Clause& own = *(behind - 1);
  return own.parent == kNoIndex ? nullptr : &own;
}

// The first token of its trigger, or of all that it covers where it has none.
inline Index token_of(const Document& document, const Hit& hit) {
  return document.units[hit.trigger == kNoIndex ? hit.units.begin : hit.trigger].tokens.begin;
}

// What it binds to the slot; null: nothing.
inline const Binding* binding_of(const Document& document, const Hit& hit, Index slot) {
  for (const Binding& binding : bindings_of(document, hit)) {
    if (binding.slot == slot) return &binding;
  }
  return nullptr;
}

// The unit that it binds to an arg; kNoIndex: none.
inline Index unit_of(const Document& document, const Hit& hit, const EmitSpec& emit, Index arg) {
  for (const EmitArg& from : emit.args) {
    if (from.arg != arg) continue;
    const Binding* bound = binding_of(document, hit, from.slot);
    if (bound != nullptr && bound->unit != kNoIndex) return bound->unit;
  }
  return kNoIndex;
}

}  // namespace panchina
