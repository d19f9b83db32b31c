// Which club a unit names beside a told score, and whose ground a place is.
#include <algorithm>

#include "document/readings.h"
#include "resolve/game/told_score.h"
#include "resolve/game/told_score_view.h"
#include "text/fold.h"

namespace panchina {

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
  for (const Reading& reading : readings_of(document_, one)) {
    if (reading.kind != UnitKind::kClub) continue;
    if (reading.how == How::kEpithet || reading.how == How::kDescriptor) continue;
    if (reading.value >= lexicon_.clubs().size()) continue;
    team.id = lexicon_.clubs()[reading.value].id;
    return team;
  }
  if (const Index club = lexicon_.club_of_town(town); club != kNoIndex) {
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
  if (has_club(folded(name))) return std::nullopt;
  ToldTeam team;
  team.span = one.span;
  team.id = "?" + slug(name);
  if (const auto known = unknown_of_town_.find(slug(name)); known != unknown_of_town_.end()) {
    team.id = entities_.clubs[known->second];
    team.entity = known->second;
  }
  return team;
}

// Of several the one that has played highest; none: it is not plain which, or there is none.
bool ToldScore::has_club(std::string_view city) const {
  return std::ranges::any_of(lexicon_.clubs_of_town(city),
                             [&](Index club) { return !lexicon_.clubs()[club].nation; });
}

// The club whose stadium it is: one of the article, else its only one.
std::optional<ToldTeam> ToldScore::of_stadium(Index unit) const {
  const Unit& one = document_.units[unit];
  ToldTeam only;
  for (const Reading& reading : readings_of(document_, one)) {
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
    if (clubs.size() == 1 && only.id.empty()) only.id = lexicon_.clubs()[clubs[0]].id;
  }
  if (only.id.empty()) return std::nullopt;
  return only;
}

// Whose ground a unit tells: `a Cesena`, `in casa del Livorno`, `al Barbetti`.
std::optional<ToldTeam> ToldScore::ground_at(const View& view, Index at) const {
  const Index unit = view.units[at];
  const bool named = entity_at(unit) != kNoIndex;
  constexpr std::uint32_t kGrounds =
      kind_bit(UnitKind::kPlace) | kind_bit(UnitKind::kClub) | kind_bit(UnitKind::kStadium);
  if (!named && (document_.units[unit].kinds & kGrounds) == 0) return std::nullopt;  // most
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
    // `il 3-3 rocambolesco di Fano`
    const bool of_score = at == view.score + 2 || (at == view.score + 3 && is_plain(view, at - 2));
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

std::optional<ToldTeam> ToldScore::scene_before(const Sides& s) const {
  constexpr Index kShort = 7;  // units
  const Index sentence = document_.clauses[s.hit.clause].sentence;
  if (sentence == 0 || main_clause_[sentence - 1] == kNoIndex) return std::nullopt;
  if (document_.sentences[sentence - 1].block != document_.sentences[sentence].block)
    return std::nullopt;
  const IndexRange units = document_.clauses[main_clause_[sentence - 1]].units;
  if (units.size() > kShort) return std::nullopt;
  for (Index u = units.begin; u + 1 < units.end; ++u) {
    if (!lexicon_.in_list(document_.units[u].word, at_)) continue;
    if (std::optional<ToldTeam> team = of_town(u + 1)) return team;
  }
  return std::nullopt;
}

// A word that names nothing and governs nothing: an adjective.
bool ToldScore::is_plain(const View& view, Index at) const {
  const Unit& one = document_.units[view.units[at]];
  const Index first = one.tokens.begin;
  if (first > 0 && lexicon_.in_list(document_.tokens[first - 1].word, article_)) return false;
  return one.readings.empty() && (one.kinds & kind_bit(UnitKind::kPunct)) == 0 &&
         lexicon_.preposition(one.word) == kNoIndex;
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

}  // namespace panchina
