// Days that their page or their neighbours date: a week told day by day in the present tense, a
// page of what happened on this day of other years. Thread rule: free functions.
#pragma once

#include <optional>

#include "document/document.h"
#include "lexicon/lexicon.h"
#include "resolve/time/story_year.h"
#include "resolve/time/tense.h"

namespace panchina {

// `Mercoledì il presidente giura. Venerdì lo chiama. Domenica si perde 3-0.`: whether the weekday
// at `date` (in Document::dates), that opens its sentence in the present tense, leads within a week
// to one of its block that is past. Linear in the dates between.
bool leads_to_past(const Document& document, const TenseReader& tenses, Index date, Index sentence);

// `Accadde oggi`, in the first lines.
bool is_page_of_this_day(const Document& document, const Lexicon& lexicon);
// `1937 Nasce a Lecce Aldo Rossi`, a year that opens a paragraph of such a page: the day of
// publication in that year. Nothing: the day is not known, or that year lacks it (29 February).
std::optional<DateValue> on_this_day(const Document& document, const DateExpression& date,
                                     Index sentence, Day published);

// `guidò il Lecco dal 1979 al 1982. Al primo anno vinse`: of the years told right before.
std::optional<DateValue> first_season_of_years(const Document& document, Index date,
                                               Index sentence);

// `Nel 1990-91 è titolare nel Bari. Lo prende la Juventus: la sua prima stagione …`: the season
// after the one told last, where the text has gone on to another club since. Nothing: the date at
// `date` (in Document::dates) is no first season, or no whole season was told, or no other club.
std::optional<DateValue> first_season_elsewhere(const Document& document, Index date,
                                                Index sentence, const ToldDate& told);

}  // namespace panchina
