// Signs that what looks like a club's name is none: a word, a person, a town, a referee's bracket.
#include "annotate/club_evidence.h"

namespace panchina {

bool ClubEvidence::part_of_name(IndexRange tokens) const {
  const TokenFacts& facts = context_.at(tokens.begin);
  if (facts.has(kInRow | kInTitle | kCapsContext)) return false;
  const Index before = context_.before(tokens.begin);
  const Index after = context_.after(tokens.end - 1);
  const auto names = [&](Index i) {
    const TokenFacts& beside = context_.at(i);
    return beside.has(kCapital) &&
           !beside.has(kCapsContext | kInMention | kOtherForm | kClubForm) &&
           !beside.any(cue_bits(CueClass::kFunctionWord, CueClass::kTitle, CueClass::kPersonNoun,
                                CueClass::kClubNoun, CueClass::kClubSuffix, CueClass::kYouthSide,
                                CueClass::kWomen, CueClass::kNoName)) &&
           context_.token(i).span.size() > 2;
  };
  const bool house = before != kNoIndex &&
                     context_.at(before).any(cue_bits(CueClass::kStreet, CueClass::kPlaceNoun));
  if (facts.has(kStrongClubForm) && !house) return false;
  if (before != kNoIndex && names(before) && !context_.at(before).has(kSentenceStart) &&
      !context_.at(before).has(kInPerson) && !context_.token(tokens.begin).line_before) {
    return true;
  }
  return tokens.size() == 1 && !facts.has(kStrongClubForm) && after != kNoIndex && names(after) &&
         !context_.token(after).line_before && !context_.at(after).has(kInPerson | kGiven);
}

// `Marcatori: Neri (Rieti) 14`: alone in a bracket behind a name, and no referee's town.
bool ClubEvidence::of_scorer(IndexRange tokens) const {
  const Index open = context_.before(tokens.begin);
  if (open == kNoIndex || !context_.is_mark(open, '(') || !context_.is_mark(tokens.end, ')')) {
    return false;
  }
  const Index name = context_.before(open);
  return name != kNoIndex && context_.at(name).has(kCapital) && !after_referee(tokens.begin);
}

// A town's word (`Porto`) that its accent makes a verb of, at the head of a sentence.
bool ClubEvidence::verb_by_accent(Index i) const {
  const std::string_view word = context_.document().text.norm(context_.token(i).span);
  return context_.at(i).is(CueClass::kTownWord) && !word.empty() &&
         (static_cast<unsigned char>(word.back()) & 0x80) != 0;
}

bool ClubEvidence::is_no_club(IndexRange tokens) const {
  const TokenFacts& facts = context_.at(tokens.begin);
  if (facts.has(kInPerson | kStreetName)) return true;
  if (is_common_word(tokens) || named_referee(tokens) || follows_no_club(tokens) ||
      is_birthplace(tokens) || life_begins(tokens) || part_of_name(tokens)) {
    return true;
  }
  if (facts.has(kInLineup) && !lineup_head(tokens) && !has_article(tokens) && !of_scorer(tokens)) {
    return true;
  }
  if (!has_article(tokens) && after_referee(tokens.begin)) return true;
  // `U.S. NOVESE – La presidenza …`: no town has such a name.
  const bool town = !facts.has(kStrongClubForm) || facts.has(kPlaceForm);
  if ((town && dateline(tokens)) || ground_before(tokens)) return true;
  return is_known_person(tokens) || in_referees_bracket(tokens);
}

// A word of the language, where it opens a sentence or stands in capitals.
bool ClubEvidence::is_common_word(IndexRange tokens) const {
  if (tokens.size() != 1) return false;
  const TokenFacts& facts = context_.at(tokens.begin);
  // `Anzi, in undici`.
  if (facts.is(CueClass::kFunctionWord) && facts.has(kSentenceStart)) return true;
  // `Portò la Fermana in C2`.
  if (facts.has(kSentenceStart | kInTitle) && verb_by_accent(tokens.begin)) return true;
  if (!facts.has(kCommonWord) || facts.has(kStrongClubForm | kInRow)) return false;
  // `FINALE PLAYOFF`.
  if (facts.has(kCapsContext) && facts.epithet == kNoIndex) return true;
  // `Finale: 2-1`, `Finale, 3-0 per il Bari`.
  const Index after = context_.after(tokens.begin);
  if (!facts.has(kSentenceStart) || after == kNoIndex) return false;
  const bool marked = context_.is_mark(after, ':') || context_.is_mark(after, ',');
  const Index next = marked ? context_.after(after) : after;
  return next != kNoIndex && context_.is_mention(next, UnitKind::kScore);
}

// Words before it after which no club stands: a title, a street, a minute of play.
bool ClubEvidence::follows_no_club(IndexRange tokens) const {
  const Index before = context_.before(tokens.begin);
  if (before == kNoIndex) return false;
  const TokenFacts& facts = context_.at(tokens.begin);
  const TokenFacts& left = context_.at(before);
  // `al San Paolo`, `in un 'San Paolo' semideserto`: a ground of that name.
  const bool quoted = context_.is_mark(before, '\'') || context_.is_mark(before, '"');
  if (tokens.size() > 1 && facts.has(kInStadium) && (left.is(CueClass::kToArticle) || quoted) &&
      context_.at(tokens.end - 1).has(kInStadium)) {
    return true;
  }
  if (left.is(CueClass::kStreet) && !left.has(kCapsContext) && !left.has(kCapital)) return true;
  const bool names_person =
      left.is(CueClass::kTitle) || (left.is(CueClass::kPersonNoun) && !facts.has(kStrongClubForm));
  if (names_person && !left.has(kCapsContext)) return true;
  if (context_.is_mark(before, '.') && !context_.token(tokens.begin).line_before) {
    const Index title = context_.before(before);
    if (title != kNoIndex && context_.at(title).is(CueClass::kTitle)) return true;
  }
  if (left.is(CueClass::kPlaceNoun)) return true;
  if (left.is(CueClass::kPlacePreposition)) {
    const Index noun = context_.before(before);
    if (noun != kNoIndex &&
        context_.at(noun).any(cue_bits(CueClass::kPlaceNoun, CueClass::kBorn))) {
      return true;
    }
  }
  // A scorer: `35' st Messina (F)`; not `12' Bari pericoloso`.
  const Index after = context_.after(tokens.end - 1);
  return context_.is_mention(before, UnitKind::kMinute) && !facts.has(kStrongClubForm) &&
         (after == kNoIndex || context_.token(after).kind == TokenKind::kPunct);
}

// A person's town.
bool ClubEvidence::is_birthplace(IndexRange tokens) const {
  const TokenFacts& facts = context_.at(tokens.begin);
  const Index before = context_.before(tokens.begin);
  const Index after = context_.after(tokens.end - 1);
  // `Cremonese di Soresina`, `Adriese di nascita`
  if (tokens.size() == 1 && facts.has(kSentenceStart) && after != kNoIndex &&
      context_.at(after).is(CueClass::kPlacePreposition) &&
      (context_.at(after + 1).is(CueClass::kOrigin) ||
       (context_.at(after + 1).has(kTown) && !context_.at(after + 1).has(kInPerson)))) {
    return true;
  }
  // `messinese di Bolzaneto`.
  if (before == kNoIndex || !context_.at(before).is(CueClass::kParticle) ||
      !context_.at(before).is(CueClass::kPlacePreposition)) {
    return false;
  }
  const Index people = context_.before(before);
  return people != kNoIndex && context_.token(people).letters == LetterCase::kLower &&
         facts.epithet == kNoIndex &&
         !context_.lexicon().demonyms(context_.token(people).word).empty();
}

// A name that is somebody's elsewhere in the text, without an article.
bool ClubEvidence::is_known_person(IndexRange tokens) const {
  if (tokens.size() != 1 || has_article(tokens) || in_row(tokens)) return false;
  const TokenFacts& facts = context_.at(tokens.begin);
  // `Leonzio ha firmato`: the first name of somebody named in full.
  const bool given =
      !facts.has(kPlaceForm | kInTitle | kCapsContext) && persons_.knows_given(facts.name);
  return (given || persons_.knows_surname(facts.name)) && !lineup_head(tokens) &&
         !in_career(tokens);
}

// `(Viterbo di Lucca)`, `(Neri di Viterbo)`
bool ClubEvidence::in_referees_bracket(IndexRange tokens) const {
  const Index before = context_.before(tokens.begin);
  const Index after = context_.after(tokens.end - 1);
  if (before == kNoIndex || after == kNoIndex) return false;
  if (context_.is_mark(before, '(') && context_.at(after).is(CueClass::kPlacePreposition) &&
      context_.at(after + 1).has(kCapital) && context_.is_mark(after + 2, ')')) {
    return true;
  }
  return context_.at(before).is(CueClass::kPlacePreposition) && context_.is_mark(after, ')') &&
         before >= 2 && context_.is_mark(before - 2, '(');
}

bool ClubEvidence::may_stand_for_club(IndexRange town) const {
  return !is_no_club(town) && !province_follows(town) && !birth(town);
}

}  // namespace panchina
