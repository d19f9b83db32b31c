// Which way a date without its year, month or week lies: as the verbs of its sentence say. Thread
// rule: const; belongs to one document.
#pragma once

#include <optional>
#include <span>

#include "document/document.h"
#include "lexicon/lexicon.h"
#include "resolve/time/calendar.h"

namespace panchina {

struct DateTense {
  Direction direction = Direction::kNearest;
  bool anterior = false;     // pluperfect: before the story
  bool present = false;      // the verb stands in the present tense
  bool governed = false;     // ... right beside the date
  bool description = false;  // imperfect: `era domenica`
  bool weekday = false;
  bool noun = false;        // `il sabato di B`, `in questa domenica`: a weekday with its article
  bool attribute = false;   // part of a noun's phrase: `la gara del 2 maggio`
  bool negative = false;    // `non vince dal 2008`
  bool arrival = false;     // `Rossi, arrivato a novembre`
  bool entering = false;    // `passa al Lecce`: its verb opens a post, as mostly in summer
  bool leaving = false;     // `viene esonerato`: ... closes one
  bool participle = false;  // `morto nel 1944`
  bool bygone = false;      // its verb, if any, tells of what is past
  bool perfect = false;     // the past that reaches up to now: `hanno esonerato`
  bool remote = false;      // the past of a tale: `esonerarono`
  bool habit = false;       // `la domenica guidava i ragazzi`: every Sunday
  bool leg = false;         // `all'andata, il 27 ottobre`
  bool custom = false;      // `pagava di lunedì`: on Mondays
  bool deadline = false;    // `annuncio entro giugno`, without a verb of the past
  bool first = false;       // its verb is in the first person: `mi dimisi a marzo`
  bool ahead = false;       // a verb of its sentence looks ahead
  bool fixed = false;       // `raduno fissato per il 26 luglio`
  bool birth = false;       // `nato nel 1964`, `classe 1964`
  bool term = false;        // `firmò fino al 1988`, `contratto in scadenza nel 1988`
  bool opening = false;     // `Esordio il 26 marzo`, without a verb
  bool result = false;      // `26/3  Lecce-Bari 1-0`: a row of its own
};

// The verbs that begin among those tokens, in text order; the document owns them.
std::span<const VerbGroup> verbs_in(const Document& document, IndexRange tokens);

class TenseReader {
 public:
  TenseReader(const Document& document, const Lexicon& lexicon);

  // What the verb nearest to the date in its clause, else in its sentence, says. `sentence` is an
  // index in Document::sentences, past its end where the date stands in none.
  DateTense read(const DateExpression& date, Index sentence) const;
  // Whether the tokens tell what a season brings: a place, a title, points.
  bool tells_placing(IndexRange tokens) const;
  // `oggi riposo, domani porte chiuse, sabato la rifinitura`: whether a date goes on from one
  // before it in its sentence, with no verb of its own that tells another time.
  bool goes_on(const DateExpression& before, const DateExpression& date, Index sentence) const;

 private:
  // A verb group and how far it stands from the date; `parted`: by a colon or semicolon.
  struct Near {
    const VerbGroup* verb = nullptr;
    Index distance = kNoIndex;
    bool parted = false;
  };

  // One date while it is read: its sentence, the verb that tells of it, and what is known so far.
  struct Reading {
    const DateExpression& date;
    Index sentence;
    IndexRange tokens;  // of the sentence
    Near near = {};
    bool ahead = false;     // its verb looks ahead
    bool verbless = false;  // no verb of its own
    bool arranged = false;  // `ritiro a Storo dal 12 luglio`
    bool due = false;       // `contratto in scadenza il 30 giugno`
    bool timed = false;     // with an hour
    DateTense out = {};

    bool settle(Direction way) {
      out.direction = way;
      return true;
    }
  };

  static constexpr Index kScoreReach = 10;      // tokens
  static constexpr Index kPartingMark = 12;     // what parts clauses counts so many tokens
  static constexpr Index kSentenceReach = 200;  // tokens of the longest sentences looked at

  static IndexRange around(const DateExpression& date, IndexRange sentence, Index reach);
  // The steps of `read`, in its order: `take_` adds what it sees; `settle_` says whether nothing
  // further can change the way.
  bool settle_result(Reading& one) const;
  void take_verb(Reading& one) const;
  void take_opening(Reading& one) const;
  bool settle_plain(Reading& one) const;
  void take_signs(Reading& one) const;
  bool settle_led_in(Reading& one) const;
  bool settle_weekday(Reading& one) const;
  void take_score(Reading& one) const;
  bool settle_verbless(Reading& one) const;
  bool settle_until(Reading& one) const;
  void take_from(Reading& one) const;
  bool reports_score(const Reading& one) const;
  bool comes_after(Index words, const DateExpression& date, IndexRange sentence) const;
  DateTense told_by(const Near& near, const DateExpression& date, IndexRange tokens,
                    DateTense out) const;
  std::optional<Direction> plain_way(const Near& near, const DateExpression& date,
                                     IndexRange tokens, const DateTense& out) const;
  bool is_past_stretch(const Near& near, const DateExpression& date, IndexRange tokens,
                       const DateTense& out) const;
  Near nearest_verb(const DateExpression& date, IndexRange sentence) const;
  Near distance_to(const VerbGroup& verb, const DateExpression& date) const;
  bool score_near(const DateExpression& date, IndexRange sentence, Index reach) const;
  bool has_score(IndexRange tokens, bool slash) const;
  Index before_last_of(const DateExpression& date, IndexRange tokens) const;
  Index skip_first_leg(Index token, Index end) const;
  std::uint32_t count_at(Index token) const;
  bool is_custom(const DateExpression& date, const Near& near, IndexRange sentence) const;
  bool is_of_weekday(const DateExpression& date, IndexRange sentence) const;
  bool was_until(const DateExpression& date, IndexRange sentence) const;
  bool opens_result(const DateExpression& date, Index sentence) const;
  bool in_bracket_with_score(const DateExpression& date, IndexRange sentence) const;
  bool heads_results(const DateExpression& date, Index sentence) const;
  bool follows(Index words, const DateExpression& date, IndexRange sentence) const;
  bool in_first_leg(const DateExpression& date, IndexRange sentence) const;
  bool is_remote(const VerbGroup& verb) const;
  bool is_of_phrase(const VerbGroup& verb, const DateExpression& date) const;
  bool is_leg(const VerbGroup& verb) const;
  bool closes_in_past(const DateExpression& date, IndexRange sentence) const;
  bool is_dated(const DateExpression& date, const Near& near) const;
  bool tells_result(const DateExpression& date, IndexRange sentence) const;
  bool is_newly(const DateExpression& date, IndexRange sentence) const;
  bool is_birthday(const DateExpression& date, IndexRange sentence) const;
  bool is_relieved(const DateExpression& date, IndexRange sentence) const;
  bool is_aimed_event(const DateExpression& date, IndexRange sentence) const;
  bool closes_event(const DateExpression& date, IndexRange sentence) const;
  bool has_quality(const DateExpression& date, IndexRange sentence) const;
  bool held_until(const DateExpression& date, const Near& near, IndexRange sentence) const;
  bool ends_post(const DateExpression& date, const Near& near, IndexRange sentence) const;
  bool follows_supposal(const VerbGroup& verb, IndexRange sentence) const;
  bool ended_by(const DateExpression& date, IndexRange sentence) const;
  Index skip_bracket(Index token, Index end) const;
  bool follows_finite(const VerbGroup& verb) const;
  bool comma_between(const VerbGroup& verb, const DateExpression& date) const;
  bool led_by_past(const VerbGroup& verb) const;
  bool is_of_event_told(const DateExpression& date, IndexRange sentence) const;
  bool opens_with_past(const VerbGroup& verb, IndexRange sentence) const;
  bool is_of_what_was(const DateExpression& date, bool ahead, IndexRange sentence) const;
  bool looks_ahead(IndexRange sentence) const;
  bool answers_past(Index sentence) const;
  bool opens_with_event(const DateExpression& date, IndexRange sentence) const;
  bool is_over_by(const VerbGroup& verb, const DateExpression& date) const;
  bool tells_age(const DateExpression& date, IndexRange sentence) const;
  bool attribute(const DateExpression& date, IndexRange sentence) const;
  bool is_noun(const DateExpression& date, IndexRange sentence) const;
  bool tells_outcome(const VerbGroup& verb, IndexRange sentence) const;
  Direction by_verb(const VerbGroup& verb, bool weekday, IndexRange sentence) const;

  const Document& document_;
  const Lexicon& lexicon_;
  // Word lists.
  Index events_ = lexicon_.find_list("date_event");
  Index already_ = lexicon_.find_list("date_already");
  Index aims_ = lexicon_.find_list("date_aim");
  Index expiries_ = lexicon_.find_list("date_expiry");
  Index due_ = lexicon_.find_list("date_due");
  Index openers_ = lexicon_.find_list("date_clause_opener");
  Index attributes_ = lexicon_.find_list("date_attribute");
  Index bindings_ = lexicon_.find_list("date_binding");
  Index births_ = lexicon_.find_list("date_birth");
  Index genitives_ = lexicon_.find_list("genitive");
  Index plans_ = lexicon_.find_list("date_plan");
  Index fixed_ = lexicon_.find_list("date_fixed");
  Index feasts_ = lexicon_.find_list("date_feast");
  Index copulas_ = lexicon_.find_list("date_copula");
  Index results_ = lexicon_.find_list("date_result");
  Index supposals_ = lexicon_.find_list("date_supposal");
  Index unbeaten_ = lexicon_.find_list("date_unbeaten");
  Index to_ = lexicon_.find_list("date_score_to");
  Index arrivals_ = lexicon_.find_list("date_arrival");
  Index onsets_ = lexicon_.find_list("date_onset");
  Index legs_ = lexicon_.find_list("date_first_leg");
  Index at_ = lexicon_.find_list("date_at");
  Index entering_ = lexicon_.find_list("date_entering");
  Index leaving_ = lexicon_.find_list("date_leaving");
  Index terms_ = lexicon_.find_list("date_term");
  Index posts_ = lexicon_.find_list("date_post_held");
  Index held_ = lexicon_.find_list("date_held");
  Index qualities_ = lexicon_.find_list("date_quality");
  Index quality_links_ = lexicon_.find_list("date_quality_link");
  Index ifs_ = lexicon_.find_list("date_if");
  Index topics_ = lexicon_.find_list("date_topic");
  Index customs_ = lexicon_.find_list("date_custom");
  Index backs_ = lexicon_.find_list("date_dates_back");
  Index after_ = lexicon_.find_list("date_after");
  Index and_ = lexicon_.find_list("match_and");
  Index told_ = lexicon_.find_list("date_told");
  Index states_ = lexicon_.find_list("date_state");
  Index lasts_ = lexicon_.find_list("date_last");
  Index ordinals_ = lexicon_.find_list("ordinal");
  Index placings_ = lexicon_.find_list("date_placing");
  Index placing_verbs_ = lexicon_.find_list("date_placing_verb");
  Index place_links_ = lexicon_.find_list("date_place_link");
  Index years_ = lexicon_.find_list("date_years");
  Index birthday_links_ = lexicon_.find_list("date_birthday_link");
  Index untils_ = lexicon_.find_list("date_until");
  Index arranged_ = lexicon_.find_list("date_arranged");
  Index expiring_ = lexicon_.find_list("date_expiring");
  Index moved_ = lexicon_.find_list("date_moved");
  Index deadlines_ = lexicon_.find_list("date_deadline");
  Index toward_ = lexicon_.find_list("date_toward");
  Index newly_ = lexicon_.find_list("date_newly");
  Index of_it_ = lexicon_.find_list("date_of_it");
  Index looming_ = lexicon_.find_list("date_looming");
  Index previews_ = lexicon_.find_list("date_preview");
  Index wins_ = lexicon_.find_list("verb_wins");
  Index beats_ = lexicon_.find_list("verb_beats");
  Index loses_ = lexicon_.find_list("verb_loses");
  Index draws_ = lexicon_.find_list("verb_draws");
  Index articles_ = lexicon_.find_list("date_noun");
};

}  // namespace panchina
