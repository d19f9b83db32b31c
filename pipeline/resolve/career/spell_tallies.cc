#include "resolve/career/spell_tallies.h"

#include <algorithm>
#include <string>
#include <unordered_map>

#include "document/readings.h"
#include "resolve/career/spell.h"
#include "resolve/fact/args.h"
#include "resolve/fact/hit_place.h"

namespace panchina {
namespace {

using arg::PlayingSpell;

// Units between the words that tell of the spell and its games; those of a bracket stand closer.
constexpr Index kReach = 28;
constexpr Index kBracketReach = 8;

// Games, goals: which of them a person's spell at a club has.
struct Has {
  bool appearances = false, goals = false;
};

}  // namespace

SpellTallies::SpellTallies(const Document& document, const RuleSet& rules,
                           const EntityView& entities)
    : document_(document),
      entities_(entities),
      bound_(document.units.size(), false, document.scratch()),
      told_(document.scratch()),
      offers_(document.scratch()) {
  for (const Hit& hit : document.hits) {
    for (const EmitSpec& emit : rules.emits(hit)) {
      if (emit.weighed || emit.beside) continue;
      for (const Binding& binding : bindings_of(document, hit)) {
        const Index unit = binding.unit;
        if (unit != kNoIndex) bound_[unit] = true;
      }
    }
  }
}

// The units of a bracket's inside stand behind those of its sentence.
Index SpellTallies::place_of(const Hit& hit) const {
  Index at = hit.units.begin;
  for (Index clause = hit.clause; document_.clauses[clause].parent != kNoIndex;) {
    at = document_.clauses[clause].parent;
    const auto above = std::ranges::upper_bound(document_.clauses, at, {},
                                                [](const Clause& one) { return one.units.begin; });
    clause = static_cast<Index>(above - document_.clauses.begin()) - 1;
  }
  return at;
}

bool SpellTallies::is_free(const Hit& hit) const {
  for (const Binding& binding : bindings_of(document_, hit)) {
    const Index unit = binding.unit;
    if (unit != kNoIndex && bound_[unit]) return false;
  }
  return true;
}

void SpellTallies::offer(const Hit& hit, const EmitSpec& emit) {
  if (is_free(hit)) offers_.push_back({&hit, &emit, place_of(hit)});
}

void SpellTallies::tell(Index index, const Hit& hit, const Statement& statement) {
  if (!spell_args(statement.type)) return;
  told_.push_back({index, hit.units, place_of(hit), sentence_of(document_, hit)});
}

// Whether nothing between the two speaks of another club or person.
bool SpellTallies::is_beside(const Offer& tally, const Told& told, const Statement& spell) const {
  const Index sentence = sentence_of(document_, *tally.hit);
  if (sentence > told.sentence + 1 ||
      document_.sentences[sentence].block != document_.sentences[told.sentence].block) {
    return false;
  }
  const bool bracket = document_.clauses[tally.hit->clause].parent != kNoIndex;
  const bool apart = told.at != told.units.begin;
  const Index end = apart ? told.at + 1 : told.units.end;
  if (tally.at > end && tally.at - end > (bracket ? kBracketReach : kReach)) return false;
  const std::string* club = text_of(spell.args[PlayingSpell::kClub]);
  const std::string* person = text_of(spell.args[PlayingSpell::kPerson]);
  Index last = kNoIndex;
  for (Index u = told.at; u < tally.at; ++u) {
    if (entities_.club_of_unit[u] != kNoIndex) last = entities_.club_of_unit[u];
    const Index other = entities_.person_of_unit[u];
    if (other != kNoIndex && !told.units.contains(u) && entities_.persons[other].name != *person)
      return false;
  }
  return last == kNoIndex || entities_.clubs[last] == *club;
}

std::vector<SpellTally> SpellTallies::decide(const std::vector<Statement>& statements) {
  std::vector<SpellTally> out;
  if (offers_.empty()) return out;
  std::unordered_map<std::string, Has> known;
  const auto key_of = [](const Statement& one) {
    return spell_key(value_text(one.args[PlayingSpell::kPerson]),
                     value_text(one.args[PlayingSpell::kClub]));
  };
  for (const Statement& one : statements) {
    if (one.type != EventType::kPlayingSpell || one.factuality != Factuality::kAsserted) continue;
    Has& has = known[key_of(one)];
    has.appearances = has.appearances || !is_null(one.args[PlayingSpell::kAppearances]);
    has.goals = has.goals || !is_null(one.args[PlayingSpell::kGoals]);
  }
  std::ranges::stable_sort(told_, {}, &Told::at);
  std::ranges::stable_sort(offers_, {}, &Offer::at);
  for (const Offer& tally : offers_) {
    const auto behind = std::ranges::upper_bound(told_, tally.at, {}, &Told::at);
    if (behind == told_.begin()) continue;
    const Told& told = *(behind - 1);
    const Statement& spell = statements[told.index];
    // `militò nel Lecco e nel Como, 300 presenze`: of both.
    bool of_several = false;
    for (auto other = behind - 1;
         !of_several && other != told_.begin() && (other - 1)->at == told.at; --other) {
      of_several = statements[(other - 1)->index].args[PlayingSpell::kClub] !=
                   spell.args[PlayingSpell::kClub];
    }
    if (of_several) continue;
    if (spell.type != EventType::kPlayingSpell || spell.factuality != Factuality::kAsserted)
      continue;
    if (text_of(spell.args[PlayingSpell::kPerson]) == nullptr ||
        text_of(spell.args[PlayingSpell::kClub]) == nullptr || !is_beside(tally, told, spell)) {
      continue;
    }
    const auto tells = [&](Index arg) {
      return std::ranges::any_of(tally.emit->args,
                                 [arg](const EmitArg& one) { return one.arg == arg; });
    };
    Has& has = known[key_of(spell)];
    if ((has.appearances && tells(PlayingSpell::kAppearances)) || has.goals) continue;
    has.appearances = has.appearances || tells(PlayingSpell::kAppearances);
    has.goals = has.goals || tells(PlayingSpell::kGoals);
    out.push_back({tally.hit, tally.emit, told.index});
  }
  return out;
}

}  // namespace panchina
