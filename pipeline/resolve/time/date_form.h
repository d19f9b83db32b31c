// What a date says by its form, before it has a value: whether it names its year or month, which
// way it counts. Thread rule: free functions. Time: linear in the date's steps.
#pragma once

#include <optional>
#include <span>

#include "document/document.h"

namespace panchina {

// In postfix order.
std::span<const CalendarStep> steps_of(const Document& document, const DateExpression& date);
// Its only step; null: it has several.
const CalendarStep* only_step(const Document& document, const DateExpression& date);
// ... that is a point of the calendar; null: it has several, or is none.
const CalendarStep* point_of(const Document& document, const DateExpression& date);

// Whether the `a` of a step is a year (0: it is not said; below 100: two digits).
bool has_year(const CalendarStep& step);
// `ieri`, `oggi`, `due giorni fa`: its days from the page's day on; nothing: no such day.
std::optional<int> days_off_page(const CalendarStep& step);
// `domenica`, not `domenica prossima`.
bool is_bare_weekday(const CalendarStep& step);

// `nel 1994`, `il 3 maggio '94`, `a Natale 1994`
bool says_year(const Document& document, const DateExpression& date);
// `il 3 maggio`, `a maggio`
bool says_month(const Document& document, const DateExpression& date);
// `domenica`, `la domenica dopo Natale`
bool says_weekday(const Document& document, const DateExpression& date);
// `il 3 maggio`, `ieri`, not `lunedì`
bool names_day(const Document& document, const DateExpression& date);
// `il 13`
bool is_day_only(const Document& document, const DateExpression& date);
// `l'anno dopo`, `l'estate seguente`, `la stagione successiva`
bool counts_years_on(const Document& document, const DateExpression& date);
// `l'anno prima`, `due giorni prima`: seen from the story.
bool looks_back(const Document& document, const DateExpression& date);

}  // namespace panchina
