#include "resolve/time/passage.h"

#include <algorithm>

#include "document/features.h"
#include "document/readings.h"
#include "resolve/fact/civil.h"
#include "resolve/fact/hit_place.h"
#include "resolve/time/published.h"
#include "resolve/time/tense.h"

namespace panchina {

Passage::Passage(const Document& document, const Lexicon& lexicon)
    : document_(document),
      lexicon_(lexicon),
      interim_(lexicon.find_list("interim")),
      birth_(lexicon.find_list("birth")),
      relative_(lexicon.find_list("relative")),
      copula_(lexicon.find_list("date_copula")),
      earlier_(lexicon.find_list("earlier")),
      then_(lexicon.find_list("walk_then")),
      tells_of_coaches_(document.sections.size(), false, document.scratch()) {
  for (const Clause& clause : document.clauses) {
    const Block& block = document.blocks[document.sentences[clause.sentence].block];
    if (!is_article(block.label)) continue;
    for (Index u = clause.units.begin; u < clause.units.end; ++u) {
      const Reading* role = reading_of(document, u, UnitKind::kRole);
      if (role != nullptr && lexicon.roles()[role->value].id == "head_coach") {
        tells_of_coaches_[block.section] = true;
      }
    }
  }
}

bool Passage::tells_of_coaches(const Hit& hit) const {
  return tells_of_coaches_[section_of(document_, hit)];
}

bool Passage::is_added(const Hit& hit, Index date_unit) const {
  const Clause* own = bracket_around(document_, date_unit);
  if (own == nullptr || own->units.contains(hit.units.begin)) return false;
  if (!lexicon_.in_list(document_.units[own->units.begin].word, relative_)) return false;
  for (Index u = own->units.begin; u < date_unit; ++u) {
    if (tells(u)) return true;
  }
  return false;
}

// `Rossi (arrivato nel 2004 al posto di Neri)`: in a bracket, behind a verb that is not the hit's.
bool Passage::is_bracketed(const Hit& hit, Index date_unit) const {
  const Clause* own = bracket_around(document_, date_unit);
  if (own == nullptr || own->units.contains(hit.units.begin)) return false;
  if (verb_of(document_, hit.trigger) == nullptr || own->units.contains(hit.trigger)) return false;
  for (Index u = own->units.begin; u < date_unit; ++u) {
    if (verb_of(document_, u) != nullptr) return true;
  }
  return false;
}

// A finite verb.
bool Passage::tells(Index unit) const {
  const VerbGroup* verb = verb_of(document_, unit);
  return verb != nullptr && verb->form == Form::kFinite;
}

// `Allena il Como dal 2015, prima di passare al Pisa`: no day told before it is its own.
bool Passage::comes_later(const Hit& hit) const {
  constexpr Index kReach = 2;  // units: `prima di`
  const VerbGroup* verb = verb_of(document_, hit.trigger);
  if (verb == nullptr || verb->form != Form::kInfinitive || hit.trigger < kReach) return false;
  return lexicon_.in_list(document_.units[hit.trigger - kReach].word, earlier_);
}

bool Passage::belongs_elsewhere(const Hit& hit, EventType type, Index date_unit, Index near) const {
  if (is_added(hit, date_unit)) return true;
  if (type == EventType::kTenure && is_bracketed(hit, date_unit)) return true;
  if (hit.trigger == kNoIndex) return false;
  if (date_unit < hit.trigger && comes_later(hit)) return true;
  const IndexRange clause = document_.clauses[hit.clause].units;
  if (!clause.contains(date_unit) || !clause.contains(hit.trigger)) return false;
  constexpr Index kOpening = 4;
  if (date_unit < clause.begin + kOpening) return false;
  int verbs = is_final_score(document_, hit.trigger) && opens_part(date_unit, clause.begin) ? 1 : 0;
  // `e nel 1999-2000 chiuse al nono posto`: the verb that tells what a noun stands for.
  const bool noun = type == EventType::kStanding && verb_of(document_, hit.trigger) == nullptr;
  for (Index u = std::min(date_unit, near) + 1; u < std::max(date_unit, near); ++u) {
    if (noun && u == hit.governor) continue;
    if (tells(u) && verbs-- == 0) return true;
  }
  return false;
}

bool Passage::opens_part(Index date_unit, Index from) const {
  constexpr Index kReach = 3;  // `; già nel 2012`
  constexpr std::uint32_t kMarks = kind_bit(UnitKind::kPunct) | kind_bit(UnitKind::kBreak);
  for (Index n = 1; n <= kReach && date_unit >= from + n; ++n) {
    if ((document_.units[date_unit - n].kinds & kMarks) != 0) return true;
  }
  return false;
}

bool Passage::is_news(const Hit& hit) const {
  if (document_.published.edtf.empty()) return false;
  constexpr Index kLead = 6;  // sentences of the body
  const Index sentence = sentence_of(document_, hit);
  const Block& block = document_.blocks[document_.sentences[sentence].block];
  const Section& section = document_.sections[block.section];
  Index before = 0;
  for (Index b = section.blocks.begin; b < section.blocks.end && before <= kLead; ++b) {
    const Block& other = document_.blocks[b];
    if (other.label != BlockLabel::kBody) continue;
    if (other.sentences.contains(sentence))
      return before + (sentence - other.sentences.begin) <= kLead && !is_past(hit) &&
             !is_told_on(hit);
    before += other.sentences.size();
    if (other.sentences.begin > sentence) break;
  }
  return block.label == BlockLabel::kTitle || block.label == BlockLabel::kHeading;
}

bool Passage::is_past(const Hit& hit) const {
  for (const Index unit : {hit.trigger, hit.governor}) {
    const VerbGroup* verb = verb_of(document_, unit);
    if (verb == nullptr) continue;
    // `Rossi, chiamato a salvare la squadra, …`: an aside.
    if (verb->form == Form::kParticiple && unit > 0 &&
        document_.tokens[document_.units[unit - 1].tokens.begin].mark == ',') {
      return true;
    }
    // `è stato il vice di Verdi`
    const bool was = verb->tense == Tense::kPast && lexicon_.in_list(verb->lemma, copula_);
    return was || verb->tense == Tense::kImperfect || verb->anterior;
  }
  return false;
}

bool Passage::is_told_on(const Hit& hit) const {
  constexpr Index kReach = 3;  // `poi, nel Lecco, diviene`
  const VerbGroup* verb = verb_of(document_, hit.trigger);
  if (verb == nullptr || verb->tense != Tense::kPresent) return false;
  const Index begin = document_.clauses[hit.clause].units.begin;
  for (Index n = 1; n <= kReach && hit.trigger >= begin + n; ++n) {
    if (lexicon_.in_list(document_.units[hit.trigger - n].word, then_)) return true;
  }
  return false;
}

bool Passage::names_old_date(IndexRange tokens, Day published) const {
  constexpr Day kRecently = 45;
  const IndexRange dates = dates_in(document_, tokens);
  for (Index i = dates.begin; i < dates.end; ++i) {
    const DateValue& value = document_.date_values[i];
    if (value.latest != kNoDay && value.latest + kRecently < published) return true;
  }
  return false;
}

bool Passage::is_current(const Hit& hit) const {
  if (document_.published.edtf.empty()) return false;
  for (const Index unit : {hit.trigger, hit.governor}) {
    const VerbGroup* verb = verb_of(document_, unit);
    if (verb != nullptr && (verb->tense == Tense::kImperfect || verb->tense == Tense::kPast)) {
      return false;
    }
  }
  const Sentence& sentence = document_.sentences[sentence_of(document_, hit)];
  const Day published = document_.published_of(section_of(document_, hit)).earliest;
  if (!hit.table) return !names_old_date(sentence.tokens, published);
  const Block& block = document_.blocks[sentence.block];
  if (names_old_date({block.tokens.begin, sentence.tokens.end}, published)) return false;
  if (block.heading != kNoIndex &&
      names_old_date(document_.blocks[block.heading].tokens, published)) {
    return false;
  }
  const Section& section = document_.sections[block.section];
  for (Index b = section.blocks.begin; b < section.blocks.end; ++b) {
    const Block& other = document_.blocks[b];
    if (other.label == BlockLabel::kBody) break;
    if (other.label == BlockLabel::kTitle && names_old_date(other.tokens, published)) {
      return false;
    }
  }
  return true;
}

bool Passage::is_interim(const Hit& hit, NormSpan replaced) const {
  const IndexRange tokens = document_.sentences[sentence_of(document_, hit)].tokens;
  for (Index t = tokens.begin; t < tokens.end; ++t) {
    const Token& token = document_.tokens[t];
    const bool relative = t > tokens.begin + 1 && lexicon_.in_list(token.word, relative_);
    if (relative && replaced.end != 0 && document_.tokens[t - 2].span.end == replaced.end)
      return false;
    if (lexicon_.in_list(token.word, interim_) && !club_between(hit, t)) return true;
  }
  return false;
}

// `Neri prende il posto di Bini, il Como ha scelto, ad interim, Rossi`: a club that the hit does
// not bind stands between it and the token.
bool Passage::club_between(const Hit& hit, Index token) const {
  const auto is_other = [&](Index unit) {
    return (document_.units[unit].kinds & kind_bit(UnitKind::kClub)) != 0 &&
           std::ranges::none_of(bindings_of(document_, hit),
                                [unit](const Binding& one) { return one.unit == unit; });
  };
  const IndexRange units = document_.clauses[hit.clause].units;
  Index last = hit.units.end;
  for (; last < units.end && document_.units[last].tokens.end <= token; ++last) {
    if (is_other(last)) return true;
  }
  return false;
}

bool Passage::is_birth(const DateExpression& date) const {
  constexpr Index kReach = 8;  // tokens
  const Index from = date.first_token > kReach ? date.first_token - kReach : 0;
  for (Index t = date.first_token; t > from; --t) {
    if (lexicon_.in_list(document_.tokens[t - 1].word, birth_)) return true;
  }
  // `Elio Bianchi (Como, 3 agosto 1958) è …`: a place and a date open the bracket.
  if (from == date.first_token || document_.tokens[date.first_token - 1].mark != ',') return false;
  for (Index t = date.first_token - 1; t > from; --t) {
    const Token& before = document_.tokens[t - 1];
    if (before.mark == '(') return t + 1 < date.first_token;
    if (before.kind != TokenKind::kWord) return false;
  }
  return false;
}

// The one calendar day among a few tokens, with the name of a club at most beside it.
ArgValue Passage::day_within(IndexRange tokens) const {
  constexpr Index kFew = 8;
  if (tokens.size() > kFew) return {};
  const IndexRange dates = dates_in(document_, tokens);
  if (dates.empty()) return {};
  const DateValue& value = document_.date_values[dates.begin];
  if (value.earliest == kNoDay || value.latest != value.earliest) return {};
  return value;
}

ArgValue Passage::day_above(const Hit& hit) const {
  const Block& block = document_.blocks[block_of(document_, hit)];
  if (block.label != BlockLabel::kBody) return {};
  // A day that the sentence names before it is nearer.
  const Index first = document_.sentences[sentence_of(document_, hit)].tokens.begin;
  if (!dates_in(document_, {first, token_of(document_, hit)}).empty()) return {};
  if (block.sentences.size() > 1 && sentence_of(document_, hit) > block.sentences.begin) {
    ArgValue day = day_within(document_.sentences[block.sentences.begin].tokens);
    if (!is_null(day)) return day;
  }
  if (block.heading == kNoIndex) return {};
  const Block& heading = document_.blocks[block.heading];
  if (heading.label != BlockLabel::kHeading || heading.sentences.size() != 1) return {};
  return day_within(document_.sentences[heading.sentences.begin].tokens);
}

// `Rossi, che era fermo da marzo, succede a Neri`, `Rossi, la scorsa stagione al Vado, ha preso`: a
// date of what stands between commas, or dashes, before the hit.
bool Passage::is_told_aside(const DateExpression& date, IndexRange within) const {
  const auto is_comma = [&](Index at) {
    return document_.tokens[at].mark == ',' || document_.tokens[at].mark == '-';
  };
  Index closes = date.end_token;
  while (closes < within.end && !is_comma(closes)) ++closes;
  if (closes >= within.end) return false;
  Index opens = date.first_token;
  while (opens > within.begin && !is_comma(opens - 1) && document_.tokens[opens - 1].mark != '.')
    --opens;
  if (opens == within.begin || !is_comma(opens - 1)) return false;
  const bool place = opens == date.first_token && closes > date.end_token + 1 &&
                     date.kind == DateKind::kSeason &&
                     lexicon_.preposition(document_.tokens[date.end_token].word) != kNoIndex;
  return place || lexicon_.in_list(document_.tokens[opens].word, relative_);
}

// A date of what a bracket that is over tells.
bool Passage::is_told_in_bracket(const DateExpression& date, IndexRange within) const {
  constexpr Index kReach = 24;  // tokens
  constexpr Index kBare = 2;    // words beside the date: `(il 30 agosto)`
  const auto mark_at = [&](Index at) { return document_.tokens[at].mark; };
  Index opens = date.first_token;
  const Index first = std::max(within.begin, opens > kReach ? opens - kReach : 0);
  while (opens > first && mark_at(opens - 1) != '(' && mark_at(opens - 1) != ')') --opens;
  if (opens == first || mark_at(opens - 1) != '(') return false;
  Index closes = date.end_token;
  const Index last = std::min(within.end, closes + kReach);
  while (closes < last && mark_at(closes) != ')') ++closes;
  return closes < last && (date.first_token - opens) + (closes - date.end_token) > kBare;
}

bool Passage::is_last_season(Index section, const DateExpression& date,
                             const DateValue& value) const {
  constexpr Day kReach = 400;
  const Day published = document_.published_of(section).earliest;
  const bool whole =
      date.kind == DateKind::kSeason || (is_year(value) && (date.features & kDateRelative) != 0);
  return whole && published != kNoDay && value.latest < published &&
         published - value.latest < kReach;
}

bool Passage::tells_pluperfect(IndexRange tokens) const {
  const std::span<const VerbGroup> verbs = verbs_in(document_, tokens);
  return !verbs.empty() && verbs.back().anterior;
}

}  // namespace panchina
