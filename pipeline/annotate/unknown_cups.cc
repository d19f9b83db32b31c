#include "annotate/unknown_cups.h"

namespace panchina {
namespace {

constexpr int kQuoted = 7;  // tokens: a name in quotation marks is no longer than that

}  // namespace

void UnknownCups::find() {
  spans_.clear();
  for (const Index noun : context_.sought()) {
    const TokenFacts& facts = context_.at(noun);
    if (!facts.is(CueClass::kCupNoun) || !facts.has(kInArticle)) continue;
    if (facts.has(kInMention)) continue;
    // `Massimo Coppa`: a surname.
    const Index before = context_.before(noun);
    if (facts.has(kCapital) && before != kNoIndex && context_.at(before).has(kCapital) &&
        context_.at(before).has(kGiven)) {
      continue;
    }
    const Index end = end_of(noun);
    if (end == kNoIndex) continue;
    spans_.push_back({noun, end});
    for (Index i = noun; i < end; ++i) context_.change(i).flags |= kOtherForm;
  }
}

// Where the cup ends that begins with the noun; kNoIndex: it has no name.
Index UnknownCups::end_of(Index noun) const {
  Index at = context_.after(noun);
  if (at == kNoIndex) return kNoIndex;
  if (context_.is_mark(at, '"')) return quoted_end(at);
  const bool of = context_.at(at).is(CueClass::kOfWord);
  // `Coppa Italia`, a known one, and `Supercoppa d'Albania`, which is not the known Supercoppa.
  if (context_.at(noun).has(kOtherForm) && !of) return kNoIndex;
  // `il trofeo di Aldo Rossi`, `il torneo di Gattinara`.
  if (of && !context_.at(noun).has(kCapital) &&
      (context_.at(at + 1).has(kGiven) || !context_.at(at + 1).has(kPlaceForm))) {
    return kNoIndex;
  }
  // `la corsa di Coppa del Lecco`: whose, and no name.
  const bool whose = of && context_.at(at).any(kSingularArticles);
  if (of) at = context_.after(at);
  if (at == kNoIndex || !may_begin(at)) return kNoIndex;
  const bool tournament = context_.at(noun).is(CueClass::kPlaceNoun);
  if (context_.at(at).has(kClubForm) && (whose || !(of || tournament || of_place(noun, at))))
    return kNoIndex;
  Index end = at + 1;
  while (true) {
    // `Trofeo Città di Aviano`.
    const bool place = context_.at(end - 1).is(CueClass::kPlaceNoun) &&
                       context_.together(noun, end + 1) && context_.at(end).is(CueClass::kOfWord) &&
                       goes_on(end + 1);
    if (place) {
      end += 2;
    } else if (context_.together(noun, end) && goes_on(end)) {
      ++end;
    } else if (context_.together(noun, end + 1) && is_hyphen(end) && goes_on(end + 1)) {
      end += 2;  // `Coppa Emilia-Romagna`
    } else {
      break;
    }
  }
  if (end == at + 1 && context_.at(at).is(CueClass::kPlaceNoun)) return kNoIndex;
  return end;
}

// `la Coppa Lazio`, `Coppa Campania: 2`: the place, whatever club is called so; not `in Coppa Lecco
// avanti`, `la Coppa Lecco-Como`.
bool UnknownCups::of_place(Index noun, Index name) const {
  const Index before = context_.before(noun);
  const bool row = before == kNoIndex && context_.is_mark(name + 1, ':');
  const bool article = before != kNoIndex && context_.at(before).any(kSingularArticles);
  return context_.at(noun).has(kCapital) && context_.at(name).has(kPlaceForm) &&
         !context_.is_mark(name + 1, '-') && (row || article);
}

// `il trofeo «Città di Bosa»`: behind the closing mark; kNoIndex: none, or no name inside.
Index UnknownCups::quoted_end(Index quote) const {
  Index i = quote + 1;
  if (!context_.together(quote, i) || !context_.at(i).has(kCapital)) return kNoIndex;
  for (int step = 0; step < kQuoted && context_.together(quote, i); ++step, ++i) {
    if (context_.is_mark(i, '"')) return i + 1;
    if (context_.token(i).kind == TokenKind::kPunct && !context_.is_mark(i, '\'')) return kNoIndex;
  }
  return kNoIndex;
}

bool UnknownCups::is_hyphen(Index i) const {
  return context_.is_mark(i, '-') && !context_.token(i).space_before &&
         !context_.token(i + 1).space_before;
}

bool UnknownCups::may_begin(Index i) const {
  return goes_on(i) && !context_.at(i).has(kCapsContext);
}

bool UnknownCups::goes_on(Index i) const {
  const TokenFacts& facts = context_.at(i);
  return facts.has(kCapital) && facts.has(kInArticle) && !facts.has(kOtherForm | kInMention) &&
         !facts.any(cue_bits(CueClass::kFunctionWord, CueClass::kYouthSide, CueClass::kWomen)) &&
         !context_.token(i).line_before && context_.token(i).letters != LetterCase::kUpper;
}

}  // namespace panchina
