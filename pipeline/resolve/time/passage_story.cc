// Where Passage finds the date that the story has come to before a hit.
#include <algorithm>
#include <tuple>

#include "document/features.h"
#include "document/readings.h"
#include "resolve/fact/civil.h"
#include "resolve/fact/hit_place.h"
#include "resolve/time/passage.h"
#include "resolve/time/published.h"

namespace panchina {

// Whether dates stand in the sentence, each in an aside of it.
bool Passage::tells_only_asides(IndexRange sentence) const {
  const IndexRange dates = dates_in(document_, sentence);
  for (Index i = dates.begin; i < dates.end; ++i) {
    if (!is_told_aside(document_.dates[i], sentence)) return false;
  }
  return !dates.empty();
}

// The first token whose dates the sentence may go on from: of the sentence before, and of the one
// before that where its only dates are asides.
Index Passage::story_begin(Index sentence) const {
  constexpr Index kBack = 2;
  const Index begin = document_.blocks[document_.sentences[sentence].block].sentences.begin;
  Index first = document_.sentences[sentence].tokens.begin;
  for (Index n = 1; n <= kBack && sentence >= begin + n; ++n) {
    const IndexRange before = {document_.sentences[sentence - n].tokens.begin, first};
    first = before.begin;
    if (!tells_only_asides(before)) break;
  }
  return first;
}

// `Nel 1995 allena il Trani. Poi passa al Bari`: the word behind which a year told before is over;
// its token, or 0.
Index Passage::then_before(const Hit& hit) const {
  constexpr Index kReach = 6;  // units
  if (hit.trigger == kNoIndex) return 0;
  const IndexRange clause = document_.clauses[hit.clause].units;
  for (Index u = hit.trigger; u > clause.begin && hit.trigger - u < kReach; --u) {
    const Unit& unit = document_.units[u - 1];
    if (lexicon_.in_list(unit.word, then_)) return unit.tokens.begin;
    if (tells(u - 1)) break;
  }
  return 0;
}

// Whether the sentence and the one before it both name clubs, and none in common; `la squadra` is
// no name, `i granata` one of its own.
bool Passage::names_other_clubs(Index sentence) const {
  const auto find = [&](Index in, auto&& wanted) {
    auto clause = std::ranges::lower_bound(document_.clauses, in, {}, &Clause::sentence);
    for (; clause != document_.clauses.end() && clause->sentence == in; ++clause) {
      for (Index u = clause->units.begin; u < clause->units.end; ++u) {
        const Reading* club = reading_of(document_, u, UnitKind::kClub);
        if (club == nullptr || club->how == How::kDescriptor) continue;
        // A value is an index of one of three tables.
        if (wanted(
                std::tuple(club->value, club->features & kClubUnknown, club->how == How::kEpithet)))
          return true;
      }
    }
    return false;
  };
  bool any = false;
  const bool common = find(sentence, [&](const auto& own) {
    any = true;
    return find(sentence - 1, [&](const auto& other) { return other == own; });
  });
  return any && !common && find(sentence - 1, [](const auto&) { return true; });
}

ArgValue Passage::story_date(const Hit& hit) const {
  return last_date(hit, story_begin(sentence_of(document_, hit)));
}

ArgValue Passage::story_date_of_club(const Hit& hit) const {
  const Index sentence = sentence_of(document_, hit);
  const Index own = document_.sentences[sentence].tokens.begin;
  const Index first = story_begin(sentence);
  const bool elsewhere = first < own && names_other_clubs(sentence);
  return last_date(hit, elsewhere ? own : first);
}

ArgValue Passage::last_date(const Hit& hit, Index first) const {
  if (comes_later(hit)) return {};
  const Index token = token_of(document_, hit);
  const Index then = then_before(hit);
  const Sentence& sentence = document_.sentences[sentence_of(document_, hit)];
  const Block& block = document_.blocks[sentence.block];
  ArgValue out;
  Index last_sentence = kNoIndex;  // of `out`: its first token
  const IndexRange dates = dates_in(document_, {first, token});
  for (Index i = dates.begin; i < dates.end; ++i) {
    const DateExpression& date = document_.dates[i];
    const DateValue& value = document_.date_values[i];
    if (date.kind == DateKind::kDuration || value.edtf.empty() || is_birth(date)) continue;
    if (is_to_come(document_, block.section, value)) continue;
    const bool before = date.end_token <= sentence.tokens.begin;
    const IndexRange within = before ? IndexRange{first, sentence.tokens.begin}
                                     : IndexRange{sentence.tokens.begin, token};
    if (is_told_aside(date, within) || is_told_in_bracket(date, within)) continue;
    // `Nel 2016 subentra a Neri, campione nel 1991`: a sentence tells onward.
    constexpr Day kYear = 365;
    const DateValue* last = date_of(out);
    if (last != nullptr && last_sentence == within.begin && value.latest + kYear < last->earliest)
      continue;
    // `in questa stagione`: no day of it is told.
    constexpr Day kMonth = 31;
    if (date.end_token <= then && value.latest - value.earliest > kMonth) continue;
    const Day today = document_.published_of(block.section).latest;
    if ((date.features & kDateRelative) != 0 && today != kNoDay && value.earliest <= today &&
        today <= value.latest && value.latest - value.earliest > kMonth) {
      continue;
    }
    // `Era arrivato nel 2005. Gli subentra Rossi.`: what the pluperfect tells is behind the story.
    if (before && tells_pluperfect({first, date.first_token}) &&
        !tells_pluperfect({sentence.tokens.begin, token + 1})) {
      continue;
    }
    // A spell of years told before is over, and so is the season before the one that news tell of.
    const bool over = date.kind == DateKind::kRange || (date.features & kDateUntil) != 0 ||
                      is_last_season(block.section, date, value);
    out = over && (before || date.kind == DateKind::kRange) ? ArgValue() : value;
    last_sentence = within.begin;
  }
  return out;
}

}  // namespace panchina
