#include "resolve/time/section_days.h"

#include "resolve/fact/civil.h"
#include "resolve/time/calendar.h"
#include "resolve/time/date_form.h"
#include "resolve/time/dateline.h"

namespace panchina {

namespace {

constexpr Day kItemAge = 730;        // of the oldest item of a page
constexpr Index kItemHead = 16;      // tokens of an item's head: its kind or writer, and the day
constexpr Index kDispatchHead = 24;  // sentences before a dispatch: titles, line-ups, scorers
constexpr Day kDispatchAge = 6;      // days from a dispatch to the paper

// `22/01/2025 - Rossi guida da ieri`: the day at the head of an item of a page that holds several,
// not long before the page's own.
void find_of_items(Document& document) {
  document.section_published.clear();
  const DateValue& page = document.published;
  if (document.sections.size() < 2 || page.edtf.empty()) return;
  document.section_published.resize(document.sections.size());
  for (const DateExpression& date : document.dates) {
    const Sentence* sentence = sentence_with(document, date);
    if (sentence == nullptr) continue;
    const Block& block = document.blocks[sentence->block];
    DateValue& found = document.section_published[block.section];
    const IndexRange blocks = document.sections[block.section].blocks;
    const Index head = document.blocks[blocks.begin].sentences.begin + kHeadSentences;
    const auto at = index_of(document, *sentence);
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

// `Vicenza, lunedì sera.`, `TREVISO, 24 -`: a block, or a line of headings, begins with a town and
// a day, and the sentence or a dash ends behind it.
bool heads_dispatch(const Document& document, const DateExpression& date,
                    const Sentence& sentence) {
  const Block& block = document.blocks[sentence.block];
  const Index before = date.first_token - sentence.tokens.begin;
  const bool begins =
      block.sentences.begin == index_of(document, sentence) ||
      (block.label != BlockLabel::kBody && document.tokens[sentence.tokens.begin].line_before);
  if (!begins || before < 2 || before > kPlaceTokens + 2 ||
      document.tokens[date.first_token - 1].mark != ',') {
    return false;
  }
  const Token& town = document.tokens[date.first_token - 2];
  if (town.kind != TokenKind::kWord || town.letters == LetterCase::kLower) return false;
  return date.end_token >= sentence.tokens.end ||
         document.tokens[date.end_token].kind == TokenKind::kPunct;
}

// `lunedì`, `lunedì sera`
bool names_weekday(const Document& document, const DateExpression& date) {
  const CalendarStep& step = document.calendar_steps[date.begin];
  const bool alone = date.end == date.begin + 1 ||
                     (date.end == date.begin + 2 &&
                      document.calendar_steps[date.begin + 1].op == CalendarOp::kTimeOfDay);
  return alone && step.op == CalendarOp::kThis &&
         static_cast<CalendarUnit>(step.b) == CalendarUnit::kWeekday;
}

// The day of a dispatch in a paper of the week behind it: the last such weekday or day of a month
// before the paper's own; nothing for all else.
std::optional<DateValue> day_of_dispatch(const Document& document, const DateExpression& date) {
  const DateValue& page = document.published;
  const CalendarStep& step = document.calendar_steps[date.begin];
  Day day = kNoDay;
  if (names_weekday(document, date)) {
    constexpr Day kWeek = 7;
    day = page.earliest - (kWeek - days_until(step.c, page.earliest)) % kWeek;
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
    const Sentence* sentence = sentence_with(document, date);
    if (sentence == nullptr || !heads_dispatch(document, date, *sentence)) continue;
    const Block& block = document.blocks[sentence->block];
    if (!document.published_of(block.section).edtf.empty() &&
        document.published_of(block.section).edtf != page.edtf) {
      continue;
    }
    const IndexRange blocks = document.sections[block.section].blocks;
    const Index head = document.blocks[blocks.begin].sentences.begin + kDispatchHead;
    if (index_of(document, *sentence) >= head) continue;
    const std::optional<DateValue> value = day_of_dispatch(document, date);
    if (!value) continue;
    document.section_published.resize(document.sections.size());
    document.section_published[block.section] = *value;
  }
}

// `16 febbraio 2010, 13:20`, `4 novembre 2025 - Serie D`, `COMUNICATO N. 44 - 6 dicembre 2023`: a
// date opens a dateline or a line of headings, or ends a short one.
bool heads_item(const Document& document, const DateExpression& date, const Sentence& sentence) {
  const BlockLabel label = document.blocks[sentence.block].label;
  const bool heading = label == BlockLabel::kDateline || label == BlockLabel::kHeading ||
                       label == BlockLabel::kTitle;
  const IndexRange tokens = sentence.tokens;
  const bool ends = date.end_token == tokens.end && tokens.size() <= kItemHead;
  return heading && (date.first_token == tokens.begin || ends) &&
         document.tokens[tokens.begin].line_before;
}

}  // namespace

std::vector<Index> find_item_days(const Document& document, bool tale) {
  const Day published = document.published.latest;
  std::vector<Index> out;
  Day before = kNoDay;  // of the last one
  bool descends = true, ascends = !tale;
  for (Index i = 0; i < document.dates.size(); ++i) {
    const DateExpression& date = document.dates[i];
    const Sentence* sentence = sentence_with(document, date);
    if (sentence == nullptr || !heads_item(document, date, *sentence)) continue;
    const std::optional<DateValue> value = whole_day(document, date);
    if (!value || (published != kNoDay && value->latest > published)) continue;
    if (published != kNoDay && published - value->latest > kItemAge) return {};  // a chronicle
    // The posts of a forum, the oldest first, have their time.
    const bool timed = document.calendar_steps[date.end - 1].op == CalendarOp::kTimeOfDay;
    descends = descends && (out.empty() || value->latest <= before);
    ascends = ascends && timed && (out.empty() || value->latest >= before);
    before = value->latest;
    out.push_back(i);
  }
  if (out.size() < 2 || !(descends || ascends)) out.clear();
  return out;
}

std::optional<DateValue> weekday_of_dispatch(const Document& document, const DateExpression& date) {
  if (!names_weekday(document, date)) return std::nullopt;
  const Sentence* sentence = sentence_with(document, date);
  if (sentence == nullptr) return std::nullopt;
  const DateValue& day = document.published_of(document.blocks[sentence->block].section);
  const bool same =
      is_day(day) && weekday_of(day.earliest) == document.calendar_steps[date.begin].c;
  return same && heads_dispatch(document, date, *sentence) ? std::optional<DateValue>(day)
                                                           : std::nullopt;
}

void find_section_days(Document& document) {
  find_of_items(document);
  find_of_dispatches(document);
}

}  // namespace panchina
