// Where UnknownClubs sees a name that may be a club's as a side of a fixture, with or without its
// score.
#include <algorithm>

#include "annotate/unknown_clubs.h"
#include "document/features.h"

namespace panchina {

void UnknownClubs::find_hyphens() {
  hyphens_.clear();
  for (const Index i : context_.hyphens()) {
    if (i == 0 || context_.at(i).has(kInMention | kInLineup)) continue;
    if (context_.together(i - 1, i + 1)) hyphens_.push_back(i);
  }
}

// `Atletico Alba-Mario Neri 2-0`: a side of a fixture with its score that bears a person's name, or
// a ground's, is a club wherever the section names it.
void UnknownClubs::free_fixture_names() {
  const auto bears = [&](Index i) {
    return context_.at(i).has(kInPerson | kInStadium) && context_.at(i).has(kCapital) &&
           !context_.at(i).has(kInMention);
  };
  const auto known = [&](IndexRange name, Index side) {
    return taken(side) != 0 || (!name.empty() && context_.at(side).has(kInRow));
  };
  std::vector<IndexRange> names;
  const IndexRange tokens = context_.tokens();
  for (const Index i : context_.capitals()) {
    if (i == 0 || !context_.at(i).has(kGiven)) continue;
    // `nell'Aurora Osimo`: an article that no man has, and a town.
    if (bears(i) && bears(i + 1) && context_.together(i - 1, i + 1) &&
        context_.at(i - 1).any(cue_bits(CueClass::kMasculineArticle, CueClass::kElidedArticle)) &&
        !context_.at(i - 1).has(kCapital) && ends_in_town({i, i + 2}) && !bears(i + 2)) {
      names.push_back({i, i + 2});
    }
  }
  for (const Index i : hyphens_) {
    if (evidence_.named_referee({i - 1, i})) continue;
    if (bears(i + 1) && known(name_until(i), i - 1)) {
      Index end = i + 1;
      while (end < i + 5 && context_.together(i, end) && bears(end)) ++end;
      if (end > i + 2 && context_.together(i, end) && context_.is_mention(end, UnitKind::kScore)) {
        names.push_back({i + 1, end});
      }
    }
    if (bears(i - 1)) {
      Index begin = i;
      while (begin + 4 > i && begin > tokens.begin && context_.together(begin - 1, i) &&
             bears(begin - 1) && !context_.token(begin).line_before) {
        --begin;
      }
      // `San Marco Avenza-Massese 0-0`.
      const bool saint = begin > tokens.begin && context_.together(begin - 1, i) &&
                         context_.at(begin - 1).has(kCapital) &&
                         context_.at(begin - 1).is(CueClass::kParticle) &&
                         !context_.token(begin).line_before;
      const Index first = saint ? begin - 1 : begin;
      const Index before = context_.before(first);
      const bool opens = before == kNoIndex || context_.token(first).line_before ||
                         context_.token(before).kind == TokenKind::kPunct;
      IndexRange away = name_from(i + 1);
      if (taken(i + 1) != 0 && away.size() <= 1) away = taken_from(i + 1, 1);
      if (begin + 1 < i && opens && known(away, i + 1) && context_.together(i, away.end) &&
          context_.is_mention(away.end, UnitKind::kScore)) {
        names.push_back({begin, i});
      }
    }
  }
  if (!names.empty()) free_names(names);
}

// Takes from the persons and grounds of the section what is named like one of these.
void UnknownClubs::free_names(const std::vector<IndexRange>& names) {
  std::pmr::unordered_multimap<std::uint64_t, IndexRange> by_first(context_.document().scratch());
  for (const IndexRange name : names) by_first.emplace(context_.at(name.begin).name, name);
  const IndexRange tokens = context_.tokens();
  for (Index i = tokens.begin; i < tokens.end; ++i) {
    if (!context_.at(i).has(kInPerson | kInStadium)) continue;
    const auto [from, to] = by_first.equal_range(context_.at(i).name);
    for (auto it = from; it != to; ++it) {
      const IndexRange name = it->second;
      if (!context_.together(i, i + name.size() - 1)) continue;
      bool same = true;
      for (Index k = 0; k < name.size(); ++k) {
        same = same && context_.at(i + k).name == context_.at(name.begin + k).name;
      }
      for (Index k = 0; same && k < name.size(); ++k) {
        TokenFacts& facts = context_.change(i + k);
        if (facts.has(kInStadium)) facts.flags &= ~(kInStadium | kOtherForm);
        facts.flags &= ~kInPerson;
      }
    }
  }
}

// A word that tells of a game put off, broken off or to be played later stands a few words before
// the fixture or behind it, in its sentence.
bool UnknownClubs::called_off(Index begin, Index end) const {
  constexpr Index kReach = 7;  // tokens
  const IndexRange tokens = context_.tokens();
  const Index sentence = context_.at(begin).sentence;
  const auto is_cue = [&](Index i) {
    return context_.at(i).sentence == sentence && context_.at(i).is(CueClass::kCalledOff);
  };
  for (Index i = begin; i > tokens.begin && i + kReach > begin; --i) {
    if (is_cue(i - 1)) return true;
  }
  for (Index i = end; i < tokens.end && i < end + kReach; ++i) {
    if (is_cue(i)) return true;
  }
  return false;
}

// Two names with a hyphen between, one of them of no club of the lexicon.
struct UnknownClubs::Fixture {
  IndexRange home, away;  // empty: a club of the lexicon
  Index sentence, block;
  bool row, title, scored, known, competition, towns, called_off, contest;
};

// How many fixtures stand around one.
struct UnknownClubs::Company {
  std::size_t scored = 0;  // of its sentence, with a score
  std::size_t rows = 0;    // of its block, in rows and with a score
  std::size_t towns = 0;   // of its block, between towns
};

std::vector<UnknownClubs::Fixture> UnknownClubs::read_fixtures() const {
  std::vector<Fixture> fixtures;
  const IndexRange tokens = context_.tokens();
  const auto side = [&](IndexRange name) {
    return is_town(name) || (name.size() > 1 && context_.at(name.begin).is(CueClass::kSurePrefix));
  };
  for (const Index i : hyphens_) {
    // `Savona B-Golfo Dianese`: a second team.
    const Index last = i > tokens.begin + 1 && context_.token(i - 1).span.size() == 1 &&
                               context_.token(i - 1).kind == TokenKind::kWord && taken(i - 2) != 0
                           ? i - 2
                           : i - 1;
    const bool home_known =
        taken(last) == 2 || (taken(last) == 1 && name_until(last + 1).size() <= 1);
    const bool away_known =
        taken(i + 1) == 2 || (taken(i + 1) == 1 && name_from(i + 1).size() <= 1);
    const IndexRange home = home_known ? IndexRange{i - 1, i} : name_until(i);
    IndexRange away = away_known ? IndexRange{i + 1, i + 2} : name_from(i + 1);
    if (evidence_.named_referee({i - 1, i})) continue;
    if (home.empty() || away.empty() || (home_known && away_known)) continue;
    if (whole_at_.count(home.begin) != 0 && whole_at_.count(away.begin) != 0) continue;
    Index after = away.end;
    if (away_known) {
      while (context_.together(i, after) && taken(after) != 0) ++after;
    }
    // `MARSCIANO - NESTOR-PONTEVECCHIO 0-2`: where it was played.
    if (context_.token(i).space_before && context_.together(i, after + 1) &&
        context_.is_mark(after, '-') && !context_.token(after).space_before &&
        context_.at(after + 1).has(kCapital)) {
      continue;
    }
    Fixture fixture{
        home_known ? IndexRange{} : home,
        away_known ? IndexRange{} : away,
        context_.at(i).sentence,
        context_.document().sentences[context_.at(i).sentence].block,
        context_.at(i).has(kInRow),
        context_.at(i).has(kInTitle),
        context_.together(i, after) && (evidence_.result_follows(after) || dated_fixture(i, after)),
        home_known || away_known || known_name(home) || known_name(away),
        context_.is_mark(after, ',') && context_.together(i, after + 1) &&
            context_.at(after + 1).has(kOtherForm),
        (home_known || side(home)) && (away_known || side(away)),
        called_off(home.begin, std::max(after, away.end)),
        told_contest(home_known ? IndexRange{i - 1, i} : home, i, after)};
    fixtures.push_back(fixture);
  }
  return fixtures;
}

// Whether its two are clubs.
bool UnknownClubs::fixture_counts(const Fixture& fixture, const Company& around) const {
  // `Pisa-Cascina, Serie D`.
  const bool told = fixture.known && fixture.competition;
  const auto town = [&](IndexRange name) {
    return !name.empty() && context_.at(name.begin).town_end == name.end;
  };
  const bool both_towns = town(fixture.home) && town(fixture.away);
  const bool named = fixture.home.empty() || fixture.away.empty() ||
                     context_.at(fixture.home.begin).has(kGiven | kSurname) ||
                     context_.at(fixture.away.begin).has(kGiven | kSurname);
  // `oggi Oratoriana-Bossico`.
  const auto of_people = [&](IndexRange name) {
    return name.size() == 1 && ends_like_club(name.begin) &&
           context_.token(name.begin).span.size() > 6 &&
           !context_.at(name.begin).has(kPlaceForm | kCommonWord | kGiven | kSurname);
  };
  // `playout Atletico Ameno-Olimpia Basiano`.
  const auto sure_side = [&](IndexRange name) {
    return name.size() > 1 && context_.at(name.begin).is(CueClass::kSurePrefix) &&
           context_.token(name.begin).span.size() > 2;
  };
  const bool sure = sure_side(fixture.home) && sure_side(fixture.away);
  const auto side_of_club = [&](IndexRange name) {
    return name.empty() || town(name) || of_people(name);
  };
  const bool people = (of_people(fixture.home) && side_of_club(fixture.away)) ||
                      (of_people(fixture.away) && side_of_club(fixture.home));
  const bool towns = (fixture.scored && !named && cued_clubs_ >= 2) ||
                     (fixture.known && (town(fixture.home) || town(fixture.away)));
  // `Oggi: Ameno-Basiano (ore 18), Stazzona-Controne`: two and more.
  const bool programme = fixture.towns && around.towns >= 2;
  // `Rinviata per neve Ameno-Basiano`, `Ameno-Basiano sospesa per nebbia`.
  const auto somebody = [&](IndexRange name) {
    return !name.empty() && context_.at(name.begin).has(kGiven | kSurname);
  };
  const bool off = fixture.called_off && cued_clubs_ >= 2 &&
                   (both_towns || !(somebody(fixture.home) || somebody(fixture.away)));
  const bool contest = fixture.contest && !somebody(fixture.home) && !somebody(fixture.away);
  return told || towns || people || sure || programme || off || contest ||
         (fixture.scored ? (fixture.known || fixture.row || fixture.title || around.scored >= 2)
                         : ((fixture.row && around.rows >= 2) || (fixture.known && fixture.row) ||
                            around.scored >= 2));
}

// `Boves Mdg - Pedona  2 1`, `Don Bosco-Speranza 0-0; Cengio-Plodio 6-1`.
void UnknownClubs::find_fixtures() {
  const std::vector<Fixture> fixtures = read_fixtures();
  Memory* const scratch = context_.document().scratch();
  std::pmr::unordered_map<Index, std::size_t> scored_in_sentence(scratch),
      scored_rows_in_block(scratch), towns_in_block(scratch);
  for (const Fixture& fixture : fixtures) {
    towns_in_block[fixture.block] += fixture.towns;
    scored_in_sentence[fixture.sentence] += fixture.scored;
    scored_rows_in_block[fixture.block] += fixture.row && fixture.scored;
  }
  for (const Fixture& fixture : fixtures) {
    const Company around{scored_in_sentence[fixture.sentence], scored_rows_in_block[fixture.block],
                         towns_in_block[fixture.block]};
    if (!fixture_counts(fixture, around)) continue;
    for (const IndexRange name : {fixture.home, fixture.away}) {
      if (!name.empty() && free(name)) sight(name, Certainty::kWhole);
    }
  }
}

// `lo scontro al vertice Pennarossa-Folgore finisce 3-1`: a contest and its score around it.
bool UnknownClubs::told_contest(IndexRange home, Index hyphen, Index after) const {
  constexpr Index kReach = 5;  // tokens to the contest, and to the score
  if (context_.token(hyphen).space_before) return false;
  bool contest = false;
  Index i = context_.before(home.begin);
  for (Index step = 0; i != kNoIndex && step < kReach && !contest; ++step, i = context_.before(i)) {
    if (context_.token(i).kind != TokenKind::kWord) return false;
    contest = context_.at(i).is(CueClass::kContest);
  }
  if (!contest) return false;
  for (i = after; i < after + kReach && context_.together(hyphen, i); ++i) {
    if (context_.is_mention(i, UnitKind::kScore)) return true;
    if (context_.token(i).letters != LetterCase::kLower) return false;
  }
  return false;
}

// `Pennarossa-Folgore domani alle 15`: its day or hour stands behind.
bool UnknownClubs::dated_fixture(Index hyphen, Index after) const {
  if (context_.token(hyphen).space_before) return false;
  if (context_.is_mark(after, '(')) ++after;
  const Mention* day = context_.together(hyphen, after) ? context_.mention_at(after) : nullptr;
  return day != nullptr && day->kind == UnitKind::kDate &&
         (day->features & (kDateDay | kDateTime | kDateRelative)) != 0;
}

// Whether `tra` stands here behind a contest, its score or a game put off: `sfida di testa tra`.
bool UnknownClubs::contest_before(Index between) const {
  constexpr int kReach = 6;
  if (between == kNoIndex || !context_.at(between).is(CueClass::kBetween)) return false;
  Index i = context_.before(between);
  for (int step = 0; i != kNoIndex && step < kReach; ++step, i = context_.before(i)) {
    if (context_.at(i).any(cue_bits(CueClass::kContest, CueClass::kCalledOff)) ||
        context_.is_mention(i, UnitKind::kScore)) {
      return true;
    }
    if (context_.token(i).kind == TokenKind::kPunct) return false;
  }
  return false;
}

// `Moliterno e Latronico 0-0`, `tra Gavirate e Besnatese (2-2)`: two names joined by `e` and their
// score, where one is a club's, a town's or made from one.
void UnknownClubs::find_joined() {
  const auto good = [&](IndexRange name) {
    const TokenFacts& head = context_.at(name.begin);
    return !head.has(kGiven | kSurname | kCommonWord | kInLineup | kInStadium) ||
           (head.has(kTown) && head.town_end == name.end && !head.has(kGiven));
  };
  const auto sure = [&](IndexRange name) {
    const TokenFacts& head = context_.at(name.begin);
    return taken(name.begin) != 0 || known_name(name) || head.has(kTown) ||
           (name.size() == 1 && ends_like_club(name.begin) &&
            context_.token(name.begin).span.size() > 6);
  };
  for (const Index i : context_.capitals()) {
    const Index conjunction = context_.before(i);
    if (conjunction == kNoIndex || !context_.at(conjunction).is(CueClass::kConjunction)) continue;
    if (context_.before(conjunction) == kNoIndex || context_.at(i).has(kInLineup)) continue;
    const IndexRange away = taken(i) == 2 ? taken_from(i, 2) : name_from(i);
    IndexRange home = taken_until(conjunction, 2);
    if (home.empty()) home = name_until(conjunction);
    if (home.empty() || away.empty()) continue;
    const Index before = context_.before(home.begin);
    const Index bracket = context_.is_mark(away.end, '(') ? away.end + 1 : away.end;
    const bool scored =
        context_.together(i, bracket) && context_.is_mention(bracket, UnitKind::kScore);
    if (!scored && !contest_before(before)) continue;
    const bool opens = before == kNoIndex || context_.token(before).kind == TokenKind::kPunct ||
                       context_.at(before).is(CueClass::kBetween);
    if (!opens || !(sure(home) || sure(away))) continue;
    for (const IndexRange name : {home, away}) {
      // `la finale tra Rossi e Bianchi`, though a town is called so.
      if (!scored && context_.at(name.begin).has(kSurname) && taken(name.begin) == 0) continue;
      if (taken(name.begin) == 0 && good(name) && free(name)) sight(name, Certainty::kWhole);
    }
  }
}

}  // namespace panchina
