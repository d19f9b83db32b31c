// Compiles patterns into programs. Thread rule: free functions.
#pragma once

#include <vector>

#include "rule/pattern.h"
#include "rule/rule_set.h"

namespace panchina {

// The ways to match a pattern from its trigger: the first verb, else a noun, a word, the rarest
// slot. A trigger inside alternatives gives a variant for each. Empty where nothing in the pattern
// can be a trigger (gaps, options, marks alone).
std::vector<Variant> compile_variants(const Pattern& pattern, RuleSet& rules);

// The whole pattern as one program.
Program compile_program(const Pattern& pattern, Direction direction, RuleSet& rules);

// The same for a table's row: it must end where a row ends.
Program compile_row(const Pattern& pattern, RuleSet& rules);

// Its club slots bind towns that stand for a club too (`approda a Bergamo`), as those of no other
// pattern do.
void admit_towns(std::vector<Variant>& variants);

// Kinds of which a clause must hold one for the pattern to match somewhere in it; 0: no demand.
std::uint32_t needed_kinds(const std::vector<Variant>& variants);

}  // namespace panchina
