// Passage: what the words around a hit say of its time: news or tale, which date it belongs to,
// whether for the time being. Thread rule: const; reads one document.
#pragma once

#include <vector>

#include "document/document.h"
#include "lexicon/lexicon.h"
#include "resolve/fact/statement.h"

namespace panchina {

class Passage {
 public:
  Passage(const Document& document, const Lexicon& lexicon);

  // `il vice di Rossi - che giocò nel Lecco nel 1998 - al Como`: whether the date is in a bracket
  // or between dashes that a relative pronoun opens, where another verb tells it. O(log clauses)
  // and linear in that bracket.
  bool is_added(const Hit& hit, Index date_unit) const;
  // Whether another finite verb stands between a date unit and `near`, what the hit's pattern
  // covers next to it: then the date is that verb's. A date that opens the clause is everybody's,
  // one that opens a part of it is of the score that its verb tells: `; nel 2012 il Como perse
  // 2-1`. The verb of a place in a table tells that place: `e nel 2012 chiuse al nono posto`.
  bool belongs_elsewhere(const Hit& hit, EventType type, Index date_unit, Index near) const;
  // Whether the passage tells the day's own news: in the title or the lead of an article with a
  // date, no tale of the past.
  bool is_news(const Hit& hit) const;
  // Whether what the passage tells holds on the day of publication: no past tense, no older date in
  // its sentence; of a row, in its block, its heading and the titles. Linear in their dates.
  bool is_current(const Hit& hit) const;
  // The day under which the passage stands: of its heading (`30 ottobre | FLAMINIA`), of the words
  // before its paragraph (`9 novembre. …`); null where these are no day alone.
  ArgValue day_above(const Hit& hit) const;
  // Whether its section names a post of a coach.
  bool tells_of_coaches(const Hit& hit) const;
  // A word in the sentence says that the post is for the time being; none of what it tells behind
  // `replaced`, the name of who had it before (empty: nobody's): `al posto di Verdi, che reggeva ad
  // interim`.
  bool is_interim(const Hit& hit, NormSpan replaced) const;
  bool club_between(const Hit& hit, Index token) const;
  // The last date told before the hit in its sentence, else in the sentence before it in the same
  // block; births apart. O(log dates).
  ArgValue story_date(const Hit& hit) const;
  // The same; but where the hit's sentence and the one before it name different clubs, the date
  // told there is of another change: `Ad agosto il Lecco ha preso Bini. Il Como ha Neri.`
  ArgValue story_date_of_club(const Hit& hit) const;

 private:
  // Whether a bracket tells the date by a verb of its own.
  bool is_bracketed(const Hit& hit, Index date_unit) const;
  // Whether the last verb among those tokens is a pluperfect.
  bool tells_pluperfect(IndexRange tokens) const;
  // `l'anno scorso`, `nella passata stagione`: the season, or the year, before the day's own.
  bool is_last_season(Index section, const DateExpression& date, const DateValue& value) const;
  // Whether a mark stands right before the date.
  bool opens_part(Index date_unit, Index from) const;
  bool is_past(const Hit& hit) const;
  // `poi diviene vice`: the next step of a tale in the present.
  bool is_told_on(const Hit& hit) const;
  bool tells(Index unit) const;
  bool names_old_date(IndexRange tokens, Day published) const;
  ArgValue day_within(IndexRange tokens) const;
  // `within`: the date's sentence, no farther than the hit.
  bool is_told_aside(const DateExpression& date, IndexRange within) const;
  // `(arrivato lo scorso novembre al posto di Neri)`, where no date stands alone in the bracket.
  bool is_told_in_bracket(const DateExpression& date, IndexRange within) const;
  bool names_other_clubs(Index sentence) const;
  ArgValue last_date(const Hit& hit, Index first) const;
  Index story_begin(Index sentence) const;
  bool tells_only_asides(IndexRange sentence) const;
  bool comes_later(const Hit& hit) const;
  Index then_before(const Hit& hit) const;
  bool is_birth(const DateExpression& date) const;

  const Document& document_;
  const Lexicon& lexicon_;
  Index interim_, birth_, relative_, copula_, earlier_, then_;  // word lists
  std::pmr::vector<bool> tells_of_coaches_;                     // by section
};

}  // namespace panchina
