#include "resolve/game/other_scores.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>

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
    : document_(document),
      entities_(entities),
      focus_(focus),
      offers_(document.scratch()),
      named_(document.scratch()),
      goals_(document.scratch()),
      told_(document.scratch()),
      first_of_(document.scratch()) {}

void OtherScores::offer(const Hit& hit, const EmitSpec& emit) {
  offers_.push_back({&hit, &emit, focus_.fixture(), focus_.protagonist()});
}

void OtherScores::find_named() {
  named_.resize(document_.sentences.size());
  for (const Clause& clause : document_.clauses) {
    Named& named = named_[clause.sentence];
    for (Index u = clause.units.begin; u < clause.units.end; ++u) {
      const Index club = entities_.club_of_unit[u];
      if (club == kNoIndex || named.count == named.clubs.size()) continue;
      const auto known = named.clubs.begin() + named.count;
      if (std::find(named.clubs.begin(), known, club) == known) named.clubs[named.count++] = club;
    }
  }
}

void OtherScores::find_pairings(const std::vector<Statement>& statements) {
  for (Index s = 0; s < document_.sentences.size(); ++s) {
    const auto& [clubs, count] = named_[s];
    if (count != 2) continue;
    pairings_.push_back({.token = document_.sentences[s].tokens.begin,
                         .sentence = s,
                         .sides = {clubs[0], clubs[1]},
                         .named = true});
  }
  // By id; behind the entities those that only a statement holds: the club of a town.
  std::unordered_map<std::string_view, Index> side_of;
  for (Index club = 0; club < entities_.clubs.size(); ++club)
    side_of.emplace(entities_.clubs[club], club);
  const auto side = [&](const ArgValue& value) {
    const std::string* id = text_of(value);
    if (id == nullptr) return kNoIndex;
    return side_of.emplace(*id, static_cast<Index>(entities_.clubs.size() + side_of.size()))
        .first->second;
  };
  for (const Statement& one : statements) {
    if (one.type != EventType::kMatch || one.factuality != Factuality::kAsserted) continue;
    const Index home = side(one.args[Match::kHome]), away = side(one.args[Match::kAway]);
    if (home == kNoIndex || away == kNoIndex) continue;
    const IndexRange tokens = document_.sentences[one.evidence.sentence].tokens;
    const auto first = document_.tokens.begin();
    const auto token = std::ranges::lower_bound(first + tokens.begin, first + tokens.end - 1,
                                                one.evidence.span.begin, {},
                                                [](const Token& at) { return at.span.begin; });
    pairings_.push_back({.token = static_cast<Index>(token - first),
                         .sentence = one.evidence.sentence,
                         .sides = {home, away},
                         .told = &one});
  }
  for (const Clause& clause : document_.clauses) {
    for (Index u = clause.units.begin; u + 2 < clause.units.end; ++u) {
      const Index home = entities_.club_of_unit[u], away = entities_.club_of_unit[u + 2];
      if (home == kNoIndex || away == kNoIndex || home == away) continue;
      if (document_.tokens[document_.units[u + 1].tokens.begin].mark != '-') continue;
      pairings_.push_back({.token = document_.units[u].tokens.begin,
                           .sentence = clause.sentence,
                           .sides = {home, away}});
    }
  }
  std::ranges::stable_sort(pairings_, {}, &Pairing::token);
}

void OtherScores::index_pairings() {
  for (const Pairing& one : pairings_) {
    if (one.told != nullptr) told_[one.sides].push_back(&one);
    const Index section = section_of(one.sentence);
    first_of_.try_emplace({section, one.sides.first}, &one);
    first_of_.try_emplace({section, one.sides.second}, &one);
  }
}

Index OtherScores::section_of(Index sentence) const {
  return document_.blocks[document_.sentences[sentence].block].section;
}

// Where statements say how a match ended.
void OtherScores::find_results(const std::vector<Statement>& statements) {
  for (const Statement& one : statements) {
    if (one.type != EventType::kMatch || is_null(one.args[Match::kHome]) ||
        is_null(one.args[Match::kAway])) {
      continue;
    }
    for (const EvidenceSlot& slot : one.evidence.slots) {
      if (slot.arg == Match::kHomeGoals) goals_.push_back(slot.span);
    }
  }
  const auto place = [](const NormSpan& span) { return std::pair(span.begin, span.end); };
  std::ranges::sort(goals_, {}, place);
  const auto same = [&](const NormSpan& one, const NormSpan& two) {
    return place(one) == place(two);
  };
  goals_.erase(std::unique(goals_.begin(), goals_.end(), same), goals_.end());
}

// Whether a statement says that a match ended so.
bool OtherScores::is_result(Index unit) const {
  const IndexRange tokens = document_.units[unit].tokens;
  const std::uint32_t begin = document_.tokens[tokens.begin].span.begin;
  const std::uint32_t end = document_.tokens[tokens.end - 1].span.end;
  auto goals = std::ranges::lower_bound(goals_, begin, {}, &NormSpan::begin);
  while (goals != goals_.end() && goals->begin <= end && goals->end > end) ++goals;
  return goals != goals_.end() && goals->end <= end;
}

// The last one before a token, within its sentence if there is one, else the next in its block.
const OtherScores::Pairing* OtherScores::nearest(Index token, Index sentence) const {
  const auto behind = std::ranges::upper_bound(pairings_, token, {}, &Pairing::token);
  if (behind != pairings_.begin()) {
    const Pairing& before = *(behind - 1);
    const Index reach = before.named ? kNamedReach : kReach;
    if (section_of(before.sentence) == section_of(sentence) && before.sentence + reach >= sentence)
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
  const auto found = first_of_.find({section_of(sentence), score.protagonist});
  return found == first_of_.end() ? nullptr : found->second;
}

// Empty sides: nobody's.
OtherScores::Whose OtherScores::whose(const Offer& score) const {
  const Index sentence = sentence_of(document_, *score.hit);
  const Index token = token_of(document_, *score.hit);
  const Named& named = named_[sentence];
  const std::array<Index, 3>& clubs = named.clubs;
  const std::uint8_t count = named.count;
  const Pairing* pairing = nearest(token, sentence);
  if (pairing != nullptr && pairing->sentence == sentence && !pairing->named)
    return {pairing->sides};
  if (count == 2) return {{clubs[0], clubs[1]}, true};
  const bool fixture = score.fixture.first != kNoIndex && score.fixture.second != kNoIndex;
  if (count == 0) {
    if (fixture) return {score.fixture};
    const Pairing* main = main_match(score, sentence);
    if (main != nullptr) return {main->sides, main->named};
  }
  const auto plays = [&](const Sides& sides) {
    return std::all_of(clubs.begin(), clubs.begin() + count,
                       [&](Index club) { return club == sides.first || club == sides.second; });
  };
  if (pairing != nullptr && plays(pairing->sides)) return {pairing->sides, pairing->named};
  if (fixture && plays(score.fixture)) return {score.fixture};
  if (count == 1 && score.protagonist != kNoIndex && score.protagonist != clubs[0])
    return {{score.protagonist, clubs[0]}, true};
  return {};
}

// The last match of such sides that is told before a sentence's end, else the first.
const OtherScores::Pairing* OtherScores::told_nearest(const Sides& sides, Index sentence) const {
  const auto found = told_.find(sides);
  if (found == told_.end()) return nullptr;
  const std::vector<const Pairing*>& told = found->second;
  const auto behind = std::ranges::upper_bound(told, sentence, {},
                                               [](const Pairing* one) { return one->sentence; });
  return behind == told.begin() ? told.front() : *(behind - 1);
}

// ... of the two, whoever was at home, where the words leave that open.
const Statement* OtherScores::told_of(const Whose& whose, Index sentence) const {
  const Pairing* out = told_nearest(whose.sides, sentence);
  const Pairing* turned =
      whose.open ? told_nearest({whose.sides.second, whose.sides.first}, sentence) : nullptr;
  if (out != nullptr && turned != nullptr) {
    const auto [first, last] = std::minmax(out, turned);
    out = last->sentence <= sentence ? last : first;
  } else if (out == nullptr) {
    out = turned;
  }
  return out == nullptr ? nullptr : out->told;
}

std::vector<OtherScore> OtherScores::decide(const std::vector<Statement>& statements) {
  std::vector<OtherScore> out;
  if (offers_.empty()) return out;
  find_results(statements);
  std::erase_if(offers_, [&](const Offer& offer) {
    const Index unit = score_of(document_, *offer.hit);
    return unit == kNoIndex || is_result(unit);
  });
  if (offers_.empty()) return out;
  find_named();
  find_pairings(statements);
  index_pairings();
  for (const Offer& offer : offers_) {
    const Index unit = score_of(document_, *offer.hit);
    const Whose whose = this->whose(offer);
    if (whose.sides.first == kNoIndex) continue;
    const Statement* told = told_of(whose, sentence_of(document_, *offer.hit));
    OtherScore other{offer.hit, offer.emit, {}, {}};
    if (told == nullptr) {
      other.home = entities_.clubs[whose.sides.first];
      other.away = entities_.clubs[whose.sides.second];
    } else {
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
