#include "resolve/told_score.h"

#include <algorithm>

#include "resolve/told_score_view.h"
#include "text/fold.h"

namespace panchina {

ToldScore::ToldScore(const Document& document, const EntityView& entities, const Lexicon& lexicon,
                     const Focus& focus)
    : document_(document),
      entities_(entities),
      lexicon_(lexicon),
      focus_(focus),
      with_(lexicon.find_list("match_with")),
      to_(lexicon.find_list("match_to")),
      on_(lexicon.find_list("match_on")),
      from_(lexicon.find_list("match_from")),
      for_(lexicon.find_list("match_for")),
      of_(lexicon.find_list("genitive")),
      bare_of_(lexicon.find_list("bare_genitive")),
      at_(lexicon.find_list("match_at")),
      ground_(lexicon.find_list("ground")),
      indefinite_(lexicon.find_list("indefinite")),
      relative_(lexicon.find_list("relative")),
      cue_(lexicon.find_list("match_cue")),
      at_home_(lexicon.find_list("at_home")),
      on_the_road_(lexicon.find_list("on_the_road")),
      leg_(lexicon.find_list("leg")),
      joint_(lexicon.find_list("joint")),
      ends_(lexicon.find_list("verb_ends")),
      suffered_(lexicon.find_list("suffered")),
      storms_(lexicon.find_list("verb_storms")),
      between_(lexicon.find_list("match_between")),
      and_(lexicon.find_list("match_and")),
      bad_(lexicon.find_list("bad_news")),
      good_(lexicon.find_list("good_news")),
      occasion_(lexicon.find_list("occasion")),
      by_(lexicon.find_list("match_by")),
      awarding_(lexicon.find_list("awarding")),
      host_(lexicon.find_list("match_host")),
      condition_(lexicon.find_list("condition")),
      clitic_(lexicon.find_list("clitic")),
      over_(lexicon.find_list("match_over")),
      bare_from_(lexicon.find_list("bare_from")),
      article_(lexicon.find_list("match_article")),
      oblique_(lexicon.find_list("oblique_relative")),
      shoot_out_(lexicon.find_list("shoot_out")),
      beats_(lexicon.find_list("verb_beats")),
      wins_(lexicon.find_list("verb_wins")),
      loses_(lexicon.find_list("verb_loses")),
      draws_(lexicon.find_list("verb_draws")),
      won_(lexicon.find_list("noun_won")),
      lost_(lexicon.find_list("noun_lost")),
      drawn_(lexicon.find_list("noun_drawn")),
      main_clause_(document.sentences.size(), kNoIndex) {
  for (Index c = 0; c < document.clauses.size(); ++c) {
    const Clause& clause = document.clauses[c];
    if (clause.parent == kNoIndex) main_clause_[clause.sentence] = c;
  }
  for (Index entity = 0; entity < entities.clubs.size(); ++entity) {
    const Index club = lexicon.find_club(entities.clubs[entity]);
    if (club == kNoIndex || lexicon.clubs()[club].city.empty()) continue;
    const std::string& city = lexicon.clubs()[club].city;
    club_of_town_.emplace(city, entity);
    // `a Castellammare` for Castellammare di Stabia.
    constexpr std::size_t kShort = 5;
    const std::size_t first = city.find(' ');
    if (first != std::string::npos && first >= kShort)
      club_of_town_.emplace(city.substr(0, first), entity);
  }
}

std::optional<bool> ToldScore::at_home(const View& view) const {
  std::optional<bool> found;
  const auto look = [&](Index at) {
    if (found) return;
    const Index word = document_.units[view.units[at]].word;
    if (lexicon_.in_list(word, on_the_road_)) found = false;
    // `in casa del Como` is another's.
    const bool others = at + 1 < view.units.size() &&
                        lexicon_.in_list(document_.units[view.units[at + 1]].word, of_);
    if (lexicon_.in_list(word, at_home_) && !others) found = true;
  };
  for (Index at = view.score + 1; at < view.end; ++at) look(at);
  for (Index at = view.score; at > view.own; --at) look(at - 1);
  return found;
}

// `battuta 1-0 in Valgobbia`: in a place that is not the subject's own.
bool ToldScore::elsewhere(const View& view, const ToldTeam& subject) const {
  const Index club = lexicon_.find_club(subject.id);
  if (club == kNoIndex || lexicon_.clubs()[club].city.empty()) return false;
  const std::string& city = lexicon_.clubs()[club].city;
  for (Index at = view.own; at + 1 < view.end; ++at) {
    if (!lexicon_.in_list(document_.units[view.units[at]].word, at_)) continue;
    const Unit& place = document_.units[view.units[at + 1]];
    const Token& first = document_.tokens[place.tokens.begin];
    const bool unknown = place.readings.empty() && first.letters == LetterCase::kTitle &&
                         first.kind == TokenKind::kWord;
    if ((place.kinds & kind_bit(UnitKind::kPlace)) == 0 && !unknown) continue;
    return folded(document_.text.norm(place.span)) != city;
  }
  return false;
}

// Who was at home: the ground, a verb or word that says it, the other leg, the order of the goals.
void ToldScore::settle(const View& view, const Score& score, const std::optional<ToldTeam>& ground,
                       const LastMatch& last, ToldMatch& match) const {
  std::optional<bool> home;
  if (ground && ground->id == match.home.id) home = true;
  if (ground && ground->id == match.away.id) home = false;
  if (!home) home = at_home(view);
  if (!home && has_verb(view, storms_)) home = false;
  const bool same_two = match.away.entity == last.opponent && match.home.entity == last.subject;
  if (!home && same_two && last.home != kNoIndex && has_word(view, leg_))
    home = match.home.entity != last.home;
  if (!home && match.won && score.first < score.second) home = false;
  if (!home && elsewhere(view, match.home)) home = false;
  if (!home) return;
  match.order_known = true;
  if (*home) return;
  match.swapped = true;
  std::swap(match.home, match.away);
  std::swap(match.home_goals, match.away_goals);
  // `Termina 2-3 all'Euganeo`: the home side first.
  if (!match.won && !match.lost && has_verb(view, ends_)) {
    match.home_goals = score.first;
    match.away_goals = score.second;
  }
}

std::optional<ToldMatch> ToldScore::read(const Hit& hit, Index score_unit,
                                         const std::vector<bool>& played,
                                         const LastMatch& told_last) const {
  const Unit& one = document_.units[score_unit];
  const Index sentence_index = document_.clauses[hit.clause].sentence;
  if (document_.sentences[sentence_index].row || !is_final_score(score_unit)) return std::nullopt;
  const Score* score = nullptr;
  for (Index r = one.readings.begin; r < one.readings.end; ++r) {
    if (document_.readings[r].kind == UnitKind::kScore)
      score = &document_.scores[document_.readings[r].value];
  }
  const bool same_block =
      told_last.sentence != kNoIndex &&
      document_.sentences[told_last.sentence].block == document_.sentences[sentence_index].block;
  const LastMatch last = same_block ? told_last : LastMatch{};
  const bool near = last.sentence == sentence_index;
  const View view = view_of(hit, score_unit);
  Outcome outcome = outcome_of(view);
  const bool told = outcome != Outcome::kOpen;
  if (!told && near && (last.won || last.lost)) outcome = last.won ? Outcome::kWon : Outcome::kLost;
  if (score->first == score->second) {
    outcome = Outcome::kDrawn;
  } else if (outcome == Outcome::kDrawn) {
    outcome = Outcome::kOpen;
  }
  // `racconteremmo un 1-1`: any score like it.
  if (outcome == Outcome::kOpen || score->first == score->second) {
    const Index word_before = score_unit > 0 ? document_.units[score_unit - 1].word : 0;
    if (lexicon_.in_list(word_before, indefinite_)) return std::nullopt;
  }

  if (is_condition(view) || has_word(view, shoot_out_)) return std::nullopt;
  bool of_ground = false;    // the ground is a stadium
  bool near_ground = false;  // it stands nearer to the score than any opponent
  const bool bracket = document_.clauses[hit.clause].parent != kNoIndex;
  if (const Index pair = paired(view);
      pair != kNoIndex && !bracket && !has_word(view, leg_) &&
      (told || has_verb(view, ends_) || has_word(view, awarding_))) {
    ToldMatch match;
    match.home = *club_at(view.units[pair]);
    match.away = *club_at(view.units[pair + 2]);
    match.home_goals = score->first;
    match.away_goals = score->second;
    match.order_known = true;
    if (match.home.id == match.away.id) return std::nullopt;
    return match;
  }

  std::optional<ToldTeam> opponent, winner, subject, ground, loose, second;
  Link tie = Link::kNone;
  const auto oppose = [&](std::optional<ToldTeam>& team, Link link) {
    if (opponent) return;
    opponent = std::move(team);
    tie = link;
  };
  const auto take = [&](Index at, bool behind) {
    const Index unit = view.units[at];
    if (!behind && !subject && !opponent && outcome == Outcome::kDrawn) {
      std::optional<ToldTeam> behind_it = club_at(unit);
      std::optional<ToldTeam> before_it = joined_before(view, at);
      if (behind_it && before_it) {
        subject = std::move(before_it);
        oppose(behind_it, Link::kWith);
        return;
      }
    }
    if (!ground && at >= view.own) {
      ground = ground_at(view, at);
      of_ground = ground && (document_.units[unit].kinds & kind_bit(UnitKind::kStadium)) != 0;
      near_ground = ground && !behind && !of_ground && !opponent;
      if (ground) return;
    }
    std::optional<ToldTeam> team = club_at(unit);
    if (!team) return;
    if (!behind && !subject && is_antecedent(view, at)) {
      subject = std::move(team);
      return;
    }
    const Link link = link_of(view, at);
    if (link == Link::kBetween || link == Link::kFree) {
      std::optional<ToldTeam> joined = joined_to(view, at);
      if (joined && (link == Link::kBetween || outcome == Outcome::kDrawn) && !opponent) {
        subject = std::move(team);
        oppose(joined, Link::kWith);
        return;
      }
    }
    switch (link) {
      case Link::kWith:
      case Link::kFrom:
        oppose(team, link);
        break;
      case Link::kTo:
      case Link::kOn:
        if (behind || (told && !near_ground)) oppose(team, link);
        break;
      case Link::kFor:
        if (!behind) {
          if (!loose) loose = std::move(team);
        } else if (!winner && score->first != score->second) {
          winner = std::move(team);
        }
        break;
      case Link::kOf:
        if (!behind) {
          if (!loose) loose = std::move(team);
        } else if (!subject) {
          subject = std::move(team);
        }
        break;
      case Link::kObject: {
        Index verb = at;
        while (verb > view.begin && verb_of(document_, view.units[verb - 1]) == nullptr) --verb;
        const VerbGroup* group =
            verb > view.begin ? verb_of(document_, view.units[verb - 1]) : nullptr;
        if (near_ground && !behind) break;
        if (group != nullptr && lexicon_.in_list(group->lemma, beats_)) {
          if (!opponent) outcome = Outcome::kWon;
          oppose(team, Link::kTo);
        } else if (group != nullptr && lexicon_.in_list(group->lemma, storms_)) {
          if (!ground) ground = team;
          oppose(team, Link::kTo);
        } else if (!loose) {
          loose = std::move(team);
        }
        break;
      }
      case Link::kFree:
        // `persa la finale (Gela, 0-1 in casa)`
        if (bracket && document_.clauses[hit.clause].units.contains(unit) &&
            focus_.protagonist() != kNoIndex && team->entity != focus_.protagonist()) {
          oppose(team, Link::kWith);
          break;
        }
        if (!behind && subject && !second && team->id != subject->id) second = team;
        if (!behind && !subject && !played[unit] && !(near && team->entity == last.opponent))
          subject = std::move(team);
        break;
      default:
        break;
    }
  };
  for (Index at = view.score + 1; at < view.end; ++at) take(at, true);
  // `battuto dalla Pianese, che fa il bis dopo l'1-0 sul Ribelle`.
  if (view.begin > 1 && view.begin < view.score &&
      lexicon_.in_list(document_.units[view.units[view.begin]].word, relative_)) {
    subject = club_at(view.units[view.begin - 2]);
  }
  for (Index at = view.score; at > view.begin; --at) take(at - 1, false);

  if (!winner && has_unnamed_winner(view)) {
    if (!ground || (subject && subject->id == ground->id)) return std::nullopt;
    winner = ground;
  }
  const auto same = [](const std::optional<ToldTeam>& a, const std::optional<ToldTeam>& b) {
    return a && b && a->id == b->id;
  };
  if (winner) {
    if (!subject || same(subject, winner))
      subject = same(opponent, winner) ? std::nullopt : opponent;
    opponent = std::move(winner);
    outcome = Outcome::kLost;
    tie = Link::kFrom;
  }
  if (same(subject, opponent)) subject.reset();
  const Index topic = focus_.topic(sentence_index);
  if (!subject && !opponent && near && ground && ground->entity == last.subject &&
      last.subject != kNoIndex) {
    subject = ground;
    opponent = of_entity(last.opponent);
    if (opponent->id.empty()) return std::nullopt;
  }
  const Index hero = focus_.protagonist();
  if (!subject && ground && ground->entity == hero && hero != kNoIndex) subject = ground;
  if (!opponent && ground && !same(ground, subject)) opponent = ground;
  const auto given = [&](Index entity, std::optional<ToldTeam>& side,
                         const std::optional<ToldTeam>& other) {
    if (side || entity == kNoIndex || (other && other->entity == entity)) return;
    side = of_entity(entity);
  };
  // `il Bologna ne approfittò, 3-1`, told of somebody else; a derby; the opponent of the sentences
  // before.
  if (!subject && opponent) given(topic, subject, opponent);
  if (!opponent && subject && told) given(topic, opponent, subject);
  if (!opponent && second && told) opponent = second;
  if (!opponent && has_stranger(view)) return std::nullopt;
  if (!opponent && !subject && loose && told) subject = loose;
  if (!opponent && subject && (told || ground)) {
    given(focus_.partner(subject->entity), opponent, subject);
    given(hero, opponent, subject);
  }
  if (!opponent && !subject && told && focus_.two().first != kNoIndex) {
    subject = of_entity(focus_.two().first);
    opponent = of_entity(focus_.two().second);
  }
  if (!opponent && (told || ground || has_cue(view))) {
    const Index who = subject                            ? subject->entity
                      : near && last.subject != kNoIndex ? last.subject
                                                         : hero;
    if (who != kNoIndex) {
      if (near || who == last.subject) given(last.opponent, opponent, of_entity(who));
      if (who == hero)
        given(focus_.last_other(sentence_index, one.tokens.begin, who), opponent, of_entity(who));
      if (opponent && !subject) subject = of_entity(who);
    }
  }
  if (!opponent) return std::nullopt;
  if (loose && !same(loose, opponent) && !subject) subject = loose;
  if (near) given(last.subject, subject, opponent);
  if (!subject && of_ground && !same(ground, opponent)) subject = ground;
  given(focus_.partner(opponent->entity), subject, opponent);
  if (!subject && focus_.club_of_subject() == kNoIndex) given(hero, subject, opponent);
  if (tie == Link::kFrom && has_cue(view))
    given(focus_.last_other(sentence_index, one.tokens.begin, opponent->entity), subject, opponent);
  if (!subject) {
    Hole hole;
    hole.clause = hit.clause;
    hole.unit = score_unit;
    if (opponent->entity != kNoIndex) hole.taken.push_back(opponent->entity);
    given(focus_.team(hole, played, kNoIndex), subject, opponent);
  }
  if (!subject || same(subject, opponent)) return std::nullopt;
  if (outcome == Outcome::kOpen && (tie == Link::kTo || tie == Link::kOn)) outcome = Outcome::kWon;
  if (outcome == Outcome::kOpen && tie == Link::kFrom) outcome = Outcome::kLost;
  // Away from home the goals stand in either order: what the sentence makes of it tells.
  if (outcome == Outcome::kOpen && same(ground, opponent) && !has_verb(view, ends_))
    outcome = mood(document_.clauses[hit.clause].sentence);

  ToldMatch match;
  const int high = std::max(score->first, score->second);
  const int low = std::min(score->first, score->second);
  match.won = outcome == Outcome::kWon;
  match.lost = outcome == Outcome::kLost;
  match.by_word = told;
  match.home = std::move(*subject);
  match.away = std::move(*opponent);
  match.home_goals = match.won ? high : match.lost ? low : score->first;
  match.away_goals = match.won ? low : match.lost ? high : score->second;
  settle(view, *score, ground, last, match);
  return match;
}

}  // namespace panchina
