// Where UnknownClubs sees the name of a club that the lexicon holds without a record.
#include "annotate/unknown_clubs.h"
#include "document/features.h"

namespace panchina {

void UnknownClubs::find_minor_clubs() {
  Index behind = 0;  // the last name read
  for (const Index i : context_.capitals()) {
    const TokenFacts& head = context_.at(i);
    if (i < behind || !head.has(kMinorClub)) continue;
    const IndexRange name{i, head.minor_end};
    if (!context_.together(i, name.end - 1) || !names_minor_club(name)) continue;
    // `Real Torneno Sant'Elia`, of which the lexicon has the first two words; not `la Torneno
    // Rossi`.
    const IndexRange whole = name_from(i);
    const TokenFacts& more = context_.at(name.end);
    const bool longer = whole.end > name.end && free(whole) &&
                        (more.has(kTown) || more.is(CueClass::kClubPrefix)) &&
                        !more.has(kGiven | kSurname);
    sight(longer ? whole : name, Certainty::kWhole);
    behind = name.end;
  }
}

// Whether such a name means its club here: nothing else is called so, or an article stands before
// it that the others do not have.
bool UnknownClubs::names_minor_club(IndexRange tokens) const {
  const TokenFacts& head = context_.at(tokens.begin);
  if (!head.has(kInArticle) || head.has(kStreetName) || evidence_.is_no_club(tokens)) return false;
  for (Index i = tokens.begin; i < tokens.end; ++i) {
    if (taken(i) == 2 || context_.at(i).has(kInPerson)) return false;
  }
  const Index before = context_.before(tokens.begin);
  const TokenFacts& left = context_.at(before);
  // `Nuova Torneno`: the end of a longer name.
  if (before != kNoIndex && left.has(kCapital) && !left.has(kSentenceStart | kCapsContext) &&
      !left.any(kSingularArticles) && !context_.token(tokens.begin).line_before &&
      !left.any(cue_bits(CueClass::kFormer, CueClass::kClubNoun)) && !left.has(kInPerson)) {
    return false;
  }
  constexpr std::uint32_t kElse = kCommonWord | kGiven | kSurname | kPlaceForm | kOtherForm;
  if (head.has(kSureMinor) && (tokens.size() > 1 || !head.has(kElse))) return true;
  if (before == kNoIndex || head.has(kCapsContext) || names_other(tokens, before)) return false;
  if (left.any(cue_bits(CueClass::kAgainst, CueClass::kFormer)) || phrase(tokens)) return true;
  return left.any(kSingularArticles) && !left.is(CueClass::kIndefinite) &&
         !head.has(kGiven | kSurname);
}

}  // namespace panchina
