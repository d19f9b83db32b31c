// How PersonNames judges a form: capitals, initials; titles, roles and ages beside a name.
#include <algorithm>

#include "annotate/person_names.h"

namespace panchina {

// `VIDALI, Romeo. - Nacque ...`: the head of a dictionary's entry; `Vidali, Romeo` alone on its
// line: an encyclopedia's.
bool PersonNames::accept_headword(Index begin, Index& end, PersonSpan& span) const {
  const Index given = begin + 2;
  if (!context_.is_mark(begin + 1, ',') || !context_.together(begin, given) ||
      !context_.at(given).has(kGiven) || context_.token(given).letters != LetterCase::kTitle ||
      context_.token(begin).span.size() < 3) {
    return false;
  }
  Index last = given + 1;
  bool fits = context_.at(begin).has(kSentenceStart) &&
              context_.token(begin).letters == LetterCase::kUpper &&
              (context_.is_mark(last, '.') || context_.is_mark(last, '('));
  if (!fits && (begin == context_.tokens().begin || context_.token(begin).line_before) &&
      !context_.token(given).line_before && !context_.at(begin).any(kNeverName) &&
      !context_.at(begin).has(kGiven | kCommonWord | kInMention | kLongForm)) {
    if (context_.together(begin, last) && context_.at(last).has(kGiven) &&
        !context_.token(last).line_before) {
      ++last;
    }
    fits = last >= context_.tokens().end || context_.token(last).line_before;
  }
  if (!fits) return false;
  span = PersonSpan{};
  span.tokens = {begin, last};
  span.name.surname = {begin, begin + 1};
  span.name.given = {given, last};
  end = last;
  return true;
}

// `UNTERWEGER MATTHIAS`, `SANDRO COLNAGHI`, `TAGLIAVENTI Orfeo`.
bool PersonNames::accept_caps(Index begin, Index& end, PersonSpan& span) const {
  Index names[4];
  Index count = 0;
  Index i = begin;
  while (count < 4 && context_.together(begin, i) && context_.at(i).has(kCapital) &&
         (i == begin || !context_.token(i).line_before)) {
    const TokenFacts& facts = context_.at(i);
    if (facts.is(CueClass::kParticle) && count > 0 && context_.at(i + 1).has(kCapital) &&
        !facts.has(kGiven)) {
      ++i;
      continue;
    }
    if (facts.any(kNeverName) && (count == 0 || !facts.has(kSurname))) break;
    if (facts.has(kLongForm | kInStadium) || context_.token(i).span.size() < 2) break;
    names[count++] = i++;
  }
  if (count < 2) return false;
  count = std::min<Index>(count, 3);
  const auto upper = [&](Index t) { return context_.token(t).letters == LetterCase::kUpper; };
  const TokenFacts& first = context_.at(names[0]);
  const TokenFacts& second = context_.at(names[1]);
  if (first.any(cue_bits(CueClass::kParticle, CueClass::kClubPrefix, CueClass::kStreet)) &&
      !first.has(kGiven)) {
    return false;
  }
  span = PersonSpan{};
  if (upper(names[0]) && !upper(names[1])) {
    // Surname in capitals, then the given name.
    if (!second.has(kGiven) && !first.has(kSentenceStart)) return false;
    if (first.any(kNeverName)) return false;
    // `il tecnico del PSG Aldo Rossi`
    const Index before = context_.before(begin);
    const bool of_club =
        before != kNoIndex &&
        context_.at(before).any(cue_bits(CueClass::kMasculineArticle, CueClass::kElidedArticle,
                                         CueClass::kFeminineArticle));
    if (first.has(kStrongClubForm) || (of_club && first.has(kClubForm))) return false;
    if (!second.has(kGiven) && second.has(kCommonWord | kClubForm | kPlaceForm)) return false;
    if (!second.has(kGiven) && second.any(kNeverName)) return false;
    Index last = names[1];  // `ROSSI Aldo Maria`
    if (count == 3 && second.has(kGiven) && context_.at(names[2]).has(kGiven) && !upper(names[2]) &&
        names[2] == last + 1) {
      last = names[2];
    }
    span.tokens = {begin, last + 1};
    span.name.surname = {begin, names[1]};
    span.name.given = {names[1], last + 1};
  } else if (upper(names[0]) && upper(names[1])) {
    if (first.has(kGiven) && !second.any(kNeverName) && !first.has(kClubForm)) {
      Index last = names[count - 1];
      if (count == 3 && !context_.at(names[1]).has(kGiven) && !context_.is_mark(names[2], '.')) {
        last = names[1];
      }
      if (last == names[0]) return false;
      span.tokens = {begin, last + 1};
      span.name.given = {begin, begin + 1};
      span.name.surname = {begin + 1, last + 1};
    } else if (count == 2 && second.has(kGiven) && !first.any(kNeverName) &&
               !first.has(kClubForm)) {
      span.tokens = {begin, names[1] + 1};
      span.name.surname = {begin, names[1]};
      span.name.given = {names[1], names[1] + 1};
    } else {
      return false;
    }
    // Sentences in capitals hold other words than names: ask for a short line.
    // ... or the end of one: `SCHEDA N. 118 - ROSSI ALDO`.
    const Index behind = span.tokens.end;
    const bool ends_line = begin > 0 && second.has(kGiven) &&
                           (context_.is_mark(begin - 1, '-') || context_.is_mark(begin - 1, ':')) &&
                           (behind >= context_.tokens().end || context_.token(behind).line_before);
    // `in sostituzione di CAPRETTI GINO (dimissionario)`: in capitals among small letters.
    const Index left = context_.before(begin);
    const bool lone =
        second.has(kGiven) && left != kNoIndex &&
        context_.token(left).letters == LetterCase::kLower &&
        (!context_.together(begin, behind) || context_.token(behind).letters != LetterCase::kUpper);
    if (!first.has(kGiven) && !first.has(kSentenceStart) && !person_cue_before(begin) &&
        !ends_line && !lone) {
      return false;
    }
  } else {
    return false;
  }
  end = span.tokens.end;
  return true;
}

// The token behind the one or two particles that `begin` is the first of: where a surname such as
// `De Luca`, `DELLA D'ORSOGNA` has its name; kNoIndex where none begins there.
Index PersonNames::behind_particles(Index begin) const {
  const auto particle = [&](Index i) {
    return context_.at(i).any(cue_bits(CueClass::kParticle, CueClass::kForeignParticle)) &&
           context_.at(i).has(kCapital) && !context_.at(i).has(kInMention);
  };
  if (!particle(begin)) return kNoIndex;
  Index name = begin + 1;
  if (context_.together(begin, name + 1) && particle(name)) ++name;
  const bool fits = context_.together(begin, name) && context_.at(name).has(kCapital) &&
                    !context_.at(name).has(kInMention | kLongForm) &&
                    context_.token(name).kind == TokenKind::kWord &&
                    context_.token(name).span.size() > 2 && !context_.token(name).line_before;
  return fits ? name : kNoIndex;
}

// A surname with particles before the given name, or in capitals behind it: `DE LUCA Mario`, `De
// Luca Mario`, `Mario DI BARI`; alone on its line with a comma between: `De Luca, Mario`.
bool PersonNames::accept_particle(Index begin, Index& end, PersonSpan& span) const {
  const auto upper = [&](Index i) { return context_.token(i).letters == LetterCase::kUpper; };
  const auto given = [&](Index i) {
    return context_.at(i).has(kGiven) && context_.at(i).has(kCapital) &&
           !context_.at(i).has(kInMention);
  };
  const auto ends_line = [&](Index i) {
    return i >= context_.tokens().end || context_.token(i).line_before;
  };
  span = PersonSpan{};
  if (given(begin) && !upper(begin)) {
    const Index name = context_.together(begin, begin + 1) ? behind_particles(begin + 1) : kNoIndex;
    if (name == kNoIndex || !upper(name) || !upper(begin + 1)) return false;
    span.tokens = {begin, name + 1};
    span.name.given = {begin, begin + 1};
    span.name.surname = {begin + 1, name + 1};
    end = span.tokens.end;
    return true;
  }
  const Index name = behind_particles(begin);
  if (name == kNoIndex || !context_.together(name, name + 1)) return false;
  const bool parted = context_.is_mark(name + 1, ',');
  const Index first = parted ? name + 2 : name + 1;
  if (!context_.together(name, first) || !given(first) || context_.token(first).line_before)
    return false;
  Index last = first + 1;
  if (context_.together(name, last) && given(last) && upper(last) == upper(first)) ++last;
  // A line of capitals, and words that may open a sentence, say it only where the line is the name.
  const bool sure =
      !parted && (upper(name) ? !upper(first) : !context_.at(begin).has(kSentenceStart));
  const bool alone =
      context_.at(begin).has(kSentenceStart) &&
      (ends_line(last) || (!parted && (context_.is_mark(last, ',') || context_.is_mark(last, '(') ||
                                       context_.is_mark(last, ':'))));
  if (!sure && !alone) return false;
  span.tokens = {begin, last};
  span.name.surname = {begin, name + 1};
  span.name.given = {first, last};
  end = last;
  return true;
}

// A nickname or a letter parts given name and surname: `Mario "Cina" Rossi`, `Luciano (Ucio)
// Rossi`, `Giovanni B. Rossi`.
bool PersonNames::accept_parted(Index begin, Index& end, PersonSpan& span) const {
  constexpr Index kNickname = 3;  // words
  if (!context_.at(begin).has(kGiven) || context_.at(begin).has(kInMention)) return false;
  const auto name = [&](Index i) {
    return context_.together(begin, i) && context_.token(i).kind == TokenKind::kWord &&
           context_.token(i).letters != LetterCase::kLower && context_.token(i).span.size() > 2 &&
           !context_.at(i).any(kNeverName) && !context_.at(i).has(kInMention) &&
           !context_.token(i).line_before;
  };
  const auto quote = [&](Index i) {
    return context_.together(begin, i) && (context_.is_mark(i, '"') || context_.is_mark(i, '\''));
  };
  Index surname = begin + 1;
  const bool bracket = context_.together(begin, surname) && context_.is_mark(surname, '(');
  const auto closes = [&](Index i) {
    return bracket ? context_.together(begin, i) && context_.is_mark(i, ')') : quote(i);
  };
  if (bracket || quote(surname)) {
    do {
      ++surname;
    } while (surname < begin + 2 + kNickname && context_.together(begin, surname) &&
             !closes(surname));
    if (surname == begin + 2 || !closes(surname) || !context_.token(begin + 1).space_before)
      return false;
    // `Luciano (Ucio) Rossi`: another first name; a bracket holds other things too.
    if (bracket && (surname != begin + 3 || !context_.at(begin + 2).has(kCapital) ||
                    context_.at(begin + 2).has(kInMention | kClubForm | kPlaceForm | kLongForm) ||
                    context_.token(begin + 2).letters == LetterCase::kUpper)) {
      return false;
    }
    ++surname;
  } else if (context_.together(begin, surname) && is_initial(context_.token(surname)) &&
             context_.is_mark(surname + 1, '.') && !context_.token(surname + 1).space_before) {
    surname += 2;
  } else {
    return false;
  }
  Index last = surname;
  if (const Index behind = behind_particles(surname); behind != kNoIndex) last = behind;
  if (!name(last) || context_.at(last).has(kLongForm)) return false;
  span = PersonSpan{};
  span.tokens = {begin, last + 1};
  span.name.given = {begin, begin + 1};
  span.name.surname = {surname, last + 1};
  end = span.tokens.end;
  return true;
}

// `A.S.D. Valle Verde`: the last letter of a club's form.
bool PersonNames::club_initial(Index at) const {
  const auto joined = [&](Index i) {
    return i >= 2 && !context_.token(i).space_before && context_.is_mark(i - 1, '.') &&
           is_initial(context_.token(i - 2));
  };
  if (!is_initial(context_.token(at)) || !joined(at)) return false;
  if (joined(at - 2)) return true;
  // `dell'A.C. Offanengo`.
  const Index article = context_.before(at - 2);
  return article != kNoIndex &&
         context_.at(article).any(cue_bits(CueClass::kElidedArticle, CueClass::kFeminineArticle));
}

// `F. Rossi`, `Rossi F.`
bool PersonNames::accept_initials(Index begin, Index& end, PersonSpan& span) const {
  span = PersonSpan{};
  if (is_initial(context_.token(begin))) {
    if (!context_.is_mark(begin + 1, '.') || !context_.together(begin, begin + 2)) return false;
    if (club_initial(begin)) return false;
    if (context_.at(begin).has(kClubForm | kLongForm)) return false;
    // `2017/18 Serie D. Rossi, primo`: the letter of a league.
    const Index league = context_.before(begin);
    if (league != kNoIndex && context_.together(league, begin + 1) &&
        context_.at(league).has(kOtherForm) && context_.at(begin).has(kOtherForm)) {
      return false;
    }
    Index name = begin + 2;
    // `G. M. Zonza`
    if (context_.together(begin, name + 2) && is_initial(context_.token(name)) &&
        context_.is_mark(name + 1, '.') && context_.token(begin).letters != LetterCase::kLower &&
        context_.token(name).space_before == context_.token(name + 2).space_before) {
      name += 2;
    }
    const Index surname = name;
    if (const Index before = context_.before(begin); before != kNoIndex) {
      const TokenFacts& left = context_.at(before);
      const TokenFacts& right = context_.at(name);
      // `41 N, 46 P. Vanta la coppa`: a balance, and a verb.
      if (context_.token(before).kind == TokenKind::kNumber && right.has(kVerbWord | kCommonWord)) {
        return false;
      }
      // `nel campionato di B. Sceso in campo`: the letter of a league, and a verb.
      if (context_.token(before).letters == LetterCase::kLower &&
          context_.token(begin).letters == LetterCase::kUpper && right.has(kVerbWord) &&
          !right.has(kSurname | kGiven)) {
        return false;
      }
      // `il campo del S. Agata`: no man has that article before his initial.
      if (left.is(CueClass::kMasculineArticle)) return false;
    }
    if (context_.at(name).is(CueClass::kParticle) && context_.at(name).has(kCapital)) ++name;
    if (!name_token(name, false, false) ||
        context_.at(name).has(kClubForm | kLongForm | kOtherForm)) {
      return false;
    }
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
  } else {
    const Index initial = begin + 1;
    if (!context_.together(begin, initial + 1) || !is_initial(context_.token(initial)) ||
        !context_.is_mark(initial + 1, '.') || context_.token(initial + 1).space_before) {
      return false;
    }
    if (context_.at(begin).has(kClubForm | kOtherForm) || context_.at(begin).any(kNeverName)) {
      return false;
    }
    // `Levante G. 24`, `Sarzanello-Bormida R.`: clubs.
    const Index before = context_.before(begin);
    const Index after = context_.after(initial + 1);
    const bool row = context_.at(begin).has(kInRow) && !context_.at(begin).has(kInLineup);
    if (row && after != kNoIndex && context_.token(after).kind == TokenKind::kNumber) return false;
    if (before != kNoIndex && context_.is_mark(before, '-') && !context_.at(begin).has(kInLineup)) {
      return false;
    }
    span.tokens = {begin, initial + 2};
    span.name.surname = {begin, begin + 1};
    span.name.given = {initial, initial + 2};
  }
  span.name.initial_only = true;
  end = span.tokens.end;
  return true;
}

// A title, role or verb stands before: `mister X`, `il tecnico X`, `esonerato X`, `al posto di X`.
bool PersonNames::person_cue_before(Index i) const {
  Index t = context_.before(i);
  bool direct = true;
  for (int step = 0; t != kNoIndex && step < 4; ++step, t = context_.before(t)) {
    const TokenFacts& facts = context_.at(t);
    if (facts.any(cue_bits(CueClass::kTitle, CueClass::kPersonNoun))) return direct;
    if (facts.has(kInRoleForm) && direct) return true;
    if (facts.is(CueClass::kPersonLead)) return true;
    const Token& token = context_.token(t);
    if (token.kind == TokenKind::kPunct && (token.mark == '.' || token.mark == ',') && step == 0) {
      if (token.mark == ',') return false;
      continue;
    }
    direct = false;
    if (facts.any(cue_bits(CueClass::kBareArticle, CueClass::kPlacePreposition,
                           CueClass::kMasculineArticle, CueClass::kElidedArticle,
                           CueClass::kNewWord, CueClass::kFormer))) {
      continue;
    }
    return false;
  }
  return false;
}

// An age, a birth year or a role follows: `, 49 anni`, `(Adria, 1977)`, `, classe '66`.
bool PersonNames::person_cue_after(Index last) const {
  const Index mark = context_.after(last);
  const Index before = context_.before(last);
  if (mark == kNoIndex || !(context_.is_mark(mark, ',') || context_.is_mark(mark, '('))) {
    return false;
  }
  Index next = context_.after(mark);
  // `, il loro vice`
  if (next != kNoIndex && context_.is_mark(mark, ',') &&
      context_.at(next).is(CueClass::kBareArticle)) {
    next = context_.after(next);
    if (next != kNoIndex && context_.at(next).is(CueClass::kFunctionWord) &&
        !context_.at(next).is(CueClass::kPersonNoun)) {
      next = context_.after(next);
    }
    return next != kNoIndex && context_.token(next).letters == LetterCase::kLower &&
           context_.at(next).any(cue_bits(CueClass::kPersonNoun, CueClass::kPersonHead));
  }
  if (next == kNoIndex) return false;
  const TokenFacts& facts = context_.at(next);
  return facts.any(cue_bits(CueClass::kPersonNoun, CueClass::kPersonHead, CueClass::kBorn)) ||
         // `Rossi (Adria, 1977)`: a place, no person.
         (context_.token(next).kind == TokenKind::kNumber &&
          !(before != kNoIndex && context_.is_mark(before, '(')) &&
          !context_.is_mention(next, UnitKind::kScore)) ||
         facts.has(kInRoleForm);
}

// `Rossi, che allena il Bari`, `Rossi, subentrato a Verdi`: said of nobody but a coach.
bool PersonNames::bench_act_after(Index last) const {
  const Index mark = context_.after(last);
  if (mark == kNoIndex || !context_.is_mark(mark, ',')) return false;
  Index next = context_.after(mark);
  if (next != kNoIndex && context_.at(next).is(CueClass::kRelative)) next = context_.after(next);
  return next != kNoIndex && context_.at(next).is(CueClass::kBenchAct);
}

}  // namespace panchina
