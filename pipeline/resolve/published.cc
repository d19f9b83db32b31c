#include "resolve/published.h"

#include <algorithm>

#include "document/edtf.h"
#include "document/features.h"
#include "resolve/calendar.h"
#include "resolve/civil.h"

namespace panchina {

namespace {

constexpr Index kHeadSentences = 4;  // an agency line stands among the first sentences
constexpr Index kTailSentences = 2;  // a signed date among the last

// A whole day without any anchor; nothing for all else.
std::optional<DateValue> whole_day(const Document& document, const DateExpression& date) {
  if ((date.features & kDateRelative) != 0) return std::nullopt;
  std::optional<DateValue> value = evaluate(document, date, CalendarContext{});
  if (!value || !is_day(*value)) return std::nullopt;
  return day_value(value->earliest);
}

const Sentence* sentence_of(const Document& document, const DateExpression& date) {
  const auto found =
      std::partition_point(document.sentences.begin(), document.sentences.end(),
                           [&](const Sentence& one) { return one.tokens.end <= date.first_token; });
  return found == document.sentences.end() ? nullptr : &*found;
}

// `MANTOVA, 7 novembre 2016 -`, `Pesaro, 7 febbraio 2022 -`, `17 ottobre 2023 | Area
// Comunicazione`: the date opens the sentence, after at most a place.
bool opens_sentence(const Document& document, const DateExpression& date,
                    const Sentence& sentence) {
  const Index before = date.first_token - sentence.tokens.begin;
  if (before == 0) {
    const Index next = date.end_token;
    return next >= sentence.tokens.end || document.tokens[next].kind == TokenKind::kPunct;
  }
  if (before > 6) return false;
  const Token& mark = document.tokens[date.first_token - 1];
  const Index next = date.end_token;
  const bool parted =
      next >= sentence.tokens.end || document.tokens[next].kind == TokenKind::kPunct;
  return parted && mark.kind == TokenKind::kPunct && mark.mark != '(' && mark.mark != '\'' &&
         mark.mark != '"';
}

// The date is all that the sentence holds, some marks and words apart.
bool fills_sentence(const DateExpression& date, const Sentence& sentence) {
  return sentence.tokens.size() <= (date.end_token - date.first_token) + 3;
}

std::optional<DateValue> in_blocks(const Document& document, BlockLabel label) {
  for (const DateExpression& date : document.dates) {
    const Sentence* sentence = sentence_of(document, date);
    if (sentence == nullptr || document.blocks[sentence->block].label != label) continue;
    std::optional<DateValue> value = whole_day(document, date);
    if (value) return value;
  }
  return std::nullopt;
}

std::optional<DateValue> at_the_edges(const Document& document) {
  const auto count = static_cast<Index>(document.sentences.size());
  for (const DateExpression& date : document.dates) {
    const Sentence* sentence = sentence_of(document, date);
    if (sentence == nullptr || !is_article(document.blocks[sentence->block].label)) continue;
    const auto at = static_cast<Index>(sentence - document.sentences.data());
    const bool head = at < kHeadSentences && opens_sentence(document, date, *sentence);
    const bool tail = at + kTailSentences >= count && fills_sentence(date, *sentence);
    if (!head && !tail) continue;
    std::optional<DateValue> value = whole_day(document, date);
    if (value) return value;
  }
  return std::nullopt;
}

std::optional<DateValue> given_day(const Document& document) {
  std::optional<DateValue> value = parse_edtf(document.info.given_published);
  if (!value || !is_day(*value)) return std::nullopt;
  return day_value(value->earliest);
}

}  // namespace

void find_published(Document& document) {
  document.published = DateValue{};
  document.published_from = PublishedFrom::kNone;
  const PublishedFrom from = document.info.given_from;
  const std::optional<DateValue> given =
      document.info.given_published.empty() ? std::nullopt : given_day(document);
  const bool strong = from == PublishedFrom::kRecord || from == PublishedFrom::kMetadata ||
                      from == PublishedFrom::kHtml;
  if (given && strong) {
    document.published = *given;
    document.published_from = from;
    return;
  }
  for (const auto& found : {in_blocks(document, BlockLabel::kDateline), at_the_edges(document),
                            in_blocks(document, BlockLabel::kPageDate)}) {
    if (!found) continue;
    document.published = *found;
    document.published_from = PublishedFrom::kDateline;
    return;
  }
  if (given) {
    document.published = *given;
    document.published_from = from;
  }
}

}  // namespace panchina
