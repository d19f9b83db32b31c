// MatchDay: the day of a match whose own words do not give it. Thread rule: one thread, of one
// document.
#pragma once

#include <memory_resource>
#include <vector>

#include "document/document.h"
#include "lexicon/lexicon.h"
#include "resolve/entity/entity_view.h"
#include "resolve/fact/statement.h"

namespace panchina {

// A title or a heading.
inline bool is_head(const Block& block) {
  return block.label == BlockLabel::kHeading || block.label == BlockLabel::kTitle;
}

class MatchDay {
 public:
  MatchDay(const Document& document, const EntityView& entities, const Lexicon& lexicon);

  // The day that the hit's paragraph opens with (`9 maggio 1993 - …`, a line of its own above it);
  // that of the nearest heading or title above the hit's block, else the day that the lead of the
  // article tells of; null where none is there, and within running text (but for a line that opens
  // its block).
  ArgValue above(const Hit& hit) const;

  // The day that the nearest heading or title above a table gives, where it is long gone: the table
  // is of that day, not of the page's. Null where none is.
  ArgValue old_day_above(const Hit& hit) const;

  // The season that the head of the page names, where it was over before publication: its tables
  // are of that season's end. Null where none is, or several.
  ArgValue old_season(Index section) const;

  // The season that the nearest dated heading above the hit's block names, where it was over before
  // publication: what stands below is told of it. Null where none is.
  ArgValue season_above(const Hit& hit) const;
  ArgValue of_season_row(const Hit& hit) const;

  // The last day told before the hit in its sentence: `il 6 giugno 1982 parò un rigore:
  // Entella-Sanremese 0-0`; null in rows.
  ArgValue told_before(const Hit& hit) const;

  // Takes a date or stadium away that stands beyond another match: `Bari-Lecce 3-0 e, ieri,
  // Como-Pavia 1-1`.
  void drop_others(const Hit& hit, Statement& match) const;

  // The competition of a heading is not that of a match of seasons gone by that the heading does
  // not date (`SERIE A 1934-35 - 10ª giornata (domenica 9 dicembre 1934)` does), nor of one
  // below a heading that calls it by a name that no list holds, nor of one that is said to be of a
  // cup (`in Coppa perse 2-3`); where somebody rose to is none.
  void drop_competition(const Hit& hit, Statement& match) const;

  // `4-1 nel 1958-59`, `6 marzo 1983: 0-1`: the date beside a score is its own.
  void take_adjacent(const Hit& hit, Statement& match) const;

  // The page's own day is that of a match only at the end of the week; rows of results without a
  // day of their own, on a page of a Monday, are of the Sunday before, on that of a Sunday of that
  // day; on that of a Saturday too where what stands above them names the round. Likewise a line
  // that tells nothing but a match.
  void date_round(const Hit& hit, Statement& match) const;

  // `licenziato lunedì, ventiquattr'ore dopo il 2-1`: the match was played so long before the day
  // told.
  void step_back(const Hit& hit, Statement& match) const;

 private:
  static constexpr Day kLongAgo = 200;  // days before the page

  bool is_past(const Hit& hit) const;
  Index behind_results(IndexRange tokens) const;
  bool tells_of_game(IndexRange tokens) const;
  bool is_taking_place(Index date) const;
  // `Il primo derby si giocò l'8 dicembre 1929. … Vinse il Lecco per 1-0`: the day of a game that a
  // sentence before tells of, where nothing between them tells of another.
  ArgValue of_game_before(const Hit& hit) const;
  // Those that may head a block: above it in its section, not too far.
  IndexRange blocks_above(Index block) const;
  bool is_headed_by(Index block, const DateValue& date) const;
  ArgValue of_run_in(Index sentence) const;
  // ... of the sentence before, of a match told at this token.
  ArgValue of_sentence_before(Index at, Index token) const;
  ArgValue of_entry(const Hit& hit) const;
  bool is_birth(Index date, Index from) const;
  bool is_line(const Hit& hit) const;
  bool is_under_round(const Hit& hit) const;
  bool is_round_line(const Block& block) const;
  bool is_day_line(Index block) const;
  bool tells_anything(IndexRange tokens) const;
  ArgValue of_row_above(const Hit& hit) const;
  void take_row_above(const Hit& hit, Statement& match) const;
  bool is_stage(const Block& block) const;
  bool is_under_stage(Index block) const;
  void see_section(Index section);
  // Whether one of these tokens is a word of the list.
  bool names(IndexRange tokens, Index words) const;
  bool is_of_unknown_competition(const Hit& hit) const;
  bool is_of_cup(const Hit& hit) const;
  bool is_gone_to(const Hit& hit, NormSpan competition) const;
  bool is_of_old(const Hit& hit) const;
  bool is_of_other(const Hit& hit, const std::pmr::vector<EvidenceSlot>& slots,
                   const EvidenceSlot& said) const;
  ArgValue of_lead(Index section) const;
  bool opens_with_round(Index section) const;
  ArgValue of_round(Index section) const;
  bool is_told_played(Index date) const;
  bool tells_of_round(const Sentence& sentence, Index words) const;
  bool is_of_results(const Hit& hit) const;
  Index date_behind(Index score) const;
  Index date_before(const Hit& hit) const;
  bool is_pair_of_bracket(const Hit& hit) const;
  bool ends_behind(Index unit) const;
  bool is_since_denied(Index date) const;
  Index unit_of(const DateExpression& date, IndexRange units) const;
  bool is_relative(NormSpan said) const;
  bool is_bound(const Hit& hit, NormSpan said) const;
  // `che il tecnico (in sella dal 2003, campione nel 2004) ha guidato`, `2-1 (giocata sabato)`: a
  // date in a bracket that tells of something else.
  bool is_bracketed(const Hit& hit, NormSpan said) const;
  bool is_first_leg(NormSpan score, IndexRange units) const;
  bool is_of_post(const Hit& hit, NormSpan said) const;
  bool is_told_of_other(const Hit& hit, const EvidenceSlot& said) const;
  bool is_of_later(const Hit& hit, NormSpan said) const;
  bool is_stated_behind(Index date, Index from) const;

  const Document& document_;
  const EntityView& entities_;
  const Lexicon& lexicon_;
  Index genitive_, indefinite_, after_, day_after_, birth_, joint_, competition_, cup_, goes_up_,
      plays_, round_, stage_, result_, posts_, now_, first_leg_, games_, stages_, game_,
      takes_place_;
  std::pmr::vector<ArgValue> rounds_;  // by section: of_round()
  std::pmr::vector<Index> leads_;      // by section: its first paragraph; kNoIndex: none
  std::pmr::vector<bool> has_stages_;  // by section: several headings are stages of a cup
  mutable Index rows_ = kNoIndex;      // the block that is_under_round() was asked for last
  mutable bool rows_under_round_ = false;
  // The sentence that is_of_results() was asked for last, and the colon behind its word for rounds.
  mutable Index results_sentence_ = kNoIndex;
  mutable Index results_from_ = kNoIndex;
};

}  // namespace panchina
