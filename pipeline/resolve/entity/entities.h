// Entities: who each person's name is and which club each club's name means, section by section:
// the fullest form of a person's name, surnames alone, two persons of one surname; epithets and
// descriptors where the section makes plain whose they are. Thread rule: free function.
#pragma once

#include <functional>

#include "document/document.h"
#include "lexicon/lexicon.h"
#include "resolve/entity/entity_view.h"

namespace panchina {

// Needs units, names, descriptors; hits, where a weak reading that a rule binds counts.
//   `Massimo Carrera … Carrera`           -> one person, `Massimo Carrera`, key `massimo-carrera`
//   `Juventus … il club torinese`         -> both club `juventus`, the second indirect
//   `la squadra`, `il tecnico` alone      -> nobody: the forward pass asks its focus
EntityView find_entities(const Document& document, const Lexicon& lexicon,
                         const std::function<bool(const Hit&)>& counts);

}  // namespace panchina
