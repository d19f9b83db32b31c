#include "resolve/game/told_score.h"

#include <algorithm>

#include "document/readings.h"
#include "resolve/game/told_score_view.h"

namespace panchina {

ToldScore::ToldScore(const Document& document, const EntityView& entities, const Lexicon& lexicon,
                     const Focus& focus)
    : document_(document),
      entities_(entities),
      lexicon_(lexicon),
      focus_(focus),
      main_clause_(document.sentences.size(), kNoIndex, document.scratch()),
      club_of_town_(document.scratch()),
      unknown_of_town_(document.scratch()) {
  for (Index c = 0; c < document.clauses.size(); ++c) {
    const Clause& clause = document.clauses[c];
    if (clause.parent == kNoIndex) main_clause_[clause.sentence] = c;
  }
  find_towns();
}

void ToldScore::find_towns() {
  for (Index entity = 0; entity < entities_.clubs.size(); ++entity) {
    const std::string_view id = entities_.clubs[entity];
    if (id.starts_with('?')) {  // `a Suio` for Suio Terme, `a Castelnuovo` for Virtus Castelnuovo
      unknown_of_town_.emplace(id.substr(1), entity);
      unknown_of_town_.emplace(id.substr(1, id.find('-') - 1), entity);
      unknown_of_town_.emplace(id.substr(std::max<std::size_t>(id.rfind('-') + 1, 1)), entity);
      continue;
    }
    const Index club = lexicon_.find_club(id);
    if (club == kNoIndex || lexicon_.clubs()[club].city.empty()) continue;
    const std::string_view city = lexicon_.clubs()[club].city;
    club_of_town_.emplace(city, entity);
    // `a Castellammare` for Castellammare di Stabia.
    constexpr std::size_t kShort = 5;
    const std::size_t first = city.find(' ');
    if (first != std::string::npos && first >= kShort)
      club_of_town_.emplace(city.substr(0, first), entity);
  }
}

// Who was at home: the ground, a verb or word that says it, the other leg, the order of the goals.
void ToldScore::settle(const Sides& s, ToldMatch& match) const {
  const View& view = s.view;
  std::optional<bool> home;
  if (s.ground && s.ground->id == match.home.id) home = true;
  if (s.ground && s.ground->id == match.away.id) home = false;
  if (!home && s.host && s.host->id == match.home.id) home = true;
  if (!home && s.host && s.host->id == match.away.id) home = false;
  // `si fa battere dal Como, corsaro per 2-1`
  if (const Index guest = home ? kNoIndex : traveller(view); guest != kNoIndex) {
    if (guest == match.home.unit) home = false;
    if (guest == match.away.unit) home = true;
  }
  const bool called = home.has_value() && !s.ground;
  if (!home) home = at_home(view, match.home.unit);
  // `qui la Cavese non vinceva dal 1979`: with whom the text is at home.
  if (!home && (has_word(view, here_) || is_at_ours(view)) && focus_.protagonist() != kNoIndex)
    home = match.home.entity == focus_.protagonist();
  // `7-1 per il Como a casa sua`, `cede in casa al Como, vittorioso per 1-0`, `il 2-1 casalingo
  // rifilatogli dal Como`
  // ... but `ko in casa per 7-1 in favore del Como`
  const bool flips = s.given || (s.dealt && match.away.unit == kNoIndex) ||
                     (s.by_winner && !(s.defeat_told && !is_ground_behind(view)));
  if (home && flips && !s.ground && !called) home = !*home;
  if (s.winner_home) home = !*s.winner_home;
  // `ospita il Como: all'andata 2-1 per gli ospiti`
  if (!home && s.hosts) home = !has_word(view, first_leg_);
  if (!home && has_verb(view, storms_)) home = false;
  const bool same_two = match.away.entity == s.last.opponent && match.home.entity == s.last.subject;
  if (!home && same_two && s.last.home != kNoIndex && has_word(view, leg_))
    home = match.home.entity != s.last.home;
  // `all'andata 1-0`, where the other of the two is the host today.
  const auto [host, guest] = fixture_of(s);
  if (!home && host != kNoIndex && has_word(view, first_leg_)) {
    if (match.home.entity == guest && match.away.entity == host) home = true;
    if (match.home.entity == host && match.away.entity == guest) home = false;
  }
  if (!home && match.won && s.score.first < s.score.second) home = false;
  if (const std::optional<ToldTeam> scene = home ? std::nullopt : scene_before(s)) {
    if (scene->id == match.home.id) home = true;
    if (scene->id == match.away.id) home = false;
  }
  // `a Coverciano finisce 7-1 contro il Como`: a ground of neither.
  const bool ended = !match.won && !match.lost && ends_near(view);
  // `l'ultima in Romagna fu 2-2`, of two that nobody names beside it: where the first is at home.
  const bool of_pair = host != kNoIndex && match.home.entity == host &&
                       match.home.unit == kNoIndex && match.away.unit == kNoIndex;
  if (!home && !ended && !of_pair && elsewhere(view, match.home, match.won ? &match.away : nullptr))
    home = false;
  if (!home) {
    // `finì 9-1 per la Juventus`: the host first.
    if (s.by_winner && s.score.first > s.score.second && !has_word(view, same_)) {
      std::swap(match.home, match.away);
      std::swap(match.home_goals, match.away_goals);
      match.swapped = true;
    }
    return;
  }
  match.order_known = true;
  if (*home) return;
  match.swapped = true;
  std::swap(match.home, match.away);
  std::swap(match.home_goals, match.away_goals);
  // `Termina 2-3 all'Euganeo`: the home side first.
  if (!match.won && !match.lost && ends_near(view)) {
    match.home_goals = s.score.first;
    match.away_goals = s.score.second;
  }
}

std::optional<ToldMatch> ToldScore::read(const Hit& hit, Index score_unit,
                                         std::vector<bool>& played, const LastMatch& told) const {
  if (!is_final_score(document_, score_unit) && !ends_on(score_unit)) return std::nullopt;
  const View view = view_of(hit, score_unit);
  Sides s = sides_of(hit, score_unit, view, played, told);
  find_outcome(s);
  if (is_no_result(view)) return std::nullopt;
  if (const Index pair = paired(view); pair != kNoIndex && is_of_pair(s)) return of_pair(s, pair);

  for (Index at = view.score + 1; at < view.end; ++at) take(s, at, true);
  // `battuto dalla Pianese, che fa il bis dopo l'1-0 sul Ribelle`.
  if (view.begin > 1 && view.begin < view.score &&
      lexicon_.in_list(document_.units[view.units[view.begin]].word, relative_)) {
    s.subject = club_at(view.units[view.begin - 2]);
  }
  for (Index at = view.score; at > view.begin; --at) take(s, at - 1, false);
  if (is_any_score(s) || is_made_by_goal(s)) return std::nullopt;
  if (document_.sentences[s.sentence].row && !is_bound(s)) return std::nullopt;
  if (s.opponent && s.opponent->unit != kNoIndex) played[s.opponent->unit] = true;
  if (!complete(s)) return std::nullopt;
  judge(s);
  ToldMatch match = make_match(s);
  settle(s, match);
  // `ci salvammo all'ultima, 1-0 a Como`: where nothing speaks of a defeat it was a victory.
  const bool unclear = s.outcome == Outcome::kOpen && match.swapped && s.away && !ends_near(view) &&
                       s.score.first < s.score.second;
  if (unclear) return std::nullopt;
  return match;
}

// A score of which nothing is known yet but where it stands.
ToldScore::Sides ToldScore::sides_of(const Hit& hit, Index score_unit, const View& view,
                                     const std::vector<bool>& played, const LastMatch& told) const {
  const Clause& clause = document_.clauses[hit.clause];
  const Score* score = nullptr;
  for (const Reading& reading : readings_of(document_, document_.units[score_unit])) {
    if (reading.kind == UnitKind::kScore) score = &document_.scores[reading.value];
  }
  const bool same_block =
      told.sentence != kNoIndex &&
      document_.sentences[told.sentence].block == document_.sentences[clause.sentence].block;
  const LastMatch last = same_block ? told : LastMatch{};
  return Sides{.hit = hit,
               .score_unit = score_unit,
               .sentence = clause.sentence,
               .score = *score,
               .view = view,
               .played = played,
               .last = last,
               .near = last.sentence == clause.sentence,
               .bracket = clause.parent != kNoIndex};
}

// What words say of the outcome, and the goals where they leave no doubt.
void ToldScore::find_outcome(Sides& s) const {
  s.outcome = outcome_of(s.view);
  s.patient = apposed_patient(s.view);
  if (s.patient != kNoIndex)
    s.outcome = Outcome::kLost;
  else if (s.outcome == Outcome::kLost && is_beaten_other(s.view))
    s.outcome = Outcome::kWon;
  s.word = s.outcome;
  s.told = s.word != Outcome::kOpen;
  if (s.score.first == s.score.second) {
    s.outcome = Outcome::kDrawn;
    return;
  }
  if (s.outcome == Outcome::kDrawn) s.outcome = Outcome::kOpen;
  // `eliminò il Como (2-0 e 0-1)`: who won both together has its own goals first in each.
  if (s.told && is_second_of_bracket(s.hit, s.score_unit))
    s.outcome = s.score.first > s.score.second ? Outcome::kWon : Outcome::kLost;
}

bool ToldScore::is_no_result(const View& view) const {
  return is_condition(view) || is_to_come(view) || is_shoot_out(view) || is_in_play(view);
}

// `racconteremmo un 1-1`: any score like it.
bool ToldScore::is_any_score(const Sides& s) const {
  const Index word_before = s.score_unit > 0 ? document_.units[s.score_unit - 1].word : 0;
  if (!lexicon_.in_list(word_before, indefinite_)) return false;
  const bool untied = !s.told && !s.opponent && !s.ground && !is_dated_pair(s);
  return untied || is_wished(s.view);
}

// A row tells a match only where it names whom the score was against, or on whose ground.
bool ToldScore::is_bound(const Sides& s) const {
  return (s.opponent && s.opponent->unit != kNoIndex && s.tie != Link::kNone) ||
         (s.ground && s.tight_ground) ||
         (ends_near(s.view) && paragraph_pair(s.sentence).first != kNoIndex);
}

// `Como-Lecco: l'ultima risale al 2011, un 2-1`
bool ToldScore::is_dated_pair(const Sides& s) const {
  return has_date(s.view) && paragraph_pair(s.sentence).first != kNoIndex;
}

// Whether a score behind `Como-Lecco` is of their match.
bool ToldScore::is_of_pair(const Sides& s) const {
  return !s.bracket && !has_word(s.view, leg_) &&
         (s.told || has_verb(s.view, ends_) || has_award(s.view) || has_cue(s.view) ||
          is_dated_pair(s));
}

// The match of the two that stand at `pair` of the view, the host first.
std::optional<ToldMatch> ToldScore::of_pair(const Sides& s, Index pair) const {
  ToldMatch match;
  match.home = *club_at(s.view.units[pair]);
  match.away = *club_at(s.view.units[pair + 2]);
  match.home_goals = s.score.first;
  match.away_goals = s.score.second;
  match.order_known = true;
  const Called called = winner_called(s.view);
  if (match.home.id == match.away.id || called == Called::kOther) return std::nullopt;
  if (called != Called::kNobody) {
    const auto [low, high] = std::minmax(s.score.first, s.score.second);
    match.home_goals = called == Called::kHost ? high : low;
    match.away_goals = called == Called::kHost ? low : high;
  }
  return match;
}

// Who won, where both sides are known: by what ties the other to the score, by the match told
// before, by what the sentence makes of it.
void ToldScore::judge(Sides& s) const {
  if (s.written) s.outcome = Outcome::kOpen;
  if (s.outcome == Outcome::kOpen && (s.tie == Link::kTo || s.tie == Link::kOn))
    s.outcome = Outcome::kWon;
  if (s.outcome == Outcome::kOpen && s.tie == Link::kFrom) s.outcome = Outcome::kLost;
  // `il ribaltone: 3-2 del Como al Lecco`
  if (s.owner && s.tie == Link::kTo && s.score.first > s.score.second) s.outcome = Outcome::kWon;
  s.inherited = inherit(s);
  // `la più larga: 5-0 al Braglia`: nobody is named, so the host stands first.
  const bool unnamed = s.subject->unit == kNoIndex && s.opponent->unit == kNoIndex;
  if (s.outcome == Outcome::kOpen && unnamed && s.of_ground && same(s.ground, s.opponent) &&
      s.score.first > s.score.second && !s.bracket) {
    std::swap(s.subject, s.opponent);
  }
  s.away = same(s.ground, s.opponent);
  judge_on_the_road(s);
}

// Whether the outcome is that of the match told before.
bool ToldScore::inherit(Sides& s) const {
  if (s.outcome != Outcome::kOpen || !s.near || is_earlier(s.view)) return false;
  if (!s.last.won && !s.last.lost) return false;
  if (s.subject->entity != s.last.subject && !is_elliptic(s, s.score_unit)) return false;
  s.outcome = s.last.won ? Outcome::kWon : Outcome::kLost;
  return true;
}

// Away from home the goals stand in either order: what the sentence makes of it tells.
void ToldScore::judge_on_the_road(Sides& s) const {
  const View& view = s.view;
  const bool on_the_road =
      s.away || (!s.ground && at_home(view, s.subject->unit) == std::optional<bool>(false));
  // ... but not of `2-1 al Como dopo lo 0-3 di Lecco`
  const bool after_turn = s.near && is_earlier(view) && s.score.first < s.score.second;
  if (s.outcome == Outcome::kOpen && on_the_road && !ends_near(view) && !after_turn)
    s.outcome = mood(s.sentence, s.bracket ? document_.clauses[s.hit.clause].parent : s.score_unit);
  // `dopo lo 0-4 di Aprilia`: who is told of has its goals first.
  if (s.outcome == Outcome::kOpen && s.away && s.score.first < s.score.second && !ends_near(view)) {
    s.outcome = Outcome::kLost;
  }
  // `il suo dovere: 2-0 in casa del Como`
  if (s.outcome == Outcome::kOpen && s.own_words && s.away && s.score.first > s.score.second) {
    s.outcome = Outcome::kWon;
  }
}

// The match as the subject saw it, its goals first; takes the sides.
ToldMatch ToldScore::make_match(Sides& s) const {
  ToldMatch match;
  const auto [low, high] = std::minmax(s.score.first, s.score.second);
  match.won = s.outcome == Outcome::kWon;
  match.lost = s.outcome == Outcome::kLost;
  match.by_word = s.told || s.inherited;
  if (s.word == Outcome::kWon) match.after = ToldMatch::After::kWon;
  if (s.word == Outcome::kLost) match.after = ToldMatch::After::kLost;
  match.home = std::move(*s.subject);
  match.away = std::move(*s.opponent);
  match.home_goals = match.won ? high : match.lost ? low : s.score.first;
  match.away_goals = match.won ? low : match.lost ? high : s.score.second;
  return match;
}

}  // namespace panchina
