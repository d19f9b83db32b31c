// The stretch of text that belongs to a score.
#include "resolve/game/told_score_view.h"

#include <algorithm>

#include "resolve/game/told_score.h"

namespace panchina {

namespace {

constexpr Index kLeft = 24;   // units before a score that are looked at
constexpr Index kRight = 14;  // and behind it
constexpr Index kJoin = 2;    // units between scores of one list: `1-1 e 0-0 con il Cesena`

}  // namespace

bool ToldScore::is_stop(Index unit, bool colon) const {
  const Unit& one = document_.units[unit];
  if (one.kinds & kind_bit(UnitKind::kBreak)) return true;
  if ((one.kinds & kind_bit(UnitKind::kPunct)) == 0) return false;
  const Index token = one.tokens.begin;
  const char mark = document_.tokens[token].mark;
  // `k.o. per 2-1`: both marks of an abbreviation.
  const auto opens = [&](Index at) {
    return lexicon_.in_list(document_.tokens[at].word, lost_) &&
           document_.tokens[at].span.size() == 1;
  };
  if (mark == '.' && ((token > 0 && opens(token - 1)) || (token > 2 && opens(token - 3))))
    return false;
  return mark == ';' || mark == '.' || mark == '!' || mark == '?' || (colon && mark == ':');
}

bool ToldScore::is_mark(Index unit, char mark) const {
  const Unit& one = document_.units[unit];
  return (one.kinds & kind_bit(UnitKind::kPunct)) != 0 &&
         document_.tokens[one.tokens.begin].mark == mark;
}

// `(1-2) e il Como (0-1)`, `(1-2) a Lecco, il Como (0-1)`: another club with a score of its own.
bool ToldScore::next_of_list(Index unit, Index end) const {
  constexpr Index kReach = 4;
  if (!lexicon_.in_list(document_.units[unit].word, and_) && !is_mark(unit, ',')) return false;
  for (Index n = 1; n <= kReach && unit + n < end; ++n) {
    if (is_scored_bracket(document_, unit + n)) return true;
  }
  return false;
}

// `Arriva il Como. Finì 3-1`, `la gara col Como; finì 3-1`: a sentence that tells no more than how
// it ended tells the end of what stands before. The first of its units, else kNoIndex.
Index ToldScore::tail_of(const Hit& hit, Index score_unit) const {
  constexpr Index kOpening = 4;  // units from its first one to the score
  constexpr Index kReach = 8;    // units behind the score in which no club stands
  const IndexRange units = document_.clauses[hit.clause].units;
  if (document_.clauses[hit.clause].parent != kNoIndex) return kNoIndex;
  bool ends = false;
  bool bare = true;  // `Risultato: 2-1.`, `Due a uno.`
  Index first = score_unit;
  while (first > units.begin && !is_stop(first - 1, true)) {
    --first;
    if (score_unit - first > kOpening || entity_at(first) != kNoIndex) return kNoIndex;
    const VerbGroup* verb = verb_of(document_, first);
    ends = ends || (verb != nullptr && lexicon_.in_list(verb->lemma, ends_));
    bare = bare && is_result_word(first);
  }
  if (!ends) {
    while (first > units.begin && is_result_word(first - 1)) --first;
    Index next = score_unit + 1;
    while (next < units.end && is_result_word(next)) ++next;
    bare = bare && (next >= units.end || is_stop(next, true)) && first == units.begin;
    if (!bare || !tells_of_match(sentence_before(document_.clauses[hit.clause].sentence)))
      return kNoIndex;
  }
  for (Index u = score_unit + 1; u < std::min(units.end, score_unit + kReach); ++u) {
    if (is_stop(u, true)) break;
    if (entity_at(u) != kNoIndex) return kNoIndex;
  }
  return first;
}

bool ToldScore::is_result_word(Index unit) const {
  const Unit& one = document_.units[unit];
  return one.transparent || lexicon_.in_list(one.word, result_) || is_mark(unit, ':');
}

bool ToldScore::tells_of_match(IndexRange units) const {
  constexpr Index kMost = 48;
  bool met = false;
  for (Index u = units.begin; u < std::min(units.end, units.begin + kMost); ++u) {
    const auto other = kind_bit(UnitKind::kScore) | kind_bit(UnitKind::kMinute);
    if ((document_.units[u].kinds & other) != 0) return false;
    const VerbGroup* verb = verb_of(document_, u);
    met = met || (verb != nullptr && (lexicon_.in_list(verb->lemma, meets_) ||
                                      lexicon_.in_list(verb->lemma, visits_)));
  }
  return met;
}

// The sentence before one, of the same paragraph; none that names a club which is not plain.
IndexRange ToldScore::sentence_before(Index sentence) const {
  if (sentence == 0 || main_clause_[sentence - 1] == kNoIndex) return {};
  if (document_.sentences[sentence - 1].block != document_.sentences[sentence].block) return {};
  const IndexRange units = document_.clauses[main_clause_[sentence - 1]].units;
  for (Index u = units.begin; u < units.end; ++u) {
    if ((document_.units[u].kinds & kind_bit(UnitKind::kClub)) != 0 && entity_at(u) == kNoIndex)
      return {};
  }
  return units;
}

// `e dal pari`, `e la sconfitta`: another match begins.
bool ToldScore::is_next_outcome(const View& view, Index at) const {
  constexpr Index kReach = 2;
  if (!lexicon_.in_list(document_.units[view.units[at]].word, and_)) return false;
  for (Index n = 1; n <= kReach && at + n < view.units.size(); ++n) {
    const Index unit = view.units[at + n];
    if (is_outcome_noun(document_.units[unit].word)) return true;
    // `e perso in casa`
    const VerbGroup* verb = verb_of(document_, unit);
    if (n == 1 && verb != nullptr && outcome_at(unit) != Outcome::kOpen) return true;
  }
  return false;
}

// `batte il Como 2-0 e il Lecco esonera Rossi`: where the clause of the verb at the end of the view
// begins, whose subject stands right behind a joint; 0: it has none.
Index ToldScore::next_subject(const View& view) const {
  if (view.end < view.score + 3) return 0;
  const Index club = view.units[view.end - 1], joint = view.units[view.end - 2];
  if (entity_at(club) == kNoIndex || !lexicon_.in_list(document_.units[joint].word, and_)) return 0;
  return view.end - 2;
}

ToldScore::View ToldScore::view_of(const Hit& hit, Index score_unit) const {
  View view(document_.scratch());
  view.units.reserve(2 * (kLeft + kRight));
  view.clause = hit.clause;
  const Index tail = tail_of(hit, score_unit);
  const Index cut = gather(view, score_unit, tail);
  begin_view(view, score_unit, cut, tail);
  end_view(view);
  view.begin = own_match(view);
  view.own = std::max(view.own, view.begin);
  return view;
}

bool ToldScore::parts(Index unit) const {
  return is_mark(unit, ',') || lexicon_.in_list(document_.units[unit].word, joint_);
}

// Fills in the units around the score, and its place among them. The position before which they are
// of the match of another bracket.
Index ToldScore::gather(View& view, Index score_unit, Index tail) const {
  const Clause& clause = document_.clauses[view.clause];
  const Index bracket = clause.parent;  // kNoIndex: the score stands in none
  Index cut = 0;
  bool behind_other = false;  // behind another score in brackets
  const auto add = [&](Index begin, Index end) {
    for (Index unit = begin; unit < end; ++unit) {
      if (unit < score_unit && unit != bracket && is_scored_bracket(document_, unit)) {
        behind_other = true;
        if (parts(unit + 1)) cut = static_cast<Index>(view.units.size());
      } else if (behind_other && bracket != kNoIndex && unit < bracket &&
                 next_of_list(unit, bracket + 1)) {
        cut = static_cast<Index>(view.units.size());
      }
      if (!document_.units[unit].transparent) view.units.push_back(unit);
    }
  };
  IndexRange outer;
  if (bracket != kNoIndex) {
    const Index main = main_clause_[clause.sentence];
    const bool inside = main != kNoIndex && document_.clauses[main].units.contains(bracket);
    outer = inside ? document_.clauses[main].units : IndexRange{bracket, bracket};
    add(bracket > outer.begin + kLeft ? bracket - kLeft : outer.begin, bracket);
  }
  if (tail == clause.units.begin) {
    const IndexRange before = sentence_before(clause.sentence);
    add(std::max(before.begin, before.end > kLeft ? before.end - kLeft : 0), before.end);
  }
  add(std::max(clause.units.begin, score_unit > kLeft ? score_unit - kLeft : 0), score_unit);
  view.score = static_cast<Index>(view.units.size());
  add(score_unit, std::min(clause.units.end, score_unit + kRight + 1));
  if (bracket != kNoIndex) {
    // `la sconfitta di Ivrea (2-0), il pari col Cuneo`: behind the comma is another match.
    const Index last = std::min(outer.end, bracket + kRight);
    Index end = bracket + 1;
    while (end < last && !next_of_list(end, outer.end) && !(end == bracket + 1 && parts(end)))
      ++end;
    add(bracket + 1, end);
  }
  return cut > 0 && cut < view.score && parts(view.units[cut]) ? cut + 1 : cut;
}

// Back to a full stop, and to the score before unless both are of one list.
void ToldScore::begin_view(View& view, Index score_unit, Index cut, Index tail) const {
  view.begin = view.score;
  while (view.begin > cut) {
    const Index unit = view.units[view.begin - 1];
    if (is_stop(unit, false) && view.units[view.begin] != tail) break;
    if (is_final_score(document_, unit) && unit != score_unit && view.score - view.begin > kJoin) {
      view.last_score = view.begin - 1;
      break;
    }
    --view.begin;
  }
  view.own = view.score;
  while (view.own > view.begin && !is_final_score(document_, view.units[view.own - 1])) --view.own;
  // What stands right behind the score before is of that one: `2-1 al Melani, vinta 2-1`.
  const auto behind_joint = [&](Index begin) {
    for (Index at = begin; at < view.score; ++at) {
      const Unit& one = document_.units[view.units[at]];
      // `2-1 con il Como dopo lo 0-3 di Lecco`
      if (lexicon_.in_list(one.word, after_)) return at;
      if (lexicon_.in_list(one.word, joint_) || (one.kinds & kind_bit(UnitKind::kPunct)) != 0)
        return at + 1;
    }
    return begin;
  };
  if (view.last_score != kNoIndex) {
    view.own = view.begin = behind_joint(view.begin);
  } else if (view.own > view.begin) {
    view.own = behind_joint(view.own);
  }
}

// On to where something else begins: a stop, another score, a verb of its own.
void ToldScore::end_view(View& view) const {
  view.end = view.score + 1;
  bool by_which = false;  // `il 2-1 con cui l'Empoli sbanca Verona`
  while (view.end < view.units.size() && !begins_other(view)) {
    const Index unit = view.units[view.end];
    const VerbGroup* verb = verb_of(document_, unit);
    if (verb != nullptr && verb->form == Form::kFinite && !verb->unsure &&
        !lexicon_.in_list(verb->lemma, dates_)) {
      if (!by_which) {
        if (const Index next = next_subject(view); next > view.score) view.end = next;
        return;
      }
      by_which = false;
    }
    if (view.end <= view.score + kJoin && lexicon_.in_list(document_.units[unit].word, oblique_))
      by_which = true;
    if (begins_next(view)) return;
    ++view.end;
  }
}

// Whether a stop or the next score stands at the end of the view.
bool ToldScore::begins_other(const View& view) const {
  const Index unit = view.units[view.end];
  if (is_stop(unit, true)) return true;
  if (is_final_score(document_, unit) && view.end - view.score > kJoin + 1) return true;
  // `2-1 dopo lo 0-3 con il Lecco`
  return lexicon_.in_list(document_.units[unit].word, after_) && view.end + 1 < view.units.size() &&
         is_final_score(document_, view.units[view.end + 1]);
}

// Whether the comma or the joint at the end of the view leads to another match or subject.
bool ToldScore::begins_next(const View& view) const {
  const Index unit = view.units[view.end];
  if (is_mark(unit, ',') && view.end + 1 < view.units.size()) {
    const Index next = view.units[view.end + 1];
    // `dopo lo 0-3 di Como, il Lecco cerca punti`: another subject.
    if (is_earlier(view) && entity_at(next) != kNoIndex &&
        link_of(view, view.end + 1) == Link::kFree) {
      return true;
    }
    // `il 2-0 di Chieti, lo scivolone col Teramo (1-2)`.
    if (is_outcome_noun(document_.units[next].word)) return true;
  }
  if (view.end <= view.score + 1) return false;
  // `dal 3-0 di Como e dal pari interno con il Lecco (1-1)`
  if (is_next_outcome(view, view.end)) return true;
  // `1-1 in casa del Lecce, e il 12 ottobre la cinquina al Taranto`: the next one begins.
  return lexicon_.in_list(document_.units[unit].word, joint_) &&
         is_mark(view.units[view.end - 1], ',');
}

// `Il Como vince fuori casa con l'Asti, mentre il Lecco fa 1-1 con il Novara`: where the match of
// two others begins, whose clubs both stand behind the mark or the joint; else where the view does.
Index ToldScore::own_match(const View& view) const {
  const auto clubs_in = [&](Index begin, Index end) {
    std::pmr::vector<Index> clubs(document_.scratch());
    for (Index at = begin; at < end; ++at) {
      const Index club = entity_at(view.units[at]);
      if (club != kNoIndex && std::ranges::find(clubs, club) == clubs.end()) clubs.push_back(club);
    }
    return clubs;
  };
  const auto is_finite = [&](Index at) {
    const VerbGroup* verb = verb_of(document_, view.units[at]);
    return verb != nullptr && verb->form == Form::kFinite && !verb->unsure;
  };
  // `supera il Como, mentre in finale il Lecco viene battuto 2-0`
  bool told = false, acts_behind = false;
  for (Index at = view.score; at > view.begin; --at) {
    const Index unit = view.units[at - 1];
    told = told || outcome_at(unit) != Outcome::kOpen;
    acts_behind = acts_behind || is_finite(at - 1);
    if (!lexicon_.in_list(document_.units[unit].word, while_)) continue;
    if (told && acts_behind && !clubs_in(at, view.score).empty()) return at;
    break;
  }
  for (Index at = view.score; at > view.begin + 1; --at) {
    if (entity_at(view.units[at - 1]) == kNoIndex || !parts(view.units[at - 2])) continue;
    bool acts = false, acted = false;
    for (Index verb = at; verb < view.score; ++verb) acts = acts || is_finite(verb);
    for (Index verb = view.begin; verb < at - 1; ++verb) acted = acted || is_finite(verb);
    if (!acts || !acted) continue;
    const auto before = clubs_in(view.begin, at - 1), own = clubs_in(at - 1, view.end);
    const bool met = std::ranges::any_of(
        before, [&](Index club) { return std::ranges::find(own, club) != own.end(); });
    if (own.size() == 2 && !before.empty() && !met) return at - 1;
  }
  return view.begin;
}

}  // namespace panchina
