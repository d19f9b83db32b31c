// Where a hit stands in its document, and what it binds there. Thread rule: free functions.
#pragma once

#include "document/document.h"
#include "document/readings.h"

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

}  // namespace panchina
