// What is said near a match but is not of it: dates, grounds and competitions of something else.
#include <algorithm>
#include <iterator>

#include "document/features.h"
#include "resolve/fact/args.h"
#include "resolve/fact/civil.h"
#include "resolve/fact/hit_place.h"
#include "resolve/game/match_day.h"

namespace panchina {

using arg::Match;

namespace {

constexpr Index kTop = 3;     // blocks at the head of a page
constexpr Day kSeason = 200;  // days: no season is shorter

}  // namespace

// `COPPA REGIONE - Nei quarti Lecco-Como 2-2`: the heading above calls the competition by a name
// that the lexicon does not hold.
bool MatchDay::is_of_unknown_competition(const Hit& hit) const {
  const Sentence& sentence = document_.sentences[document_.clauses[hit.clause].sentence];
  Index above = document_.blocks[sentence.block].heading;
  if (above == kNoIndex && sentence.block > 0) above = sentence.block - 1;
  if (above == kNoIndex) return false;
  const Block& heading = document_.blocks[above];
  if (heading.label != BlockLabel::kHeading) return false;
  bool named = false;
  for (Index at = heading.tokens.begin; at < heading.tokens.end; ++at)
    named = named || lexicon_.in_list(document_.tokens[at].word, competition_);
  if (!named) return false;
  const auto first = std::partition_point(
      document_.units.begin(), document_.units.end(),
      [&](const Unit& one) { return one.tokens.begin < heading.tokens.begin; });
  for (auto unit = first; unit != document_.units.end(); ++unit) {
    if (unit->tokens.begin >= heading.tokens.end) return true;
    if ((unit->kinds & kind_bit(UnitKind::kCompetition)) != 0) return false;
  }
  return true;
}

// `in Coppa il Como perse 2-3`: a word before the score, of its sentence, says that it was of a cup
// which no name tells.
bool MatchDay::is_of_cup(const Hit& hit) const {
  constexpr Index kReach = 24;  // units
  const Clause& clause = document_.clauses[hit.clause];
  const auto is_cup = [&](Index unit) {
    const Unit& one = document_.units[unit];
    return (one.kinds & kind_bit(UnitKind::kCompetition)) == 0 && lexicon_.in_list(one.word, cup_);
  };
  const Index first = document_.sentences[clause.sentence].tokens.begin;
  const auto stands_before = [&](Index to) {
    for (Index u = to; u > 0 && to - u < kReach; --u) {
      const Unit& one = document_.units[u - 1];
      if (one.tokens.begin < first || (one.kinds & kind_bit(UnitKind::kBreak)) != 0) return false;
      if (is_cup(u - 1)) return true;
    }
    return false;
  };
  // `lo 0-2 di Coppa`
  const Index score = hit.trigger == kNoIndex ? hit.units.begin : hit.trigger;
  const bool of = score + 2 < clause.units.end && is_cup(score + 2) &&
                  lexicon_.in_list(document_.units[score + 1].word, genitive_);
  return of || stands_before(clause.parent == kNoIndex ? score : clause.parent);
}

// Whether a heading above the block names a competition and, with it, a day or season that holds
// the date.
bool MatchDay::is_headed_by(Index block, const DateValue& date) const {
  constexpr Index kReach = 4;  // blocks
  const Index section = document_.blocks[block].section;
  const auto dated = [&](const Block& above, Day least) {
    const IndexRange dates = dates_in(document_, above.tokens);
    return std::any_of(document_.date_values.begin() + dates.begin,
                       document_.date_values.begin() + dates.end, [&](const DateValue& one) {
                         return !one.edtf.empty() && one.earliest <= date.earliest &&
                                date.latest <= one.latest && one.latest - one.earliest >= least;
                       });
  };
  for (Index n = 0; n < kReach && block > 0; ++n) {
    const Block& above = document_.blocks[--block];
    if (above.section != section) break;
    if (!is_head(above) || !dated(above, 0)) continue;
    auto unit = std::partition_point(
        document_.units.begin(), document_.units.end(),
        [&](const Unit& one) { return one.tokens.begin < above.tokens.begin; });
    for (; unit != document_.units.end() && unit->tokens.begin < above.tokens.end; ++unit) {
      if ((unit->kinds & kind_bit(UnitKind::kCompetition)) != 0) return true;
    }
  }
  // `Lecco 1957-58` above all: the page is of that season.
  for (Index n = 0; n < kTop && n < document_.blocks.size(); ++n) {
    const Block& top = document_.blocks[n];
    if (is_head(top) && dated(top, kSeason)) return true;
  }
  return false;
}

// `Lecco 1957-58` above all, that season over when the page was published: the table is of its end.
ArgValue MatchDay::old_season(Index section) const {
  const DateValue& published = document_.published_of(section);
  ArgValue out;
  for (Index n = 0; n < kTop && n < document_.blocks.size(); ++n) {
    const Block& top = document_.blocks[n];
    if (!is_head(top)) continue;
    const IndexRange dates = dates_in(document_, top.tokens);
    for (Index i = dates.begin; i < dates.end; ++i) {
      const DateValue& one = document_.date_values[i];
      if (one.edtf.empty() || one.latest == kNoDay || one.latest - one.earliest < kSeason) continue;
      if (one.latest - one.earliest > 2 * kSeason) continue;
      if (!published.edtf.empty() && published.earliest <= one.latest) return {};
      const DateValue* before = date_of(out);
      if (before != nullptr && before->earliest != one.earliest) return {};
      out = one;
    }
  }
  return out;
}

ArgValue MatchDay::old_day_above(const Hit& hit) const {
  const IndexRange reach = blocks_above(block_of(document_, hit));
  const DateValue& published = document_.published_of(section_of(document_, hit));
  for (Index b = reach.end; b > reach.begin; --b) {
    const Block& above = document_.blocks[b - 1];
    // `Classifica finale`: of the season, not of the day above; `CLASSIFICA FINALE (7 giugno
    // 1987)`.
    if (b == reach.end && names(above.tokens, result_) && dates_in(document_, above.tokens).empty())
      return {};
    if (!is_head(above)) continue;
    const IndexRange dates = dates_in(document_, above.tokens);
    for (Index i = dates.begin; i < dates.end; ++i) {
      const DateValue& value = document_.date_values[i];
      if (!is_day(value) || is_birth(i, above.tokens.begin)) continue;
      // `Lecco-Como 2-0 (23/9), Pisa-Lecco 1-1 (30/9)`: of none of several.
      for (Index other = i + 1; other < dates.end; ++other) {
        const DateValue& next = document_.date_values[other];
        if (is_day(next) && next.earliest != value.earliest) return {};
      }
      const bool old = published.edtf.empty() || published.earliest - value.latest > kLongAgo;
      return old ? ArgValue(value) : ArgValue();
    }
  }
  return {};
}

// `CAMPIONATO 1949-50` above a paragraph of a chronicle.
ArgValue MatchDay::season_above(const Hit& hit) const {
  const IndexRange reach = blocks_above(block_of(document_, hit));
  const DateValue& published = document_.published_of(section_of(document_, hit));
  for (Index b = reach.end; b > reach.begin; --b) {
    const Block& above = document_.blocks[b - 1];
    if (!is_head(above)) continue;
    const IndexRange dates = dates_in(document_, above.tokens);
    if (dates.empty()) continue;
    const DateValue& one = document_.date_values[dates.begin];
    const bool over = published.edtf.empty() || one.latest < published.earliest;
    if (dates.size() == 1 && is_football_season(one) && over) return one;
    return {};
  }
  return {};
}

// `salire in C1`: the league that somebody went to.
bool MatchDay::is_gone_to(const Hit& hit, NormSpan competition) const {
  constexpr Index kReach = 3;
  const IndexRange units = document_.clauses[hit.clause].units;
  for (Index unit = units.begin; unit < units.end; ++unit) {
    if (document_.units[unit].span.begin != competition.begin) continue;
    for (Index n = 1; n <= kReach && unit >= units.begin + n; ++n) {
      const VerbGroup* verb = verb_of(document_, unit - n);
      if (verb != nullptr) return lexicon_.in_list(verb->lemma, goes_up_);
      if (lexicon_.in_list(document_.units[unit - n].word, goes_up_)) return true;
    }
  }
  return false;
}

void MatchDay::drop_competition(const Hit& hit, Statement& match) const {
  auto& slots = match.evidence.slots;
  const auto told = slot_of(slots, Match::kCompetition);
  if (told != slots.end() && is_gone_to(hit, told->span)) {
    slots.erase(told);
    match.args[Match::kCompetition] = {};
  }
  auto& inferred = match.evidence.inferred;
  const auto heading = std::find_if(inferred.begin(), inferred.end(), [](const InferredSlot& one) {
    return one.arg == Match::kCompetition && one.source == Source::kHeading;
  });
  if (heading == inferred.end()) return;
  const DateValue* date = date_of(match.args[Match::kDate]);
  const DateValue& published = document_.published_of(section_of(document_, hit));
  const bool gone_by = date != nullptr && date->latest != kNoDay && !published.edtf.empty() &&
                       football_season_of(date->latest) < football_season_of(published.earliest) &&
                       !is_headed_by(block_of(document_, hit), *date);
  if (!gone_by && !is_of_unknown_competition(hit) && !is_of_cup(hit)) return;
  match.args[Match::kCompetition] = {};
  inferred.erase(heading);
}

// `Lecco-Como 3-1 (and. 1-2)`: a score in a bracket that names the first leg.
bool MatchDay::is_first_leg(NormSpan score, IndexRange units) const {
  constexpr Index kReach = 4;  // units of the bracket before its score
  for (Index unit = units.begin; unit < units.end; ++unit) {
    const Unit& one = document_.units[unit];
    const Reading* bracket = reading_of(document_, unit, UnitKind::kBracket);
    if (bracket == nullptr || score.begin < one.span.begin || one.span.end < score.end) continue;
    const IndexRange inside = document_.clauses[bracket->value].units;
    for (Index u = inside.begin; u < std::min(inside.end, inside.begin + kReach); ++u) {
      const Unit& word = document_.units[u];
      if (word.span.begin >= score.begin) return false;
      if (names(word.tokens, first_leg_)) return true;
    }
    return false;
  }
  return false;
}

void MatchDay::drop_others(const Hit& hit, Statement& match) const {
  auto& slots = match.evidence.slots;
  const auto goals = slot_of(slots, Match::kHomeGoals);
  if (goals != slots.end() && is_first_leg(goals->span, document_.clauses[hit.clause].units)) {
    match.args[Match::kDate] = {};
    std::erase_if(slots, [](const EvidenceSlot& slot) { return slot.arg == Match::kDate; });
    std::erase_if(match.evidence.inferred,
                  [](const InferredSlot& one) { return one.arg == Match::kDate; });
    return;
  }
  const auto told = [](const InferredSlot& one) {
    return one.arg == Match::kDate && one.source == Source::kStory;
  };
  if (std::ranges::any_of(match.evidence.inferred, told) && is_of_later(hit, {})) {
    match.args[Match::kDate] = {};
    std::erase_if(match.evidence.inferred, told);
  }
  for (const Index arg :
       {Match::kStadium, Match::kDate, Match::kHomePenalties, Match::kAwayPenalties}) {
    const auto slot = slot_of(slots, arg);
    if (slot == slots.end()) continue;
    const bool other =
        is_of_other(hit, slots, *slot) ||
        (arg == Match::kDate && (is_bound(hit, slot->span) || is_told_of_other(hit, *slot) ||
                                 is_of_later(hit, slot->span) || is_bracketed(hit, slot->span) ||
                                 is_of_post(hit, slot->span)));
    if (!other) continue;
    match.args[arg] = {};
    slots.erase(slot);
  }
}

bool MatchDay::is_bracketed(const Hit& hit, NormSpan said) const {
  constexpr Index kShort = 4;  // units of a bracket that says no more than when
  const IndexRange units = document_.clauses[hit.clause].units;
  for (Index unit = units.begin; unit < units.end; ++unit) {
    const Unit& one = document_.units[unit];
    if (one.span.begin > said.begin) return false;
    const Reading* bracket = reading_of(document_, unit, UnitKind::kBracket);
    if (bracket == nullptr || said.end > one.span.end) continue;
    const bool behind = unit > units.begin && is_final_score(document_, unit - 1);
    if (behind) return !hit.units.contains(unit - 1);
    return document_.clauses[bracket->value].units.size() > kShort;
  }
  return false;
}

// `fino a giugno`, `classe ’95`, `primo successo da giugno`: no day of a match.
bool MatchDay::is_bound(const Hit& hit, NormSpan said) const {
  const auto& dates = document_.dates;
  const auto behind = std::partition_point(
      dates.begin(), dates.end(), [&](const auto& date) { return date.span.begin < said.end; });
  if (behind == dates.begin()) return false;
  const DateExpression& date = *std::prev(behind);
  if ((date.features & kDateUntil) != 0) return true;
  if ((date.features & kDateFrom) != 0 && hit.trigger != kNoIndex &&
      is_final_score(document_, hit.trigger) &&
      said.begin > document_.units[hit.trigger].span.begin) {
    return true;
  }
  return date.first_token > 0 &&
         lexicon_.in_list(document_.tokens[date.first_token - 1].word, birth_);
}

// `il nuovo trainer, insediatosi mercoledì`, `chiamato lunedì scorso`: the day of a post.
bool MatchDay::is_of_post(const Hit& hit, NormSpan said) const {
  constexpr Index kReach = 3;
  const IndexRange units = document_.clauses[hit.clause].units;
  Index date = hit.trigger == kNoIndex ? hit.units.begin : hit.trigger;  // only behind the score
  while (date < units.end && document_.units[date].span.begin < said.begin) ++date;
  if (date == units.end || document_.units[date].span.begin != said.begin) return false;
  for (Index n = 1; n <= kReach && date >= units.begin + n; ++n) {
    const Index before = date - n;
    for (const Reading& reading : readings_of(document_, document_.units[before])) {
      if (reading.kind == UnitKind::kVerb && (reading.features & kVerbParticiple) != 0 &&
          lexicon_.in_list(document_.verbs[reading.value].lemma, posts_)) {
        return true;
      }
    }
    if (!document_.units[before].transparent) return false;
  }
  return false;
}

// `1-1 il 7 novembre e 2-0 il 13 marzo`, `la pariglia dell'andata (1-0, domenica 7): 2-1`: a date
// of the score before.
bool MatchDay::is_told_of_other(const Hit& hit, const EvidenceSlot& said) const {
  if (hit.trigger == kNoIndex || !is_final_score(document_, hit.trigger)) return false;
  const IndexRange units = document_.clauses[hit.clause].units;
  for (Index unit = units.begin; unit < hit.trigger; ++unit) {
    const Unit& one = document_.units[unit];
    if (const Reading* bracket = reading_of(document_, unit, UnitKind::kBracket);
        bracket != nullptr && one.span.begin <= said.span.begin && said.span.end <= one.span.end &&
        is_scored_bracket(document_, unit)) {
      return true;
    }
    if (one.span.begin == said.span.begin && (one.kinds & kind_bit(UnitKind::kDate)) != 0)
      return is_stated_behind(unit, units.begin) && unit + 1 < hit.trigger;
  }
  return false;
}

// `ieri con il Como (1-2), il terzo ko dopo quelli con il Pisa (0-1)`, `ieri 2-1 al Como dopo lo
// 0-3 di Pisa`: a match told before it in the sentence, behind the date, came after this one.
bool MatchDay::is_of_later(const Hit& hit, NormSpan said) const {
  const Index parent = document_.clauses[hit.clause].parent;
  const Index own = parent != kNoIndex ? parent : hit.trigger;
  if (own == kNoIndex) return false;
  const Index sentence = document_.clauses[hit.clause].sentence;
  bool other = false, after = false;
  for (Index unit = own; unit > 0; --unit) {
    const Unit& one = document_.units[unit - 1];
    if (!document_.sentences[sentence].tokens.contains(one.tokens.begin)) break;
    if (one.span.begin <= said.begin) return other && one.span.begin == said.begin;
    after = after || lexicon_.in_list(one.word, after_);
    other =
        other ||
        (after && (is_scored_bracket(document_, unit - 1) || is_final_score(document_, unit - 1)));
    if (other && said.empty()) return true;
  }
  return false;
}

// Whether another score, or another club than the two, stands between the match and what is said
// of it.
bool MatchDay::is_of_other(const Hit& hit, const std::pmr::vector<EvidenceSlot>& slots,
                           const EvidenceSlot& said) const {
  const auto goals = slot_of(slots, Match::kHomeGoals);
  const bool paired =
      slot_of(slots, Match::kHome) != slots.end() && slot_of(slots, Match::kAway) != slots.end();
  NormSpan own = document_.units[hit.trigger == kNoIndex ? hit.units.begin : hit.trigger].span;
  for (const EvidenceSlot& slot : slots) {
    if (slot.arg != Match::kHome && slot.arg != Match::kAway && slot.arg != Match::kHomeGoals)
      continue;
    own.begin = std::min(own.begin, slot.span.begin);
    own.end = std::max(own.end, slot.span.end);
  }
  if (goals != slots.end()) own.end = std::max(own.end, goals->span.end);
  const NormSpan between = said.span.begin >= own.end
                               ? NormSpan{own.end, said.span.begin}
                               : NormSpan{std::min(said.span.end, own.begin), own.begin};
  const IndexRange units = document_.clauses[hit.clause].units;
  // `domenica 27: Lecco-Como 0-5, Bari-Pisa 1-1`: of the whole list.
  constexpr std::uint32_t kListed = kind_bit(UnitKind::kClub) | kind_bit(UnitKind::kNation) |
                                    kind_bit(UnitKind::kScore) | kind_bit(UnitKind::kPunct) |
                                    kind_bit(UnitKind::kBracket);
  bool listed = said.arg == Match::kDate && said.span.end <= own.begin;
  const auto is_between = [&](const Unit& unit) {
    return unit.span.begin >= between.begin && unit.span.begin < between.end;
  };
  for (Index u = units.begin; listed && u < units.end; ++u) {
    const Unit& unit = document_.units[u];
    listed = !is_between(unit) || unit.transparent || (unit.kinds & kListed) != 0 ||
             lexicon_.in_list(unit.word, joint_);
  }
  if (listed) return false;
  for (Index u = units.begin; u < units.end; ++u) {
    const Unit& unit = document_.units[u];
    if (!is_between(unit)) continue;
    const bool other_score = between.begin >= own.end && is_final_score(document_, u);
    const bool other_club = paired && entities_.club_of_unit[u] != kNoIndex;
    if (other_score || other_club) return true;
  }
  return false;
}

}  // namespace panchina
