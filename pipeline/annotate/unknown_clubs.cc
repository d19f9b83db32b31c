#include "annotate/unknown_clubs.h"

#include <algorithm>

#include "text/fold.h"

namespace panchina {
void UnknownClubs::find(Document& document, std::vector<ClubSpan>& spans) {
  taken_.assign(context_.tokens().size(), 0);
  sightings_.clear();
  names_.clear();
  by_first_.clear();
  found_.clear();
  sighted_.clear();
  whole_at_.clear();
  full_heads_.clear();
  bool any_club = false;
  sure_clubs_ = cued_clubs_ = 0;
  for (const ClubSpan& span : spans) {
    sure_clubs_ += span.evidence == ClubWeight::kSure && !span.nation;
    cued_clubs_ += span.evidence >= ClubWeight::kCue && !span.nation;
    any_club |= span.evidence >= ClubWeight::kCue && !span.nation;
    if (span.tokens.size() > 1 && span.evidence == ClubWeight::kSure) {
      full_heads_.insert(context_.at(span.tokens.begin).name);
    }
    for (Index i = span.tokens.begin; i < span.tokens.end; ++i) {
      taken_[i] = span.evidence == ClubWeight::kSure && !span.weak ? 2 : 1;
    }
  }
  find_hyphens();
  count_numbers();
  free_fixture_names();
  free_labelled_names();
  find_bracketed();
  find_fixtures();
  find_joined();
  find_parted();
  find_standings();
  std::vector<IndexRange> names;
  for (const Sighting& sighting : sightings_) {
    if (sighting.tokens.size() > 1) names.push_back(sighting.tokens);
  }
  if (!names.empty()) free_names(names);
  find_minor_clubs();
  find_heads();
  find_bench_rows();
  find_bracketed_benches();
  if (any_club || !sightings_.empty() || tells_of_football()) {
    find_phrases();
    find_list_heads(spans);
    find_listed(spans);
    find_governed_lists();
    find_of_league();
    // Once more: names found since make others of their fixtures and standings.
    if (!sightings_.empty()) {
      find_fixtures();
      find_standings();
    }
  }
  settle(document);
  find_women(document, spans);
  if (!names_.empty()) find_mentions();
  if (found_.empty()) return;
  std::sort(found_.begin(), found_.end(),
            [](const ClubSpan& a, const ClubSpan& b) { return a.tokens.begin < b.tokens.begin; });
  std::size_t next = 0;
  std::erase_if(spans, [&](const ClubSpan& span) {
    while (next < found_.size() && found_[next].tokens.end <= span.tokens.begin) ++next;
    return next < found_.size() && found_[next].tokens.begin < span.tokens.end;
  });
  spans.insert(spans.end(), found_.begin(), found_.end());
  std::sort(spans.begin(), spans.end(),
            [](const ClubSpan& a, const ClubSpan& b) { return a.tokens.begin < b.tokens.begin; });
}

// A post is told of, and a score or a league: names in a club's place are clubs, though the lexicon
// holds none.
bool UnknownClubs::tells_of_football() const {
  bool league = false;
  for (Index i = context_.tokens().begin; i < context_.tokens().end; ++i) {
    const TokenFacts& facts = context_.at(i);
    if (facts.has(kInRoleForm)) return true;
    league = league || (facts.has(kOtherForm) && facts.has(kCapital) && !facts.has(kInStadium));
  }
  return league && std::ranges::any_of(context_.numbers(), [&](Index i) {
           return context_.is_mention(i, UnitKind::kScore);
         });
}

bool UnknownClubs::free(IndexRange tokens) const {
  if (tokens.empty()) return false;
  bool unknown = false, word = false;
  constexpr CueBits kSideOfClub = cue_bits(CueClass::kYouthSide, CueClass::kWomen);
  for (Index i = tokens.begin; i < tokens.end; ++i) {
    if (taken(i) == 2) return false;
    word = word || context_.token(i).span.size() > 1;
    // `l'Inter Primavera`: a side of a club of the lexicon.
    if (context_.at(i).has(kCapital) && taken(i) == 0 &&
        (!context_.at(i).any(kSideOfClub) || taken(tokens.begin) == 0)) {
      unknown = true;
    }
  }
  // `C.R.`: nothing but initials.
  if (!unknown || !word) return false;
  const TokenFacts& head = context_.at(tokens.begin);
  // `Napoli di De Laurentiis`, `Picchio Village`: a club of the lexicon and something else.
  if (taken(tokens.begin) != 0 && !head.is(CueClass::kClubPrefix) && tokens.size() > 1 &&
      !context_.at(tokens.begin).has(kInRow) && head.town_end != tokens.end) {
    return false;
  }
  // `la punta del Real Marcianise Rossi`: ... and somebody.
  const TokenFacts& last = context_.at(tokens.end - 1);
  if (head.club_end + 1 == tokens.end && last.has(kSurname) &&
      !last.has(kTown | kPlaceForm | kClubForm) && !head.has(kInRow)) {
    return false;
  }
  // `al De Simone`: the whole name is a stadium's.
  if (tokens.size() > 1 && !head.has(kInRow)) {
    bool stadium = true;
    for (Index i = tokens.begin; i < tokens.end; ++i)
      stadium = stadium && context_.at(i).has(kInStadium);
    if (stadium) return false;
  }
  if (tokens.size() == 1) {
    if (head.has(kOtherForm | kMaybeStadium)) return false;
    if (head.any(kNeverClub) && !head.is(CueClass::kClubPrefix)) return false;
    if (head.any(cue_bits(CueClass::kClubSuffix, CueClass::kYouthSide))) return false;
    // `la panchina del Grifo`: the beast of a club.
    if (head.epithet != kNoIndex && !head.has(kInRow) &&
        context_.lexicon().epithets()[head.epithet].kind == "symbol") {
      return false;
    }
  }
  return true;
}

void UnknownClubs::sight(IndexRange tokens, Certainty certainty) {
  // `Pol. San Rocco`, `ASD Torneno`: the kind of club is left out.
  if (tokens.size() > 2 && context_.is_mark(tokens.begin + 1, '.') &&
      context_.token(tokens.begin).span.size() > 1) {
    tokens.begin += 2;
  } else if (tokens.size() > 1 && context_.is_short_form(tokens.begin)) {
    ++tokens.begin;
  }
  // `il Gambellara Under 15`, `il Gambellara Juniores`: the side is no part of the name.
  const TokenFacts& last = context_.at(tokens.end - 1);
  if (tokens.size() > 1 && last.is(CueClass::kYouthSide) && !last.is(CueClass::kClubPrefix)) {
    --tokens.end;
  }
  sightings_.push_back({tokens, certainty});
  sighted_.insert(context_.at(tokens.begin).name);
  if (certainty == Certainty::kWhole) whole_at_.insert(tokens.begin);
}

bool UnknownClubs::known_name(IndexRange tokens) const {
  return sighted_.count(context_.at(tokens.begin).name) != 0;
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
  std::pmr::unordered_map<std::uint64_t, int> seen(context_.document().scratch());
  for (const Sighting& sighting : sightings_) {
    // `'il Farmacista'`: somebody's nickname.
    const Index before = context_.before(sighting.tokens.begin);
    const Index quote = before == kNoIndex ? before : context_.before(before);
    const auto quote_mark = [&](Index i) {
      return context_.is_mark(i, '\'') || context_.is_mark(i, '"');
    };
    const bool quoted = quote != kNoIndex && sighting.certainty == Certainty::kHalf &&
                        quote_mark(quote) && quote_mark(sighting.tokens.end);
    const bool byname = sighting.certainty == Certainty::kHalf && quote != kNoIndex &&
                        context_.at(quote).is(CueClass::kByname);
    seen[context_.at(sighting.tokens.begin).name] += quoted || byname ? -100 : 1;
  }
  std::pmr::unordered_map<std::string, Index> ids(context_.document().scratch());
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
    // `l'Itala` for Itala San Marco.
    if (sighting.tokens.size() == 1 && full_heads_.count(first) != 0) continue;
    // `il Borgo` alone is the short form of another name or none.
    if (sighting.tokens.size() == 1 &&
        context_.at(sighting.tokens.begin).is(CueClass::kClubPrefix) &&
        !(sighting.certainty == Certainty::kWhole &&
          context_.at(sighting.tokens.begin).has(kInRow))) {
      continue;
    }
    std::string id = slug_of(sighting.tokens);
    if (id.size() < 4) continue;
    Index club_known = club_of_town(sighting.tokens);
    if (club_known == kNoIndex) club_known = club_of_people(sighting.tokens);
    if (club_known == kNoIndex) club_known = club_of_glued(sighting.tokens);
    if (const Index club = club_known; club != kNoIndex) {
      id = context_.lexicon().clubs()[club].id;
    }
    const auto [at, fresh] = ids.emplace(id, static_cast<Index>(document.unknown_clubs.size()));
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
            ? context_.token(t).kind == TokenKind::kNumber &&
                  context_.token(t).number == word.number
            : (context_.at(t).name != 0 && context_.at(t).name == context_.at(f).name) ||
                  (context_.at(f).name == 0 && word.word != 0 &&
                   context_.token(t).word == word.word);
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
  if (evidence_.has_article(tokens) || evidence_.in_row(tokens) || evidence_.in_career(tokens) ||
      evidence_.lineup_head(tokens)) {
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
  Index behind = 0;  // the last one found
  for (const Index i : context_.capitals()) {
    const TokenFacts& facts = context_.at(i);
    if (i < behind || facts.has(kInPerson) || taken(i) == 2) continue;
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
    behind = best_end;
  }
}

}  // namespace panchina
