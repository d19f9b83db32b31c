#include "annotate/person_names.h"

#include <algorithm>

namespace panchina {

bool is_roman(std::string_view word) {
  return std::all_of(word.begin(), word.end(),
                     [](char c) { return c == 'I' || c == 'V' || c == 'X'; });
}

// `Sarà Aldo Rossi`: a verb, and a given name (`Sara`) but for the accent that it ends with.
bool PersonNames::accented_verb(Index i) const {
  const Text& text = context_.document().text;
  const std::string_view raw = text.raw(text.to_raw(context_.token(i).span));
  const bool accent = raw.back() == '\'' || (static_cast<unsigned char>(raw.back()) & 0x80) != 0;
  return accent && context_.at(i).has(kVerbWord);
}

// Whether a token can be part of a full name; `given` where one stands before it. Particles are for
// read_run().
bool PersonNames::name_token(Index i, bool first, bool given) const {
  const TokenFacts& facts = context_.at(i);
  if (!facts.has(kInArticle) || !facts.has(kCapital)) return false;
  const Token& token = context_.token(i);
  if (facts.has(kInMention)) {
    // `Secondo Gardini`, `Enzo Quaranta`: a number in words may be a name.
    const Mention* mention = context_.mention_at(i);
    if (mention->tokens.size() > 1 ||
        (mention->kind != UnitKind::kNumber && mention->kind != UnitKind::kOrdinal)) {
      return false;
    }
    if (first ? !facts.has(kGiven) || facts.has(kSentenceStart) : !given) return false;
    // `nel Secondo Dopoguerra`
    if (first && context_.together(i, i + 1) && context_.at(i + 1).is(CueClass::kNoName) &&
        !context_.at(i + 1).has(kSurname)) {
      return false;
    }
    // `Espedito Cinque`.
    if (!first && mention->kind == UnitKind::kNumber && token.letters == LetterCase::kTitle &&
        token.kind == TokenKind::kWord) {
      return token.span.size() > 2;
    }
  }
  if (token.span.size() < 2) return false;
  if (token.letters == LetterCase::kUpper && facts.has(kCapsContext)) return false;
  if (is_roman(context_.document().text.norm(token.span))) return false;
  if (facts.has(kInStadium) && !facts.has(kGiven | kSurname) && names_ground(i)) return false;
  if (first && facts.is(CueClass::kParticle) && !facts.has(kGiven)) return false;
  // `Seconda Divisione`: no name at all, though the first word is a given name too.
  if (first && facts.is(CueClass::kNoName) && context_.together(i, i + 1) &&
      context_.at(i + 1).is(CueClass::kNoName)) {
    return false;
  }
  if (first && facts.has(kGiven) && accented_verb(i)) return false;
  // `Milan Ladies`: a side.
  if (facts.is(CueClass::kWomen) && !facts.has(kGiven | kSurname)) return false;
  if (facts.any(kNeverName)) {
    // `passa a Secondo Gardini`: a given name that is a common word, not at the sentence's start.
    if (first) return facts.has(kGiven) && (!facts.has(kSentenceStart) || opens_name(i));
    // `Enzo Quaranta`, `Gaspare Italiano`: after a given name any word is a surname but the small.
    return given && (facts.has(kSurname | kGiven) || !facts.is(CueClass::kFunctionWord)) &&
           !facts.any(cue_bits(CueClass::kBareArticle, CueClass::kPlacePreposition,
                               CueClass::kMasculineArticle, CueClass::kTitle)) &&
           token.span.size() > 3;
  }
  // `Alma Juventus Fano` begins like a person.
  if (first && facts.has(kLongForm) && (!facts.has(kGiven) || facts.has(kStrongClubForm))) {
    return false;
  }
  if (first &&
      facts.any(cue_bits(CueClass::kClubPrefix, CueClass::kStreet, CueClass::kPlaceNoun)) &&
      !facts.has(kGiven)) {
    return false;
  }
  return true;
}

// `Aldo Rossi-Bianchi`: the hyphen behind a given name and a surname, and another surname behind
// it.
bool PersonNames::second_surname(Index hyphen, Index end) const {
  const Index other = hyphen + 1;
  return run_.size() > 1 && context_.at(run_[0]).has(kGiven) && !context_.at(run_[0]).has(kInRow) &&
         !context_.at(run_.back()).has(kGiven) && context_.is_mark(hyphen, '-') &&
         !context_.token(hyphen).space_before && other < end &&
         !context_.token(other).space_before && name_token(other, false, true) &&
         !context_.at(other).has(kGiven | kClubForm) &&
         // `Eden Esine-Artogne 0-3`: a fixture.
         !context_.is_mention(other + 1, UnitKind::kScore);
}

// `Nello Tomassoni, mediano`: a given name that is a small word too opens the sentence before a
// word that is a surname or nothing else.
bool PersonNames::opens_name(Index i) const {
  if (!context_.together(i, i + 1) || context_.token(i + 1).line_before) return false;
  const TokenFacts& next = context_.at(i + 1);
  return context_.at(i).is(CueClass::kFunctionWord) &&
         context_.token(i).letters == LetterCase::kTitle && context_.token(i).span.size() > 3 &&
         context_.token(i + 1).letters == LetterCase::kTitle && next.has(kCapital) &&
         !next.has(kGiven | kClubForm | kPlaceForm | kOtherForm | kCommonWord | kInMention) &&
         !next.any(kNeverName) &&
         !next.any(cue_bits(CueClass::kClubPrefix, CueClass::kStreet, CueClass::kPlaceNoun,
                            CueClass::kParticle));
}

// Reads the run of name tokens from `begin`, which is one; fills run_ and run_end_. Returns its
// length in names.
Index PersonNames::read_run(Index begin, Index end) {
  run_.clear();
  run_end_ = begin;
  Index i = begin;
  while (i < end && context_.together(begin, i)) {
    const bool first = run_.empty();
    const bool given = !first && context_.at(run_.back()).has(kGiven);
    // `Danilo De Rosa`: what is behind the particle is a surname, though no name by itself.
    const bool particle = given && context_.at(i).is(CueClass::kParticle) && i + 1 < end &&
                          context_.together(i, i + 1) && context_.at(i + 1).has(kCapital) &&
                          !name_token(i + 1, false, false);
    if (first || (!particle && name_token(i, false, given))) {
      // A hard line end inside a sentence may part the given name from the surname.
      if (!first && context_.token(i).line_before &&
          (!given || context_.at(i).has(kInRow | kInTitle | kInLineup))) {
        break;
      }
      run_.push_back(i);
      run_end_ = ++i;
      if (run_.size() >= 5) break;
      // `Jean-Pierre`: a hyphen without blanks inside a given name.
      if (context_.is_mark(i, '-') && !context_.token(i).space_before && i + 1 < end &&
          !context_.token(i + 1).space_before && context_.at(i - 1).has(kGiven) &&
          !context_.at(i - 1).has(kClubForm) && context_.at(i + 1).has(kGiven)) {
        ++i;
      } else if (second_surname(i, end)) {
        run_.push_back(i + 1);
        run_end_ = i += 2;
      }
      continue;
    }
    const TokenFacts& facts = context_.at(i);
    const bool cap = facts.has(kCapital);
    const bool italian = facts.is(CueClass::kParticle) && cap;
    const bool foreign = facts.is(CueClass::kForeignParticle) && !first && !cap;
    if ((italian || foreign) && (!first || !facts.has(kSentenceStart)) && i + 1 < end &&
        context_.together(i, i + 1)) {
      // Behind a given name and a particle any word is a surname: `Rosario Lo Verso`.
      const Index surname =
          given && italian && !facts.has(kCapsContext) ? behind_particles(i) : kNoIndex;
      if (surname != kNoIndex) {
        run_.push_back(surname);
        run_end_ = i = surname + 1;
        continue;
      }
      // Two particles at most: `de la Cruz`, `Della D'Orsogna`.
      Index next = i + 1;
      if (context_.at(next).is(CueClass::kParticle) && !name_token(next, false, false)) ++next;
      if (!first && next < end && name_token(next, false, context_.at(run_.back()).has(kGiven))) {
        i = next;
        continue;
      }
    }
    break;
  }
  return static_cast<Index>(run_.size());
}

void PersonNames::find_full() {
  spans_.clear();
  surnames_.clear();
  parts_.clear();
  givens_.clear();
  waiting_.clear();
  paired_.clear();
  settling_ = false;
  find_full(context_.capitals());
  settling_ = true;
  // Those in mid-sentence first: they are surer.
  std::stable_partition(waiting_.begin(), waiting_.end(), [&](Index begin) {
    return !context_.at(begin).has(kSentenceStart | kInTitle);
  });
  for (std::size_t n = 0; n < waiting_.size(); ++n) {
    find_full({&waiting_[n], 1});
  }
  std::sort(spans_.begin(), spans_.end(), [](const PersonSpan& a, const PersonSpan& b) {
    return a.tokens.begin < b.tokens.begin;
  });
}

void PersonNames::find_full(std::span<const Index> capitals) {
  Index behind = 0;  // what was read so far
  for (const Index i : capitals) {
    if (i < behind || club_initial(i)) continue;
    const TokenFacts& facts = context_.at(i);
    if (const Index place = place_before_name(i); place != kNoIndex) {
      behind = place;
      continue;
    }
    if (const Index club = behind_club(i); club != kNoIndex) {
      behind = club;
      continue;
    }
    // `LECCO Neri, Bini, …`: the side that a line-up begins with, not `ROSSI Aldo, NERI Ugo`.
    if (facts.has(kInLineup) && context_.token(i).line_before &&
        context_.token(i).letters == LetterCase::kUpper && context_.together(i, i + 1) &&
        context_.token(i + 1).letters == LetterCase::kTitle && !context_.at(i + 1).has(kGiven)) {
      continue;
    }
    PersonSpan span;
    Index end = i + 1;
    const bool parted =
        facts.has(kGiven) || facts.any(cue_bits(CueClass::kParticle, CueClass::kForeignParticle));
    bool found = parted && (accept_particle(i, end, span) || accept_parted(i, end, span));
    if (!found) found = accept_headword(i, end, span) || accept_name_of_life(i, end, span);
    if (!found && (facts.has(kCapsContext) || context_.token(i).letters == LetterCase::kUpper)) {
      found = accept_caps(i, end, span);
    }
    if (!found && is_initial(context_.token(i))) found = accept_initials(i, end, span);
    if (!found && name_token(i, true, false)) {
      const Index names = read_run(i, context_.tokens().end);
      found = names >= 2 && accept_run(end, span);
      if (!found) end = i + 1;
      if (!found) found = accept_initials(i, end, span);
    }
    if (found && (in_street(span.tokens.begin, span.tokens.end) || in_home(span.tokens.begin) ||
                  in_quoted_place(span.tokens.begin, span.tokens.end))) {
      for (Index t = span.tokens.begin; t < span.tokens.end; ++t) {
        context_.change(t).flags |= kStreetName;
      }
      found = false;
    }
    if (found && in_result(span.tokens)) found = false;
    if (found) {
      for (Index t = span.tokens.begin; t < span.tokens.end; ++t) {
        context_.change(t).flags |= kInPerson;
      }
      remember(span);
      spans_.push_back(span);
    }
    behind = end;
  }
}

void PersonNames::remember(const PersonSpan& span) {
  const IndexRange surname = span.name.surname;
  if (!surname.empty()) {
    const std::uint64_t last = context_.at(surname.end - 1).name;
    surnames_.emplace(last, context_.at(surname.begin).name);
    // `Aldo Rossi Bianchi`, later `Bianchi`
    const bool particle = context_.at(surname.begin).is(CueClass::kParticle);
    if (surname.size() > (particle ? 2 : 1) && context_.at(surname.end - 2).name != 0) {
      parts_.insert(last);
      if (!particle) parts_.insert(context_.at(surname.begin).name);
    }
  }
  if (span.name.initial_only) return;
  for (Index i = span.name.given.begin; i < span.name.given.end; ++i) {
    if (context_.at(i).name != 0) ++givens_[context_.at(i).name];
  }
}

bool PersonNames::accept_single(Index i, Index& end, PersonSpan& span, bool is_club) const {
  const TokenFacts& facts = context_.at(i);
  const Token& token = context_.token(i);
  span = PersonSpan{};
  // A surname of several tokens: `Di Lella`, `D'Orsogna`.
  Index last = i;
  if (facts.is(CueClass::kParticle)) {
    last = behind_particles(i);
    if (last == kNoIndex) return false;
  }
  const auto known = surnames_.find(context_.at(last).name);
  const bool told = known != surnames_.end() && known->second == facts.name;  // `Lo Verso`
  // `De Rosa`, though `la rosa` is a side's.
  const bool own = context_.at(last).has(kSurname) && !facts.any(cue_bits(CueClass::kBareArticle));
  if (last != i && context_.at(last).any(kNeverName) && !told && !own) return false;
  end = last + 1;
  span.tokens = {i, end};
  span.name.surname = span.tokens;
  const Index before = context_.before(i);
  const bool article = before != kNoIndex && context_.at(before).any(kSingularArticles);
  const bool part = last == i && parts_.contains(facts.name);
  if (part || (known != surnames_.end() && (last == i || known->second == facts.name) &&
               (known->second == context_.at(last).name || last > i))) {
    // A club of the same name takes the article: `il Monza`.
    if (context_.at(last).has(kClubForm)) return !article && !is_club;
    return last != i || !context_.at(last).any(kNeverName) || !facts.has(kSentenceStart);
  }
  // `presso Borgo Santa Maria`: a saint, or a side.
  if (before != kNoIndex && facts.has(kGiven) && context_.at(before).has(kCapital) &&
      context_.at(before).is(CueClass::kClubPrefix)) {
    return false;
  }
  if (is_club || (last == i && facts.any(kNeverName)) ||
      facts.has(kStreetName | kInMention | kInStadium)) {
    return false;
  }
  if (token.letters == LetterCase::kUpper && facts.has(kCapsContext)) return false;
  if (const auto given = givens_.find(facts.name); given != givens_.end() && last == i) {
    span.name.given = span.tokens;
    span.name.surname = {end, end};
    return true;
  }
  if (token.span.size() < 2 || is_roman(context_.document().text.norm(token.span))) return false;
  const TokenFacts& head = context_.at(last);
  const bool cue = (person_cue_before(i) && !article) ||
                   (!facts.has(kSentenceStart) && !article && person_cue_after(last)) ||
                   (!article && bench_act_after(last));
  if (head.has(kClubForm | kPlaceForm)) {
    // `All. Donato`, under the names of a side.
    if (cue && facts.has(kInLineup) && (facts.has(kGiven) || last != i)) return true;
    // `il sindaco Catania`: a title alone makes a person of a city's name; not in what a bracket
    // says of somebody, `Aldo Rossi (allenatore Lecco)`, nor `cercano un allenatore Lecco e Como`.
    const Index lead = before == kNoIndex ? kNoIndex : context_.before(before);
    const bool any = lead != kNoIndex && context_.at(lead).is(CueClass::kIndefinite);
    return cue && before != kNoIndex && !any && !tells_of_named(before) &&
           context_.at(before).any(cue_bits(CueClass::kTitle, CueClass::kPersonNoun));
  }
  if (facts.has(kOtherForm | kLongForm) && !head.has(kSurname)) return false;
  if (in_home(i) || (in_street(i, last + 1) && !person_cue_after(last))) return false;
  if (cue) return !(facts.has(kSentenceStart) && facts.has(kCommonWord));
  // A surname of the lexicon, or any word with a capital that stands in mid-sentence.
  if (facts.has(kSentenceStart) && !(head.has(kSurname) && !facts.has(kCommonWord)) &&
      !(club_in_bracket(last) && !facts.has(kCommonWord | kGiven))) {
    return false;
  }
  if (facts.has(kGiven) && !head.has(kSurname) && facts.has(kSentenceStart)) return false;
  if (facts.has(kCommonWord) && !head.has(kSurname)) return false;
  if (facts.any(cue_bits(CueClass::kClubPrefix, CueClass::kStreet, CueClass::kPlaceNoun)) &&
      last == i) {
    return false;
  }
  if (token.span.size() < 3 && last == i && !head.has(kSurname)) return false;
  // `a Casteldebole`, `delle Rondinelle`: places and sides, where no surname is known.
  if (!head.has(kSurname) && before != kNoIndex &&
      context_.at(before).any(cue_bits(CueClass::kAtPlace, CueClass::kPluralArticle))) {
    return false;
  }
  span.weak = true;
  return true;
}

// First names that stand alone more than once, as one tells of a friend or of brothers.
void PersonNames::find_first_names() {
  std::pmr::unordered_map<std::uint64_t, std::uint32_t> alone(context_.document().scratch());
  for (const Index i : context_.capitals()) {
    const TokenFacts& facts = context_.at(i);
    constexpr std::uint32_t kOther = kInPerson | kInRow | kClubForm | kPlaceForm | kCommonWord |
                                     kInMention | kInStadium | kCapsContext | kStreetName |
                                     kLongForm | kOtherForm;
    if (!facts.has(kGiven) || facts.has(kOther | kSurname) ||
        context_.token(i).letters != LetterCase::kTitle || facts.any(kNeverName)) {
      continue;
    }
    if (++alone[facts.name] > 1) givens_.emplace(facts.name, 1);
  }
}

// Surnames that a role, a title or an age makes a person's once are persons' wherever the section
// names them.
void PersonNames::find_cued(const std::vector<bool>& is_club) {
  for (const Index i : context_.capitals()) {
    if (context_.at(i).has(kInPerson | kCommonWord)) continue;
    PersonSpan span;
    Index end = i + 1;
    if (accept_single(i, end, span, is_club[i]) && !span.weak && !span.name.surname.empty()) {
      remember(span);
    }
  }
}

void PersonNames::find_single(const std::vector<bool>& is_club) {
  singles_.clear();
  clubs_ = &is_club;
  find_first_names();
  find_cued(is_club);
  Index behind = 0;  // the last one found
  for (const Index i : context_.capitals()) {
    if (i < behind || context_.at(i).has(kInPerson)) continue;
    PersonSpan span;
    Index end = i + 1;
    if (!accept_single(i, end, span, is_club[i])) continue;
    singles_.push_back(span);
    behind = end;
  }
  clubs_ = nullptr;
  spans_.insert(spans_.end(), singles_.begin(), singles_.end());
  std::sort(spans_.begin(), spans_.end(), [](const PersonSpan& a, const PersonSpan& b) {
    return a.tokens.begin < b.tokens.begin;
  });
}

}  // namespace panchina
