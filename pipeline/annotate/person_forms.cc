// How PersonNames judges a form: capitals, particles; titles, roles and ages beside a name.
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

// `Orvieto Neri` alone on its line, and below it `Nasce a Como il …`: whose life it is, though a
// town is called so.
bool PersonNames::accept_name_of_life(Index begin, Index& end, PersonSpan& span) const {
  const Index surname = begin + 1, life = begin + 2;
  if (life >= context_.tokens().end || !context_.token(life).line_before ||
      !context_.at(life).is(CueClass::kBorn) || context_.token(surname).line_before ||
      (begin != context_.tokens().begin && !context_.token(begin).line_before)) {
    return false;
  }
  if (!context_.at(begin).has(kClubForm | kPlaceForm) || !context_.at(surname).has(kSurname) ||
      context_.token(surname).letters != LetterCase::kTitle || context_.at(begin).any(kNeverName) ||
      context_.at(surname).has(kClubForm | kPlaceForm)) {
    return false;
  }
  span = PersonSpan{};
  span.tokens = {begin, life};
  span.name.given = {begin, surname};
  span.name.surname = {surname, life};
  end = life;
  return true;
}

// `UNTERWEGER MATTHIAS`, `SANDRO COLNAGHI`, `TAGLIAVENTI Orfeo`.
bool PersonNames::accept_caps(Index begin, Index& end, PersonSpan& span) const {
  const CapsRun run = caps_run(begin);
  if (run.count < 2) return false;
  const TokenFacts& first = context_.at(run.names[0]);
  if (first.any(cue_bits(CueClass::kParticle, CueClass::kClubPrefix, CueClass::kStreet)) &&
      !first.has(kGiven)) {
    return false;
  }
  span = PersonSpan{};
  const auto upper = [&](Index n) {
    return context_.token(run.names[n]).letters == LetterCase::kUpper;
  };
  if (!upper(0)) return false;
  const bool accepted =
      upper(1) ? accept_both_in_caps(run, span) : accept_surname_in_caps(run, span);
  if (accepted) end = span.tokens.end;
  return accepted;
}

// The words with capitals in a row, particles left out, three at most.
PersonNames::CapsRun PersonNames::caps_run(Index begin) const {
  CapsRun run;
  Index i = begin;
  while (run.count < 3 && context_.together(begin, i) && context_.at(i).has(kCapital) &&
         (i == begin || !context_.token(i).line_before)) {
    const TokenFacts& facts = context_.at(i);
    if (facts.is(CueClass::kParticle) && run.count > 0 && context_.at(i + 1).has(kCapital) &&
        !facts.has(kGiven)) {
      ++i;
      continue;
    }
    if (facts.any(kNeverName) && (run.count == 0 || !facts.has(kSurname))) break;
    if (facts.has(kLongForm | kInStadium) || context_.token(i).span.size() < 2) break;
    run.names[run.count++] = i++;
  }
  return run;
}

// `TAGLIAVENTI Orfeo`: the surname in capitals, then the given name.
bool PersonNames::accept_surname_in_caps(const CapsRun& run, PersonSpan& span) const {
  const Index begin = run.names[0];
  const TokenFacts& first = context_.at(begin);
  const TokenFacts& second = context_.at(run.names[1]);
  const bool given = second.has(kGiven);
  if (!given && !first.has(kSentenceStart)) return false;
  if (first.any(kNeverName) || first.has(kStrongClubForm)) return false;
  // `DIFENSORI Aldo Rossi`, `UN UOMO Aldo Rossi arriva`: what the line or the paragraph is about,
  // and a whole name.
  if (run.count == 3 && given && first.has(kCommonWord) && !first.has(kSurname) &&
      context_.token(run.names[2]).letters == LetterCase::kTitle &&
      !context_.at(run.names[2]).has(kGiven)) {
    return false;
  }
  // `il tecnico del PSG Aldo Rossi`
  const Index before = context_.before(begin);
  const bool of_club =
      before != kNoIndex &&
      context_.at(before).any(cue_bits(CueClass::kMasculineArticle, CueClass::kElidedArticle,
                                       CueClass::kFeminineArticle));
  if (of_club && first.has(kClubForm)) return false;
  if (!given && (second.has(kCommonWord | kClubForm | kPlaceForm) || second.any(kNeverName)))
    return false;
  Index last = run.names[1];  // `ROSSI Aldo Maria`
  if (run.count == 3 && given && context_.at(run.names[2]).has(kGiven) &&
      context_.token(run.names[2]).letters != LetterCase::kUpper && run.names[2] == last + 1) {
    last = run.names[2];
  }
  span.tokens = {begin, last + 1};
  span.name.surname = {begin, run.names[1]};
  span.name.given = {run.names[1], last + 1};
  return true;
}

// Three words that are a line of their own: `LAJOS NEMES KOVACS`.
bool PersonNames::is_line(const CapsRun& run) const {
  const Index begin = run.names[0];
  const Index behind = run.names[2] + 1;
  const IndexRange all = context_.tokens();
  return behind == begin + 3 && (begin == all.begin || context_.token(begin).line_before) &&
         (behind >= all.end || context_.token(behind).line_before);
}

// `SANDRO COLNAGHI`, `UNTERWEGER MATTHIAS`
bool PersonNames::accept_both_in_caps(const CapsRun& run, PersonSpan& span) const {
  const Index begin = run.names[0];
  const TokenFacts& first = context_.at(begin);
  const TokenFacts& second = context_.at(run.names[1]);
  if (first.has(kClubForm)) return false;
  if (first.has(kGiven) && !second.any(kNeverName)) {
    const bool longer = run.count == 3 &&
                        (second.has(kGiven) || context_.is_mark(run.names[2], '.') ||
                         (is_line(run) && !context_.at(run.names[2]).has(kCommonWord | kVerbWord)));
    const Index last = run.names[longer ? 2 : 1];
    span.tokens = {begin, last + 1};
    span.name.given = {begin, begin + 1};
    span.name.surname = {begin + 1, last + 1};
  } else if (run.count == 2 && second.has(kGiven) && !first.any(kNeverName)) {
    span.tokens = {begin, run.names[1] + 1};
    span.name.surname = {begin, run.names[1]};
    span.name.given = {run.names[1], run.names[1] + 1};
  } else {
    return false;
  }
  // Sentences in capitals hold other words than names: ask for a short line.
  if (first.has(kGiven) || first.has(kSentenceStart) || person_cue_before(begin)) return true;
  if (!second.has(kGiven)) return false;
  // ... or the end of one: `SCHEDA N. 118 - ROSSI ALDO`.
  const Index behind = span.tokens.end;
  const bool ends_line = begin > 0 &&
                         (context_.is_mark(begin - 1, '-') || context_.is_mark(begin - 1, ':')) &&
                         (behind >= context_.tokens().end || context_.token(behind).line_before);
  // `in sostituzione di CAPRETTI GINO (dimissionario)`: in capitals among small letters.
  const Index left = context_.before(begin);
  const bool lone =
      left != kNoIndex && context_.token(left).letters == LetterCase::kLower &&
      (!context_.together(begin, behind) || context_.token(behind).letters != LetterCase::kUpper);
  return ends_line || lone;
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
    if (token.kind == TokenKind::kPunct && token.mark == ',' && step == 0) return false;
    // `Mr. Rossi`, `All.: Rossi`
    if (token.mark == '.' && step <= 1 && direct) continue;
    if (token.mark == ':' && step == 0 && context_.at(i).has(kInLineup)) continue;
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
