#include "resolve/published.h"

#include <algorithm>

#include "document/edtf.h"
#include "document/features.h"
#include "resolve/calendar.h"
#include "resolve/civil.h"

namespace panchina {

namespace {

constexpr Index kHeadSentences = 4;  // an agency line stands among the first sentences
constexpr Day kItemAge = 730;        // of the oldest item of a page
constexpr Index kTailSentences = 2;  // a signed date among the last
constexpr Index kHeadMatter = 6;     // sentences before the text: titles, mastheads
constexpr Index kTailMatter = 4;     // ... and behind it
constexpr int kYearsAfterMatter = 1;
constexpr int kYearsByWeekday = 3;
constexpr int kYearsAhead = 5;
constexpr std::ptrdiff_t kHeadLines = 3;
constexpr Index kHeadLineTokens = 24;
constexpr Index kPlaceTokens = 6;    // a place, an agency before it
constexpr Index kDispatchHead = 24;  // sentences before a dispatch: titles, line-ups, scorers
constexpr Day kDispatchAge = 6;      // days from a dispatch to the paper

// A whole day, or an hour of it, without any anchor; nothing for all else.
std::optional<DateValue> whole_day(const Document& document, const DateExpression& date) {
  if ((date.features & kDateRelative) != 0) return std::nullopt;
  std::optional<DateValue> value = evaluate(document, date, CalendarContext{});
  const bool one = value && value->earliest != kNoDay && value->earliest == value->latest;
  if (!one || (date.kind != DateKind::kTime && !is_day(*value))) return std::nullopt;
  return day_value(value->earliest);
}

const Sentence* sentence_of(const Document& document, const DateExpression& date) {
  const Index at = sentence_at(document, date.first_token);
  return at < document.sentences.size() ? &document.sentences[at] : nullptr;
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

// The date is all that the sentence holds, some marks and words apart.
bool fills_sentence(const DateExpression& date, const Sentence& sentence) {
  return sentence.tokens.size() <= (date.end_token - date.first_token) + 3;
}

// `Como, 1 marzo 1926 - Lecco, 3 maggio 1980`: a life.
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

// `(Testo di Rossi - domenica 3 marzo 2024)`: the date ends a short line, behind a mark.
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

// The last calendar year that the article names, seasons and contracts yet to come apart.
int latest_year_of(const Document& document) {
  int latest = 0;
  for (const DateExpression& date : document.dates) {
    if ((date.features & (kDateRelative | kDateUntil)) != 0) continue;
    const bool short_year =
        std::any_of(document.calendar_steps.begin() + date.begin,
                    document.calendar_steps.begin() + date.end, [](const CalendarStep& step) {
                      return (step.op == CalendarOp::kPoint || step.op == CalendarOp::kSeason ||
                              step.op == CalendarOp::kYearSeason) &&
                             step.a < 100;
                    });
    if (short_year) continue;
    const std::optional<DateValue> value = evaluate(document, date, CalendarContext{});
    if (!value || value->earliest == kNoDay) continue;
    const Day told = is_football_season(*value) ? value->latest : value->earliest;
    latest = std::max(latest, year_of(told));
  }
  return latest;
}

// A date that the article's own dates leave far behind is somebody's birth, no publication.
bool plausible(int latest_year, const DateValue& value, int years_ahead = kYearsAhead) {
  return latest_year <= year_of(value.earliest) + years_ahead;
}

// `oggi è giovedì 9 giugno 2022`: today stands right before the day, or a word before it.
std::optional<DateValue> said_today(const Document& document, int latest_year) {
  for (std::size_t i = 1; i < document.dates.size(); ++i) {
    const DateExpression& before = document.dates[i - 1];
    const CalendarStep& last = document.calendar_steps[before.end - 1];
    const bool today = before.end == before.begin + 1 && last.op == CalendarOp::kThis &&
                       last.b == static_cast<std::int32_t>(CalendarUnit::kDay);
    constexpr Index kGap = 2;  // a verb, an article
    if (!today || document.dates[i].first_token - before.end_token > kGap) continue;
    std::optional<DateValue> value = whole_day(document, document.dates[i]);
    if (value && plausible(latest_year, *value)) return value;
  }
  return std::nullopt;
}

// The only day of a line without a verb above or below the text: `Periodico dei tifosi - sabato 12
// marzo 1994 - lire 500`, `Trascrizione della diretta di domenica 20 novembre 1983, girone A`.
std::optional<DateValue> in_matter_around(const Document& document, int latest_year) {
  const auto count = static_cast<Index>(document.sentences.size());
  for (const DateExpression& date : document.dates) {
    const Sentence* sentence = sentence_of(document, date);
    if (sentence == nullptr) continue;
    const auto at = static_cast<Index>(sentence - document.sentences.data());
    const BlockLabel label = document.blocks[sentence->block].label;
    const bool matter = at < kHeadMatter || at + kTailMatter >= count;
    if (!matter || label == BlockLabel::kTable || sentence->row ||
        sentence->tokens.size() > kHeadLineTokens || has_verb(document, *sentence) ||
        document.tokens[sentence->tokens.begin].letters == LetterCase::kLower) {
      continue;
    }
    std::optional<DateValue> value = whole_day(document, date);
    if (!value || (date.features & (kDateFrom | kDateUntil)) != 0 ||
        !plausible(latest_year, *value, kYearsAfterMatter)) {
      continue;
    }
    const bool detail =  // `Aldo Rossi (Como, 1926`, `Nato: Como, 1926`
        std::any_of(document.tokens.begin() + sentence->tokens.begin,
                    document.tokens.begin() + date.first_token,
                    [](const Token& token) { return token.mark == '(' || token.mark == ':'; });
    if (!detail && !holds_days(document, *sentence)) return value;
  }
  return std::nullopt;
}

std::optional<DateValue> in_blocks(const Document& document, int latest_year, BlockLabel label) {
  for (const DateExpression& date : document.dates) {
    const Sentence* sentence = sentence_of(document, date);
    if (sentence == nullptr || document.blocks[sentence->block].label != label) continue;
    std::optional<DateValue> value = whole_day(document, date);
    if (value && plausible(latest_year, *value)) return value;
  }
  return std::nullopt;
}

std::optional<DateValue> at_the_edges(const Document& document, int latest_year) {
  const auto count = static_cast<Index>(document.sentences.size());
  for (const DateExpression& date : document.dates) {
    const Sentence* sentence = sentence_of(document, date);
    if (sentence == nullptr || !is_article(document.blocks[sentence->block].label)) continue;
    const auto at = static_cast<Index>(sentence - document.sentences.data());
    const bool head = at < kHeadSentences && opens_sentence(document, date, *sentence);
    const bool tail = at + kTailSentences >= count && (fills_sentence(date, *sentence) ||
                                                       signs_sentence(document, date, *sentence));
    if (!head && !tail) continue;
    std::optional<DateValue> value = whole_day(document, date);
    if (value && plausible(latest_year, *value)) return value;
  }
  return std::nullopt;
}

// `mercoledì 19 giugno, 00:32` in a dateline: the first year from the last one named on whose 19
// June is a Wednesday.
std::optional<DateValue> year_by_weekday(const Document& document, int latest_year) {
  for (const DateExpression& date : document.dates) {
    const CalendarStep* day = nullptr;
    for (std::uint32_t i = date.begin; i < date.end; ++i) {
      const CalendarStep& step = document.calendar_steps[i];
      if (step.op == CalendarOp::kPoint && step.a == 0 && step.b > 0 && step.weekday > 0) {
        day = &step;
      }
    }
    const Sentence* sentence = day == nullptr ? nullptr : sentence_of(document, date);
    if (sentence == nullptr) continue;
    const auto at = static_cast<Index>(sentence - document.sentences.data());
    const BlockLabel label = document.blocks[sentence->block].label;
    const CalendarStep& last = document.calendar_steps[date.end - 1];
    // `oggi, lunedì 3 aprile`: a shift by no day says so.
    const bool today = last.op == CalendarOp::kShift && last.a == 0 && last.c == 1;
    const bool dateline = today || label == BlockLabel::kDateline ||
                          label == BlockLabel::kPageDate ||
                          (at < kHeadSentences && opens_sentence(document, date, *sentence));
    const int from = dateline ? latest_year : 0;
    for (int year = from; from > 0 && year < from + kYearsByWeekday; ++year) {
      if (!is_calendar_day(year, day->b, day->c)) continue;
      const Day found = to_day({year, day->b, day->c});
      if (weekday_of(found) == day->weekday) return day_value(found);
    }
  }
  return std::nullopt;
}

// A short line above the text that holds a day: `Mercato, il tabellone al 12 luglio 2014`.
std::optional<DateValue> in_head_lines(const Document& document, int latest_year) {
  for (const DateExpression& date : document.dates) {
    const Sentence* sentence = sentence_of(document, date);
    if (sentence == nullptr || sentence - document.sentences.data() >= kHeadLines) break;
    const BlockLabel label = document.blocks[sentence->block].label;
    if (label == BlockLabel::kBody || label == BlockLabel::kTable || !is_article(label)) continue;
    if (sentence->tokens.size() > kHeadLineTokens) continue;
    std::optional<DateValue> value = whole_day(document, date);
    if (value && plausible(latest_year, *value) && !holds_days(document, *sentence)) return value;
  }
  return std::nullopt;
}

// A day that was given beside the text; nothing where none was.
std::optional<DateValue> given_day(const std::string& edtf) {
  if (edtf.empty()) return std::nullopt;
  std::optional<DateValue> value = parse_edtf(edtf);
  if (!value || !is_day(*value)) return std::nullopt;
  return day_value(value->earliest);
}

void find_of_article(Document& document) {
  document.published = DateValue{};
  document.published_from = PublishedFrom::kNone;
  const PublishedFrom from = document.info.given_from;
  const std::optional<DateValue> given = given_day(document.info.given_published);
  const bool strong = from == PublishedFrom::kRecord || from == PublishedFrom::kMetadata ||
                      from == PublishedFrom::kHtml;
  if (given && strong) {
    document.published = *given;
    document.published_from = from;
    return;
  }
  const int latest = latest_year_of(document);
  std::optional<DateValue> found = in_blocks(document, latest, BlockLabel::kDateline);
  if (!found) found = at_the_edges(document, latest);
  if (!found) found = in_blocks(document, latest, BlockLabel::kPageDate);
  if (!found) found = in_head_lines(document, latest);
  if (!found) found = said_today(document, latest);
  if (!found) found = in_matter_around(document, latest);
  if (found) {
    document.published = *found;
    document.published_from = PublishedFrom::kDateline;
    return;
  }
  const std::optional<DateValue> fallback = given_day(document.info.fallback_published);
  const PublishedFrom fallback_from = document.info.fallback_from;
  if (given) {
    document.published = *given;
    document.published_from = from;
  } else if (fallback && fallback_from == PublishedFrom::kUrl) {
    document.published = *fallback;
    document.published_from = fallback_from;
  } else if (const std::optional<DateValue> guess = year_by_weekday(document, latest)) {
    document.published = *guess;
    document.published_from = PublishedFrom::kDateline;
  } else if (fallback) {
    document.published = *fallback;
    document.published_from = fallback_from;
  }
}

// `22/01/2025 - Rossi guida da ieri`: the day at the head of an item of a page that holds several,
// not long before the page's own.
void find_of_sections(Document& document) {
  document.section_published.clear();
  const DateValue& page = document.published;
  if (document.sections.size() < 2 || page.edtf.empty()) return;
  document.section_published.resize(document.sections.size());
  for (const DateExpression& date : document.dates) {
    const Sentence* sentence = sentence_of(document, date);
    if (sentence == nullptr) continue;
    const Block& block = document.blocks[sentence->block];
    DateValue& found = document.section_published[block.section];
    const IndexRange blocks = document.sections[block.section].blocks;
    const Index head = document.blocks[blocks.begin].sentences.begin + kHeadSentences;
    const auto at = static_cast<Index>(sentence - document.sentences.data());
    if (!found.edtf.empty() || !is_article(block.label) || at >= head ||
        (!opens_sentence(document, date, *sentence) && block.label != BlockLabel::kDateline)) {
      continue;
    }
    const std::optional<DateValue> value = whole_day(document, date);
    if (value && value->latest <= page.latest && page.latest - value->latest <= kItemAge) {
      found = *value;
    }
  }
}

// `Vicenza, lunedì sera.`, `TREVISO, 24 -`: a block begins with a town and a day, and the sentence
// or a dash ends behind it.
bool heads_dispatch(const Document& document, const DateExpression& date,
                    const Sentence& sentence) {
  const Block& block = document.blocks[sentence.block];
  const Index before = date.first_token - sentence.tokens.begin;
  if (block.sentences.begin != sentence_at(document, date.first_token) || before < 2 ||
      before > kPlaceTokens + 2 || document.tokens[date.first_token - 1].mark != ',') {
    return false;
  }
  const Token& town = document.tokens[date.first_token - 2];
  if (town.kind != TokenKind::kWord || town.letters == LetterCase::kLower) return false;
  return date.end_token >= sentence.tokens.end ||
         document.tokens[date.end_token].kind == TokenKind::kPunct;
}

// The day of a dispatch in a paper of the week behind it: the last such weekday or day of a month
// before the paper's own; nothing for all else.
std::optional<DateValue> day_of_dispatch(const Document& document, const DateExpression& date) {
  const DateValue& page = document.published;
  const CalendarStep& step = document.calendar_steps[date.begin];
  Day day = kNoDay;
  if (date.end == date.begin + 1 && step.op == CalendarOp::kThis &&
      step.b == static_cast<std::int32_t>(CalendarUnit::kWeekday)) {
    constexpr Day kWeek = 7;
    day = page.earliest - (weekday_of(page.earliest) - step.c + kWeek) % kWeek;
  } else if (step.op == CalendarOp::kPoint && step.a == 0 && step.c > 0 &&
             (step.b > 0 || step.direction < 0)) {
    CalendarContext context;
    context.published = &page;
    const std::optional<DateValue> value = evaluate(document, date, context);
    if (value && is_day(*value)) day = value->earliest;
  }
  const bool near = day != kNoDay && day < page.earliest && page.earliest - day <= kDispatchAge;
  return near ? std::optional<DateValue>(day_value(day)) : std::nullopt;
}

// `Vicenza, lunedì sera.` in a paper of Tuesday: what stands below was written on Monday, `oggi` is
// that day.
void find_of_dispatches(Document& document) {
  const DateValue& page = document.published;
  if (!is_day(page)) return;
  for (const DateExpression& date : document.dates) {
    const Sentence* sentence = sentence_of(document, date);
    if (sentence == nullptr || !heads_dispatch(document, date, *sentence)) continue;
    const Block& block = document.blocks[sentence->block];
    if (!document.published_of(block.section).edtf.empty() &&
        document.published_of(block.section).edtf != page.edtf) {
      continue;
    }
    const IndexRange blocks = document.sections[block.section].blocks;
    const Index head = document.blocks[blocks.begin].sentences.begin + kDispatchHead;
    if (static_cast<Index>(sentence - document.sentences.data()) >= head) continue;
    const std::optional<DateValue> value = day_of_dispatch(document, date);
    if (!value) continue;
    document.section_published.resize(document.sections.size());
    document.section_published[block.section] = *value;
  }
}

}  // namespace

void find_published(Document& document) {
  find_of_article(document);
  find_of_sections(document);
  find_of_dispatches(document);
}

bool is_to_come(const Document& document, Index section, const DateValue& value, Day margin) {
  const Day published = document.published_of(section).latest;
  return published != kNoDay && value.earliest != kNoDay && value.earliest > published + margin;
}

// `n. 6, giugno 2008 - pag. 34`: the month of an issue, in a dateline or a short line above all.
std::optional<DateValue> month_of_issue(const Document& document) {
  for (const DateExpression& date : document.dates) {
    const Sentence* sentence = sentence_of(document, date);
    if (sentence == nullptr || (date.features & (kDateMonth | kDateYear)) == 0) continue;
    const BlockLabel label = document.blocks[sentence->block].label;
    const bool head = sentence - document.sentences.data() < kHeadLines &&
                      sentence->tokens.size() <= kHeadLineTokens && label != BlockLabel::kBody &&
                      label != BlockLabel::kTable && is_article(label);
    if (!head && label != BlockLabel::kDateline && label != BlockLabel::kPageDate) continue;
    const CalendarStep& step = document.calendar_steps[date.end - 1];
    if (date.end != date.begin + 1 || step.op != CalendarOp::kPoint || step.a < 100 ||
        step.b == 0 || step.c != 0) {
      continue;
    }
    std::optional<DateValue> value = evaluate(document, date, CalendarContext{});
    if (value && plausible(latest_year_of(document), *value)) return value;
  }
  return std::nullopt;
}

}  // namespace panchina
