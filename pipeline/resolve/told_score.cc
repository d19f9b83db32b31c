#include "resolve/told_score.h"

#include <algorithm>

#include "text/fold.h"

namespace panchina {

namespace {

constexpr Index kLeft = 24;   // units before a score that are looked at
constexpr Index kRight = 10;  // and behind it
constexpr Index kTie = 4;     // units between a club and the word that ties it
constexpr Index kSentence = 64;
constexpr Index kJoin = 2;  // units between scores of one list: `1-1 e 0-0 con il Cesena`

}  // namespace

// The units around a score, those that rules see past left out; of a score in a bracket also those
// before and behind the bracket.
struct ToldScore::View {
  std::vector<Index> units;
  Index score = 0;  // position of the score
  Index begin = 0;  // of the stretch that belongs to it
  Index end = 0;
  Index own = 0;                // behind the score before, also of one list
  Index last_score = kNoIndex;  // position of the one before, in the same stretch
};

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
      article_(lexicon.find_list("match_article")),
      oblique_(lexicon.find_list("oblique_relative")),
      shoot_out_(lexicon.find_list("shoot_out")),
      bare_from_(lexicon.find_list("bare_from")),
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

bool ToldScore::is_final_score(Index unit) const {
  const Unit& one = document_.units[unit];
  for (Index r = one.readings.begin; r < one.readings.end; ++r) {
    const Reading& reading = document_.readings[r];
    if (reading.kind != UnitKind::kScore) continue;
    const Score& score = document_.scores[reading.value];
    return !score.half_time && !score.penalties;
  }
  return false;
}

bool ToldScore::is_stop(Index unit, bool colon) const {
  const Unit& one = document_.units[unit];
  if (one.kinds & kind_bit(UnitKind::kBreak)) return true;
  if ((one.kinds & kind_bit(UnitKind::kPunct)) == 0) return false;
  const char mark = document_.tokens[one.tokens.begin].mark;
  return mark == ';' || mark == '.' || mark == '!' || mark == '?' || (colon && mark == ':');
}

bool ToldScore::is_mark(Index unit, char mark) const {
  const Unit& one = document_.units[unit];
  return (one.kinds & kind_bit(UnitKind::kPunct)) != 0 &&
         document_.tokens[one.tokens.begin].mark == mark;
}

const VerbGroup* ToldScore::verb_at(Index unit) const {
  const Unit& one = document_.units[unit];
  for (Index r = one.readings.begin; r < one.readings.end; ++r) {
    const Reading& reading = document_.readings[r];
    if (reading.kind == UnitKind::kVerb) return &document_.verbs[reading.value];
  }
  return nullptr;
}

ToldScore::View ToldScore::view_of(const Hit& hit, Index score_unit) const {
  View view;
  const Clause& clause = document_.clauses[hit.clause];
  const auto add = [&](Index unit) {
    if (!document_.units[unit].transparent) view.units.push_back(unit);
  };
  IndexRange outer;
  Index bracket = kNoIndex;
  if (clause.parent != kNoIndex) {
    bracket = clause.parent;
    const Index main = main_clause_[clause.sentence];
    if (main != kNoIndex && document_.clauses[main].units.contains(bracket))
      outer = document_.clauses[main].units;
    else
      outer = {bracket, bracket};
    for (Index u = bracket > outer.begin + kLeft ? bracket - kLeft : outer.begin; u < bracket; ++u)
      add(u);
  }
  const Index from = std::max(clause.units.begin, score_unit > kLeft ? score_unit - kLeft : 0);
  for (Index u = from; u < std::min(clause.units.end, score_unit + kRight + 1); ++u) {
    if (u == score_unit) view.score = static_cast<Index>(view.units.size());
    add(u);
  }
  if (bracket != kNoIndex) {
    for (Index u = bracket + 1; u < std::min(outer.end, bracket + kRight); ++u) add(u);
  }
  // Back to a full stop, and to the score before unless both are of one list.
  view.begin = view.score;
  while (view.begin > 0) {
    const Index unit = view.units[view.begin - 1];
    if (is_stop(unit, false)) break;
    if (is_final_score(unit) && unit != score_unit) {
      if (view.score - view.begin > kJoin) {
        view.last_score = view.begin - 1;
        break;
      }
    }
    --view.begin;
  }
  view.own = view.score;
  while (view.own > view.begin && !is_final_score(view.units[view.own - 1])) --view.own;
  // What stands right behind the score before is of that one: `2-1 al Melani, vinta 2-1`.
  if (view.last_score != kNoIndex) {
    for (Index at = view.begin; at < view.score; ++at) {
      const Unit& one = document_.units[view.units[at]];
      if (!lexicon_.in_list(one.word, joint_) && (one.kinds & kind_bit(UnitKind::kPunct)) == 0)
        continue;
      view.begin = at + 1;
      break;
    }
    view.own = view.begin;
  } else if (view.own > view.begin) {
    for (Index at = view.own; at < view.score; ++at) {
      const Unit& one = document_.units[view.units[at]];
      if (!lexicon_.in_list(one.word, joint_) && (one.kinds & kind_bit(UnitKind::kPunct)) == 0)
        continue;
      view.own = at + 1;
      break;
    }
  }
  view.end = view.score + 1;
  while (view.end < view.units.size()) {
    const Index unit = view.units[view.end];
    if (is_stop(unit, true)) break;
    if (is_final_score(unit) && view.end - view.score > kJoin + 1) break;
    const VerbGroup* verb = verb_at(unit);
    if (verb != nullptr && verb->form == Form::kFinite && !verb->unsure) break;
    // `1-1 in casa del Lecce, e il 12 ottobre la cinquina al Taranto`: the next one begins.
    if (view.end > view.score + 1 && lexicon_.in_list(document_.units[unit].word, joint_) &&
        is_mark(view.units[view.end - 1], ',')) {
      break;
    }
    ++view.end;
  }
  return view;
}

ToldTeam ToldScore::of_entity(Index entity) const {
  ToldTeam team;
  if (entity == kNoIndex) return team;
  team.id = entities_.clubs[entity];
  team.entity = entity;
  return team;
}

std::optional<ToldTeam> ToldScore::club_at(Index unit) const {
  const Index entity = entities_.club_of_unit[unit];
  if (entity == kNoIndex) return std::nullopt;
  ToldTeam team = of_entity(entity);
  team.span = document_.units[unit].span;
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
  return std::nullopt;
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

// How a club, or a town, is tied to what stands before it.
ToldScore::Link ToldScore::link_of(const View& view, Index at) const {
  bool of = false;
  for (Index n = 1; n <= kTie && at >= view.begin + n; ++n) {
    const Index unit = view.units[at - n];
    const Unit& one = document_.units[unit];
    if (at - n == view.score) return of ? Link::kOf : Link::kFree;
    if (one.kinds & (kind_bit(UnitKind::kPunct) | kind_bit(UnitKind::kBreak))) break;
    if (const VerbGroup* verb = verb_at(unit); verb != nullptr && !verb->unsure) {
      if (of) return Link::kOf;
      const bool patient = verb->voice == Voice::kActive || verb->form == Form::kParticiple;
      return patient ? Link::kObject : Link::kFree;
    }
    const Index word = one.word;
    // `il 3-4 con cui l'Empoli`: its subject.
    if (lexicon_.in_list(word, oblique_)) return Link::kFree;
    if (lexicon_.in_list(word, with_)) return Link::kWith;
    if (lexicon_.in_list(word, from_)) return Link::kFrom;
    if (of && lexicon_.in_list(word, by_)) return Link::kFrom;
    if (of && lexicon_.in_list(word, over_)) return Link::kTo;
    if (of && n == 2 && (outcome_at(unit) != Outcome::kOpen || lexicon_.in_list(word, occasion_))) {
      return Link::kOf;
    }
    if (lexicon_.in_list(word, bare_from_)) {
      const bool town = (document_.units[view.units[at]].kinds & kind_bit(UnitKind::kPlace)) != 0;
      return town && n == 1 ? Link::kAt : Link::kFrom;
    }
    if (lexicon_.in_list(word, ground_)) return of ? Link::kGround : Link::kFree;
    if (lexicon_.in_list(word, to_)) return Link::kTo;
    if (lexicon_.in_list(word, on_)) return Link::kOn;
    if (lexicon_.in_list(word, for_)) return Link::kFor;
    if (lexicon_.in_list(word, at_)) return Link::kAt;
    if (lexicon_.in_list(word, between_)) return Link::kBetween;
    if (lexicon_.in_list(word, relative_)) break;
    if (lexicon_.in_list(word, of_)) {
      of = of || n == 1;
      continue;
    }
    if (entities_.club_of_unit[unit] != kNoIndex || entities_.person_of_unit[unit] != kNoIndex)
      break;
    if (lexicon_.preposition(word) != kNoIndex) return Link::kNone;
  }
  return of ? Link::kOf : Link::kFree;
}

ToldScore::Outcome ToldScore::outcome_at(Index unit) const {
  if (const VerbGroup* verb = verb_at(unit)) {
    if (lexicon_.in_list(verb->lemma, beats_))
      return verb->voice == Voice::kPassive ? Outcome::kLost : Outcome::kWon;
    if (lexicon_.in_list(verb->lemma, wins_)) return Outcome::kWon;
    if (lexicon_.in_list(verb->lemma, loses_)) return Outcome::kLost;
    if (lexicon_.in_list(verb->lemma, draws_)) return Outcome::kDrawn;
  }
  const Index word = document_.units[unit].word;
  if (lexicon_.in_list(word, won_)) return Outcome::kWon;
  if (lexicon_.in_list(word, lost_)) return Outcome::kLost;
  if (lexicon_.in_list(word, drawn_)) return Outcome::kDrawn;
  return Outcome::kOpen;
}

// Right behind the score (`rimediato`, `subito`), else the nearest word before it, else behind it.
ToldScore::Outcome ToldScore::outcome_of(const View& view) const {
  constexpr Index kBeside = 3;
  for (Index at = view.score; at > view.begin && at + kBeside > view.score; --at) {
    if (lexicon_.in_list(document_.units[view.units[at - 1]].word, lost_)) return Outcome::kLost;
  }
  for (Index at = view.score + 1; at < std::min(view.score + kBeside, view.end); ++at) {
    if (lexicon_.in_list(document_.units[view.units[at]].word, suffered_)) return Outcome::kLost;
    const Outcome outcome = outcome_at(view.units[at]);
    if (outcome != Outcome::kOpen) return outcome;
  }
  for (Index at = view.score; at > view.begin; --at) {
    const Outcome outcome = outcome_at(view.units[at - 1]);
    if (outcome != Outcome::kOpen) return outcome;
  }
  for (Index at = view.score + kBeside; at < view.end; ++at) {
    const Outcome outcome = outcome_at(view.units[at]);
    if (outcome != Outcome::kOpen) return outcome;
  }
  return Outcome::kOpen;
}

// Whose ground a unit tells: `a Cesena`, `in casa del Livorno`, `al Barbetti`.
std::optional<ToldTeam> ToldScore::ground_at(const View& view, Index at) const {
  const Index unit = view.units[at];
  const bool named = entities_.club_of_unit[unit] != kNoIndex;
  if (auto home = of_stadium(unit); home && !named) return home;
  const Link link = link_of(view, at);
  if (link == Link::kGround || (link == Link::kAt && named)) return club_at(unit);
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
  return of_town(unit);
}

// Words that tell of a match where no outcome is told: its leg, a stadium, whose ground.
bool ToldScore::has_cue(const View& view) const {
  for (Index at = view.begin; at < view.end; ++at) {
    const Unit& one = document_.units[view.units[at]];
    if (lexicon_.in_list(one.word, cue_) || lexicon_.in_list(one.word, at_home_) ||
        lexicon_.in_list(one.word, on_the_road_) || (one.kinds & kind_bit(UnitKind::kStadium)) != 0)
      return true;
  }
  return false;
}

// `il Borgo, che ha vinto`: the subject of what follows.
bool ToldScore::is_antecedent(const View& view, Index at) const {
  for (Index n = 1; n <= 2 && at + n < view.score; ++n) {
    const Unit& next = document_.units[view.units[at + n]];
    if (lexicon_.in_list(next.word, relative_)) return true;
    if ((next.kinds & kind_bit(UnitKind::kPunct)) == 0) return false;
  }
  return false;
}

// Whether a sentence tells of a sacking and the like, or of joy.
ToldScore::Outcome ToldScore::mood(Index sentence) const {
  const IndexRange units = document_.clauses[main_clause_[sentence]].units;
  for (Index unit = units.begin; unit < std::min(units.end, units.begin + kSentence); ++unit) {
    const VerbGroup* verb = verb_at(unit);
    const Index word = verb != nullptr ? verb->lemma : document_.units[unit].word;
    if (lexicon_.in_list(word, bad_)) return Outcome::kLost;
    if (lexicon_.in_list(word, good_)) return Outcome::kWon;
  }
  return Outcome::kOpen;
}

bool ToldScore::has_verb(const View& view, Index list) const {
  for (Index at = view.begin; at < view.end; ++at) {
    const VerbGroup* verb = verb_at(view.units[at]);
    if (verb != nullptr && lexicon_.in_list(verb->lemma, list)) return true;
  }
  return false;
}

bool ToldScore::has_word(const View& view, Index list) const {
  for (Index at = view.begin; at < view.end; ++at) {
    if (lexicon_.in_list(document_.units[view.units[at]].word, list)) return true;
  }
  return false;
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
                       const LastTold& last, ToldMatch& match) const {
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

std::optional<ToldTeam> ToldScore::joined_before(const View& view, Index at) const {
  if (at < view.begin + 2) return std::nullopt;
  if (!lexicon_.in_list(document_.units[view.units[at - 1]].word, and_)) return std::nullopt;
  return club_at(view.units[at - 2]);
}

bool ToldScore::has_stranger(const View& view) const {
  for (Index at = view.own; at + 1 < view.score; ++at) {
    const Index word = document_.units[view.units[at]].word;
    if (!lexicon_.in_list(word, to_) && !lexicon_.in_list(word, with_) &&
        !lexicon_.in_list(word, from_) && !lexicon_.in_list(word, on_)) {
      continue;
    }
    const Index next = view.units[at + 1];
    const Unit& one = document_.units[next];
    const Token& first = document_.tokens[one.tokens.begin];
    if (entities_.club_of_unit[next] == kNoIndex && first.letters == LetterCase::kTitle &&
        (one.kinds & (kind_bit(UnitKind::kStadium) | kind_bit(UnitKind::kDate))) == 0) {
      return true;
    }
  }
  return false;
}

bool ToldScore::has_unnamed_winner(const View& view) const {
  constexpr Index kBeside = 2;
  constexpr Index kNear = 3;
  for (Index at = view.score + 1; at < std::min(view.score + 1 + kBeside, view.end); ++at) {
    if (!lexicon_.in_list(document_.units[view.units[at]].word, for_)) continue;
    for (Index next = at + 1; next < std::min(at + kNear, view.end); ++next) {
      const Unit& one = document_.units[view.units[next]];
      if (entities_.club_of_unit[view.units[next]] != kNoIndex) return false;
      const bool article = one.tokens.begin > 0 &&
                           lexicon_.in_list(document_.tokens[one.tokens.begin - 1].word, article_);
      if ((one.kinds & kind_bit(UnitKind::kClub)) != 0 || lexicon_.in_list(one.word, host_) ||
          (article && one.readings.empty())) {
        return true;
      }
    }
  }
  return false;
}

// `se finiva 0-6`; but not `se lo prende il Brescia: 1-0 al Trento`.
bool ToldScore::is_condition(const View& view) const {
  for (Index at = view.begin; at < view.score; ++at) {
    if (!lexicon_.in_list(document_.units[view.units[at]].word, condition_)) continue;
    if (!lexicon_.in_list(document_.units[view.units[at] + 1].word, clitic_)) return true;
  }
  return false;
}

Index ToldScore::paired(const View& view) const {
  for (Index at = view.own; at + 3 < view.score; ++at) {
    if (!is_mark(view.units[at + 1], '-')) continue;
    if (club_at(view.units[at]) && club_at(view.units[at + 2])) return at;
  }
  return kNoIndex;
}

std::optional<ToldTeam> ToldScore::joined_to(const View& view, Index at) const {
  if (at + 2 >= view.units.size()) return std::nullopt;
  if (!lexicon_.in_list(document_.units[view.units[at + 1]].word, and_)) return std::nullopt;
  return club_at(view.units[at + 2]);
}

std::optional<ToldMatch> ToldScore::read(const Hit& hit, Index score_unit,
                                         const std::vector<bool>& played,
                                         const LastTold& last) const {
  const Unit& one = document_.units[score_unit];
  const Index sentence_index = document_.clauses[hit.clause].sentence;
  if (document_.sentences[sentence_index].row || !is_final_score(score_unit)) return std::nullopt;
  const Score* score = nullptr;
  for (Index r = one.readings.begin; r < one.readings.end; ++r) {
    if (document_.readings[r].kind == UnitKind::kScore)
      score = &document_.scores[document_.readings[r].value];
  }
  const View view = view_of(hit, score_unit);
  Outcome outcome = outcome_of(view);
  const bool told = outcome != Outcome::kOpen;
  if (!told && last.near && (last.won || last.lost))
    outcome = last.won ? Outcome::kWon : Outcome::kLost;
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
      std::optional<ToldTeam> second = club_at(unit);
      std::optional<ToldTeam> first = joined_before(view, at);
      if (second && first) {
        subject = std::move(first);
        oppose(second, Link::kWith);
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
      std::optional<ToldTeam> second = joined_to(view, at);
      if (second && (link == Link::kBetween || outcome == Outcome::kDrawn) && !opponent) {
        subject = std::move(team);
        oppose(second, Link::kWith);
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
        while (verb > view.begin && verb_at(view.units[verb - 1]) == nullptr) --verb;
        const VerbGroup* group = verb > view.begin ? verb_at(view.units[verb - 1]) : nullptr;
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
        if (!behind && !subject && !played[unit] && !(last.near && team->entity == last.opponent))
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
  if (!subject && !opponent && last.near && ground && ground->entity == last.subject &&
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
    const Index who = subject                                 ? subject->entity
                      : last.near && last.subject != kNoIndex ? last.subject
                                                              : hero;
    if (who != kNoIndex) {
      if (last.near || who == last.subject) given(last.opponent, opponent, of_entity(who));
      if (who == hero)
        given(focus_.last_other(sentence_index, one.tokens.begin, who), opponent, of_entity(who));
      if (opponent && !subject) subject = of_entity(who);
    }
  }
  if (!opponent) return std::nullopt;
  if (loose && !same(loose, opponent) && !subject) subject = loose;
  if (last.near) given(last.subject, subject, opponent);
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
