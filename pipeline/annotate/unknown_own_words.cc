// What UnknownClubs reads in a name's own words: how it ends, whether it is a town's, a saint's, a
// ground's, and which club of the lexicon it stands for.
#include "annotate/unknown_clubs.h"
#include "text/fold.h"

namespace panchina {

// `Lucchese`, `Fermana`, `Fidentina`.
bool UnknownClubs::ends_like_club(Index i) const {
  const std::string_view name = context_.document().text.norm(context_.token(i).span);
  return context_.cues().ending_of(name) != NameEnding::kNone;
}

// How a name of one word ends.
NameEnding UnknownClubs::ending_of(IndexRange tokens) const {
  if (tokens.size() != 1) return NameEnding::kNone;
  return context_.cues().ending_of(
      context_.document().text.norm(context_.token(tokens.begin).span));
}

// `la Lucchese`: it ends as the people of a town are called.
bool UnknownClubs::ends_like_people(IndexRange tokens) const {
  return ending_of(tokens) == NameEnding::kDemonym &&
         context_.token(tokens.begin).span.size() > kShortName;
}

// `la Fidentina`: a feminine name that ends as if made from a town's.
bool UnknownClubs::like_town(IndexRange tokens, Index before) const {
  const NameEnding ending = ending_of(tokens);
  return context_.at(before).is(CueClass::kFeminineArticle) &&
         context_.token(tokens.begin).span.size() > kShortName &&
         (ending == NameEnding::kFeminine || ending == NameEnding::kAmbiguous) &&
         !context_.at(tokens.begin).has(kPlaceForm | kCommonWord | kGiven);
}

// A town, or a name that ends as clubs' names do and is nobody's.
bool UnknownClubs::like_club(IndexRange tokens) const {
  return is_town(tokens) || (tokens.size() == 1 && ends_like_club(tokens.begin) &&
                             context_.token(tokens.begin).span.size() > kShortName &&
                             !context_.at(tokens.begin).has(kGiven | kSurname | kPlaceForm));
}

// `il San Marzano`: a saint that no ground or church is commonly called by, with a man's article.
bool UnknownClubs::of_saint(IndexRange tokens, Index article) const {
  const TokenFacts& left = context_.at(article);
  const TokenFacts& saint = context_.at(tokens.begin);
  const Index name = tokens.begin + 1;
  return tokens.size() == 2 && left.is(CueClass::kMasculineArticle) &&
         !left.is(CueClass::kToArticle) && saint.is(CueClass::kParticle) &&
         saint.is(CueClass::kClubPrefix) && !saint.has(kInStadium | kMaybeStadium | kOtherForm) &&
         !saint.has(kCapsContext) &&
         !context_.at(name).has(kGiven | kCommonWord | kInStadium | kOtherForm) &&
         context_.token(name).span.size() > 4;
}

// `al Piola di Novara`, `il Torneo di Arco`: what is of a town that has its own name.
bool UnknownClubs::names_ground(IndexRange tokens) const {
  if (tokens.size() < 3 || context_.at(tokens.begin).is(CueClass::kClubPrefix)) return false;
  for (Index i = tokens.begin + 1; i + 1 < tokens.end; ++i) {
    if (context_.at(i).is(CueClass::kPlacePreposition) &&
        (context_.at(i + 1).has(kTown | kClubForm))) {
      return true;
    }
  }
  return false;
}

// `la Salentina Corigliano`: a word of its own and a town behind it.
bool UnknownClubs::ends_in_town(IndexRange tokens) const {
  if (tokens.size() < 2) return false;
  const TokenFacts& head = context_.at(tokens.begin);
  const TokenFacts& town = context_.at(tokens.begin + 1);
  bool named = town.has(kTown) ? town.town_end == tokens.end
                               : tokens.size() == 2 && taken(tokens.begin + 1) == 1;
  // `l'Astro Corsetteria Ferrara`: two words, neither of them anybody's.
  if (tokens.size() == 3 && named_oddly(tokens.begin + 1) && !head.has(kGiven | kSurname)) {
    const TokenFacts& last = context_.at(tokens.end - 1);
    return last.has(kTown) && last.town_end == tokens.end && !head.has(kCommonWord | kOtherForm);
  }
  // `l'Autovip San Mauro`, `alla Florentia San Gimignano`.
  if (tokens.size() == 3 && named_oddly(tokens.begin) && town.is(CueClass::kParticle) &&
      town.is(CueClass::kClubPrefix) && town.has(kCapital)) {
    return true;
  }
  const bool common = head.has(kCommonWord) && head.epithet == kNoIndex;
  return named && !common && !town.has(kSurname | kCapsContext) && !head.has(kOtherForm);
}

// A word that is no man's name, no place and no word of the language.
bool UnknownClubs::named_oddly(Index word) const {
  return !context_.at(word).has(kPlaceForm | kCommonWord | kGiven | kSurname | kOtherForm) &&
         context_.token(word).letters == LetterCase::kTitle && context_.token(word).span.size() > 5;
}

// A town by its whole name, which is neither a man's nor a word.
bool UnknownClubs::is_town(IndexRange tokens) const {
  if (tokens.empty()) return false;
  const TokenFacts& head = context_.at(tokens.begin);
  return head.has(kTown) && head.town_end == tokens.end &&
         !head.has(kGiven | kSurname | kCommonWord | kCapsContext);
}

// Whether a town begins there of which the lexicon holds no club.
bool UnknownClubs::clubless_town(Index begin) const {
  const Index end = context_.at(begin).town_end;
  if (end == kNoIndex || end <= begin) return false;
  const std::string town = folded(context_.document().text.norm(
      {context_.token(begin).span.begin, context_.token(end - 1).span.end}));
  return context_.lexicon().clubs_of_town(town).empty();
}

// `l'Uri` for Atletico Uri: the only club of the lexicon that plays in that town and bears its
// name.
Index UnknownClubs::club_of_town(IndexRange tokens) const {
  if (context_.at(tokens.begin).town_end != tokens.end) return kNoIndex;
  const std::string town = folded(context_.document().text.norm(
      {context_.token(tokens.begin).span.begin, context_.token(tokens.end - 1).span.end}));
  const auto clubs = context_.lexicon().clubs_of_town(town);
  if (clubs.size() != 1) return kNoIndex;
  const std::string name = folded(context_.lexicon().clubs()[clubs[0]].name);
  return name.ends_with(" " + town) || name.starts_with(town + " ") ? clubs[0] : kNoIndex;
}

// `la Biturgense` for Sansepolcro: a name that means the people of one club of the lexicon alone.
Index UnknownClubs::club_of_people(IndexRange tokens) const {
  const TokenFacts& head = context_.at(tokens.begin);
  if (tokens.size() != 1 || head.epithet == kNoIndex) return kNoIndex;
  const Epithet& epithet = context_.lexicon().epithets()[head.epithet];
  if (epithet.kind != "demonym" || epithet.clubs.size() != 1) return kNoIndex;
  // Not `la Torinese` for Juventus, whose name says nothing of its town.
  const Club& club = context_.lexicon().clubs()[epithet.clubs[0]];
  const bool of_town = !club.city.empty() && folded(club.name).find(club.city) != std::string::npos;
  return of_town ? epithet.clubs[0] : kNoIndex;
}

}  // namespace panchina
