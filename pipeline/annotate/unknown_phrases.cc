// Where UnknownClubs sees a name that may be a club's in running text: by its own words and those
// right before it. What the rest of the sentence must say stands in unknown_surroundings.cc.
#include "annotate/unknown_clubs.h"
#include "document/features.h"

namespace panchina {

// How sure it is that a club is named here; nothing: it is not.
std::optional<UnknownClubs::Certainty> UnknownClubs::phrase(IndexRange tokens) const {
  const Index before = context_.before(tokens.begin);
  if (labelled_.count(tokens.begin) != 0 || tells_by_itself(tokens, before))
    return Certainty::kWhole;
  if (before == kNoIndex) return std::nullopt;
  if (behind_person(tokens, before) || in_former_list(tokens)) return Certainty::kWhole;
  if (context_.at(before).has(kCapsContext) || names_other(tokens, before)) return std::nullopt;
  if (follows_noun(tokens, before) || between_two(tokens, before)) return Certainty::kWhole;
  const TokenFacts& left = context_.at(before);
  if (!left.any(kSingularArticles) && !left.any(cue_bits(CueClass::kAgainst, CueClass::kFormer))) {
    return std::nullopt;
  }
  if (ends_like_people(tokens)) {
    // `al Portoghese José Neri`: where a man is from.
    const bool man = left.is(CueClass::kMasculineArticle) &&
                     context_.together(before, tokens.end) &&
                     context_.at(tokens.end).has(kInPerson);
    return man ? std::nullopt : std::optional(Certainty::kWhole);
  }
  if (behind_article(tokens, before) || of_side(tokens, before) || in_game(tokens, before)) {
    return Certainty::kWhole;
  }
  return half_told(tokens, before) ? std::optional(Certainty::kHalf) : std::nullopt;
}

// By its own words and place, whatever stands before it: in a career, a line-up, by its first word
// or its last.
bool UnknownClubs::tells_by_itself(IndexRange tokens, Index before) const {
  const TokenFacts& head = context_.at(tokens.begin);
  if (evidence_.in_career(tokens) && before != kNoIndex &&
      context_.is_mention(before, UnitKind::kDate) &&
      (known_beside(before) || (is_town(tokens) && towns_beside(before)))) {
    return true;
  }
  if (context_.at(tokens.begin).has(kInRow) && evidence_.in_row(tokens)) {
    const Index date = date_of_row(tokens.begin);
    if (date != kNoIndex && known_beside(date)) return true;
  }
  if (evidence_.lineup_head(tokens)) return true;
  if (competition_follows(tokens) || follows_in_career(tokens)) return true;
  if (town_in_career(tokens)) return true;
  // `Virtus Corigliano contro ragazzi di passaggio`, `Torino, Real Meda e Pro Sesto`.
  if (tokens.size() == 2 && head.is(CueClass::kSurePrefix) && !head.has(kCapsContext) &&
      (context_.token(tokens.begin).span.size() > 4 ||
       (before != kNoIndex && context_.token(tokens.begin).span.size() > 2 &&
        (context_.is_mark(before, ',') || context_.at(before).is(CueClass::kConjunction)))) &&
      (ends_in_town(tokens) || named_oddly(tokens.end - 1))) {
    return true;
  }
  // `ASD Torneno, ecco lo staff`; of a town only where the lexicon holds no club of it.
  const bool headed = heads_page(tokens.begin) && context_.is_mark(tokens.end, '-');
  if (tokens.size() > 1 && context_.is_short_form(tokens.begin) &&
      (!head.has(kCapsContext) || headed) && !context_.at(tokens.begin + 1).has(kClubForm) &&
      (!context_.at(tokens.begin + 1).has(kTown) || clubless_town(tokens.begin + 1))) {
    return true;
  }
  if (named_of_city(tokens) || context_.bears_mans_name(tokens)) return true;
  if (tokens.size() > 1 && ends_numbered(tokens.begin, tokens.end - 1)) return true;
  // `Confermate Unterland Damen e Torres`.
  return tokens.size() > 1 && context_.at(tokens.end - 1).is(CueClass::kWomen) &&
         !context_.at(tokens.end - 1).is(CueClass::kClubPrefix) &&
         !head.has(kCommonWord | kOtherForm | kCapsContext) && !head.is(CueClass::kClubPrefix);
}

// Whether it names somebody or something else: a man, a ground, a thing.
bool UnknownClubs::names_other(IndexRange tokens, Index before) const {
  const TokenFacts& head = context_.at(tokens.begin);
  const TokenFacts& left = context_.at(before);
  // `Il Neri era stato ingaggiato`, `Addio al Peppo Neri`: somebody named in full elsewhere.
  if (!head.has(kInRow) && evidence_.names_person(tokens.end - 1) &&
      !context_.at(tokens.end - 1).has(kClubForm | kTown) &&
      !(tokens.size() > 1 && head.is(CueClass::kClubPrefix))) {
    return true;
  }
  // `guida una Panda`.
  if (left.is(CueClass::kIndefinite) && tokens.size() == 1 && !ends_like_club(tokens.begin)) {
    return true;
  }
  // `I Dal Cin`: part of a surname.
  if (left.any(kSingularArticles) && left.has(kCapital) && !left.has(kSentenceStart)) return true;
  if (names_ground(tokens)) return true;
  // `4-1 al De Simone`: a ground that bears a man's name.
  return left.is(CueClass::kToArticle) && tokens.size() > 1 && head.has(kInStadium) &&
         !head.has(kInRow) && context_.at(tokens.end - 1).has(kInStadium);
}

// By the noun, the verb or the small word before it, or by an article and its own words.
bool UnknownClubs::follows_noun(IndexRange tokens, Index before) const {
  const TokenFacts& head = context_.at(tokens.begin);
  const TokenFacts& left = context_.at(before);
  const bool article = left.any(kSingularArticles);
  // `due anni e mezzo di Grignasco`.
  if (left.is(CueClass::kParticle) && left.is(CueClass::kPlacePreposition) && is_town(tokens) &&
      context_.before(before) != kNoIndex &&
      context_.at(context_.before(before)).is(CueClass::kSpell)) {
    return true;
  }
  // `ex Fluminimaggiore`.
  if (left.is(CueClass::kFormer) && (is_town(tokens) || formerly(tokens, before))) return true;
  if (tokens.size() >= 2 && head.is(CueClass::kSurePrefix) &&
      (article || left.any(cue_bits(CueClass::kAgainst, CueClass::kFormer)))) {
    return true;
  }
  // `il Miami FC`.
  if (article && tokens.size() > 1 && context_.at(tokens.end - 1).is(CueClass::kClubSuffix) &&
      !head.has(kCommonWord)) {
    return true;
  }
  if (article && ends_in_town(tokens)) {
    // `la Salentina Corigliano`, not `la Croce Rossa`.
    if (!left.is(CueClass::kFeminineArticle) || head.is(CueClass::kClubPrefix) ||
        ends_like_club(tokens.begin) || tokens.size() > 2) {
      return true;
    }
  }
  // `fra Brescello e Luzzara`.
  if (left.is(CueClass::kConjunction) && head.town_end == tokens.end) {
    for (Index i = before, step = 0; step < 4 && i > context_.tokens().begin; ++step) {
      i = context_.before(i);
      if (i == kNoIndex) break;
      if (context_.at(i).is(CueClass::kBetween)) {
        return taken(i + 1) != 0 || context_.at(i + 1).is(CueClass::kMasculineArticle);
      }
    }
  }
  if (at_home(tokens, before) || governed_bare(tokens, before)) return true;
  if (initials_of_side(tokens, before)) return true;
  // `la capolista Rubierese`.
  return left.is(CueClass::kClubApposition);
}

// `la società Asd Torneno`, `il club sportivo US Torneno`: a noun for clubs, and initials or a
// first word that clubs have.
bool UnknownClubs::initials_of_side(IndexRange tokens, Index before) const {
  Index noun = before;
  if (tokens.size() < 2 || !context_.at(tokens.begin).is(CueClass::kSurePrefix)) {
    const bool apart = context_.at(before).is(CueClass::kSurePrefix) &&
                       context_.token(before).letters == LetterCase::kUpper &&
                       !context_.at(tokens.begin).has(kGiven);
    if (!apart) return false;
    noun = context_.before(before);
  }
  const auto names_side = [&](Index i) {
    return i != kNoIndex && context_.at(i).is(CueClass::kClubNoun) &&
           context_.token(i).letters == LetterCase::kLower;
  };
  if (noun == kNoIndex || names_side(noun)) return noun != kNoIndex;
  return context_.token(noun).kind == TokenKind::kWord &&
         context_.token(noun).letters == LetterCase::kLower && names_side(context_.before(noun));
}

// Behind what governs a club, with no article: `ha allenato X`, `sulle panchine di X`.
bool UnknownClubs::governed_bare(IndexRange tokens, Index before) const {
  const TokenFacts& head = context_.at(tokens.begin);
  const TokenFacts& left = context_.at(before);
  // `ha allenato Montalcino, Badesse e Fiesole`: the first of such a list.
  if (left.is(CueClass::kClubGovernor) && context_.token(before).letters == LetterCase::kLower &&
      like_club(tokens)) {
    const Index mark = context_.after(tokens.end - 1);
    const Index next = mark == kNoIndex ? mark : context_.after(mark);
    if (next != kNoIndex && context_.at(next).has(kCapital) &&
        (context_.is_mark(mark, ',') || context_.at(mark).is(CueClass::kConjunction))) {
      return true;
    }
  }
  // `sulle panchine di Rovellasca e Fiesole`.
  if (left.is(CueClass::kParticle) && left.is(CueClass::kPlacePreposition) && like_club(tokens) &&
      context_.before(before) != kNoIndex &&
      context_.at(context_.before(before)).is(CueClass::kClubContext)) {
    return true;
  }
  // `la società Prato Sesia`, `la società sportiva Prato Sesia`, `la società Prato Calcio`.
  const bool described = context_.lexicon().in_list(context_.token(before).word, sporting_);
  const Index noun = described ? context_.before(before) : before;
  if (noun == kNoIndex || !context_.at(noun).is(CueClass::kClubNoun) ||
      context_.token(noun).letters != LetterCase::kLower) {
    return false;
  }
  return is_town(tokens) ||
         (tokens.size() == 1 && ends_like_club(tokens.begin) &&
          !head.has(kGiven | kSurname | kCommonWord)) ||
         (tokens.size() > 1 && head.town_end + 1 == tokens.end &&
          context_.at(tokens.end - 1).is(CueClass::kClubSuffix));
}

// Behind an article: by the article's gender, or by what governs it or whom it meets.
bool UnknownClubs::behind_article(IndexRange tokens, Index before) const {
  const TokenFacts& head = context_.at(tokens.begin);
  const TokenFacts& left = context_.at(before);
  // `l'Ortona`: nor that one; not `espugnò per 2-1 l'Aragona`.
  if (left.is(CueClass::kElidedArticle) && is_town(tokens) &&
      (before == 0 || !context_.is_mention(before - 1, UnitKind::kScore))) {
    return true;
  }
  // `la goleada della Cadorago (6-0)`.
  if (context_.is_mark(tokens.end, '(') && context_.together(before, tokens.end + 1) &&
      context_.is_mention(tokens.end + 1, UnitKind::kScore) &&
      !head.has(kGiven | kSurname | kCommonWord)) {
    return true;
  }
  // `sul Marostica`, `il Traversetolo`: no town has that article.
  if (left.is(CueClass::kMasculineArticle) && head.town_end == tokens.end &&
      !head.has(kCommonWord)) {
    return true;
  }
  const Index noun = context_.before(before);
  // `del CjarlinsMuzane`.
  if (glued(tokens)) return true;
  return governed(tokens, before) || sure_form(tokens, before) || met(tokens, before, noun) ||
         host_meets(tokens, before, noun);
}

// Behind the side or the post that is the club's: `i pulcini della Carlofortina`.
bool UnknownClubs::of_side(IndexRange tokens, Index before) const {
  const TokenFacts& head = context_.at(tokens.begin);
  const TokenFacts& left = context_.at(before);
  Index noun = context_.before(before);
  // `gli Under 15 dell'Accademia Borgomanero`.
  if (noun != kNoIndex && context_.token(noun).kind == TokenKind::kNumber &&
      context_.before(noun) != kNoIndex &&
      context_.at(context_.before(noun)).is(CueClass::kYouthSide)) {
    noun = context_.before(noun);
  }
  const bool of =
      left.any(cue_bits(CueClass::kMasculineArticle, CueClass::kElidedArticle)) && noun != kNoIndex;
  // `i pulcini della Carlofortina`.
  if (left.is(CueClass::kFeminineArticle) && noun != kNoIndex && !head.has(kPlaceForm) &&
      context_.at(noun).is(CueClass::kYouthSide) && single_is_rare(tokens)) {
    return true;
  }
  if (of && (context_.at(noun).any(cue_bits(CueClass::kYouthSide, CueClass::kSideNoun)) ||
             context_.at(noun).has(kInRoleForm))) {
    return true;
  }
  // `l'allenatore della Brutium Cosenza`.
  if (left.is(CueClass::kFeminineArticle) && noun != kNoIndex &&
      context_.at(noun).is(CueClass::kPersonHead) && context_.at(noun).has(kInRoleForm) &&
      !head.has(kPlaceForm | kOtherForm | kCapsContext) &&
      (single_is_rare(tokens) || like_club(tokens))) {
    return true;
  }
  // `la Pontolliese Libertas`.
  if (tokens.size() == 2 &&
      left.any(cue_bits(CueClass::kFeminineArticle, CueClass::kElidedArticle)) &&
      context_.at(tokens.begin + 1).is(CueClass::kClubPrefix) &&
      context_.cues().ending_of(context_.document().text.norm(context_.token(tokens.begin).span)) ==
          NameEnding::kDemonym) {
    return true;
  }
  return tokens.size() > 1 && noun != kNoIndex && context_.at(noun).is(CueClass::kSideNoun);
}

// Behind an article: by a score, a date, a league or a deed of the sentence.
bool UnknownClubs::in_game(IndexRange tokens, Index before) const {
  const TokenFacts& head = context_.at(tokens.begin);
  const TokenFacts& left = context_.at(before);
  const Index noun = context_.before(before);
  if (evidence_.score_before(tokens.begin)) return true;
  // `Cade in casa il Pratovecchio, 1-2`.
  if (Index score = context_.after(tokens.end - 1); score != kNoIndex) {
    if (context_.is_mark(score, ',')) score = context_.after(score);
    if (score != kNoIndex && context_.is_mention(score, UnitKind::kScore) &&
        left.is(CueClass::kMasculineArticle) && !left.is(CueClass::kToArticle)) {
      return true;
    }
  }
  // `la Fiumana, fino al 1930`.
  const Index after = context_.after(tokens.end - 1);
  if (ending_of(tokens) == NameEnding::kFeminine && left.is(CueClass::kFeminineArticle) &&
      after != kNoIndex && !head.has(kPlaceForm | kCommonWord) && date_near(after)) {
    return true;
  }
  // `l'Arce sbarca in Promozione`.
  if (of_a_league(tokens, before) || acts(tokens, before) || tells_score(tokens, before) ||
      changes_at(tokens, before)) {
    return true;
  }
  // `lo 0-7 del 10 novembre con il Brixen Obi`; not `lo 0-1 fra il Neri e il suo portiere`.
  if (noun != kNoIndex && context_.at(noun).is(CueClass::kBetween) && score_in_sentence(noun) &&
      (after == kNoIndex || !context_.at(after).is(CueClass::kConjunction) || and_another(after))) {
    return true;
  }
  if (of_saint(tokens, before)) return true;
  if (noun != kNoIndex && context_.at(noun).is(CueClass::kAgainst)) return true;
  // `La Fidentina è uscita sconfitta dal campo del Rolo per 2-1`
  return like_town(tokens, before) && left.has(kSentenceStart) && left.has(kCapital) &&
         after != kNoIndex && !context_.at(after).has(kInPerson | kCapital) && score_ahead(after);
}

// A name behind an article that is a club's where it stands again.
bool UnknownClubs::half_told(IndexRange tokens, Index before) const {
  const TokenFacts& head = context_.at(tokens.begin);
  const TokenFacts& left = context_.at(before);
  const Index noun = context_.before(before);
  // `Ieri al Neri`, `Al Neri, ieri, …`: a ground.
  if (left.is(CueClass::kToArticle) && tokens.size() == 1 &&
      (noun == kNoIndex || left.has(kSentenceStart) ||
       context_.is_mention(noun, UnitKind::kDate))) {
    return false;
  }
  if (tokens.size() == 1 && head.has(kGiven)) return false;  // `il Gino`
  // `Lo Faro, tecnico degli ospiti`: a surname.
  if (left.has(kCapital) && left.is(CueClass::kParticle) && left.is(CueClass::kMasculineArticle)) {
    return false;
  }
  // `l'alluvione del Polesine`: a valley, once or often.
  if (tokens.size() == 1 && head.has(kPlaceForm) && !head.has(kTown)) return false;
  return like_town(tokens, before) || left.is(CueClass::kMasculineArticle) ||
         left.is(CueClass::kElidedArticle);
}

// `A.S.D. Colline Metallifere`: where the name begins behind the initials of a kind of club, two
// or three; else where it begins.
Index UnknownClubs::behind_initials(IndexRange name) const {
  const auto initial = [&](Index i) {
    return context_.token(i).span.size() == 1 && context_.token(i).letters != LetterCase::kLower &&
           context_.is_mark(i + 1, '.');
  };
  Index own = name.begin, first = name.begin;
  while (own + 2 < name.end && initial(own)) own += 2;
  while (first >= context_.tokens().begin + 2 && initial(first - 2) &&
         !context_.token(first).space_before) {
    first -= 2;
  }
  // `dell'A.C. Offanengo`: two are enough behind an article that no man's initials have, and at
  // the head of a page.
  const Index before = context_.before(first);
  const bool article =
      before != kNoIndex &&
      context_.at(before).any(cue_bits(CueClass::kElidedArticle, CueClass::kFeminineArticle));
  return own >= first + (article || heads_page(first) ? 4 : 6) ? own : name.begin;
}

// `U.S. Borghetto - la storia`: whether a title or heading begins there.
bool UnknownClubs::heads_page(Index first) const {
  if (context_.before(first) != kNoIndex) return false;
  const Document& document = context_.document();
  const Index sentence = context_.at(first).sentence;
  if (sentence == kNoIndex) return false;
  const Block& block = document.blocks[document.sentences[sentence].block];
  return block.tokens.begin == first &&
         (block.label == BlockLabel::kTitle || block.label == BlockLabel::kHeading);
}

void UnknownClubs::find_phrases() {
  Index behind = 0;  // the last name read
  for (const Index i : context_.capitals()) {
    if (i < behind) continue;
    // `Luzzara: Neri, Bini, …`: a town at the head of a line-up; its other names are players.
    if (context_.at(i).has(kInLineup) &&
        (!context_.token(i).line_before || !context_.at(i).has(kTown))) {
      continue;
    }
    if (!name_token(i) && !number_of_name(i)) continue;
    const IndexRange name = name_from(i);
    if (name.empty()) continue;
    if (context_.at(i).has(kInLineup)) {
      if (context_.at(i).town_end == name.end && free(name) && evidence_.lineup_head(name)) {
        sight(name, Certainty::kWhole);
      }
      behind = name.end;
      continue;
    }
    // `Confermate Unterland Damen`: a verb opens the sentence.
    const TokenFacts& head = context_.at(i);
    if (name.size() > 1 && head.has(kSentenceStart) && head.has(kVerbWord) &&
        !head.has(kTown | kClubForm | kGiven | kSurname | kInRow | kCapsContext) &&
        !head.is(CueClass::kClubPrefix) && context_.at(i + 1).has(kCapital)) {
      behind = i + 1;
      continue;
    }
    const Index own = behind_initials(name);
    if (own > name.begin && own < name.end && free({own, name.end})) {
      sight({own, name.end}, Certainty::kWhole);
    } else if (free(name)) {
      if (const std::optional<Certainty> certainty = phrase(name)) sight(name, *certainty);
    }
    behind = name.end;
  }
}

}  // namespace panchina
