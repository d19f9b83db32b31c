// Where ClubNames finds a club named before by a part of its name.
#include <algorithm>

#include "annotate/club_names.h"
#include "document/features.h"
#include "text/fold.h"

namespace panchina {
namespace {

constexpr std::size_t kShortName = 4;  // letters of a nickname that shortens the name

bool before_in_text(const ClubSpan& a, const ClubSpan& b) {
  return a.tokens.begin < b.tokens.begin;
}

}  // namespace

// `Spartak` after `Spartak Mosca`: the first word of a club named in full, with a capital.
void ClubNames::find_short_forms() {
  fulls_.clear();
  for (const ClubSpan& span : spans_) {
    if (!is_cue(span.evidence) || span.tokens.size() < 2 || span.nation) continue;
    const TokenFacts& head = context_.at(span.tokens.begin);
    if (context_.token(span.tokens.begin).span.size() < 3 || head.name == 0 ||
        head.any(cue_bits(CueClass::kFunctionWord, CueClass::kClubSuffix)) ||
        context_.is_mark(span.tokens.begin + 1, '.')) {
      continue;
    }
    fulls_.emplace(head.name, Full{span.club, span.form, span.unknown, false});
  }
  // `la Fidelis` where only `Andria` stands: the first word of the lexicon's name, with an article.
  for (const ClubSpan& span : spans_) {
    if (span.unknown || span.nation || span.evidence == ClubWeight::kNo) continue;
    const std::string& name = context_.lexicon().clubs()[span.club].name;
    const auto blank = name.find(' ');
    if (blank == std::string::npos || blank < 4) continue;
    fulls_.emplace(Context::name_hash(std::string_view(name).substr(0, blank)),
                   Full{span.club, span.form, false, true});
  }
  if (fulls_.empty()) return;
  std::vector<ClubSpan> found;
  std::size_t next = 0;
  for (const Index i : context_.capitals()) {
    const TokenFacts& facts = context_.at(i);
    if (facts.has(kInPerson | kStreetName)) continue;
    const auto full = fulls_.find(facts.name);
    if (full == fulls_.end()) continue;
    while (next < spans_.size() && spans_[next].tokens.end <= i) ++next;
    if (next < spans_.size() && spans_[next].tokens.contains(i)) {
      take_other_club(spans_[next], full->second);
      continue;
    }
    ClubSpan span;
    if (short_form(i, full->second, span)) found.push_back(span);
  }
  spans_.insert(spans_.end(), found.begin(), found.end());
  std::sort(spans_.begin(), spans_.end(), before_in_text);
}

// A form of the lexicon of one word that is another club's, where this one is named in full.
void ClubNames::take_other_club(ClubSpan& span, const Full& full) const {
  if (span.tokens.size() != 1 || span.unknown || !span.weak || full.unknown) return;
  if (full.needs_article || span.evidence == ClubWeight::kNo) return;
  if (span.club == full.club || evidence_.in_row(span.tokens)) return;
  const auto clubs = context_.lexicon().clubs();
  if (clubs[span.club].country != clubs[full.club].country) span.club = full.club;
}

bool ClubNames::short_form(Index i, const Full& full, ClubSpan& span) const {
  const TokenFacts& facts = context_.at(i);
  const TokenFacts& next = context_.at(i + 1);
  if (next.has(kCapital) && !facts.has(kCapsContext) && context_.together(i, i + 1) &&
      !next.is(CueClass::kFunctionWord)) {
    return false;
  }
  span.tokens = {i, i + 1};
  span.club = full.club;
  span.unknown = full.unknown;
  span.form = full.form;
  span.how = How::kAlias;
  span.weak = true;
  if (evidence_.is_no_club(span.tokens)) return false;
  const Index before = context_.before(i);
  const auto stands_before = [&](auto... classes) {
    return before != kNoIndex && context_.at(before).any(cue_bits(classes...));
  };
  const bool article = stands_before(CueClass::kMasculineArticle, CueClass::kFeminineArticle,
                                     CueClass::kElidedArticle);
  if (full.needs_article && (facts.has(kCommonWord) || !article)) return false;
  // `la Pro`; not `Uefa Pro`.
  if (context_.token(i).span.size() < kShortName && !stands_before(CueClass::kFeminineArticle)) {
    return false;
  }
  const bool pair = context_.is_mark(i + 1, '-') || (i > 0 && context_.is_mark(i - 1, '-'));
  if (full.needs_article || pair || evidence_.has_article(span.tokens) ||
      evidence_.in_row(span.tokens) || stands_before(CueClass::kAgainst)) {
    span.evidence = ClubWeight::kCue;
    return true;
  }
  span.evidence =
      stands_before(CueClass::kPlacePreposition) ? ClubWeight::kPlace : ClubWeight::kBare;
  return !(facts.has(kSentenceStart) && span.evidence == ClubWeight::kBare);
}

// Whether a club that is sure of its name stands beside it in a list.
bool ClubNames::listed_with(const ClubSpan& span, const ClubSpan& other) const {
  if (other.nation || other.how == How::kNickname || other.evidence < ClubWeight::kBare)
    return false;
  const Index gap = span.tokens.begin > other.tokens.end ? span.tokens.begin - other.tokens.end
                                                         : other.tokens.begin - span.tokens.end;
  if (gap > 3 || !(is_cue(other.evidence) || other.evidence == ClubWeight::kPair)) return false;
  return span.tokens.begin > other.tokens.begin ? listed_together(other, span)
                                                : listed_together(span, other);
}

// `la Samb`, with its article: a nickname that is the beginning of the club's own name.
bool ClubNames::short_of_name(const ClubSpan& span) const {
  if (span.tokens.size() != 1 || span.evidence == ClubWeight::kNo) return false;
  const Index before = context_.before(span.tokens.begin);
  if (before == kNoIndex || !context_.at(before).any(kSingularArticles)) {
    return false;
  }
  const std::string word =
      folded(context_.document().text.norm(context_.token(span.tokens.begin).span));
  return word.size() >= kShortName &&
         folded(context_.lexicon().clubs()[span.club].name).starts_with(word);
}

// `quell'Hellas-Cesena 0-5`.
bool ClubNames::in_fixture(const ClubSpan& span, const ClubSpan& next) const {
  return context_.is_mark(span.tokens.end, '-') && next.tokens.begin == span.tokens.end + 1 &&
         !next.nation && next.evidence >= ClubWeight::kBare &&
         evidence_.result_follows(next.tokens.end);
}

}  // namespace panchina
