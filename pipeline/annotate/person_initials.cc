// Names with an initial: `F. Rossi`, `Rossi F.`
#include "annotate/person_names.h"

namespace panchina {

// `A.S.D. Valle Verde`: the last letter of a club's form.
bool PersonNames::club_initial(Index at) const {
  const auto joined = [&](Index i) {
    return i >= 2 && !context_.token(i).space_before && context_.is_mark(i - 1, '.') &&
           is_initial(context_.token(i - 2));
  };
  if (!is_initial(context_.token(at)) || !joined(at)) return false;
  if (joined(at - 2)) return true;
  // `la mitica U.S. San Vito`
  if (context_.is_mark(at + 1, '.') && context_.together(at, at + 2) &&
      context_.token(at + 2).space_before && context_.at(at + 2).has(kPlaceForm | kClubForm) &&
      !context_.at(at + 2).has(kGiven | kSurname)) {
    return true;
  }
  // `U.S. Torneno - la storia`, not `G.B. Fabbri`: at the head of a line.
  const bool named = context_.at(at + 2).has(kGiven | kSurname);
  if (context_.token(at - 2).line_before && context_.is_mark(at + 1, '.') && !named &&
      context_.at(at + 2).has(kCapital)) {
    return true;
  }
  // `dell'A.C. Offanengo`.
  const Index article = context_.before(at - 2);
  return article != kNoIndex &&
         context_.at(article).any(cue_bits(CueClass::kElidedArticle, CueClass::kFeminineArticle));
}

// `F. Rossi`, `Rossi F.`
bool PersonNames::accept_initials(Index begin, Index& end, PersonSpan& span) const {
  span = PersonSpan{};
  const bool accepted = is_initial(context_.token(begin)) ? accept_initial_first(begin, span)
                                                          : accept_initial_last(begin, span);
  if (!accepted) return false;
  span.name.initial_only = true;
  end = span.tokens.end;
  return true;
}

// `F. Rossi`, `G. M. Zonza`
bool PersonNames::accept_initial_first(Index begin, PersonSpan& span) const {
  if (!context_.is_mark(begin + 1, '.') || !context_.together(begin, begin + 2)) return false;
  if (club_initial(begin) || context_.at(begin).has(kClubForm | kLongForm)) return false;
  Index name = begin + 2;
  if (context_.together(begin, name + 2) && is_initial(context_.token(name)) &&
      context_.is_mark(name + 1, '.') && context_.token(begin).letters != LetterCase::kLower &&
      context_.token(name).space_before == context_.token(name + 2).space_before) {
    name += 2;
  }
  const Index surname = name;
  if (is_letter_of_other(begin, name)) return false;
  if (context_.at(name).is(CueClass::kParticle) && context_.at(name).has(kCapital)) ++name;
  // `M. Sala`: a common word that is a surname too.
  const bool known = context_.at(name).has(kSurname);
  if (!name_token(name, false, known)) return false;
  if (name == surname && context_.at(name).has(kClubForm | kLongForm | kOtherForm)) return false;
  // `S.Marino - Prato`, `R. Forte Querceta 25`: a row's cell is rather a club's; not `1945-47 G.
  // Rossi`, `Allenatore: G. Rossi`.
  if (context_.at(begin).has(kInRow) && !context_.at(begin).has(kInLineup)) {
    const Index after = context_.after(name);
    const bool number = after != kNoIndex && context_.token(after).kind == TokenKind::kNumber;
    const bool joined = context_.is_mark(begin - 1, '-') || context_.is_mark(name + 1, '-');
    if (!context_.token(begin + 2).space_before || number || joined ||
        context_.token(begin + 2).line_before || context_.at(name + 1).has(kCapital)) {
      return false;
    }
  }
  span.tokens = {begin, name + 1};
  span.name.given = {begin, surname};
  span.name.surname = {surname, name + 1};
  return true;
}

// `ASD Torneno Alto`, `S. Pietro Vernotico`, `S. Maria`: the token behind a club's form and name,
// or a town or club of a saint, whose name is no surname, or goes on; kNoIndex: none begins here.
Index PersonNames::behind_club(Index begin) const {
  const auto goes_on = [&](Index at) {
    return context_.together(at - 1, at + 1) && context_.at(at).has(kCapital);
  };
  const Token& token = context_.token(begin);
  const TokenFacts& facts = context_.at(begin);
  Index end = begin + 1;
  if (context_.is_short_form(begin)) {
    if (facts.has(kCapsContext) || !goes_on(end)) return kNoIndex;
    if (is_initial(context_.token(end))) return behind_club(end);
  } else {
    const Index name = begin + 2;
    if (!is_initial(token) || !facts.is(CueClass::kClubPrefix) ||
        !context_.is_mark(begin + 1, '.') || !context_.together(begin, name + 1) ||
        !context_.at(name).has(kGiven) || (context_.at(name).has(kSurname) && !goes_on(name + 1))) {
      return kNoIndex;
    }
    end = name + 1;
  }
  while (goes_on(end)) ++end;
  return end;
}

// Whether the letter before a name is of a league, a balance or a place.
bool PersonNames::is_letter_of_other(Index letter, Index name) const {
  const Index before = context_.before(letter);
  if (before == kNoIndex) return false;
  // `2017/18 Serie D. Rossi, primo`
  if (context_.together(before, letter + 1) && context_.at(before).has(kOtherForm) &&
      context_.at(letter).has(kOtherForm)) {
    return true;
  }
  const TokenFacts& right = context_.at(name);
  // `41 N, 46 P. Vanta la coppa`: a balance, and a verb.
  if (context_.token(before).kind == TokenKind::kNumber && right.has(kVerbWord | kCommonWord))
    return true;
  // `nel campionato di B. Sceso in campo`: the letter of a league, and a verb.
  if (context_.token(before).letters == LetterCase::kLower &&
      context_.token(letter).letters == LetterCase::kUpper && right.has(kVerbWord) &&
      !right.has(kSurname | kGiven)) {
    return true;
  }
  // `il campo del S. Agata`: no man has that article before his initial.
  return context_.at(before).is(CueClass::kMasculineArticle);
}

// `Rossi F.`
bool PersonNames::accept_initial_last(Index begin, PersonSpan& span) const {
  const Index initial = begin + 1;
  if (!context_.together(begin, initial + 1) || !is_initial(context_.token(initial)) ||
      !context_.is_mark(initial + 1, '.') || context_.token(initial + 1).space_before) {
    return false;
  }
  const TokenFacts& facts = context_.at(begin);
  if (facts.has(kClubForm | kOtherForm) || facts.any(kNeverName)) return false;
  // `Levante G. 24`, `Sarzanello-Bormida R.`: clubs.
  const Index before = context_.before(begin);
  const Index after = context_.after(initial + 1);
  const bool lineup = facts.has(kInLineup);
  const bool counted = after != kNoIndex && context_.token(after).kind == TokenKind::kNumber;
  if (facts.has(kInRow) && !lineup && counted) return false;
  if (before != kNoIndex && context_.is_mark(before, '-') && !lineup) return false;
  span.tokens = {begin, initial + 2};
  span.name.surname = {begin, begin + 1};
  span.name.given = {initial, initial + 2};
  return true;
}

}  // namespace panchina
