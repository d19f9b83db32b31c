// Where UnknownClubs sees a name that may be a club's: fixtures, standings, heads, lists.
#include <algorithm>

#include "annotate/unknown_clubs.h"
#include "document/features.h"

namespace panchina {
namespace {

// Small words that begin no next item of a list, as `poi` and `quindi` do.
constexpr CueBits kNotThen = cue_bits(
    CueClass::kMasculineArticle, CueClass::kElidedArticle, CueClass::kFeminineArticle,
    CueClass::kPluralArticle, CueClass::kBareArticle, CueClass::kPlacePreposition,
    CueClass::kBetween, CueClass::kConjunction, CueClass::kToArticle, CueClass::kScorePreposition);

}  // namespace

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

// `Boves Mdg - Pedona  2 1`, `Don Bosco-Speranza 0-0; Cengio-Plodio 6-1`.
void UnknownClubs::find_fixtures() {
  struct Fixture {
    IndexRange home, away;
    Index sentence, block;
    bool row, title, scored, known, competition, towns, called_off;
  };
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
        called_off(home.begin, std::max(after, away.end))};
    fixtures.push_back(fixture);
  }
  Memory* const scratch = context_.document().scratch();
  std::pmr::unordered_map<Index, std::size_t> scored_in_sentence(scratch),
      scored_rows_in_block(scratch), towns_in_block(scratch);
  for (const Fixture& fixture : fixtures) {
    towns_in_block[fixture.block] += fixture.towns;
    scored_in_sentence[fixture.sentence] += fixture.scored;
    scored_rows_in_block[fixture.block] += fixture.row && fixture.scored;
  }
  for (const Fixture& fixture : fixtures) {
    const std::size_t scored = scored_in_sentence[fixture.sentence];
    const std::size_t rows = scored_rows_in_block[fixture.block];
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
    const bool programme = fixture.towns && towns_in_block[fixture.block] >= 2;
    // `Rinviata per neve Ameno-Basiano`, `Ameno-Basiano sospesa per nebbia`.
    const auto somebody = [&](IndexRange name) {
      return !name.empty() && context_.at(name.begin).has(kGiven | kSurname);
    };
    const bool off = fixture.called_off && cued_clubs_ >= 2 &&
                     (both_towns || !(somebody(fixture.home) || somebody(fixture.away)));
    const bool good =
        told || towns || people || sure || programme || off ||
        (fixture.scored
             ? (fixture.known || fixture.row || fixture.title || scored >= 2)
             : ((fixture.row && rows >= 2) || (fixture.known && fixture.row) || scored >= 2));
    if (!good) continue;
    for (const IndexRange name : {fixture.home, fixture.away}) {
      if (!name.empty() && free(name)) sight(name, Certainty::kWhole);
    }
  }
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

bool UnknownClubs::is_points(Index i) const {
  constexpr std::uint32_t kMostPoints = 130;
  return context_.token(i).kind == TokenKind::kNumber && context_.token(i).number < kMostPoints;
}

void UnknownClubs::count_numbers() {
  numbers_in_.assign(context_.sentences().size(), 0);
  for (const Index i : context_.numbers()) numbers_in_[context_.at(i).sentence] += is_points(i);
}

// `Lagaccio 31; Levante G. 24; Bormida 22`, or a row each.
void UnknownClubs::find_standings() {
  constexpr std::size_t kLeastItems = 3;
  const Document& document = context_.document();
  std::vector<IndexRange> fresh;
  std::pmr::vector<IndexRange> sharing(document.scratch());  // names before one that has points
  std::size_t items = 0, known = 0;
  Index block = kNoIndex;
  // Points fall from place to place.
  std::uint32_t last_points = 0;
  bool falling = true, headed = false;
  const auto close = [&] {
    if (items >= kLeastItems && (known * 2 >= items || (falling && (known >= 2 || headed)))) {
      for (const IndexRange tokens : fresh) sight(tokens, Certainty::kWhole);
    }
    fresh.clear();
    items = known = 0;
    falling = true;
    headed = false;
    last_points = 1000;
  };
  close();
  const IndexRange sentences = context_.sentences();
  for (Index s = sentences.begin; s < sentences.end; ++s) {
    const Sentence& sentence = document.sentences[s];
    if (!is_article(document.blocks[sentence.block].label)) continue;
    if (document.blocks[sentence.block].label == BlockLabel::kLineup) continue;
    if (!sentence.row || sentence.block != block) close();
    block = sentence.block;
    const Index numbers = numbers_in_[s];
    // Prose with fewer numbers than a standing has items.
    if (!sentence.row && numbers < kLeastItems) continue;
    sharing.clear();
    for (Index i = sentence.tokens.begin; i < sentence.tokens.end; ++i) {
      // Not `classifica marcatori: …`.
      headed =
          headed ||
          (items == 0 && context_.at(i).is(CueClass::kStandingWord) &&
           i + 1 < document.tokens.size() &&
           (context_.token(i + 1).kind == TokenKind::kPunct || context_.at(i + 1).has(kOtherForm)));
      if (numbers == 0 || !context_.at(i).has(kCapital)) continue;
      IndexRange name{i, i + 1};
      if (taken(i) != 0 && name_from(i).size() <= 1) {
        name = taken_from(i, 1);
      } else {
        name = name_from(i);
        if (name.empty()) continue;
      }
      Index after = name.end;
      // `Busto 81 41`, `Base 96 Seveso 36`: a year in the name.
      if (!sentence.row && taken(i) == 0 && context_.together(i, after + 1) && is_points(after)) {
        const Index behind =
            context_.at(after + 1).has(kCapital) ? name_from(after + 1).end : after + 1;
        if (context_.together(i, behind) && is_points(behind)) {
          name.end = after = behind;
        }
      }
      if (context_.is_mark(after, '*')) ++after;
      const bool number = context_.together(i, after) && is_points(after) &&
                          !context_.is_mention(after, UnitKind::kDate);
      const Index before = context_.before(i);
      const bool begins = before == kNoIndex || context_.token(before).kind != TokenKind::kWord ||
                          context_.at(before).is(CueClass::kConjunction);
      // `Sedriano, Uboldese e Meda 32`.
      const bool shares =
          begins && !sentence.row && !number && context_.together(i, after) &&
          (context_.is_mark(after, ',') || context_.at(after).is(CueClass::kConjunction));
      if (shares) sharing.push_back(name);
      if (number && begins) {
        falling = falling && context_.token(after).number <= last_points;
        last_points = context_.token(after).number;
        sharing.push_back(name);
        for (const IndexRange one : sharing) {
          ++items;
          if (taken(one.begin) != 0 || known_name(one)) {
            ++known;
          } else if (free(one)) {
            fresh.push_back(one);
          }
        }
      }
      if (!shares) sharing.clear();
      i = name.end - 1;
    }
    if (!sentence.row) close();
  }
  close();
}

// `ROCCASECCA. La seconda piazza …`: what opens a paragraph in capitals is a club where others, or
// more towns, do so.
void UnknownClubs::find_heads() {
  const Document& document = context_.document();
  std::vector<IndexRange> fresh;
  std::pmr::vector<Index> known(context_.document().scratch());
  const IndexRange sentences = context_.sentences();
  Index block = kNoIndex;
  for (Index s = sentences.begin; s < sentences.end; ++s) {
    const Sentence& sentence = document.sentences[s];
    const bool opens = sentence.block != block;
    block = sentence.block;
    if (!opens || !is_article(document.blocks[block].label)) continue;
    const Index begin = sentence.tokens.begin;
    Index end = begin;
    while (end < sentence.tokens.end && end < begin + 4 &&
           context_.token(end).kind == TokenKind::kWord &&
           context_.token(end).letters == LetterCase::kUpper) {
      ++end;
    }
    if (end == begin || end >= sentence.tokens.end) continue;
    const char mark = context_.token(end).mark;
    // `ATLETICO VIESTE - Bini prosegue`.
    const bool dash = mark == '-' && context_.token(end).space_before;
    if (mark != '.' && mark != '(' && mark != ':' && !dash) continue;
    const IndexRange head{begin, end};
    if (dash && !context_.at(begin).has(kClubForm) &&
        !context_.at(begin).is(CueClass::kSurePrefix) && context_.at(begin).town_end != end &&
        !ends_like_club(begin)) {
      continue;
    }
    bool taken_head = true;
    for (Index i = begin; i < end; ++i) taken_head = taken_head && taken(i) != 0;
    if (taken_head) {
      known.push_back(begin);
    } else if (free(head) && name_from(begin).end == end &&
               !context_.at(begin).has(kCommonWord | kGiven | kOtherForm)) {
      fresh.push_back(head);
    }
  }
  const auto town = [&](IndexRange head) {
    return context_.at(head.begin).town_end == head.end && !context_.at(head.begin).has(kSurname);
  };
  const auto towns = static_cast<std::size_t>(std::count_if(fresh.begin(), fresh.end(), town));
  if (known.size() < 2 && known.size() + towns < 3) return;
  for (const IndexRange head : fresh) sight(head, Certainty::kWhole);
}

// `Ravenna Women`: the women's side is the club's, the word part of the name; a town or district
// that a club abroad is called like has a side of its own.
void UnknownClubs::find_women(Document& document, const std::vector<ClubSpan>& spans) {
  for (const ClubSpan& span : spans) {
    const Index word = span.tokens.end;
    if (span.nation || span.unknown || span.how != How::kName || span.evidence == ClubWeight::kNo ||
        !context_.together(span.tokens.begin, word) || context_.token(word).line_before ||
        context_.wide_gap(word)) {
      continue;
    }
    const TokenFacts& facts = context_.at(word);
    if (!facts.is(CueClass::kWomen) || !facts.has(kCapital)) continue;
    ClubSpan club = span;
    club.tokens = {span.tokens.begin, word + 1};
    club.evidence = std::max(span.evidence, ClubWeight::kCue);
    if (span.weak && context_.lexicon().clubs()[span.club].country != "IT") {
      club.form = kNoIndex;
      club.unknown = true;
      const std::string id = slug_of(club.tokens);
      const auto at = std::find(document.unknown_clubs.begin(), document.unknown_clubs.end(), id);
      club.club = static_cast<Index>(at - document.unknown_clubs.begin());
      if (at == document.unknown_clubs.end()) document.unknown_clubs.push_back(id);
    }
    found_.push_back(club);
  }
}

// `le maglie di X, Modena e Torres`, `poi X, Modena`: the first of a list of clubs.
void UnknownClubs::find_list_heads(const std::vector<ClubSpan>& spans) {
  for (const ClubSpan& span : spans) {
    if (span.nation || span.evidence < ClubWeight::kBare) continue;
    Index comma = context_.before(span.tokens.begin);
    if (comma != kNoIndex && context_.at(comma).any(kSingularArticles))
      comma = context_.before(comma);
    if (comma == kNoIndex || !context_.is_mark(comma, ',')) continue;
    const IndexRange name = name_until(comma);
    if (name.empty() || name.size() > 3 || !free(name)) continue;
    const TokenFacts& head = context_.at(name.begin);
    if (head.has(kSentenceStart | kCommonWord | kGiven | kSurname | kInLineup)) continue;
    const Index before = context_.before(name.begin);
    if (before == kNoIndex) continue;
    const TokenFacts& left = context_.at(before);
    // `Cinque maglie: X, Piacenza e Crema`.
    if (context_.is_mark(before, ':') && comma + 1 == span.tokens.begin) {
      const Index noun = context_.before(before);
      if (noun != kNoIndex && context_.at(noun).any(cue_bits(CueClass::kClubContext))) {
        sight(name, Certainty::kWhole);
        continue;
      }
    }
    // `la Massiminiana, il Siracusa, la Reggina`.
    if (left.any(kSingularArticles)) {
      if (span.evidence >= ClubWeight::kCue && name.size() == 1 && ends_like_club(name.begin) &&
          !left.is(CueClass::kIndefinite) && !head.has(kPlaceForm)) {
        sight(name, Certainty::kWhole);
      }
      continue;
    }
    if (comma + 1 != span.tokens.begin) continue;
    const Index noun = context_.before(before);
    const bool of_club = left.is(CueClass::kPlacePreposition) && noun != kNoIndex &&
                         context_.at(noun).any(cue_bits(CueClass::kClubContext));
    const bool then = span.evidence >= ClubWeight::kCue && left.is(CueClass::kFunctionWord) &&
                      !left.any(kNotThen);
    if (of_club || then) sight(name, Certainty::kWhole);
  }
}

// `Eccellenza: Libertas Stabia, Angri, Massalubrense.`: the clubs of a league, one of them known.
void UnknownClubs::find_of_league() {
  std::pmr::vector<IndexRange> fresh(context_.document().scratch());
  const IndexRange sentences = context_.sentences();
  for (Index s = sentences.begin; s < sentences.end; ++s) {
    const IndexRange tokens = context_.document().sentences[s].tokens;
    Index i = tokens.begin;
    if (i >= tokens.end || !context_.at(i).has(kOtherForm) || context_.at(i).has(kInStadium) ||
        context_.at(i).has(kInRoleForm)) {
      continue;
    }
    while (i < tokens.end && context_.at(i).has(kOtherForm)) ++i;
    if (i >= tokens.end || !context_.is_mark(i, ':')) continue;
    fresh.clear();
    std::size_t known = 0, items = 0;
    bool list = true;
    for (++i; list && i < tokens.end;) {
      IndexRange name{i, i};
      if (taken(i) != 0 && name_from(i).size() <= 1) {
        name = taken_from(i, 1);
      } else {
        name = name_from(i);
      }
      if (name.empty()) break;
      ++items;
      const bool person = context_.at(name.begin).has(kGiven | kSurname | kCommonWord) &&
                          !context_.at(name.begin).is(CueClass::kClubPrefix) &&
                          context_.at(name.begin).town_end != name.end;
      if (taken(name.begin) != 0) {
        ++known;
      } else if (!person && free(name)) {
        fresh.push_back(name);
      }
      i = name.end;
      list = i < tokens.end && (context_.is_mark(i, ',') || context_.is_mark(i, ';') ||
                                context_.at(i).is(CueClass::kConjunction));
      ++i;
    }
    if (known == 0 || items < 2) continue;
    for (const IndexRange name : fresh) sight(name, Certainty::kWhole);
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

}  // namespace panchina
