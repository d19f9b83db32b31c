#include "annotate/form_context.h"

namespace panchina {
namespace {

// At the begin of a passage or line, but for a number: `3.1. PROMOZIONE - GIRONE A`.
bool opens_head(const Context& context, Index token) {
  while (!context.token(token).line_before) {
    const Index before = context.before(token);
    if (before == kNoIndex) return true;
    const TokenKind kind = context.token(before).kind;
    if (kind != TokenKind::kNumber && !context.is_mark(before, '.')) return false;
    token = before;
  }
  return true;
}

bool stadium_counts(const Context& context, IndexRange tokens, bool weak) {
  if (weak) {
    const Index before = context.before(tokens.begin);
    if (before == kNoIndex) return false;
    const Index quoted = context.is_mark(before, '"') ? context.before(before) : before;
    return quoted != kNoIndex &&
           context.at(quoted).any(cue_bits(CueClass::kMasculineArticle, CueClass::kElidedArticle,
                                           CueClass::kPlaceNoun));
  }
  if (tokens.size() == 1) return true;
  // `Giuseppe Meazza`, who gave the ground his name.
  for (Index i = tokens.begin; i < tokens.end; ++i) {
    if (!context.at(i).has(kInPerson)) return true;
  }
  return false;
}

// Numbers, seasons and years beside the name of a competition.
bool has_count_or_season(const Context& context, IndexRange tokens) {
  const bool capital = context.at(tokens.begin).has(kCapital);
  const Index before = context.before(tokens.begin);
  // `uno scudetto e due Supercoppe`.
  if (capital && before != kNoIndex && context.is_mention(before, UnitKind::kNumber) &&
      !context.at(before).has(kInRow)) {
    return true;
  }
  // `Eccellenza 2006/07`: a season or year behind is context too.
  const Index after = context.after(tokens.end - 1);
  if (after != kNoIndex && context.is_mention(after, UnitKind::kDate)) return true;
  // `1977-78 Promozione, 1° posto`; not `nel 2004 Promozione in C2`.
  if (capital && before != kNoIndex && context.is_mention(before, UnitKind::kDate) &&
      (after == kNoIndex || context.token(after).kind == TokenKind::kPunct)) {
    return true;
  }
  // `un campionato italiano (2023-2024)`.
  return tokens.size() > 1 && after != kNoIndex && context.is_mark(after, '(') &&
         context.is_mention(after + 1, UnitKind::kDate);
}

// `- **Eccellenza Piemonte**: 1 (2002-03)`: it opens a row of a list.
bool opens_row(const Context& context, Index token) {
  Index mark = context.before(token);
  if (!context.at(token).has(kInRow) || mark == kNoIndex) return false;
  while (mark != kNoIndex && context.token(mark).kind == TokenKind::kPunct) {
    mark = context.before(mark);
  }
  return mark == kNoIndex;
}

// `ECCELLENZA - sesta giornata`, `PROMOZIONE gir.D`: at the head of a page or part.
bool heads_part(const Context& context, IndexRange tokens) {
  if (!opens_head(context, tokens.begin)) return false;
  const Index after = context.after(tokens.end - 1);
  if (after == kNoIndex) return context.at(tokens.begin).has(kInTitle);
  const bool upper = context.token(tokens.begin).letters == LetterCase::kUpper;
  // `ECCELLENZA / Il Bari prova la fuga`.
  if (upper && context.token(after).kind == TokenKind::kPunct && !context.is_mark(after, ','))
    return true;
  // `ECCELLENZA, IL PUNTO - 12ª giornata`
  const int reach = upper ? 8 : 4;
  Index near = after;
  for (int step = 0; near != kNoIndex && step < reach && !context.token(near).line_before;
       ++step, near = context.after(near)) {
    // `Eccellenza Veneto: 1` of a list of titles.
    if (context.is_mark(near, ':') && context.after(near) == near + 1 &&
        context.token(near + 1).kind == TokenKind::kNumber) {
      return true;
    }
    if (context.is_mention(near, UnitKind::kOrdinal) ||
        context.is_mention(near, UnitKind::kRound) || context.at(near).is(CueClass::kRoundWord)) {
      return true;
    }
  }
  return false;
}

// `(Promozione)`, `(Promozione, 2006)`
bool stands_in_bracket(const Context& context, IndexRange tokens) {
  const Index before = context.before(tokens.begin);
  const Index after = context.after(tokens.end - 1);
  const bool dot = after != kNoIndex && context.is_mark(after, '.');
  const Index behind = dot ? context.after(after) : after;
  return before != kNoIndex && context.is_mark(before, '(') && behind != kNoIndex &&
         (context.is_mark(behind, ')') || context.is_mark(behind, ','));
}

// `dal 1996: Eccellenza vinta nel 1998`: a capital in mid-sentence.
bool has_capital_inside(const Context& context, IndexRange tokens) {
  const Token& first = context.token(tokens.begin);
  const Index before = context.before(tokens.begin);
  if (before == kNoIndex || first.letters != LetterCase::kTitle ||
      context.at(tokens.begin).has(kSentenceStart | kCapsContext)) {
    return false;
  }
  const bool parted = context.is_mark(before, ':') || context.is_mark(before, ',') ||
                      context.is_mark(before, '-') || context.at(before).is(CueClass::kConjunction);
  // ... but `PUNTO E A CAPO`, `8^ GIORNATA - A`
  const auto shouts = [&](Index i) {
    return i != kNoIndex && context.token(i).letters == LetterCase::kUpper &&
           context.token(i).span.size() > 1;
  };
  const bool capitals =
      first.span.size() == 1 &&
      (shouts(context.after(tokens.end - 1)) || shouts(before) || shouts(context.before(before)));
  return parted && !capitals;
}

// A name that is a word of the language besides: what stands beside it tells.
bool weak_competition_counts(const Context& context, IndexRange tokens) {
  if (has_count_or_season(context, tokens)) return true;
  const Index before = context.before(tokens.begin);
  if (context.at(tokens.begin).has(kCapital) &&
      (opens_row(context, tokens.begin) || heads_part(context, tokens) ||
       stands_in_bracket(context, tokens) || has_capital_inside(context, tokens))) {
    return true;
  }
  return before != kNoIndex &&
         context.at(before).any(cue_bits(CueClass::kPlacePreposition, CueClass::kFeminineArticle,
                                         CueClass::kElidedArticle));
}

}  // namespace

bool form_counts(const Context& context, const LexiconHit& hit, const LexiconForm& form) {
  if (form.kind == FormKind::kStadium) return stadium_counts(context, hit.tokens, form.weak);
  if (form.kind == FormKind::kCompetition && form.weak)
    return weak_competition_counts(context, hit.tokens);
  return true;
}

}  // namespace panchina
