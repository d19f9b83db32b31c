// Which two clubs a told score is of.
#include <algorithm>

#include "resolve/told_score.h"
#include "resolve/told_score_view.h"
#include "text/fold.h"

namespace panchina {

namespace {

constexpr Index kFormer = 4;  // units from `ex` to the club

}  // namespace

ToldTeam ToldScore::of_entity(Index entity) const {
  ToldTeam team;
  if (entity == kNoIndex) return team;
  team.id = entities_.clubs[entity];
  team.entity = entity;
  return team;
}

Index ToldScore::entity_at(Index unit) const {
  const Index club = entities_.club_of_unit[unit];
  return club != kNoIndex ? club : entities_.folk_of_unit[unit];
}

std::optional<ToldTeam> ToldScore::club_at(Index unit) const {
  const Index entity = entity_at(unit);
  if (entity == kNoIndex) return std::nullopt;
  // `Vittoria del Como`: what happened, not the club.
  const Token& first = document_.tokens[document_.units[unit].tokens.begin];
  const bool opens =
      document_.units[unit].tokens.begin == 0 ||
      document_.tokens[document_.units[unit].tokens.begin - 1].kind == TokenKind::kPunct ||
      first.line_before;
  if (opens && is_outcome_noun(document_.units[unit].word)) return std::nullopt;
  ToldTeam team = of_entity(entity);
  team.span = document_.units[unit].span;
  team.unit = unit;
  return team;
}

// The club of a town: the one of the article that plays there, else the one that bears its name.
std::optional<ToldTeam> ToldScore::of_town(Index unit) const {
  const Unit& one = document_.units[unit];
  if ((one.kinds & (kind_bit(UnitKind::kPlace) | kind_bit(UnitKind::kClub))) == 0)
    return std::nullopt;
  const std::string town = folded(document_.text.norm(one.span));
  ToldTeam team;
  team.span = one.span;
  if (const auto known = club_of_town_.find(town); known != club_of_town_.end()) {
    team.id = entities_.clubs[known->second];
    team.entity = known->second;
    return team;
  }
  for (Index r = one.readings.begin; r < one.readings.end; ++r) {
    const Reading& reading = document_.readings[r];
    if (reading.kind != UnitKind::kClub) continue;
    if (reading.how == How::kEpithet || reading.how == How::kDescriptor) continue;
    if (reading.value >= lexicon_.clubs().size()) continue;
    team.id = lexicon_.clubs()[reading.value].id;
    return team;
  }
  if (const Index club = club_of_city(town).first; club != kNoIndex) {
    team.id = lexicon_.clubs()[club].id;
    return team;
  }
  return std::nullopt;
}

// `a Ghilarza`: of a town that no club of the lexicon plays in, the club that bears its name.
std::optional<ToldTeam> ToldScore::of_strange_town(Index unit) const {
  const Unit& one = document_.units[unit];
  if ((one.kinds & kind_bit(UnitKind::kPlace)) == 0) return std::nullopt;
  if ((one.kinds & kind_bit(UnitKind::kStadium)) != 0) return std::nullopt;
  const std::string_view name = document_.text.norm(one.span);
  if (club_of_city(folded(name)).second) return std::nullopt;
  ToldTeam team;
  team.span = one.span;
  team.id = "?" + slug(name);
  if (const auto known = unknown_of_town_.find(slug(name)); known != unknown_of_town_.end()) {
    team.id = entities_.clubs[known->second];
    team.entity = known->second;
  }
  return team;
}

// Of several the one that has played highest; kNoIndex: none, or it is not plain which.
std::pair<Index, bool> ToldScore::club_of_city(const std::string& city) const {
  const auto [known, first] = club_of_city_.emplace(city, std::pair{kNoIndex, false});
  if (!first) return known->second;
  char best = 0;
  for (Index i = 0; i < lexicon_.clubs().size(); ++i) {
    const Club& club = lexicon_.clubs()[i];
    if (club.city != city || club.nation) continue;
    known->second.second = true;
    const char level = club.best_level == 0 ? 'Z' : club.best_level;  // A is the highest
    if (best != 0 && level > best) continue;
    known->second.first = level == best ? kNoIndex : i;
    best = level;
  }
  return known->second;
}

// The club whose stadium it is: one of the article, else its only one.
std::optional<ToldTeam> ToldScore::of_stadium(Index unit) const {
  const Unit& one = document_.units[unit];
  for (Index r = one.readings.begin; r < one.readings.end; ++r) {
    const Reading& reading = document_.readings[r];
    if (reading.kind != UnitKind::kStadium) continue;
    const std::vector<Index>& clubs = lexicon_.stadiums()[reading.value].clubs;
    ToldTeam team;
    for (const Index club : clubs) {
      const auto known =
          std::find(entities_.clubs.begin(), entities_.clubs.end(), lexicon_.clubs()[club].id);
      if (known == entities_.clubs.end()) continue;
      team.id = *known;
      team.entity = static_cast<Index>(known - entities_.clubs.begin());
      return team;
    }
    if (clubs.size() == 1) {
      team.id = lexicon_.clubs()[clubs[0]].id;
      return team;
    }
  }
  return std::nullopt;
}

// Whose ground a unit tells: `a Cesena`, `in casa del Livorno`, `al Barbetti`.
std::optional<ToldTeam> ToldScore::ground_at(const View& view, Index at) const {
  const Index unit = view.units[at];
  const bool named = entity_at(unit) != kNoIndex;
  const Link link = link_of(view, at);
  // `all'Adriatico`: the stadium, not the club that is called so.
  const bool at_it = link == Link::kTo || link == Link::kAt;
  if (auto home = of_stadium(unit); home && (!named || (at_it && home->entity == entity_at(unit))))
    return home;
  if (link == Link::kGround) return named ? club_at(unit) : of_town(unit);
  if (named && is_host(view, at)) return club_at(unit);
  if (link == Link::kAt && named) return club_at(unit);
  if (link != Link::kAt && link != Link::kOf) return std::nullopt;
  // `il 2-1 di Fano`, `il blitz di Pontedera`: a bare `di` before a town.
  if (link == Link::kOf) {
    if (at < view.begin + 2) return std::nullopt;
    const bool of_score = at == view.score + 2;
    if (!of_score && outcome_at(view.units[at - 2]) == Outcome::kOpen &&
        !lexicon_.in_list(document_.units[view.units[at - 2]].word, occasion_)) {
      return std::nullopt;
    }
    if (!lexicon_.in_list(document_.units[view.units[at - 1]].word, bare_of_)) return std::nullopt;
  }
  if ((document_.units[unit].kinds & kind_bit(UnitKind::kPlace)) == 0) return std::nullopt;
  std::optional<ToldTeam> team = of_town(unit);
  // ... not `in Umbria`
  const Index before = document_.units[view.units[at - 1]].word;
  if (!team && (lexicon_.in_list(before, town_at_) || lexicon_.in_list(before, bare_of_)))
    team = of_strange_town(unit);
  return team;
}

std::optional<ToldTeam> ToldScore::joined_before(const View& view, Index at) const {
  if (at < view.begin + 2) return std::nullopt;
  if (!lexicon_.in_list(document_.units[view.units[at - 1]].word, and_)) return std::nullopt;
  return club_at(view.units[at - 2]);
}

std::optional<ToldTeam> ToldScore::joined_to(const View& view, Index at) const {
  if (at + 2 >= view.units.size()) return std::nullopt;
  if (!lexicon_.in_list(document_.units[view.units[at + 1]].word, and_)) return std::nullopt;
  std::optional<ToldTeam> team = club_at(view.units[at + 2]);
  // `tra il Como e Solofra`
  if (!team && link_of(view, at) == Link::kBetween) team = of_strange_town(view.units[at + 2]);
  return team;
}

// Takes up the club, or the ground, at a place of the view, by what ties it to the score.
void ToldScore::take(Sides& s, Index at, bool behind) const {
  const auto oppose = [&](std::optional<ToldTeam>& team, Link link) {
    if (s.opponent) return;
    s.opponent = std::move(team);
    s.tie = link;
  };
  const Index unit = s.view.units[at];
  if (!behind && !s.subject && !s.opponent && s.outcome == Outcome::kDrawn) {
    std::optional<ToldTeam> behind_it = club_at(unit);
    std::optional<ToldTeam> before_it = joined_before(s.view, at);
    if (behind_it && before_it) {
      s.subject = std::move(before_it);
      oppose(behind_it, Link::kWith);
      return;
    }
  }
  if (!s.ground && at >= s.view.own) {
    s.ground = ground_at(s.view, at);
    s.ground_at = at;
    s.of_ground = s.ground && (document_.units[unit].kinds & kind_bit(UnitKind::kStadium)) != 0;
    s.strange_ground = s.ground && s.ground->unit == kNoIndex && s.ground->id.starts_with('?');
    s.near_ground = s.ground && !behind && !s.of_ground && !s.opponent && !s.strange_ground;
    s.tight_ground = s.ground && is_tight(s.view, at);
    s.own_words = s.ground && link_of(s.view, at) == Link::kGround;
    if (s.ground) return;
  }
  std::optional<ToldTeam> team = club_at(unit);
  // `sbanca Cesena`
  if (!team && !s.ground && !behind && at > s.view.begin) {
    const VerbGroup* verb = verb_of(document_, s.view.units[at - 1]);
    if (verb != nullptr && lexicon_.in_list(verb->lemma, storms_)) {
      s.ground = of_town(unit);
      if (!s.ground) s.ground = of_strange_town(unit);
      s.tight_ground = true;
      return;
    }
  }
  if (!team) return;
  if (!s.host && is_called_host(unit)) s.host = team;
  if (!behind && !s.subject && !s.opponent && is_given_to(s.view, at)) {
    s.outcome = Outcome::kWon;
    s.subject = std::move(team);
    s.given = true;
    return;
  }
  if (!behind && !s.subject && is_antecedent(s.view, at)) {
    s.subject = std::move(team);
    return;
  }
  if (s.bracket && !behind && continues_list(s, unit)) {
    oppose(team, Link::kWith);
    return;
  }
  const Link link = link_of(s.view, at);
  if (link == Link::kBetween || link == Link::kFree || link == Link::kBehind) {
    std::optional<ToldTeam> joined = joined_to(s.view, at);
    if (joined && (link == Link::kBetween || s.outcome == Outcome::kDrawn) && !s.opponent) {
      s.subject = std::move(team);
      oppose(joined, Link::kWith);
      return;
    }
  }
  switch (link) {
    case Link::kFrom:
      // `la sconfitta riportata dai lariani`
      if (is_theirs(s.view, at)) {
        if (!s.subject) s.subject = std::move(team);
        break;
      }
      [[fallthrough]];
    case Link::kWith:
      if (behind && link == Link::kWith && !s.subject && is_with_beaten(s.view, at)) {
        s.subject = std::move(team);
        s.outcome = Outcome::kLost;
        break;
      }
      oppose(team, link);
      break;
    case Link::kTo:
    case Link::kOn:
      if (!behind && !s.subject && is_awarded_to(s.view, at)) {
        s.subject = std::move(team);
        break;
      }
      if (behind || (s.told && !s.near_ground && follows_outcome(s.view, at))) oppose(team, link);
      break;
    case Link::kFor:
      if (!behind) {
        if (!s.loose) s.loose = std::move(team);
      } else if (!s.winner && s.score.first != s.score.second) {
        s.winner = std::move(team);
      }
      break;
    case Link::kOf:
      if (!behind) {
        if (!s.loose && !is_town(s.view, at) && !is_former(s.view, at)) s.loose = std::move(team);
      } else if (!s.subject) {
        s.subject = std::move(team);
      }
      break;
    case Link::kObject:
    case Link::kBehind:
      if (!s.near_ground || behind) take_object(s, at, std::move(team));
      break;
    case Link::kFree:
      // `persa la finale (Gela, 0-1 in casa)`
      if (s.bracket && document_.clauses[s.hit.clause].units.contains(unit) &&
          !entities_.indirect[unit] && entities_.folk_of_unit[unit] == kNoIndex &&
          focus_.protagonist() != kNoIndex && team->entity != focus_.protagonist()) {
        oppose(team, Link::kWith);
        break;
      }
      if (!behind && s.given) oppose(team, Link::kTo);
      if (!behind && s.subject && !s.second && team->id != s.subject->id) s.second = team;
      if (!behind && !s.subject && !s.played[unit] && !(s.near && team->entity == s.last.opponent))
        s.subject = std::move(team);
      break;
    default:
      break;
  }
}

// `quelle con il Como (1-2), il Lecco (0-1) e il Bari (2-0)`: one more of whom the subject met.
bool ToldScore::continues_list(const Sides& s, Index unit) const {
  if (!s.near || s.last.opponent == kNoIndex || unit < 3) return false;
  Index at = unit - 1;
  while (at > 2 && document_.units[at].transparent) --at;
  if (!is_mark(at, ',') && !lexicon_.in_list(document_.units[at].word, and_)) return false;
  return is_scored_bracket(at - 1) && entity_at(at - 2) == s.last.opponent;
}

// `riportata dai lariani`: whose defeat or victory it was, not who gave it.
bool ToldScore::is_theirs(const View& view, Index at) const {
  constexpr Index kReach = 3;
  for (Index n = 1; n <= kReach && at >= view.begin + n; ++n) {
    const VerbGroup* verb = verb_of(document_, view.units[at - n]);
    if (verb == nullptr) continue;
    return verb->form == Form::kParticiple && lexicon_.in_list(verb->lemma, gets_);
  }
  return false;
}

// A club by an epithet that it is not plain whose: `ha travolto i rossocrociati`.
bool ToldScore::has_unresolved(const View& view) const {
  for (Index at = view.own; at < view.end; ++at) {
    const Unit& one = document_.units[view.units[at]];
    if (entity_at(view.units[at]) != kNoIndex) continue;
    if ((one.kinds & kind_bit(UnitKind::kClub)) == 0 ||
        (one.kinds & (kind_bit(UnitKind::kPlace) | kind_bit(UnitKind::kPerson))) != 0) {
      continue;
    }
    const Link link = link_of(view, at);
    if (link == Link::kFree || link == Link::kOf || link == Link::kNone ||
        (link == Link::kTo && at < view.score)) {
      continue;  // `fatale al friulano`: a person
    }
    for (Index r = one.readings.begin; r < one.readings.end; ++r) {
      const Reading& reading = document_.readings[r];
      if (reading.kind == UnitKind::kClub && reading.how == How::kEpithet) return true;
    }
  }
  return false;
}

// `ko 1-0 a Cava`: a ground whose club is not known.
bool ToldScore::has_strange_place(const Sides& s) const {
  if (s.ground) return false;
  for (Index at = s.view.own; at + 1 < s.view.end; ++at) {
    if (lexicon_.in_list(document_.units[s.view.units[at]].word, at_) &&
        (document_.units[s.view.units[at + 1]].kinds & kind_bit(UnitKind::kPlace)) != 0) {
      return true;
    }
  }
  return false;
}

// `il tecnico di Altamura`
bool ToldScore::is_town(const View& view, Index at) const {
  return at > view.begin && lexicon_.in_list(document_.units[view.units[at - 1]].word, bare_of_) &&
         (document_.units[view.units[at]].kinds & kind_bit(UnitKind::kPlace)) != 0;
}

// `ex terzino del Savoia`
bool ToldScore::is_former(const View& view, Index at) const {
  for (Index n = 2; n <= kFormer && at >= view.begin + n; ++n) {
    const Unit& one = document_.units[view.units[at - n]];
    if ((one.kinds & kind_bit(UnitKind::kPunct)) != 0) return false;
    if (lexicon_.in_list(one.word, former_)) return true;
    const Index before = one.tokens.begin;
    if (before > 0 && lexicon_.in_list(document_.tokens[before - 1].word, former_)) return true;
  }
  return false;
}

// A club behind a verb: whom its subject beat, held, met, or the subject itself.
void ToldScore::take_object(Sides& s, Index at, std::optional<ToldTeam> team) const {
  const VerbGroup* verb = nullptr;
  for (Index u = at; verb == nullptr && u > s.view.begin; --u)
    verb = verb_of(document_, s.view.units[u - 1]);
  if (verb == nullptr) return;
  const bool passive = verb->voice == Voice::kPassive && verb->form != Form::kParticiple;
  const auto oppose = [&](Link link) {
    if (s.opponent) return false;
    s.opponent = team;
    s.tie = link;
    return true;
  };
  if (lexicon_.in_list(verb->lemma, beats_) && !passive) {
    if (oppose(Link::kTo)) s.outcome = Outcome::kWon;
  } else if (lexicon_.in_list(verb->lemma, storms_) && !passive) {
    if (!s.ground) s.ground = team;
    oppose(Link::kTo);
  } else if (lexicon_.in_list(verb->lemma, holds_) && s.outcome == Outcome::kDrawn && !passive) {
    oppose(Link::kWith);
  } else if (lexicon_.in_list(verb->lemma, meets_)) {
    s.hosts = s.hosts || lexicon_.in_list(verb->lemma, hosts_);
    oppose(Link::kWith);
  } else if (!s.loose) {
    s.loose = std::move(team);
    s.inverted = verb->clitic_object && lexicon_.in_list(verb->lemma, wins_);
  }
}

// `lo 0-1 di Lisbona sul Portogallo`: nations play where their country is, not the town's club.
void ToldScore::place_nations(Sides& s) const {
  const auto nation = [&](const std::optional<ToldTeam>& team) -> const Club* {
    const Index club = team ? lexicon_.find_club(team->id) : kNoIndex;
    if (club == kNoIndex || !lexicon_.clubs()[club].nation) return nullptr;
    return &lexicon_.clubs()[club];
  };
  const Club* theirs = nation(s.opponent);
  const Club* ours = nation(s.subject);
  if ((theirs == nullptr && ours == nullptr) || nation(s.ground) != nullptr) return;
  const Index club = lexicon_.find_club(s.ground->id);
  const std::string country = club == kNoIndex ? "" : lexicon_.clubs()[club].country;
  const bool home = ours != nullptr && ours->country == country;
  s.ground = home ? s.subject : s.opponent;
  s.strange_ground = false;
}

bool ToldScore::may_play(Index club, const ToldTeam& other) const {
  const auto is_nation = [&](Index one) { return one != kNoIndex && entities_.nation[one]; };
  return is_nation(club) == is_nation(other.entity);
}

// Gives the side that the words leave open to whom the passage is about; false: it stays open.
bool ToldScore::complete(Sides& s) const {
  const bool unnamed = !s.winner && has_unnamed_winner(s.view);
  if (unnamed) {
    s.winner = unnamed_winner(s);
    if (!s.winner) return false;
  }
  if (s.winner) {
    if (!s.subject || same(s.subject, s.winner))
      s.subject = same(s.opponent, s.winner) ? std::nullopt : s.opponent;
    s.opponent = std::move(s.winner);
    s.by_winner = true;
    s.outcome = Outcome::kLost;
    s.tie = Link::kFrom;
  }
  if (s.ground) place_nations(s);
  // `poker servito al Como a Isola Vicentina`: no club of that town.
  if (s.strange_ground && s.opponent) s.ground.reset();
  if (same(s.subject, s.opponent)) s.subject.reset();
  // `in Bulgaria perse 0-1 dal Levski`
  if (s.subject && s.opponent && !may_play(s.subject->entity, *s.opponent)) s.subject.reset();
  if (s.loose && s.opponent && !may_play(s.loose->entity, *s.opponent)) s.loose.reset();
  if (!s.subject && !s.opponent && s.near && s.ground && s.ground->entity == s.last.subject &&
      s.last.subject != kNoIndex) {
    s.subject = s.ground;
    s.opponent = of_entity(s.last.opponent);
    if (s.opponent->id.empty()) return false;
  }
  const Index hero = focus_.protagonist();
  const bool neutral = has_word(s.view, neutral_);
  if ((!s.opponent || !s.subject) && !unnamed && has_unresolved(s.view)) return false;
  take_visitor(s);
  if (!s.subject && s.ground && s.ground->entity == hero && hero != kNoIndex) {
    s.subject = s.ground;
  }
  // `Il Poggibonsi si scalda, il Gavorrano gela: 3-1 al Lotti`: the ground says whose score it is.
  if (!s.opponent && s.subject && s.second && s.of_ground && same(s.ground, s.second) &&
      !has_own_verb(s)) {
    s.opponent = std::move(s.subject);
    s.subject = s.second;
    s.written = true;
  }
  if (!s.opponent && s.ground && s.tight_ground && !neutral && !same(s.ground, s.subject)) {
    s.opponent = s.ground;
  }
  if (!s.opponent) find_opponent(s);
  // `in trasferta ha preso un punto solo, quello di Perugia, 1-1`
  constexpr Index kBeside = 6;  // units between a ground and its score
  if (!s.opponent && s.ground && !neutral && !s.bracket && !same(s.ground, s.subject) &&
      s.ground_at + kBeside > s.view.score && s.ground_at < s.view.score + kBeside &&
      (s.subject || (s.ground_at > s.view.score && has_date(s.view))) && !has_minute(s.view)) {
    s.opponent = s.ground;
  }
  if (!s.opponent) return false;
  if (!s.subject) find_subject(s);
  return s.subject && !same(s.subject, s.opponent);
}

namespace {

// Whether a side is still open to that club.
bool is_open(const std::optional<ToldTeam>& side, Index entity,
             const std::optional<ToldTeam>& other) {
  return !side && entity != kNoIndex && !(other && other->entity == entity);
}

}  // namespace

// In the tale of a derby: of the two that it is about.
void ToldScore::take_two(Sides& s) const {
  const auto [one, two] = focus_.two();
  if (one == kNoIndex || s.second || s.loose || has_minute(s.view)) return;
  if (s.subject) {
    if (s.subject->entity != one && s.subject->entity != two) return;
    s.opponent = of_entity(s.subject->entity == one ? two : one);
    return;
  }
  // `i gialloblù la spuntano, 2-1`: which of the two it was stays open.
  if (s.told && s.outcome != Outcome::kDrawn) return;
  if (s.ground && s.ground->entity != one && s.ground->entity != two) return;
  if (s.near && s.last.subject != one && s.last.subject != two) return;
  if (s.near && s.last.opponent != kNoIndex && s.last.opponent != one && s.last.opponent != two)
    return;
  const auto [host, guest] = focus_.fixture();
  const bool turned = host == two && guest == one && !s.ground;
  const bool second =
      s.near ? s.last.subject == two : turned || (s.ground && s.ground->entity == two);
  s.subject = of_entity(second ? two : one);
  s.opponent = of_entity(second ? one : two);
}

void ToldScore::find_opponent(Sides& s) const {
  const Index sentence = document_.clauses[s.hit.clause].sentence;
  const Index token = document_.units[s.score_unit].tokens.begin;
  const Index hero = focus_.protagonist();
  const auto give = [&](Index entity, const std::optional<ToldTeam>& other) {
    if (!is_open(s.opponent, entity, other)) return;
    if (other && !may_play(entity, *other)) return;
    s.opponent = of_entity(entity);
  };
  if (s.subject && s.told) give(focus_.topic(sentence), s.subject);
  if (!s.opponent && s.second && s.told) s.opponent = s.second;
  const bool tells = s.told || s.ground || s.winner || has_cue(s.view) || has_date(s.view);
  if (!s.opponent && s.bracket && s.subject && tells) take_two(s);
  if (s.opponent || (s.bracket && !s.near) || has_stranger(s.view)) return;
  if (!s.subject && s.loose && s.told) {
    s.subject = s.loose;
    if (s.inverted) s.loose.reset();
  }
  if (s.subject && has_cue(s.view)) give(focus_.partner(s.subject->entity), s.subject);
  const auto [one, two] = focus_.two();
  if (!s.opponent && !s.subject && s.told && one != kNoIndex && s.outcome == Outcome::kDrawn) {
    s.subject = of_entity(one);
    s.opponent = of_entity(two);
  }
  if (!s.opponent && tells) take_two(s);
  const bool ended = s.told || has_verb(s.view, ends_);
  if (s.opponent || !(ended || s.ground || has_cue(s.view) || (s.near && has_award(s.view)))) {
    return;
  }
  const Index who = s.subject                              ? s.subject->entity
                    : s.near && s.last.subject != kNoIndex ? s.last.subject
                                                           : hero;
  if (who == kNoIndex && !s.subject) return;
  if (s.near || (who == s.last.subject && has_word(s.view, leg_)))
    give(s.last.opponent, of_entity(who));
  if (ended && s.subject && !s.second && !s.loose) give(hero, s.subject);
  if (who == hero && !has_strange_place(s))
    give(focus_.last_other(sentence, token, who), of_entity(who));
  if (s.opponent && !s.subject) s.subject = of_entity(who);
  // `infine la Nocerina, piegata 3-2`: by whom the passage is about.
  if (s.opponent || !s.told || !s.subject || s.subject->unit == kNoIndex) return;
  Hole hole;
  hole.clause = s.hit.clause;
  hole.unit = s.score_unit;
  if (s.subject->entity != kNoIndex) hole.taken = {&s.subject->entity, 1};
  give(weighed_club(s, hole, *s.subject), s.subject);
}

// Whose match it is where no word beside the score says so: somebody whom `other` may play.
Index ToldScore::weighed_club(const Sides& s, const Hole& hole, const ToldTeam& other) const {
  return focus_.match_club(hole, s.played, [&](Index club) {
    return may_play(club, other) && !is_other_opponent(s, club);
  });
}

void ToldScore::find_subject(Sides& s) const {
  const auto give = [&](Index entity) {
    if (!is_open(s.subject, entity, s.opponent)) return;
    if (!may_play(entity, *s.opponent)) return;
    s.subject = of_entity(entity);
  };
  if (s.loose && !same(s.loose, s.opponent)) {
    s.subject = s.loose;
  }
  if (s.near) give(s.last.subject);
  if (!s.subject && s.of_ground && !same(s.ground, s.opponent)) {
    s.subject = s.ground;
  }
  // `a Venezia, dopo lo 0-4 casalingo col Cittadella`
  if (!s.subject && s.ground && !s.of_ground && !s.strange_ground && !same(s.ground, s.opponent) &&
      at_home(s.view) == std::optional<bool>(true)) {
    s.subject = s.ground;
  }
  give(focus_.topic(document_.clauses[s.hit.clause].sentence));
  give(focus_.partner(s.opponent->entity));
  Hole hole;
  hole.clause = s.hit.clause;
  hole.unit = s.score_unit;
  if (s.opponent->entity != kNoIndex) hole.taken = {&s.opponent->entity, 1};
  give(weighed_club(s, hole, *s.opponent));
}

}  // namespace panchina
