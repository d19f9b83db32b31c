// The scores beside a date: they are of what was played that day.
#include <algorithm>

#include "document/features.h"
#include "resolve/time/date_form.h"
#include "resolve/time/tense.h"

namespace panchina {

namespace {

constexpr Index kMostInLine = 4;  // tokens beside a weekday that heads results
constexpr std::uint32_t kMostGoals = 12;

}  // namespace

// `16/9  Lecce-Bari 1-0`: the day of a row that tells a result.
bool TenseReader::opens_result(const DateExpression& date, Index sentence) const {
  const Sentence& own = document_.sentences[sentence];
  return own.row && date.first_token == own.tokens.begin &&
         has_score({date.end_token, own.tokens.end}, false);
}

// `(domenica corsaro per 2-0)`: a bracket holds both, and no verb that tells another time.
bool TenseReader::in_bracket_with_score(const DateExpression& date, IndexRange sentence) const {
  constexpr Index kWidest = 12;  // tokens on either side
  const auto mark = [&](Index i) { return document_.tokens[i].mark; };
  const IndexRange reach = around(date, sentence, kWidest);
  Index begin = date.first_token, end = date.end_token;
  while (begin > reach.begin && mark(begin - 1) != '(' && mark(begin - 1) != ')') --begin;
  while (end < reach.end && mark(end) != ')' && mark(end) != '(') ++end;
  if (begin == reach.begin || end == reach.end) return false;
  if (mark(begin - 1) != '(' || mark(end) != ')') return false;
  const bool told =
      std::ranges::any_of(verbs_in(document_, {begin, end}), [](const VerbGroup& verb) {
        return verb.form == Form::kFinite && verb.tense != Tense::kPast;
      });
  return !told && has_score({begin, end}, false);
}

// A line of its own, or the end of one, above rows of results.
bool TenseReader::heads_results(const DateExpression& date, Index sentence) const {
  constexpr Index kRows = 2;
  const IndexRange own = document_.sentences[sentence].tokens;
  if (own.end > date.end_token + kMostInLine || date.first_token > own.begin + kMostInLine)
    return false;
  for (Index n = 1; n <= kRows && sentence + n < document_.sentences.size(); ++n) {
    const IndexRange row = document_.sentences[sentence + n].tokens;
    const bool begins = row.begin < row.end && (document_.sentences[sentence + n].row ||
                                                document_.tokens[row.begin].line_before);
    if (!begins) return false;
    DateExpression at = date;
    at.first_token = at.end_token = row.begin;
    if (has_score(around(at, row, kScoreReach), true)) return true;
  }
  return false;
}

// `sabato il Lecce cade 2-0`: a score stands within a few tokens.
bool TenseReader::score_near(const DateExpression& date, IndexRange sentence, Index reach) const {
  IndexRange tokens = around(date, sentence, reach);
  // `dopo il 2-2 di mercoledì, sabato si torna in campo`: the score of another day.
  const Index before = before_last_of(date, tokens);
  tokens.begin = std::max(tokens.begin, before);
  // `Domenica la trasferta di Lecce, che ieri ha vinto 2-0`: nor that of the day behind.
  const auto next = static_cast<std::size_t>(&date - document_.dates.data()) + 1;
  if (next < document_.dates.size() && document_.dates[next].first_token < tokens.end &&
      names_day(document_, document_.dates[next])) {
    tokens.end = document_.dates[next].first_token;
  }
  return has_score(tokens, reach == kSentenceReach);
}

// Behind the last date before this one that a genitive ties to what stands before it; the first
// token where there is none.
Index TenseReader::before_last_of(const DateExpression& date, IndexRange tokens) const {
  auto at =
      std::ranges::lower_bound(document_.dates, date.first_token, {}, &DateExpression::first_token);
  if (at == document_.dates.begin()) return tokens.begin;
  const DateExpression& last = *--at;
  const bool tied = last.first_token > tokens.begin && last.end_token <= date.first_token &&
                    lexicon_.in_list(document_.tokens[last.first_token - 1].word, genitives_);
  return tied && (last.features & kDateDay) != 0 ? last.end_token : tokens.begin;
}

// `(all'andata 0-0)`: the token behind such a bracket; the token itself where none begins there.
Index TenseReader::skip_first_leg(Index token, Index end) const {
  constexpr Index kWidest = 8;  // tokens
  if (document_.tokens[token].mark != '(') return token;
  bool leg = false;
  for (Index i = token + 1; i < end && i < token + kWidest; ++i) {
    leg = leg || lexicon_.in_list(document_.tokens[i].word, legs_);
    if (document_.tokens[i].mark == ')') return leg ? i + 1 : token;
  }
  return token;
}

// `2-0`, `due a zero`; with `slash`, `2/0` and `2 : 0` too.
bool TenseReader::has_score(IndexRange tokens, bool slash) const {
  for (Index i = tokens.begin; i + 2 < tokens.end; ++i) {
    if (const Index behind = skip_first_leg(i, tokens.end); behind != i) {
      i = behind - 1;
      continue;
    }
    const Token& between = document_.tokens[i + 1];
    const bool joined = between.mark == '-' ||
                        ((between.mark == '/' || between.mark == ':') && slash) ||
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

}  // namespace panchina
