#include "resolve/game/other_scores.h"

#include <algorithm>

#include "document/readings.h"
#include "resolve/fact/args.h"
#include "resolve/fact/hit_place.h"

namespace panchina {

using arg::Match;

namespace {

// Sentences from a match to a score that is of it; from two clubs that a sentence only names.
constexpr Index kReach = 6;
constexpr Index kNamedReach = 2;

// The score that a hit binds, as a unit; kNoIndex: none.
Index score_of(const Document& document, const Hit& hit) {
  for (const Binding& binding : bindings_of(document, hit)) {
    if (reading_of(document, binding.unit, UnitKind::kScore) != nullptr) return binding.unit;
  }
  return kNoIndex;
}

// Whether one side may have had so many goals when the match ended so, the sides as they are or
// turned round.
bool fits(int first, int second, std::int64_t home, std::int64_t away) {
  return first <= home && second <= away;
}

}  // namespace

OtherScores::OtherScores(const Document& document, const EntityView& entities, const Focus& focus)
    : document_(document), entities_(entities), focus_(focus), offers_(document.scratch()) {}

void OtherScores::offer(const Hit& hit, const EmitSpec& emit) {
  offers_.push_back({&hit, &emit, focus_.fixture(), focus_.protagonist()});
}

// In text order.
void OtherScores::find_pairings(const std::vector<Statement>& statements) {
  for (Index s = 0; s < document_.sentences.size(); ++s) {
    const std::vector<Index> named = clubs_of(s);
    if (named.size() != 2) continue;
    pairings_.push_back({.token = document_.sentences[s].tokens.begin,
                         .sentence = s,
                         .sides = {entities_.clubs[named[0]], entities_.clubs[named[1]]},
                         .named = true});
  }
  for (const Statement& one : statements) {
    if (one.type != EventType::kMatch || one.factuality != Factuality::kAsserted) continue;
    const std::string* home = text_of(one.args[Match::kHome]);
    const std::string* away = text_of(one.args[Match::kAway]);
    if (home == nullptr || away == nullptr) continue;
    const auto& sentence = document_.sentences[one.evidence.sentence];
    Index token = sentence.tokens.begin;
    while (token + 1 < sentence.tokens.end &&
           document_.tokens[token].span.begin < one.evidence.span.begin) {
      ++token;
    }
    pairings_.push_back(
        {.token = token, .sentence = one.evidence.sentence, .sides = {*home, *away}, .told = &one});
  }
  for (const Clause& clause : document_.clauses) {
    for (Index u = clause.units.begin; u + 2 < clause.units.end; ++u) {
      const Index home = entities_.club_of_unit[u], away = entities_.club_of_unit[u + 2];
      if (home == kNoIndex || away == kNoIndex || home == away) continue;
      if (document_.tokens[document_.units[u + 1].tokens.begin].mark != '-') continue;
      pairings_.push_back({.token = document_.units[u].tokens.begin,
                           .sentence = clause.sentence,
                           .sides = {entities_.clubs[home], entities_.clubs[away]}});
    }
  }
  std::ranges::stable_sort(pairings_, {}, &Pairing::token);
}

// Whether a statement says that a match ended so.
bool OtherScores::is_result(Index unit, const std::vector<Statement>& statements) const {
  const IndexRange tokens = document_.units[unit].tokens;
  const std::uint32_t begin = document_.tokens[tokens.begin].span.begin;
  const std::uint32_t end = document_.tokens[tokens.end - 1].span.end;
  return std::ranges::any_of(statements, [&](const Statement& one) {
    return one.type == EventType::kMatch && !is_null(one.args[Match::kHome]) &&
           !is_null(one.args[Match::kAway]) &&
           std::ranges::any_of(one.evidence.slots, [&](const EvidenceSlot& slot) {
             return slot.arg == Match::kHomeGoals && slot.span.begin >= begin &&
                    slot.span.end <= end;
           });
  });
}

// The clubs that a sentence names, each once.
std::vector<Index> OtherScores::clubs_of(Index sentence) const {
  std::vector<Index> out;
  auto clause = std::ranges::lower_bound(document_.clauses, sentence, {}, &Clause::sentence);
  for (; clause != document_.clauses.end() && clause->sentence == sentence; ++clause) {
    for (Index u = clause->units.begin; u < clause->units.end; ++u) {
      const Index club = entities_.club_of_unit[u];
      if (club != kNoIndex && std::ranges::find(out, club) == out.end()) out.push_back(club);
    }
  }
  return out;
}

// The last one before a token, within its sentence if there is one, else the next in its block.
const OtherScores::Pairing* OtherScores::nearest(Index token, Index sentence) const {
  const auto behind = std::ranges::upper_bound(pairings_, token, {}, &Pairing::token);
  const auto section = [&](Index of) {
    return document_.blocks[document_.sentences[of].block].section;
  };
  if (behind != pairings_.begin()) {
    const Pairing& before = *(behind - 1);
    const Index reach = before.named ? kNamedReach : kReach;
    if (section(before.sentence) == section(sentence) && before.sentence + reach >= sentence)
      return &before;
  }
  if (behind != pairings_.end() &&
      document_.sentences[behind->sentence].block == document_.sentences[sentence].block) {
    return &*behind;
  }
  return nullptr;
}

// The first match of its section that whom the section is about plays: what a report tells of.
const OtherScores::Pairing* OtherScores::main_match(const Offer& score, Index sentence) const {
  if (score.protagonist == kNoIndex) return nullptr;
  const std::string& club = entities_.clubs[score.protagonist];
  const Index section = document_.blocks[document_.sentences[sentence].block].section;
  const auto found = std::ranges::find_if(pairings_, [&](const Pairing& one) {
    return document_.blocks[document_.sentences[one.sentence].block].section == section &&
           (one.sides.first == club || one.sides.second == club);
  });
  return found == pairings_.end() ? nullptr : &*found;
}

// Empty sides: nobody's.
OtherScores::Whose OtherScores::whose(const Offer& score) const {
  const Index sentence = sentence_of(document_, *score.hit);
  const Index token = token_of(document_, *score.hit);
  const std::vector<Index> named = clubs_of(sentence);
  const Pairing* pairing = nearest(token, sentence);
  if (pairing != nullptr && pairing->sentence == sentence && !pairing->named)
    return {pairing->sides};
  if (named.size() == 2) return {{entities_.clubs[named[0]], entities_.clubs[named[1]]}, true};
  const auto fixture = [&]() -> Sides {
    if (score.fixture.first == kNoIndex || score.fixture.second == kNoIndex) return {};
    return {entities_.clubs[score.fixture.first], entities_.clubs[score.fixture.second]};
  };
  if (named.empty()) {
    if (Sides sides = fixture(); !sides.first.empty()) return {std::move(sides)};
    const Pairing* main = main_match(score, sentence);
    if (main != nullptr) return {main->sides, main->named};
  }
  const auto plays = [&](const Sides& sides) {
    return named.empty() || std::ranges::all_of(named, [&](Index club) {
             return entities_.clubs[club] == sides.first || entities_.clubs[club] == sides.second;
           });
  };
  if (pairing != nullptr && plays(pairing->sides)) return {pairing->sides, pairing->named};
  if (const Sides sides = fixture(); !sides.first.empty() && plays(sides)) return {sides};
  if (named.size() == 1 && score.protagonist != kNoIndex && score.protagonist != named[0])
    return {{entities_.clubs[score.protagonist], entities_.clubs[named[0]]}, true};
  return {};
}

// The match of the two that is told nearest before a sentence's end; whoever was at home, where
// the words leave that open.
const Statement* OtherScores::told_of(const Whose& whose, Index sentence) const {
  const Sides turned(whose.sides.second, whose.sides.first);
  const Statement* out = nullptr;
  for (const Pairing& one : pairings_) {
    const bool same = one.sides == whose.sides || (whose.open && one.sides == turned);
    if (one.told == nullptr || !same) continue;
    if (out == nullptr || one.sentence <= sentence) out = one.told;
  }
  return out;
}

std::vector<OtherScore> OtherScores::decide(const std::vector<Statement>& statements) {
  std::vector<OtherScore> out;
  if (offers_.empty()) return out;
  find_pairings(statements);
  for (const Offer& offer : offers_) {
    const Index unit = score_of(document_, *offer.hit);
    if (unit == kNoIndex || is_result(unit, statements)) continue;
    const Whose whose = this->whose(offer);
    if (whose.sides.first.empty()) continue;
    OtherScore other{offer.hit, offer.emit, whose.sides.first, whose.sides.second};
    if (const Statement* told = told_of(whose, sentence_of(document_, *offer.hit))) {
      other.home = value_text(told->args[Match::kHome]);
      other.away = value_text(told->args[Match::kAway]);
      const Score& score = document_.scores[reading_of(document_, unit, UnitKind::kScore)->value];
      const std::int64_t* home = number_of(told->args[Match::kHomeGoals]);
      const std::int64_t* away = number_of(told->args[Match::kAwayGoals]);
      if (home == nullptr || away == nullptr) continue;
      if (score.first == *home && score.second == *away) continue;  // said once more
      other.turned = !fits(score.first, score.second, *home, *away) &&
                     fits(score.second, score.first, *home, *away);
    }
    out.push_back(std::move(other));
  }
  return out;
}

}  // namespace panchina
