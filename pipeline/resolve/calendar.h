// Evaluation of date expressions: the steps that a mention rule left, against what is known at that
// place of the text. Thread rule: free functions.
#pragma once

#include <optional>

#include "document/document.h"
#include "document/verb_group.h"

namespace panchina {

// What a date is seen from. The story date is the last date that the narrative stood at.
struct CalendarContext {
  const DateValue* published = nullptr;  // null: not known; then deictic dates have no value
  const DateValue* story = nullptr;      // null: nothing told yet
  const DateValue* season = nullptr;     // the season that the narrative (or its row) stands in
  Tense tense = Tense::kNone;            // of the date's own clause
  bool narrative = false;                // past events in order: months and days follow the story
};

// The value, or nothing where its anchor is unknown.
//   `il 18 dello stesso mese`, story 2016-08-08  ->  2016-08-18
//   `domani`, published 2024-03-12               ->  2024-03-13
std::optional<DateValue> evaluate(const Document& document, const DateExpression& date,
                                  const CalendarContext& context);

}  // namespace panchina
