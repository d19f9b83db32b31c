// A game that is told to have been played before its result is: the day stands in a sentence
// before.
#include <algorithm>

#include "document/features.h"
#include "document/phrase.h"
#include "resolve/fact/args.h"
#include "resolve/fact/civil.h"
#include "resolve/fact/hit_place.h"
#include "resolve/game/match_day.h"
#include "resolve/time/published.h"
#include "resolve/time/tense.h"

namespace panchina {

namespace {

constexpr Index kReach = 5;  // sentences between the day and the result: line-ups, who scored
constexpr Day kSeason = 366;

}  // namespace

// Behind the last result told among these tokens.
Index MatchDay::behind_results(IndexRange tokens) const {
  Index out = tokens.begin;
  for (Index unit = unit_from(document_, tokens.begin);
       unit < document_.units.size() && document_.units[unit].tokens.begin < tokens.end; ++unit) {
    if (is_final_score(document_, unit)) out = document_.units[unit].tokens.end;
  }
  return out;
}

// `Il primo derby si giocò l'8 dicembre 1929`: one game, with a verb of the past.
bool MatchDay::tells_of_game(IndexRange tokens) const {
  bool game = false, played = false;
  for (Index unit = unit_from(document_, tokens.begin);
       unit < document_.units.size() && document_.units[unit].tokens.begin < tokens.end; ++unit) {
    game = game || lexicon_.in_list(document_.units[unit].word, game_);
    const VerbGroup* verb = verb_of(document_, unit);
    played = played ||
             (verb != nullptr && verb->form == Form::kFinite &&
              (verb->tense == Tense::kPast || verb->anterior) &&
              verb->polarity != Polarity::kNegative && lexicon_.in_list(verb->lemma, takes_place_));
    if (game && played) return true;
  }
  return false;
}

// `avvenne nell'anno 1985`, `è datato 1929`: right behind its verb.
bool MatchDay::is_taking_place(Index date) const {
  constexpr Index kNear = 4;  // units
  const Index unit = unit_from(document_, document_.dates[date].first_token);
  for (Index n = 1; n <= std::min(kNear, unit); ++n) {
    const VerbGroup* verb = verb_of(document_, unit - n);
    if (verb != nullptr) return lexicon_.in_list(verb->lemma, takes_place_);
    if ((document_.units[unit - n].kinds & kind_bit(UnitKind::kBreak)) != 0) return false;
  }
  return false;
}

ArgValue MatchDay::of_game_before(const Hit& hit) const {
  if (hit.trigger == kNoIndex || hit.table) return {};
  Index at = document_.clauses[hit.clause].sentence;
  const Index section = section_of(document_, hit);
  const IndexRange own = {document_.sentences[at].tokens.begin,
                          document_.units[hit.trigger].tokens.begin};
  if (behind_results(own) > own.begin) return {};
  for (Index n = 0; n < kReach && at > 0; ++n) {
    const Sentence& sentence = document_.sentences[--at];
    const Block& block = document_.blocks[sentence.block];
    if (block.section != section || block.label != BlockLabel::kBody || sentence.row) return {};
    const IndexRange rest = {behind_results(sentence.tokens), sentence.tokens.end};
    const IndexRange dates = dates_in(document_, rest);
    if (dates.size() == 1 && tells_of_game(rest)) {
      const DateValue& day = document_.date_values[dates.begin];
      const bool played = document_.dates[dates.begin].kind != DateKind::kDuration &&
                          is_shorter(day, kSeason) && !is_to_come(document_, section, day);
      return played ? ArgValue(day) : ArgValue();
    }
    if (!dates.empty() || rest.begin > sentence.tokens.begin) return {};
  }
  return {};
}

}  // namespace panchina
