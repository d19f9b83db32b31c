// Evaluation of date expressions: the steps that a mention rule left, against what is known at that
// place of the text. Thread rule: free functions.
#pragma once

#include <optional>

#include "document/document.h"

namespace panchina {

// Which way a date without its year, month or week lies from its anchor.
enum class Direction : std::uint8_t {
  kNearest,
  kPast,            // the last one before
  kFuture,          // the next one after
  kPastUnlessSoon,  // `dal 2 febbraio`: the last one, unless the next is near
  kFutureIfNear,    // present tense: the next one, unless the last is much nearer
};

// What a date is seen from.
struct CalendarContext {
  const DateValue* published = nullptr;  // null: not known; then deictic dates have no value
  bool coarse = false;  // `published` is but the middle of a month: no value for `domani`
  const DateValue* story = nullptr;   // the date that the narrative stands at; null: none told
  const DateValue* season = nullptr;  // the season that the passage stands in
  bool whole_year = false;            // ... it is a year that heads the passage
  Direction direction = Direction::kNearest;  // as the tense of its clause says
  bool news = false;                          // the text speaks of the days about publication
  bool narrative = false;       // a tale far from the day of publication: months follow the story
  bool narrative_days = false;  // weekdays too
  bool entered = false;   // a post that began in the story's year ends: in spring, of the next
  bool anterior = false;  // pluperfect: before the story
  const DateValue* story_day = nullptr;  // the story, or the last day told, that ends on a day
  const DateValue* far_day = nullptr;   // the last day told, a stretch before: `due settimane dopo`
  const DateValue* last_day = nullptr;  // the day told right before, also in brackets or to come
  bool won = false;          // the story's year brought a place or a title, in its first half
  bool noun_day = false;     // `il sabato di B`, told on that Saturday
  bool yesterday = false;    // the text says `ieri`: `domenica scorsa` on a Monday is another day
  bool listed = false;       // `recent` stands before it with no verb between
  bool month_heads = false;  // `recent` is a month that heads the passage
  const DateValue* recent = nullptr;  // the last day or month told, near enough for `il 13`
  int last_year = 0;                  // the last year that the text writes in four digits; 0: none
};

// The value, or nothing where its anchor is unknown.
//   `il 18 dello stesso mese`, story 2016-08-08  ->  2016-08-18
//   `domani`, published 2024-03-12               ->  2024-03-13
std::optional<DateValue> evaluate(const Document& document, const DateExpression& date,
                                  const CalendarContext& context);

}  // namespace panchina
