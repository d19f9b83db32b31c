// What around a name in running text tells UnknownClubs of a club: whom it meets, its league, its
// deeds, a career that goes through clubs.
#include "annotate/unknown_clubs.h"
#include "document/features.h"

namespace panchina {
namespace {

constexpr int kLongNote = 20;  // tokens of a bracket in a career

}  // namespace

// Whether a date and small words stand between here and what governs a club.
bool UnknownClubs::governed_past(Index date) const {
  constexpr int kReach = 6;
  Index i = date;
  for (int step = 0; i != kNoIndex && step < kReach; ++step) {
    if (context_.at(i).is(CueClass::kClubGovernor)) return step > 0;
    if (context_.token(i).kind == TokenKind::kPunct || context_.at(i).has(kInPerson)) return false;
    const Mention* mention = context_.mention_at(i);
    i = context_.before(mention != nullptr ? mention->tokens.begin : i);
  }
  return false;
}

// Whether it is of several words, or of one that is no common word, given name or surname.
bool UnknownClubs::single_is_rare(IndexRange tokens) const {
  if (tokens.size() > 1) return true;
  const TokenFacts& head = context_.at(tokens.begin);
  if (head.has(kCommonWord | kGiven | kSurname)) return false;
  const Index before = context_.before(tokens.begin);
  return !head.has(kPlaceForm) ||
         (before != kNoIndex && !context_.at(before).is(CueClass::kFeminineArticle));
}

// `il Fiume Veneto Bannia`, `nel San Miniato Basso`: a town or saint and more, with an article.
bool UnknownClubs::sure_form(IndexRange tokens, Index article) const {
  const TokenFacts& left = context_.at(article);
  if (!left.any(cue_bits(CueClass::kMasculineArticle, CueClass::kElidedArticle))) return false;
  const TokenFacts& head = context_.at(tokens.begin);
  const bool ground = left.is(CueClass::kToArticle);
  if (tokens.size() < 2) return false;
  const Index more = head.town_end < tokens.end ? tokens.end - head.town_end : 0;
  // `col Fiume Veneto Bannia`: a ground has no such name.
  const bool long_town = more > 0 && head.town_end > tokens.begin + 1;
  if ((head.has(kTown) && more > 0 && (!ground || long_town)) || villa(tokens.begin)) {
    return !context_.at(tokens.end - 1).has(kCommonWord);
  }
  if (head.has(kCommonWord)) return false;
  return tokens.size() >= 3 && head.is(CueClass::kClubPrefix) && head.is(CueClass::kParticle) &&
         !ground;
}

// `la gara di domenica con l'Albinese`: with an article behind `con`, beside a date.
bool UnknownClubs::met(IndexRange tokens, Index article, Index noun) const {
  if (noun == kNoIndex || !context_.at(noun).is(CueClass::kBetween)) return false;
  if (!context_.at(article).any(kSingularArticles) || !single_is_rare(tokens)) return false;
  if (date_near(context_.after(tokens.end - 1))) return true;
  for (Index i = noun, step = 0; i != kNoIndex && step < 14; ++step, i = context_.before(i)) {
    if (context_.is_mention(i, UnitKind::kDate)) return true;
    // `reduce dalla salvezza in Promozione con il Torneno`.
    if (step < 8 && context_.at(i).has(kOtherForm) && context_.at(i).has(kCapital) &&
        !context_.at(i).has(kInStadium | kInRoleForm)) {
      return true;
    }
  }
  return false;
}

// `il Rosolini riceve il Nebros`: what a club plays against.
bool UnknownClubs::host_meets(IndexRange tokens, Index article, Index verb) const {
  constexpr int kReach = 6;
  if (verb == kNoIndex || !context_.at(verb).is(CueClass::kClubMeets)) return false;
  const TokenFacts& head = context_.at(tokens.begin);
  const bool simple = tokens.size() == 1 || head.is(CueClass::kClubPrefix) || is_town(tokens);
  if (!simple || !single_is_rare(tokens) || context_.at(article).is(CueClass::kIndefinite)) {
    return false;
  }
  Index i = context_.before(verb);
  for (int step = 0; i != kNoIndex && step < kReach; ++step, i = context_.before(i)) {
    if (taken(i) != 0 && context_.at(i).has(kCapital)) return true;
    if (context_.token(i).kind == TokenKind::kPunct) return false;
  }
  return false;
}

// `Castiglioncello (Prima Categoria)`, `alla Rubierese (Eccellenza)`, `il Torneno (Girone F)`.
bool UnknownClubs::competition_follows(IndexRange tokens) const {
  const Index open = tokens.end;
  const Index before = context_.before(tokens.begin);
  // `ex Rivignano, Promozione`, `la panchina della Rubierese, Eccellenza`.
  const bool named = before != kNoIndex && (context_.at(before).any(kSingularArticles) ||
                                            context_.at(before).is(CueClass::kFormer));
  const bool opens = context_.is_mark(open, '(') || (named && context_.is_mark(open, ','));
  if (!opens || !context_.together(tokens.begin, open + 1)) return false;
  return league_at(open + 1);
}

// `Copertino nel 1959-60.`, `Tavagnacco (2005-2007), vice`: a town and its years, where clubs of
// the lexicon have theirs near by.
bool UnknownClubs::town_in_career(IndexRange tokens) const {
  if (context_.at(tokens.begin).town_end != tokens.end || !evidence_.in_career(tokens)) {
    return false;
  }
  const Index before = context_.before(tokens.begin);
  if (before != kNoIndex && context_.at(before).any(cue_bits(CueClass::kPlacePreposition))) {
    return false;
  }
  const auto years = [&](Index i) {
    if (context_.is_mark(i, '(')) ++i;
    return context_.is_mention(i, UnitKind::kDate) &&
           (context_.mention_at(i)->features & (kDateRange | kDateSeason)) != 0;
  };
  if (!years(tokens.end) && !years(tokens.end + 1)) return false;
  const IndexRange section = context_.tokens();
  const IndexRange sentence =
      context_.document().sentences[context_.at(tokens.begin).sentence].tokens;
  if (context_.is_mark(tokens.end, '(')) {
    for (Index i = sentence.begin; i < sentence.end; ++i) {
      if (taken(i) != 0) return true;
    }
  }
  const Index from = tokens.begin > section.begin + 60 ? tokens.begin - 60 : section.begin;
  for (Index i = from; i < section.end && i < tokens.end + 60; ++i) {
    if (taken(i) != 0 && years(i + 1)) return true;
  }
  return false;
}

// `l'Arce`, `il Traversetolo`: a rare word that no epithet is, with an article that no man has.
bool UnknownClubs::is_named_like_a_team(IndexRange tokens, Index article) const {
  const TokenFacts& left = context_.at(article);
  return left.any(cue_bits(CueClass::kMasculineArticle, CueClass::kElidedArticle)) &&
         !left.is(CueClass::kToArticle) && single_is_rare(tokens) &&
         context_.at(tokens.begin).epithet == kNoIndex;
}

// `l'Arce sbarca in Promozione`: a name with its article and a league of amateurs or others behind
// its verb.
bool UnknownClubs::of_a_league(IndexRange tokens, Index article) const {
  if (!is_named_like_a_team(tokens, article)) return false;
  Index i = context_.after(tokens.end - 1);
  for (int step = 0; i != kNoIndex && step < 4; ++step, i = context_.after(i)) {
    if (context_.token(i).kind != TokenKind::kWord) return false;
    const TokenFacts& facts = context_.at(i);
    if (facts.has(kOtherForm) && facts.has(kCapital) && !facts.has(kInStadium)) return step > 1;
    if (facts.has(kCapital)) return false;
  }
  return false;
}

// `in casa Traversetolo`, `in casa del Traversetolo`.
bool UnknownClubs::at_home(IndexRange tokens, Index house) const {
  if (context_.at(house).any(kSingularArticles) &&
      !context_.at(house).any(cue_bits(CueClass::kBareArticle, CueClass::kToArticle)) &&
      context_.before(house) != kNoIndex) {
    // `in casa della Gobba`: a byname; not `vince 3-2 in casa della Torneno`.
    if (context_.at(house).is(CueClass::kFeminineArticle) && !like_club(tokens) &&
        !score_in_sentence(house)) {
      return false;
    }
    house = context_.before(house);
  }
  if (!context_.at(house).is(CueClass::kClubHome) || !single_is_rare(tokens)) return false;
  const Index in = context_.before(house);
  return in != kNoIndex && context_.at(in).is(CueClass::kClubHome);
}

// `Torres (1999-2009, due scudetti), Caprera (2009-11)`: the next one of a career.
bool UnknownClubs::follows_in_career(IndexRange tokens) const {
  const auto years = [&](Index open) {
    return context_.is_mark(open, '(') && context_.together(open, open + 1) &&
           context_.is_mention(open + 1, UnitKind::kDate);
  };
  if (!years(tokens.end)) return false;
  Index i = context_.before(tokens.begin);
  if (i == kNoIndex || !(context_.is_mark(i, ',') || context_.is_mark(i, ';') ||
                         context_.at(i).is(CueClass::kConjunction))) {
    return false;
  }
  i = context_.before(i);
  if (i == kNoIndex || !context_.is_mark(i, ')')) return false;
  for (int step = 0; i != kNoIndex && step < kLongNote && !context_.is_mark(i, '('); ++step) {
    i = context_.before(i);
  }
  if (i == kNoIndex || !years(i)) return false;
  const Index name = context_.before(i);
  return name != kNoIndex && (taken(name) != 0 || known_name({name, name + 1}));
}

// `si dimette Sciarra (Tollese)`: a bracket behind a person that holds a name like a club's.
bool UnknownClubs::behind_person(IndexRange tokens, Index open) const {
  if (tokens.size() != 1 || !context_.is_mark(open, '(') || open == 0 ||
      !context_.is_mark(tokens.end, ')')) {
    return false;
  }
  const TokenFacts& who = context_.at(open - 1);
  if (!who.has(kInPerson) &&
      (!who.has(kCapital) || who.has(kSentenceStart | kCommonWord | kClubForm | kInMention))) {
    return false;
  }
  return ends_like_club(tokens.begin) && context_.token(tokens.begin).span.size() > kShortName &&
         !context_.at(tokens.begin).has(kPlaceForm | kCommonWord | kGiven | kSurname);
}

// `Città di Cerveteri`; not `il Trofeo Città di Cerveteri`.
bool UnknownClubs::named_of_city(IndexRange tokens) const {
  const TokenFacts& head = context_.at(tokens.begin);
  if (tokens.size() < 3 || !head.is(CueClass::kCityWord) || head.has(kCapsContext | kOtherForm) ||
      (head.has(kSentenceStart) && !head.has(kInRow)) ||
      !context_.at(tokens.begin + 1).is(CueClass::kPlacePreposition)) {
    return false;
  }
  const Index before = context_.before(tokens.begin);
  return before == kNoIndex || !context_.at(before).has(kCapital) ||
         context_.at(before).has(kSentenceStart);
}

// `Aldo Rossi, ex Valfoglia`: whose club, not `l'ex Rossi`.
bool UnknownClubs::formerly(IndexRange tokens, Index former) const {
  Index who = context_.before(former);
  if (who != kNoIndex && context_.is_mark(who, ',')) who = context_.before(who);
  return who != kNoIndex && context_.at(who).has(kInPerson) && single_is_rare(tokens) &&
         !context_.at(tokens.begin).has(kPlaceForm | kOtherForm);
}

// `ex Valfoglia e Villa San Martino`, `l'ex Chisola, Alpignano e Bra`: further in such a list,
// whose end is no apposition.
bool UnknownClubs::in_former_list(IndexRange tokens) const {
  constexpr int kItems = 4;
  const auto joins = [&](Index i) {
    return i != kNoIndex && (context_.is_mark(i, ',') || context_.at(i).is(CueClass::kConjunction));
  };
  if (!single_is_rare(tokens) && !is_town(tokens)) return false;
  if (context_.at(tokens.begin).has(kOtherForm)) return false;
  Index mark = context_.before(tokens.begin);
  if (!joins(mark)) return false;
  if (context_.is_mark(mark, ',')) {
    const Index after = context_.after(tokens.end - 1);
    const Index next = joins(after) ? context_.after(after) : kNoIndex;
    if (next == kNoIndex || !context_.at(next).has(kCapital)) return false;
  }
  for (int item = 0; item < kItems && joins(mark); ++item) {
    IndexRange name = taken_until(mark, 1);
    if (name.empty()) name = name_until(mark);
    if (name.empty()) return false;
    mark = context_.before(name.begin);
    // `ha allenato Montalcino, Badesse e Fiesole`.
    if (mark != kNoIndex && context_.at(mark).is(CueClass::kClubGovernor) &&
        context_.token(mark).letters == LetterCase::kLower) {
      return like_club(tokens) && (taken(name.begin) != 0 || whole_at_.count(name.begin) != 0);
    }
    if (mark != kNoIndex &&
        context_.at(mark).any(cue_bits(CueClass::kFormer, CueClass::kClubApposition))) {
      return taken(name.begin) != 0 || whole_at_.count(name.begin) != 0;
    }
  }
  return false;
}

// Whether `e` goes on to another name, with its article or none.
bool UnknownClubs::and_another(Index conjunction) const {
  Index next = context_.after(conjunction);
  if (next != kNoIndex && context_.at(next).any(kSingularArticles)) next = context_.after(next);
  return next != kNoIndex && context_.at(next).has(kCapital);
}

bool UnknownClubs::date_near(Index i) const {
  for (int step = 0; i != kNoIndex && step < 5; ++step, i = context_.after(i)) {
    if (context_.is_mention(i, UnitKind::kDate)) return true;
  }
  return false;
}

bool UnknownClubs::score_in_sentence(Index i) const {
  for (int step = 0; i != kNoIndex && step < 14; ++step, i = context_.before(i)) {
    if (context_.is_mention(i, UnitKind::kScore)) return true;
  }
  return false;
}

// Whether the sentence goes on to a score.
bool UnknownClubs::score_ahead(Index i) const {
  constexpr int kReach = 14;
  for (int step = 0; i != kNoIndex && step < kReach; ++step, i = context_.after(i)) {
    if (context_.is_mention(i, UnitKind::kScore)) return true;
  }
  return false;
}

// The date right before a name, in a row also `2003/04: X`, `2013 - X`; kNoIndex: none.
Index UnknownClubs::date_of_row(Index name) const {
  Index date = context_.before(name);
  if (date != kNoIndex && context_.at(name).has(kInRow) &&
      (context_.is_mark(date, ':') || context_.is_mark(date, '-'))) {
    date = context_.before(date);
  }
  return date != kNoIndex && context_.is_mention(date, UnitKind::kDate) ? date : kNoIndex;
}

// Whether a club of the lexicon stands after a date too, near by: careers name clubs, lists of
// coaches name persons (`1970-71 Scarrone; 1971-72 …`).
bool UnknownClubs::known_beside(Index date) const {
  const IndexRange tokens = context_.tokens();
  const Index from = date > tokens.begin + 60 ? date - 60 : tokens.begin;
  for (Index i = from; i < tokens.end && i < date + 60; ++i) {
    if (taken_[i] == 0 || i == tokens.begin) continue;
    if (context_.is_mention(i - 1, UnitKind::kDate) || date_of_row(i) != kNoIndex) return true;
  }
  return false;
}

// Whether two other towns stand after dates near by: a career in villages whose clubs no lexicon
// holds.
bool UnknownClubs::towns_beside(Index date) const {
  const IndexRange tokens = context_.tokens();
  const Index from = date > tokens.begin + 60 ? date - 60 : tokens.begin;
  int towns = 0;
  for (Index i = from; i + 1 < tokens.end && i < date + 60; ++i) {
    if (i == date || !context_.is_mention(i, UnitKind::kDate)) continue;
    towns += is_town({i + 1, context_.at(i + 1).town_end});
  }
  return towns >= 2;
}

}  // namespace panchina
