#include "annotate/descriptors.h"

#include <algorithm>

namespace panchina {
namespace {

constexpr CueBits kArticles = cue_bits(CueClass::kMasculineArticle, CueClass::kElidedArticle,
                                       CueClass::kFeminineArticle, CueClass::kPluralArticle);

constexpr CueBits kClubHeads = cue_bits(CueClass::kClubNoun, CueClass::kHost, CueClass::kGuest);
constexpr CueBits kHeads = kClubHeads | cue_bit(CueClass::kPersonHead);

// An adjective that tells whose: a demonym, or a club's colour.
bool tells_whose(const Context& context, Index i) {
  if (!context.at(i).has(kInArticle)) return false;
  const Index word = context.token(i).word;
  return word != 0 && !context.lexicon().demonyms(word).empty();
}

// Where a descriptor may have its noun, or an age in the noun's place; in text order.
std::pmr::vector<Index> find_heads(const Context& context) {
  std::pmr::vector<Index> heads(context.document().scratch());
  for (const Index i : context.sought()) {
    if (context.at(i).any(kHeads)) heads.push_back(i);
  }
  for (const Mention& mention : context.mentions()) {
    if (mention.kind == UnitKind::kAge) heads.push_back(mention.tokens.begin);
  }
  std::sort(heads.begin(), heads.end());
  heads.erase(std::unique(heads.begin(), heads.end()), heads.end());
  return heads;
}

}  // namespace

void find_descriptors(Document& document, const Context& context, const std::vector<bool>& named,
                      std::vector<UnitCandidate>& candidates) {
  for (const Index i : find_heads(context)) {
    const TokenFacts& facts = context.at(i);
    const bool person = facts.is(CueClass::kPersonHead);
    const bool club = facts.any(kClubHeads);
    // `il 46enne di Mendrisio`: an age in the place of a noun.
    const Mention* mention = context.mention_at(i);
    const bool age =
        mention != nullptr && mention->kind == UnitKind::kAge && mention->tokens.begin == i;
    if (!person && !club && !age) continue;
    Descriptor descriptor;
    IndexRange span{i, i + 1};
    if (age) span = mention->tokens;
    // Leftwards: age, `ex`, `nuovo`, then a definite article.
    Index left = context.before(i);
    bool definite = false;
    for (int step = 0; left != kNoIndex && step < 6; ++step, left = context.before(left)) {
      const TokenFacts& before = context.at(left);
      if (context.is_mention(left, UnitKind::kAge)) {
        descriptor.age = static_cast<std::uint8_t>(context.mention_at(left)->value);
        left = context.mention_at(left)->tokens.begin;
        continue;
      }
      if (before.is(CueClass::kFormer)) {
        descriptor.former = true;
        continue;
      }
      if (before.is(CueClass::kNewWord)) continue;
      // `un mediano` is no one in particular.
      definite = before.any(kArticles) && !before.has(kInMention);
      break;
    }
    if (!definite) continue;
    const Index next = context.after(span.end - 1);
    if (age) {
      // The noun follows: `il 59enne tecnico` is found at the noun.
      if (next != kNoIndex &&
          (context.at(next).any(cue_bits(CueClass::kPersonHead, CueClass::kPersonNoun)) ||
           named[next] || context.at(next).has(kCapital))) {
        continue;
      }
      // `44 anni`: not a person.
      if (span.size() > 2 || context.token(span.end - 1).span.size() < 4) continue;
      descriptor.age = static_cast<std::uint8_t>(mention->value);
    }
    // A name follows: `il tecnico Rossi`, `il club Bari`.
    if (next != kNoIndex && named[next]) continue;
    descriptor.head = context.token(i).word;
    const Index epithet = next == kNoIndex ? kNoIndex : context.at(next).epithet;
    if (club && epithet != kNoIndex && context.lexicon().epithets()[epithet].kind == "colour") {
      // `la società biancorossa`: the colours say whose.
      UnitCandidate coloured;
      coloured.tokens = {i, next + 1};
      coloured.head = context.token(i).word;
      coloured.rank = 5;
      coloured.reading = {UnitKind::kClub, How::kEpithet, epithet, 0};
      candidates.push_back(coloured);
      continue;
    }
    if (next != kNoIndex && (tells_whose(context, next) || (person && epithet != kNoIndex))) {
      descriptor.adjective = context.token(next).word;
      span.end = next + 1;
      const Index name = context.after(next);
      if (name != kNoIndex && named[name] && person) continue;
    } else if (facts.is(CueClass::kHost)) {
      // `i padroni di casa`.
      if (next == kNoIndex || !context.at(next).is(CueClass::kPlacePreposition) ||
          !context.together(i, next + 1)) {
        continue;
      }
      span.end = next + 2;
    }
    UnitCandidate candidate;
    candidate.tokens = span;
    candidate.head = descriptor.head;
    candidate.rank = 6;
    candidate.reading.kind = club ? UnitKind::kClub : UnitKind::kPerson;
    candidate.reading.how = How::kDescriptor;
    candidate.reading.value = static_cast<Index>(document.descriptors.size());
    document.descriptors.push_back(descriptor);
    candidates.push_back(candidate);
  }
}

}  // namespace panchina
