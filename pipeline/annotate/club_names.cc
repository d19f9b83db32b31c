// ClubNames: which names are clubs, shared names, nicknames. Pairs and lists stand in
// club_lists.cc, names repeated in part in club_short_forms.cc.
#include "annotate/club_names.h"

#include <algorithm>

#include "text/fold.h"

namespace panchina {

void ClubNames::find(Document& document) {
  national_post_.reset();
  collect();
  evidence_.count_items(spans_);
  evidence_.find_referees(spans_);
  for (ClubSpan& span : spans_) span.evidence = evidence_.judge(span);
  settle_feminine();
  spread_over_lists();
  unknown_.find(document, spans_);
  find_pairs();
  spread_over_lists();
  settle_shared();
  settle_nations();
  find_short_forms();
  settle_nicknames();
  accept();
  scores_.clear();
  for (const Mention& mention : context_.mentions()) {
    if (mention.kind == UnitKind::kScore) scores_.push_back(mention.tokens.begin);
  }
}

// `la Suzzara`, `della Carpi`, `alla Suzzara`: where towns stand so again and again they are clubs,
// as in old papers.
void ClubNames::settle_feminine() {
  constexpr int kHabit = 3;
  const auto feminine = [&](const ClubSpan& span) {
    const Index article = context_.before(span.tokens.begin);
    return span.evidence == ClubWeight::kPlace && !span.nation && span.tokens.size() == 1 &&
           article != kNoIndex && context_.at(article).is(CueClass::kFeminineArticle) &&
           !context_.at(article).is(CueClass::kIndefinite);
  };
  if (std::count_if(spans_.begin(), spans_.end(), feminine) < kHabit) return;
  for (ClubSpan& span : spans_) {
    if (feminine(span)) span.evidence = ClubWeight::kCue;
  }
}

// The longest club or nation form at each place, unless a longer form of another kind holds it.
void ClubNames::collect() {
  spans_.clear();
  const Document& document = context_.document();
  const Lexicon& lexicon = context_.lexicon();
  const IndexRange hits = context_.hits();
  Index other_end = 0, club_end = 0;
  for (Index h = hits.begin; h < hits.end; ++h) {
    const LexiconHit& hit = document.lexicon_hits[h];
    if (!context_.at(hit.tokens.begin).has(kInArticle)) continue;
    if (!context_.together(hit.tokens.begin, hit.tokens.end - 1)) continue;
    ClubSpan span;
    const Index held_until = other_end;  // by longer forms of another kind
    for (Index f = hit.form;; ++f) {
      const LexiconForm& form = lexicon.forms()[f];
      if (form.kind == FormKind::kClub || form.kind == FormKind::kNation) {
        if (span.form == kNoIndex) {
          span.form = f;
          span.club = form.entry;
          span.how = form.how;
          span.nation = form.kind == FormKind::kNation;
          span.weak = form.weak;
        }
      } else if (form.kind != FormKind::kGivenName && form.kind != FormKind::kSurname &&
                 form.kind != FormKind::kEpithet &&
                 (form.kind != FormKind::kPlace || hit.tokens.size() > 1)) {
        other_end = std::max(other_end, hit.tokens.end);
      }
      if (!form.more) break;
    }
    if (span.form == kNoIndex || hit.tokens.begin < club_end) continue;
    if (hit.tokens.end <= held_until) continue;
    // `Virtus`, `Real` before another name are the beginning of a longer one, not before a
    // person's: `il tecnico della Juventus Aldo Rossi`.
    const TokenFacts& head = context_.at(hit.tokens.begin);
    if (hit.tokens.size() == 1 && head.is(CueClass::kClubPrefix) &&
        context_.together(hit.tokens.begin, hit.tokens.end) &&
        context_.at(hit.tokens.end).has(kCapital) && !context_.at(hit.tokens.end).has(kInPerson) &&
        !context_.at(hit.tokens.end)
             .any(cue_bits(CueClass::kFunctionWord, CueClass::kYouthSide, CueClass::kWomen)) &&
        !context_.wide_gap(hit.tokens.end)) {
      continue;
    }
    span.tokens = hit.tokens;
    // A town's name is weak, whatever the lexicon says.
    if (!span.weak && context_.at(hit.tokens.begin).has(kPlaceForm)) {
      span.weak = folded(document.text.norm({document.tokens[hit.tokens.begin].span.begin,
                                             document.tokens[hit.tokens.end - 1].span.end})) ==
                  lexicon.clubs()[span.club].city;
    }
    club_end = hit.tokens.end;
    spans_.push_back(span);
  }
}

// A form of several clubs: the one named in full in the section, else one of the region that most
// of the section's clubs come from.
void ClubNames::settle_shared() {
  const Lexicon& lexicon = context_.lexicon();
  const auto shared = [&](const ClubSpan& span) {
    if (span.unknown || span.form == kNoIndex) return false;
    int clubs = 0;
    for (Index f = span.form;; ++f) {
      const FormKind kind = lexicon.forms()[f].kind;
      clubs += kind == FormKind::kClub || kind == FormKind::kNation;
      if (!lexicon.forms()[f].more) break;
    }
    return clubs > 1;
  };
  if (std::none_of(spans_.begin(), spans_.end(), shared)) return;
  std::vector<std::string> towns;  // named in the section
  for (const Index i : context_.capitals()) {
    if (!context_.at(i).has(kPlaceForm)) continue;
    towns.push_back(folded(context_.document().text.norm(context_.token(i).span)));
  }
  std::sort(towns.begin(), towns.end());
  for (std::size_t n = 0; n < spans_.size(); ++n) {
    ClubSpan& span = spans_[n];
    if (!shared(span)) continue;
    int best = -1;
    ClubSpan chosen = span;
    for (Index f = span.form;; ++f) {
      const LexiconForm& form = lexicon.forms()[f];
      if (form.kind == FormKind::kClub || form.kind == FormKind::kNation) {
        // `il ct di San Marino`: the nation, though its club be named in full elsewhere.
        constexpr int kNational = 150;
        int score = form.kind == FormKind::kClub ? 1 : names_national_post() ? kNational : 0;
        if (!form.weak) score += 1;
        const Club& club = lexicon.clubs()[form.entry];
        // Neighbours: a window of clubs before and after, what is near counts more.
        const std::size_t from = n > 40 ? n - 40 : 0;
        for (std::size_t m = from; m < spans_.size() && m < n + 40; ++m) {
          const ClubSpan& other = spans_[m];
          if (m == n || other.unknown || other.evidence == ClubWeight::kNo) continue;
          if (shared(other)) continue;
          if (other.club == form.entry) score += 100;
          const Club& beside = lexicon.clubs()[other.club];
          const int near = m + 4 >= n && m <= n + 4 ? 4 : 1;
          if (!club.province.empty() && club.province == beside.province) score += 3 * near;
          if (!club.region.empty() && club.region == beside.region) score += 2 * near;
          if (club.country == beside.country) score += near;
          // Abroad, where no region is told, the land is one.
          if (club.country == beside.country && club.country != "IT") score += 2 * near;
        }
        if (!club.city.empty() && std::binary_search(towns.begin(), towns.end(), club.city)) {
          score += 20;
        }
        if (score > best) {
          best = score;
          chosen.club = form.entry;
          chosen.how = form.how;
          chosen.weak = form.weak;
          chosen.nation = form.kind == FormKind::kNation;
        }
      }
      if (!form.more) break;
    }
    span = chosen;
  }
}

// `il Picchio`, `la Dea`: only where the section names the club otherwise.
void ClubNames::settle_nicknames() {
  std::pmr::unordered_set<Index> named_clubs(context_.document().scratch());
  for (const ClubSpan& span : spans_) {
    if (!span.unknown && span.how != How::kNickname && span.evidence >= ClubWeight::kBare) {
      named_clubs.insert(span.club);
    }
  }
  for (std::size_t n = 0; n < spans_.size(); ++n) {
    ClubSpan& span = spans_[n];
    if (span.unknown || span.how != How::kNickname) continue;
    const bool named = named_clubs.count(span.club) != 0 ||
                       (n > 0 && listed_with(span, spans_[n - 1])) ||
                       (n + 1 < spans_.size() && in_fixture(span, spans_[n + 1])) ||
                       (n + 1 < spans_.size() && listed_with(span, spans_[n + 1]));
    // `tifosi della Dea`.
    const Index article = context_.before(span.tokens.begin);
    const Index noun = article == kNoIndex ? article : context_.before(article);
    const bool side = noun != kNoIndex && context_.at(noun).is(CueClass::kSideNoun) &&
                      context_.at(article).any(kSingularArticles);
    // `al Toro allenò dal '91`, `ha guidato il Toro`.
    const bool led = article != kNoIndex && context_.token(article).letters == LetterCase::kLower &&
                     span.tokens.size() == 1 && !context_.lexicon().clubs()[span.club].nation &&
                     (context_.at(article).is(CueClass::kToArticle) ||
                      (noun != kNoIndex && context_.at(noun).is(CueClass::kClubGovernor) &&
                       context_.at(article).is(CueClass::kMasculineArticle)));
    // `il Toro aveva vinto tutto`, `uno: il Toro.`; not `la Dea bendata`.
    const Index after = context_.after(span.tokens.end - 1);
    const bool told =
        article != kNoIndex && context_.token(article).letters == LetterCase::kLower &&
        span.tokens.size() == 1 && context_.at(article).is(CueClass::kBareArticle) &&
        context_.at(article).any(kSingularArticles) &&
        !context_.at(article).is(CueClass::kIndefinite) &&
        (after == kNoIndex || context_.token(after).kind == TokenKind::kPunct ||
         context_.at(after).has(kVerbWord) ||
         (context_.at(after).is(CueClass::kFunctionWord) &&
          !context_.at(after).any(cue_bits(CueClass::kPlacePreposition, CueClass::kOfWord))));
    if (!named && (side || led || told) && span.evidence != ClubWeight::kNo) {
      span.evidence = std::max(span.evidence, ClubWeight::kHint);
      continue;
    }
    // One word that is a common noun too needs the name itself.
    if (!named && short_of_name(span)) {
      span.evidence = std::max(span.evidence, ClubWeight::kHint);
    } else if (!named && (span.weak || context_.lexicon().clubs()[span.club].nation)) {
      span.evidence = ClubWeight::kNo;
    } else if (named && span.evidence != ClubWeight::kNo && !is_cue(span.evidence) &&
               span.evidence != ClubWeight::kPlace) {
      span.evidence = ClubWeight::kCue;
    }
  }
}

bool ClubNames::other_field(Index token) const {
  const Index sentence = context_.at(token).sentence;
  if (sentence == kNoIndex) return false;
  const Index block = context_.document().sentences[sentence].block;
  return std::binary_search(sentence_sport_.begin(), sentence_sport_.end(), block);
}

// `Ascoli, idea X. Modena, niente X.`: two items or more that begin so in a block.
void ClubNames::settle_heads() {
  const Document& document = context_.document();
  const auto block_of = [&](const ClubSpan& span) {
    return document.sentences[context_.at(span.tokens.begin).sentence].block;
  };
  for (std::size_t n = 0; n < spans_.size(); ++n) {
    if (spans_[n].evidence != ClubWeight::kHead) continue;
    bool company = context_.at(spans_[n].tokens.begin).has(kInRow);
    for (std::size_t m = n > 6 ? n - 6 : 0; m < spans_.size() && m < n + 7 && !company; ++m) {
      company = m != n && spans_[m].evidence >= ClubWeight::kHead &&
                evidence_.opens_item(spans_[m].tokens) &&
                block_of(spans_[m]) == block_of(spans_[n]);
    }
    if (company) spans_[n].evidence = ClubWeight::kHint;
  }
}

void ClubNames::accept() {
  // Blocks that speak of another field than football.
  sentence_sport_.clear();
  for (const Index i : context_.sought()) {
    const TokenFacts& facts = context_.at(i);
    if (!facts.is(CueClass::kOtherSport)) continue;
    if (facts.has(kInPerson) && facts.has(kCapital)) continue;  // a surname
    const Index block = context_.document().sentences[facts.sentence].block;
    if (sentence_sport_.empty() || sentence_sport_.back() < block) sentence_sport_.push_back(block);
    // `VOLLEY - La Robur perde`: the head of an item is a block of its own.
    const std::vector<Block>& blocks = context_.document().blocks;
    if (block + 1 < blocks.size() && blocks[block].label == BlockLabel::kHeading &&
        blocks[block + 1].label == BlockLabel::kBody && sentence_sport_.back() == block) {
      sentence_sport_.push_back(block + 1);
    }
  }
  int points = 0;
  std::pmr::vector<Index> known(context_.document().scratch());
  for (ClubSpan& span : spans_) {
    if (span.evidence == ClubWeight::kSure && !span.nation) {
      points += 3;
    } else if (other_field(span.tokens.begin)) {
      span.evidence = ClubWeight::kNo;
    } else if (span.evidence == ClubWeight::kCue) {
      points += 2;
    } else if (span.evidence == ClubWeight::kHint && !span.nation) {
      points += 1;
    }
    if (is_cue(span.evidence) && !span.unknown) known.push_back(span.club);
  }
  const int wanted = sentence_sport_.empty() ? 2 : 4;
  for (const Index i : context_.capitals()) {
    if (points >= wanted) break;
    points += context_.at(i).has(kOtherForm);
  }
  football_ = points >= wanted;
  if (!football_ && !sentence_sport_.empty()) {  // of another field: its names are towns and people
    for (ClubSpan& span : spans_) span.evidence = ClubWeight::kNo;
  }
  settle_heads();
  std::sort(known.begin(), known.end());
  for (ClubSpan& span : spans_) {
    const bool named = !span.unknown && std::binary_search(known.begin(), known.end(), span.club);
    switch (span.evidence) {
      case ClubWeight::kSure:
      case ClubWeight::kCue:
        span.accepted = football_;
        break;
      case ClubWeight::kHint:
        span.accepted = football_ && (!span.nation || named);
        break;
      case ClubWeight::kPair:
        span.accepted = football_ && !span.nation;
        break;
      case ClubWeight::kHead:
        span.accepted = football_ && (named || points >= wanted + 2 ||
                                      context_.at(span.tokens.begin).has(kInTitle));
        break;
      case ClubWeight::kBare:
        // In an article that is sure to be about football a town's name without a preposition is
        // its club's.
        span.accepted =
            football_ &&
            (named || (points >= wanted + 2 && !span.nation && span.how != How::kNickname));
        break;
      case ClubWeight::kNamed:
        span.accepted = football_ && named;
        break;
      case ClubWeight::kPlace:
        span.accepted = false;
        break;
      case ClubWeight::kNo:
        span.accepted = false;
        break;
    }
  }
}

Index ClubNames::club_of_town(IndexRange tokens, std::string_view town) const {
  const TokenFacts& facts = context_.at(tokens.begin);
  if (!football_ || facts.has(kClubForm) || !facts.has(kCapital)) return kNoIndex;
  const Index before = context_.before(tokens.begin);
  if (before == kNoIndex || !context_.at(before).is(CueClass::kPlacePreposition)) return kNoIndex;
  const Index club = context_.lexicon().club_of_town(folded(town));
  if (club == kNoIndex || !evidence_.may_stand_for_club(tokens)) return kNoIndex;
  // The ground of a match whose score its paragraph tells.
  const Document& document = context_.document();
  const Sentence& sentence = document.sentences[facts.sentence];
  const auto scored =
      std::ranges::lower_bound(scores_, document.blocks[sentence.block].tokens.begin);
  if (scored != scores_.end() && *scored < document.blocks[sentence.block].tokens.end)
    return kNoIndex;
  auto span = std::ranges::lower_bound(spans_, sentence.tokens.begin, {},
                                       [](const ClubSpan& one) { return one.tokens.begin; });
  for (; span != spans_.end() && span->tokens.begin < sentence.tokens.end; ++span) {
    if (span->accepted) return kNoIndex;
  }
  return club;
}

}  // namespace panchina
