#include "resolve/time/story_year.h"

#include "document/edtf.h"
#include "document/features.h"
#include "resolve/fact/civil.h"
#include "resolve/time/date_form.h"

namespace panchina {
namespace {

constexpr Day kStateBefore = 1500;  // `è al Lecce dal 2021` opens no tale, unless so old
constexpr Day kMostOfYear = 300;
constexpr Day kMonth = 31;
constexpr Day kYear = 366;
constexpr Day kReview = 100;   // days into the next year
constexpr Index kNext = 1;     // sentences in which a date told with its year leads on
constexpr Index kPassage = 3;  // sentences in which a month that was told holds

// `fino al novembre 2012. Il 19 novembre …`: a day of the month told last.
bool in_month_told(const Document& document, const DateExpression& date, const ToldDate& told) {
  const CalendarStep* point = point_of(document, date);
  if (point == nullptr || point->c == 0 || is_football_season(told.value)) return false;
  const DateValue last = last_point(told.value);
  return last.latest - last.earliest < kMonth && !is_day(last) && month_of(last.latest) == point->b;
}

// A story of late, `gap` days before publication: of the story where it goes on with it plainly.
bool is_of_late_story(const Document& document, const DateExpression& date, const DateTense& tense,
                      const Telling& telling, Day gap) {
  const ToldDate& told = telling.told;
  const Direction way = tense.direction;
  const bool here = told.sentence == telling.sentence;
  const bool near = told.block == telling.block;
  // `Dal 18 giugno 2018 al Pisa, ha vinto lo spareggio il 9 giugno.`: not on the day before.
  if (told.since && tense.perfect && here) return false;
  // `A giugno ha lasciato il Bari. Contratto fino al 30 giugno.`: that of the next year.
  const bool term = tense.term && way == Direction::kFuture && (date.features & kDateUntil) != 0;
  if (near && gap > 0 && !term && in_month_told(document, date, told)) return true;
  const bool since = (date.features & kDateFrom) != 0 || told.state;
  // `Fu arrestato nell'aprile 2013. A giugno lo assolsero, a dicembre tornò.`
  const bool chain = near && told.narrative && way != Direction::kFuture && !since;
  const bool weekday = document.calendar_steps[date.begin].op == CalendarOp::kWeekdayDay;
  if (chain && gap > kAwayBefore && !weekday) return true;
  // `Nell'estate scorsa arriva Rossi; il 3 novembre si dimette.`
  if (near && told.vivid && tense.present && !since && gap > kAwayBefore) return true;
  // `nell'ottobre 2012 il fallimento, a dicembre la rinascita`
  if (here && told.dated && gap > 0 && way != Direction::kFuture && !since) return true;
  // `Era il novembre del 2016. A dicembre eravamo ultimi.`
  const bool next = near && told.dated && told.sentence + kNext >= telling.sentence && !since;
  const bool of_old = tense.remote || tense.description || way == Direction::kNearest;
  if (next && of_old && gap > kYear) return true;
  // `Il 2016 del Lecce. Gennaio: due vittorie.`, told in December or soon after
  const bool review = near && is_year(told.value) && told.sentence + kNext >= telling.sentence;
  if (review && gap <= kReview && way == Direction::kNearest && !since) return true;
  const bool long_told = told.value.latest - told.value.earliest > kMostOfYear;  // `lo scorso anno`
  // `a gennaio dello scorso anno l'addio, a marzo l'operazione`
  const bool verbless =
      way == Direction::kNearest || (way == Direction::kFutureIfNear && !tense.present);
  if (here && verbless && !since && gap > kYear) return true;
  return here && long_told && gap > kAwayBefore &&
         (way == Direction::kPast || way == Direction::kNearest || (tense.present && !since));
}

// A story of long ago, `gap` days before publication: of the story unless the text has come back
// to the news.
bool is_of_old_story(const DateExpression& date, const DateTense& tense, const Telling& telling,
                     Day gap) {
  const ToldDate& told = telling.told;
  const Direction way = tense.direction;
  const bool here = told.sentence == telling.sentence;
  const bool near = told.block == telling.block;
  const bool deictic = telling.deixis >= kDeicticArticle;
  const bool from = (date.features & kDateFrom) != 0;
  const bool until = (date.features & kDateUntil) != 0;
  if (told.state && tense.anterior && !here) return false;
  if (told.since && here && (tense.perfect || way == Direction::kFuture)) return false;
  if (told.lack || (told.state && (here || gap <= kStateBefore))) return false;
  // `Il 16 settembre 2001 il ginocchio fa crac. A Natale è in ospedale.`
  const bool a_day = is_day(told.value);
  if (near && a_day && told.vivid && tense.present && !from && !until) return true;
  // `s'è legato fino al 30 giugno`: of today, not of the years told beside it.
  // `firmava ieri l'impegno, fino a giugno`, `ha ricevuto le chiavi fino a giugno`, too.
  const bool binds = tense.term && (tense.perfect || way == Direction::kFuture);
  if (until && (binds || tense.perfect) && deictic && !telling.tale) return false;
  // `Nel '72 portò il Lecce in C. Firmerà fino al 30 giugno.`
  if (until && tense.term && tense.ahead && way == Direction::kFuture && !here) return false;
  // What `aveva allenato` told is behind the story.
  if (told.anterior && !tense.anterior && !here && gap <= kStateBefore) return false;
  // `Era arrivato nel novembre 2005. Gli subentra Rossi, fino a gennaio a Como.`
  if (told.anterior && !tense.anterior && !here && deictic && !telling.tale) return false;
  // `in Italia dal 2009. Il 4 maggio ha vinto`: of no year told before.
  const bool whole_year = told.value.latest - told.value.earliest > kMonth;
  // `«Sei mesi a Lecce, nel 2010. Bello. A dicembre ho smesso»`: who speaks tells on.
  const bool own_tale = tense.first && near && told.sentence + kPassage > telling.sentence;
  const bool newly = (tense.perfect || tense.anterior) && !own_tale;
  if (newly && whole_year && !here && (deictic || !telling.tale)) return false;
  // `al Latina dal 1998. … la squadra di Rossi, subentrato il 14 gennaio`: nor of one long ago.
  const bool news = deictic && !telling.tale;
  const bool told_by_verb = told.remote || told.description || told.vivid;
  const bool long_ago = a_day && gap > kLongBefore && !here && !tense.first &&
                        (told.sentence + 1 < telling.sentence || !told_by_verb);
  if (news && ((tense.participle && whole_year && !here) || (tense.perfect && long_ago)))
    return false;
  // `Prenderà il posto di Verdi, arrivato in marzo.`
  if (tense.participle && tense.ahead && !here && !telling.tale) return false;
  // `Il 10 maggio 1987 segnò il gol della promozione. In settembre aveva rifiutato il Messina.`
  if (news && tense.anterior && a_day && gap > kLongBefore && !here && !told.description) {
    return false;
  }
  // `Erano passati anni dal 14 aprile 1991. Ha firmato l'8 ottobre.`
  if (told.anterior && tense.perfect && !here) return false;
  if (told.description && tense.perfect && !telling.tale) return false;
  // `nel 2006 guidai la squadra … Mi hanno chiamato il 27 dicembre.`
  if (told.remote && tense.perfect && !here && (!near || whole_year)) return false;
  // An item further down stands for itself.
  const bool far = told.block != kNoIndex && told.block + 1 < telling.block;
  const bool goes_on = telling.tale && telling.deixis == 0 && (tense.remote || tense.description);
  if (far && !goes_on) return false;
  // `da agosto è la vice`.
  if (from && !here && (tense.present || !near)) return false;
  // `taggiasco del '76, è sulla panchina dall'8 ottobre`.
  if (from && tense.present && gap > kStateBefore) return false;
  // `Ha allenato il Lecce nel 2012/13. Il raduno è il 16 luglio.`: a tale told by its verbs goes
  // on, a career does not.
  const bool by_verbs = told.vivid || told.remote || told.description;
  if (tense.opening && !here && (deictic || !by_verbs)) return false;
  if (until && tense.present && !here && !near) return false;  // `ho un contratto fino a giugno`
  const bool beside = near || (told.block != kNoIndex && told.block + 1 == telling.block);
  if (way == Direction::kFuture && !until) {
    return (telling.tale && beside && !deictic && by_verbs) || (here && !news);
  }
  // `«Nel 2011 se ne va.» «Mi dimisi a marzo.»`: the answer tells of the year asked about.
  const bool answer = beside && !near && tense.first && tense.remote;
  if (answer && told.sentence + kPassage > telling.sentence) return true;
  if (telling.tale || !deictic) return true;
  // `nel giugno 2008 arriva Rossi; a settembre la squadra è in testa`
  const bool sharp = !whole_year;
  const bool lives = way != Direction::kFutureIfNear || (sharp && !until && !from);
  // `A maggio la retrocessione.` goes on, too.
  const bool verbless = way == Direction::kNearest && told.sentence + 1 == telling.sentence;
  return near && (way == Direction::kPast || (here && lives) || verbless);
}

}  // namespace

bool is_of_story(const Document& document, const DateExpression& date, const DateTense& tense,
                 const Telling& telling) {
  if (telling.published.edtf.empty()) return true;
  if (tense.fixed) return false;
  if (tense.deadline && !telling.tale) return false;  // `Annuncio entro giugno.`
  const ToldDate& told = telling.told;
  const Day gap = telling.published.earliest - told.value.latest;
  const bool far = told.block != kNoIndex && told.block + 1 < telling.block;
  // `A ottobre dell'83 arriva Rossi. Prima partita, 23 ottobre, …`
  const bool here = told.sentence + kPassage >= telling.sentence && !tense.perfect;
  if (gap > kTaleBefore && (far || here) && in_month_told(document, date, told)) return true;
  if (told.birth && gap > kLongBefore) return false;
  // `Torna domenica. All'andata, il 5 dicembre, …`: the tale is over; the first leg of what is
  // ahead is of no old tale at all: `Domenica arriva il Lecco. Il primo incontro nel 1949.
  // All'andata …`.
  const ToldDate& ahead = telling.ahead;
  const bool behind = ahead.date > told.date && told.sentence != telling.sentence;
  if (ahead.known && (tense.leg || behind)) return false;
  return gap <= kTaleBefore ? is_of_late_story(document, date, tense, telling, gap)
                            : is_of_old_story(date, tense, telling, gap);
}

}  // namespace panchina
