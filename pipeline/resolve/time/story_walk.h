// StoryWalk: the pass over the dates of one document that story.h promises. It enters the sentence
// of each date, sees what the date is seen from, evaluates it, and moves the story on. Thread rule:
// belongs to one document.
#pragma once

#include <optional>
#include <vector>

#include "document/document.h"
#include "lexicon/lexicon.h"
#include "resolve/time/calendar.h"
#include "resolve/time/diary.h"
#include "resolve/time/story_year.h"
#include "resolve/time/tense.h"

namespace panchina {

class StoryWalk {
 public:
  // Both must outlive the walk.
  StoryWalk(Document& document, const Lexicon& lexicon)
      : document_(document),
        lexicon_(lexicon),
        tenses_(document, lexicon),
        relative_(lexicon.find_list("relative")) {}

  // Once.
  void run();

 private:
  static constexpr Index kPassage = 3;  // sentences that `il 13` looks back
  static constexpr Day kWeek = 7;
  static constexpr Day kMonth = 31;
  static constexpr Day kSeasonDays = 366;
  static constexpr int kSummer = 7, kAutumn = 9;  // July, September

  // story.cc: the values.
  void step(Index index);
  bool is_every_week(const DateExpression& date, const DateTense& tense) const;
  bool is_of_old(const DateExpression& date, const DateTense& tense,
                 const CalendarContext& context) const;
  void enter_entry(Index index);
  std::optional<DateValue> before_anniversary(const DateExpression& date,
                                              const DateTense& tense) const;
  std::optional<DateValue> next_entry(Index index) const;
  std::optional<DateValue> next_of_list(const DateExpression& date) const;
  bool in_diary(Index index);
  bool in_year_before(Index index) const;
  std::optional<DateValue> month_partner(Index index) const;
  bool is_page_date() const;

  // story_context.cc: what a date is seen from.
  CalendarContext make_context(const DateExpression& date, const DateTense& tense) const;
  Direction direction_of(const DateExpression& date, const DateTense& tense) const;
  bool goes_on(const DateExpression& date, const DateTense& tense, const ToldDate& told,
               const CalendarContext& context) const;
  bool aside_is_over(const DateExpression& date, const DateTense& tense) const;
  const ToldDate& told_of(const DateExpression& date, const DateTense& tense) const;
  bool title_is_past() const;
  bool below_day() const;

  // story_moves.cc: sentences, asides and heads; where the story goes on.
  void enter_sentence(Index token);
  bool is_item(const Sentence& sentence) const;
  void find_dashes();
  bool bracket_ends_sentence(const ToldDate& told) const;
  void track_brackets(Index token);
  bool is_aside(const DateExpression& date, const DateValue& value, const DateTense& tense) const;
  void remember();
  void restore();
  Index block() const;
  void update(Index index, const DateValue& value, const DateTense& tense, bool narrative);
  bool leaves_story(const DateExpression& date, const DateValue& value, const DateTense& tense,
                    bool month) const;
  void describe(ToldDate& told, const DateExpression& date, const DateTense& tense) const;
  void see_heads(const DateExpression& date, const DateValue& value);
  void see_season(const DateExpression& date, const DateValue& value);
  bool is_head_day(const DateExpression& date, const DateValue& value) const;
  bool heads_with_season(const DateExpression& date) const;
  bool heads_passage(const DateExpression& date) const;

  Document& document_;
  const Lexicon& lexicon_;
  TenseReader tenses_;
  Index relative_;  // word list
  ToldDate story_, outer_story_, recent_;
  ToldDate main_, outer_main_;  // what an aside left
  ToldDate tale_told_;          // the last date told that is long before publication
  ToldDate day_;                // the last day told
  ToldDate any_day_;            // ... in brackets or to come too
  ToldDate ahead_;              // the last date told that is yet to come
  DateValue page_published_;    // of Document::published, else the middle of its month
  DateValue published_;         // of the section, else the page's
  bool coarse_ = false;         // the page's is the middle of its month
  std::vector<DiaryDate> diary_;
  std::size_t diary_at_ = 0;
  std::vector<Index> entries_;  // days of their own lines: in Document::dates
  bool entry_ = false;          // below one of them: `published_` is that day
  std::optional<DateValue> anniversary_;
  DateValue season_;
  DateValue title_season_;  // of a tale
  bool has_title_season_ = false;
  DateValue head_;  // a year or season that heads the block
  Index head_block_ = kNoIndex;
  bool head_alone_ = false;          // in a block of its own
  Index head_day_block_ = kNoIndex;  // that a day of long ago heads
  bool has_season_ = false;
  bool season_aside_ = false;  // told in brackets: it holds in its sentence
  bool started_ = false;
  Index season_sentence_ = 0;
  Index sentence_ = 0, section_ = kNoIndex;
  Index bracket_at_ = 0;
  int brackets_ = 0;
  std::vector<IndexRange> dashes_;  // of the sentence, by tokens
  bool yesterday_ = false;          // the text says `ieri`
  int deixis_ = 0;
  int last_year_ = 0;  // that the text writes in four digits
  bool tale_ = false;
  bool this_day_ = false;  // a page of what happened on this day of other years
};

}  // namespace panchina
