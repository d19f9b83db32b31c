#include "resolve/tense.h"

#include <algorithm>

#include "document/features.h"

namespace panchina {

namespace {

constexpr Index kParticipleReach = 5;  // tokens from `cacciato` to its date
constexpr Index kScoreReach = 10;      // tokens
constexpr Index kNearScore = 5;
constexpr Index kBeside = 3;
constexpr Index kMostInLine = 4;  // tokens beside a weekday that heads results
constexpr std::uint32_t kMostGoals = 12;
constexpr Index kPartingMark = 12;     // what parts clauses counts so many tokens
constexpr Index kSentenceReach = 200;  // tokens of the longest sentences that are looked at

// The tokens of the sentence up to `reach` before and behind the date.
IndexRange around(const DateExpression& date, IndexRange sentence, Index reach) {
  return {date.first_token - std::min(date.first_token - sentence.begin, reach),
          date.end_token + std::min(sentence.end - date.end_token, reach)};
}

}  // namespace

TenseReader::TenseReader(const Document& document, const Lexicon& lexicon)
    : document_(document),
      lexicon_(lexicon),
      events_(lexicon.find_list("date_event")),
      already_(lexicon.find_list("date_already")),
      aims_(lexicon.find_list("date_aim")),
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
      at_(lexicon.find_list("date_at")) {}

DateTense TenseReader::read(const DateExpression& date, Index sentence) const {
  DateTense out;
  if (sentence >= document_.sentences.size()) return out;
  const IndexRange tokens = document_.sentences[sentence].tokens;
  const bool weekday = out.weekday = is_weekday(date);
  out.attribute = attribute(date, tokens);
  const Near near = nearest_verb(date, tokens);
  const VerbGroup* verb = near.verb;
  // `Biennale, la foto giovedì`: no verb of its own.
  const bool ahead =
      verb != nullptr && (verb->tense == Tense::kFuture || verb->tense == Tense::kConditional);
  const bool verbless = verb == nullptr || (near.parted && !ahead) ||
                        (verb->form == Form::kInfinitive && weekday && attribute(date, tokens));
  if (verb != nullptr && !(weekday && verbless)) {
    out.direction = by_verb(*verb, weekday, tokens);
    out.fixed = verb->form == Form::kParticiple && lexicon_.in_list(verb->lemma, fixed_);
    out.anterior = verb->anterior && !is_over_by(*verb, date);
    out.present = verb->tense == Tense::kPresent && verb->form == Form::kFinite && !near.parted;
    out.governed = out.present && near.distance <= kBeside;
    out.description = verb->tense == Tense::kImperfect;
    out.negative = verb->polarity == Polarity::kNegative;
    out.remote = is_remote(*verb);
    out.perfect = verb->form == Form::kFinite && verb->tense == Tense::kPast && !out.remote &&
                  !verb->anterior && !near.parted;
    out.arrival = verb->form == Form::kParticiple && verb->tokens.begin > tokens.begin &&
                  document_.tokens[verb->tokens.begin - 1].mark == ',' &&
                  lexicon_.in_list(verb->lemma, arrivals_);
    out.bygone = out.direction == Direction::kPast && !near.parted;
    out.birth = !near.parted && lexicon_.in_list(verb->lemma, births_);
  }
  // `Esordio il 26 marzo, in amichevole.`: no verb tells that it is past.
  const bool own = verb != nullptr && near.distance < kPartingMark &&
                   verb->tokens.begin > tokens.begin;  // `Andata della finale`: a noun
  if (!own && !weekday && opens_with_event(date, tokens)) {
    out.opening = true;
    out.direction = Direction::kFuture;
  }
  // `ha detto sì al Deruta per giugno`.
  if (date.first_token > tokens.begin && out.direction == Direction::kPast && !out.description &&
      lexicon_.in_list(document_.tokens[date.first_token - 1].word, aims_)) {
    out.direction = Direction::kFutureIfNear;
  }
  if (in_first_leg(date, tokens)) out.direction = Direction::kPast;
  out.birth = out.birth || tells_age(date, tokens);
  Direction& way = out.direction;
  const bool timed =
      date.end > date.begin && document_.calendar_steps[date.end - 1].op == CalendarOp::kTimeOfDay;
  // `ero a contare i palloni, domenica in panchina: 2-2`.
  const bool loose =
      verb != nullptr && verb->form == Form::kInfinitive && comma_between(*verb, date);
  // `domenica vinciamo 2-0`, he says: no report.
  const bool boast = out.present && verb->person != 0 && verb->person != 3;
  const bool scored = !boast && score_near(date, tokens, verbless ? kSentenceReach : kScoreReach);
  if (weekday && !timed && (way != Direction::kFuture || loose) && scored) {
    way = Direction::kPast;
    return out;
  }
  if (weekday && !timed && way != Direction::kFuture &&
      (is_dated(date, near) || ended_by(date, tokens) ||
       (verbless && tells_result(date, tokens)))) {
    way = Direction::kPast;
    return out;
  }
  // `un solo ricordo: Modena-Piacenza 0-0, l'8 novembre`.
  if (way == Direction::kFutureIfNear && (date.features & kDateDay) != 0 && !timed &&
      score_near(date, tokens, kNearScore)) {
    way = Direction::kPast;
  }
  if (weekday && verb == nullptr && (answers_past(sentence) || heads_results(date, sentence))) {
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
  const bool lasted =
      way == Direction::kPast && verb != nullptr &&
      (out.description || out.remote ||
       (verb->form == Form::kFinite && !lexicon_.in_list(verb->lemma, bindings_) && !aimed));
  if ((date.features & kDateUntil) != 0 && lasted) return out;
  const bool banned = verb != nullptr && verb->form == Form::kParticiple && !lasted;
  if ((date.features & kDateUntil) != 0 && (!weekday || way != Direction::kPast || banned)) {
    way = Direction::kFuture;
    return out;
  }
  const bool plainly = way == Direction::kFuture && verb != nullptr && !comma_between(*verb, date);
  const bool begins = out.present && weekday && lexicon_.in_list(verb->lemma, onsets_);
  if ((date.features & kDateFrom) != 0 && begins) {
    way = Direction::kFuture;
  } else if ((date.features & kDateFrom) != 0 && !plainly) {
    const bool ahead_of = way == Direction::kFutureIfNear || way == Direction::kFuture;
    way = ahead_of ? Direction::kPastUnlessSoon : Direction::kPast;
  }
  return out;
}

// `classe 1964`; `taggiasco del '76`: a year behind whom a place's name tells.
bool TenseReader::tells_age(const DateExpression& date, IndexRange sentence) const {
  const Index at = date.first_token;
  if (at == sentence.begin) return false;
  const auto word = [&](Index i) { return document_.tokens[i].word; };
  if (lexicon_.in_list(word(at - 1), births_)) return true;
  const CalendarStep& step = document_.calendar_steps[date.begin];
  const bool year = date.end == date.begin + 1 && step.op == CalendarOp::kPoint && step.b == 0;
  return year && at >= sentence.begin + 2 && lexicon_.in_list(word(at - 1), genitives_) &&
         !lexicon_.demonyms(word(at - 2)).empty();
}

// `al 1° marzo ero già tornato`: the date is that of the story, by which it was over.
bool TenseReader::is_over_by(const VerbGroup& verb, const DateExpression& date) const {
  if (verb.tokens.end <= date.first_token) return false;
  for (Index i = verb.tokens.begin; i < verb.tokens.end; ++i) {
    if (lexicon_.in_list(document_.tokens[i].word, already_)) return true;
  }
  return false;
}

// `Esordio …`, `Inizio del campionato …`, up to the next verb or mark that parts clauses.
bool TenseReader::opens_with_event(const DateExpression& date, IndexRange sentence) const {
  if (sentence.begin == sentence.end ||
      !lexicon_.in_list(document_.tokens[sentence.begin].word, events_)) {
    return false;
  }
  for (Index i = sentence.begin; i < date.first_token; ++i) {
    const char mark = document_.tokens[i].mark;
    if (mark == ';' || mark == '(') return false;
  }
  const auto verb = std::partition_point(
      document_.verbs.begin(), document_.verbs.end(),
      [&](const VerbGroup& one) { return one.tokens.begin <= sentence.begin; });
  return verb == document_.verbs.end() || verb->tokens.begin > date.first_token ||
         verb->form != Form::kFinite;
}

// `pagarono`, `mi pagarono`: the past of a tale, in one word.
bool TenseReader::is_remote(const VerbGroup& verb) {
  const bool clitic = verb.clitic_object || verb.clitic_dative || verb.voice == Voice::kReflexive;
  const Index words = 1 + (clitic ? 1 : 0) + (verb.polarity == Polarity::kNegative ? 1 : 0);
  return verb.tense == Tense::kPast && verb.form == Form::kFinite && verb.tokens.size() == words;
}

// `battuta all'andata, il 9 settembre`
bool TenseReader::in_first_leg(const DateExpression& date, IndexRange sentence) const {
  constexpr Index kBack = 4;
  const Index begin = date.first_token - std::min(date.first_token - sentence.begin, kBack);
  for (Index i = begin + 1; i < date.first_token; ++i) {
    if (lexicon_.in_list(document_.tokens[i].word, legs_) &&
        lexicon_.in_list(document_.tokens[i - 1].word, at_)) {
      return true;
    }
  }
  return false;
}

// `La nota è di sabato`: it is there.
bool TenseReader::is_dated(const DateExpression& date, const Near& near) const {
  return near.verb != nullptr && near.verb->tokens.end + 1 == date.first_token &&
         near.verb->tense == Tense::kPresent && near.verb->form == Form::kFinite &&
         lexicon_.in_list(near.verb->lemma, copulas_) &&
         lexicon_.in_list(document_.tokens[date.first_token - 1].word, genitives_);
}

// `imbattuto fino a domenica`
bool TenseReader::ended_by(const DateExpression& date, IndexRange sentence) const {
  constexpr Index kBack = 3;  // `fino`, `a` between
  return (date.features & kDateUntil) != 0 && date.first_token >= sentence.begin + kBack &&
         lexicon_.in_list(document_.tokens[date.first_token - kBack].word, unbeaten_);
}

// `Vittoria pesante domenica per il Lecce`, between marks; not `in caso di sconfitta domenica`.
bool TenseReader::tells_result(const DateExpression& date, IndexRange sentence) const {
  const IndexRange tokens = around(date, sentence, kSentenceReach);
  const auto parts = [&](Index i) {
    const char mark = document_.tokens[i].mark;
    return mark == ',' || mark == ';' || mark == ':' || mark == '(' || mark == ')';
  };
  IndexRange stretch{date.first_token, date.end_token};
  while (stretch.begin > tokens.begin && !parts(stretch.begin - 1)) --stretch.begin;
  while (stretch.end < tokens.end && !parts(stretch.end)) ++stretch.end;
  bool result = false;
  for (Index i = stretch.begin; i < stretch.end; ++i) {
    if (lexicon_.in_list(document_.tokens[i].word, supposals_)) return false;
    result = result || lexicon_.in_list(document_.tokens[i].word, results_);
  }
  return result;
}

bool TenseReader::goes_on(const DateExpression& before, const DateExpression& date,
                          Index sentence) const {
  if (sentence >= document_.sentences.size()) return false;
  const IndexRange tokens = document_.sentences[sentence].tokens;
  if (attribute(date, tokens) || tells_result(date, tokens)) return false;
  if (before.first_token < tokens.begin) {  // of the sentence before
    const Near near = nearest_verb(date, tokens);
    return near.verb == nullptr || near.parted;
  }
  // `porte chiuse venerdì` may be a participle.
  const auto is_sure = [](const VerbGroup& verb) {
    return verb.form == Form::kFinite && (verb.tense != Tense::kPast || verb.tokens.size() > 1);
  };
  const auto first = std::partition_point(
      document_.verbs.begin(), document_.verbs.end(),
      [&](const VerbGroup& verb) { return verb.tokens.end <= before.end_token; });
  for (auto v = first; v != document_.verbs.end() && v->tokens.begin < date.first_token; ++v) {
    if (is_sure(*v)) return false;
  }
  const Near near = nearest_verb(date, tokens);
  const auto marked = [&] {  // `ha vinto mercoledì e domenica` has one verb for both
    return std::any_of(document_.tokens.begin() + before.end_token,
                       document_.tokens.begin() + date.first_token,
                       [](const Token& token) { return token.mark == ',' || token.mark == ';'; });
  };
  return near.verb == nullptr || near.parted ||
         (near.verb->tokens.end <= before.first_token && marked()) ||
         (near.verb->form == Form::kFinite && near.verb->tokens.begin >= before.end_token &&
          near.verb->tokens.end <= date.first_token);
}

// `A che ora ha detto sì?` `Alle undici di venerdì.`: the question before gives the tense.
bool TenseReader::answers_past(Index sentence) const {
  if (sentence == 0) return false;
  const IndexRange asked = document_.sentences[sentence - 1].tokens;
  if (asked.begin == asked.end || document_.tokens[asked.end - 1].mark != '?') return false;
  const auto after =
      std::partition_point(document_.verbs.begin(), document_.verbs.end(),
                           [&](const VerbGroup& verb) { return verb.tokens.end <= asked.end; });
  if (after == document_.verbs.begin()) return false;
  const VerbGroup& last = *(after - 1);
  return last.tokens.begin >= asked.begin &&
         (last.tense == Tense::kPast || last.tense == Tense::kImperfect);
}

// A line of its own, or the end of one, above rows of results.
bool TenseReader::heads_results(const DateExpression& date, Index sentence) const {
  constexpr Index kRows = 2;
  const IndexRange own = document_.sentences[sentence].tokens;
  if (own.end > date.end_token + kMostInLine || date.first_token > own.begin + kMostInLine)
    return false;
  for (Index n = 1; n <= kRows && sentence + n < document_.sentences.size(); ++n) {
    const IndexRange row = document_.sentences[sentence + n].tokens;
    const bool begins = row.begin < row.end && document_.tokens[row.begin].line_before;
    if (!begins) return false;
    DateExpression at = date;
    at.first_token = at.end_token = row.begin;
    if (score_near(at, row, kScoreReach)) return true;
  }
  return false;
}

Direction TenseReader::by_verb(const VerbGroup& verb, bool weekday, IndexRange sentence) const {
  if (verb.form == Form::kParticiple && lexicon_.in_list(verb.lemma, fixed_)) {
    return Direction::kFutureIfNear;
  }
  const bool second = verb.form == Form::kParticiple && follows_finite(verb);
  switch (second ? (&verb - 1)->tense : verb.tense) {
    case Tense::kPast:
    case Tense::kImperfect:
      return Direction::kPast;
    case Tense::kFuture:
    case Tense::kConditional:
      return Direction::kFuture;
    case Tense::kPresent:
      // `è esonerato giovedì`; not `è atteso giovedì`.
      if (weekday && verb.voice == Voice::kPassive && !lexicon_.in_list(verb.lemma, plans_)) {
        return Direction::kPast;
      }
      return Direction::kFutureIfNear;
    case Tense::kSubjunctive:  // `se vincesse domenica, salirebbe`
      return weekday && looks_ahead(sentence) ? Direction::kFuture : Direction::kNearest;
    case Tense::kPastConditional:  // `ad agosto avrebbe compiuto 85 anni`
      return lexicon_.in_list(verb.lemma, feasts_) ? Direction::kFuture : Direction::kNearest;
    case Tense::kNone:
      if (verb.form == Form::kParticiple) return Direction::kPast;
      if (verb.form == Form::kInfinitive && weekday) return Direction::kFuture;
      return Direction::kNearest;
  }
  return Direction::kNearest;
}

// A future or conditional stands in the sentence.
bool TenseReader::looks_ahead(IndexRange sentence) const {
  const auto first =
      std::partition_point(document_.verbs.begin(), document_.verbs.end(),
                           [&](const VerbGroup& v) { return v.tokens.end <= sentence.begin; });
  for (auto v = first; v != document_.verbs.end() && v->tokens.begin < sentence.end; ++v) {
    if (v->tense == Tense::kFuture || v->tense == Tense::kConditional) return true;
  }
  return false;
}

bool TenseReader::is_weekday(const DateExpression& date) const {
  for (std::uint32_t i = date.begin; i < date.end; ++i) {
    const CalendarStep& step = document_.calendar_steps[i];
    if (step.op == CalendarOp::kThis &&
        static_cast<CalendarUnit>(step.b) == CalendarUnit::kWeekday) {
      return true;
    }
  }
  return false;
}

// `la gara di domenica`: the word before the date makes it part of a noun's phrase.
bool TenseReader::attribute(const DateExpression& date, IndexRange sentence) const {
  return date.first_token > sentence.begin &&
         lexicon_.in_list(document_.tokens[date.first_token - 1].word, attributes_);
}

TenseReader::Near TenseReader::nearest_verb(const DateExpression& date, IndexRange sentence) const {
  const IndexRange reach = around(date, sentence, kSentenceReach);
  const auto first =
      std::partition_point(document_.verbs.begin(), document_.verbs.end(),
                           [&](const VerbGroup& verb) { return verb.tokens.end <= reach.begin; });
  Near best;
  for (auto verb = first; verb != document_.verbs.end() && verb->tokens.begin < reach.end; ++verb) {
    const Near near = distance_to(*verb, date);
    if (near.distance < best.distance) best = near;
  }
  return best;
}

// `sabato il Lecce cade 2-0`: a score stands within a few tokens.
bool TenseReader::score_near(const DateExpression& date, IndexRange sentence, Index reach) const {
  return has_score(around(date, sentence, reach), reach == kSentenceReach);
}

// `2-0`, `due a zero`; with `slash`, `2/0` too.
bool TenseReader::has_score(IndexRange tokens, bool slash) const {
  for (Index i = tokens.begin; i + 2 < tokens.end; ++i) {
    const Token& between = document_.tokens[i + 1];
    const bool joined = between.mark == '-' || (between.mark == '/' && slash) ||
                        lexicon_.in_list(between.word, to_);
    if (joined && count_at(i) <= kMostGoals && count_at(i + 2) <= kMostGoals) return true;
  }
  return false;
}

// A number in digits or letters; else more than any team scores.
std::uint32_t TenseReader::count_at(Index token) const {
  const Token& one = document_.tokens[token];
  if (one.kind == TokenKind::kNumber) return one.number;
  const std::int32_t said = one.word == 0 ? -1 : lexicon_.number_word(one.word);
  return said < 0 ? kMostGoals + 1 : static_cast<std::uint32_t>(said);
}

// `saranno decisi`, read as two groups.
bool TenseReader::follows_finite(const VerbGroup& verb) const {
  const auto at = static_cast<std::size_t>(&verb - document_.verbs.data());
  if (at == 0) return false;
  const VerbGroup& left = document_.verbs[at - 1];
  return left.form == Form::kFinite && left.tokens.end == verb.tokens.begin &&
         (left.tense == Tense::kFuture || left.tense == Tense::kConditional);
}

// Tokens between; marks and words that part clauses count much.
TenseReader::Near TenseReader::distance_to(const VerbGroup& verb,
                                           const DateExpression& date) const {
  Near out{&verb, 0, false};
  const bool before = verb.tokens.end <= date.first_token;
  const Index begin = before ? verb.tokens.end : date.end_token;
  const Index end = before ? date.first_token : verb.tokens.begin;
  const bool bare = verb.form == Form::kParticiple && !follows_finite(verb);
  if (bare && (!before || end - begin > kParticipleReach)) return {};
  out.distance = before ? 0 : 1;
  if (verb.unsure) out.distance += 8;
  if (verb.form == Form::kInfinitive && comma_between(verb, date)) out.distance += 4;
  for (Index i = begin; i < end && i < document_.tokens.size(); ++i) {
    const Token& token = document_.tokens[i];
    const bool parts = token.mark == ';' || token.mark == ':';
    out.parted = out.parted || parts;
    if (const Index behind = token.mark == '(' ? skip_bracket(i, end) : i; behind != i) {
      ++out.distance;  // an aside between the two
      i = behind - 1;
      continue;
    }
    if (parts || token.mark == '(' || token.mark == ')') {
      out.distance += kPartingMark;
    } else if (token.mark == ',') {
      out.distance += 4;
    } else if (token.word != 0 && lexicon_.in_list(token.word, openers_)) {
      out.distance += kPartingMark;
    } else {
      ++out.distance;
    }
  }
  return out;
}

// Behind the bracket that opens at a token; the token itself where it ends not before `end`.
Index TenseReader::skip_bracket(Index token, Index end) const {
  for (Index i = token + 1; i < end && i < document_.tokens.size(); ++i) {
    if (document_.tokens[i].mark == ')') return i + 1;
  }
  return token;
}

bool TenseReader::comma_between(const VerbGroup& verb, const DateExpression& date) const {
  const bool before = verb.tokens.end <= date.first_token;
  const Index begin = before ? verb.tokens.end : date.end_token;
  const Index end = before ? date.first_token : verb.tokens.begin;
  for (Index i = begin; i < end && i < document_.tokens.size(); ++i) {
    const char mark = document_.tokens[i].mark;
    if (mark == ',' || mark == ';' || mark == ':') return true;
  }
  return false;
}

}  // namespace panchina
