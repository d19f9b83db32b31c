// Words with capitals in a row: whether they are somebody's name, and which of them is the surname.
#include "annotate/person_names.h"

namespace panchina {

// Judges the run in run_. May shorten it: `end` is set to the end of the name.
bool PersonNames::accept_run(Index& end, PersonSpan& span) {
  const Index article = context_.before(run_[0]);
  trim_run();
  const Index begin = run_[0];
  if (names_place(begin) || opens_club(article) || is_counted(article)) return false;
  // `al Diego Armando Maradona`: the whole is a ground.
  if (context_.at(begin).has(kInStadium) && context_.together(begin, run_end_) &&
      context_.at(run_end_).has(kInStadium)) {
    return false;
  }
  run_.resize(words_before_long_form());
  const std::size_t count = run_.size();
  if (count < 2) return false;
  std::size_t givens = count_givens();
  if (givens > 3 || names_saint(article, count)) return false;
  if (givens == 0 && opens_with_surname()) {
    end = make_span(span, 1, false);
    return true;
  }
  if (givens >= 1 && looks_like_towns()) return false;
  if (givens == 0) {
    // The first may be no name (`A Cornaredo Gianola era giunto`): those wait for the others.
    if (count > 3 || unknown_is_no_name()) return false;
    if (!settling_) {
      waiting_.push_back(begin);
      return false;
    }
    if (!unknown_is_name()) return false;
    givens = 1;
  }
  // Tokens after a second given name and surname belong to another name: `Conte Antonio`.
  // `Jean-Pierre`, and particles, stay with the surname.
  end = make_span(span, givens, true);
  return true;
}

// `con due Beppe Rossi in bacheca`: cups that bear somebody's name, behind a number in words.
bool PersonNames::is_counted(Index before) const {
  if (before == kNoIndex || before + 1 != run_[0] || context_.token(before).line_before ||
      context_.token(before).letters != LetterCase::kLower ||
      context_.at(before).any(kSingularArticles)) {
    return false;
  }
  return context_.is_mention(before, UnitKind::kNumber);
}

// So many words of the run, before a club, competition or stadium of several words that ends it.
std::size_t PersonNames::words_before_long_form() const {
  for (std::size_t n = 1; n < run_.size(); ++n) {
    const TokenFacts& facts = context_.at(run_[n]);
    if (facts.has(kLongForm) && !facts.has(kSurname | kGiven)) return n;
  }
  return run_.size();
}

// Given names that the run opens with; one is left as the surname.
std::size_t PersonNames::count_givens() const {
  std::size_t givens = 0;
  while (givens < run_.size() && context_.at(run_[givens]).has(kGiven)) ++givens;
  // `Gian Piero Gasperini` and `Pierangelo Alberto`: the last is the surname; `Learco Gaudenzi
  // Antonio` does not happen.
  if (givens == run_.size()) return givens - 1;
  const Index left = context_.before(run_[0]);
  const bool led = left != kNoIndex && context_.at(left).any(cue_bits(CueClass::kMasculineArticle,
                                                                      CueClass::kElidedArticle));
  // `Gian Piero Rossi`: a short form that is no given name alone
  if (givens == 0 && run_.size() >= 3 && context_.at(run_[1]).has(kGiven) && !led) return 2;
  return givens;
}

// `Motta Dino`: the surname first.
bool PersonNames::opens_with_surname() const {
  const TokenFacts& last = context_.at(run_.back());
  return run_.size() == 2 && last.has(kGiven) && !last.has(kSurname) &&
         !context_.at(run_[0]).has(kClubForm | kPlaceForm | kCommonWord);
}

// `Alba Adriatica`-like pairs: not a name unless something says so.
bool PersonNames::looks_like_towns() const {
  const TokenFacts& last = context_.at(run_.back());
  return run_.size() == 2 && context_.at(run_[0]).has(kStrongClubForm | kClubForm | kPlaceForm) &&
         last.has(kClubForm | kPlaceForm) && !last.has(kSurname) && !person_cue_before(run_[0]);
}

// Of unknown words with capitals: whether what stands around them makes them a club or a cell of
// a table, which is remembered of the first.
bool PersonNames::unknown_is_no_name() {
  const Index begin = run_[0];
  const TokenFacts& head = context_.at(begin);
  const auto dotted = [&](Index at) {
    return at >= 2 && context_.is_mark(at - 1, '.') && context_.token(at - 2).span.size() == 1 &&
           context_.token(at - 2).kind == TokenKind::kWord;
  };
  if (dotted(begin) && dotted(begin - 2) && !context_.token(begin - 2).space_before) {
    paired_.insert(head.name);  // `U.S. Valle Verde`: a club's form
    return true;
  }
  const Index before = context_.before(begin);
  // `arriva la Borzacchini Terni`: what comes before a feminine article leads to no man's name.
  const bool cue = person_cue_before(begin) &&
                   (before == kNoIndex || !context_.at(before).is(CueClass::kFeminineArticle));
  if (before != kNoIndex && !cue && context_.at(before).any(kSingularArticles)) {
    // `contro il Cas Brescello`, `Cas Brescello` in a line of its own: no man.
    if (context_.at(before).is(CueClass::kMasculineArticle)) paired_.insert(head.name);
    return true;
  }
  // `Lecco: Rossi per Serse Cosmi`: no cell begins behind a word.
  const bool amid = before != kNoIndex && context_.token(before).kind == TokenKind::kWord &&
                    context_.token(before).letters == LetterCase::kLower;
  const bool cell = head.has(kInRow) && !cue && !amid && !person_cue_after(run_.back()) &&
                    (before == kNoIndex || !context_.is_mark(before, ':'));
  const bool joined =
      before != kNoIndex && context_.is_mark(before, '-') && !context_.token(begin).space_before;
  const Index after = run_.back() + 1;
  const bool dashed = context_.is_mark(after, '-') && !context_.token(after).line_before;
  if (!cell && !joined && !dashed) return false;
  paired_.insert(head.name);
  return true;
}

// Of unknown words with capitals, once all others are known: whether they may be a name.
bool PersonNames::unknown_is_name() const {
  const TokenFacts& head = context_.at(run_[0]);
  const TokenFacts& last = context_.at(run_.back());
  if ((knows_surname(last.name) && givens_.count(head.name) == 0) ||
      paired_.count(head.name) != 0) {
    return false;
  }
  bool odd = false;
  for (const Index token : run_) {
    const TokenFacts& facts = context_.at(token);
    const bool surname = facts.has(kSurname);
    if (facts.has(kStrongClubForm) && !surname) return false;
    odd = odd || facts.has(kClubForm | kPlaceForm | kOtherForm) ||
          (facts.has(kCommonWord) && !surname) || facts.is(CueClass::kClubPrefix);
  }
  const bool cue = person_cue_before(run_[0]) || person_cue_after(run_.back());
  if (odd && !cue) return false;
  // `il programma "Forever Rossoblù"`
  if (last.epithet != kNoIndex && !last.has(kSurname)) return false;
  if (head.has(kVerbWord)) return false;
  return !head.has(kSentenceStart) || cue || !head.has(kCommonWord);
}

// The run as a name whose first `words` are the given name, or the surname; the end of the name.
Index PersonNames::make_span(PersonSpan& span, std::size_t words, bool given_first) const {
  span = PersonSpan{};
  span.tokens = {run_[0], run_.back() + 1};
  // `Motta Dino`: particles stand before the second.
  const Index cut = given_first ? run_[words - 1] + 1 : run_[words];
  (given_first ? span.name.given : span.name.surname) = {run_[0], cut};
  (given_first ? span.name.surname : span.name.given) = {cut, span.tokens.end};
  return span.tokens.end;
}

}  // namespace panchina
