// ClubEvidence: what speaks for or against a club at one place: articles, scores, rows, careers,
// line-ups; titles, streets, referees, datelines. Thread rule: const; belongs to one worker's
// Context.
#pragma once

#include "annotate/context.h"
#include "annotate/person_names.h"

namespace panchina {

// What speaks for a club at one place, weakest first.
enum class ClubWeight : std::uint8_t {
  kNo,     // a street, a person, a referee's town, a stadium ...
  kPlace,  // a preposition makes a place of it
  kNamed,  // a common word at the head of an item: where the club is named elsewhere too
  kBare,   // nothing
  kHead,   // opens a heading or a short item
  kPair,   // joined to another by a hyphen, without a score
  kHint,   // half a cue: beside a score
  kCue,    // article, fixture with score, row, list of clubs
  kSure,   // a form that means nothing else
};

// Whether a cue, or more, says that a club is meant.
constexpr bool is_cue(ClubWeight evidence) { return evidence >= ClubWeight::kCue; }

struct ClubSpan {
  IndexRange tokens;
  Index form = kNoIndex;  // first form in the lexicon; kNoIndex: not of the lexicon
  Index club = kNoIndex;  // club index of the lexicon, or index of the unknown club
  bool unknown = false;
  bool nation = false;
  How how = How::kName;
  ClubWeight evidence = ClubWeight::kBare;
  bool weak = false;
  bool accepted = false;
};

class ClubEvidence {
 public:
  ClubEvidence(const Context& context, const PersonNames& persons)
      : context_(context), persons_(persons) {}

  ClubWeight judge(const ClubSpan& span) const;
  // Whether a town may stand for its club: not as where somebody was born or lives.
  bool may_stand_for_club(IndexRange town) const;
  bool is_age_class(const ClubSpan& span) const;

  // Counts the towns that stand where a dateline does (`ASCOLI – …`): three or more are the items
  // of a round-up, and clubs. Call once a document, before judge().
  void count_items(const std::vector<ClubSpan>& spans);

  // Whether the page names referees by their towns' names, and which. Call once a document too.
  void find_referees(const std::vector<ClubSpan>& spans);

  // Parts of it that others ask for too.
  bool is_no_club(IndexRange tokens) const;
  bool is_common_word(IndexRange tokens) const;
  bool follows_no_club(IndexRange tokens) const;
  bool is_birthplace(IndexRange tokens) const;
  bool is_known_person(IndexRange tokens) const;
  bool in_referees_bracket(IndexRange tokens) const;
  bool life_begins(IndexRange tokens) const;
  bool named_referee(IndexRange tokens) const;
  // Whether the first of two towns in brackets behind a referee.
  bool of_referees(IndexRange tokens) const {
    return tokens.begin > 0 && context_.is_mark(tokens.begin - 1, '(') &&
           after_referee(tokens.begin);
  }
  bool has_article(IndexRange tokens) const;
  bool in_row(IndexRange tokens) const;
  // Whether a person named in full has this surname.
  bool names_person(Index token) const { return persons_.knows_surname(context_.at(token).name); }
  bool in_career(IndexRange tokens) const;
  bool behind_years_and_side(Index before) const;
  bool beside_post(IndexRange tokens) const;
  bool lineup_head(IndexRange tokens) const;
  bool behind_label(Index mark) const;
  bool verb_by_accent(Index i) const;
  bool opens_item(IndexRange tokens) const;
  // A score, or a mark of a match not played, follows within the row.
  bool result_follows(Index token) const;
  // The token that ends the score before `i`, with nothing but articles between; kNoIndex: none.
  bool score_before(Index i) const;

 private:
  bool after_referee(Index i) const;
  bool province_follows(IndexRange tokens) const;
  bool birth(IndexRange tokens) const;
  bool born_on(IndexRange tokens) const;
  bool of_scorer(IndexRange tokens) const;
  bool opens_cell(Index i) const;
  bool part_of_name(IndexRange tokens) const;
  bool behind_tag(Index before, IndexRange tokens) const;
  bool dateline(IndexRange tokens) const;
  bool opens_text(Index first) const;
  bool heads_item(IndexRange tokens) const;
  bool ground_before(IndexRange tokens) const;
  bool died_there(IndexRange tokens) const;
  bool place_and_day(IndexRange tokens) const;
  bool dated(IndexRange tokens) const;
  ClubWeight judge_place(IndexRange tokens) const;

  const Context& context_;
  const PersonNames& persons_;
  bool round_up_ = false;
  bool referees_ = false;
  std::vector<std::uint64_t> referee_names_;  // sorted
};

}  // namespace panchina
