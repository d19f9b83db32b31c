// Clubs that lines begin with as their labels, round-ups that go from one to the next, and headings
// that name no league but where somebody rises to.
#include <algorithm>

#include "resolve/focus/focus.h"

namespace panchina {

// `CASERTANA - Un punto appena. …`: the club of the heading that begins the same line.
Index Focus::same_line_heading(Index block) const {
  if (block == 0 || document_.tokens[document_.blocks[block].tokens.begin].line_before)
    return kNoIndex;
  const Block& above = document_.blocks[block - 1];
  if (above.label != BlockLabel::kHeading || above.sentences.empty()) return kNoIndex;
  const IndexRange named = clubs_in_[above.sentences.end - 1];  // `GIRONE A ¶ Lecco - …`
  return named.size() == 1 ? clubs_[named.begin].entity : kNoIndex;
}

// `LECCO - Confermato Rossi.`, `LECCO (4-3-3): Verdi; …`, `LECCO. Confermato Rossi.`, `14.25 –
// LECCO, SALUTA ROSSI.`, of a line-up `LECCO Verdi, Neri, …`: the club that a line begins with as
// its label.
Index Focus::line_label(Index sentence) const {
  constexpr Index kBracket = 8;  // tokens
  const IndexRange clubs = clubs_in_[sentence];
  const IndexRange tokens = document_.sentences[sentence].tokens;
  if (clubs.empty()) return kNoIndex;
  const Seen& seen = clubs_[clubs.begin];
  Index before = tokens.begin;
  while (before < seen.at && document_.tokens[before].kind != TokenKind::kWord) ++before;
  if (seen.at > before + 1) return kNoIndex;
  if (document_.blocks[document_.sentences[sentence].block].label == BlockLabel::kLineup)
    return seen.entity;
  Index behind = document_.units[seen.unit].tokens.end;
  if (behind < tokens.end && document_.tokens[behind].mark == '(') {
    const Index last = std::min(tokens.end, behind + kBracket);
    while (behind < last && document_.tokens[behind].mark != ')') ++behind;
    ++behind;
  }
  const bool alone = behind + 1 == tokens.end && document_.tokens[behind].mark == '.';
  const auto capitals = [&](Index token) {
    return token < tokens.end && document_.tokens[token].letters == LetterCase::kUpper;
  };
  const bool shouted = behind < tokens.end && document_.tokens[behind].mark == ',' &&
                       capitals(behind - 1) && capitals(behind + 1);
  // `Lecco: 1999-2000` is a row of years, of titles or of a career.
  const bool row = behind + 1 < tokens.end && document_.tokens[behind].mark == ':' &&
                   document_.tokens[behind + 1].kind == TokenKind::kNumber;
  const bool heads =
      behind < tokens.end && !row &&
      (alone || shouted || document_.tokens[behind].mark == ':' ||
       (document_.tokens[behind].mark == '-' && document_.tokens[behind].space_before));
  return heads ? seen.entity : kNoIndex;
}

// `ATALANTA`, `INTER - Neri (confermato)`: the club of a short line of its own that it opens.
Index Focus::title_club(Index sentence) const {
  constexpr Index kShort = 8;  // tokens
  const IndexRange tokens = document_.sentences[sentence].tokens;
  if (!document_.tokens[tokens.begin].line_before && tokens.begin != 0) return kNoIndex;
  if (tokens.end < document_.tokens.size() && !document_.tokens[tokens.end].line_before)
    return kNoIndex;
  const IndexRange clubs = clubs_in_[sentence];
  if (clubs.empty() || tokens.size() > kShort) return kNoIndex;
  const Seen& seen = clubs_[clubs.begin];
  const bool alone = seen.at == tokens.begin && document_.units[seen.unit].tokens.end == tokens.end;
  return alone ? seen.entity : line_label(sentence);
}

// Lines of titles, three or more of several clubs and prose behind each: what follows is of the
// club up to the next.
void Focus::label_titled() {
  constexpr Index kMany = 3, kProse = 5;  // tokens
  std::pmr::vector<Index> club_of(document_.sentences.size(), kNoIndex, document_.scratch());
  const auto section_of = [&](Index s) {
    return document_.blocks[document_.sentences[s].block].section;
  };
  const auto sentences = static_cast<Index>(document_.sentences.size());
  for (Index s = 0; s < sentences; ++s) club_of[s] = title_club(s);
  for (Index begin = 0; begin < sentences;) {
    Index end = begin, titles = 0, clubs = 0, last = kNoIndex;
    for (; end < sentences && section_of(end) == section_of(begin); ++end) {
      const bool heads = club_of[end] != kNoIndex && end + 1 < sentences &&
                         club_of[end + 1] == kNoIndex &&
                         document_.sentences[end + 1].tokens.size() >= kProse;
      titles += heads;
      clubs += heads && club_of[end] != last;
      if (heads) last = club_of[end];
    }
    if (titles >= kMany && clubs >= kMany) {
      Index club = kNoIndex;
      for (Index s = begin; s < end; ++s) {
        if (club_of[s] != kNoIndex) club = club_of[s];
        if (line_club_[s] == kNoIndex) line_club_[s] = club;
      }
      round_up_[section_of(begin)] = true;
    }
    begin = end;
  }
}

// `Lugano, dal 2006 al 2009. …`: the club that a line of a curriculum begins with, a comma behind
// it and a date in the same sentence.
Index Focus::entry_label(Index sentence) const {
  const IndexRange clubs = clubs_in_[sentence];
  const IndexRange tokens = document_.sentences[sentence].tokens;
  if (clubs.empty() || clubs_[clubs.begin].at != tokens.begin) return kNoIndex;
  const Index behind = document_.units[clubs_[clubs.begin].unit].tokens.end;
  if (behind >= tokens.end || document_.tokens[behind].mark != ',') return kNoIndex;
  return dates_in(document_, tokens).empty() ? kNoIndex : clubs_[clubs.begin].entity;
}

Index Focus::entries_of(const Block& block) const {
  Index entries = 0;
  for (Index s = block.sentences.begin; s < block.sentences.end; ++s) {
    const bool opens = document_.tokens[document_.sentences[s].tokens.begin].line_before;
    entries += opens && entry_label(s) != kNoIndex;
  }
  return entries;
}

// `Nel 1911 nasceva a Genova Rossi. …`: whom this sentence names for the first time, in a paragraph
// that told of another before and goes on to a third.
bool Focus::is_one_of_many(Index person, Index sentence) const {
  if (first_naming_[person] < document_.sentences[sentence].tokens.begin) return false;
  const IndexRange block = document_.blocks[document_.sentences[sentence].block].sentences;
  const auto names_other = [&](Index begin, Index end) {
    for (Index s = begin; s < end; ++s) {
      for (Index i = persons_in_[s].begin; i < persons_in_[s].end; ++i) {
        if (persons_[i].entity != person) return true;
      }
    }
    return false;
  };
  return names_other(block.begin, sentence) && names_other(sentence + 1, block.end);
}

// One of two competitions with `in` between them, or where somebody rises to.
bool Focus::is_step(Index competition) const {
  const auto is_one = [&](Index unit) {
    return unit < document_.units.size() &&
           (document_.units[unit].kinds & kind_bit(UnitKind::kCompetition)) != 0;
  };
  const auto leads = [&](Index unit) {
    return lexicon_.in_list(document_.units[unit].word, into_);
  };
  if (is_one(competition + 2) && leads(competition + 1)) return true;
  if (competition < 2 || !leads(competition - 1)) return false;
  const VerbGroup* verb = verb_of(document_, competition - 2);
  const Index word = verb != nullptr ? verb->lemma : document_.units[competition - 2].word;
  return is_one(competition - 2) || lexicon_.in_list(word, goes_up_);
}

// ... of all sentences; a section of which three lines begin so goes through clubs one by one.
void Focus::label_lines() {
  constexpr Index kMany = 3;
  line_club_.assign(document_.sentences.size(), kNoIndex);
  item_clubs_.assign(document_.sentences.size(), kNoIndex);
  round_up_.assign(document_.sections.size(), false);
  std::pmr::vector<Index> labels(document_.sections.size(), 0, document_.scratch());
  for (Index b = 0; b < document_.blocks.size(); ++b) {
    const Block& block = document_.blocks[b];
    Index& count = labels[block.section];
    Index club = same_line_heading(b);
    const bool curriculum = entries_of(block) >= kMany;
    count += club != kNoIndex;
    for (Index s = block.sentences.begin; s < block.sentences.end; ++s) {
      const bool opens = s == block.sentences.begin ||
                         document_.tokens[document_.sentences[s].tokens.begin].line_before;
      const Index own = opens ? line_label(s) : kNoIndex;
      if (own != kNoIndex) club = own;
      if (opens && own == kNoIndex && curriculum) club = entry_label(s);
      count += own != kNoIndex;
      line_club_[s] = club;
    }
    if (count >= kMany) round_up_[block.section] = true;
  }
  label_titled();
  for (Index s = 0; s < document_.sentences.size(); ++s) {
    if (round_up_[document_.blocks[document_.sentences[s].block].section])
      item_clubs_[s] = lone_topic(s);
  }
}

// What the passage is about, where the sentence names no other club.
Index Focus::lone_topic(Index sentence) const {
  const Index club = topic(sentence);
  for (Index i = clubs_in_[sentence].begin; i < clubs_in_[sentence].end; ++i) {
    if (clubs_[i].entity != club && is_local(clubs_[i])) return kNoIndex;
  }
  return club;
}

// Whose post an item of a round-up tells of.
Index Focus::item_club(const Hole& hole) const {
  const Index club = item_clubs_[document_.clauses[hole.clause].sentence];
  return hole.takes(club) ? kNoIndex : club;
}

// A round-up's item tells of whom it names, or who was told to be of its club.
bool Focus::of_other_item(const Hole& hole, Index person) const {
  constexpr Index kReach = 12;  // sentences
  const Index sentence = document_.clauses[hole.clause].sentence;
  const Index club = line_club_[sentence];
  if (hole.any_item || club == kNoIndex ||
      !round_up_[document_.blocks[document_.sentences[sentence].block].section])
    return false;
  const auto names = [&](Index s) {
    for (Index i = persons_in_[s].begin; i < persons_in_[s].end; ++i) {
      if (persons_[i].entity == person) return true;
    }
    return false;
  };
  const Index first = sentence - std::min(sentence, kReach);
  for (Index s = sentence + 1; s-- > first && line_club_[s] == club;) {
    if (names(s)) return false;
  }
  const auto sentences = static_cast<Index>(line_club_.size());
  const Index end = std::min(sentence + 1 + kReach, sentences);
  for (Index s = sentence + 1; s < end && line_club_[s] == club; ++s) {
    if (names(s)) return false;
  }
  const auto tied = tied_clubs_.find(person);
  return tied == tied_clubs_.end() || std::ranges::find(tied->second, club) == tied->second.end();
}

// `LECCO - Via Rossi. ¶ COMO - Avanti con Neri.`: a label inside a paragraph begins another matter.
void Focus::enter_line(Index sentence) {
  const Index club = line_club_[sentence];
  if (club == kNoIndex || club == line_club_[sentence - 1]) return;
  current_club_ = club;
  headed_ = true;
  newcomer_ = subject_ = kNoIndex;
  post_club_ = post_sentence_ = named_club_ = kNoIndex;
}

}  // namespace panchina
