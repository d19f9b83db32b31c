// Where UnknownClubs sees a name that may be a club's: fixtures, standings, phrases, lists.
#include <algorithm>

#include "annotate/unknown_clubs.h"

namespace panchina {
namespace {

constexpr CueBits kArticles =
    cue_bits(CueClass::kMasculineArticle, CueClass::kElidedArticle, CueClass::kFeminineArticle);
constexpr int kLongNote = 20;  // tokens of a bracket in a career

}  // namespace

// `Boves Mdg - Pedona  2 1`, `Don Bosco-Speranza 0-0; Cengio-Plodio 6-1`.
void UnknownClubs::find_fixtures() {
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
    Fixture fixture{home_known ? IndexRange{} : home,
                    away_known ? IndexRange{} : away,
                    context_.at(i).sentence,
                    context_.document().sentences[context_.at(i).sentence].block,
                    context_.at(i).has(kInRow),
                    context_.at(i).has(kInTitle),
                    context_.together(i, after) && evidence_.result_follows(after),
                    home_known || away_known || known_name(home) || known_name(away),
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
    const auto town = [&](IndexRange side) {
      return !side.empty() && context_.at(side.begin).town_end == side.end;
    };
    const bool named = fixture.home.empty() || fixture.away.empty() ||
                       context_.at(fixture.home.begin).has(kGiven | kSurname) ||
                       context_.at(fixture.away.begin).has(kGiven | kSurname);
    const bool towns = (fixture.scored && !named && sure_clubs_ >= 2) ||
                       (fixture.known && (town(fixture.home) || town(fixture.away)));
    const bool good =
        told || towns ||
        (fixture.scored
             ? (fixture.known || fixture.row || fixture.title || scored >= 2)
             : ((fixture.row && rows >= 2) || (fixture.known && fixture.row) || scored >= 2));
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
  // Points fall from place to place.
  std::uint32_t last_points = 0;
  bool falling = true, headed = false;
  const auto close = [&] {
    if (items >= 3 && (known * 2 >= items || (falling && (known >= 2 || headed)))) {
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
    for (Index i = sentence.tokens.begin; i < sentence.tokens.end; ++i) {
      // Not `classifica marcatori: …`.
      headed =
          headed ||
          (items == 0 && context_.at(i).is(CueClass::kStandingWord) &&
           (context_.token(i + 1).kind == TokenKind::kPunct || context_.at(i + 1).has(kOtherForm)));
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
      const bool number =
          context_.together(i, after) && context_.token(after).kind == TokenKind::kNumber &&
          context_.token(after).number < 130 && !context_.is_mention(after, UnitKind::kDate);
      const Index before = context_.before(i);
      const bool begins = before == kNoIndex || context_.token(before).kind != TokenKind::kWord ||
                          context_.at(before).is(CueClass::kConjunction);
      if (number && begins) {
        ++items;
        falling = falling && context_.token(after).number <= last_points;
        last_points = context_.token(after).number;
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
  if (competition_follows(tokens) || follows_in_career(tokens)) return true;
  if (before == kNoIndex) return false;
  const TokenFacts& left = context_.at(before);
  if (left.has(kCapsContext)) return false;
  const bool article = left.any(kArticles);
  const std::string_view last = context_.document().text.norm(context_.token(tokens.end - 1).span);
  const bool demonym = tokens.size() == 1 && last.size() > 5 && last.ends_with("ese");
  if (tokens.size() >= 2 && head.is(CueClass::kSurePrefix) &&
      (article || left.any(cue_bits(CueClass::kAgainst, CueClass::kFormer)))) {
    return true;
  }
  // `fra Brescello e Luzzara`.
  if (left.is(CueClass::kConjunction) && head.town_end == tokens.end) {
    for (Index i = before, step = 0; step < 4 && i > context_.tokens().begin; ++step) {
      i = context_.before(i);
      if (i == kNoIndex) break;
      if (context_.at(i).is(CueClass::kBetween)) {
        return taken(i + 1) != 0 || context_.at(i + 1).is(CueClass::kMasculineArticle);
      }
    }
  }
  // `la capolista Rubierese`.
  if (left.is(CueClass::kClubApposition)) return true;
  if (!article && !left.any(cue_bits(CueClass::kAgainst, CueClass::kFormer))) return false;
  if (demonym) return true;
  // `sul Marostica`, `il Traversetolo`: no town has that article.
  if (left.is(CueClass::kMasculineArticle) && head.town_end == tokens.end &&
      !head.has(kCommonWord)) {
    return true;
  }
  Index noun = context_.before(before);
  if (governed(tokens, before) || sure_form(tokens, before) || met(tokens, before, noun)) {
    return true;
  }
  // `gli Under 15 dell'Accademia Borgomanero`.
  if (noun != kNoIndex && context_.token(noun).kind == TokenKind::kNumber &&
      context_.before(noun) != kNoIndex &&
      context_.at(context_.before(noun)).is(CueClass::kYouthSide)) {
    noun = context_.before(noun);
  }
  const bool of =
      left.any(cue_bits(CueClass::kMasculineArticle, CueClass::kElidedArticle)) && noun != kNoIndex;
  if (of && (context_.at(noun).any(cue_bits(CueClass::kYouthSide, CueClass::kSideNoun)) ||
             context_.at(noun).has(kInRoleForm))) {
    return true;
  }
  if (evidence_.score_before(tokens.begin)) return true;
  // `Cade in casa il Pratovecchio, 1-2`.
  if (Index score = context_.after(tokens.end - 1); score != kNoIndex) {
    if (context_.is_mark(score, ',')) score = context_.after(score);
    if (score != kNoIndex && context_.is_mention(score, UnitKind::kScore) &&
        left.is(CueClass::kMasculineArticle) && !left.is(CueClass::kToArticle)) {
      return true;
    }
  }
  if (tokens.size() > 1 && noun != kNoIndex && context_.at(noun).is(CueClass::kSideNoun))
    return true;
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
  // `la Fidentina`, twice.
  const bool like_town = tokens.size() == 1 && left.is(CueClass::kFeminineArticle) &&
                         (last.ends_with("ana") || last.ends_with("ina")) && last.size() > 5 &&
                         !head.has(kPlaceForm | kCommonWord | kGiven);
  certainty = Certainty::kHalf;
  return like_town || left.is(CueClass::kMasculineArticle) || left.is(CueClass::kElidedArticle);
}

// `ha guidato la Baldaccio Rossi`, `sulla panchina della Rubierese`.
bool UnknownClubs::governed(IndexRange tokens, Index article) const {
  const Index noun = context_.before(article);
  if (noun == kNoIndex || !context_.at(noun).is(CueClass::kClubGovernor)) return false;
  if (context_.at(article).is(CueClass::kFormer)) return false;
  return single_is_rare(tokens);
}

// Whether it is of several words, or of one that is no common word, given name or surname.
bool UnknownClubs::single_is_rare(IndexRange tokens) const {
  return tokens.size() > 1 ||
         !context_.at(tokens.begin).has(kCommonWord | kGiven | kSurname | kPlaceForm);
}

// `il Fiume Veneto Bannia`, `nel San Miniato Basso`: a town or saint and more, with an article.
bool UnknownClubs::sure_form(IndexRange tokens, Index article) const {
  const TokenFacts& left = context_.at(article);
  if (!left.any(cue_bits(CueClass::kMasculineArticle, CueClass::kElidedArticle))) return false;
  const TokenFacts& head = context_.at(tokens.begin);
  const bool ground = left.is(CueClass::kToArticle);
  if (tokens.size() < 2 || head.has(kCommonWord)) return false;
  if (head.has(kTown) && head.town_end < tokens.end && !ground) {
    return !context_.at(tokens.end - 1).has(kCommonWord);
  }
  return tokens.size() >= 3 && head.is(CueClass::kClubPrefix) && head.is(CueClass::kParticle) &&
         !ground;
}

// `la gara di domenica con l'Albinese`: with an article behind `con`, beside a date.
bool UnknownClubs::met(IndexRange tokens, Index article, Index noun) const {
  if (noun == kNoIndex || !context_.at(noun).is(CueClass::kBetween)) return false;
  if (!context_.at(article).any(kArticles) || !single_is_rare(tokens)) return false;
  if (date_near(context_.after(tokens.end - 1))) return true;
  for (Index i = noun, step = 0; i != kNoIndex && step < 8; ++step, i = context_.before(i)) {
    if (context_.is_mention(i, UnitKind::kDate)) return true;
  }
  return false;
}

// `ROCCASECCA. La seconda piazza …`: what opens a paragraph in capitals is a club where others do so.
void UnknownClubs::find_heads() {
  const Document& document = context_.document();
  std::vector<IndexRange> fresh;
  std::vector<Index> known;
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
    if (mark != '.' && mark != '(' && mark != ':') continue;
    const IndexRange head{begin, end};
    bool taken_head = true;
    for (Index i = begin; i < end; ++i) taken_head = taken_head && taken(i) != 0;
    if (taken_head) {
      known.push_back(begin);
    } else if (free(head) && name_from(begin).end == end &&
               !context_.at(begin).has(kCommonWord | kGiven | kOtherForm)) {
      fresh.push_back(head);
    }
  }
  if (known.size() < 2) return;
  for (const IndexRange head : fresh) sight(head, Certainty::kWhole);
}

// `Castiglioncello (Prima Categoria)`, `alla Rubierese (Eccellenza)`.
bool UnknownClubs::competition_follows(IndexRange tokens) const {
  const Index open = tokens.end;
  const Index before = context_.before(tokens.begin);
  // `ex Rivignano, Promozione`, `la panchina della Rubierese, Eccellenza`.
  const bool named = before != kNoIndex &&
                     (context_.at(before).any(kArticles) || context_.at(before).is(CueClass::kFormer));
  const bool opens = context_.is_mark(open, '(') || (named && context_.is_mark(open, ','));
  if (!opens || !context_.together(tokens.begin, open + 1)) return false;
  const TokenFacts& inside = context_.at(open + 1);
  return inside.has(kOtherForm) && inside.has(kCapital) && !inside.has(kInStadium);
}

// `Torres (1999-2009, due scudetti), Caprera (2009-11)`: the next one of a career.
bool UnknownClubs::follows_in_career(IndexRange tokens) const {
  const auto years = [&](Index open) {
    return context_.is_mark(open, '(') && context_.together(open, open + 1) &&
           context_.is_mention(open + 1, UnitKind::kDate);
  };
  if (!years(tokens.end)) return false;
  Index i = context_.before(tokens.begin);
  if (i == kNoIndex || !(context_.is_mark(i, ',') || context_.is_mark(i, ';') ||
                         context_.at(i).is(CueClass::kConjunction))) {
    return false;
  }
  i = context_.before(i);
  if (i == kNoIndex || !context_.is_mark(i, ')')) return false;
  for (int step = 0; i != kNoIndex && step < kLongNote && !context_.is_mark(i, '('); ++step) {
    i = context_.before(i);
  }
  if (i == kNoIndex || !years(i)) return false;
  const Index name = context_.before(i);
  return name != kNoIndex && (taken(name) != 0 || known_name({name, name + 1}));
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

// `A.S.D. Colline Metallifere`: where the name begins behind the initials of a kind of club, three
// or more; else where it begins.
Index UnknownClubs::behind_initials(IndexRange name) const {
  const auto initial = [&](Index i) {
    return context_.token(i).span.size() == 1 && context_.token(i).letters != LetterCase::kLower &&
           context_.is_mark(i + 1, '.');
  };
  Index own = name.begin, first = name.begin;
  while (own + 2 < name.end && initial(own)) own += 2;
  while (first >= context_.tokens().begin + 2 && initial(first - 2) &&
         !context_.token(first).space_before) {
    first -= 2;
  }
  return own >= first + 6 ? own : name.begin;
}

void UnknownClubs::find_phrases() {
  const IndexRange tokens = context_.tokens();
  for (Index i = tokens.begin; i < tokens.end; ++i) {
    if (!context_.at(i).has(kCapital) || context_.at(i).has(kInLineup)) continue;
    if (!name_token(i) && !number_of_name(i)) continue;
    const IndexRange name = name_from(i);
    if (name.empty()) continue;
    Certainty certainty = Certainty::kWhole;
    const Index own = behind_initials(name);
    if (own > name.begin && own < name.end && free({own, name.end})) {
      sight({own, name.end}, Certainty::kWhole);
    } else if (free(name) && phrase(name, certainty)) {
      sight(name, certainty);
    }
    i = name.end - 1;
  }
}

// `Ravenna Women`: a women's side is a club of its own, which the lexicon does not hold.
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
    ClubSpan club;
    club.tokens = {span.tokens.begin, word + 1};
    club.unknown = true;
    club.evidence = ClubWeight::kCue;
    const std::string id = slug_of(club.tokens);
    const auto at = std::find(document.unknown_clubs.begin(), document.unknown_clubs.end(), id);
    club.club = static_cast<Index>(at - document.unknown_clubs.begin());
    if (at == document.unknown_clubs.end()) document.unknown_clubs.push_back(id);
    found_.push_back(club);
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
