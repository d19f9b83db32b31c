// Values of slots: what an emit function makes of a date, a score or a balance. Thread rule: free
// functions.
#pragma once

#include "document/document.h"
#include "lexicon/lexicon.h"
#include "resolve/fact/statement.h"
#include "rule/emit.h"

namespace panchina {

// start() and end() of an interval; end() of a point is null. Null where the date has no value.
ArgValue date_value(const DateValue& value, ArgFunction function);
// high() low() first() second(); first() where the rule asks for the score itself.
ArgValue score_value(const Score& score, ArgFunction function);
// first() won, second() drawn, low() lost; null of a balance of two numbers (goals, rather).
ArgValue balance_value(const Balance& balance, ArgFunction function);

// The id of what a unit reads as a competition; `?` and a slug where the lexicon does not hold it.
const std::string& competition_id(const Document& document, const Lexicon& lexicon,
                                  const Reading& competition);

}  // namespace panchina
