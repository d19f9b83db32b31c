// What a whole text says of its time: news of the day, or a tale of long ago. Thread rule: free
// functions. Time: linear in the dates.
#pragma once

#include <optional>

#include "document/document.h"
#include "resolve/time/tense.h"

namespace panchina {

// How much its dates (`ieri`, `domenica`) speak of the day of publication; 0: not at all.
int deixis_of(const Document& document, const TenseReader& tenses);

// Whether it names so many years and seasons long before publication that it is a tale all the
// same. `published`: kNoDay where it is not known; then it is none.
bool is_tale(const Document& document, Day published, int deixis);

// Whether it says `ieri`.
bool says_yesterday(const Document& document);

// The last year that it writes in four digits, as a date; 0: none.
int last_written_year(const Document& document);

// `Derthona 1957-58`: the one season that the titles above the text name; nothing where they name
// none, several, or one yet to come.
std::optional<DateValue> season_of_titles(const Document& document, Day published);

// `9 giugno 1979`, published on 9 June 2019: the one day, ten or more years ago, whose anniversary
// the text keeps; nothing where there is none, or several.
std::optional<DateValue> anniversary_of(const Document& document, Day published);

}  // namespace panchina
