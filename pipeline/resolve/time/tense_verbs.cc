// The verb that a date belongs to, the nearest one by tokens and by what parts clauses, and what it
// says of the date.
#include <algorithm>

#include "document/features.h"
#include "resolve/time/date_form.h"
#include "resolve/time/tense.h"

namespace panchina {

namespace {

constexpr Index kParticipleReach = 5;  // tokens from `cacciato` to its date
constexpr Index kParted = 6;           // tokens more where the verbs of both sides compete

}  // namespace

TenseReader::Near TenseReader::nearest_verb(const DateExpression& date, IndexRange sentence) const {
  const IndexRange reach = around(date, sentence, kSentenceReach);
  const auto first =
      std::partition_point(document_.verbs.begin(), document_.verbs.end(),
                           [&](const VerbGroup& verb) { return verb.tokens.end <= reach.begin; });
  // `ha fatto da solo: lunedì sera, al termine della riunione, ha lasciato`: rather the one that no
  // colon parts from it.
  const auto weighed = [](const Near& near) {
    return near.verb != nullptr && near.parted ? near.distance + kParted : near.distance;
  };
  Near best;
  for (auto verb = first; verb != document_.verbs.end() && verb->tokens.begin < reach.end; ++verb) {
    if (is_of_phrase(*verb, date) || is_leg(*verb)) continue;
    const Near near = distance_to(*verb, date);
    if (weighed(near) < weighed(best)) best = near;
  }
  return best;
}

// `a partire dal 22 luglio`, `a far data dal 1° luglio`: the infinitive belongs to the date.
bool TenseReader::is_of_phrase(const VerbGroup& verb, const DateExpression& date) const {
  constexpr Index kBetween = 1;  // tokens: `data`
  return verb.form == Form::kInfinitive && (date.features & kDateFrom) != 0 &&
         verb.tokens.end <= date.first_token && verb.tokens.end + kBetween >= date.first_token &&
         verb.tokens.begin > 0 &&
         lexicon_.in_list(document_.tokens[verb.tokens.begin - 1].word, to_);
}

// `andata l'1 febbraio`: the first leg of a tie is no participle.
bool TenseReader::is_leg(const VerbGroup& verb) const {
  return verb.form == Form::kParticiple && verb.tokens.size() == 1 &&
         lexicon_.in_list(document_.tokens[verb.tokens.begin].word, legs_);
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
  // `l'Eccellenza vinta ad aprile`: sure enough right before its date.
  if (verb.unsure && !(bare && end - begin <= 1)) out.distance += 8;
  if (verb.form == Form::kInfinitive && comma_between(verb, date)) out.distance += 4;
  if (verb.form == Form::kGerund)
    out.distance += 16;  // `domenica, battendo il Como, saranno terzi`
  // `domenica la trasferta di Lecce, che ieri ha vinto`: a clause that dates itself.
  const auto next = static_cast<std::size_t>(&date - document_.dates.data()) + 1;
  const Index own =
      !before && next < document_.dates.size() ? document_.dates[next].first_token : end;
  // `lo ha visto sabato e lo farà domenica`: the date belongs to the clause before.
  if (!before && begin < end && lexicon_.in_list(document_.tokens[begin].word, and_)) {
    out.distance += kPartingMark;
  }
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
      out.parted = out.parted || (i < own && own < end);
      // `ha annunciato che domenica, contro il Lecce, giocherà`: the date opens the clause behind.
      out.distance += before && i + 1 == date.first_token ? 2 * kPartingMark : kPartingMark;
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

// `pagava di lunedì`, `tutti di lunedì`, `che di lunedì …, di martedì …`: no day of the calendar.
bool TenseReader::is_custom(const DateExpression& date, const Near& near,
                            IndexRange sentence) const {
  constexpr std::size_t kList = 7;  // days of a week
  const auto first = static_cast<std::size_t>(&date - document_.dates.data());
  if (first >= document_.dates.size()) return false;
  for (std::size_t back = 0; back < kList && back <= first; ++back) {
    const DateExpression& one = document_.dates[first - back];
    if (!is_of_weekday(one, sentence)) return false;
    const Index of = one.first_token - 1;
    if (lexicon_.in_list(document_.tokens[of - 1].word, customs_)) return true;
    const VerbGroup* verb = back == 0 ? near.verb : nearest_verb(one, sentence).verb;
    if (verb != nullptr && verb->tokens.end == of) {
      return verb->form == Form::kFinite && verb->tense != Tense::kFuture &&
             !lexicon_.in_list(verb->lemma, topics_);
    }
    // ... or the next of a list.
  }
  return false;
}

// `di lunedì`, not `del lunedì`, behind another word of the sentence.
bool TenseReader::is_of_weekday(const DateExpression& date, IndexRange sentence) const {
  const CalendarStep* step = only_step(document_, date);
  if (step == nullptr || !is_bare_weekday(*step)) return false;
  if (date.first_token < sentence.begin + 2) return false;
  const Token& of = document_.tokens[date.first_token - 1];
  return of.span.size() == 2 && lexicon_.in_list(of.word, genitives_);
}

// `il Lecce vince l'anticipo di sabato`: known how it ended; not `se vince domenica`.
bool TenseReader::tells_outcome(const VerbGroup& verb, IndexRange sentence) const {
  if (verb.form != Form::kFinite || verb.modality == Modality::kPossible || verb.person == 1 ||
      verb.person == 2) {
    return false;
  }
  const auto is_one_of = [&](Index list) { return lexicon_.in_list(verb.lemma, list); };
  if (!is_one_of(wins_) && !is_one_of(beats_) && !is_one_of(loses_) && !is_one_of(draws_))
    return false;
  return std::none_of(document_.tokens.begin() + sentence.begin,
                      document_.tokens.begin() + sentence.end,
                      [&](const Token& token) { return lexicon_.in_list(token.word, ifs_); });
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
      if (weekday && tells_outcome(verb, sentence)) return Direction::kPast;
      // `è esonerato giovedì`; not `è atteso giovedì`.
      if (weekday && verb.voice == Voice::kPassive && !lexicon_.in_list(verb.lemma, plans_)) {
        return Direction::kPast;
      }
      return Direction::kFutureIfNear;
    case Tense::kSubjunctive:  // `se vincesse domenica, salirebbe`; `se domenica avessimo vinto`
      if (weekday && verb.anterior) return Direction::kPast;
      return weekday && (looks_ahead(sentence) || follows_supposal(verb, sentence))
                 ? Direction::kFuture
                 : Direction::kNearest;
    case Tense::kPastConditional:  // `ad agosto avrebbe compiuto 85 anni`
      return lexicon_.in_list(verb.lemma, feasts_) ? Direction::kFuture : Direction::kNearest;
    case Tense::kNone:
      if (verb.form == Form::kParticiple) return Direction::kPast;
      if (verb.form == Form::kInfinitive && weekday) {
        return led_by_past(verb) || opens_with_past(verb, sentence) ? Direction::kPast
                                                                    : Direction::kFuture;
      }
      return Direction::kNearest;
  }
  return Direction::kNearest;
}

// `si è visto annullare domenica`, `sono venuti in tanti a spingerci domenica`: what the verb says
// that leads an infinitive, right before it or a few words before its `a`.
bool TenseReader::led_by_past(const VerbGroup& verb) const {
  constexpr Index kBetween = 4;  // tokens
  const auto at = static_cast<std::size_t>(&verb - document_.verbs.data());
  if (at == 0) return false;
  const VerbGroup& leader = document_.verbs[at - 1];
  if (leader.form != Form::kFinite || leader.tense != Tense::kPast) return false;
  if (leader.tokens.end == verb.tokens.begin) return true;
  if (leader.tokens.end + kBetween < verb.tokens.begin) return false;
  for (Index i = leader.tokens.end; i < verb.tokens.begin; ++i) {
    if (document_.tokens[i].kind == TokenKind::kPunct) return false;
  }
  return lexicon_.in_list(document_.tokens[verb.tokens.begin - 1].word, to_);
}

// `A farne le spese domenica il Lecce`, `A decidere domenica è stato Neri`: it opens its sentence,
// and no verb that follows tells of what is to come.
bool TenseReader::opens_with_past(const VerbGroup& verb, IndexRange sentence) const {
  if (verb.tokens.begin != sentence.begin + 1 ||
      !lexicon_.in_list(document_.tokens[sentence.begin].word, to_)) {
    return false;
  }
  for (const VerbGroup& next : verbs_in(document_, {verb.tokens.end, sentence.end})) {
    if (next.form == Form::kFinite) return next.tense == Tense::kPast;
  }
  return true;
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

}  // namespace panchina
