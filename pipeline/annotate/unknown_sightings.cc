// Where UnknownClubs sees a name that may be a club's: standings, heads, lists.
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

bool UnknownClubs::is_points(Index i) const {
  constexpr std::uint32_t kMostPoints = 130;
  return context_.token(i).kind == TokenKind::kNumber && context_.token(i).number < kMostPoints;
}

void UnknownClubs::count_numbers() {
  numbers_in_.assign(context_.sentences().size(), 0);
  for (const Index i : context_.numbers()) numbers_in_[context_.at(i).sentence] += is_points(i);
}

namespace {

constexpr std::uint32_t kMorePoints = 1000;  // than any place has
constexpr Index kLeastItems = 3;             // of a standing

}  // namespace

// A standing on its way through the sentences: names with points that fall from place to place.
struct UnknownClubs::Standing {
  std::vector<IndexRange> fresh;  // names that nothing else says to be a club's
  std::size_t items = 0, known = 0;
  std::uint32_t last_points = kMorePoints;
  bool falling = true;
  bool headed = false;  // a word for a standing stands above
};

// `Lagaccio 31; Levante G. 24; Bormida 22`, or a row each.
void UnknownClubs::find_standings() {
  const Document& document = context_.document();
  std::pmr::vector<IndexRange> sharing(document.scratch());
  Standing standing;
  Index block = kNoIndex;
  const IndexRange sentences = context_.sentences();
  for (Index s = sentences.begin; s < sentences.end; ++s) {
    const Sentence& sentence = document.sentences[s];
    const BlockLabel label = document.blocks[sentence.block].label;
    if (!is_article(label) || label == BlockLabel::kLineup) continue;
    if (!sentence.row || sentence.block != block) close(standing);
    block = sentence.block;
    // Prose with fewer numbers than a standing has items.
    if (!sentence.row && numbers_in_[s] < kLeastItems) continue;
    sharing.clear();
    for (Index i = sentence.tokens.begin; i < sentence.tokens.end; ++i) {
      standing.headed = standing.headed || (standing.items == 0 && heads_standing(i));
      if (numbers_in_[s] == 0 || !context_.at(i).has(kCapital)) continue;
      const IndexRange name = standing_name(i, sentence.row);
      if (name.empty()) continue;
      add_place(standing, name, sentence.row, sharing);
      i = name.end - 1;
    }
    if (!sentence.row) close(standing);
  }
  close(standing);
}

// Not `classifica marcatori: …`.
bool UnknownClubs::heads_standing(Index i) const {
  return context_.at(i).is(CueClass::kStandingWord) && i + 1 < context_.document().tokens.size() &&
         (context_.token(i + 1).kind == TokenKind::kPunct || context_.at(i + 1).has(kOtherForm));
}

// The name of a place in a standing that begins at a token; empty: none does.
IndexRange UnknownClubs::standing_name(Index i, bool row) const {
  if (taken(i) != 0 && name_from(i).size() <= 1) return taken_from(i, 1);
  IndexRange name = name_from(i);
  // `Busto 81 41`, `Base 96 Seveso 36`: a year in the name.
  const Index after = name.end;
  if (name.empty() || row || taken(i) != 0 || !context_.together(i, after + 1) ||
      !is_points(after)) {
    return name;
  }
  const Index behind = context_.at(after + 1).has(kCapital) ? name_from(after + 1).end : after + 1;
  if (context_.together(i, behind) && is_points(behind)) name.end = behind;
  return name;
}

// Adds a name with the points behind it, and `sharing`, the names before it that have the same:
// `Sedriano, Uboldese e Meda 32`.
void UnknownClubs::add_place(Standing& standing, IndexRange name, bool row,
                             std::pmr::vector<IndexRange>& sharing) {
  const Index i = name.begin;
  const Index after = name.end + (context_.is_mark(name.end, '*') ? 1 : 0);
  const bool number = context_.together(i, after) && is_points(after) &&
                      !context_.is_mention(after, UnitKind::kDate);
  const Index before = context_.before(i);
  const bool begins = before == kNoIndex || context_.token(before).kind != TokenKind::kWord ||
                      context_.at(before).is(CueClass::kConjunction);
  if (begins && !row && !number && context_.together(i, after) &&
      (context_.is_mark(after, ',') || context_.at(after).is(CueClass::kConjunction))) {
    sharing.push_back(name);
    return;
  }
  if (number && begins) {
    const std::uint32_t points = context_.token(after).number;
    standing.falling = standing.falling && points <= standing.last_points;
    standing.last_points = points;
    sharing.push_back(name);
    for (const IndexRange one : sharing) {
      ++standing.items;
      if (taken(one.begin) != 0 || known_name(one)) {
        ++standing.known;
      } else if (free(one)) {
        standing.fresh.push_back(one);
      }
    }
  }
  sharing.clear();
}

// Its names are clubs' where half of them are, or where the points fall and two are.
void UnknownClubs::close(Standing& standing) {
  const bool falls = standing.falling && (standing.known >= 2 || standing.headed);
  if (standing.items >= kLeastItems && (standing.known * 2 >= standing.items || falls)) {
    for (const IndexRange tokens : standing.fresh) sight(tokens, Certainty::kWhole);
  }
  standing = {};
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
// Behind a bracket that begins there, where it is short; else there.
Index UnknownClubs::behind_note(Index open) const {
  constexpr Index kNote = 12;
  if (!context_.is_mark(open, '(')) return open;
  for (Index i = open + 1; i < open + kNote && context_.together(open, i + 1); ++i) {
    if (context_.is_mark(i, ')')) return i + 1;
  }
  return open;
}

void UnknownClubs::find_listed(const std::vector<ClubSpan>& spans) {
  constexpr Index kNear = 12, kWithNotes = 20;  // tokens between
  for (std::size_t n = 1; n < spans.size(); ++n) {
    const ClubSpan& one = spans[n - 1];
    const ClubSpan& two = spans[n];
    if (one.nation || two.nation || two.tokens.begin - one.tokens.end > kWithNotes) continue;
    if (one.evidence < ClubWeight::kBare || two.evidence < ClubWeight::kBare ||
        std::max(one.evidence, two.evidence) < ClubWeight::kCue) {
      continue;
    }
    if (!context_.together(one.tokens.begin, two.tokens.begin)) continue;
    // `le maglie di Lecco, X e Como`, `Lecco (1990-92), X (due anni), Como`
    if (const Index comma = behind_note(one.tokens.end); context_.is_mark(comma, ',')) {
      const IndexRange name = name_from(comma + 1);
      const Index joins = name.empty() ? comma : behind_note(name.end);
      if (!name.empty() && name.size() <= 2 && joins + 1 == two.tokens.begin &&
          (context_.is_mark(joins, ',') || context_.at(joins).is(CueClass::kConjunction)) &&
          free(name) && single_is_rare(name) && !context_.at(name.begin).has(kOtherForm)) {
        sight(name, Certainty::kWhole);
      }
    }
    if (two.tokens.begin - one.tokens.end > kNear) continue;
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
