#include "resolve/focus/staff_posts.h"

#include "document/readings.h"
#include "resolve/focus/posts.h"

namespace panchina {

namespace {

constexpr std::string_view kKeepers = "goalkeeping_coach", kFitness = "fitness_coach";

bool is_trade(std::string_view role) { return role == kKeepers || role == kFitness; }

}  // namespace

StaffPosts::StaffPosts(const Lexicon& lexicon, const Document& document, const EntityView& entities)
    : lexicon_(lexicon),
      document_(document),
      entities_(entities),
      trades_(entities.persons.size(), std::string_view(), document.scratch()),
      copulas_(lexicon.find_list("date_copula")),
      labels_(document.blocks.size(), std::string_view(), document.scratch()) {
  find_trades();
  find_labels();
}

// The coaching role that a unit names; empty: none.
std::string_view StaffPosts::coaching_role(Index unit) const {
  if ((document_.units[unit].kinds & kind_bit(UnitKind::kRole)) == 0) return {};
  for (const Reading& reading : readings_of(document_, document_.units[unit])) {
    if (reading.kind != UnitKind::kRole) continue;
    const std::string& id = lexicon_.roles()[reading.value].id;
    if (is_coaching(ArgValue(id))) return id;
  }
  return {};
}

// Where a role may stand behind a name: `Rossi, vice …`, `Rossi (Spoleto, 1961) è un allenatore …`;
// kNoIndex: nowhere.
Index StaffPosts::role_behind(Index person_unit, Index end) const {
  Index at = person_unit + 1;
  if (at < end && reading_of(document_, at, UnitKind::kBracket) != nullptr) ++at;
  if (at >= end) return kNoIndex;
  const VerbGroup* verb = verb_of(document_, at);
  const bool is = verb != nullptr && lexicon_.in_list(verb->lemma, copulas_);
  if (!is && document_.tokens[document_.units[at].tokens.begin].mark != ',') return kNoIndex;
  ++at;
  if (is && at < end && (document_.units[at].kinds & kind_bit(UnitKind::kNumber)) != 0)
    ++at;  // `un`
  return at < end ? at : kNoIndex;
}

// Whoever is called a coach of another kind as well follows no trade of the staff.
void StaffPosts::find_trades() {
  std::pmr::vector<bool> settled(trades_.size(), false, document_.scratch());
  const auto see = [&](Index person, Index unit) {
    const std::string_view role = coaching_role(unit);
    if (role.empty()) return;
    std::string_view& trade = trades_[person];
    if (settled[person] && trade != role) {
      trade = {};
    } else if (!settled[person] && is_trade(role)) {
      trade = role;
    }
    settled[person] = true;
  };
  for (const Clause& clause : document_.clauses) {
    for (Index u = clause.units.begin; u < clause.units.end; ++u) {
      const Index person = entities_.person_of_unit[u];
      if (person == kNoIndex) continue;
      if (u > clause.units.begin) see(person, u - 1);
      if (const Index behind = role_behind(u, clause.units.end); behind != kNoIndex)
        see(person, behind);
    }
  }
}

// `PREPARATORI PORTIERI - …`, `Area atletica: …`: few words, up to a mark.
void StaffPosts::find_labels() {
  constexpr Index kMost = 5;  // tokens
  const Index keepers = lexicon_.find_list("staff_keepers");
  const Index fitness = lexicon_.find_list("staff_fitness");
  for (Index b = 0; b < document_.blocks.size(); ++b) {
    const IndexRange tokens = document_.blocks[b].tokens;
    std::string_view found;
    for (Index t = tokens.begin; t < tokens.end && t < tokens.begin + kMost; ++t) {
      const Token& token = document_.tokens[t];
      if (lexicon_.in_list(token.word, keepers)) found = kKeepers;
      if (lexicon_.in_list(token.word, fitness)) found = kFitness;
      if (token.mark == ':' || (token.mark == '-' && token.space_before)) {
        labels_[b] = found;
        break;
      }
    }
  }
}

std::string_view StaffPosts::meant(Index block, Index person) const {
  if (!labels_[block].empty()) return labels_[block];
  return person == kNoIndex ? std::string_view() : trades_[person];
}

}  // namespace panchina
