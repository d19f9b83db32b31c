// Statements that read one number or one title of the text: they tell one fact, so what one of them
// is told holds for the other's guess. Thread rule: free function.
#pragma once

#include <vector>

#include "resolve/fact/statement.h"

namespace panchina {

// A place, a balance, a title or a player's years that two rules read from the same words are whose
// the words say: a guessed club or person gives way to a told one. Time: linear, but for sorting by
// position.
void agree_on_same_words(std::vector<Statement>& statements);

}  // namespace panchina
