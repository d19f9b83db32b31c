#include "annotate/club_evidence.h"

#include <algorithm>

#include "document/features.h"
#include "text/fold.h"

namespace panchina {
namespace {

bool is_dash(const Context& context, Index i) { return context.is_mark(i, '-'); }

}  // namespace

bool ClubEvidence::has_article(IndexRange tokens) const {
  Index before = context_.before(tokens.begin);
  if (before == kNoIndex) return false;
  if (context_.is_mark(before, '"') || context_.is_mark(before, '\'')) {
    before = context_.before(before);
    if (before == kNoIndex) return false;
  }
  const TokenFacts& facts = context_.at(before);
  if (facts.is(CueClass::kNewWord)) {
    before = context_.before(before);
    return before != kNoIndex && context_.at(before).is(CueClass::kMasculineArticle);
  }
  if (facts.any(cue_bits(CueClass::kMasculineArticle, CueClass::kElidedArticle))) return true;
  // `la Roma`, not `la Bari bene`: a club named like a town is masculine but for a few.
  return facts.is(CueClass::kFeminineArticle) &&
         (context_.at(tokens.begin).is(CueClass::kFeminineClub) ||
          !context_.at(tokens.begin).has(kPlaceForm));
}

bool ClubEvidence::result_follows(Index i) const {
  // `finisce in parità Tavernola-Bellagina (1-1)`.
  if (context_.is_mark(i, '(') && context_.together(i, i + 1) &&
      context_.is_mention(i + 1, UnitKind::kScore)) {
    return true;
  }
  for (int step = 0; i != kNoIndex && step < 12; ++step, i = context_.after(i)) {
    if (context_.is_mention(i, UnitKind::kScore)) return true;
    const Token& token = context_.token(i);
    if (token.kind == TokenKind::kPunct && (token.mark == '.' || token.mark == 1)) continue;
    if (context_.at(i).has(kInRow) && token.kind == TokenKind::kNumber) return true;
    return false;
  }
  return false;
}

bool ClubEvidence::score_before(Index i) const {
  Index t = context_.before(i);
  const bool against = t != kNoIndex && context_.at(t).is(CueClass::kToArticle);
  // `3-0 in finale al Ross County`.
  if (against && t > 2 && context_.together(t - 3, t) &&
      context_.at(t - 2).is(CueClass::kPlacePreposition) &&
      context_.token(t - 1).letters == LetterCase::kLower &&
      context_.is_mention(t - 3, UnitKind::kScore)) {
    return true;
  }
  for (int step = 0; t != kNoIndex && step < 2; ++step, t = context_.before(t)) {
    if (context_.is_mention(t, UnitKind::kScore)) {
      if (against) return true;
      // `espugnò per 2-1 l'Aragona`: a ground.
      const Index first = context_.mention_at(t)->tokens.begin;
      const Index before = context_.before(first);
      return before == kNoIndex || !context_.at(before).is(CueClass::kScorePreposition);
    }
    if (!context_.at(t).any(cue_bits(CueClass::kMasculineArticle, CueClass::kFeminineArticle,
                                     CueClass::kElidedArticle, CueClass::kToArticle))) {
      return false;
    }
  }
  return false;
}

// `Vado: transazione con …`, `CHIETI, CHI FA DA SÉ`: it opens a heading, or a short item.
bool ClubEvidence::opens_item(IndexRange tokens) const {
  const TokenFacts& facts = context_.at(tokens.begin);
  if (!facts.has(kSentenceStart | kSoftStart)) return false;
  if (facts.has(kInTitle)) return true;
  const Index after = context_.after(tokens.end - 1);
  return after != kNoIndex && (context_.is_mark(after, ',') || context_.is_mark(after, ':'));
}

// `Formazioni. Spezia: …`, `PROBABILE FORMAZIONE - COMO: …`: the mark behind a label that opens the
// sentence.
bool ClubEvidence::behind_label(Index mark) const {
  constexpr Index kLabel = 4;  // tokens
  if (context_.token(mark).kind != TokenKind::kPunct) return false;
  if (!context_.is_mark(mark, '.') && !context_.is_mark(mark, ':') && !is_dash(context_, mark)) {
    return false;
  }
  Index i = context_.before(mark);
  bool side = false;
  for (Index step = 0; i != kNoIndex && step < kLabel; ++step, i = context_.before(i)) {
    if (context_.token(i).kind != TokenKind::kWord || context_.at(i).has(kClubForm)) return false;
    side = side || context_.at(i).is(CueClass::kLineupLabel);
    if (context_.token(i).line_before || context_.before(i) == kNoIndex) return side;
  }
  return false;
}

bool ClubEvidence::lineup_head(IndexRange tokens) const {
  const Index before = context_.before(tokens.begin);
  // `LECCO: Bini, … All. Rossi. COMO: Poli`: both line-ups in one paragraph.
  const bool second = before != kNoIndex && context_.is_mark(before, '.') &&
                      context_.at(tokens.begin).has(kInLineup);
  if (before != kNoIndex && !context_.token(tokens.begin).line_before && !second &&
      !behind_label(before)) {
    return false;
  }
  Index after = context_.after(tokens.end - 1);
  if (after == kNoIndex) return false;
  if (context_.is_mark(after, '(')) {
    const Index shape = context_.after(after);
    return shape != kNoIndex && context_.is_mention(shape, UnitKind::kLineupShape);
  }
  if (!context_.at(tokens.begin).has(kInLineup)) return false;
  // `LECCO Neri, Bini, …`
  const bool shouted = context_.token(tokens.begin).line_before &&
                       context_.token(tokens.begin).letters == LetterCase::kUpper &&
                       context_.token(after).letters == LetterCase::kTitle;
  return shouted || context_.is_mark(after, ':');
}

// A bullet, a dash with blanks, a colon: what follows begins anew.
bool ClubEvidence::opens_cell(Index i) const {
  if (i == kNoIndex || context_.token(i).kind != TokenKind::kPunct) return false;
  const char mark = context_.token(i).mark;
  return mark == ':' || mark == 1 || mark == '*' || mark == '|' || mark == ';' ||
         (mark == '-' && (context_.token(i).space_before || context_.before(i) == kNoIndex ||
                          context_.is_mention(context_.before(i), UnitKind::kDate)));
}

// The name cell of a table, list or standing.
bool ClubEvidence::in_row(IndexRange tokens) const {
  if (!context_.at(tokens.begin).has(kInRow) || context_.at(tokens.begin).has(kInLineup)) {
    return false;
  }
  const Index before = context_.before(tokens.begin);
  const Index after = context_.after(tokens.end - 1);
  const auto number = [&](Index i) {
    return i != kNoIndex && context_.token(i).kind == TokenKind::kNumber;
  };
  const bool starts = before == kNoIndex || context_.token(tokens.begin).line_before;
  const bool cell = context_.wide_gap(tokens.begin) || opens_cell(before) || number(before) ||
                    (before != kNoIndex && context_.is_mention(before, UnitKind::kDate));
  if (!starts && !cell) return false;
  if (after == kNoIndex) return starts || cell;
  return number(after) || context_.wide_gap(after) || context_.is_mark(after, ':') ||
         context_.is_mark(after, '*') || context_.is_mark(after, '(') || is_dash(context_, after) ||
         context_.is_mention(after, UnitKind::kDate);
}

// `2010-11: Juniores Nazionale Como`: whether years stand before the token, and words for one of
// the club's sides between.
bool ClubEvidence::behind_years_and_side(Index before) const {
  constexpr int kWords = 5;
  bool side = false;
  for (int step = 0; before != kNoIndex && step < kWords;
       ++step, before = context_.before(before)) {
    const TokenFacts& facts = context_.at(before);
    if (context_.is_mention(before, UnitKind::kDate)) {
      return side && (context_.mention_at(before)->features & (kDateRange | kDateSeason)) != 0;
    }
    side = side || facts.any(cue_bits(CueClass::kYouthSide, CueClass::kClubNoun));
    const char mark = context_.token(before).mark;
    if (context_.token(before).kind == TokenKind::kPunct && mark != '.' && mark != ':')
      return false;
  }
  return false;
}

// `1981-83 Pescara (giovanili);`, `Bitonto (2017/18)`, `Spezia dal '75 al '79`, `(Chiasso,
// 2003-04`.
bool ClubEvidence::in_career(IndexRange tokens) const {
  const auto date = [&](Index i) {
    return i != kNoIndex && context_.is_mention(i, UnitKind::kDate);
  };
  const auto years = [&](Index i) {
    return date(i) && (context_.mention_at(i)->features & kDateDay) == 0;
  };
  const auto number = [&](Index i) {
    return i != kNoIndex && context_.token(i).kind == TokenKind::kNumber;
  };
  const auto mark = [&](Index i, std::string_view marks) {
    return i != kNoIndex && context_.token(i).kind == TokenKind::kPunct &&
           marks.find(context_.token(i).mark) != std::string_view::npos;
  };
  const Index before = context_.before(tokens.begin);
  const Index after = context_.after(tokens.end - 1);
  const bool ends = after == kNoIndex || mark(after, "(,;.:");
  if (date(before)) {
    const std::uint32_t span = context_.mention_at(before)->features & (kDateRange | kDateSeason);
    if (ends || span != 0) return true;
  }
  if (behind_years_and_side(before)) return true;
  if (after == kNoIndex) return false;
  const Index next = context_.after(after);
  // `alla Cattolica (2006)`: no club takes that article.
  const bool place =
      before != kNoIndex &&
      context_.at(before).any(cue_bits(CueClass::kPlacePreposition, CueClass::kFeminineArticle));
  // `Acireale (2015/16, quarto)`; a full date is that of a birth.
  if (mark(after, "(:") && years(next) && !place) return true;
  const bool begins = before == kNoIndex || mark(before, "(,;.:-") ||
                      context_.at(before).is(CueClass::kConjunction) ||
                      (context_.at(before).is(CueClass::kFunctionWord) && !place &&
                       !context_.at(before).any(cue_bits(CueClass::kBareArticle)));
  if (!begins) return false;
  if (mark(after, "(")) {
    // `Palazzolo (64-22)`: appearances and goals.
    return number(next) && next != kNoIndex && mark(context_.after(next), "-/;)") &&
           !context_.is_mention(next, UnitKind::kLineupShape);
  }
  if (mark(after, ",")) {
    // `(Chiasso, 2003-04)`, `(Gela, 0-1 in casa)`.
    return mark(before, "(") &&
           (years(next) || (next != kNoIndex && context_.is_mention(next, UnitKind::kScore)));
  }
  return years(after) || (date(next) && context_.at(after).any(cue_bits(CueClass::kMasculineArticle,
                                                                        CueClass::kPlacePreposition,
                                                                        CueClass::kElidedArticle)));
}

// `Aldo Rossi (allenatore Lecco)`.
bool ClubEvidence::beside_post(IndexRange tokens) const {
  constexpr int kRole = 4;  // tokens
  if (!context_.is_mark(tokens.end, ')') && !context_.is_mark(tokens.end, ',')) return false;
  Index role = context_.before(tokens.begin);
  if (role == kNoIndex || !context_.at(role).has(kInRoleForm)) return false;
  for (int step = 1; step < kRole && role > 0 && context_.at(role - 1).has(kInRoleForm); ++step) {
    --role;
  }
  // `2006/07 vice allenatore Ascoli, A`
  const Index date = context_.before(role);
  if (date != kNoIndex && context_.is_mention(date, UnitKind::kDate)) return true;
  return persons_.tells_of_named(role);
}

// `Lecco U19-Como U19 1-2`: the young of the club before it, no national side.
bool ClubEvidence::is_age_class(const ClubSpan& span) const {
  const Index owner = context_.before(span.tokens.begin);
  const char last = context_.document().text.norm(context_.token(span.tokens.end - 1).span).back();
  return span.nation && owner != kNoIndex && last >= '0' && last <= '9' &&
         context_.at(owner).has(kClubForm | kStrongClubForm);
}

ClubWeight ClubEvidence::judge(const ClubSpan& span) const {
  if (beside_post(span.tokens)) return ClubWeight::kCue;
  if (round_up_ && (dateline(span.tokens) || heads_item(span.tokens)) && !dated(span.tokens))
    return ClubWeight::kCue;
  // `JESINA, SI VOLTA PAGINA`.
  const TokenFacts& first = context_.at(span.tokens.begin);
  if (span.tokens.size() == 1 && !span.nation && span.how == How::kName &&
      first.has(kCapsContext) && first.has(kCommonWord) && !first.has(kStrongClubForm | kInRow) &&
      opens_item(span.tokens) && !first.has(kInPerson)) {
    return ClubWeight::kNamed;
  }
  if (is_age_class(span)) return ClubWeight::kNo;
  if (is_no_club(span.tokens)) return ClubWeight::kNo;
  if (!span.weak && !span.nation) return ClubWeight::kSure;
  const Index before = context_.before(span.tokens.begin);
  const Index after = context_.after(span.tokens.end - 1);
  if (lineup_head(span.tokens)) return ClubWeight::kSure;
  if (has_article(span.tokens)) {
    if (span.nation) return ClubWeight::kHint;
    // `nel Lazio`: the region.
    if (context_.at(span.tokens.begin).is(CueClass::kFeminineClub) &&
        context_.at(before).is(CueClass::kMasculineArticle)) {
      return ClubWeight::kPlace;
    }
    // `alla Cattolica`: a town's name does not become a club by a feminine article.
    const bool feminine = context_.at(before).is(CueClass::kFeminineArticle);
    const bool town =
        span.form != kNoIndex && !context_.at(span.tokens.begin).is(CueClass::kFeminineClub) &&
        folded(context_.document().text.norm({context_.token(span.tokens.begin).span.begin,
                                              context_.token(span.tokens.end - 1).span.end})) ==
            context_.lexicon().clubs()[span.club].city;
    if (!feminine || !town) return ClubWeight::kCue;
    return ClubWeight::kPlace;
  }
  if (before != kNoIndex && context_.at(before).any(cue_bits(CueClass::kAgainst, CueClass::kFormer,
                                                             CueClass::kClubApposition))) {
    return ClubWeight::kCue;
  }
  if (province_follows(span.tokens) || birth(span.tokens)) return ClubWeight::kPlace;
  // `ex-Lecce`, `anti-Juve`; `Bari vs Lecce`.
  if (before != kNoIndex && before > 0 && is_dash(context_, before) &&
      !context_.token(before).space_before && !context_.token(span.tokens.begin).space_before &&
      context_.token(before - 1).letters == LetterCase::kLower) {
    return ClubWeight::kCue;
  }
  if ((before != kNoIndex && context_.at(before).is(CueClass::kVersus)) ||
      (after != kNoIndex && context_.at(after).is(CueClass::kVersus))) {
    return ClubWeight::kCue;
  }
  // `Under 15: Mario Neri`: a side of the page's club.
  if (span.nation && context_.at(span.tokens.begin).is(CueClass::kYouthSide))
    return ClubWeight::kHint;
  if (in_row(span.tokens) || (!span.nation && in_career(span.tokens))) return ClubWeight::kCue;
  const ClubWeight place = judge_place(span.tokens);
  if (place != ClubWeight::kBare) return place;
  // `(Legnano, 14 marzo 1926`: born there.
  if (after != kNoIndex) {
    const Index day = context_.is_mark(after, ',') ? context_.after(after) : after;
    if (day != kNoIndex && context_.is_mention(day, UnitKind::kDate) &&
        (context_.mention_at(day)->features & kDateDay) != 0 &&
        (day == after || (before != kNoIndex && context_.is_mark(before, '(')) ||
         died_there(span.tokens))) {
      return ClubWeight::kPlace;
    }
  }
  if (after != kNoIndex && result_follows(after)) return ClubWeight::kHint;
  const TokenFacts& head = context_.at(span.tokens.begin);
  // `Vado a pescare`: a verb.
  if (head.has(kSentenceStart) && head.has(kCommonWord) && !head.has(kInTitle)) {
    return ClubWeight::kPlace;
  }
  if (!span.nation && opens_item(span.tokens)) return ClubWeight::kHead;
  return ClubWeight::kBare;
}

}  // namespace panchina
