// The sides that the words around a score leave open: by whom the passage is about, whom it met
// last, whose ground it was.
#include <algorithm>

#include "document/phrase.h"
#include "document/readings.h"
#include "resolve/game/told_score.h"
#include "resolve/game/told_score_view.h"

namespace panchina {

namespace {

// Sentences before a score among which the two that it may be of are sought.
constexpr Index kPairReach = 12;

// Whether a side is still open to that club.
bool is_open(const std::optional<ToldTeam>& side, Index entity,
             const std::optional<ToldTeam>& other) {
  return !side && entity != kNoIndex && !(other && other->entity == entity);
}

}  // namespace

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
  const Called called = s.winner ? Called::kNobody : winner_called(s.view);
  const bool unnamed = called != Called::kNobody;
  if (called == Called::kGuest && !s.subject && !s.opponent && s.ground) {
    // `la gara di Como (2-1 per gli ospiti)`
    s.opponent = s.ground;
    s.tie = Link::kTo;
    s.outcome = Outcome::kWon;
  } else if (unnamed) {
    s.winner = unnamed_winner(s, called);
    if (!s.winner) return false;
  }
  if (s.winner) {
    s.defeat_told = s.told && s.outcome == Outcome::kLost;
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
  if (same(s.subject, s.opponent)) {
    // `la gara con il Como, vinta 2-1 dai lariani`: the outcome is whom the other met.
    if (s.theirs && s.outcome == Outcome::kWon)
      s.outcome = Outcome::kLost;
    else if (s.theirs && s.outcome == Outcome::kLost)
      s.outcome = Outcome::kWon;
    s.subject.reset();
  }
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
  if (!s.opponent && s.subject && s.second && s.of_ground && same(s.ground, s.second) && !s.cleft &&
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

// `Como-Lecco: sono nove i precedenti`: the two with whom the sentence begins, or one before it in
// the paragraph, or the heading right above that.
std::pair<Index, Index> ToldScore::paragraph_pair(Index sentence) const {
  const std::pair<Index, Index> none{kNoIndex, kNoIndex};
  const Index own = document_.sentences[sentence].block;
  if (document_.sentences[sentence].row) {  // a row has its own
    const auto pair = opening_pair(sentence);
    if (pair.first != kNoIndex) return pair;
  } else {
    const Index first = document_.blocks[own].sentences.begin;
    for (Index at = sentence + 1; at > first && sentence - at + 1 < kPairReach; --at) {
      const auto pair = opening_pair(at - 1);
      if (pair.first != kNoIndex) return pair;
    }
    const auto pair = opening_pair(first);
    if (pair.first != kNoIndex) return pair;
  }
  const Index heading = document_.blocks[own].heading;
  if (heading == kNoIndex || document_.blocks[heading].sentences.empty()) return none;
  return opening_pair(document_.blocks[heading].sentences.begin);
}

std::pair<Index, Index> ToldScore::opening_pair(Index sentence) const {
  const std::pair<Index, Index> none{kNoIndex, kNoIndex};
  const Index clause = main_clause_[sentence];
  if (clause == kNoIndex) return none;
  constexpr Index kPair = 3;  // units: club, dash, club
  IndexRange units = document_.clauses[clause].units;
  // `• Como-Lecco: sono nove i precedenti`
  if (units.size() > kPair &&
      (document_.units[units.begin].kinds & kind_bit(UnitKind::kPunct)) != 0) {
    ++units.begin;
  }
  // `Como 1-2 Lecco. Un solo precedente …`
  const bool parted = units.size() >= kPair && is_final_score(document_, units.begin + 1);
  if (units.size() < kPair || !(parted || is_mark(units.begin + 1, '-'))) return none;
  const Index one = entity_at(units.begin), two = entity_at(units.begin + 2);
  if (one == kNoIndex || two == kNoIndex || one == two) return none;
  const bool alone = units.size() == kPair;
  const Index next = units.begin + kPair;
  if (alone || is_stop(next, true) || is_mark(next, ',') || is_mark(next, '-')) return {one, two};
  return none;
}

std::pair<Index, Index> ToldScore::two_of(const Sides& s) const {
  const std::pair<Index, Index> own = paragraph_pair(document_.clauses[s.hit.clause].sentence);
  return own.first != kNoIndex ? own : focus_.two();
}

std::pair<Index, Index> ToldScore::fixture_of(const Sides& s) const {
  const std::pair<Index, Index> own = paragraph_pair(document_.clauses[s.hit.clause].sentence);
  return own.first != kNoIndex ? own : focus_.fixture();
}

// In the tale of a derby: of the two that it is about.
void ToldScore::take_two(Sides& s) const {
  const auto [one, two] = two_of(s);
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
  const auto [host, guest] = fixture_of(s);
  const bool turned = host == two && guest == one && !s.ground;
  const bool second =
      s.near ? s.last.subject == two : turned || (s.ground && s.ground->entity == two);
  s.subject = of_entity(second ? two : one);
  s.opponent = of_entity(second ? one : two);
}

// `all'andata, il 28 ottobre, era finita 0-0`: of the two told before it.
void ToldScore::take_leg(Sides& s) const {
  const Index one = s.last.subject, two = s.last.opponent;
  if (one == kNoIndex || two == kNoIndex) return;
  if (s.subject && s.subject->entity != one && s.subject->entity != two) {
    s.opponent = opponent_ahead(s);
    return;
  }
  if (s.second || s.loose || has_minute(s.view)) return;
  if (s.ground && !s.strange_ground && s.ground->entity != one && s.ground->entity != two) return;
  const bool turned = s.subject && s.subject->entity == two;
  if (!s.subject) s.subject = of_entity(one);
  s.opponent = of_entity(turned ? one : two);
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
  // `Como-Lecco: a parte l'ultima (4-0 nel 2016)`
  const bool dated_of_pair =
      s.bracket && has_date(s.view) && !s.told && paragraph_pair(sentence).first != kNoIndex;
  if (!s.opponent && s.bracket && (s.subject || dated_of_pair) && tells) take_two(s);
  if (s.opponent || (s.bracket && !s.near) || has_stranger(s.view)) return;
  if (!s.subject && s.loose && s.told) {
    s.subject = s.loose;
    if (s.inverted) s.loose.reset();
  }
  if (s.subject && has_cue(s.view)) give(focus_.partner(s.subject->entity), s.subject);
  const auto [one, two] = two_of(s);
  if (!s.opponent && !s.subject && s.told && one != kNoIndex && s.outcome == Outcome::kDrawn &&
      !has_minute(s.view)) {
    s.subject = of_entity(one);
    s.opponent = of_entity(two);
  }
  if (!s.opponent && tells && has_word(s.view, leg_)) take_leg(s);
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

// `Dopo lo 0-3 di Como, il Lecco cerca punti`: what opens a sentence is of the subject that stands
// behind the comma, before its verb. kNoIndex: there is none.
Index ToldScore::main_subject(const Sides& s) const {
  constexpr Index kReach = 14;  // units from the score to the verb
  const IndexRange units = document_.clauses[s.hit.clause].units;
  if (s.bracket) return kNoIndex;
  for (Index u = units.begin; u < s.score_unit; ++u) {
    const VerbGroup* verb = verb_of(document_, u);
    if (entity_at(u) != kNoIndex || is_stop(u, true)) return kNoIndex;
    if (verb != nullptr && verb->form == Form::kFinite && !verb->unsure) return kNoIndex;
  }
  for (Index u = s.score_unit + 1; u + 1 < std::min(units.end, s.score_unit + kReach); ++u) {
    const VerbGroup* verb = verb_of(document_, u + 1);
    if (is_stop(u, true) || lexicon_.in_list(document_.units[u].word, relative_)) break;
    if (verb == nullptr || verb->form != Form::kFinite) continue;
    if (verb->unsure && entity_at(u) == kNoIndex) continue;
    if (entity_at(u) == kNoIndex || verb->person == 1) break;
    Index before = u;
    while (before > s.score_unit && document_.units[before - 1].transparent) --before;
    return is_mark(before - 1, ',') ? entity_at(u) : kNoIndex;
  }
  return kNoIndex;
}

Index ToldScore::club_served(const Sides& s) const {
  constexpr Index kReach = 32;    // units before the score
  constexpr Index kRelative = 4;  // from the club to what leads on from it: `, con la quale`
  const Index sentence = document_.clauses[s.hit.clause].sentence;
  const IndexRange units = document_.clauses[main_clause_[sentence]].units;
  const Index bracket = document_.clauses[s.hit.clause].parent;
  const Index to = std::min(bracket == kNoIndex ? s.score_unit : bracket, units.end);
  const Index from = std::max(units.begin, to > kReach ? to - kReach : 0);
  const auto is_in = [&](Index unit, Index list) {
    return lexicon_.in_list(document_.units[unit].word, list);
  };
  bool serves = false, behind = false;
  for (Index u = from; u < to; ++u) {
    const VerbGroup* verb = verb_of(document_, u);
    serves = serves || (verb != nullptr && lexicon_.in_list(verb->lemma, serves_));
  }
  for (Index u = to; u > from; --u) {
    const Index at = u - 1;
    if (is_stop(at, false) || is_final_score(document_, at)) break;
    const VerbGroup* verb = verb_of(document_, at);
    behind =
        behind || (verb != nullptr && verb->form == Form::kFinite &&
                   (lexicon_.in_list(verb->lemma, wins_) || lexicon_.in_list(verb->lemma, loses_)));
    const Index entity = entity_at(at);
    if (entity == kNoIndex || entity == s.opponent->entity) continue;
    if (!serves && !behind) break;
    const Index before = unit_before(document_, at, from);
    bool with = before != kNoIndex && is_in(before, with_);
    for (Index next = at + 1; !with && next + 1 < std::min(to, at + kRelative); ++next)
      with = is_in(next, with_) && (is_in(next + 1, lead_) || is_in(next + 2, lead_));
    return with && !is_other_opponent(s, entity) ? entity : kNoIndex;
  }
  return kNoIndex;
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
  if (const Index club = main_subject(s); club != kNoIndex && !s.subject) give(club);
  if (const Index club = club_served(s); club != kNoIndex && !s.subject) give(club);
  if (s.near) give(s.last.subject);
  if (!s.subject && s.of_ground && !same(s.ground, s.opponent)) {
    s.subject = s.ground;
  }
  // `a Venezia, dopo lo 0-4 casalingo col Cittadella`
  if (!s.subject && s.ground && !s.of_ground && !s.strange_ground && !same(s.ground, s.opponent) &&
      at_home(s.view, s.subject ? s.subject->unit : kNoIndex) == std::optional<bool>(true)) {
    s.subject = s.ground;
  }
  give(focus_.topic(document_.clauses[s.hit.clause].sentence));
  give(focus_.partner(s.opponent->entity));
  give(focus_.owner());
  Hole hole;
  hole.clause = s.hit.clause;
  hole.unit = s.score_unit;
  if (s.opponent->entity != kNoIndex) hole.taken = {&s.opponent->entity, 1};
  give(weighed_club(s, hole, *s.opponent));
}

}  // namespace panchina
