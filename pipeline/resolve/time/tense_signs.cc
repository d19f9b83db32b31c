// The signs beside a date that tell where it lies: results, events, words and marks.
#include <algorithm>

#include "document/features.h"
#include "lexicon/word_features.h"
#include "resolve/time/date_form.h"
#include "resolve/time/tense.h"

namespace panchina {

// The tokens of the sentence up to `reach` before and behind the date.
IndexRange TenseReader::around(const DateExpression& date, IndexRange sentence, Index reach) {
  return {date.first_token - std::min(date.first_token - sentence.begin, reach),
          date.end_token + std::min(sentence.end - date.end_token, reach)};
}

// `classe 1964`; `taggiasco del '76`: a year behind whom a place's name tells.
bool TenseReader::tells_age(const DateExpression& date, IndexRange sentence) const {
  const Index at = date.first_token;
  if (at == sentence.begin) return false;
  const auto word = [&](Index i) { return document_.tokens[i].word; };
  if (lexicon_.in_list(word(at - 1), births_)) return true;
  const CalendarStep* point = point_of(document_, date);
  return point != nullptr && point->b == 0 && at >= sentence.begin + 2 &&
         lexicon_.in_list(word(at - 1), genitives_) && !lexicon_.demonyms(word(at - 2)).empty();
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

// `pagarono`, `se ne andò`, `fu esonerato`: the past of a tale.
bool TenseReader::is_remote(const VerbGroup& verb) const {
  if (verb.tense != Tense::kPast || verb.form != Form::kFinite || verb.anterior) return false;
  const IndexRange range = verb.auxiliary.empty() ? verb.tokens : verb.auxiliary;
  for (Index i = range.begin; i < range.end; ++i) {
    std::uint32_t features = 0;
    for (const WordReading& reading : lexicon_.readings(document_.tokens[i].word)) {
      features |= reading.features;
    }
    if ((features & kWordFinite) != 0) return (features & kWordPast) != 0;
  }
  return false;
}

// `contratto in scadenza il 30 giugno`: one of a list stands a few words before the date.
bool TenseReader::follows(Index words, const DateExpression& date, IndexRange sentence) const {
  constexpr Index kBack = 4;
  const Index begin = date.first_token - std::min(date.first_token - sentence.begin, kBack);
  return std::any_of(document_.tokens.begin() + begin, document_.tokens.begin() + date.first_token,
                     [&](const Token& token) { return lexicon_.in_list(token.word, words); });
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

// `neopromosso a giugno`
bool TenseReader::is_newly(const DateExpression& date, IndexRange sentence) const {
  return date.first_token >= sentence.begin + 2 &&
         lexicon_.in_list(document_.tokens[date.first_token - 1].word, birthday_links_) &&
         lexicon_.in_list(document_.tokens[date.first_token - 2].word, newly_);
}

// `Neri, cinquant'anni a settembre, …`, `Verdi, 70 anni martedì`: not `morto a 70 anni martedì`.
bool TenseReader::is_birthday(const DateExpression& date, IndexRange sentence) const {
  Index at = date.first_token;
  if (at > sentence.begin && lexicon_.in_list(document_.tokens[at - 1].word, birthday_links_)) --at;
  return at >= sentence.begin + 3 && lexicon_.in_list(document_.tokens[at - 1].word, years_) &&
         document_.tokens[at - 3].mark == ',';
}

// `fino alla partita di sabato`, `pronostico su Lecce-Bari di domenica`, `il derby di domenica alle
// porte`, `appeso al risultato di venerdì: se perde, …`: a day to come.
bool TenseReader::is_aimed_event(const DateExpression& date, IndexRange sentence) const {
  constexpr Index kBack = 7, kAhead = 4;  // tokens
  if (date.first_token == sentence.begin ||
      !lexicon_.in_list(document_.tokens[date.first_token - 1].word, genitives_)) {
    return false;
  }
  const Index behind = date.end_token;
  if (behind + 1 < sentence.end && document_.tokens[behind].kind == TokenKind::kPunct &&
      lexicon_.in_list(document_.tokens[behind + 1].word, ifs_)) {
    return true;
  }
  for (Index i = behind; i < std::min(behind + kAhead, sentence.end); ++i) {
    if (document_.tokens[i].kind == TokenKind::kPunct) break;
    if (lexicon_.in_list(document_.tokens[i].word, looming_)) return true;
  }
  const Index begin = date.first_token - std::min(date.first_token - sentence.begin, kBack);
  for (Index i = date.first_token - 1; i > begin; --i) {
    const Token& token = document_.tokens[i - 1];
    if (token.kind == TokenKind::kPunct && token.mark != '-') return false;
    if (lexicon_.in_list(token.word, untils_)) return true;
  }
  return false;
}

// `Rossi fino al 2 ottobre, Verdi dal 3 al 20`, without a verb: one after the other.
bool TenseReader::is_relieved(const DateExpression& date, IndexRange sentence) const {
  const auto next = static_cast<std::size_t>(&date - document_.dates.data()) + 1;
  return (date.features & kDateUntil) != 0 && next < document_.dates.size() &&
         document_.dates[next].first_token < sentence.end &&
         ((document_.dates[next].features & kDateFrom) != 0 ||
          document_.dates[next].kind == DateKind::kRange) &&
         verbs_in(document_, {date.end_token, document_.dates[next].first_token}).empty();
}

// `ritiro a Storo fino al 3 agosto`, `, prima amichevole il 24`: a clause without a verb opens with
// what is arranged before a season.
bool TenseReader::closes_event(const DateExpression& date, IndexRange sentence) const {
  constexpr Index kBack = 9, kOpening = 3;  // tokens
  Index begin = date.first_token;
  while (begin > sentence.begin && date.first_token - begin < kBack &&
         document_.tokens[begin - 1].kind != TokenKind::kPunct) {
    --begin;
  }
  if (!verbs_in(document_, {begin, date.first_token}).empty()) return false;
  const Index end = std::min(begin + kOpening, date.first_token);
  for (Index i = begin; i < end; ++i) {
    if (lexicon_.in_list(document_.tokens[i].word, arranged_)) return true;
  }
  return false;
}

bool TenseReader::tells_placing(IndexRange tokens) const {
  // A place, not the first of something: `quinta, dietro il Lecce`, `al quinto posto`.
  const auto place = [&](Index i) {
    if (!lexicon_.in_list(document_.tokens[i].word, ordinals_)) return false;
    if (i + 1 >= tokens.end) return true;
    const Token& next = document_.tokens[i + 1];
    return next.kind == TokenKind::kPunct || lexicon_.in_list(next.word, place_links_);
  };
  for (Index i = tokens.begin; i < tokens.end; ++i) {
    if (lexicon_.in_list(document_.tokens[i].word, placings_) || place(i)) return true;
  }
  return std::ranges::any_of(verbs_in(document_, tokens), [&](const VerbGroup& verb) {
    return lexicon_.in_list(verb.lemma, placing_verbs_);
  });
}

// `Domenica nera per il Lecco`, `sabato da dimenticare`: how it was is told right behind it.
bool TenseReader::has_quality(const DateExpression& date, IndexRange sentence) const {
  Index at = date.end_token;
  if (at < sentence.end && lexicon_.in_list(document_.tokens[at].word, quality_links_)) ++at;
  return at < sentence.end && lexicon_.in_list(document_.tokens[at].word, qualities_);
}

// `, fino a maggio al Lecco`, `, fino al 31 maggio vice del Bari`, `la Primavera, allenata fino a
// giugno`: what somebody did before, not `contratto fino a giugno`.
bool TenseReader::held_until(const DateExpression& date, const Near& near,
                             IndexRange sentence) const {
  constexpr Index kLead = 3;  // `fino`, `a` and the mark before them
  if (follows(terms_, date, sentence)) return false;
  const VerbGroup* verb = near.verb;
  if (verb != nullptr && verb->form == Form::kParticiple && near.distance <= kLead &&
      !near.parted && verb->tokens.end <= date.first_token) {
    return lexicon_.in_list(verb->lemma, held_);
  }
  if (date.end_token >= sentence.end) return false;
  const Token& behind = document_.tokens[date.end_token];
  if (behind.mark == ',' || behind.mark == ')') return ends_post(date, near, sentence);
  if (!lexicon_.in_list(behind.word, posts_)) return false;
  const Index begin = date.first_token - std::min(date.first_token - sentence.begin, kLead);
  for (Index i = begin; i < date.first_token; ++i) {
    if (document_.tokens[i].mark == ',' || document_.tokens[i].mark == '(') return true;
  }
  return false;
}

// `, vice del Bari fino a giugno, …`, `(al Lecco fino a maggio)`: what opens the apposition is a
// post or where he was.
bool TenseReader::ends_post(const DateExpression& date, const Near& near,
                            IndexRange sentence) const {
  constexpr Index kBack = 9;  // tokens
  const VerbGroup* verb = near.verb;
  if (verb != nullptr && (verb->tense == Tense::kFuture || verb->tense == Tense::kConditional)) {
    return false;
  }
  const Index begin = date.first_token - std::min(date.first_token - sentence.begin, kBack);
  for (Index i = date.first_token; i > begin; --i) {
    const Token& token = document_.tokens[i - 1];
    if (lexicon_.in_list(token.word, terms_)) return false;
    if (token.mark == ',' || token.mark == '(') {
      return lexicon_.in_list(document_.tokens[i].word, posts_);
    }
  }
  return false;
}

// `se domenica non dovesse vincere`: an `if` opens the clause.
bool TenseReader::follows_supposal(const VerbGroup& verb, IndexRange sentence) const {
  for (Index i = verb.tokens.begin; i > sentence.begin; --i) {
    const Token& token = document_.tokens[i - 1];
    if (lexicon_.in_list(token.word, ifs_)) return true;
    if (token.mark == ';' || token.mark == ':') return false;
  }
  return false;
}

// `imbattuto fino a domenica`
bool TenseReader::ended_by(const DateExpression& date, IndexRange sentence) const {
  constexpr Index kBack = 3;  // `fino`, `a` between
  return (date.features & kDateUntil) != 0 && date.first_token >= sentence.begin + kBack &&
         lexicon_.in_list(document_.tokens[date.first_token - kBack].word, unbeaten_);
}

// `martedì il saluto, giovedì la scelta, ieri (oggi) la terza sconfitta`: a list of what is past.
bool TenseReader::closes_in_past(const DateExpression& date, IndexRange sentence) const {
  const auto at = static_cast<std::size_t>(&date - document_.dates.data());
  for (std::size_t i = at + 1; i < document_.dates.size(); ++i) {
    const DateExpression& next = document_.dates[i];
    if (next.first_token >= sentence.end) return false;
    const char mark = document_.tokens[next.first_token - 1].mark;
    if (mark != ',' && mark != ';') return false;
    const CalendarStep* step = only_step(document_, next);
    if (step == nullptr) return false;
    if (const std::optional<int> off = days_off_page(*step)) return *off <= 0;
    if (!is_bare_weekday(*step)) return false;
  }
  return false;
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
  // `Lunedì, dopo la terza sconfitta, le dimissioni.`
  const bool opens = date.first_token == sentence.begin;
  while (stretch.end < tokens.end &&
         (!parts(stretch.end) || (opens && document_.tokens[stretch.end].mark == ','))) {
    ++stretch.end;
  }
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
         (near.verb->tokens.end <= before.first_token &&
          (marked() || near.verb->tense == Tense::kFuture ||
           (near.verb->tense == Tense::kPresent && near.verb->form == Form::kFinite))) ||
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

// `già tecnico del Lecce fino a dicembre`: no verb, but what he was.
bool TenseReader::was_until(const DateExpression& date, IndexRange sentence) const {
  constexpr Index kBack = 12;  // tokens
  const Index back = date.first_token - std::min(date.first_token - sentence.begin, kBack);
  const std::span<const VerbGroup> verbs = verbs_in(document_, {sentence.begin, date.first_token});
  const Index begin = verbs.empty() ? back : std::max(back, verbs.back().tokens.end);
  for (Index i = date.first_token; i > begin; --i) {
    const Token& token = document_.tokens[i - 1];
    if (token.mark == ';' || token.mark == '(') return false;
    if (lexicon_.in_list(token.word, already_)) return true;
  }
  return false;
}

}  // namespace panchina
