#include "resolve/time/story.h"

#include <algorithm>

#include "document/edtf.h"
#include "document/features.h"
#include "resolve/fact/civil.h"
#include "resolve/time/calendar.h"
#include "resolve/time/date_form.h"
#include "resolve/time/date_lists.h"
#include "resolve/time/diary.h"
#include "resolve/time/published.h"
#include "resolve/time/section_days.h"
#include "resolve/time/story_year.h"
#include "resolve/time/tense.h"
#include "resolve/time/text_time.h"
#include "resolve/time/told_days.h"

namespace panchina {

namespace {

constexpr Index kSeasonReach = 2;                    // sentences that a season holds
constexpr Index kPassage = 3;                        // sentences that `il 13` looks back
constexpr Index kStretch = 8;                        // ... and `due settimane dopo`
constexpr std::size_t kDiary = 3, kDiaryInTale = 5;  // opening dates
constexpr int kFewDeictic = 2;                       // more: weekdays are those of the news
constexpr Day kMidMonth = 14;
constexpr Day kWeek = 7;
constexpr Day kMonth = 31;
constexpr Day kShortestMonth = 27;
constexpr Day kSeasonDays = 366;
constexpr Day kYears = 400;              // a span of years is longer
constexpr Day kYearSeason = 100;         // a summer is shorter
constexpr Day kSeasonEnd = 60;           // in May a season is told as over
constexpr int kSummer = 7, kAutumn = 9;  // July, September

// The pass over the dates of one document.
class StoryWalk {
 public:
  StoryWalk(Document& document, const Lexicon& lexicon)
      : document_(document),
        lexicon_(lexicon),
        tenses_(document, lexicon),
        relative_(lexicon.find_list("relative")) {}

  void run() {
    document_.date_values.assign(document_.dates.size(), DateValue{});
    published_ = page_published_ = document_.published;
    if (published_.edtf.empty()) {
      if (const std::optional<DateValue> month = month_of_issue(document_)) {
        published_ = page_published_ = day_value(month->earliest + kMidMonth);
        coarse_ = true;
      }
    }
    last_year_ = last_written_year(document_);
    deixis_ = deixis_of(document_, tenses_);
    tale_ = is_tale(document_, published_.earliest, deixis_);
    if (const std::optional<DateValue> season = season_of_titles(document_, published_.earliest)) {
      title_season_ = *season;
      has_title_season_ = true;
    }
    anniversary_ = anniversary_of(document_, published_.earliest);
    this_day_ = !published_.edtf.empty() && is_page_of_this_day(document_, lexicon_);
    diary_ = find_diary(document_, has_title_season_ ? &title_season_ : nullptr,
                        published_.earliest, tale_ && !has_title_season_ ? kDiaryInTale : kDiary);
    entries_ = find_entry_days(document_);
    const std::vector<Index> items = find_item_days(document_, tale_);
    entries_.insert(entries_.end(), items.begin(), items.end());
    std::sort(entries_.begin(), entries_.end());
    for (Index i = 0; i < document_.dates.size(); ++i) step(i);
  }

 private:
  // The season of the title is over, or nearly so.
  bool title_is_past() const {
    return published_.earliest == kNoDay || title_season_.latest < published_.earliest + kSeasonEnd;
  }

  void step(Index index) {
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
    const std::optional<DateValue> partner = month_partner(index);
    if (partner) context.recent = &*partner;
    std::optional<DateValue> value = next_of_list(date);
    if (!value) value = years_after(document_, index, published_.earliest);
    if (!value) value = weekday_of_dispatch(document_, date);
    if (!value) value = in_year_of_list(document_, lexicon_, index);
    if (!value) value = before_anniversary(date, tense);
    if (!value) value = next_entry(index);
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
  bool is_every_week(const DateExpression& date, const DateTense& tense) const {
    const CalendarStep* step = only_step(document_, date);
    const bool weekday = step != nullptr && tense.weekday && step->op == CalendarOp::kThis &&
                         step->anchor == CalendarAnchor::kStory;
    return weekday && tense.present && !(any_day_.known && any_day_.sentence + 1 >= sentence_);
  }

  // `8 marzo`, and below it `Ieri zero a zero`: what was written on that day is seen from it.
  void enter_entry(Index index) {
    const DateValue& value = document_.date_values[index];
    const Day published = page_published_.earliest;
    if (!is_day(value) || (published != kNoDay && published < value.latest)) return;
    published_ = day_value(value.latest);
    story_ = tale_told_ = recent_ = day_ = any_day_ = ahead_ = ToldDate{};
    entry_ = true;
  }

  // `Quarant'anni fa lo spareggio. A novembre era ultimo.`: in the season that ended on that day.
  std::optional<DateValue> before_anniversary(const DateExpression& date,
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
  std::optional<DateValue> next_entry(Index index) const {
    if (!entry_ || !std::binary_search(entries_.begin(), entries_.end(), index)) return {};
    const CalendarStep* step = only_step(document_, document_.dates[index]);
    if (step == nullptr || !is_bare_weekday(*step)) return {};
    const int ahead = days_until(step->c, published_.latest);
    return day_value(published_.latest + (ahead == 0 ? kWeek : ahead));
  }

  // `lunedì l'esonero, mercoledì la firma`: the first such weekday after the day before it.
  std::optional<DateValue> next_of_list(const DateExpression& date) const {
    const CalendarStep* step = only_step(document_, date);
    const Day published = published_.earliest;
    if (step == nullptr || !is_bare_weekday(*step) || coarse_ || published == kNoDay) return {};
    if (!any_day_.known || any_day_.sentence + 1 < sentence_ || any_day_.block != block()) {
      return {};
    }
    const Day before = last_point(any_day_.value).latest;
    if (before < published - kWeek || before > published + kWeek) return {};
    if (any_day_.sentence != sentence_ && before >= published) return {};
    if (!tenses_.goes_on(document_.dates[any_day_.date], date, sentence_)) return {};
    const int ahead = days_until(step->c, before);
    const Day day = before + (ahead == 0 ? kWeek : ahead);
    return day_value(day == published ? day + kWeek : day);
  }

  bool in_diary(Index index) {
    while (diary_at_ < diary_.size() && diary_[diary_at_].date < index) ++diary_at_;
    return diary_at_ < diary_.size() && diary_[diary_at_].date == index;
  }

  // `nel 2010, il 2 maggio`: a year right before a day or month holds it.
  bool in_year_before(Index index) const {
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

  // `il 3 e il 10 maggio`: the date that gives a bare day its month.
  std::optional<DateValue> month_partner(Index index) const {
    const DateExpression& date = document_.dates[index];
    if (index + 1 >= document_.dates.size() || !is_day_only(document_, date)) return std::nullopt;
    const DateExpression& next = document_.dates[index + 1];
    if (next.first_token > date.end_token + 3 || !says_month(document_, next)) return std::nullopt;
    const bool verb = std::ranges::any_of(document_.verbs, [&](const VerbGroup& one) {
      return one.tokens.begin >= date.end_token && one.tokens.begin < next.first_token;
    });
    if (verb) return std::nullopt;  // `esonerato il 12 e richiamato il 3 febbraio`
    for (Index i = date.end_token; i < next.first_token; ++i) {
      if (document_.tokens[i].kind == TokenKind::kNumber || document_.tokens[i].mark == '.') {
        return std::nullopt;
      }
    }
    std::optional<DateValue> value =
        evaluate(document_, next, make_context(next, tenses_.read(next, sentence_)));
    if (!value || !is_day(*value)) return std::nullopt;
    return value;
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
    if (started_ && brackets_ > 0) restore();
    const Index old_block =
        started_ && sentence_ < sentences.size() ? sentences[sentence_].block : kNoIndex;
    sentence_ = now;
    started_ = true;
    bracket_at_ = now < sentences.size() ? sentences[now].tokens.begin : token;
    brackets_ = 0;
    find_dashes();
    if (now >= sentences.size()) return;
    const Index block = sentences[now].block;
    const Index section = block < document_.blocks.size() ? document_.blocks[block].section : 0;
    if (section != section_) {
      section_ = section;
      published_ =
          document_.published.edtf.empty() ? page_published_ : document_.published_of(section);
      story_ = tale_told_ = recent_ = day_ = any_day_ = ahead_ = ToldDate{};
      has_season_ = entry_ = false;
    }
    if (sentences[now].row || block != old_block) has_season_ = false;
    if (head_block_ != kNoIndex && block != head_block_ && block != old_block &&
        !(head_alone_ && block == head_block_ + 1)) {
      head_block_ = kNoIndex;
    }
  }

  // Brackets between dashes that add something of somebody (`- che giocò nel Lecco nel 1998 -`).
  void find_dashes() {
    dashes_.clear();
    auto clause = std::ranges::lower_bound(document_.clauses, sentence_, {}, &Clause::sentence);
    for (; clause != document_.clauses.end() && clause->sentence == sentence_; ++clause) {
      if (clause->parent == kNoIndex || clause->units.empty()) continue;
      const IndexRange tokens = document_.units[clause->parent].tokens;
      if (document_.tokens[tokens.begin].mark == '-' &&
          lexicon_.in_list(document_.units[clause->units.begin].word, relative_)) {
        dashes_.push_back(tokens);
      }
    }
  }

  // Dates in brackets are asides: they leave the story where it was.
  void track_brackets(Index token) {
    for (; bracket_at_ < token; ++bracket_at_) {
      const char mark = document_.tokens[bracket_at_].mark;
      const auto opens = [&](IndexRange pair) { return pair.begin == bracket_at_; };
      const auto closes = [&](IndexRange pair) { return pair.end == bracket_at_ + 1; };
      if (mark == '(' || (mark == '-' && std::ranges::any_of(dashes_, opens))) {
        if (brackets_++ == 0) remember();
      } else if (mark == ')' || (mark == '-' && std::ranges::any_of(dashes_, closes))) {
        if (brackets_ > 0 && --brackets_ == 0) restore();
      }
    }
  }

  // `era arrivato nel 1994`, `morto nel 1944`, `dal 1998 al 2002, con la coppa del 2000`: behind
  // what is being told, or within it.
  bool is_aside(const DateExpression& date, const DateValue& value, const DateTense& tense) const {
    if (!story_.known) return false;
    const ToldDate& told = story_.aside ? main_ : story_;
    const bool years = told.value.latest - told.value.earliest > kYears;
    if (years && told.sentence == sentence_ && value.earliest >= told.value.earliest &&
        value.latest < told.value.latest) {
      return true;
    }
    // `lo rimpiazzò il vecchio Neri, che ricordavamo per il 4-0 del 1958`
    const bool of_old = is_year(value) && tense.attribute && (date.features & kDateFrom) == 0 &&
                        told.value.earliest - value.latest > kTaleBefore;
    return value.latest < told.value.earliest && (tense.anterior || tense.participle || of_old);
  }

  void remember() {
    outer_story_ = story_;
    outer_main_ = main_;
  }
  void restore() {
    // `Quattro stagioni a Lecce (2010-2014)` moves a tale on.
    const ToldDate& told = story_;
    const bool tale = tale_ || page_published_.edtf.empty();
    if (tale && told.known && outer_story_.known && told.value.latest > outer_story_.value.latest &&
        told.value.latest - told.value.earliest > kYears) {
      return;
    }
    main_ = outer_main_;
    if (outer_story_.known || !published_.edtf.empty()) story_ = outer_story_;
  }

  Index block() const {
    return sentence_ < document_.sentences.size() ? document_.sentences[sentence_].block : kNoIndex;
  }

  CalendarContext make_context(const DateExpression& date, const DateTense& tense) const {
    CalendarContext context;
    if (!published_.edtf.empty()) context.published = &published_;
    context.coarse = coarse_;
    context.last_year = last_year_;
    context.news = !tale_ && !entry_ && deixis_ >= kDeicticArticle && !story_.vivid;
    const ToldDate& told = told_of(date, tense);
    if (told.known) context.story = &told.value;
    // A second pluperfect goes on from the first.
    const bool episode = told.anterior && told.sentence + 1 >= sentence_;
    // `Nel maggio del 1969 entra un ragazzo che fino a febbraio giocava in parrocchia.`
    const bool up_to_then = tense.description && (date.features & kDateUntil) != 0 && told.known &&
                            told.value.latest - told.value.earliest <= kMonth;
    context.anterior = (tense.anterior && !episode) || (tense.arrival && told.known) || up_to_then;
    context.direction = tense.direction;
    // `Si comincia il 3 settembre, si chiude il 6 maggio.`
    const bool beside = ahead_.sentence == sentence_ ||
                        (ahead_.sentence + 1 == sentence_ && tense.governed && !tense.weekday);
    if (ahead_.known && beside && !tense.bygone && (tense.weekday || !tense.attribute) &&
        (date.features & kDateFrom) == 0 && context.direction != Direction::kPast) {
      context.direction = Direction::kFuture;
    }
    // `vice nel 2012/13, e dal 5 luglio tecnico`: news tell what has been so of late.
    const bool past = tense.remote || tense.description;
    const bool of_late = (date.features & kDateFrom) != 0 && !tale_ && told.known && !past &&
                         deixis_ >= kDeicticArticle && !published_.edtf.empty() &&
                         published_.earliest - told.value.latest > kTaleBefore;
    if (has_season_ && !of_late && context.direction != Direction::kFuture &&
        season_sentence_ + (season_aside_ ? 0 : kSeasonReach) >= sentence_) {
      context.season = &season_;
    } else if (head_block_ != kNoIndex) {
      context.season = &head_;
      context.whole_year = true;
    } else if (has_title_season_ && context.direction != Direction::kFuture && title_is_past() &&
               (!told.known || told.value.latest <= title_season_.latest)) {
      context.season = &title_season_;
    }
    const Telling telling{told, ahead_, published_, sentence_, block(), tale_, deixis_};
    context.narrative =
        told.known && !of_late &&
        (context.whole_year || below_day() || is_of_story(document_, date, tense, telling));
    // A row of results belongs to no story that was told above it.
    if (tense.result && told.known && told.block != block() && !context.whole_year &&
        !published_.edtf.empty()) {
      context.narrative = false;
    }
    const bool month_heads = recent_.heads && recent_.block == block();
    if (recent_.known && (month_heads || recent_.sentence + kPassage >= sentence_)) {
      context.recent = &recent_.value;
      context.month_heads = recent_.heads;
    }
    const bool near_day = any_day_.known && any_day_.sentence + 1 >= sentence_;
    if (near_day) context.last_day = &any_day_.value;
    if (told.known && is_day(last_point(told.value))) {
      context.story_day = &told.value;
    } else if (day_.known && day_.sentence + kPassage >= sentence_) {
      context.story_day = &day_.value;
    }
    if (day_.known && day_.sentence + kStretch >= sentence_) context.far_day = &day_.value;
    context.narrative_days = context.narrative && is_day(last_point(told.value)) &&
                             told.sentence + 1 >= sentence_ &&
                             (deixis_ <= kFewDeictic || tense.direction == Direction::kPast);
    return context;
  }

  // `Nel 1995 vinse; ci era arrivato nel 1994. L'anno dopo …`; after an aside of years ago a bare
  // month goes on with the story, too.
  bool aside_is_over(const DateExpression& date, const DateTense& tense) const {
    if (!story_.aside || tense.anterior || story_.sentence == sentence_) return false;
    const bool of_old =
        published_.earliest == kNoDay || published_.earliest - main_.value.latest > kTaleBefore;
    const bool years_ago = main_.value.earliest - story_.value.latest > kTaleBefore;
    return of_old &&
           (counts_years_on(document_, date) || (years_ago && !says_year(document_, date)));
  }

  // `Ho letto martedì … Il 2 giugno andammo a Bari`: in a tale the remote past goes on with what
  // was told before the days about publication.
  const ToldDate& told_of(const DateExpression& date, const DateTense& tense) const {
    if (aside_is_over(date, tense)) return main_;
    const bool aside = tale_ && (tense.remote || tense.anterior || tense.description) &&
                       tale_told_.known && story_.known && published_.earliest != kNoDay &&
                       published_.earliest - story_.value.latest <= kMonth &&
                       tale_told_.block != kNoIndex && tale_told_.block + 1 >= block();
    return aside ? tale_told_ : story_;
  }

  void update(Index index, const DateValue& value, const DateTense& tense, bool narrative) {
    const DateExpression& date = document_.dates[index];
    if (value.earliest == kNoDay || value.latest == kNoDay) return;
    // `Pareggiò Bassi, oggi pensionato`: a tale stays where it was.
    if (tale_ && (date.features & kDateRelative) != 0 && is_day(value) &&
        value.earliest == published_.earliest) {
      return;
    }
    const bool aside = is_aside(date, value, tense);
    if (aside && !story_.aside) main_ = story_;
    ToldDate told{.value = value,
                  .known = true,
                  .sentence = sentence_,
                  .block = block(),
                  .birth = tense.birth,
                  .date = index};
    const DateValue last = last_point(value);
    const Day days = last.latest - last.earliest;
    const bool month = days >= kShortestMonth && days <= kMonth;
    told.heads = month && heads_passage(date);
    if (told.heads) day_ = any_day_ = ToldDate{};
    if (days == 0 || month) recent_ = told;  // no week
    if (is_day(last) && !tense.birth) any_day_ = told;
    const Day published = published_.earliest;
    if (published != kNoDay && value.earliest > published) {
      if (!tense.birth) ahead_ = told;
      return;
    }
    const bool open = !says_year(document_, date);
    // `resterà fino al 1953`, where the text writes later years: all that is past.
    const bool bygone = year_of(value.latest) < last_year_;
    if ((date.features & kDateUntil) != 0 &&
        (published == kNoDay ? !bygone && (tense.present || tense.direction == Direction::kFuture)
                             : value.latest >= published)) {
      return;
    }
    // `Nel 1985 firmò fino al 1988. A novembre …`: no more does the end of a contract.
    if (tense.term && story_.known && value.earliest > story_.value.latest) return;
    // Somebody's birth, and what is seen backwards, leave the story where it was.
    if (story_.known && value.latest < story_.value.earliest) {
      const bool far_aside = tense.anterior && story_.value.earliest - value.latest > kLongBefore;
      const bool told_of_old = published == kNoDay || published - story_.value.latest > kTaleBefore;
      if (told_of_old && (tense.birth || far_aside)) return;
      if (open && looks_back(document_, date)) return;
      const bool lasting = tense.present ? open : tense.description;
      if (lasting && (date.features & (kDateFrom | kDateUntil)) != 0) return;
    }
    if (is_day(last) && !tense.birth) day_ = told;
    if (is_head_day(date, value)) head_day_block_ = block();
    if (is_year(value) && heads_passage(date)) {
      head_ = value;
      day_ = any_day_ = ToldDate{};
      head_block_ = block();
      const IndexRange own = document_.sentences[sentence_].tokens;
      head_alone_ = own.end <= date.end_token + 1;
    }
    if (is_football_season(value) && heads_with_season(date)) {
      head_ = value;
      day_ = any_day_ = ToldDate{};
      head_block_ = block();
      head_alone_ = true;
    }
    if (is_football_season(value) || date.kind == DateKind::kSeason) {
      season_ = value;
      season_sentence_ = sentence_;
      season_aside_ = brackets_ > 0;
      has_season_ = true;
    } else if (has_season_ &&
               (value.latest < season_.earliest || value.earliest > season_.latest ||
                (value.latest > season_.latest && value.latest - value.earliest < kYearSeason))) {
      has_season_ = false;
    }
    told.anterior = tense.anterior;
    told.aside = aside;
    told.narrative = narrative;
    told.description = tense.description;
    told.remote = tense.remote;
    told.dated = !open || (story_.dated && story_.sentence == sentence_);
    told.state = (date.features & kDateFrom) != 0 && (tense.present || tense.description);
    told.lack = told.state && tense.negative;
    const bool goes_on = story_.vivid && story_.block == told.block && !tense.perfect &&
                         (tense.present || tense.direction == Direction::kNearest);
    told.vivid = published != kNoDay && published - value.latest > kAwayBefore && !told.state &&
                 (goes_on || (!open && tense.direction == Direction::kFutureIfNear)) &&
                 (date.features & kDateFrom) == 0;
    told.since = (date.features & kDateFrom) != 0 && !tense.remote && !tense.description;
    story_ = told;
    if (published != kNoDay && published - value.latest > kTaleBefore) tale_told_ = told;
  }

  // `12 febbraio 1964` in a line of its own, and below it what happened then.
  bool below_day() const {
    return head_day_block_ != kNoIndex && block() != kNoIndex && block() >= head_day_block_ &&
           block() <= head_day_block_ + 1;
  }

  bool is_head_day(const DateExpression& date, const DateValue& value) const {
    return is_day(value) && says_year(document_, date) && published_.earliest != kNoDay &&
           published_.earliest - value.latest > kTaleBefore && heads_passage(date) &&
           document_.sentences[sentence_].tokens.end <= date.end_token + 1;
  }

  // `1) 2014/15 - Lecce-Bari`, `Stagione 1973-74` in a heading.
  bool heads_with_season(const DateExpression& date) const {
    constexpr Index kLead = 3;  // tokens before it
    if (sentence_ >= document_.sentences.size() || document_.blocks.empty()) return false;
    const Sentence& sentence = document_.sentences[sentence_];
    return document_.blocks[sentence.block].label == BlockLabel::kHeading &&
           date.first_token <= sentence.tokens.begin + kLead;
  }

  // `1979.`, `1922 – Campioni d'Italia!`: a year that heads its paragraph or stands above one.
  bool heads_passage(const DateExpression& date) const {
    if (sentence_ >= document_.sentences.size()) return false;
    const auto& sentence = document_.sentences[sentence_];
    const bool opens = sentence_ == 0 ||
                       document_.sentences[sentence_ - 1].block != sentence.block ||
                       document_.tokens[date.first_token].line_before;
    if (!opens || date.first_token != sentence.tokens.begin) return false;
    if (date.end_token >= sentence.tokens.end) return true;
    const char mark = document_.tokens[date.end_token].mark;
    return mark == '.' || mark == ':' || mark == '-';
  }

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
  bool coarse_ = false;         // the latter
  std::vector<DiaryDate> diary_;
  std::size_t diary_at_ = 0;
  std::vector<Index> entries_;  // days of their own lines: in Document::dates
  bool entry_ = false;          // below one of them: `published_` is that day
  std::optional<DateValue> anniversary_;
  DateValue season_;
  DateValue title_season_;  // of a tale
  bool has_title_season_ = false;
  DateValue head_;  // a year that heads the block
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
  int deixis_ = 0;
  int last_year_ = 0;  // that the text writes in four digits
  bool tale_ = false;
  bool this_day_ = false;  // a page of what happened on this day of other years
};

}  // namespace

void evaluate_dates(Document& document, const Lexicon& lexicon) {
  StoryWalk(document, lexicon).run();
}

}  // namespace panchina
