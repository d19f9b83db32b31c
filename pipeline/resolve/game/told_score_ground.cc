// On whose ground a told score was made, by words: at home, on the road, in a place.
#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

#include "resolve/game/leads_out.h"
#include "resolve/game/told_score.h"
#include "resolve/game/told_score_view.h"
#include "text/fold.h"

namespace panchina {

// `dal Como, corsaro per 2-1`: whether a club and a comma stand before a place of the view.
bool ToldScore::is_apposed(const View& view, Index at) const {
  return at > view.begin + 1 && is_mark(view.units[at - 1], ',') &&
         entity_at(view.units[at - 2]) != kNoIndex;
}

bool ToldScore::is_out_of(const View& view, Index at) const {
  return leads_out(lexicon_, from_, at_home_, [&](Index n) {
    return at + n < view.units.size() ? document_.units[view.units[at + n]].word : 0;
  });
}

// The club, a unit, that is so called a guest; kNoIndex: none.
Index ToldScore::traveller(const View& view) const {
  for (Index at = view.own; at < view.score; ++at) {
    const bool on_the_road = lexicon_.in_list(document_.units[view.units[at]].word, on_the_road_);
    if (on_the_road && is_apposed(view, at)) return view.units[at - 2];
  }
  return kNoIndex;
}

// Whether a club stands shortly before a place of the view, or right behind it: `cade in casa il
// Como`.
bool ToldScore::names_other(const View& view, Index at) const {
  constexpr Index kReach = 4;  // units
  if (at + 1 < view.score && club_at(view.units[at + 1])) return true;
  for (Index n = 1; n <= kReach && at >= view.begin + n; ++n) {
    if (is_stop(view.units[at - n], true)) return false;
    if (club_at(view.units[at - n])) return true;
  }
  return false;
}

std::optional<bool> ToldScore::at_home(const View& view, Index subject) const {
  std::optional<bool> found;
  const auto look = [&](Index at) {
    if (found) return;
    const Index word = document_.units[view.units[at]].word;
    // `il Como, che non vinceva fuori da un mese`: no ground of this match.
    const VerbGroup* verb = at > view.begin ? verb_of(document_, view.units[at - 1]) : nullptr;
    if (verb != nullptr && verb->polarity == Polarity::kNegative &&
        verb->tense == Tense::kImperfect) {
      return;
    }
    if (lexicon_.in_list(word, on_the_road_) && !is_apposed(view, at) && !is_out_of(view, at))
      found = false;
    // `in casa del Como` is another's.
    const bool others = at + 1 < view.units.size() &&
                        lexicon_.in_list(document_.units[view.units[at + 1]].word, of_);
    const bool own = lexicon_.in_list(word, own_ground_) && at + 1 < view.units.size() &&
                     lexicon_.in_list(document_.units[view.units[at + 1]].word, ground_);
    if ((own || lexicon_.in_list(word, at_home_)) && !others) {
      // `fuori casa`, `lontano da casa`, `in casa loro`
      if (at + 1 < view.units.size() &&
          lexicon_.in_list(document_.units[view.units[at + 1]].word, us_)) {
        return;
      }
      found = at + 1 >= view.units.size() ||
              !lexicon_.in_list(document_.units[view.units[at + 1]].word, theirs_);
      for (Index n = 1; n <= 2 && at >= n; ++n) {
        const Index before = document_.units[view.units[at - n]].word;
        if (lexicon_.in_list(before, on_the_road_)) found = false;
      }
      // `la sfida casalinga con il Como che si impose`: whoever the guest beat was at home.
      const auto is_at = [&](Index n, Index words) {
        return at + n < view.score &&
               lexicon_.in_list(document_.units[view.units[at + n]].word, words);
      };
      if (is_at(1, with_) && is_at(3, relative_) && club_at(view.units[at + 2])) found = false;
    }
  };
  for (Index at = view.score + 1; at < view.end; ++at) look(at);
  // `domenica in casa contro il Como: all'andata finì 2-2`
  bool first_leg = false, colon = false;
  bool parted = false;  // a colon stands before the subject
  for (Index at = view.score; at > view.own; --at) {
    const bool open = !found;
    look(at - 1);
    if (open && found && first_leg && colon) found = !*found;
    // `il Como cade in casa: il Lecco passa 1-0`
    if (open && found && parted && names_other(view, at - 1)) found = !*found;
    first_leg = first_leg || lexicon_.in_list(document_.units[view.units[at - 1]].word, first_leg_);
    colon = colon || is_mark(view.units[at - 1], ':');
    parted = parted || (subject != kNoIndex && view.units[at - 1] < subject &&
                        is_mark(view.units[at - 1], ':'));
  }
  return found;
}

// `battuta 1-0 in Valgobbia`: in a place that is not the subject's own.
// Where the subject won, `other` whom it beat: `batte il Como a Lecco` is on the ground of neither.
bool ToldScore::elsewhere(const View& view, const ToldTeam& subject, const ToldTeam* other) const {
  const auto city_of = [&](const ToldTeam& team) -> std::string_view {
    const Index club = lexicon_.find_club(team.id);
    return club == kNoIndex ? std::string_view() : lexicon_.clubs()[club].city;
  };
  const std::string_view city = city_of(subject);
  const std::string_view others = other == nullptr ? std::string_view() : city_of(*other);
  if (city.empty()) return false;
  for (Index at = view.own; at + 1 < view.end; ++at) {
    if (!lexicon_.in_list(document_.units[view.units[at]].word, at_)) continue;
    const Unit& place = document_.units[view.units[at + 1]];
    const Token& first = document_.tokens[place.tokens.begin];
    const bool unknown = place.readings.empty() && first.letters == LetterCase::kTitle &&
                         first.kind == TokenKind::kWord && !lexicon_.in_list(place.word, cup_);
    if ((place.kinds & kind_bit(UnitKind::kPlace)) == 0 && !unknown) continue;
    const std::string town = folded(document_.text.norm(place.span));
    // ... but not `in Svizzera`
    const bool bare = lexicon_.in_list(document_.units[view.units[at]].word, town_at_);
    // `a Lamezia` for Lamezia Terme
    if (city.size() > town.size() && city.starts_with(town) && city[town.size()] == ' ')
      return false;
    return town != city && (others.empty() || !bare || town == others);
  }
  return false;
}

}  // namespace panchina
