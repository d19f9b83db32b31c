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

}  // namespace

bool form_counts(const Context& context, const LexiconHit& hit, const LexiconForm& form) {
  const Index before = context.before(hit.tokens.begin);
  if (form.kind == FormKind::kStadium && form.weak) {
    if (before == kNoIndex) return false;
    const Index quoted = context.is_mark(before, '"') ? context.before(before) : before;
    return quoted != kNoIndex &&
           context.at(quoted).any(cue_bits(CueClass::kMasculineArticle, CueClass::kElidedArticle,
                                           CueClass::kPlaceNoun));
  }
  // `Giuseppe Meazza`, who gave the ground his name.
  if (form.kind == FormKind::kStadium && hit.tokens.size() > 1) {
    for (Index i = hit.tokens.begin; i < hit.tokens.end; ++i) {
      if (!context.at(i).has(kInPerson)) return true;
    }
    return false;
  }
  if (form.kind == FormKind::kCompetition && form.weak) {
    // `uno scudetto e due Supercoppe`.
    if (before != kNoIndex && context.is_mention(before, UnitKind::kNumber) &&
        context.at(hit.tokens.begin).has(kCapital) && !context.at(before).has(kInRow)) {
      return true;
    }
    // `Eccellenza 2006/07`: a season or year behind is context too.
    const Index after = context.after(hit.tokens.end - 1);
    if (after != kNoIndex && context.is_mention(after, UnitKind::kDate)) return true;
    // `1977-78 Promozione, 1° posto`; not `nel 2004 Promozione in C2`.
    if (before != kNoIndex && context.is_mention(before, UnitKind::kDate) &&
        context.at(hit.tokens.begin).has(kCapital) &&
        (after == kNoIndex || context.token(after).kind == TokenKind::kPunct)) {
      return true;
    }
    // `- **Eccellenza Piemonte**: 1 (2002-03)`: it opens a row of a list.
    const TokenFacts& opens = context.at(hit.tokens.begin);
    if (opens.has(kInRow) && opens.has(kCapital) && before != kNoIndex) {
      Index mark = before;
      while (mark != kNoIndex && context.token(mark).kind == TokenKind::kPunct) {
        mark = context.before(mark);
      }
      if (mark == kNoIndex) return true;
    }
    // `un campionato italiano (2023-2024)`.
    if (hit.tokens.size() > 1 && after != kNoIndex && context.is_mark(after, '(') &&
        context.is_mention(after + 1, UnitKind::kDate)) {
      return true;
    }
    // `ECCELLENZA - sesta giornata`, `PROMOZIONE gir.D`: at the head of a page or part.
    const TokenFacts& head = context.at(hit.tokens.begin);
    if (head.has(kCapital) && opens_head(context, hit.tokens.begin)) {
      if (after == kNoIndex) return head.has(kInTitle);
      // `ECCELLENZA / Il Bari prova la fuga`.
      if (context.token(hit.tokens.begin).letters == LetterCase::kUpper &&
          context.token(after).kind == TokenKind::kPunct && !context.is_mark(after, ',')) {
        return true;
      }
      Index near = after;
      // `ECCELLENZA, IL PUNTO - 12ª giornata`
      const int reach = context.token(hit.tokens.begin).letters == LetterCase::kUpper ? 8 : 4;
      for (int step = 0; near != kNoIndex && step < reach && !context.token(near).line_before;
           ++step, near = context.after(near)) {
        // `Eccellenza Veneto: 1` of a list of titles.
        if (context.is_mark(near, ':') && context.after(near) == near + 1 &&
            context.token(near + 1).kind == TokenKind::kNumber) {
          return true;
        }
        if (context.is_mention(near, UnitKind::kOrdinal) ||
            context.is_mention(near, UnitKind::kRound) ||
            context.at(near).is(CueClass::kRoundWord)) {
          return true;
        }
      }
    }
    // `Allenatore: Eccellenza 2006/07`, `(Promozione)`.
    const bool dot = after != kNoIndex && context.is_mark(after, '.');
    const Index behind = dot ? context.after(after) : after;
    if (head.has(kCapital) && before != kNoIndex && context.is_mark(before, '(') &&
        behind != kNoIndex && (context.is_mark(behind, ')') || context.is_mark(behind, ','))) {
      return true;
    }
    // `dal 1996: Eccellenza vinta nel 1998`: a capital in mid-sentence.
    const auto parts = [&](Index i) {
      return context.is_mark(i, ':') || context.is_mark(i, ',') || context.is_mark(i, '-') ||
             context.at(i).is(CueClass::kConjunction);
    };
    // ... but `PUNTO E A CAPO`, `8^ GIORNATA - A`
    const auto shouts = [&](Index i) {
      return i != kNoIndex && context.token(i).letters == LetterCase::kUpper &&
             context.token(i).span.size() > 1;
    };
    const bool capitals = context.token(hit.tokens.begin).span.size() == 1 && before != kNoIndex &&
                          (shouts(after) || shouts(before) || shouts(context.before(before)));
    if (head.has(kCapital) && !head.has(kSentenceStart | kCapsContext) && !capitals &&
        before != kNoIndex && parts(before) &&
        context.token(hit.tokens.begin).letters == LetterCase::kTitle) {
      return true;
    }
    return before != kNoIndex &&
           context.at(before).any(cue_bits(CueClass::kPlacePreposition, CueClass::kFeminineArticle,
                                           CueClass::kElidedArticle));
  }
  return true;
}

}  // namespace panchina
