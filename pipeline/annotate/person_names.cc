#include "annotate/person_names.h"

#include <algorithm>

namespace panchina {
namespace {

constexpr CueBits kNeverName =
    cue_bits(CueClass::kFunctionWord, CueClass::kTitle, CueClass::kNoName, CueClass::kPersonNoun,
             CueClass::kClubNoun, CueClass::kYouthSide, CueClass::kBorn, CueClass::kHost,
             CueClass::kGuest, CueClass::kRefereeWord, CueClass::kClubSuffix);

bool is_initial(const Token& token) {
  return token.kind == TokenKind::kWord && token.letters == LetterCase::kTitle &&
         (token.span.size() == 1);
}

// `II`, `IV`: of two brothers or a pope.
bool is_roman(std::string_view word) {
  return word.find_first_not_of("IVX") == std::string_view::npos;
}

}  // namespace

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
  }
  if (token.span.size() < 2) return false;
  if (token.letters == LetterCase::kUpper && facts.has(kCapsContext)) return false;
  if (is_roman(context_.document().text.norm(token.span))) return false;
  if (facts.has(kInStadium) && !facts.has(kGiven | kSurname)) return false;
  if (first && facts.is(CueClass::kParticle) && !facts.has(kGiven)) return false;
  if (facts.any(kNeverName)) {
    // `passa a Secondo Gardini`: a given name that is a common word, not at the sentence's start.
    if (first) return facts.has(kGiven) && !facts.has(kSentenceStart);
    // `Enzo Quaranta`, `Gaspare Italiano`: after a given name any word is a surname but the small.
    return given && (facts.has(kSurname | kGiven) || !facts.is(CueClass::kFunctionWord)) &&
           !facts.any(cue_bits(CueClass::kBareArticle, CueClass::kPlacePreposition,
                               CueClass::kMasculineArticle, CueClass::kTitle)) &&
           token.span.size() > 3;
  }
  if (first && facts.has(kLongForm) && !facts.has(kGiven)) return false;
  if (first && facts.any(cue_bits(CueClass::kClubPrefix, CueClass::kStreet, CueClass::kPlaceNoun)) &&
      !facts.has(kGiven)) {
    return false;
  }
  return true;
}

// Reads the run of name tokens from `begin`; fills run_ and run_end_. Returns its length in names.
Index PersonNames::read_run(Index begin, Index end) {
  run_.clear();
  run_end_ = begin;
  Index i = begin;
  while (i < end && context_.together(begin, i)) {
    const bool first = run_.empty();
    const bool given = !first && context_.at(run_.back()).has(kGiven);
    if (name_token(i, first, given)) {
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
      }
      continue;
    }
    const TokenFacts& facts = context_.at(i);
    const bool cap = facts.has(kCapital);
    const bool italian = facts.is(CueClass::kParticle) && cap;
    const bool foreign = facts.is(CueClass::kForeignParticle) && !first && !cap;
    if ((italian || foreign) && (!first || !facts.has(kSentenceStart)) && i + 1 < end &&
        context_.together(i, i + 1)) {
      // Two particles at most: `de la Cruz`, `Della D'Orsogna`.
      Index next = i + 1;
      if (context_.at(next).is(CueClass::kParticle) && !name_token(next, false, false)) ++next;
      if (!first && next < end &&
          name_token(next, false, context_.at(run_.back()).has(kGiven))) {
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
  givens_.clear();
  waiting_.clear();
  paired_.clear();
  settling_ = false;
  find_full(context_.tokens());
  settling_ = true;
  // Those in mid-sentence first: they are surer.
  std::stable_partition(waiting_.begin(), waiting_.end(), [&](Index begin) {
    return !context_.at(begin).has(kSentenceStart | kInTitle);
  });
  for (std::size_t n = 0; n < waiting_.size(); ++n) {
    find_full({waiting_[n], waiting_[n] + 1});
  }
  std::sort(spans_.begin(), spans_.end(), [](const PersonSpan& a, const PersonSpan& b) {
    return a.tokens.begin < b.tokens.begin;
  });
}

void PersonNames::find_full(IndexRange tokens) {
  for (Index i = tokens.begin; i < tokens.end;) {
    const TokenFacts& facts = context_.at(i);
    if (!facts.has(kInArticle) || !facts.has(kCapital)) {
      ++i;
      continue;
    }
    PersonSpan span;
    Index end = i + 1;
    bool found = false;
    if (facts.has(kCapsContext) || context_.token(i).letters == LetterCase::kUpper) {
      found = accept_caps(i, end, span);
    }
    if (!found && is_initial(context_.token(i))) found = accept_initials(i, end, span);
    if (!found && name_token(i, true, false)) {
      const Index names = read_run(i, context_.tokens().end);
      found = names >= 2 && accept_run(end, span);
      if (!found) end = i + 1;
      if (!found) found = accept_initials(i, end, span);
    }
    if (found && (in_street(span.tokens.begin) || in_quoted_place(span.tokens.begin, span.tokens.end))) {
      for (Index t = span.tokens.begin; t < span.tokens.end; ++t) {
        context_.change(t).flags |= kStreetName;
      }
      found = false;
    }
    if (found) {
      for (Index t = span.tokens.begin; t < span.tokens.end; ++t) {
        context_.change(t).flags |= kInPerson;
      }
      remember(span);
      spans_.push_back(span);
    }
    i = std::max(end, i + 1);
  }
}

// Judges the run in run_. May shorten it: `end` is set to the end of the name.
bool PersonNames::accept_run(Index& end, PersonSpan& span) {
  // `Rileva Jürg Amstutz`, `Dogliani Aldo Boffredo`: what stands before a given name is another word.
  const Index article = context_.before(run_[0]);
  if (run_.size() > 2 && !context_.at(run_[0]).has(kGiven) &&
      (context_.at(run_[0]).has(kSentenceStart | kCommonWord | kClubForm | kPlaceForm) ||
       (article != kNoIndex &&
        context_.at(article).any(cue_bits(CueClass::kMasculineArticle,
                                          CueClass::kElidedArticle))))) {
    run_.erase(run_.begin());
  }
  const Index begin = run_[0];
  std::size_t count = run_.size();
  // A club, competition or stadium of several words inside ends the name.
  for (std::size_t n = 1; n < count; ++n) {
    const TokenFacts& facts = context_.at(run_[n]);
    if (facts.has(kLongForm) && !facts.has(kSurname | kGiven)) count = n;
  }
  if (count < 2) return false;
  std::size_t givens = 0;
  while (givens < count && context_.at(run_[givens]).has(kGiven)) ++givens;
  if (givens == count) {
    // `Gian Piero Gasperini` and `Pierangelo Alberto`: the last is the surname; `Learco Gaudenzi
    // Antonio` does not happen.
    givens = count - 1;
  }
  if (givens > 3) return false;
  const Index left = context_.before(begin);
  if (givens == 0 && count >= 3 && context_.at(run_[1]).has(kGiven) &&
      (left == kNoIndex || !context_.at(left).any(cue_bits(CueClass::kMasculineArticle,
                                                           CueClass::kElidedArticle)))) {
    givens = 2;  // `Gian Piero Rossi`: a short form that is no given name alone
  }
  const TokenFacts& head = context_.at(run_[0]);
  const TokenFacts& last = context_.at(run_[count - 1]);
  if (givens == 0 && count == 2 && last.has(kGiven) && !last.has(kSurname) &&
      !head.has(kClubForm | kPlaceForm | kCommonWord)) {
    // `Motta Dino`: the surname first.
    span = PersonSpan{};
    span.tokens = {begin, run_[1] + 1};
    span.name.surname = {begin, run_[1]};
    span.name.given = {run_[1], run_[1] + 1};
    end = span.tokens.end;
    return true;
  }
  if (givens >= 1 && head.has(kStrongClubForm | kClubForm | kPlaceForm) && count == 2 &&
      last.has(kClubForm | kPlaceForm) && !person_cue_before(begin)) {
    // `Alba Adriatica`-like pairs: not a name unless something says so.
    return false;
  }
  if (givens == 0) {
    // Two unknown words with capitals.
    if (count > 3) return false;
    const Index before = context_.before(begin);
    if (before != kNoIndex && !person_cue_before(begin) &&
        context_.at(before).any(cue_bits(CueClass::kMasculineArticle, CueClass::kElidedArticle,
                                         CueClass::kFeminineArticle))) {
      return false;
    }
    const bool cell = context_.at(begin).has(kInRow) && !person_cue_before(begin) &&
                      (before == kNoIndex || !context_.is_mark(before, ':'));
    if (context_.is_mark(run_[count - 1] + 1, '-') || cell ||
        (before != kNoIndex && context_.is_mark(before, '-') &&
         !context_.token(begin).space_before)) {
      paired_.insert(head.name);
      return false;
    }
    // The first may be no name (`A Cornaredo Gianola era giunto`): those wait for the others.
    if (!settling_) {
      waiting_.push_back(begin);
      return false;
    }
    if ((knows_surname(last.name) && givens_.count(head.name) == 0) ||
        paired_.count(head.name) != 0) {
      return false;
    }
    bool odd = false;
    for (std::size_t n = 0; n < count; ++n) {
      const TokenFacts& facts = context_.at(run_[n]);
      if (facts.has(kClubForm | kPlaceForm | kOtherForm) ||
          (facts.has(kCommonWord) && !facts.has(kSurname)) || facts.is(CueClass::kClubPrefix)) {
        odd = true;
      }
      if (facts.has(kStrongClubForm) && !facts.has(kSurname)) return false;
    }
    const bool cue = person_cue_before(begin) || person_cue_after(run_[count - 1]);
    if (odd && !cue) return false;
    if (head.has(kVerbWord)) return false;
    if (head.has(kSentenceStart) && !cue && head.has(kCommonWord)) return false;
    givens = 1;
  }
  // Tokens after a second given name and surname belong to another name: `Conte Antonio`.
  span = PersonSpan{};
  span.tokens = {begin, run_[count - 1] + 1};
  const Index cut = run_[givens - 1] + 1;
  span.name.given = {begin, cut};
  span.name.surname = {cut, span.tokens.end};
  // `Jean-Pierre`, and particles, stay with the surname.
  end = span.tokens.end;
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
    if (first.has(kStrongClubForm)) return false;
    if (!second.has(kGiven) && second.has(kCommonWord | kClubForm | kPlaceForm)) return false;
    if (!second.has(kGiven) && second.any(kNeverName)) return false;
    span.tokens = {begin, names[1] + 1};
    span.name.surname = {begin, names[1]};
    span.name.given = {names[1], names[1] + 1};
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
    if (!first.has(kGiven) && !first.has(kSentenceStart) && !person_cue_before(begin)) return false;
  } else {
    return false;
  }
  end = span.tokens.end;
  return true;
}

// `F. Rossi`, `Rossi F.`
bool PersonNames::accept_initials(Index begin, Index& end, PersonSpan& span) const {
  span = PersonSpan{};
  if (is_initial(context_.token(begin))) {
    if (!context_.is_mark(begin + 1, '.') || !context_.together(begin, begin + 2)) return false;
    // `S.Marino - Prato`, `R. Forte Querceta 25`: a row's cell is rather a club's.
    if (context_.at(begin).has(kInRow) && !context_.at(begin).has(kInLineup)) return false;
    if (context_.at(begin).has(kClubForm | kLongForm)) return false;
    Index name = begin + 2;
    if (context_.at(name).is(CueClass::kParticle) && context_.at(name).has(kCapital)) ++name;
    if (!name_token(name, false, false) || context_.at(name).has(kClubForm | kLongForm | kOtherForm)) {
      return false;
    }
    span.tokens = {begin, name + 1};
    span.name.given = {begin, begin + 2};
    span.name.surname = {begin + 2, name + 1};
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
  if (mark == kNoIndex || !(context_.is_mark(mark, ',') || context_.is_mark(mark, '('))) {
    return false;
  }
  const Index next = context_.after(mark);
  if (next == kNoIndex) return false;
  const TokenFacts& facts = context_.at(next);
  return facts.any(cue_bits(CueClass::kPersonNoun, CueClass::kPersonHead, CueClass::kBorn)) ||
         context_.token(next).kind == TokenKind::kNumber || facts.has(kInRoleForm);
}

bool PersonNames::in_street(Index i) const {
  const Index before = context_.before(i);
  if (before == kNoIndex) return false;
  const TokenFacts& facts = context_.at(before);
  if (!facts.is(CueClass::kStreet) || facts.has(kCapsContext)) return false;
  // `(via Zenatti)`, `Via Corini, dentro Grosso`: gone; `Via Roma 12`: a street.
  const Index bracket = context_.before(before);
  if (bracket != kNoIndex && context_.is_mark(bracket, '(')) return false;
  if (facts.has(kSentenceStart) && !context_.at(before).has(kInRow)) {
    Index after = context_.after(i);
    if (after != kNoIndex && context_.is_mark(after, ',')) after = context_.after(after);
    return after != kNoIndex && context_.token(after).kind == TokenKind::kNumber;
  }
  // `Cosenza, via Salvatici`: gone, not a street, where the name is a known person's.
  return !(knows_surname(context_.at(i).name));
}

// `al «Danilo Martelli»`, `trofeo Olivaia`: a stadium or cup that bears a person's name.
bool PersonNames::in_quoted_place(Index begin, Index end) const {
  const Index before = context_.before(begin);
  if (before == kNoIndex) return false;
  if (context_.at(before).is(CueClass::kPlaceNoun)) return true;
  const auto quote = [&](Index t) {
    return context_.is_mark(t, '"') || context_.is_mark(t, '\'');
  };
  if (!quote(before) || !quote(end)) return false;
  const Index article = context_.before(before);
  return article != kNoIndex &&
         context_.at(article).any(cue_bits(CueClass::kMasculineArticle, CueClass::kElidedArticle,
                                           CueClass::kPlaceNoun));
}

void PersonNames::remember(const PersonSpan& span) {
  const IndexRange surname = span.name.surname;
  if (!surname.empty()) {
    const std::uint64_t last = context_.at(surname.end - 1).name;
    surnames_.emplace(last, context_.at(surname.begin).name);
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
    last = i + 1;
    if (context_.together(i, last) && context_.at(last).is(CueClass::kParticle) &&
        context_.at(last).has(kCapital)) {
      ++last;
    }
    if (!context_.together(i, last) || !context_.at(last).has(kCapital)) return false;
    if (context_.at(last).any(kNeverName) || context_.at(last).has(kInMention)) return false;
  }
  const auto known = surnames_.find(context_.at(last).name);
  end = last + 1;
  span.tokens = {i, end};
  span.name.surname = span.tokens;
  const Index before = context_.before(i);
  const bool article =
      before != kNoIndex && context_.at(before).any(cue_bits(CueClass::kMasculineArticle,
                                                             CueClass::kElidedArticle,
                                                             CueClass::kFeminineArticle));
  if (known != surnames_.end() && (last == i || known->second == facts.name) &&
      (known->second == context_.at(last).name || last > i)) {
    // A club of the same name takes the article: `il Monza`.
    if (context_.at(last).has(kClubForm)) return !article && !is_club;
    return !context_.at(last).any(kNeverName) || !facts.has(kSentenceStart);
  }
  if (is_club || (last == i && facts.any(kNeverName)) || facts.has(kStreetName | kInMention | kInStadium)) {
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
                   (!facts.has(kSentenceStart) && person_cue_after(last));
  if (head.has(kClubForm | kPlaceForm)) {
    // `il sindaco Catania`: a title alone makes a person of a city's name.
    return cue && before != kNoIndex &&
           context_.at(before).any(cue_bits(CueClass::kTitle, CueClass::kPersonNoun));
  }
  if (facts.has(kOtherForm | kLongForm) && !head.has(kSurname)) return false;
  if (in_street(i) && !person_cue_after(last)) return false;
  if (cue) return !(facts.has(kSentenceStart) && facts.has(kCommonWord));
  // A surname of the lexicon, or any word with a capital that stands in mid-sentence.
  if (facts.has(kSentenceStart) && !(head.has(kSurname) && !facts.has(kCommonWord))) return false;
  if (facts.has(kGiven) && !head.has(kSurname) && facts.has(kSentenceStart)) return false;
  if (facts.has(kCommonWord) && !head.has(kSurname)) return false;
  if (facts.any(cue_bits(CueClass::kClubPrefix, CueClass::kStreet, CueClass::kPlaceNoun)) &&
      last == i) {
    return false;
  }
  if (token.span.size() < 3 && last == i && !head.has(kSurname)) return false;
  span.weak = true;
  return true;
}

void PersonNames::find_single(const std::vector<bool>& is_club) {
  singles_.clear();
  const IndexRange tokens = context_.tokens();
  for (Index i = tokens.begin; i < tokens.end;) {
    const TokenFacts& facts = context_.at(i);
    if (!facts.has(kInArticle) || !facts.has(kCapital) || facts.has(kInPerson)) {
      ++i;
      continue;
    }
    PersonSpan span;
    Index end = i + 1;
    if (accept_single(i, end, span, is_club[i - tokens.begin])) {
      singles_.push_back(span);
      i = end;
    } else {
      ++i;
    }
  }
  spans_.insert(spans_.end(), singles_.begin(), singles_.end());
  std::sort(spans_.begin(), spans_.end(), [](const PersonSpan& a, const PersonSpan& b) {
    return a.tokens.begin < b.tokens.begin;
  });
}

}  // namespace panchina
