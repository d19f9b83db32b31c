#include "resolve/time/dateline.h"

#include <algorithm>

#include "document/features.h"
#include "resolve/fact/civil.h"
#include "resolve/time/calendar.h"

namespace panchina {

std::optional<DateValue> whole_day(const Document& document, const DateExpression& date) {
  if ((date.features & kDateRelative) != 0) return std::nullopt;
  std::optional<DateValue> value = evaluate(document, date, CalendarContext{});
  const bool one = value && value->earliest != kNoDay && value->earliest == value->latest;
  if (!one || (date.kind != DateKind::kTime && !is_day(*value))) return std::nullopt;
  return day_value(value->earliest);
}

const Sentence* sentence_with(const Document& document, const DateExpression& date) {
  const Index at = sentence_at(document, date.first_token);
  return at < document.sentences.size() ? &document.sentences[at] : nullptr;
}

bool opens_sentence(const Document& document, const DateExpression& date,
                    const Sentence& sentence) {
  const Index before = date.first_token - sentence.tokens.begin;
  if (before == 0) {
    const Index next = date.end_token;
    return next >= sentence.tokens.end || document.tokens[next].kind == TokenKind::kPunct;
  }
  if (before > kPlaceTokens) return false;
  const Token& mark = document.tokens[date.first_token - 1];
  const Index next = date.end_token;
  const bool parted =
      next >= sentence.tokens.end || document.tokens[next].kind == TokenKind::kPunct;
  if (!parted || mark.mark == '\'' || mark.mark == '"') return false;
  for (Index i = sentence.tokens.begin + 1; i < date.first_token; ++i) {  // `Rossi (Como, 1926 -`
    if (document.tokens[i].mark == '(' && i + 1 < date.first_token) return false;
  }
  if (mark.kind == TokenKind::kPunct) return true;
  for (Index i = sentence.tokens.begin; i < date.first_token; ++i) {  // `Como 12 marzo 2014 -`
    const Token& token = document.tokens[i];
    if (token.kind == TokenKind::kWord && token.letters == LetterCase::kLower) return false;
  }
  return next < sentence.tokens.end && document.tokens[next].mark == '-';
}

bool fills_sentence(const DateExpression& date, const Sentence& sentence) {
  return sentence.tokens.size() <= (date.end_token - date.first_token) + 3;
}

bool holds_days(const Document& document, const Sentence& sentence) {
  const auto days =
      std::count_if(document.dates.begin(), document.dates.end(), [&](const DateExpression& date) {
        return sentence.tokens.contains(date.first_token) && whole_day(document, date).has_value();
      });
  return days > 1;
}

bool has_verb(const Document& document, const Sentence& sentence) {
  return std::any_of(document.verbs.begin(), document.verbs.end(), [&](const VerbGroup& verb) {
    return sentence.tokens.contains(verb.tokens.begin);
  });
}

bool signs_sentence(const Document& document, const DateExpression& date,
                    const Sentence& sentence) {
  if (date.first_token == sentence.tokens.begin || sentence.tokens.size() > kHeadLineTokens ||
      date.end_token + 1 < sentence.tokens.end || (date.features & (kDateFrom | kDateUntil)) != 0 ||
      document.tokens[date.first_token - 1].kind != TokenKind::kPunct ||
      document.tokens[date.first_token - 1].mark == ',' ||
      document.tokens[date.first_token - 1].mark == ':') {
    return false;
  }
  return !has_verb(document, sentence);
}

}  // namespace panchina
