#include "resolve/time/diary.h"

#include <algorithm>
#include <limits>

#include "document/edtf.h"
#include "resolve/fact/civil.h"
#include "resolve/time/date_form.h"

namespace panchina {

namespace {

constexpr std::uint32_t kLead = 2;    // tokens before the date: a bullet, an article
constexpr int kEarliestYear = 100;    // a year of two digits is no year yet
constexpr Day kAhead = 4;             // a list of days to come begins soon
constexpr std::size_t kWeekdays = 2;  // that make a diary of a week

struct Entry {
  Index date = 0;
  int year = 0;  // 0: not said
  int month = 0, day = 0;
  int place() const { return month * 32 + day; }
};

using Entries = std::vector<Entry>;

// A date that stands alone in its sentence.
bool is_alone(const DateExpression& date, IndexRange sentence) {
  constexpr Index kAround = 1;  // tokens beside the date: a bullet, a mark
  return date.first_token <= sentence.begin + kAround && date.end_token + kAround >= sentence.end;
}

bool opens_line(const Document& document, const Sentence& sentence, Index index) {
  if (sentence.row || index == 0) return true;
  return document.sentences[index - 1].block != sentence.block;
}

// `14 agosto: prima giornata.`
bool heads_sentence(const Document& document, const Sentence& sentence,
                    const DateExpression& date) {
  return date.end_token < sentence.tokens.end && document.tokens[date.end_token].mark == ':';
}

// The dates that open a line of the section that begins at `sentence`, the page's own apart; moves
// past it.
Entries entries_of(const Document& document, Index& sentence, Index& date) {
  Entries out;
  const auto section_of = [&](Index i) {
    return document.blocks[document.sentences[i].block].section;
  };
  const Index section = section_of(sentence);
  for (; sentence < document.sentences.size() && section_of(sentence) == section; ++sentence) {
    const Sentence& here = document.sentences[sentence];
    while (date < document.dates.size() && document.dates[date].first_token < here.tokens.begin) {
      ++date;
    }
    if (date == document.dates.size()) continue;
    const DateExpression& first = document.dates[date];
    if (first.first_token >= std::min(here.tokens.begin + kLead, here.tokens.end) ||
        !(opens_line(document, here, sentence) || heads_sentence(document, here, first)) ||
        first.end != first.begin + 1 || !is_article(document.blocks[here.block].label) ||
        document.blocks[here.block].label == BlockLabel::kDateline) {
      continue;
    }
    const CalendarStep& step = document.calendar_steps[first.begin];
    const bool bare = step.direction == 0 && step.anchor == CalendarAnchor::kEither;
    const bool year = step.a == 0 || step.a >= kEarliestYear;
    if (step.op == CalendarOp::kPoint && step.b > 0 && bare && year) {
      out.push_back({date, step.a, step.b, step.c});
    }
  }
  return out;
}

// Years since the first entry's, where each lies after the one before; empty: they follow no order.
std::vector<int> years_since(const Entries& entries) {
  std::vector<int> out;
  int year = 0, turns = 0;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    if (i > 0 && entries[i].place() < entries[i - 1].place()) {
      ++year;
      ++turns;
    }
    out.push_back(year);
  }
  return turns > 1 ? std::vector<int>{} : out;
}

Day day_in(const Entry& entry, int year) {
  return to_day({year, entry.month, entry.day == 0 ? 1 : entry.day});
}

// The year of the first entry; 0: unknown.
int first_year(const Entries& entries, const std::vector<int>& since, const DateValue* season,
               Day published) {
  for (std::size_t i = 0; i < entries.size(); ++i) {
    if (entries[i].year > 0) return entries[i].year - since[i];
  }
  if (season != nullptr) {
    const int year = year_of(season->earliest);
    return day_in(entries.front(), year) >= season->earliest ? year : year + 1;
  }
  if (published == kNoDay) return 0;
  int best = 0;
  Day nearest = std::numeric_limits<Day>::max();
  for (int year = year_of(published) - 2; year <= year_of(published) + 1; ++year) {
    const Day begin = day_in(entries.front(), year);
    const Day end = day_in(entries.back(), year + since.back());
    const Day away = published < begin ? kAhead * (begin - published)
                     : published > end ? published - end
                                       : 0;
    if (away < nearest) {
      nearest = away;
      best = year;
    }
  }
  return best;
}

void add_dates(Entries entries, const DateValue* season, Day published, std::size_t least,
               std::vector<DiaryDate>& out) {
  if (entries.size() < least) return;
  std::vector<int> since = years_since(entries);
  if (since.empty()) {  // the newest first
    std::reverse(entries.begin(), entries.end());
    since = years_since(entries);
  }
  if (since.empty()) return;
  const int first = first_year(entries, since, season, published);
  if (first == 0) return;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const Entry& entry = entries[i];
    const int year = first + since[i];
    if (entry.year > 0) continue;
    if (entry.day == 0) {
      out.push_back({entry.date, month_value(year, entry.month)});
    } else if (is_calendar_day(year, entry.month, entry.day)) {
      out.push_back({entry.date, day_value(to_day({year, entry.month, entry.day}))});
    }
  }
}

}  // namespace

std::vector<DiaryDate> find_diary(const Document& document, const DateValue* season, Day published,
                                  std::size_t least) {
  std::vector<DiaryDate> out;
  Index sentence = 0, date = 0;
  while (sentence < document.sentences.size()) {
    add_dates(entries_of(document, sentence, date), season, published, least, out);
  }
  std::sort(out.begin(), out.end(),
            [](const DiaryDate& a, const DiaryDate& b) { return a.date < b.date; });
  return out;
}

std::vector<Index> find_entry_days(const Document& document) {
  std::vector<Index> out;
  std::vector<Index> weekdays;  // behind the first of them, or `Lunedì 19`
  Index sentence = 0;
  for (Index date = 0; date < document.dates.size(); ++date) {
    const DateExpression& one = document.dates[date];
    while (sentence < document.sentences.size() &&
           document.sentences[sentence].tokens.end <= one.first_token) {
      ++sentence;
    }
    if (sentence == document.sentences.size()) break;
    const IndexRange tokens = document.sentences[sentence].tokens;
    const BlockLabel label = document.blocks[document.sentences[sentence].block].label;
    const CalendarStep& step = document.calendar_steps[one.begin];
    const bool day = step.op == CalendarOp::kPoint && step.a == 0 && step.b > 0 && step.c > 0;
    const bool own = label != BlockLabel::kPageDate && is_article(label);
    if (!own || !is_alone(one, tokens)) continue;
    if (day) out.push_back(date);
    const bool numbered = step.op == CalendarOp::kWeekdayDay;
    const bool begun = !out.empty() || !weekdays.empty() || numbered;
    if (begun && opens_line(document, document.sentences[sentence], sentence) &&
        one.end == one.begin + 1 && (is_bare_weekday(step) || numbered)) {
      weekdays.push_back(date);
    }
  }
  if (weekdays.size() >= kWeekdays) {
    out.insert(out.end(), weekdays.begin(), weekdays.end());
    std::sort(out.begin(), out.end());
  }
  return out.size() > 1 ? out : std::vector<Index>{};
}

}  // namespace panchina
