#include "resolve/time/story.h"

#include <algorithm>

#include "document/edtf.h"
#include "document/features.h"
#include "resolve/fact/civil.h"
#include "resolve/time/date_form.h"
#include "resolve/time/date_lists.h"
#include "resolve/time/published.h"
#include "resolve/time/section_days.h"
#include "resolve/time/story_walk.h"
#include "resolve/time/text_time.h"
#include "resolve/time/told_days.h"

namespace panchina {
namespace {

constexpr std::size_t kDiary = 3, kDiaryInTale = 5;  // opening dates
constexpr Day kMidMonth = 14;

}  // namespace

void StoryWalk::run() {
  document_.date_values.assign(document_.dates.size(), DateValue{});
  published_ = page_published_ = document_.published;
  if (published_.edtf.empty()) {
    if (const std::optional<DateValue> month = month_of_issue(document_)) {
      published_ = page_published_ = day_value(month->earliest + kMidMonth);
      coarse_ = true;
    }
  }
  last_year_ = last_written_year(document_);
  yesterday_ = says_yesterday(document_);
  deixis_ = deixis_of(document_, tenses_);
  tale_ = is_tale(document_, published_.earliest, deixis_);
  if (const std::optional<DateValue> season = season_of_titles(document_, published_.earliest)) {
    title_season_ = *season;
    has_title_season_ = true;
  }
  anniversary_ = anniversary_of(document_, published_.earliest);
  this_day_ = !published_.edtf.empty() && is_page_of_this_day(document_, lexicon_);
  diary_ = find_diary(document_, has_title_season_ ? &title_season_ : nullptr, published_.earliest,
                      tale_ && !has_title_season_ ? kDiaryInTale : kDiary);
  entries_ = find_entry_days(document_);
  const std::vector<Index> items = find_item_days(document_, tale_);
  entries_.insert(entries_.end(), items.begin(), items.end());
  std::sort(entries_.begin(), entries_.end());
  for (Index i = 0; i < document_.dates.size(); ++i) step(i);
}

void StoryWalk::step(Index index) {
  const DateExpression& date = document_.dates[index];
  enter_sentence(date.first_token);
  if (is_page_date()) return;
  track_brackets(date.first_token);
  DateTense tense = tenses_.read(date, sentence_);
  if (!coarse_ && leads_to_past(document_, tenses_, index, sentence_)) {
    tense.direction = Direction::kPast;
  }
  if (tense.custom || is_every_week(date, tense)) return;
  CalendarContext context = make_context(date, tense);
  if (in_year_before(index)) {
    context.narrative = true;
    context.season = nullptr;
  }
  if (is_of_old(date, tense, context)) return;
  const std::optional<DateValue> partner = month_partner(index);
  if (partner) context.recent = &*partner;
  std::optional<DateValue> value = next_of_list(date);
  if (!value) value = years_after(document_, index, published_.earliest);
  if (!value) value = weekday_of_dispatch(document_, date);
  if (!value) value = in_year_of_list(document_, lexicon_, context, index);
  if (!value) value = before_anniversary(date, tense);
  if (!value) value = next_entry(index);
  if (!value) value = first_season_of_years(document_, index, sentence_);
  if (!value) value = first_season_elsewhere(document_, index, sentence_, told_of(date, tense));
  if (!value && this_day_ &&
      (value = on_this_day(document_, date, sentence_, published_.earliest))) {
    head_day_block_ = block();
  }
  if (in_diary(index)) {
    value = diary_[diary_at_].value;
  } else if (!value && !tense.habit) {
    value = evaluate(document_, date, context);
  }
  if (!value) return;
  document_.date_values[index] = *value;
  if (std::binary_search(entries_.begin(), entries_.end(), index)) enter_entry(index);
  update(index, *value, tense, context.narrative);
}

// `Il vice il giovedì lavora in banca`: no day of late that it would follow.
bool StoryWalk::is_every_week(const DateExpression& date, const DateTense& tense) const {
  const CalendarStep* step = only_step(document_, date);
  const bool weekday = step != nullptr && tense.weekday && step->op == CalendarOp::kThis &&
                       step->anchor == CalendarAnchor::kStory;
  return weekday && tense.present && !(any_day_.known && any_day_.sentence + 1 >= sentence_);
}

// `Nel 2016 mi telefonò di domenica`: no Sunday of late, and which one is not told.
bool StoryWalk::is_of_old(const DateExpression& date, const DateTense& tense,
                          const CalendarContext& context) const {
  const CalendarStep& last = document_.calendar_steps[date.end - 1];
  const bool hour = date.end == date.begin + 2 && last.op == CalendarOp::kTimeOfDay;
  return (hour || date.end == date.begin + 1) &&
         is_bare_weekday(document_.calendar_steps[date.begin]) && tense.remote &&
         context.narrative && !context.narrative_days && story_.sentence + 1 >= sentence_ &&
         story_.block == block() && published_.earliest != kNoDay &&
         story_.value.latest - story_.value.earliest <= kSeasonDays &&
         published_.earliest - context.story->latest > kTaleBefore;
}

// `8 marzo`, and below it `Ieri zero a zero`: what was written on that day is seen from it.
void StoryWalk::enter_entry(Index index) {
  const DateValue& value = document_.date_values[index];
  const Day published = page_published_.earliest;
  if (!is_day(value) || (published != kNoDay && published < value.latest)) return;
  published_ = day_value(value.latest);
  story_ = tale_told_ = recent_ = day_ = any_day_ = ahead_ = ToldDate{};
  entry_ = true;
}

// `Quarant'anni fa lo spareggio. A novembre era ultimo.`: in the season that ended on that day.
std::optional<DateValue> StoryWalk::before_anniversary(const DateExpression& date,
                                                       const DateTense& tense) const {
  const CalendarStep* point = point_of(document_, date);
  if (!anniversary_ || point == nullptr || point->a != 0 || point->b == 0) return {};
  const bool bare = point->direction == 0 && point->anchor == CalendarAnchor::kEither;
  if (!bare || tense.perfect || tense.present || !story_.known) return {};
  const Day day = anniversary_->earliest;
  const int month = month_of(day);
  if (month >= kSummer || (point->b > month && point->b < kAutumn)) return {};
  const DateValue season = football_season_value(year_of(day) - 1);
  const DateValue& told = story_.aside ? main_.value : story_.value;
  if (told.earliest > season.latest || told.latest < season.earliest) return {};
  const int year = year_of(day) - (point->b >= kAutumn ? 1 : 0);
  const std::optional<DateValue> value =
      point->c == 0 ? month_value(year, point->b) : calendar_day(year, point->b, point->c);
  return value && value->earliest <= day ? value : std::nullopt;
}

// `Lunedì 29 maggio. …`, `Martedì. …`: the days that head a diary follow each other.
std::optional<DateValue> StoryWalk::next_entry(Index index) const {
  if (!entry_ || !std::binary_search(entries_.begin(), entries_.end(), index)) return {};
  const CalendarStep* step = only_step(document_, document_.dates[index]);
  if (step == nullptr || !is_bare_weekday(*step)) return {};
  const int ahead = days_until(step->c, published_.latest);
  return day_value(published_.latest + (ahead == 0 ? kWeek : ahead));
}

// `lunedì l'esonero, mercoledì la firma`: the first such weekday after the day before it.
std::optional<DateValue> StoryWalk::next_of_list(const DateExpression& date) const {
  const CalendarStep* step = only_step(document_, date);
  const Day published = published_.earliest;
  if (step == nullptr || !is_bare_weekday(*step) || coarse_ || published == kNoDay) return {};
  if (!any_day_.known || any_day_.sentence + 1 < sentence_ || any_day_.block != block()) {
    return {};
  }
  const Day before = last_point(any_day_.value).latest;
  // `domenica il Bari, mercoledì il Lecce, sabato il Como`
  const Day reach = any_day_.sentence == sentence_ ? 2 * kWeek : kWeek;
  if (before < published - kWeek || before > published + reach) return {};
  if (any_day_.sentence != sentence_ && before >= published) return {};
  if (!tenses_.goes_on(document_.dates[any_day_.date], date, sentence_)) return {};
  const int ahead = days_until(step->c, before);
  const Day day = before + (ahead == 0 ? kWeek : ahead);
  return day_value(day == published ? day + kWeek : day);
}

bool StoryWalk::in_diary(Index index) {
  while (diary_at_ < diary_.size() && diary_[diary_at_].date < index) ++diary_at_;
  return diary_at_ < diary_.size() && diary_[diary_at_].date == index;
}

// `nel 2010, il 2 maggio`: a year right before a day or month holds it.
bool StoryWalk::in_year_before(Index index) const {
  if (index == 0 || !story_.known || story_.date + 1 != index) return false;
  const DateExpression& year = document_.dates[index - 1];
  const DateExpression& date = document_.dates[index];
  const Day length = story_.value.latest - story_.value.earliest;
  if (length < 300 || length > kSeasonDays || (date.features & (kDateFrom | kDateUntil)) != 0) {
    return false;
  }
  const Index gap = date.first_token - year.end_token;
  return gap > 0 && gap <= 3 && document_.tokens[year.end_token].mark == ',';
}

// `il 3 e il 10 maggio`, `il 30 gennaio, il 27, il 30 e il 3 marzo`: the month that the last of
// the list gives a bare day.
std::optional<DateValue> StoryWalk::month_partner(Index index) const {
  constexpr Index kList = 6, kJoint = 3;
  if (!is_day_only(document_, document_.dates[index])) return std::nullopt;
  int months = 0;  // that the list goes through
  for (Index i = index; i + 1 < document_.dates.size() && i < index + kList; ++i) {
    const DateExpression& date = document_.dates[i];
    const DateExpression& next = document_.dates[i + 1];
    if (next.first_token > date.end_token + kJoint) return std::nullopt;
    const bool ends = says_month(document_, next);
    if (!ends && !is_day_only(document_, next)) return std::nullopt;
    // `esonerato il 12 e richiamato il 3 febbraio`
    if (!verbs_in(document_, {date.end_token, next.first_token}).empty()) return std::nullopt;
    for (Index t = date.end_token; t < next.first_token; ++t) {
      if (document_.tokens[t].kind == TokenKind::kNumber || document_.tokens[t].mark == '.') {
        return std::nullopt;
      }
    }
    const CalendarStep* point = point_of(document_, next);
    if (point == nullptr) return std::nullopt;
    // `il 30 e il 3 dicembre`: the month before
    if (document_.calendar_steps[date.begin].c > point->c) ++months;
    if (!ends) continue;
    const std::optional<DateValue> value =
        evaluate(document_, next, make_context(next, tenses_.read(next, sentence_)));
    if (!value || !is_day(*value)) return std::nullopt;
    const CivilDate day = to_civil(value->earliest);
    if (months > 1) return std::nullopt;
    if (months == 0) return month_value(day.year, day.month);
    return day.month == 1 ? month_value(day.year - 1, 12) : month_value(day.year, day.month - 1);
  }
  return std::nullopt;
}

// The page's own date belongs to no story.
bool StoryWalk::is_page_date() const {
  if (sentence_ >= document_.sentences.size() || document_.blocks.empty()) return false;
  const Index block = document_.sentences[sentence_].block;
  return document_.blocks[block].label == BlockLabel::kPageDate;
}

void evaluate_dates(Document& document, const Lexicon& lexicon) {
  StoryWalk(document, lexicon).run();
}

}  // namespace panchina
