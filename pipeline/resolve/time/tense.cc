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
    : document_(document),
      lexicon_(lexicon),
      events_(lexicon.find_list("date_event")),
      already_(lexicon.find_list("date_already")),
      aims_(lexicon.find_list("date_aim")),
      expiries_(lexicon.find_list("date_expiry")),
      due_(lexicon.find_list("date_due")),
      openers_(lexicon.find_list("date_clause_opener")),
      attributes_(lexicon.find_list("date_attribute")),
      bindings_(lexicon.find_list("date_binding")),
      births_(lexicon.find_list("date_birth")),
      genitives_(lexicon.find_list("genitive")),
      plans_(lexicon.find_list("date_plan")),
      fixed_(lexicon.find_list("date_fixed")),
      feasts_(lexicon.find_list("date_feast")),
      copulas_(lexicon.find_list("date_copula")),
      results_(lexicon.find_list("date_result")),
      supposals_(lexicon.find_list("date_supposal")),
      unbeaten_(lexicon.find_list("date_unbeaten")),
      to_(lexicon.find_list("date_score_to")),
      arrivals_(lexicon.find_list("date_arrival")),
      onsets_(lexicon.find_list("date_onset")),
      legs_(lexicon.find_list("date_first_leg")),
      at_(lexicon.find_list("date_at")),
      entering_(lexicon.find_list("date_entering")),
      leaving_(lexicon.find_list("date_leaving")),
      terms_(lexicon.find_list("date_term")),
      posts_(lexicon.find_list("date_post_held")),
      held_(lexicon.find_list("date_held")),
      qualities_(lexicon.find_list("date_quality")),
      quality_links_(lexicon.find_list("date_quality_link")),
      ifs_(lexicon.find_list("date_if")),
      topics_(lexicon.find_list("date_topic")),
      customs_(lexicon.find_list("date_custom")),
      backs_(lexicon.find_list("date_dates_back")),
      after_(lexicon.find_list("date_after")),
      and_(lexicon.find_list("match_and")),
      told_(lexicon.find_list("date_told")),
      states_(lexicon.find_list("date_state")),
      lasts_(lexicon.find_list("date_last")),
      ordinals_(lexicon.find_list("ordinal")),
      placings_(lexicon.find_list("date_placing")),
      placing_verbs_(lexicon.find_list("date_placing_verb")),
      place_links_(lexicon.find_list("date_place_link")),
      years_(lexicon.find_list("date_years")),
      birthday_links_(lexicon.find_list("date_birthday_link")),
      untils_(lexicon.find_list("date_until")),
      arranged_(lexicon.find_list("date_arranged")),
      expiring_(lexicon.find_list("date_expiring")),
      moved_(lexicon.find_list("date_moved")),
      deadlines_(lexicon.find_list("date_deadline")),
      toward_(lexicon.find_list("date_toward")),
      newly_(lexicon.find_list("date_newly")),
      of_it_(lexicon.find_list("date_of_it")),
      looming_(lexicon.find_list("date_looming")),
      previews_(lexicon.find_list("date_preview")) {}

DateTense TenseReader::read(const DateExpression& date, Index sentence) const {
  DateTense out;
  if (sentence >= document_.sentences.size()) return out;
  const IndexRange tokens = document_.sentences[sentence].tokens;
  const bool weekday = out.weekday = says_weekday(document_, date);
  out.attribute = attribute(date, tokens);
  if (!weekday && opens_result(date, sentence)) {
    out.result = out.bygone = true;
    out.direction = Direction::kPast;
    return out;
  }
  const Near near = nearest_verb(date, tokens);
  const VerbGroup* verb = near.verb;
  out.custom = weekday && is_custom(date, near, tokens);
  // `Biennale, la foto giovedì`: no verb of its own.
  const bool ahead = tells_ahead(verb);
  const bool verbless = verb == nullptr || (near.parted && !ahead) ||
                        (verb->form == Form::kInfinitive && weekday && attribute(date, tokens));
  if (verb != nullptr && !(weekday && verbless)) out = told_by(near, date, tokens, out);
  // `A giugno gli scade il contratto.`: of today, not of the story.
  if (verb != nullptr && out.present && lexicon_.in_list(verb->lemma, expiring_)) out.fixed = true;
  // `Esordio il 26 marzo, in amichevole.`: no verb tells that it is past.
  const bool own = verb != nullptr && near.distance < kPartingMark &&
                   verb->tokens.begin > tokens.begin;  // `Andata della finale`: a noun
  if (!own && !weekday && opens_with_event(date, tokens)) {
    out.opening = true;
    out.direction = Direction::kFuture;
  }
  // `dirigerà Neri, ritiro a Storo dal 12 luglio`: the nearest such day.
  const bool arranged = !weekday && !out.opening && closes_event(date, tokens);
  if (arranged) {
    out.opening = true;
    out.direction = Direction::kNearest;
  }
  if (is_birthday(date, tokens)) {
    out.fixed = true;
    out.direction = Direction::kFuture;
    return out;
  }
  if (const std::optional<Direction> way = plain_way(near, date, tokens, out)) {
    out.direction = *way;
    return out;
  }
  // `ha detto sì al Deruta per giugno`.
  const bool behind = out.direction == Direction::kPast || out.direction == Direction::kNearest;
  if (date.first_token > tokens.begin && behind && !out.description &&
      lexicon_.in_list(document_.tokens[date.first_token - 1].word, aims_)) {
    out.direction = Direction::kFutureIfNear;
  }
  // Not `il programma si era aperto martedì`.
  const bool done = out.direction == Direction::kPast && near.distance == 0 && !near.parted;
  const bool due = follows(expiries_, date, tokens) ||
                   (!out.description && !done && follows(due_, date, tokens));
  if (due && out.direction != Direction::kFuture) {
    out.direction = Direction::kFutureIfNear;
    // `ha il contratto in scadenza il 30 giugno`: of today, not of the story.
    out.fixed = out.fixed || out.present;
  }
  out.deadline = date.first_token > tokens.begin && behind && !out.description && !out.remote &&
                 lexicon_.in_list(document_.tokens[date.first_token - 1].word, deadlines_);
  out.ahead = looks_ahead(tokens);
  out.leg = in_first_leg(date, tokens);
  if (out.leg) out.direction = Direction::kPast;
  out.term = (date.features & kDateUntil) != 0 ? out.term || follows(bindings_, date, tokens)
                                               : follows(expiries_, date, tokens);
  out.birth = out.birth || tells_age(date, tokens);
  Direction& way = out.direction;
  // `Il conto alla rovescia è iniziato: il 4 maggio l'ultima gara.`
  const bool led_in = near.parted && way == Direction::kPast && !weekday && !out.remote &&
                      verb->form == Form::kFinite && verb->tense == Tense::kPast &&
                      verb->tokens.end <= date.first_token;
  // `È il quarto cambio: a ottobre l'addio di Neri.`
  if (near.parted && way == Direction::kFutureIfNear && !weekday && !due &&
      verb->tokens.end <= date.first_token && (date.features & (kDateFrom | kDateUntil)) == 0) {
    way = Direction::kNearest;
  }
  if (led_in && (date.features & (kDateFrom | kDateUntil)) == 0 &&
      !score_near(date, tokens, kScoreReach)) {
    way = Direction::kPastUnlessSoon;
    return out;
  }
  const bool timed =
      date.end > date.begin && document_.calendar_steps[date.end - 1].op == CalendarOp::kTimeOfDay;
  // `ero a contare i palloni, domenica in panchina: 2-2`.
  // `domenica quel 3-0 senza mai tirare`: nor one behind the score.
  const bool loose =
      verb != nullptr && verb->form == Form::kInfinitive &&
      (comma_between(*verb, date) || (verb->tokens.begin > date.end_token &&
                                      has_score({date.end_token, verb->tokens.begin}, false)));
  // `domenica vinciamo 2-0`, he says: no report.
  const bool boast = out.present && verb->person != 0 && verb->person != 3;
  const bool scored = !boast && score_near(date, tokens, verbless ? kSentenceReach : kScoreReach);
  if (weekday && !timed && (way != Direction::kFuture || loose) && scored) {
    way = Direction::kPast;
    return out;
  }
  // `Il Lecce (domenica corsaro per 2-0) troverà il Bari.`
  if (weekday && !timed && in_bracket_with_score(date, tokens)) {
    way = Direction::kPast;
    return out;
  }
  if (weekday && !timed && !ahead && has_quality(date, tokens)) {
    way = Direction::kPast;
    return out;
  }
  if (weekday && !timed && way != Direction::kFuture &&
      (is_dated(date, near) || ended_by(date, tokens) ||
       (verbless && tells_result(date, tokens)))) {
    way = Direction::kPast;
    return out;
  }
  const bool bare_day = is_day_only(document_, date);
  if ((weekday || bare_day) && !timed &&
      ((weekday && is_of_event_told(date, tokens)) ||
       is_of_what_was(date, way == Direction::kFuture, tokens))) {
    way = Direction::kPast;
    return out;
  }
  // `un solo ricordo: Modena-Piacenza 0-0, l'8 novembre`.
  const bool of_score = way == Direction::kFuture && out.attribute && !weekday;
  if ((way == Direction::kFutureIfNear || of_score) && (date.features & kDateDay) != 0 && !timed &&
      score_near(date, tokens, of_score ? kOwnScore : kNearScore)) {
    way = Direction::kPast;
  }
  // `La gara del 3 novembre sarà recuperata.`: the verb says nothing of that day.
  if (way == Direction::kFuture && !weekday && date.first_token > tokens.begin &&
      lexicon_.in_list(document_.tokens[date.first_token - 1].word, genitives_)) {
    way = Direction::kFutureIfNear;
  }
  if (weekday && verb == nullptr && (answers_past(sentence) || heads_results(date, sentence))) {
    way = Direction::kPast;
    return out;
  }
  if (weekday && verbless && closes_in_past(date, tokens)) {
    way = Direction::kPast;
    return out;
  }
  if (weekday && verbless && !attribute(date, tokens)) way = Direction::kFuture;
  if (timed && weekday && way != Direction::kPast) {
    way = Direction::kFuture;
    return out;
  }
  const bool aimed = date.first_token > tokens.begin &&
                     lexicon_.in_list(document_.tokens[date.first_token - 1].word, aims_);
  // `fino a giugno era il secondo`, `durai fino a marzo`; not `ha firmato fino a giugno`.
  const bool binds = verb != nullptr && lexicon_.in_list(verb->lemma, bindings_);
  const bool lasted = way == Direction::kPast && verb != nullptr &&
                      ((out.description && !binds) || (out.remote && !near.parted) ||
                       (verb->form == Form::kFinite && !binds && !aimed &&
                        !(near.parted && follows(terms_, date, tokens))));
  if ((date.features & kDateUntil) != 0 &&
      (held_until(date, near, tokens) || was_until(date, tokens))) {
    way = Direction::kPast;
    return out;
  }
  if ((date.features & kDateUntil) != 0 && lasted) return out;
  const bool banned = verb != nullptr && verb->form == Form::kParticiple && !lasted;
  if ((date.features & kDateUntil) != 0 && (!weekday || way != Direction::kPast || banned)) {
    way = Direction::kFuture;
    return out;
  }
  const bool plainly = way == Direction::kFuture && verb != nullptr && !comma_between(*verb, date);
  const bool begins = out.present && weekday && lexicon_.in_list(verb->lemma, onsets_);
  // `Raduno dal 12 luglio`
  const bool opens = out.opening && date.first_token <= tokens.begin + kBeside;
  if ((date.features & kDateFrom) != 0 && (begins || opens)) {
    way = Direction::kFuture;
  } else if ((date.features & kDateFrom) != 0 && !plainly && !arranged) {
    const bool ahead_of = way == Direction::kFutureIfNear || way == Direction::kFuture;
    way = ahead_of ? Direction::kPastUnlessSoon : Direction::kPast;
  }
  return out;
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

// `la gara di domenica`: the word before the date makes it part of a noun's phrase.
bool TenseReader::attribute(const DateExpression& date, IndexRange sentence) const {
  return date.first_token > sentence.begin &&
         lexicon_.in_list(document_.tokens[date.first_token - 1].word, attributes_);
}

}  // namespace panchina
