// Values of `where` expressions over the bindings of a match. Thread rule: free function.
#pragma once

#include <span>

#include "document/document.h"
#include "match/runner.h"
#include "rule/where.h"

namespace panchina {

// False only where the expression is known to be false: a slot without a value leaves it unknown.
bool holds(const WhereExpression& where, std::span<const Bind> binds, const Document& document);

}  // namespace panchina
