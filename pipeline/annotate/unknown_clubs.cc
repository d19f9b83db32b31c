#include "annotate/unknown_clubs.h"

#include <algorithm>

#include "text/fold.h"

namespace panchina {
namespace {

constexpr CueBits kNeverClub =
    cue_bits(CueClass::kFunctionWord, CueClass::kNoName, CueClass::kTitle, CueClass::kPersonNoun,
             CueClass::kRefereeWord, CueClass::kClubNoun, CueClass::kBorn, CueClass::kStreet);
constexpr CueBits kArticles =
    cue_bits(CueClass::kMasculineArticle, CueClass::kElidedArticle, CueClass::kFeminineArticle);

}  // namespace

void UnknownClubs::find(Document& document, std::vector<ClubSpan>& spans) {
  taken_.assign(context_.tokens().size(), 0);
  sightings_.clear();
  names_.clear();
  by_first_.clear();
  found_.clear();
  sighted_.clear();
  whole_at_.clear();
  bool any_club = false;
  sure_clubs_ = 0;
  for (const ClubSpan& span : spans) {
    sure_clubs_ += span.evidence == ClubWeight::kSure && !span.nation;
    any_club |= span.evidence >= ClubWeight::kCue && !span.nation;
    for (Index i = span.tokens.begin; i < span.tokens.end; ++i) {
      taken_[i - context_.tokens().begin] =
          span.evidence == ClubWeight::kSure && !span.weak ? 2 : 1;
    }
  }
  find_fixtures(spans);
  find_standings();
  if (any_club || !sightings_.empty()) {
    find_phrases(spans);
    find_listed(spans);
  }
  settle(document);
  if (names_.empty()) return;
  find_mentions();
  std::size_t next = 0;
  std::erase_if(spans, [&](const ClubSpan& span) {
    while (next < found_.size() && found_[next].tokens.end <= span.tokens.begin) ++next;
    return next < found_.size() && found_[next].tokens.begin < span.tokens.end;
  });
  spans.insert(spans.end(), found_.begin(), found_.end());
  std::sort(spans.begin(), spans.end(), [](const ClubSpan& a, const ClubSpan& b) {
    return a.tokens.begin < b.tokens.begin;
  });
}

bool UnknownClubs::name_token(Index i) const {
  const TokenFacts& facts = context_.at(i);
  if (!facts.has(kInArticle) || !facts.has(kCapital) || facts.has(kInMention | kStreetName)) {
    return false;
  }
  if (facts.has(kInPerson) || facts.has(kInRoleForm)) return false;
  if (facts.has(kInStadium) && !facts.has(kGiven | kSurname)) return false;
  if (facts.any(kNeverClub) && !facts.is(CueClass::kClubPrefix)) return false;
  return taken(i) != 2;
}

// The name that begins at a token: capitalised words, small words between them, abbreviations
// (`S.Sebastiano`), a year at the end before a gap. Empty: none.
IndexRange UnknownClubs::name_from(Index begin) const {
  Index end = begin;
  int words = 0;
  for (Index i = begin; context_.together(begin, i) && words < 5;) {
    if (i > begin && (context_.token(i).line_before || context_.wide_gap(i))) break;
    if (name_token(i)) {
      ++words;
      end = ++i;
      // The dot of an abbreviation belongs to it.
      if (context_.is_mark(i, '.') && !context_.token(i).space_before &&
          context_.token(i - 1).span.size() <= 3 && context_.together(begin, i)) {
        const bool more = context_.together(begin, i + 1) && name_token(i + 1) &&
                          !context_.wide_gap(i + 1);
        if (more || context_.token(i - 1).span.size() == 1) end = ++i;
      }
      continue;
    }
    const TokenFacts& facts = context_.at(i);
    const Token& token = context_.token(i);
    if (i > begin && facts.is(CueClass::kParticle) && !facts.has(kCapital) &&
        context_.together(begin, i + 1) && name_token(i + 1) && facts.is(CueClass::kPlacePreposition)) {
      ++i;
      continue;
    }
    // `Busca 1933 - `, `Olmo 84      3-2`.
    if (i > begin && token.kind == TokenKind::kNumber && !context_.is_mention(i, UnitKind::kScore) &&
        (token.span.size() == 2 || token.span.size() == 4) && context_.together(begin, i + 1) &&
        ((context_.is_mark(i + 1, '-') && context_.token(i + 1).space_before) ||
         (context_.wide_gap(i + 1) && context_.token(i + 1).kind == TokenKind::kNumber))) {
      end = i + 1;
    }
    break;
  }
  return {begin, end};
}

IndexRange UnknownClubs::name_until(Index end) const {
  Index begin = end;
  int words = 0;
  for (Index i = end; i > context_.tokens().begin && words < 5;) {
    const Index t = i - 1;
    if (!context_.together(t, end - 1)) break;
    if (i < end && context_.wide_gap(i)) break;
    const Token& token = context_.token(t);
    if (name_token(t)) {
      ++words;
      begin = i = t;
      if (token.line_before) break;
      continue;
    }
    const TokenFacts& facts = context_.at(t);
    if (i == end && token.kind == TokenKind::kNumber && t > 0 && name_token(t - 1) &&
        (token.span.size() == 2 || token.span.size() == 4) && !context_.wide_gap(t)) {
      i = t;
      continue;
    }
    if (i < end && begin == i && facts.is(CueClass::kParticle) && !facts.has(kCapital) &&
        facts.is(CueClass::kPlacePreposition) && t > 0 && name_token(t - 1)) {
      i = t;
      continue;
    }
    if (context_.is_mark(t, '.') && t > 0 && name_token(t - 1) && !token.space_before &&
        context_.token(t - 1).span.size() <= 3) {
      i = t;
      continue;
    }
    break;
  }
  return {begin, begin == end ? begin : end};
}

bool UnknownClubs::free(IndexRange tokens) const {
  if (tokens.empty()) return false;
  bool unknown = false;
  for (Index i = tokens.begin; i < tokens.end; ++i) {
    if (taken(i) == 2) return false;
    if (context_.at(i).has(kCapital) && taken(i) == 0) unknown = true;
  }
  if (!unknown) return false;
  const TokenFacts& head = context_.at(tokens.begin);
  // `Napoli di De Laurentiis`, `Picchio Village`: a club of the lexicon and something else.
  if (taken(tokens.begin) != 0 && !head.is(CueClass::kClubPrefix) && tokens.size() > 1 &&
      !context_.at(tokens.begin).has(kInRow)) {
    return false;
  }
  if (tokens.size() == 1) {
    if (head.any(kNeverClub) || head.has(kOtherForm | kMaybeStadium)) return false;
    if (head.any(cue_bits(CueClass::kClubSuffix, CueClass::kYouthSide))) return false;
  }
  return true;
}

// `Boves Mdg - Pedona  2 1`, `Don Bosco-Speranza 0-0; Cengio-Plodio 6-1`.
void UnknownClubs::find_fixtures(const std::vector<ClubSpan>& spans) {
  (void)spans;
  struct Fixture {
    IndexRange home, away;
    Index sentence, block;
    bool row, title, scored, known, competition;
  };
  std::vector<Fixture> fixtures;
  const IndexRange tokens = context_.tokens();
  for (Index i = tokens.begin + 1; i + 1 < tokens.end; ++i) {
    if (!context_.is_mark(i, '-') || context_.at(i).has(kInMention | kInLineup)) continue;
    if (!context_.at(i).has(kInArticle) || !context_.together(i - 1, i + 1)) continue;
    // `Savona B-Golfo Dianese`: a second team.
    const Index last = i > tokens.begin + 1 && context_.token(i - 1).span.size() == 1 &&
                               context_.token(i - 1).kind == TokenKind::kWord && taken(i - 2) != 0
                           ? i - 2
                           : i - 1;
    const bool home_known = taken(last) == 2 || (taken(last) == 1 && name_until(last + 1).size() <= 1);
    const bool away_known = taken(i + 1) == 2 || (taken(i + 1) == 1 && name_from(i + 1).size() <= 1);
    const IndexRange home = home_known ? IndexRange{i - 1, i} : name_until(i);
    IndexRange away = away_known ? IndexRange{i + 1, i + 2} : name_from(i + 1);
    if (home.empty() || away.empty() || (home_known && away_known)) continue;
    Index after = away.end;
    if (away_known) {
      while (context_.together(i, after) && taken(after) != 0) ++after;
    }
    Fixture fixture{home_known ? IndexRange{} : home, away_known ? IndexRange{} : away,
                    context_.at(i).sentence,
                    context_.document().sentences[context_.at(i).sentence].block,
                    context_.at(i).has(kInRow),
                    context_.at(i).has(kInTitle),
                    context_.together(i, after) && evidence_.result_follows(after),
                    home_known || away_known,
                    context_.is_mark(after, ',') && context_.together(i, after + 1) &&
                        context_.at(after + 1).has(kOtherForm)};
    fixtures.push_back(fixture);
  }
  std::unordered_map<Index, std::size_t> scored_in_sentence, scored_rows_in_block;
  for (const Fixture& fixture : fixtures) {
    scored_in_sentence[fixture.sentence] += fixture.scored;
    scored_rows_in_block[fixture.block] += fixture.row && fixture.scored;
  }
  for (const Fixture& fixture : fixtures) {
    const std::size_t scored = scored_in_sentence[fixture.sentence];
    const std::size_t rows = scored_rows_in_block[fixture.block];
    // `Pisa-Cascina, Serie D`.
    const bool told = fixture.known && fixture.competition;
    const bool good = told || (fixture.scored ? (fixture.known || fixture.row || fixture.title || scored >= 2)
                                     : ((fixture.row && rows >= 2) || (fixture.known && fixture.row) ||
                                        scored >= 2));
    if (!good) continue;
    for (const IndexRange side : {fixture.home, fixture.away}) {
      if (!side.empty() && free(side)) sight(side, Certainty::kWhole);
    }
  }
}

// `Lagaccio 31; Levante G. 24; Bormida 22`, or a row each.
void UnknownClubs::find_standings() {
  const Document& document = context_.document();
  std::vector<IndexRange> fresh;
  std::size_t items = 0, known = 0;
  Index block = kNoIndex;
  const auto close = [&] {
    if (items >= 3 && known * 2 >= items) {
      for (const IndexRange tokens : fresh) sight(tokens, Certainty::kWhole);
    }
    fresh.clear();
    items = known = 0;
  };
  const IndexRange sentences = context_.sentences();
  for (Index s = sentences.begin; s < sentences.end; ++s) {
    const Sentence& sentence = document.sentences[s];
    if (!is_article(document.blocks[sentence.block].label)) continue;
    if (document.blocks[sentence.block].label == BlockLabel::kLineup) continue;
    if (!sentence.row || sentence.block != block) close();
    block = sentence.block;
    for (Index i = sentence.tokens.begin; i < sentence.tokens.end; ++i) {
      if (!context_.at(i).has(kCapital)) continue;
      IndexRange name{i, i + 1};
      if (taken(i) != 0 && name_from(i).size() <= 1) {
        while (context_.together(i, name.end) && taken(name.end) != 0) ++name.end;
      } else {
        name = name_from(i);
        if (name.empty()) continue;
      }
      Index after = name.end;
      if (context_.is_mark(after, '*')) ++after;
      const bool number = context_.together(i, after) &&
                          context_.token(after).kind == TokenKind::kNumber &&
                          context_.token(after).number < 130 &&
                          !context_.is_mention(after, UnitKind::kDate);
      const Index before = context_.before(i);
      const bool begins = before == kNoIndex || context_.token(before).kind != TokenKind::kWord ||
                          context_.at(before).is(CueClass::kConjunction);
      if (number && begins) {
        ++items;
        if (taken(name.begin) != 0 || known_name(name)) {
          ++known;
        } else if (free(name)) {
          fresh.push_back(name);
        }
      }
      i = name.end - 1;
    }
    if (!sentence.row) close();
  }
  close();
}

void UnknownClubs::sight(IndexRange tokens, Certainty certainty) {
  // `Pol. San Rocco`: the kind of club is left out.
  if (tokens.size() > 2 && context_.is_mark(tokens.begin + 1, '.') &&
      context_.token(tokens.begin).span.size() > 1) {
    tokens.begin += 2;
  }
  sightings_.push_back({tokens, certainty});
  sighted_.insert(context_.at(tokens.begin).name);
  if (certainty == Certainty::kWhole) whole_at_.insert(tokens.begin);
}

bool UnknownClubs::known_name(IndexRange tokens) const {
  return sighted_.count(context_.at(tokens.begin).name) != 0;
}

bool UnknownClubs::phrase(IndexRange tokens, Certainty& certainty) const {
  const Index before = context_.before(tokens.begin);
  const TokenFacts& head = context_.at(tokens.begin);
  certainty = Certainty::kWhole;
  if (evidence_.in_career(tokens) && before != kNoIndex &&
      context_.is_mention(before, UnitKind::kDate) && known_beside(before)) {
    return true;
  }
  if (context_.at(tokens.begin).has(kInRow) && evidence_.in_row(tokens) && before != kNoIndex &&
      context_.is_mention(before, UnitKind::kDate) && known_beside(before)) {
    return true;
  }
  if (evidence_.lineup_head(tokens)) return true;
  if (before == kNoIndex) return false;
  const TokenFacts& left = context_.at(before);
  if (left.has(kCapsContext)) return false;
  const bool article = left.any(kArticles);
  const std::string_view last = context_.document().text.norm(
      context_.token(tokens.end - 1).span);
  const bool demonym = tokens.size() == 1 && last.size() > 5 && last.ends_with("ese");
  if (tokens.size() >= 2 && head.is(CueClass::kSurePrefix) &&
      (article || left.any(cue_bits(CueClass::kAgainst, CueClass::kFormer)))) {
    return true;
  }
  if (!article && !left.any(cue_bits(CueClass::kAgainst, CueClass::kFormer))) return false;
  if (demonym) return true;
  const Index noun = context_.before(before);
  const bool of = left.any(cue_bits(CueClass::kMasculineArticle, CueClass::kElidedArticle)) &&
                  noun != kNoIndex;
  if (of && (context_.at(noun).any(cue_bits(CueClass::kYouthSide, CueClass::kSideNoun)) ||
             context_.at(noun).has(kInRoleForm))) {
    return true;
  }
  if (evidence_.score_before(tokens.begin)) return true;
  if (tokens.size() > 1 && noun != kNoIndex && context_.at(noun).is(CueClass::kSideNoun)) return true;
  // `la Fiumana, fino al 1930`.
  const Index after = context_.after(tokens.end - 1);
  if (tokens.size() == 1 && left.is(CueClass::kFeminineArticle) && last.ends_with("ana") &&
      after != kNoIndex && !head.has(kPlaceForm | kCommonWord) && date_near(after)) {
    return true;
  }
  // `lo 0-7 del 10 novembre con il Brixen Obi`.
  if (noun != kNoIndex && context_.at(noun).is(CueClass::kBetween) && score_in_sentence(noun)) {
    return true;
  }
  if (noun != kNoIndex && context_.at(noun).is(CueClass::kAgainst)) return true;
  certainty = Certainty::kHalf;
  return left.is(CueClass::kMasculineArticle) || left.is(CueClass::kElidedArticle);
}

bool UnknownClubs::date_near(Index i) const {
  for (int step = 0; i != kNoIndex && step < 5; ++step, i = context_.after(i)) {
    if (context_.is_mention(i, UnitKind::kDate)) return true;
  }
  return false;
}

bool UnknownClubs::score_in_sentence(Index i) const {
  for (int step = 0; i != kNoIndex && step < 14; ++step, i = context_.before(i)) {
    if (context_.is_mention(i, UnitKind::kScore)) return true;
  }
  return false;
}

// Whether a club of the lexicon stands after a date too, near by: careers name clubs, lists of
// coaches name persons (`1970-71 Scarrone; 1971-72 …`).
bool UnknownClubs::known_beside(Index date) const {
  const IndexRange tokens = context_.tokens();
  const Index from = date > tokens.begin + 60 ? date - 60 : tokens.begin;
  for (Index i = from; i < tokens.end && i < date + 60; ++i) {
    if (taken_[i - tokens.begin] == 0 || i == tokens.begin) continue;
    if (context_.is_mention(i - 1, UnitKind::kDate)) return true;
  }
  return false;
}

void UnknownClubs::find_phrases(const std::vector<ClubSpan>& spans) {
  (void)spans;
  const IndexRange tokens = context_.tokens();
  for (Index i = tokens.begin; i < tokens.end; ++i) {
    if (!context_.at(i).has(kCapital) || context_.at(i).has(kInLineup) || !name_token(i)) continue;
    const IndexRange name = name_from(i);
    if (name.empty()) continue;
    Certainty certainty = Certainty::kWhole;
    if (free(name) && phrase(name, certainty)) sight(name, certainty);
    i = name.end - 1;
  }
}

// `Modena, Torres (Coppa Italia '95) e X`: the last of a list of clubs.
void UnknownClubs::find_listed(const std::vector<ClubSpan>& spans) {
  for (std::size_t n = 1; n < spans.size(); ++n) {
    const ClubSpan& one = spans[n - 1];
    const ClubSpan& two = spans[n];
    if (one.nation || two.nation || two.tokens.begin - one.tokens.end > 12) continue;
    if (one.evidence < ClubWeight::kBare || two.evidence < ClubWeight::kBare ||
        std::max(one.evidence, two.evidence) < ClubWeight::kCue) {
      continue;
    }
    if (!context_.together(one.tokens.begin, two.tokens.begin)) continue;
    bool list = false;
    for (Index i = one.tokens.end; i < two.tokens.begin; ++i) list |= context_.is_mark(i, ',');
    Index i = two.tokens.end;
    if (context_.is_mark(i, '(')) {
      while (context_.together(two.tokens.begin, i) && !context_.is_mark(i, ')')) ++i;
      ++i;
    }
    if (!list || !context_.together(two.tokens.begin, i + 1)) continue;
    if (!context_.at(i).is(CueClass::kConjunction) && !context_.is_mark(i, ',')) continue;
    const IndexRange name = name_from(i + 1);
    if (name.empty() || name.size() > 3 || !free(name)) continue;
    const Index after = context_.after(name.end - 1);
    if (after == kNoIndex || context_.token(after).kind == TokenKind::kPunct) {
      sight(name, Certainty::kWhole);
    }
  }
}

std::string UnknownClubs::slug_of(IndexRange tokens) const {
  std::string name;
  for (Index i = tokens.begin; i < tokens.end; ++i) {
    const std::string_view word = context_.document().text.norm(context_.token(i).span);
    // `Az.Morozzo`, `Pol. San Rocco`: the kind of club is left out.
    const bool dotted = context_.is_mark(i + 1, '.') && i + 2 < tokens.end;
    if (dotted && word.size() > 1 && i == tokens.begin) continue;
    name += word;
    name += ' ';
  }
  return "?" + slug(name);
}

// Sightings to names: the fullest form stands for all; half a cue needs another.
void UnknownClubs::settle(Document& document) {
  std::size_t whole = 0;
  for (const Sighting& sighting : sightings_) whole += sighting.certainty == Certainty::kWhole;
  std::unordered_map<std::uint64_t, int> seen;
  for (const Sighting& sighting : sightings_) {
    // `'il Farmacista'`: somebody's nickname.
    const Index before = context_.before(sighting.tokens.begin);
    const Index quote = before == kNoIndex ? before : context_.before(before);
    const bool quoted = quote != kNoIndex && sighting.certainty == Certainty::kHalf &&
                        (context_.is_mark(quote, '\'') || context_.is_mark(quote, '"'));
    seen[context_.at(sighting.tokens.begin).name] += quoted ? -100 : 1;
  }
  std::unordered_map<std::string, Index> ids;
  std::stable_sort(sightings_.begin(), sightings_.end(), [](const Sighting& a, const Sighting& b) {
    return a.tokens.size() > b.tokens.size();
  });
  for (const Sighting& sighting : sightings_) {
    const int times = seen[context_.at(sighting.tokens.begin).name];
    if (sighting.certainty == Certainty::kHalf &&
        (times < 0 || (whole < 6 && (times < 2 || sure_clubs_ + whole < 2)))) {
      continue;
    }
    const std::uint64_t first = context_.at(sighting.tokens.begin).name;
    const auto [from, to] = by_first_.equal_range(first);
    bool known = false;
    for (auto it = from; it != to && !known; ++it) {
      Index end = 0;
      known = repeats(names_[it->second].tokens, sighting.tokens.begin, end) != 0 &&
              end >= sighting.tokens.end;
    }
    if (known) continue;
    const std::string id = slug_of(sighting.tokens);
    if (id.size() < 4) continue;
    const auto [at, fresh] =
        ids.emplace(id, static_cast<Index>(document.unknown_clubs.size()));
    const Index club = at->second;
    if (fresh) document.unknown_clubs.push_back(id);
    by_first_.emplace(first, static_cast<Index>(names_.size()));
    names_.push_back({sighting.tokens, club});
  }
}

// How many tokens of `fuller` stand at `begin`, words abbreviated (`G.`) or left out at the end;
// `end` is set behind them.
Index UnknownClubs::repeats(IndexRange fuller, Index begin, Index& end) const {
  Index t = begin, matched = 0;
  for (Index f = fuller.begin; f < fuller.end && context_.together(begin, t); ++f) {
    const Token& word = context_.token(f);
    if (word.kind == TokenKind::kPunct) {
      if (context_.is_mark(t, word.mark)) ++t;
      continue;
    }
    if (t > begin && (context_.wide_gap(t) || context_.token(t).line_before)) break;
    const bool same =
        word.kind == TokenKind::kNumber
            ? context_.token(t).kind == TokenKind::kNumber && context_.token(t).number == word.number
            : (context_.at(t).name != 0 && context_.at(t).name == context_.at(f).name) ||
                  (context_.at(f).name == 0 && word.word != 0 && context_.token(t).word == word.word);
    if (same) {
      ++matched;
      end = ++t;
      continue;
    }
    const Token& token = context_.token(t);
    if (f > fuller.begin && token.kind == TokenKind::kWord && token.span.size() == 1 &&
        context_.is_mark(t + 1, '.') &&
        context_.document().text.norm(token.span) ==
            context_.document().text.norm(word.span).substr(0, 1)) {
      ++matched;
      t += 2;
      end = t;
      continue;
    }
    break;
  }
  return matched;
}

bool UnknownClubs::mention_counts(IndexRange tokens, bool whole) const {
  if (evidence_.is_no_club(tokens)) return false;
  const Index before = context_.before(tokens.begin);
  const Index after = context_.after(tokens.end - 1);
  if (evidence_.has_article(tokens) || evidence_.in_row(tokens) || evidence_.in_career(tokens)) {
    return true;
  }
  if (context_.is_mark(tokens.end, '-') || (before != kNoIndex && context_.is_mark(before, '-'))) {
    return true;
  }
  if (before != kNoIndex && context_.at(before).any(cue_bits(CueClass::kAgainst, CueClass::kFormer,
                                                             CueClass::kFeminineArticle))) {
    return true;
  }
  if (after != kNoIndex && context_.token(after).kind == TokenKind::kNumber) return true;
  if (!whole) return false;
  return before == kNoIndex || !context_.at(before).is(CueClass::kPlacePreposition);
}

void UnknownClubs::find_mentions() {
  const IndexRange tokens = context_.tokens();
  for (Index i = tokens.begin; i < tokens.end; ++i) {
    const TokenFacts& facts = context_.at(i);
    if (facts.name == 0 || !facts.has(kInArticle) || facts.has(kInPerson) || taken(i) == 2) continue;
    const auto [from, to] = by_first_.equal_range(facts.name);
    Index best = 0, best_end = 0, name = 0;
    for (auto it = from; it != to; ++it) {
      Index end = 0;
      const Index matched = repeats(names_[it->second].tokens, i, end);
      if (matched > best) {
        best = matched;
        best_end = end;
        name = it->second;
      }
    }
    if (best == 0) continue;
    const IndexRange span{i, best_end};
    const bool seen = whole_at_.count(i) != 0;
    const bool whole = span.size() >= names_[name].tokens.size();
    if (context_.together(i, span.end) && context_.at(span.end).has(kCapital) && !whole &&
        !context_.wide_gap(span.end) && !context_.at(i).has(kCapsContext)) {
      continue;
    }
    if (!seen && !mention_counts(span, whole)) continue;
    ClubSpan club;
    club.tokens = span;
    club.unknown = true;
    club.club = names_[name].club;
    club.how = whole ? How::kName : How::kAlias;
    club.evidence = ClubWeight::kCue;
    found_.push_back(club);
    i = best_end - 1;
  }
}

}  // namespace panchina
