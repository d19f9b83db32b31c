#include "resolve/story.h"

#include <algorithm>
#include <cstdlib>

#include "document/features.h"
#include "resolve/calendar.h"
#include "resolve/civil.h"

namespace panchina {

namespace {

constexpr Day kTaleBefore = 730;    // a story so many days before publication is a tale
constexpr Index kPassage = 3;       // sentences that `il 13` looks back
constexpr int kDeicticArticle = 1;  // so many `ieri`, `domani` make it news

enum class Reach : std::uint8_t { kNone, kWeekday, kMonthOrDay };

class Walk {
 public:
  explicit Walk(Document& document) : document_(document) {}

  void run() {
    document_.date_values.assign(document_.dates.size(), DateValue{});
    count_deictic();
    for (Index i = 0; i < document_.dates.size(); ++i) step(i);
  }

 private:
  void count_deictic() {
    for (const DateExpression& date : document_.dates) {
      if (date.begin == date.end) continue;
      const CalendarStep& last = document_.calendar_steps[date.end - 1];
      if (last.op == CalendarOp::kShift && last.anchor == CalendarAnchor::kPublished &&
          static_cast<CalendarUnit>(last.b) == CalendarUnit::kDay && last.c == 0) {
        ++deictic_;
      }
    }
  }

  void step(Index index) {
    const DateExpression& date = document_.dates[index];
    enter_sentence(date.first_token);
    track_brackets(date.first_token);
    const CalendarContext context = make_context(date);
    const std::optional<DateValue> value = evaluate(document_, date, context);
    if (!value) return;
    document_.date_values[index] = *value;
    update(date, *value);
  }

  void enter_sentence(Index token) {
    const auto& sentences = document_.sentences;
    Index now = sentence_;
    while (now < sentences.size() && sentences[now].tokens.end <= token) ++now;
    if (now == sentence_ && started_) return;
    const Index old_block =
        started_ && sentence_ < sentences.size() ? sentences[sentence_].block : kNoIndex;
    sentence_ = now;
    started_ = true;
    bracket_at_ = now < sentences.size() ? sentences[now].tokens.begin : token;
    brackets_ = 0;
    if (now >= sentences.size()) return;
    const Index block = sentences[now].block;
    const Index section = block < document_.blocks.size() ? document_.blocks[block].section : 0;
    if (section != section_) {
      section_ = section;
      has_story_ = has_season_ = false;
    }
    if (sentences[now].row || block != old_block) has_season_ = false;
    if (block != old_block && deictic_ >= kDeicticArticle) tale_block_ = false;
  }

  // Dates in brackets are asides: they leave the story where it was.
  void track_brackets(Index token) {
    for (; bracket_at_ < token; ++bracket_at_) {
      const char mark = document_.tokens[bracket_at_].mark;
      if (mark == '(') {
        if (brackets_++ == 0) remember();
      }
      if (mark == ')' && brackets_ > 0 && --brackets_ == 0) restore();
    }
  }

  void remember() {
    outer_story_ = story_;
    outer_has_story_ = has_story_;
  }
  void restore() {
    if (outer_has_story_) {
      story_ = outer_story_;
      has_story_ = true;
    }
  }

  CalendarContext make_context(const DateExpression& date) const {
    CalendarContext context;
    if (!document_.published.edtf.empty()) context.published = &document_.published;
    if (has_story_) context.story = &story_;
    if (has_season_) context.season = &season_;
    context.direction = direction(date);
    const bool old = has_story_ && (!context.published ||
                                    story_.latest < document_.published.earliest - kTaleBefore);
    context.narrative = old && (deictic_ < kDeicticArticle || tale_block_);
    const bool near = has_story_ && story_sentence_ + kPassage >= sentence_;
    context.same_passage = near && story_.latest - story_.earliest <= 31;
    context.narrative_days =
        context.narrative && near && is_day(story_) && story_sentence_ + 1 >= sentence_;
    return context;
  }

  // ---- tense

  // Where the verb nearest to the date in its clause, else in its sentence, puts it.
  Direction direction(const DateExpression& date) const {
    const bool weekday = is_weekday(date);
    const VerbGroup* verb = nearest_verb(date);
    Direction way = Direction::kNearest;
    if (verb != nullptr) {
      switch (verb->tense) {
        case Tense::kPast:
        case Tense::kImperfect:
        case Tense::kPastConditional:
          way = Direction::kPast;
          break;
        case Tense::kFuture:
        case Tense::kConditional:
          way = Direction::kFuture;
          break;
        case Tense::kPresent:
          way = weekday ? Direction::kFuture : Direction::kNearest;
          break;
        case Tense::kSubjunctive:
          break;
        case Tense::kNone:
          if (verb->form == Form::kParticiple) way = Direction::kPast;
          if (verb->form == Form::kInfinitive && weekday) way = Direction::kFuture;
          break;
      }
    }
    if ((date.features & kDateUntil) != 0 && (!weekday || way != Direction::kPast)) {
      return Direction::kFuture;
    }
    if ((date.features & kDateFrom) != 0 && way != Direction::kFuture) return Direction::kPast;
    return way;
  }

  bool is_weekday(const DateExpression& date) const {
    if (date.end == date.begin) return false;
    for (std::uint32_t i = date.begin; i < date.end; ++i) {
      const CalendarStep& step = document_.calendar_steps[i];
      if (step.op == CalendarOp::kThis &&
          static_cast<CalendarUnit>(step.b) == CalendarUnit::kWeekday) {
        return true;
      }
    }
    return false;
  }

  const VerbGroup* nearest_verb(const DateExpression& date) const {
    if (document_.verbs.empty() || sentence_ >= document_.sentences.size()) return nullptr;
    const IndexRange sentence = document_.sentences[sentence_].tokens;
    const auto first = std::partition_point(
        document_.verbs.begin(), document_.verbs.end(),
        [&](const VerbGroup& verb) { return verb.tokens.end <= sentence.begin; });
    const VerbGroup* best = nullptr;
    Index least = kNoIndex;
    for (auto verb = first; verb != document_.verbs.end() && verb->tokens.begin < sentence.end;
         ++verb) {
      const Index distance = distance_to(*verb, date);
      if (distance < least) {
        least = distance;
        best = &*verb;
      }
    }
    return best;
  }

  // Tokens between, marks that part clauses counting much.
  Index distance_to(const VerbGroup& verb, const DateExpression& date) const {
    const bool before = verb.tokens.end <= date.first_token;
    const Index begin = before ? verb.tokens.end : date.end_token;
    const Index end = before ? date.first_token : verb.tokens.begin;
    Index distance = before ? 0 : 1;
    for (Index i = begin; i < end && i < document_.tokens.size(); ++i) {
      const char mark = document_.tokens[i].mark;
      distance += mark == ';' || mark == ':' || mark == '(' || mark == ')' ? 12
                  : mark == ','                                            ? 4
                                                                           : 1;
    }
    return distance;
  }

  // ---- moving on

  void update(const DateExpression& date, const DateValue& value) {
    if (value.earliest == kNoDay || value.latest == kNoDay) return;
    if ((date.features & kDateUntil) != 0) return;
    if (document_.published.earliest != kNoDay && value.earliest > document_.published.earliest) {
      return;
    }
    if (is_football_season(value) || (date.kind == DateKind::kSeason)) {
      season_ = value;
      has_season_ = true;
    } else if (has_season_ &&
               (value.latest < season_.earliest || value.earliest > season_.latest)) {
      has_season_ = false;
    }
    story_ = value;
    has_story_ = true;
    story_sentence_ = sentence_;
    tale_block_ = true;
  }

  Document& document_;
  DateValue story_, season_, outer_story_;
  bool has_story_ = false, has_season_ = false, outer_has_story_ = false;
  bool started_ = false, tale_block_ = true;
  Index sentence_ = 0, story_sentence_ = 0, section_ = kNoIndex;
  Index bracket_at_ = 0;
  int brackets_ = 0;
  int deictic_ = 0;
};

}  // namespace

void evaluate_dates(Document& document) { Walk(document).run(); }

}  // namespace panchina
