#include "annotate/descriptors.h"

#include <algorithm>
#include <optional>

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

// What stands before the noun of a descriptor: an age, `ex`, then a definite article.
struct Opening {
  std::uint8_t age = 0;
  bool former = false;
  bool definite = false;  // `un mediano` is no one in particular
};

Opening opening_of(const Context& context, Index head) {
  constexpr int kReach = 6;
  Opening out;
  Index left = context.before(head);
  for (int step = 0; left != kNoIndex && step < kReach; ++step, left = context.before(left)) {
    const TokenFacts& before = context.at(left);
    if (context.is_mention(left, UnitKind::kAge)) {
      out.age = static_cast<std::uint8_t>(context.mention_at(left)->value);
      left = context.mention_at(left)->tokens.begin;
    } else if (before.is(CueClass::kFormer)) {
      out.former = true;
    } else if (!before.is(CueClass::kNewWord)) {
      out.definite = before.any(kArticles) && !before.has(kInMention);
      break;
    }
  }
  return out;
}

// Whether an age in the place of a noun is somebody: not `il 59enne tecnico`, which is found at its
// noun, nor `44 anni`.
bool age_stands_alone(const Context& context, const std::vector<bool>& named, IndexRange age) {
  const Index next = context.after(age.end - 1);
  const bool noun_follows =
      next != kNoIndex &&
      (context.at(next).any(cue_bits(CueClass::kPersonHead, CueClass::kPersonNoun)) ||
       named[next] || context.at(next).has(kCapital));
  return !noun_follows && age.size() <= 2 && context.token(age.end - 1).span.size() >= 4;
}

// `la società biancorossa`: the colours say whose.
bool is_coloured(const Context& context, Index next) {
  const Index epithet = next == kNoIndex ? kNoIndex : context.at(next).epithet;
  return epithet != kNoIndex && context.lexicon().epithets()[epithet].kind == "colour";
}

UnitCandidate coloured_club(const Context& context, Index head, Index colour) {
  UnitCandidate out;
  out.tokens = {head, colour + 1};
  out.head = context.token(head).word;
  out.rank = 5;
  out.reading = {UnitKind::kClub, How::kEpithet, context.at(colour).epithet, 0};
  return out;
}

// The descriptor at a noun, or at an age, as a candidate that takes the next place in the
// document's list; nothing: none is there.
std::optional<UnitCandidate> describe(const Document& document, const Context& context,
                                      const std::vector<bool>& named, Index head,
                                      Descriptor& descriptor) {
  const TokenFacts& facts = context.at(head);
  const bool person = facts.is(CueClass::kPersonHead);
  const bool club = facts.any(kClubHeads);
  // `il 46enne di Mendrisio`
  const Mention* mention = context.mention_at(head);
  const bool age =
      mention != nullptr && mention->kind == UnitKind::kAge && mention->tokens.begin == head;
  if (!person && !club && !age) return std::nullopt;
  const Opening opening = opening_of(context, head);
  if (!opening.definite) return std::nullopt;
  IndexRange span = age ? mention->tokens : IndexRange{head, head + 1};
  const Index next = context.after(span.end - 1);
  if (age && !age_stands_alone(context, named, span)) return std::nullopt;
  // A name follows: `il tecnico Rossi`, `il club Bari`.
  if (next != kNoIndex && named[next]) return std::nullopt;
  if (club && is_coloured(context, next)) return coloured_club(context, head, next);
  descriptor.age = age ? static_cast<std::uint8_t>(mention->value) : opening.age;
  descriptor.former = opening.former;
  descriptor.head = context.token(head).word;
  if (next != kNoIndex &&
      (tells_whose(context, next) || (person && context.at(next).epithet != kNoIndex))) {
    descriptor.adjective = context.token(next).word;
    span.end = next + 1;
    const Index name = context.after(next);
    if (name != kNoIndex && named[name] && person) return std::nullopt;
  } else if (facts.is(CueClass::kHost)) {
    // `i padroni di casa`.
    if (next == kNoIndex || !context.at(next).is(CueClass::kPlacePreposition) ||
        !context.together(head, next + 1)) {
      return std::nullopt;
    }
    span.end = next + 2;
  }
  UnitCandidate out;
  out.tokens = span;
  out.head = descriptor.head;
  out.rank = 6;
  out.reading.kind = club ? UnitKind::kClub : UnitKind::kPerson;
  out.reading.how = How::kDescriptor;
  out.reading.value = static_cast<Index>(document.descriptors.size());
  return out;
}

}  // namespace

void find_descriptors(Document& document, const Context& context, const std::vector<bool>& named,
                      std::vector<UnitCandidate>& candidates) {
  for (const Index head : find_heads(context)) {
    Descriptor descriptor;
    const std::optional<UnitCandidate> found = describe(document, context, named, head, descriptor);
    if (!found) continue;
    candidates.push_back(*found);
    if (found->reading.how == How::kDescriptor) document.descriptors.push_back(descriptor);
  }
}

}  // namespace panchina
