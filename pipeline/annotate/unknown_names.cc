// How far the name of a club that no lexicon knows reaches.
#include "annotate/unknown_clubs.h"

namespace panchina {
namespace {

constexpr std::uint32_t kLeastFounded = 19, kMostFounded = 2100;
// No town is called so: `il Busto`, `al Busto`.
constexpr std::uint64_t kMasculineArticles =
    cue_bits(CueClass::kMasculineArticle, CueClass::kElidedArticle);

}  // namespace

bool UnknownClubs::name_token(Index i) const {
  const TokenFacts& facts = context_.at(i);
  if (!facts.has(kInArticle) || !facts.has(kCapital) || facts.has(kStreetName)) return false;
  // `Settimo Milanese`: a number that a town's name begins with.
  if (facts.has(kInMention) && (!facts.has(kTown) || facts.town_end < i + 2)) return false;
  if (facts.has(kInPerson) || facts.has(kInRoleForm)) return false;
  if (facts.has(kInStadium) && !facts.has(kGiven | kSurname)) return false;
  if (facts.any(kNeverClub) && !facts.is(CueClass::kClubPrefix) && !villa(i) && !row_article(i) &&
      !behind_prefix(i)) {
    return false;
  }
  return taken(i) != 2;
}

// `Li Punti - Villacidrese 2-2`: the article of a name that opens a row.
bool UnknownClubs::row_article(Index i) const {
  return context_.at(i).has(kInRow) && context_.token(i).line_before &&
         context_.at(i).is(CueClass::kParticle) && context_.together(i, i + 1) &&
         context_.at(i + 1).has(kCapital);
}

// `il Villa Musone`, with an article that no villa has.
// `Minerbe-Villa Bartolomea`, with a hyphen before it.
bool UnknownClubs::villa(Index i) const {
  const Index before = context_.before(i);
  return context_.at(i).is(CueClass::kStreet) && context_.token(i).letters == LetterCase::kTitle &&
         before != kNoIndex &&
         (context_.is_mark(before, '-') || context_.at(before).is(CueClass::kMasculineArticle)) &&
         !context_.at(before).is(CueClass::kToArticle) && context_.together(i, i + 1) &&
         context_.at(i + 1).has(kCapital) && !context_.at(i + 1).has(kCommonWord | kInPerson);
}

// `la Virtus Ponte Rosso`: a bridge or square between a club's first word and another name.
bool UnknownClubs::behind_prefix(Index i) const {
  const Index prefix = context_.before(i);
  return context_.at(i).is(CueClass::kStreet) && prefix != kNoIndex &&
         context_.at(prefix).is(CueClass::kSurePrefix) && context_.at(prefix).has(kCapital) &&
         context_.token(prefix).letters == context_.token(i).letters &&
         context_.token(prefix).span.size() > 2 && context_.together(i, i + 1) &&
         context_.at(i + 1).has(kCapital) && !context_.token(i + 1).line_before;
}

// `Tre Fiori`: a number in words before a name, not at the sentence's start but in a row.
bool UnknownClubs::number_of_name(Index i) const {
  const TokenFacts& facts = context_.at(i);
  if (!facts.has(kInArticle) || !facts.has(kCapital) || taken(i) != 0) return false;
  if (facts.has(kSentenceStart) && !facts.has(kInRow)) return false;
  if (context_.token(i).letters == LetterCase::kUpper) return false;
  // `al Tre Fontane`: a place.
  const Index before = context_.before(i);
  if (before != kNoIndex &&
      context_.at(before).any(cue_bits(CueClass::kPluralArticle, CueClass::kToArticle))) {
    return false;
  }
  const Mention* mention = context_.mention_at(i);
  if (mention == nullptr || mention->kind != UnitKind::kNumber || mention->tokens.size() != 1 ||
      context_.token(i).kind != TokenKind::kWord) {
    return false;
  }
  return context_.together(i, i + 1) && name_token(i + 1) && !context_.wide_gap(i + 1);
}

// `il Busto 81`: two figures, or a year, right behind a name with an article.
bool UnknownClubs::ends_numbered(Index begin, Index number) const {
  const Index before = context_.before(begin);
  const TokenFacts& head = context_.at(begin);
  const bool town = head.has(kTown) && head.town_end == number;
  const bool name = number == begin + 1 && !head.has(kCommonWord | kGiven | kOtherForm) &&
                    context_.token(begin).letters == LetterCase::kTitle;
  const std::uint32_t figures = context_.token(number).number;
  return before != kNoIndex && (town || name) && context_.at(before).any(kMasculineArticles) &&
         !context_.at(before).has(kCapsContext) && context_.token(number).space_before &&
         figures > kLeastFounded && figures < kMostFounded;
}

// `AMC98 - Amerina`: figures that belong to the word before them; not `C2`, `2-1`,
// nor the games of a row (`1935-36 Salgotar24 (19)`).
bool UnknownClubs::glued_number(Index number) const {
  const Token& token = context_.token(number);
  return token.kind == TokenKind::kNumber && !token.space_before && number > 0 &&
         (token.span.size() == 2 || token.span.size() == 4) &&
         context_.token(number - 1).kind == TokenKind::kWord &&
         context_.token(number - 1).span.size() > 1 && name_token(number - 1) &&
         !context_.at(number - 1).is(CueClass::kYouthSide) && !context_.is_mark(number + 1, '(') &&
         !context_.is_mention(number, UnitKind::kScore);
}

// Whether a small word goes on the name of so many words that begins before it.
bool UnknownClubs::particle_joins(Index begin, Index particle, int words) const {
  const TokenFacts& facts = context_.at(particle);
  const Token& token = context_.token(particle);
  if (!facts.is(CueClass::kParticle) || !context_.together(begin, particle + 1) ||
      !name_token(particle + 1)) {
    return false;
  }
  // `San Giusto Le Rose`.
  if (!facts.is(CueClass::kPlacePreposition) && token.letters == LetterCase::kTitle &&
      context_.token(begin).letters == LetterCase::kTitle && !facts.has(kInPerson) &&
      !facts.has(kInMention) && context_.token(particle + 1).letters == LetterCase::kTitle) {
    return true;
  }
  // `Valle del Mela`, `Città Isole delle Femmine`.
  const TokenFacts& head = context_.at(begin);
  const bool joined = head.is(CueClass::kCityWord) ||
                      (words == 1 && head.is(CueClass::kClubPrefix) && token.span.size() < 6);
  if (facts.has(kCapital) || (!facts.is(CueClass::kPlacePreposition) && !joined)) return false;
  if (words > 1 && !head.is(CueClass::kCityWord) && town_ends(begin, particle)) return false;
  // `il Roncadelle di Borgogni`: a whole town's name, and what is no place.
  return words != 1 || !head.has(kTown) || head.town_end != particle ||
         !facts.is(CueClass::kOfWord) ||
         context_.at(particle + 1).has(kTown | kPlaceForm | kCommonWord | kClubForm);
}

// The name that begins at a token: capitalised words, small words between them, abbreviations
// (`S.Sebastiano`), a year at the end before a gap. Empty: none.
// `1974-75 Foligno D 12 0`: a season opens the row before the name.
bool UnknownClubs::is_dated_row(Index begin) const {
  const Index date = context_.before(begin);
  return date != kNoIndex && context_.is_mention(date, UnitKind::kDate) &&
         context_.mention_at(date)->tokens.end == begin &&
         context_.token(context_.mention_at(date)->tokens.begin).line_before;
}

IndexRange UnknownClubs::name_from(Index begin) const {
  Index end = begin;
  int words = 0;
  for (Index i = begin; context_.together(begin, i) && words < 5;) {
    if (i > begin && (context_.token(i).line_before || context_.wide_gap(i))) break;
    // `Acqui C2`: the league is no part of the name.
    if (i > begin && context_.token(i).span.size() == 1 && context_.together(begin, i + 1) &&
        context_.token(i + 1).kind == TokenKind::kNumber &&
        (!context_.token(i + 1).space_before || is_dated_row(begin))) {
      break;
    }
    // `Lascari & Cefalù`
    if (words == 1 && context_.is_mark(i, '&') && context_.token(i).space_before &&
        context_.together(begin, i + 1) && context_.token(i + 1).space_before &&
        name_token(i + 1)) {
      ++i;
      continue;
    }
    if (name_token(i) || (i == begin && number_of_name(i))) {
      ++words;
      end = ++i;
      // The dot of an abbreviation belongs to it.
      if (context_.is_mark(i, '.') && !context_.token(i).space_before &&
          context_.token(i - 1).span.size() <= 3 && context_.together(begin, i)) {
        const bool more =
            context_.together(begin, i + 1) && name_token(i + 1) && !context_.wide_gap(i + 1);
        if (more || context_.token(i - 1).span.size() == 1) end = ++i;
      }
      continue;
    }
    if (i > begin && particle_joins(begin, i, words)) {
      ++i;
      continue;
    }
    const Token& token = context_.token(i);
    if (i > begin && glued_number(i)) {
      end = i + 1;
      break;
    }
    // `Busca 1933 - `, `Olmo 84      3-2`.
    if (i > begin && token.kind == TokenKind::kNumber &&
        !context_.is_mention(i, UnitKind::kScore) &&
        (token.span.size() == 2 || token.span.size() == 4) && context_.together(begin, i + 1) &&
        (ends_numbered(begin, i) ||
         (context_.is_mark(i + 1, '-') && context_.token(i + 1).space_before) ||
         (context_.wide_gap(i + 1) && context_.token(i + 1).kind == TokenKind::kNumber))) {
      end = i + 1;
    }
    break;
  }
  return {begin, end};
}

// `la Falchi Bornati di Montecatini`: behind the preposition a town, which no longer town's name
// holds, says where the club is from.
bool UnknownClubs::town_ends(Index begin, Index preposition) const {
  for (Index i = begin; i < preposition; ++i) {
    const TokenFacts& facts = context_.at(i);
    if ((facts.has(kTown) && facts.town_end > preposition) || facts.is(CueClass::kClubPrefix)) {
      return false;
    }
  }
  const TokenFacts& town = context_.at(preposition + 1);
  return town.has(kTown) || town.has(kPlaceForm);
}

IndexRange UnknownClubs::name_until(Index end) const {
  Index begin = end;
  int words = 0;
  for (Index i = end; i > context_.tokens().begin && words < 5;) {
    const Index t = i - 1;
    if (!context_.together(t, end - 1)) break;
    if (i < end && context_.wide_gap(i)) break;
    const Token& token = context_.token(t);
    if (name_token(t) || (i < end && number_of_name(t))) {
      // `Rinviata Ameno-Basiano`: a verb opens the sentence.
      const TokenFacts& opens = context_.at(t);
      if (i < end && opens.has(kSentenceStart) && opens.has(kVerbWord) &&
          !opens.has(kInRow | kTown | kClubForm | kGiven | kSurname | kCapsContext) &&
          !opens.is(CueClass::kClubPrefix)) {
        break;
      }
      ++words;
      begin = i = t;
      if (token.line_before) break;
      continue;
    }
    const TokenFacts& facts = context_.at(t);
    if (i == end && token.kind == TokenKind::kNumber && t > 0 && name_token(t - 1) &&
        (token.span.size() == 2 || token.span.size() == 4) && !context_.wide_gap(t)) {
      i = t;
      continue;
    }
    if (i < end && begin == i && facts.is(CueClass::kParticle) && !facts.has(kCapital) &&
        facts.is(CueClass::kPlacePreposition) && t > 0 && name_token(t - 1)) {
      i = t;
      continue;
    }
    if (context_.is_mark(t, '.') && t > 0 && name_token(t - 1) && !token.space_before &&
        context_.token(t - 1).span.size() <= 3) {
      i = t;
      continue;
    }
    break;
  }
  if (begin + 1 < end) begin = behind_scorer({begin, end});
  return {begin, begin == end ? begin : end};
}

// `54' Neri Como-Crotone 0-0`: who scored in the match before stands between his minute and the
// next match, whose club begins where a form of the lexicon does; not `54' Real Lecce-Como 0-0`.
Index UnknownClubs::behind_scorer(IndexRange name) const {
  if (name.begin == 0 || !context_.is_mention(name.begin - 1, UnitKind::kMinute)) return name.begin;
  if (context_.at(name.begin).is(CueClass::kClubPrefix)) return name.begin;
  for (Index i = name.begin + 1; i < name.end; ++i) {
    if (taken(i) != 0) return i;
  }
  return name.begin;
}

IndexRange UnknownClubs::taken_from(Index begin, std::uint8_t least) const {
  Index end = begin;
  while (context_.together(begin, end) && taken(end) >= least) ++end;
  return {begin, end};
}

IndexRange UnknownClubs::taken_until(Index end, std::uint8_t least) const {
  Index begin = end;
  while (begin > context_.tokens().begin && context_.together(begin - 1, end) &&
         taken(begin - 1) >= least) {
    --begin;
  }
  return {begin, end};
}

}  // namespace panchina
