// StoryWalk: the sentences and asides that dates stand in, the heads above them, and where each
// date leaves the story.
#include <algorithm>

#include "document/edtf.h"
#include "document/features.h"
#include "resolve/fact/civil.h"
#include "resolve/time/date_form.h"
#include "resolve/time/story_walk.h"

namespace panchina {
namespace {

constexpr Day kShortestMonth = 27;
constexpr Day kYears = 400;       // a span of years is longer
constexpr Day kYearSeason = 100;  // a summer is shorter

}  // namespace

void StoryWalk::enter_sentence(Index token) {
  const auto& sentences = document_.sentences;
  Index now = sentence_;
  while (now < sentences.size() && sentences[now].tokens.end <= token) ++now;
  if (now == sentence_ && started_) return;
  if (started_ && brackets_ > 0) restore();
  const Index old_block =
      started_ && sentence_ < sentences.size() ? sentences[sentence_].block : kNoIndex;
  sentence_ = now;
  started_ = true;
  bracket_at_ = now < sentences.size() ? sentences[now].tokens.begin : token;
  brackets_ = 0;
  find_dashes();
  if (now >= sentences.size()) return;
  const Index block = sentences[now].block;
  const Index section = block < document_.blocks.size() ? document_.blocks[block].section : 0;
  if (section != section_) {
    section_ = section;
    published_ =
        document_.published.edtf.empty() ? page_published_ : document_.published_of(section);
    story_ = tale_told_ = recent_ = day_ = any_day_ = ahead_ = ToldDate{};
    has_season_ = entry_ = false;
  }
  if (sentences[now].row || block != old_block) has_season_ = false;
  if (is_item(sentences[now])) {
    story_ = recent_ = day_ = any_day_ = ToldDate{};
  }
  if (head_block_ != kNoIndex && block != head_block_ && block != old_block &&
      !(head_alone_ && block == head_block_ + 1)) {
    head_block_ = kNoIndex;
  }
}

// `- Il Lecce non vince dal 1987.`: an item of news, which goes on with nothing told above it.
bool StoryWalk::is_item(const Sentence& sentence) const {
  const Token& first = document_.tokens[sentence.tokens.begin];
  const bool bullet = first.mark == '-' || first.mark == '*' || first.mark == '\1';
  return !published_.edtf.empty() && bullet && first.line_before;
}

// Brackets between dashes that add something of somebody (`- che giocò nel Lecco nel 1998 -`).
void StoryWalk::find_dashes() {
  dashes_.clear();
  auto clause = std::ranges::lower_bound(document_.clauses, sentence_, {}, &Clause::sentence);
  for (; clause != document_.clauses.end() && clause->sentence == sentence_; ++clause) {
    if (clause->parent == kNoIndex || clause->units.empty()) continue;
    const IndexRange tokens = document_.units[clause->parent].tokens;
    if (document_.tokens[tokens.begin].mark == '-' &&
        lexicon_.in_list(document_.units[clause->units.begin].word, relative_)) {
      dashes_.push_back(tokens);
    }
  }
}

// Dates in brackets are asides: they leave the story where it was.
void StoryWalk::track_brackets(Index token) {
  for (; bracket_at_ < token; ++bracket_at_) {
    const char mark = document_.tokens[bracket_at_].mark;
    const auto opens = [&](IndexRange pair) { return pair.begin == bracket_at_; };
    const auto closes = [&](IndexRange pair) { return pair.end == bracket_at_ + 1; };
    if (mark == '(' || (mark == '-' && std::ranges::any_of(dashes_, opens))) {
      if (brackets_++ == 0) remember();
    } else if (mark == ')' || (mark == '-' && std::ranges::any_of(dashes_, closes))) {
      if (brackets_ > 0 && --brackets_ == 0) restore();
    }
  }
}

// `era arrivato nel 1994`, `morto nel 1944`, `dal 1998 al 2002, con la coppa del 2000`: behind
// what is being told, or within it.
bool StoryWalk::is_aside(const DateExpression& date, const DateValue& value,
                         const DateTense& tense) const {
  if (!story_.known) return false;
  const ToldDate& told = story_.aside ? main_ : story_;
  const bool years = told.value.latest - told.value.earliest > kYears;
  if (years && told.sentence == sentence_ && value.earliest >= told.value.earliest &&
      value.latest < told.value.latest) {
    return true;
  }
  // `lo rimpiazzò il vecchio Neri, che ricordavamo per il 4-0 del 1958`
  const bool of_old = is_year(value) && tense.attribute && (date.features & kDateFrom) == 0 &&
                      told.value.earliest - value.latest > kTaleBefore;
  return value.latest < told.value.earliest && (tense.anterior || tense.participle || of_old);
}

void StoryWalk::remember() {
  outer_story_ = story_;
  outer_main_ = main_;
}

void StoryWalk::restore() {
  // `Quattro stagioni a Lecce (2010-2014)` moves a tale on; so does `poi il Sorrento
  // (gennaio-giugno 2011).`, where it ends the sentence.
  const ToldDate& told = story_;
  const bool tale = tale_ || page_published_.edtf.empty();
  if (tale && told.known && outer_story_.known && told.value.latest > outer_story_.value.latest &&
      (told.value.latest - told.value.earliest > kYears || bracket_ends_sentence(told))) {
    return;
  }
  main_ = outer_main_;
  if (outer_story_.known || !published_.edtf.empty()) story_ = outer_story_;
}

// Whether the bracket around the date ends its sentence.
bool StoryWalk::bracket_ends_sentence(const ToldDate& told) const {
  if (told.date == kNoIndex || told.sentence >= document_.sentences.size()) return false;
  const Index end = document_.sentences[told.sentence].tokens.end;
  Index at = document_.dates[told.date].end_token;
  while (at < end && document_.tokens[at].mark != ')') ++at;
  return at < end && at + 2 >= end;
}

Index StoryWalk::block() const {
  return sentence_ < document_.sentences.size() ? document_.sentences[sentence_].block : kNoIndex;
}

// Moves the story to a date, unless it leaves the story where it was.
void StoryWalk::update(Index index, const DateValue& value, const DateTense& tense,
                       bool narrative) {
  const DateExpression& date = document_.dates[index];
  if (value.earliest == kNoDay || value.latest == kNoDay) return;
  const Day published = published_.earliest;
  // `Pareggiò Bassi, oggi pensionato`: a tale stays where it was.
  if (tale_ && (date.features & kDateRelative) != 0 && is_day(value) &&
      value.earliest == published) {
    return;
  }
  const bool aside = is_aside(date, value, tense);
  if (aside && !story_.aside) main_ = story_;
  ToldDate told{.value = value,
                .known = true,
                .sentence = sentence_,
                .block = block(),
                .birth = tense.birth,
                .date = index};
  const DateValue last = last_point(value);
  const Day days = last.latest - last.earliest;
  const bool month = days >= kShortestMonth && days <= kMonth;
  told.heads = month && heads_passage(date);
  if (told.heads) day_ = any_day_ = ToldDate{};
  if (days == 0 || month) recent_ = told;  // no week
  if (is_day(last) && !tense.birth) any_day_ = told;
  if (published != kNoDay && value.earliest > published) {
    if (!tense.birth) ahead_ = told;
    return;
  }
  if (leaves_story(date, value, tense, month)) return;
  if (is_day(last) && !tense.birth) day_ = told;
  see_heads(date, value);
  see_season(date, value);
  describe(told, date, tense);
  told.aside = aside;
  told.narrative = narrative;
  story_ = told;
  if (published != kNoDay && published - value.latest > kTaleBefore) tale_told_ = told;
}

// Whether a date of what was leaves the story where it is. `month`: it is so long.
bool StoryWalk::leaves_story(const DateExpression& date, const DateValue& value,
                             const DateTense& tense, bool month) const {
  const Day published = published_.earliest;
  const bool open = !says_year(document_, date);
  // `portava la sciarpa anche a maggio`, below a title that names the season: a habit in it.
  const bool of_title = has_title_season_ && is_inside(value, title_season_);
  if (open && month && tense.description && of_title) return true;
  // `resterà fino al 1953`, where the text writes later years: all that is past.
  const bool bygone = year_of(value.latest) < last_year_;
  if ((date.features & kDateUntil) != 0 &&
      (published == kNoDay ? !bygone && (tense.present || tense.direction == Direction::kFuture)
                           : value.latest >= published)) {
    return true;
  }
  if (!story_.known) return false;
  // `Nel 1985 firmò fino al 1988. A novembre …`: no more does the end of a contract.
  if (tense.term && value.earliest > story_.value.latest) return true;
  // `il 22 ottobre 2002; a fine anno …`, `la stagione 1981-82; quell'anno …`: a day's own year, and
  // one of a season's two, moves it not.
  const bool of_season = is_football_season(story_.value) &&
                         value.earliest <= story_.value.latest &&
                         value.latest >= story_.value.earliest;
  const bool own_year = is_year(value) && (date.features & kDateRelative) != 0 &&
                        (is_day(story_.value) ? is_inside(story_.value, value) : of_season);
  if (own_year) return true;
  // Somebody's birth, and what is seen backwards, leave the story where it was.
  if (value.latest >= story_.value.earliest) return false;
  const bool far_aside = tense.anterior && story_.value.earliest - value.latest > kLongBefore;
  const bool told_of_old = published == kNoDay || published - story_.value.latest > kTaleBefore;
  if (told_of_old && (tense.birth || far_aside)) return true;
  if (open && looks_back(document_, date)) return true;
  const bool lasting = tense.present ? open : tense.description;
  return lasting && (date.features & (kDateFrom | kDateUntil)) != 0;
}

// What the words of a date say of the story that it moves.
void StoryWalk::describe(ToldDate& told, const DateExpression& date, const DateTense& tense) const {
  const Day published = published_.earliest;
  const bool open = !says_year(document_, date);
  const bool from = (date.features & kDateFrom) != 0;
  const bool year = is_year(told.value);
  told.anterior = tense.anterior;
  told.participle = tense.participle;
  told.entered = tense.entering && year && !open;
  told.won = year && !told.entered && !tense.birth &&
             tenses_.tells_placing(document_.sentences[sentence_].tokens);
  told.description = tense.description;
  told.remote = tense.remote;
  told.dated = !open || (story_.dated && story_.sentence == sentence_);
  told.state = from && (tense.present || tense.description);
  told.lack = told.state && tense.negative;
  const bool goes_on = story_.vivid && story_.block == told.block && !tense.perfect &&
                       (tense.present || tense.direction == Direction::kNearest);
  told.vivid = published != kNoDay && published - told.value.latest > kAwayBefore && !from &&
               (goes_on || (!open && tense.direction == Direction::kFutureIfNear));
  told.since = from && !tense.remote && !tense.description;
}

// What stands under the date, where it heads a passage.
void StoryWalk::see_heads(const DateExpression& date, const DateValue& value) {
  if (is_head_day(date, value)) head_day_block_ = block();
  const bool year = is_year(value) && heads_passage(date);
  const bool season = is_football_season(value) && heads_with_season(date);
  if (!year && !season) return;
  head_ = value;
  day_ = any_day_ = ToldDate{};
  head_block_ = block();
  head_alone_ = season || document_.sentences[sentence_].tokens.end <= date.end_token + 1;
}

// A season holds for a while, until a date outside it.
void StoryWalk::see_season(const DateExpression& date, const DateValue& value) {
  if (is_football_season(value) || date.kind == DateKind::kSeason) {
    season_ = value;
    season_sentence_ = sentence_;
    season_aside_ = brackets_ > 0;
    has_season_ = true;
  } else if (has_season_ &&
             (value.latest < season_.earliest || value.earliest > season_.latest ||
              (value.latest > season_.latest && value.latest - value.earliest < kYearSeason) ||
              // `Bene nel '79-80. Nell'80 tornò a Bari. A novembre …`
              (is_year(value) && value.latest > season_.latest && sentence_ > season_sentence_))) {
    has_season_ = false;
  }
}

bool StoryWalk::is_head_day(const DateExpression& date, const DateValue& value) const {
  return is_day(value) && says_year(document_, date) && published_.earliest != kNoDay &&
         published_.earliest - value.latest > kTaleBefore && heads_passage(date) &&
         document_.sentences[sentence_].tokens.end <= date.end_token + 1;
}

// `1) 2014/15 - Lecce-Bari`, `Stagione 1973-74` in a heading.
bool StoryWalk::heads_with_season(const DateExpression& date) const {
  constexpr Index kLead = 3;  // tokens before it
  if (sentence_ >= document_.sentences.size() || document_.blocks.empty()) return false;
  const Sentence& sentence = document_.sentences[sentence_];
  return document_.blocks[sentence.block].label == BlockLabel::kHeading &&
         date.first_token <= sentence.tokens.begin + kLead;
}

// `1979.`, `1922 – Campioni d'Italia!`: a year that heads its paragraph or stands above one.
bool StoryWalk::heads_passage(const DateExpression& date) const {
  if (sentence_ >= document_.sentences.size()) return false;
  const auto& sentence = document_.sentences[sentence_];
  // `1965. Arriva Neri. 1966. A maggio …`: a sentence of its own.
  const bool alone = sentence_ > 0 && sentence.tokens.end == date.end_token + 1 &&
                     document_.tokens[date.end_token].mark == '.';
  const bool opens = alone || sentence_ == 0 ||
                     document_.sentences[sentence_ - 1].block != sentence.block ||
                     document_.tokens[date.first_token].line_before;
  if (!opens || date.first_token != sentence.tokens.begin) return false;
  if (date.end_token >= sentence.tokens.end) return true;
  const char mark = document_.tokens[date.end_token].mark;
  return mark == '.' || mark == ':' || mark == '-';
}

}  // namespace panchina
