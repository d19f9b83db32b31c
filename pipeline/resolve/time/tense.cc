#include "resolve/time/tense.h"

#include <algorithm>

#include "document/features.h"
#include "resolve/time/date_form.h"

namespace panchina {

namespace {

constexpr Index kNearScore = 5;
constexpr Index kOwnScore = 8;  // `il 2-0 di Imperia del 14 gennaio`
constexpr Index kBeside = 3;

bool tells_ahead(const VerbGroup* verb) {
  return verb != nullptr && (verb->tense == Tense::kFuture || verb->tense == Tense::kConditional);
}

}  // namespace

std::span<const VerbGroup> verbs_in(const Document& document, IndexRange tokens) {
  const auto first_behind = [&](Index token) {
    return std::partition_point(document.verbs.begin(), document.verbs.end(),
                                [&](const VerbGroup& one) { return one.tokens.begin < token; });
  };
  return {first_behind(tokens.begin), first_behind(tokens.end)};
}

TenseReader::TenseReader(const Document& document, const Lexicon& lexicon)
    : document_(document), lexicon_(lexicon) {}

DateTense TenseReader::read(const DateExpression& date, Index sentence) const {
  if (sentence >= document_.sentences.size()) return {};
  Reading one{date, sentence, document_.sentences[sentence].tokens};
  one.out.weekday = says_weekday(document_, date);
  one.out.noun = one.out.weekday && is_noun(date, one.tokens);
  one.out.attribute = attribute(date, one.tokens);
  if (settle_result(one)) return one.out;
  take_verb(one);
  take_opening(one);
  if (settle_plain(one)) return one.out;
  take_signs(one);
  if (settle_led_in(one) || settle_weekday(one)) return one.out;
  take_score(one);
  if (settle_verbless(one) || settle_until(one)) return one.out;
  take_from(one);
  return one.out;
}

// `26/3  Lecce-Bari 1-0`: a row of its own.
bool TenseReader::settle_result(Reading& one) const {
  if (one.out.weekday || !opens_result(one.date, one.sentence)) return false;
  one.out.result = one.out.bygone = true;
  return one.settle(Direction::kPast);
}

void TenseReader::take_verb(Reading& one) const {
  one.near = nearest_verb(one.date, one.tokens);
  const VerbGroup* verb = one.near.verb;
  DateTense& out = one.out;
  out.custom = out.weekday && is_custom(one.date, one.near, one.tokens);
  // `Biennale, la foto giovedì`: no verb of its own.
  one.ahead = tells_ahead(verb);
  one.verbless = verb == nullptr || (one.near.parted && !one.ahead) ||
                 (verb->form == Form::kInfinitive && out.weekday && out.attribute);
  if (verb == nullptr) return;
  if (!out.weekday || !one.verbless) out = told_by(one.near, one.date, one.tokens, out);
  // `A giugno gli scade il contratto.`: of today, not of the story.
  if (out.present && lexicon_.in_list(verb->lemma, expiring_)) out.fixed = true;
}

// Events of the calendar that the day opens or closes.
void TenseReader::take_opening(Reading& one) const {
  if (one.out.weekday) return;
  const VerbGroup* verb = one.near.verb;
  // `Esordio il 26 marzo, in amichevole.`: no verb tells that it is past.
  const bool own = verb != nullptr && one.near.distance < kPartingMark &&
                   verb->tokens.begin > one.tokens.begin;  // `Andata della finale`: a noun
  if (!own && opens_with_event(one.date, one.tokens)) {
    one.out.opening = true;
    one.out.direction = Direction::kFuture;
    return;
  }
  // `dirigerà Neri, ritiro a Storo dal 12 luglio`: the nearest such day.
  one.arranged = closes_event(one.date, one.tokens);
  if (!one.arranged) return;
  one.out.opening = true;
  one.out.direction = Direction::kNearest;
}

// Where words beside the date leave no doubt.
bool TenseReader::settle_plain(Reading& one) const {
  if (is_birthday(one.date, one.tokens)) {
    one.out.fixed = true;
    return one.settle(Direction::kFuture);
  }
  const std::optional<Direction> way = plain_way(one.near, one.date, one.tokens, one.out);
  return way && one.settle(*way);
}

// What words before and behind the date say beside its verb.
void TenseReader::take_signs(Reading& one) const {
  const DateExpression& date = one.date;
  DateTense& out = one.out;
  // `ha detto sì al Deruta per giugno`.
  const bool behind = out.direction == Direction::kPast || out.direction == Direction::kNearest;
  if (behind && !out.description && comes_after(aims_, date, one.tokens)) {
    out.direction = Direction::kFutureIfNear;
  }
  // Not `il programma si era aperto martedì`.
  const bool done = out.direction == Direction::kPast && one.near.distance == 0 && !one.near.parted;
  one.due = follows(expiries_, date, one.tokens) ||
            (!out.description && !done && follows(due_, date, one.tokens));
  if (one.due && out.direction != Direction::kFuture) {
    out.direction = Direction::kFutureIfNear;
    // `ha il contratto in scadenza il 30 giugno`: of today, not of the story.
    out.fixed = out.fixed || out.present;
  }
  out.deadline =
      behind && !out.description && !out.remote && comes_after(deadlines_, date, one.tokens);
  out.ahead = looks_ahead(one.tokens);
  out.leg = in_first_leg(date, one.tokens);
  if (out.leg) out.direction = Direction::kPast;
  out.term = (date.features & kDateUntil) != 0 ? out.term || follows(bindings_, date, one.tokens)
                                               : follows(expiries_, date, one.tokens);
  out.birth = out.birth || tells_age(date, one.tokens);
  one.timed =
      date.end > date.begin && document_.calendar_steps[date.end - 1].op == CalendarOp::kTimeOfDay;
}

// A day that its verb, before a colon or semicolon, leads to.
bool TenseReader::settle_led_in(Reading& one) const {
  const VerbGroup* verb = one.near.verb;
  DateTense& out = one.out;
  if (!one.near.parted || out.weekday || verb->tokens.end > one.date.first_token ||
      (one.date.features & (kDateFrom | kDateUntil)) != 0) {
    return false;
  }
  // `È il quarto cambio: a ottobre l'addio di Neri.`
  if (out.direction == Direction::kFutureIfNear && !one.due) out.direction = Direction::kNearest;
  // `Il conto alla rovescia è iniziato: il 4 maggio l'ultima gara.`
  const bool led_in = out.direction == Direction::kPast && !out.remote &&
                      verb->form == Form::kFinite && verb->tense == Tense::kPast;
  return led_in && !score_near(one.date, one.tokens, kScoreReach) &&
         one.settle(Direction::kPastUnlessSoon);
}

// A weekday, or a day without its month, of what is known to have been.
bool TenseReader::settle_weekday(Reading& one) const {
  const DateExpression& date = one.date;
  const IndexRange tokens = one.tokens;
  if (one.timed) return false;
  const bool future = one.out.direction == Direction::kFuture;
  if (one.out.weekday) {
    const bool told = reports_score(one) ||
                      // `Il Lecce (domenica corsaro per 2-0) troverà il Bari.`
                      in_bracket_with_score(date, tokens) ||
                      (!one.ahead && has_quality(date, tokens)) ||
                      (!future && (is_dated(date, one.near) || ended_by(date, tokens) ||
                                   (one.verbless && tells_result(date, tokens)))) ||
                      is_of_event_told(date, tokens);
    if (told) return one.settle(Direction::kPast);
  } else if (!is_day_only(document_, date)) {
    return false;
  }
  return is_of_what_was(date, future, tokens) && one.settle(Direction::kPast);
}

// Whether a score near a weekday says that its match was played.
bool TenseReader::reports_score(const Reading& one) const {
  const DateExpression& date = one.date;
  const VerbGroup* verb = one.near.verb;
  // `ero a contare i palloni, domenica in panchina: 2-2`.
  // `domenica quel 3-0 senza mai tirare`: nor one behind the score.
  const bool loose =
      verb != nullptr && verb->form == Form::kInfinitive &&
      (comma_between(*verb, date) || (verb->tokens.begin > date.end_token &&
                                      has_score({date.end_token, verb->tokens.begin}, false)));
  if (one.out.direction == Direction::kFuture && !loose) return false;
  // `domenica vinciamo 2-0`, he says: no report.
  const bool boast = one.out.present && verb->person != 0 && verb->person != 3;
  return !boast && score_near(date, one.tokens, one.verbless ? kSentenceReach : kScoreReach);
}

// What a score, or a genitive before the date, says against its verb.
void TenseReader::take_score(Reading& one) const {
  const DateExpression& date = one.date;
  Direction& way = one.out.direction;
  // `un solo ricordo: Modena-Piacenza 0-0, l'8 novembre`.
  const bool of_score = way == Direction::kFuture && one.out.attribute && !one.out.weekday;
  if ((way == Direction::kFutureIfNear || of_score) && (date.features & kDateDay) != 0 &&
      !one.timed && score_near(date, one.tokens, of_score ? kOwnScore : kNearScore)) {
    way = Direction::kPast;
  }
  // `La gara del 3 novembre sarà recuperata.`: the verb says nothing of that day.
  if (way == Direction::kFuture && !one.out.weekday && comes_after(genitives_, date, one.tokens)) {
    way = Direction::kFutureIfNear;
  }
}

// A weekday of which no verb tells.
bool TenseReader::settle_verbless(Reading& one) const {
  if (!one.out.weekday) return false;
  const bool past = (one.near.verb == nullptr &&
                     (answers_past(one.sentence) || heads_results(one.date, one.sentence))) ||
                    (one.verbless && closes_in_past(one.date, one.tokens));
  if (past) return one.settle(Direction::kPast);
  if (one.verbless && !one.out.attribute) one.out.direction = Direction::kFuture;
  return one.timed && one.out.direction != Direction::kPast && one.settle(Direction::kFuture);
}

// `fino a giugno`: the end of what was, or of what is to come.
bool TenseReader::settle_until(Reading& one) const {
  const DateExpression& date = one.date;
  if ((date.features & kDateUntil) == 0) return false;
  const VerbGroup* verb = one.near.verb;
  DateTense& out = one.out;
  if (held_until(date, one.near, one.tokens) || was_until(date, one.tokens)) {
    return one.settle(Direction::kPast);
  }
  // `fino a giugno era il secondo`, `durai fino a marzo`; not `ha firmato fino a giugno`.
  const bool aimed = comes_after(aims_, date, one.tokens);
  const bool binds = verb != nullptr && lexicon_.in_list(verb->lemma, bindings_);
  const bool lasted = out.direction == Direction::kPast && verb != nullptr &&
                      ((out.description && !binds) || (out.remote && !one.near.parted) ||
                       (verb->form == Form::kFinite && !binds && !aimed &&
                        !(one.near.parted && follows(terms_, date, one.tokens))));
  if (lasted) return true;
  const bool banned = verb != nullptr && verb->form == Form::kParticiple;
  return (!out.weekday || out.direction != Direction::kPast || banned) &&
         one.settle(Direction::kFuture);
}

// `da lunedì`: since a day, unless what begins is yet to come.
void TenseReader::take_from(Reading& one) const {
  const DateExpression& date = one.date;
  if ((date.features & kDateFrom) == 0) return;
  const VerbGroup* verb = one.near.verb;
  Direction& way = one.out.direction;
  const bool begins = one.out.present && one.out.weekday && lexicon_.in_list(verb->lemma, onsets_);
  // `Raduno dal 12 luglio`
  const bool opens = one.out.opening && date.first_token <= one.tokens.begin + kBeside;
  if (begins || opens) {
    way = Direction::kFuture;
    return;
  }
  const bool plainly = way == Direction::kFuture && verb != nullptr && !comma_between(*verb, date);
  if (plainly || one.arranged) return;
  const bool ahead_of = way == Direction::kFutureIfNear || way == Direction::kFuture;
  way = ahead_of ? Direction::kPastUnlessSoon : Direction::kPast;
}

// Whether the word before the date is one of a list.
bool TenseReader::comes_after(Index words, const DateExpression& date, IndexRange sentence) const {
  return date.first_token > sentence.begin &&
         lexicon_.in_list(document_.tokens[date.first_token - 1].word, words);
}

// Where words beside the date leave no doubt; nothing: they do not. `out`: what its verb says.
std::optional<Direction> TenseReader::plain_way(const Near& near, const DateExpression& date,
                                                IndexRange tokens, const DateTense& out) const {
  const VerbGroup* verb = near.verb;
  // `ha presentato la gara di domenica`
  const bool preview = out.weekday && out.attribute && verb != nullptr && !near.parted &&
                       verb->tokens.end <= date.first_token && near.distance <= kBeside + 1 &&
                       lexicon_.in_list(verb->lemma, previews_);
  if (preview || (out.weekday && is_aimed_event(date, tokens))) return Direction::kFuture;
  if (!out.weekday && (is_newly(date, tokens) || is_past_stretch(near, date, tokens, out)))
    return Direction::kPast;
  // `rimandato a sabato`, `rinviata al 3 marzo`
  const bool moved = verb != nullptr && verb->form == Form::kParticiple &&
                     verb->tokens.end + 1 == date.first_token &&
                     lexicon_.in_list(verb->lemma, moved_) &&
                     lexicon_.in_list(document_.tokens[verb->tokens.end].word, toward_);
  if (moved && out.direction == Direction::kPast) return Direction::kFuture;
  return std::nullopt;
}

// A stretch of time that no verb, or one of the present, tells of, and that is over.
bool TenseReader::is_past_stretch(const Near& near, const DateExpression& date, IndexRange tokens,
                                  const DateTense& out) const {
  const bool ahead = tells_ahead(near.verb);
  const bool verbless = near.verb == nullptr || (near.parted && !ahead);
  // `Torna in pista Neri, vice di Verdi fino a ottobre e poi tecnico da gennaio.`
  const bool afar = verbless || (out.present && near.distance > 2 * kBeside);
  if (afar && !follows(terms_, date, tokens) && is_relieved(date, tokens)) return true;
  // `La serie più lunga è del Lecce: nove vittorie fra ottobre e dicembre.`
  constexpr Index kFar = 10;  // tokens
  const Index back = std::min(date.first_token - tokens.begin, kFar);
  return (verbless || out.present) && date.kind == DateKind::kRange && !ahead &&
         tells_placing({date.first_token - back, date.first_token});
}

// What its verb says of the date, beside the signs in `out`.
DateTense TenseReader::told_by(const Near& near, const DateExpression& date, IndexRange tokens,
                               DateTense out) const {
  const VerbGroup* verb = near.verb;
  const bool weekday = out.weekday;
  const bool back = lexicon_.in_list(verb->lemma, backs_) && near.distance <= kBeside;
  // `stagione finita: rientro in agosto`: a participle before a colon says nothing of it.
  const bool apart = near.parted && verb->form == Form::kParticiple;
  out.direction = back    ? Direction::kPast
                  : apart ? Direction::kNearest
                          : by_verb(*verb, weekday, tokens);
  out.fixed = lexicon_.in_list(verb->lemma, fixed_) &&
              (verb->form == Form::kParticiple ||
               (verb->tense == Tense::kPresent && verb->voice == Voice::kPassive));
  out.anterior = verb->anterior && !is_over_by(*verb, date);
  out.present = verb->tense == Tense::kPresent && verb->form == Form::kFinite && !near.parted;
  out.first = verb->person == 1 && verb->form == Form::kFinite;
  out.governed = out.present && near.distance <= kBeside;
  out.description = verb->tense == Tense::kImperfect;
  out.habit = weekday && out.description && !out.anterior && date.end == date.begin + 1 &&
              document_.calendar_steps[date.begin].anchor == CalendarAnchor::kStory;
  out.participle = verb->form == Form::kParticiple && !follows_finite(*verb);
  out.negative = verb->polarity == Polarity::kNegative;
  out.remote = is_remote(*verb);
  out.perfect = verb->form == Form::kFinite && verb->tense == Tense::kPast && !out.remote &&
                !verb->anterior && !near.parted;
  out.arrival = verb->form == Form::kParticiple && verb->tokens.begin > tokens.begin &&
                document_.tokens[verb->tokens.begin - 1].mark == ',' &&
                lexicon_.in_list(verb->lemma, arrivals_);
  // Not `se ne va`.
  const bool away = std::any_of(document_.tokens.begin() + verb->tokens.begin,
                                document_.tokens.begin() + verb->tokens.end,
                                [&](const Token& t) { return lexicon_.in_list(t.word, of_it_); });
  out.entering = !near.parted && !away && lexicon_.in_list(verb->lemma, entering_);
  out.leaving = !near.parted && lexicon_.in_list(verb->lemma, leaving_);
  out.bygone = out.direction == Direction::kPast && !near.parted;
  out.birth = !near.parted && lexicon_.in_list(verb->lemma, births_);
  out.term = !near.parted && lexicon_.in_list(verb->lemma, bindings_);
  return out;
}

// `dopo il cambio in panchina di domenica`: what came before; where the verb lies ahead, only what
// is known how it ended (`dopo il ko di domenica si cambierà`, not `dopo la gara di domenica`).
bool TenseReader::is_of_what_was(const DateExpression& date, bool ahead,
                                 IndexRange sentence) const {
  constexpr Index kBack = 8;  // tokens
  if (date.first_token == sentence.begin ||
      !lexicon_.in_list(document_.tokens[date.first_token - 1].word, genitives_)) {
    return false;
  }
  const Index begin = date.first_token - std::min(date.first_token - sentence.begin, kBack);
  const std::span<const VerbGroup> verbs = verbs_in(document_, {begin, date.first_token});
  bool ended = !ahead;
  for (Index i = date.first_token - 1; i > begin; --i) {
    const Token& token = document_.tokens[i - 1];
    if (token.kind == TokenKind::kPunct) return false;
    ended = ended || lexicon_.in_list(token.word, results_);
    if (lexicon_.in_list(token.word, after_)) {
      return ended && (verbs.empty() || verbs.back().tokens.begin < i);
    }
  }
  return false;
}

// `il gol di domenica`, `Neri, titolare domenica a Lecce, …`, `l'ultima sabato a Lecce`: the noun
// or the state before the weekday is known to have been.
bool TenseReader::is_of_event_told(const DateExpression& date, IndexRange sentence) const {
  if (date.first_token < sentence.begin + 1) return false;
  const auto word = [&](Index back) { return document_.tokens[date.first_token - back].word; };
  constexpr int kSunday = 7;  // `ultima domenica` is one of its own
  if (lexicon_.in_list(word(1), lasts_)) {
    return document_.calendar_steps[date.begin].c != kSunday;
  }
  const bool begins = date.first_token == sentence.begin + 1;
  if (lexicon_.in_list(word(1), states_)) {
    return begins || document_.tokens[date.first_token - 2].kind == TokenKind::kPunct;
  }
  return !begins && lexicon_.in_list(word(1), genitives_) && lexicon_.in_list(word(2), told_);
}

// `il sabato`, `in questa domenica`: a weekday with its article.
bool TenseReader::is_noun(const DateExpression& date, IndexRange sentence) const {
  return lexicon_.in_list(document_.tokens[date.first_token].word, articles_) ||
         comes_after(articles_, date, sentence);
}

// `la gara di domenica`: the word before the date makes it part of a noun's phrase.
bool TenseReader::attribute(const DateExpression& date, IndexRange sentence) const {
  return comes_after(attributes_, date, sentence);
}

}  // namespace panchina
