// StoryWalk: what a date is seen from.
#include "document/edtf.h"
#include "document/features.h"
#include "resolve/fact/civil.h"
#include "resolve/time/date_form.h"
#include "resolve/time/story_walk.h"

namespace panchina {
namespace {

constexpr Index kSeasonReach = 2;  // sentences that a season holds
constexpr Index kStretch = 8;      // ... in which `due settimane dopo` looks back
constexpr int kFewDeictic = 2;     // more: weekdays are those of the news
constexpr Day kSeasonEnd = 60;     // in May a season is told as over

}  // namespace

// Where the date lies, seen from its anchor.
Direction StoryWalk::direction_of(const DateExpression& date, const DateTense& tense) const {
  Direction direction = tense.direction;
  // `Si comincia il 3 settembre, si chiude il 6 maggio.`
  const bool beside = ahead_.sentence == sentence_ ||
                      (ahead_.sentence + 1 == sentence_ && tense.governed && !tense.weekday);
  if (ahead_.known && beside && !tense.bygone && (tense.weekday || !tense.attribute) &&
      (date.features & kDateFrom) == 0 && direction != Direction::kPast) {
    direction = Direction::kFuture;
  }
  // `A riposo fino a mercoledì. Da giovedì si lavora.`
  const bool resumed = ahead_.known && ahead_.sentence + 1 >= sentence_ && tense.weekday &&
                       (date.features & kDateFrom) != 0 &&
                       (document_.dates[ahead_.date].features & kDateUntil) != 0;
  if (resumed && !tense.bygone) direction = Direction::kFuture;
  // `2015-16: Rossi (fino a ottobre), Neri`: what is over holds nothing that lies ahead.
  const bool over = has_season_ && season_sentence_ == sentence_ && !published_.edtf.empty() &&
                    season_.latest < published_.earliest && (date.features & kDateUntil) != 0;
  return over ? Direction::kNearest : direction;
}

// Whether the date goes on with the story whose last date is `told`.
bool StoryWalk::goes_on(const DateExpression& date, const DateTense& tense, const ToldDate& told,
                        const CalendarContext& context) const {
  // Below `Ve la ricordate la stagione 1981/82?` the past of a tale goes on from block to block.
  const bool of_title = context.season == &title_season_ && (tense.remote || tense.description) &&
                        told.value.latest >= title_season_.earliest;
  // A row of results belongs to no story that was told above it.
  if (tense.result && told.block != block() && !context.whole_year && !published_.edtf.empty())
    return false;
  // `L'ultimo successo è del 30 gennaio 2005. All'andata, il 15 ottobre, finì pari.`
  if (tense.leg && context.news && !published_.edtf.empty() &&
      published_.earliest - told.value.latest > kTaleBefore) {
    return false;
  }
  if (context.whole_year || below_day() || of_title) return true;
  const Telling telling{told, ahead_, published_, sentence_, block(), tale_, deixis_};
  return is_of_story(document_, date, tense, telling);
}

CalendarContext StoryWalk::make_context(const DateExpression& date, const DateTense& tense) const {
  CalendarContext context;
  if (!published_.edtf.empty()) context.published = &published_;
  context.coarse = coarse_;
  context.noun_day = tense.noun;
  context.yesterday = yesterday_;
  context.last_year = last_year_;
  context.news = !tale_ && !entry_ && deixis_ >= kDeicticArticle && !story_.vivid;
  const ToldDate& told = told_of(date, tense);
  context.won = told.won;
  if (told.known) context.story = &told.value;
  // `fino al 2013, con opzione per l'anno successivo`
  const bool option = ahead_.known && ahead_.sentence == sentence_ &&
                      (!told.known || told.date < ahead_.date) && counts_years_on(document_, date);
  if (option) context.story = &ahead_.value;
  // A second pluperfect goes on from the first, `Rossi, arrivato nel 2018, aveva vinto a giugno`
  // from the arrival.
  const bool episode = (told.anterior && told.sentence + 1 >= sentence_) ||
                       (told.participle && told.sentence == sentence_);
  // `Nel maggio del 1969 entra un ragazzo che fino a febbraio giocava in parrocchia.`
  const bool up_to_then = tense.description && (date.features & kDateUntil) != 0 && told.known &&
                          told.value.latest - told.value.earliest <= kMonth;
  context.anterior = (tense.anterior && !episode) || (tense.arrival && told.known) || up_to_then;
  context.entered = told.entered && tense.leaving && told.sentence + 1 >= sentence_;
  context.direction = direction_of(date, tense);
  // `vice nel 2012/13, e dal 5 luglio tecnico`: news tell what has been so of late.
  const bool past = tense.remote || tense.description;
  const bool of_late = (date.features & kDateFrom) != 0 && !tale_ && told.known && !past &&
                       deixis_ >= kDeicticArticle && !published_.edtf.empty() &&
                       published_.earliest - told.value.latest > kTaleBefore;
  if (has_season_ && !of_late && !tense.fixed && context.direction != Direction::kFuture &&
      season_sentence_ + (season_aside_ ? 0 : kSeasonReach) >= sentence_) {
    context.season = &season_;
  } else if (head_block_ != kNoIndex) {
    context.season = &head_;
    context.whole_year = true;
  } else if (has_title_season_ && context.direction != Direction::kFuture && title_is_past() &&
             (!told.known || told.value.latest <= title_season_.latest)) {
    context.season = &title_season_;
  }
  context.narrative = told.known && !of_late && goes_on(date, tense, told, context);
  const bool month_heads = recent_.heads && recent_.block == block();
  if (recent_.known && (month_heads || recent_.sentence + kPassage >= sentence_)) {
    context.recent = &recent_.value;
    context.month_heads = recent_.heads;
    context.listed =
        recent_.sentence == sentence_ && is_day(recent_.value) &&
        verbs_in(document_, {document_.dates[recent_.date].end_token, date.first_token}).empty();
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

// `Nel 1995 vinse; ci era arrivato nel 1994. L'anno dopo …`; after an aside of years ago, or from
// before the season that is told, a bare month goes on with the story, too.
bool StoryWalk::aside_is_over(const DateExpression& date, const DateTense& tense) const {
  if (!story_.aside || tense.anterior || story_.sentence == sentence_) return false;
  const bool of_old =
      published_.earliest == kNoDay || published_.earliest - main_.value.latest > kTaleBefore;
  const bool parted =
      main_.value.earliest - story_.value.latest > kTaleBefore || is_football_season(main_.value);
  return of_old && (counts_years_on(document_, date) || (parted && !says_year(document_, date)));
}

// `Ho letto martedì … Il 2 giugno andammo a Bari`: in a tale the remote past goes on with what
// was told before the days about publication.
const ToldDate& StoryWalk::told_of(const DateExpression& date, const DateTense& tense) const {
  if (aside_is_over(date, tense)) return main_;
  const bool aside = tale_ && (tense.remote || tense.anterior || tense.description) &&
                     tale_told_.known && story_.known && published_.earliest != kNoDay &&
                     published_.earliest - story_.value.latest <= kMonth &&
                     tale_told_.block != kNoIndex && tale_told_.block + 1 >= block();
  return aside ? tale_told_ : story_;
}

// The season of the title is over, or nearly so.
bool StoryWalk::title_is_past() const {
  return published_.earliest == kNoDay || title_season_.latest < published_.earliest + kSeasonEnd;
}

// `12 febbraio 1964` in a line of its own, and below it what happened then.
bool StoryWalk::below_day() const {
  return head_day_block_ != kNoIndex && block() != kNoIndex && block() >= head_day_block_ &&
         block() <= head_day_block_ + 1;
}

}  // namespace panchina
