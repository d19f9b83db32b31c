// Document: one article and all its layers, by value. A stage reads older layers and fills exactly
// its own. Thread rule: belongs to one worker; clear() keeps the memory for the next article.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/arena.h"
#include "document/calendar.h"
#include "document/event.h"
#include "document/layers.h"
#include "document/verb_group.h"
#include "text/text.h"

namespace panchina {

// Where a publication date was found, strongest first.
enum class PublishedFrom : std::uint8_t {
  kNone,
  kRecord,
  kMetadata,
  kHtml,
  kDateline,
  kUrl,
  kOption
};

// What is known of an article beside its text.
struct ArticleInfo {
  std::string doc;    // id
  std::string title;  // given by the record or metadata; empty: none
  std::string url;
  std::string sha256;          // of the source bytes, hex
  std::string encoding;        // "utf-8", "windows-1252", ...
  std::uint32_t replaced = 0;  // bad bytes that became U+FFFD
  bool truncated = false;
  std::string path_bytes;  // hex of the path where it is no UTF-8; empty: it is
  // Publication date as given by record, metadata or HTML, the strongest of them (an EDTF day,
  // `2024-03-12`); empty: none given. A dateline in the text does not change it.
  std::string given_published;
  PublishedFrom given_from = PublishedFrom::kNone;
  // The one of the URL or the option, used where neither given_published nor the text has one.
  std::string fallback_published;
  PublishedFrom fallback_from = PublishedFrom::kNone;
};

// How a slot came to its unit, or to none.
enum class Bound : std::uint8_t {
  kMention,
  kPronoun,  // `unit` is a pronoun (`lui`, `egli`)
  kClitic,   // no unit: the clitic of the trigger's verb group (`lo ha esonerato`)
  kHole,     // no unit: `{person?:x}` where nothing stands, a null subject
};

// A rule bound to units: see match/ for who makes it, resolve/ for who reads it. A slot stands at
// most once among the bindings of a hit: a list (`{club+:clubs}`) has been split into one hit for
// each member, which share `group`, trigger and all other bindings; a slot that the passage does
// not fill (an adjunct that is not there) has no binding.
struct Binding {
  Index slot = 0;            // index in the rule's slots
  Index unit = kNoIndex;     // kNoIndex: a hole (`{person?:x}` bound to nothing)
  Index reading = kNoIndex;  // in Document::readings
  Bound bound = Bound::kMention;
};
struct Hit {
  Index rule = 0;  // index in RuleSet::events, or in RuleSet::tables
  bool table = false;
  Index clause = 0;           // in Document::clauses
  IndexRange units;           // what it covers, adjuncts included
  Index trigger = kNoIndex;   // unit of the trigger; its verb group gives factuality
  Index governor = kNoIndex;  // of a trigger that is no verb: the nearest verb unit of its clause
  IndexRange bindings;        // in Document::bindings
  Index group = 0;            // index of the first hit of the same match
  std::uint32_t rank = 0;     // table rules: place of the row's first club, ties shared; else 0
  std::uint32_t gap = 0;      // units that gaps crossed
};

struct Document {
  mutable OwnArena event_memory;  // of what stands in `events`
  mutable OwnArena stage_memory;  // of what a stage needs while it runs
  ArticleInfo info;
  Text text;
  // scan
  std::vector<Token> tokens;
  std::vector<LexiconHit> lexicon_hits;
  // segment
  std::vector<Section> sections;
  std::vector<Block> blocks;
  std::vector<Sentence> sentences;
  // annotate
  std::vector<Unit> units;
  std::vector<Reading> readings;
  std::vector<Clause> clauses;  // main clauses in text order, a bracket's inside right after the
                                // clause that holds it
  std::vector<VerbGroup> verbs;
  std::vector<Name> names;
  std::vector<Descriptor> descriptors;
  std::vector<Score> scores;
  std::vector<Balance> balances;
  std::vector<std::string> unknown_clubs;  // slugs with their `?`
  std::vector<std::string> unknown_cups;   // the same of competitions
  std::vector<CalendarStep> calendar_steps;
  std::vector<DateExpression> dates;  // in text order
  // match
  std::vector<Hit> hits;
  std::vector<Binding> bindings;
  // resolve
  DateValue published;
  PublishedFrom published_from = PublishedFrom::kNone;
  // By section, where a page holds several articles: the day at the head of each; empty edtf: none.
  std::vector<DateValue> section_published;
  std::vector<DateValue> date_values;  // one for each of `dates`; empty edtf: no value (no anchor)
  std::vector<Event> events;

  // The day of publication of what stands in a section.
  const DateValue& published_of(Index section) const {
    const bool own = section < section_published.size() && !section_published[section].edtf.empty();
    return own ? section_published[section] : published;
  }

  // Where the lists inside events stand. Whoever makes events for the document names it.
  Memory* memory() const { return event_memory.get(); }
  // For what one stage alone needs. The stage that asks for it resets it when it ends.
  Memory* scratch() const { return stage_memory.get(); }

  // Whether the article is so large that what a worker grew for it is given back at once, not kept
  // for the next one.
  bool is_large() const { return text.raw().size() > std::size_t{1} << 20; }

  void clear();
  // Gives back the memory of what only the stages up to resolve read: all that the writers need
  // stays. For a large article, of which a writer makes many times its bytes.
  void release_layers();
};

// The first reading of that kind; null: none, or the unit is kNoIndex. Asked ten times and more of
// each unit: inline, for most have none.
inline const Reading* reading_of(const Document& document, Index unit, UnitKind kind) {
  if (unit == kNoIndex) return nullptr;
  const Unit& one = document.units[unit];
  if ((one.kinds & kind_bit(kind)) == 0) return nullptr;
  for (Index r = one.readings.begin; r < one.readings.end; ++r) {
    if (document.readings[r].kind == kind) return &document.readings[r];
  }
  return nullptr;
}
// The dates that begin among those tokens, as indices in Document::dates.
IndexRange dates_in(const Document& document, IndexRange tokens);
// The sentence that holds a token, else the first behind it; past the end: none.
Index sentence_at(const Document& document, Index token);

// Whether a unit is a score of a whole match, neither of half of it nor of penalties.
bool is_final_score(const Document& document, Index unit);
// `(1-2)`: whether the unit is a bracket that holds such a score.
bool is_scored_bracket(const Document& document, Index unit);

// The verb group that a unit may be read as; null: none, or the unit is kNoIndex.
inline const VerbGroup* verb_of(const Document& document, Index unit) {
  const Reading* verb = reading_of(document, unit, UnitKind::kVerb);
  return verb == nullptr ? nullptr : &document.verbs[verb->value];
}

}  // namespace panchina
