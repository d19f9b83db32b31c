// Where ClubEvidence sees that a club's name is but a town's: datelines, births, provinces,
// referees and what a preposition makes of it.
#include <algorithm>

#include "annotate/club_evidence.h"
#include "document/features.h"

namespace panchina {
namespace {

constexpr int kRefereeWords = 3;  // so many make a page of referees

bool is_dash(const Context& context, Index i) { return context.is_mark(i, '-'); }

}  // namespace

// A referee word stands before in the sentence: `Arbitro: Ravenna di Treviglio`.
bool ClubEvidence::after_referee(Index i) const {
  // `ha diretto Como-Pavia`: a match.
  const auto joined = [&](Index dash, Index beside) {
    return is_dash(context_, dash) && context_.at(beside).has(kClubForm) &&
           !context_.token(dash).space_before;
  };
  // `(Bari-Lecce)` behind a name: the towns of his assistants.
  const bool enclosed =
      (context_.is_mark(i - 1, '(') && context_.is_mark(i + 3, ')') && joined(i + 1, i + 2)) ||
      (i > 3 && context_.is_mark(i + 1, ')') && context_.is_mark(i - 3, '(') &&
       joined(i - 1, i - 2));
  if (!referees_ && !enclosed && (joined(i + 1, i + 2) || (i > 1 && joined(i - 1, i - 2)))) {
    return false;
  }
  Index t = context_.before(i);
  for (int step = 0; t != kNoIndex && step < 14; ++step, t = context_.before(t)) {
    if (context_.is_mark(t, ';') || context_.is_mark(t, ')')) return false;
    if (context_.is_mark(t, '.') && step > 0 && context_.at(t + 1).has(kCapital) &&
        context_.token(t).span.begin > 0 && context_.token(t - 1).span.size() > 3) {
      return false;
    }
    if (context_.at(t).is(CueClass::kRefereeWord)) return true;
    if (context_.at(t).any(cue_bits(CueClass::kMasculineArticle)) && step == 0) return false;
  }
  return false;
}

// `PUNTO SERIE B / ROMA – Con il pareggio …`; not `DERBY / ROMA – LAZIO`.
bool ClubEvidence::behind_tag(Index before, IndexRange tokens) const {
  const Index after = context_.after(tokens.end - 1);
  return before != kNoIndex && after != kNoIndex && context_.is_mark(before, '/') &&
         context_.token(before).space_before && is_dash(context_, after) &&
         context_.token(after).space_before &&
         !context_.at(after + 1).has(kClubForm | kStrongClubForm) &&
         !context_.is_mention(after + 1, UnitKind::kScore);
}

// `VERONA, 4 mar. -`, `TARANTO –`, `PAGANI. Il cuore`: where the article was written.
bool ClubEvidence::dateline(IndexRange tokens) const {
  const TokenFacts& facts = context_.at(tokens.begin);
  if (facts.has(kInRow)) return false;
  const Index before = context_.before(tokens.begin);
  if (behind_tag(before, tokens)) return true;
  if (facts.has(kInTitle)) return place_and_day(tokens);
  const bool starts = before == kNoIndex || context_.token(tokens.begin).line_before ||
                      context_.is_mark(before, ')') || context_.is_mark(before, ']');
  const Index after = context_.after(tokens.end - 1);
  const bool upper =
      context_.token(tokens.begin).letters == LetterCase::kUpper && !facts.has(kCapsContext);
  // `il quindicinale della bassa - Suzzara, 20 novembre 1965`.
  if (!starts && before != kNoIndex && is_dash(context_, before) && before > 0 &&
      context_.token(before).space_before && context_.token(before - 1).kind == TokenKind::kWord &&
      !context_.at(before - 1).has(kCapital | kInMention)) {
    return place_and_day(tokens);
  }
  if (!starts) return false;
  if (after == kNoIndex) {
    // A sentence of its own: `PAGANI.` whose full stop belongs to it, or a heading.
    return upper;
  }
  if (is_dash(context_, after)) {
    // `Rosolini - Scordia`: a match.
    if (context_.together(after, after + 1) && context_.at(after + 1).has(kClubForm)) return false;
    return context_.token(after).space_before || upper;
  }
  if (context_.is_mark(after, '/')) {
    // `Bolzano/Bozen, 27.05.2021`.
    Index date = after;
    for (int step = 0; date != kNoIndex && step < 4; ++step) date = context_.after(date);
    return date != kNoIndex && context_.is_mention(date, UnitKind::kDate);
  }
  if (context_.is_mark(after, '.')) {
    return upper ||
           (facts.has(kPlaceForm) && opens_text(tokens.begin) && context_.after(after) == kNoIndex);
  }
  // `PALERMO Niente ztl`, a paragraph's first word.
  if (before == kNoIndex && upper && context_.at(after).has(kCapital) &&
      !context_.at(after).has(kCapsContext | kInPerson) &&
      context_.token(after).letters == LetterCase::kTitle) {
    return true;
  }
  if (context_.is_mark(after, ']') || context_.is_mark(after, '[')) return true;
  return place_and_day(tokens);
}

// `Torino. Sesto risultato utile`: whether the first running text of its section begins there.
bool ClubEvidence::opens_text(Index first) const {
  const Document& document = context_.document();
  const Index sentence = context_.at(first).sentence;
  if (sentence == kNoIndex) return false;
  Index b = document.sentences[sentence].block;
  const Block& block = document.blocks[b];
  if (block.tokens.begin != first || block.label != BlockLabel::kBody) return false;
  for (; b > document.sections[block.section].blocks.begin; --b) {
    if (document.blocks[b - 1].label == BlockLabel::kBody) return false;
  }
  return true;
}

// `Bolzano, 27 maggio 2021`, `Acireale, lì 12 dicembre 2019`.
bool ClubEvidence::place_and_day(IndexRange tokens) const {
  const Index comma = context_.after(tokens.end - 1);
  if (comma == kNoIndex || !context_.is_mark(comma, ',')) return false;
  Index date = context_.after(comma);
  // `SAVONA, 18. - `: the day alone.
  if (date != kNoIndex && context_.token(date).kind == TokenKind::kNumber &&
      context_.token(date).number <= 31 && context_.at(tokens.begin).has(kSentenceStart)) {
    Index dash = date + 1;
    if (context_.is_mark(dash, '.')) ++dash;
    if (is_dash(context_, dash) && context_.token(dash).space_before) return true;
  }
  // `Bolzano, li 27 maggio`; not `Bari, la domenica dei miracoli`.
  if (date != kNoIndex && !context_.is_mention(date, UnitKind::kDate) &&
      !context_.at(date).is(CueClass::kFeminineArticle) &&
      context_.token(date).letters == LetterCase::kLower && context_.token(date).span.size() <= 3) {
    date = context_.after(date);
  }
  return date != kNoIndex && context_.is_mention(date, UnitKind::kDate) &&
         (context_.mention_at(date)->features & (kDateDay | kDateMonth | kDateTime)) != 0 &&
         !context_.at(date).has(kCapital);
}

// `"Paolo Neri", Como.`: the town of a ground, whose name stands in quotes.
bool ClubEvidence::ground_before(IndexRange tokens) const {
  constexpr Index kName = 5;
  const Index comma = context_.before(tokens.begin);
  if (comma == kNoIndex || comma < 3 || !context_.is_mark(comma, ',') ||
      !context_.is_mark(comma - 1, '"') || !context_.together(comma - 2, tokens.begin)) {
    return false;
  }
  const Index after = context_.after(tokens.end - 1);
  if (after != kNoIndex && context_.token(after).kind != TokenKind::kPunct) return false;
  for (Index i = comma - 2; i + kName > comma && i > context_.tokens().begin; --i) {
    if (context_.is_mark(i, '"')) return i + 2 < comma;
    if (!context_.at(i).has(kCapital)) return false;
  }
  return false;
}

// `(Casale, 3 aprile 1893 - Bari, 11 novembre 1961)`: behind the day of birth.
bool ClubEvidence::died_there(IndexRange tokens) const {
  const Index dash = context_.before(tokens.begin);
  if (dash == kNoIndex || dash == 0 || !is_dash(context_, dash)) return false;
  const Mention* born = context_.mention_at(dash - 1);
  return born != nullptr && context_.is_mention(dash - 1, UnitKind::kDate) &&
         (born->features & kDateDay) != 0;
}

// `(Kispest, 4 maggio 1901 - Pallanza, 19 settembre 1974)`: where a life began.
bool ClubEvidence::life_begins(IndexRange tokens) const {
  const Index comma = context_.after(tokens.end - 1);
  if (comma == kNoIndex || !context_.is_mark(comma, ',')) return false;
  const Index date = context_.after(comma);
  const Mention* born = date == kNoIndex ? nullptr : context_.mention_at(date);
  if (born == nullptr || born->kind != UnitKind::kDate || (born->features & kDateDay) == 0) {
    return false;
  }
  const Index dash = context_.after(born->tokens.end - 1);
  return dash != kNoIndex && is_dash(context_, dash) && context_.after(dash) != kNoIndex &&
         context_.at(context_.after(dash)).has(kCapital);
}

// Whether a date follows, as in the dateline of an agency.
bool ClubEvidence::dated(IndexRange tokens) const {
  Index after = context_.after(tokens.end - 1);
  if (after != kNoIndex && context_.is_mark(after, ',')) after = context_.after(after);
  return after != kNoIndex && (context_.is_mention(after, UnitKind::kDate) ||
                               context_.token(after).kind == TokenKind::kNumber);
}

// `LUCCHESE –` cut off as the heading of what is told of it.
bool ClubEvidence::heads_item(IndexRange tokens) const {
  const Index after = context_.after(tokens.end - 1);
  return context_.token(tokens.begin).line_before &&
         context_.token(tokens.begin).letters == LetterCase::kUpper && after != kNoIndex &&
         is_dash(context_, after) && context_.after(after) == kNoIndex;
}

void ClubEvidence::count_items(const std::vector<ClubSpan>& spans) {
  std::vector<Index> clubs;
  for (const ClubSpan& span : spans) {
    if (span.nation || dated(span.tokens)) continue;
    if (!dateline(span.tokens) && !heads_item(span.tokens)) continue;
    if (std::find(clubs.begin(), clubs.end(), span.club) == clubs.end()) clubs.push_back(span.club);
    if (clubs.size() >= 3) break;
  }
  round_up_ = clubs.size() >= 3;
}

// `Piombino (LI)`: a town's province.
bool ClubEvidence::province_follows(IndexRange tokens) const {
  const Index open = context_.after(tokens.end - 1);
  if (open == kNoIndex || !context_.is_mark(open, '(') || !context_.together(open, open + 2)) {
    return false;
  }
  const Token& code = context_.token(open + 1);
  return code.kind == TokenKind::kWord && code.letters == LetterCase::kUpper &&
         code.span.size() == 2 && context_.is_mark(open + 2, ')');
}

// `(2 marzo 1919, Trani - 3 giugno 1996, Bari)`: the day of a birth or death stands before.
bool ClubEvidence::born_on(IndexRange tokens) const {
  const Index comma = context_.before(tokens.begin);
  const Index end = context_.after(tokens.end - 1);
  if (comma == kNoIndex || end == kNoIndex || !context_.is_mark(comma, ',')) return false;
  if (!context_.is_mark(end, ')') && !is_dash(context_, end)) return false;
  const Index date = context_.before(comma);
  if (date == kNoIndex || !context_.is_mention(date, UnitKind::kDate)) return false;
  const Mention* mention = context_.mention_at(date);
  if ((mention->features & kDateDay) == 0) return false;
  const Index open = context_.before(mention->tokens.begin);
  return open != kNoIndex && (context_.is_mark(open, '(') || is_dash(context_, open));
}

// `(Trani, 1976)` behind a person, `Tempio, 25-2-1965.` as a sentence: born there and then.
bool ClubEvidence::birth(IndexRange tokens) const {
  if (born_on(tokens)) return true;
  const Index comma = context_.after(tokens.end - 1);
  if (comma == kNoIndex || !context_.is_mark(comma, ',')) return false;
  const Index date = context_.after(comma);
  if (date == kNoIndex || !context_.is_mention(date, UnitKind::kDate)) return false;
  const Mention* mention = context_.mention_at(date);
  if ((mention->features & (kDateRange | kDateSeason)) != 0) return false;
  const Index before = context_.before(tokens.begin);
  const Index behind = context_.after(mention->tokens.end - 1);
  const bool ends = behind == kNoIndex || context_.is_mark(behind, '.');
  if (before == kNoIndex || context_.is_mark(before, '.')) return ends;
  if (!context_.is_mark(before, '(')) return false;
  const Index name = context_.before(before);
  return name != kNoIndex && context_.at(name).has(kInPerson) && behind != kNoIndex &&
         (context_.is_mark(behind, ')') || context_.is_mark(behind, '-'));
}

// `ANCONA-RIMINI: Palermo (Terni); Livorno-Pistoia; IV Vicenza`: whom a page of referees names
// behind the colon of a fixture.
bool ClubEvidence::named_referee(IndexRange tokens) const {
  if (!referees_) return false;
  if (has_article(tokens)) return false;
  bool dash = false;
  const IndexRange sentence =
      context_.document().sentences[context_.at(tokens.begin).sentence].tokens;
  bool colon = false;
  for (Index i = sentence.begin; i < tokens.begin; ++i) {
    dash = dash || (!colon && context_.is_mark(i, '-'));
    colon = colon || context_.is_mark(i, ':');
  }
  if (dash && colon) return true;
  // `Grosseto (Bari)`: his section.
  const Index open = context_.before(tokens.begin);
  if (open != kNoIndex && open > 0 && context_.is_mark(open, '(') &&
      std::binary_search(referee_names_.begin(), referee_names_.end(),
                         context_.at(open - 1).name)) {
    return true;
  }
  return tokens.size() == 1 && std::binary_search(referee_names_.begin(), referee_names_.end(),
                                                  context_.at(tokens.begin).name);
}

void ClubEvidence::find_referees(const std::vector<ClubSpan>& spans) {
  int words = 0;
  for (const Index i : context_.sought()) words += context_.at(i).is(CueClass::kRefereeWord);
  referees_ = words >= kRefereeWords;
  referee_names_.clear();
  if (!referees_) return;
  // `Palermo (Terni)`, `Latina (Roma 2)`: a name and its section.
  for (const ClubSpan& span : spans) {
    const Index open = span.tokens.end;
    if (span.tokens.size() != 1 || !context_.is_mark(open, '(')) continue;
    if (!context_.together(open, open + 2) || !context_.at(open + 1).has(kTown)) continue;
    Index close = context_.at(open + 1).town_end;
    if (context_.together(open, close) && context_.token(close).kind == TokenKind::kNumber) ++close;
    if (context_.together(open, close) && context_.is_mark(close, ')')) {
      referee_names_.push_back(context_.at(span.tokens.begin).name);
    }
  }
  std::sort(referee_names_.begin(), referee_names_.end());
}

ClubWeight ClubEvidence::judge_place(IndexRange tokens) const {
  const Index before = context_.before(tokens.begin);
  if (before == kNoIndex) return ClubWeight::kBare;
  const TokenFacts& left = context_.at(before);
  if (left.is(CueClass::kFeminineArticle) && context_.at(tokens.begin).has(kPlaceForm)) {
    return ClubWeight::kPlace;
  }
  const Index noun = context_.before(before);
  // `il treno per Ancona`.
  if (left.is(CueClass::kScorePreposition) && noun != kNoIndex &&
      context_.at(noun).is(CueClass::kJourney) && context_.at(tokens.begin).has(kPlaceForm)) {
    return ClubWeight::kPlace;
  }
  if (!left.is(CueClass::kPlacePreposition)) return ClubWeight::kBare;
  if (noun == kNoIndex) return ClubWeight::kPlace;
  // `le maglie di Pescara`, `nelle giovanili di Cesena`, `ex di Catania`.
  if (context_.at(noun).any(
          cue_bits(CueClass::kClubContext, CueClass::kYouthSide, CueClass::kFormer))) {
    return ClubWeight::kCue;
  }
  // `un anno di Castelsardo`.
  if (left.is(CueClass::kParticle) && context_.at(noun).is(CueClass::kSpell)) {
    return ClubWeight::kCue;
  }
  // `l'ex tecnico di Cesena e Livorno`, not `il tecnico di Russi`, who was born there.
  const Index former = context_.before(noun);
  if (context_.at(noun).is(CueClass::kPersonHead) && former != kNoIndex &&
      context_.at(former).is(CueClass::kFormer)) {
    return ClubWeight::kCue;
  }
  return ClubWeight::kPlace;
}

}  // namespace panchina
