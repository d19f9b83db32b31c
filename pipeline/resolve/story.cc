#include "resolve/story.h"

#include <algorithm>
#include <cstdlib>

#include "document/edtf.h"
#include "document/features.h"
#include "resolve/calendar.h"
#include "resolve/civil.h"

namespace panchina {

namespace {

constexpr Day kTaleBefore = 730;       // a story so many days before publication is a tale
constexpr Index kParticipleReach = 3;  // tokens from `cacciato` to its date
constexpr Index kSeasonReach = 2;      // sentences that a season holds
constexpr Index kScoreReach = 10;      // tokens
constexpr std::uint32_t kMostGoals = 12;
constexpr Index kPassage = 3;       // sentences that `il 13` looks back
constexpr int kDeicticArticle = 1;  // so many `ieri`, `domani` make it news

// A date that the text told, and where.
struct Told {
  DateValue value;
  bool known = false;
  Index sentence = 0;
  Index block = kNoIndex;
};

class Walk {
 public:
  explicit Walk(Document& document) : document_(document) {}

  void run() {
    document_.date_values.assign(document_.dates.size(), DateValue{});
    count_deictic();
    sentence_ = 0;
    started_ = false;
    section_ = kNoIndex;
    for (Index i = 0; i < document_.dates.size(); ++i) step(i);
  }

 private:
  void count_deictic() {
    for (const DateExpression& date : document_.dates) {
      if (date.begin == date.end) continue;
      const CalendarStep& last = document_.calendar_steps[date.end - 1];
      const auto unit = static_cast<CalendarUnit>(last.b);
      if (last.op == CalendarOp::kShift && last.anchor == CalendarAnchor::kPublished &&
          unit == CalendarUnit::kDay && last.c == 0) {
        deictic_ += 2;
      }
      if (last.op == CalendarOp::kThis && unit == CalendarUnit::kWeekday &&
          last.anchor == CalendarAnchor::kEither && !in_description(date)) {
        ++deictic_;
      }
      if (last.op == CalendarOp::kWeekdayDay) ++deictic_;
      if (last.op == CalendarOp::kPoint && last.weekday > 0 && last.a == 0) ++deictic_;
    }
  }

  // `era domenica`: no weekday of the news.
  bool in_description(const DateExpression& date) {
    enter_sentence(date.first_token);
    const VerbGroup* verb = nearest_verb(date);
    return verb != nullptr && verb->tense == Tense::kImperfect;
  }

  void step(Index index) {
    const DateExpression& date = document_.dates[index];
    enter_sentence(date.first_token);
    if (is_page_date()) return;
    track_brackets(date.first_token);
    CalendarContext context = make_context(date);
    const std::optional<DateValue> partner = month_partner(index);
    if (partner) context.recent = &*partner;
    const std::optional<DateValue> value = evaluate(document_, date, context);
    if (!value) return;
    document_.date_values[index] = *value;
    update(date, *value);
  }

  // `il 3 e il 10 maggio`: the date that gives a bare day its month.
  std::optional<DateValue> month_partner(Index index) const {
    const DateExpression& date = document_.dates[index];
    if (index + 1 >= document_.dates.size() || !is_day_only(date)) return std::nullopt;
    const DateExpression& next = document_.dates[index + 1];
    if (next.first_token > date.end_token + 3 || is_day_only(next)) return std::nullopt;
    for (Index i = date.end_token; i < next.first_token; ++i) {
      if (document_.tokens[i].kind == TokenKind::kNumber || document_.tokens[i].mark == '.') {
        return std::nullopt;
      }
    }
    std::optional<DateValue> value = evaluate(document_, next, make_context(next));
    if (!value || !is_day(*value)) return std::nullopt;
    return value;
  }

  bool is_day_only(const DateExpression& date) const {
    if (date.end != date.begin + 1) return false;
    const CalendarStep& step = document_.calendar_steps[date.begin];
    return step.op == CalendarOp::kPoint && step.a == 0 && step.b == 0 && step.c > 0;
  }

  // The page's own date belongs to no story.
  bool is_page_date() const {
    if (sentence_ >= document_.sentences.size() || document_.blocks.empty()) return false;
    const Index block = document_.sentences[sentence_].block;
    return document_.blocks[block].label == BlockLabel::kPageDate;
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
      story_ = recent_ = Told{};
      has_season_ = false;
    }
    if (sentences[now].row || block != old_block) has_season_ = false;
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

  void remember() { outer_story_ = story_; }
  void restore() {
    if (outer_story_.known) story_ = outer_story_;
  }

  Index block() const {
    return sentence_ < document_.sentences.size() ? document_.sentences[sentence_].block : kNoIndex;
  }

  CalendarContext make_context(const DateExpression& date) const {
    CalendarContext context;
    if (!document_.published.edtf.empty()) context.published = &document_.published;
    if (story_.known) context.story = &story_.value;
    context.direction = direction(date);
    if (has_season_ && context.direction != Direction::kFuture &&
        season_sentence_ + kSeasonReach >= sentence_) {
      context.season = &season_;
    }
    const Day gap =
        context.published && story_.known ? document_.published.earliest - story_.value.latest : 0;
    const bool old = story_.known && (!context.published || gap > kTaleBefore);
    const bool news = deictic_ >= kDeicticArticle;
    const bool until = (date.features & kDateUntil) != 0;
    context.narrative =
        old && (until || context.direction != Direction::kFuture) &&
        (!news || (story_.block == block() && context.direction != Direction::kFutureIfNear &&
                   (story_.sentence == sentence_ || context.direction == Direction::kPast)));
    if (recent_.known && recent_.sentence + kPassage >= sentence_) {
      context.recent = &recent_.value;
    }
    context.narrative_days =
        context.narrative && is_day(last_point(story_.value)) && story_.sentence + 1 >= sentence_;
    return context;
  }

  // ---- tense

  // Where the verb nearest to the date in its clause, else in its sentence, puts it.
  Direction direction(const DateExpression& date) const {
    const bool weekday = is_weekday(date);
    const VerbGroup* verb = nearest_verb(date);
    Direction way = Direction::kNearest;
    if (verb != nullptr) {
      const bool second = verb->form == Form::kParticiple && follows_finite(*verb);
      switch (second ? (verb - 1)->tense : verb->tense) {
        case Tense::kPast:
        case Tense::kImperfect:
          way = Direction::kPast;
          break;
        case Tense::kPastConditional:
        case Tense::kSubjunctive:
          break;
        case Tense::kFuture:
        case Tense::kConditional:
          way = Direction::kFuture;
          break;
        case Tense::kPresent:
          way = Direction::kFutureIfNear;
          break;
        case Tense::kNone:
          if (verb->form == Form::kParticiple) way = Direction::kPast;
          if (verb->form == Form::kInfinitive && weekday) way = Direction::kFuture;
          break;
      }
    }
    const bool timed = date.end > date.begin &&
                       document_.calendar_steps[date.end - 1].op == CalendarOp::kTimeOfDay;
    if (weekday && !timed && way != Direction::kFuture && score_near(date)) return Direction::kPast;
    if (timed && weekday && way != Direction::kPast) return Direction::kFuture;
    if ((date.features & kDateUntil) != 0 && (!weekday || way != Direction::kPast)) {
      return Direction::kFuture;
    }
    const bool plainly = way == Direction::kFuture && !comma_between(*verb, date);
    if ((date.features & kDateFrom) != 0 && !plainly) {
      return way == Direction::kFutureIfNear ? Direction::kPastUnlessSoon : Direction::kPast;
    }
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

  // `sabato il Lecce cade 2-0`: a score stands within a few tokens.
  bool score_near(const DateExpression& date) const {
    if (sentence_ >= document_.sentences.size()) return false;
    const IndexRange sentence = document_.sentences[sentence_].tokens;
    const Index begin =
        std::max(sentence.begin, date.first_token - std::min(date.first_token, kScoreReach));
    const Index end = std::min(sentence.end, date.end_token + kScoreReach);
    for (Index i = begin; i + 2 < end; ++i) {
      const Token& one = document_.tokens[i];
      const Token& two = document_.tokens[i + 2];
      if (one.kind == TokenKind::kNumber && document_.tokens[i + 1].mark == '-' &&
          two.kind == TokenKind::kNumber && one.number <= kMostGoals && two.number <= kMostGoals) {
        return true;
      }
    }
    return false;
  }

  // `saranno decisi`, read as two groups.
  bool follows_finite(const VerbGroup& verb) const {
    const auto at = static_cast<std::size_t>(&verb - document_.verbs.data());
    if (at == 0) return false;
    const VerbGroup& left = document_.verbs[at - 1];
    return left.form == Form::kFinite && left.tokens.end == verb.tokens.begin &&
           (left.tense == Tense::kFuture || left.tense == Tense::kConditional);
  }

  // Tokens between, marks that part clauses counting much.
  Index distance_to(const VerbGroup& verb, const DateExpression& date) const {
    const bool before = verb.tokens.end <= date.first_token;
    const Index begin = before ? verb.tokens.end : date.end_token;
    const Index end = before ? date.first_token : verb.tokens.begin;
    Index distance = before ? 0 : 1;
    const bool bare = verb.form == Form::kParticiple && !follows_finite(verb);
    if (bare && (!before || end - begin > kParticipleReach)) return kNoIndex;
    if (verb.unsure) distance += 8;
    for (Index i = begin; i < end && i < document_.tokens.size(); ++i) {
      const char mark = document_.tokens[i].mark;
      distance += mark == ';' || mark == ':' || mark == '(' || mark == ')' ? 12
                  : mark == ','                                            ? 4
                                                                           : 1;
    }
    return distance;
  }

  bool comma_between(const VerbGroup& verb, const DateExpression& date) const {
    const bool before = verb.tokens.end <= date.first_token;
    const Index begin = before ? verb.tokens.end : date.end_token;
    const Index end = before ? date.first_token : verb.tokens.begin;
    for (Index i = begin; i < end && i < document_.tokens.size(); ++i) {
      const char mark = document_.tokens[i].mark;
      if (mark == ',' || mark == ';' || mark == ':') return true;
    }
    return false;
  }

  // ---- moving on

  void update(const DateExpression& date, const DateValue& value) {
    if (value.earliest == kNoDay || value.latest == kNoDay) return;
    const Told told{value, true, sentence_, block()};
    const DateValue last = last_point(value);
    if (last.latest - last.earliest <= 31) recent_ = told;
    const Day published = document_.published.earliest;
    if (published != kNoDay && value.earliest > published) return;
    if ((date.features & kDateUntil) != 0 && (published == kNoDay || value.latest >= published)) {
      return;
    }
    if (is_football_season(value) || date.kind == DateKind::kSeason) {
      season_ = value;
      season_sentence_ = sentence_;
      has_season_ = true;
    } else if (has_season_ &&
               (value.latest < season_.earliest || value.earliest > season_.latest)) {
      has_season_ = false;
    }
    story_ = told;
  }

  Document& document_;
  Told story_, outer_story_, recent_;
  DateValue season_;
  bool has_season_ = false;
  bool started_ = false;
  Index season_sentence_ = 0;
  Index sentence_ = 0, section_ = kNoIndex;
  Index bracket_at_ = 0;
  int brackets_ = 0;
  int deictic_ = 0;
};

}  // namespace

void evaluate_dates(Document& document) { Walk(document).run(); }

}  // namespace panchina
