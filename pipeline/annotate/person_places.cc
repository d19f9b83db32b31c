// How PersonNames tells a name from the town, club, street or ground that it stands beside.
#include <algorithm>

#include "annotate/person_names.h"

namespace panchina {

// `al Giuseppe Meazza`, `stadio Renato Curi`; not `Renato Curi morì`, `la carriera di Giuseppe
// Meazza`: whose name a ground bears may be meant himself.
bool PersonNames::names_ground(Index i) const {
  while (i > 0 && context_.at(i - 1).has(kInStadium) && context_.together(i - 1, i + 1)) --i;
  const TokenFacts& facts = context_.at(i);
  if (!facts.has(kGiven) || facts.has(kInRow | kInLineup)) return true;
  if (person_cue_before(i)) return false;
  // `nel vecchio Silvio Piola`, `lo stadio comunale Renato Curi` too
  constexpr int kReach = 2;  // words
  Index before = context_.before(i);
  for (int step = 0; step < kReach && before != kNoIndex; ++step) {
    if (context_.token(before).kind != TokenKind::kWord) return step == 0;
    if (context_.at(before).any(cue_bits(CueClass::kMasculineArticle, CueClass::kElidedArticle,
                                         CueClass::kPlaceNoun))) {
      return true;
    }
    before = context_.before(before);
  }
  return false;
}

// `il tecnico del Poggio Mirteto Aldo Rossi`, `della Pro Patria Aldo Rossi`: where the town or the
// club of several words ends that begins here and has somebody right behind it; kNoIndex: none.
Index PersonNames::place_before_name(Index begin) const {
  const TokenFacts& head = context_.at(begin);
  const Index end = std::max(head.has(kTown) ? head.town_end : 0, head.club_end);
  if (end <= begin + 1 || !context_.together(begin, end + 1)) return kNoIndex;
  const TokenFacts& name = context_.at(end);
  if (!name.has(kCapital)) return kNoIndex;
  const Index before = context_.before(begin);
  // `l'Armando Picchi`: a club that bears somebody's name.
  const bool article =
      before != kNoIndex &&
      context_.at(before).any(cue_bits(CueClass::kMasculineArticle, CueClass::kElidedArticle));
  if (head.has(kGiven) && !article) return kNoIndex;
  const bool given = name.has(kGiven) && context_.at(end + 1).has(kCapital);
  const bool sure = head.has(kStrongClubForm) && head.club_end == end && !head.has(kGiven);
  return given || sure ? end : kNoIndex;
}

// `Atletico Gallo-Biagio Nazzaro 2-0`: in a row of results a side may be called as somebody is.
bool PersonNames::in_result(IndexRange name) const {
  constexpr Index kSide = 6;  // tokens
  if (!context_.at(name.begin).has(kInRow)) return false;
  const auto is_score = [&](Index i) {
    return context_.together(name.begin, i) && context_.is_mention(i, UnitKind::kScore) &&
           !context_.token(i).line_before;
  };
  const Index before = context_.before(name.begin);
  if (before != kNoIndex && context_.is_mark(before, '-') && is_score(name.end)) return true;
  if (!context_.token(name.begin).line_before || !context_.is_mark(name.end, '-')) return false;
  for (Index i = name.end + 1; i < name.end + kSide; ++i) {
    if (is_score(i)) return true;
  }
  return false;
}

// `San Domenico Savio`, `l'Alba Adriatica`, `il Sassoferrato Genga`: a saint, a town, a club of two
// towns.
bool PersonNames::names_place(Index begin) const {
  const Index before = context_.before(begin);
  const TokenFacts& head = context_.at(begin);
  if (head.has(kTown) && head.town_end == run_end_ && run_end_ > begin + 1) return true;
  if (before == kNoIndex) return false;
  const TokenFacts& left = context_.at(before);
  if (left.has(kCapital) && left.is(CueClass::kParticle) && left.is(CueClass::kClubPrefix) &&
      !left.has(kSentenceStart)) {
    return true;
  }
  return head.has(kTown) && !head.has(kGiven) &&
         left.any(cue_bits(CueClass::kMasculineArticle, CueClass::kElidedArticle));
}

// Takes from the run in run_ the word that stands before its given name.
void PersonNames::trim_run() {
  const Index article = context_.before(run_[0]);
  const bool behind_article =
      article != kNoIndex &&
      context_.at(article).any(cue_bits(CueClass::kMasculineArticle, CueClass::kElidedArticle));
  // `il tecnico del Milan Aldo Rossi`: a club that is called as somebody may be.
  const bool named_so =
      context_.at(run_[0]).has(kStrongClubForm) ||
      (run_.size() > 2 && context_.at(run_[0]).has(kClubForm) && context_.at(run_[1]).has(kGiven));
  if (context_.at(run_[0]).has(kGiven) && named_so && behind_article) {
    run_.erase(run_.begin());
    if (run_.size() < 2) return;
  }
  // `Rileva Jürg Amstutz`, `Dogliani Aldo Boffredo`: what stands before a given name is another
  // word.
  if (run_.size() > 2 && !context_.at(run_[0]).has(kGiven) &&
      (context_.at(run_[0]).has(kSentenceStart | kCommonWord | kClubForm | kPlaceForm) ||
       behind_article)) {
    run_.erase(run_.begin());
  }
  // `nasce a Schiavonea Ercole Madeo`, `UNDER 17 - Confermatissimo Stefano Rossi: …`.
  if (run_.size() > 2 && !context_.at(run_[0]).has(kGiven) && context_.at(run_[1]).has(kGiven) &&
      !context_.at(run_[2]).has(kGiven) && article != kNoIndex &&
      ((context_.at(article).is(CueClass::kAtPlace) && !context_.at(article).has(kCapital)) ||
       (context_.is_mark(article, '-') && context_.token(article).space_before &&
        context_.token(run_[0]).space_before))) {
    run_.erase(run_.begin());
  }
}

// Whether the run that stands behind `article` (kNoIndex: opens its sentence) begins as a club
// does.
bool PersonNames::opens_club(Index article) const {
  const Index begin = run_[0];
  // `l'Aurora Pontassieve`: a club's first word, though it is a given name too.
  if (context_.at(begin).is(CueClass::kClubPrefix) && article != kNoIndex &&
      context_.before(begin) == article &&
      context_.at(article).any(cue_bits(CueClass::kElidedArticle, CueClass::kFeminineArticle))) {
    return true;
  }
  if (article != kNoIndex && run_.size() == 2 && context_.bears_mans_name({begin, run_end_}))
    return true;
  // `ha giocato nella Stella Marina`: what governs a club, and an article that no man has.
  const Index governor = article == kNoIndex ? article : context_.before(article);
  if (governor != kNoIndex && context_.before(begin) == article &&
      context_.at(article).is(CueClass::kFeminineArticle) &&
      !context_.at(article).any(
          cue_bits(CueClass::kBareArticle, CueClass::kOfWord, CueClass::kIndefinite)) &&
      context_.at(governor).is(CueClass::kClubGovernor)) {
    return true;
  }
  // `Atletico Ameno-Olimpia Basiano`: the other side of a fixture.
  if (context_.at(begin).is(CueClass::kClubPrefix) && article != kNoIndex &&
      context_.is_mark(article, '-') && !context_.token(article).space_before &&
      !context_.token(begin).space_before) {
    return true;
  }
  return false;
}

// Whether the first `count` words of the run are a saint or a ground.
bool PersonNames::names_saint(Index article, std::size_t count) const {
  const Index begin = run_[0];
  // `il Santo Stefano`: a saint.
  if (count == 2 && context_.at(begin).is(CueClass::kParticle) &&
      context_.at(run_[1]).has(kGiven) && !context_.at(run_[1]).has(kSurname)) {
    return true;
  }
  // `al Giovanni Paolo II`: a ground that bears a pope's name.
  if (article != kNoIndex && context_.at(article).is(CueClass::kToArticle) &&
      context_.together(begin, run_[count - 1] + 1) &&
      context_.token(run_[count - 1] + 1).kind == TokenKind::kWord &&
      is_roman(context_.document().text.norm(context_.token(run_[count - 1] + 1).span))) {
    return true;
  }
  return false;
}

// `alla Lavagnese via Rossi`: `via` stands right behind a club that `al`, `alla` leads in.
bool PersonNames::gone_from_club(Index via) const {
  constexpr Index kLongest = 4;  // tokens of a club's name
  if (context_.token(via).letters != LetterCase::kLower) return false;
  Index head = context_.before(via);
  for (Index i = 0; i < kLongest && head != kNoIndex; ++i) {
    const Index to = context_.before(head);
    if (to == kNoIndex) return false;
    const TokenFacts& facts = context_.at(head);
    if (facts.has(kClubForm) && context_.at(to).is(CueClass::kToArticle))
      return i == 0 || facts.club_end == via;
    head = to;
  }
  return false;
}

bool PersonNames::in_street(Index begin, Index end) const {
  const Index before = context_.before(begin);
  if (before == kNoIndex) return false;
  const TokenFacts& facts = context_.at(before);
  if (!facts.is(CueClass::kStreet) || facts.has(kCapsContext)) return false;
  // `il tecnico dell'Aston Villa Aldo Rossi`
  if (const Index first = context_.before(before);
      first != kNoIndex && context_.at(first).club_end == begin) {
    return false;
  }
  // `(via Zenatti)`, `Via Corini, dentro Grosso`: gone; `Via Roma 12`: a street.
  const Index bracket = context_.before(before);
  // `mandò via Corini`: sent away.
  if (bracket != kNoIndex && context_.at(bracket).is(CueClass::kSendsAway)) return false;
  if (bracket != kNoIndex && context_.is_mark(bracket, '(')) return false;
  // `Il Bari cambia: via Corini, dentro Grosso` too.
  const bool opens = bracket != kNoIndex && context_.is_mark(bracket, ':');
  if ((facts.has(kSentenceStart) || opens) && !facts.has(kInRow)) {
    Index after = context_.after(end - 1);
    if (after != kNoIndex && context_.is_mark(after, ',')) after = context_.after(after);
    return after != kNoIndex && context_.token(after).kind == TokenKind::kNumber;
  }
  if (gone_from_club(before)) return false;
  // `A Fano via Corini, dentro Grosso`: somebody comes instead.
  if (const Index mark = context_.after(end - 1); mark != kNoIndex && context_.is_mark(mark, ',')) {
    const Index next = context_.after(mark);
    if (next != kNoIndex && context_.at(next).is(CueClass::kPersonLead)) return false;
  }
  // `Cosenza, via Salvatici`: gone, not a street, where the name is a known person's.
  return !knows_surname(context_.at(end - 1).name);
}

// `Romano di San Saba, nato nel 1951`: the quarter or village whence somebody comes of whose town
// the sentence tells first.
bool PersonNames::in_home(Index begin) const {
  while (begin > 0 && context_.at(begin - 1).has(kCapital) && context_.together(begin - 1, begin)) {
    --begin;
  }
  const Index of = context_.before(begin);
  const Index from = of == kNoIndex ? kNoIndex : context_.before(of);
  return from != kNoIndex && context_.at(of).is(CueClass::kParticle) &&
         context_.token(of).letters == LetterCase::kLower && context_.together(from, begin) &&
         context_.at(from).has(kSentenceStart) &&
         !context_.lexicon().demonyms(context_.token(from).word).empty();
}

// `al «Danilo Martelli»`, `trofeo Olivaia`: a stadium or cup that bears a person's name.
bool PersonNames::in_quoted_place(Index begin, Index end) const {
  const Index before = context_.before(begin);
  if (before == kNoIndex) return false;
  const TokenFacts& facts = context_.at(before);
  // ... `il Porto Aldo Rossi`: the club.
  const bool club = facts.has(kCapital) && facts.has(kClubForm);
  if (facts.is(CueClass::kPlaceNoun) && !club) return true;
  const auto quote = [&](Index t) { return context_.is_mark(t, '"') || context_.is_mark(t, '\''); };
  if (!quote(before) || !quote(end)) return false;
  const Index article = context_.before(before);
  return article != kNoIndex &&
         context_.at(article).any(
             cue_bits(CueClass::kMasculineArticle, CueClass::kElidedArticle, CueClass::kPlaceNoun));
}

// `Neri (Ascoli): capolista`: nothing but a club in the bracket.
bool PersonNames::club_in_bracket(Index last) const {
  Index i = last + 1;
  if (clubs_ == nullptr || !context_.is_mark(i, '(') || !context_.together(last, i)) return false;
  for (++i; i < clubs_->size() && (*clubs_)[i]; ++i) {
  }
  return i > last + 2 && context_.is_mark(i, ')');
}

// Whether a token opens the bracket behind a person's full name.
bool PersonNames::tells_of_named(Index i) const {
  const Index open = context_.before(i);
  const Index named = open == kNoIndex ? kNoIndex : context_.before(open);
  return named != kNoIndex && context_.is_mark(open, '(') && context_.at(named).has(kInPerson);
}

}  // namespace panchina
