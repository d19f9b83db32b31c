// Whose year a date takes that says none: that of the story, or that of the day of publication.
// Thread rule: plain values, a free function.
#pragma once

#include "document/document.h"
#include "resolve/time/tense.h"

namespace panchina {

inline constexpr Day kTaleBefore = 730;    // a story so many days before publication is a tale
inline constexpr Day kAwayBefore = 200;    // nearer, but told in the same sentence
inline constexpr Day kLongBefore = 2928;   // eight years: no story goes on so far from the news
inline constexpr int kDeicticArticle = 1;  // so many `ieri`, `domani` make an article news

// A date that the text told, where and how.
struct ToldDate {
  DateValue value;
  bool known = false;
  Index sentence = 0;
  Index block = kNoIndex;
  bool anterior = false;     // in the pluperfect
  bool participle = false;   // `Rossi, arrivato a novembre`
  bool entered = false;      // a year in which a post began: `nel 2003 passa al Lecce`
  bool won = false;          // a year that a place or a title is told of: `promosso nel 1998`
  bool state = false;        // `è al Lecce dal 2021`: it lasts
  bool since = false;        // `al Lecce dal 2021`, without a verb of its own
  bool lack = false;         // `non vince dal 2008`
  bool birth = false;        // `nato nel 1964`
  Index date = kNoIndex;     // in Document::dates
  bool dated = false;        // it says its year
  bool remote = false;       // its verb is of a tale: `guidai`
  bool aside = false;        // seen backwards from what is being told: `era arrivato nel 1994`
  bool description = false;  // in the imperfect: `risaliva al 1991`
  bool heads = false;        // a month at the head of its passage: `MARZO. …`
  bool narrative = false;    // itself seen from the story
  bool vivid = false;        // told in the present, long before publication: `nell'85 arriva`
};

// What a date is told amidst.
struct Telling {
  const ToldDate& told;        // where the story stands
  const ToldDate& ahead;       // the last date told that is yet to come
  const DateValue& published;  // empty: not known
  Index sentence = 0;          // of the date
  Index block = kNoIndex;      // of the date
  bool tale = false;           // the text is a tale of long ago
  int deixis = 0;              // how much the text speaks of the day of publication
};

// Whether it is the story that gives the date its year. `tense`: as its verb says.
//   `Nel 2008 fu promosso. A maggio vinse.`, published 2020   -> true
//   `Nato nel 1964, ha firmato a maggio.`, published 2020     -> false
bool is_of_story(const Document& document, const DateExpression& date, const DateTense& tense,
                 const Telling& telling);

}  // namespace panchina
