#include "resolve/career/told_spells.h"

#include <optional>

#include "resolve/career/spell.h"
#include "resolve/fact/args.h"

namespace panchina {

// Talk of somebody that its rule itself gives less than half a chance.
static bool is_guess(const Statement& statement) {
  constexpr float kEven = 0.5F;
  return statement.confidence > 0 && statement.confidence < kEven;
}

ToldSpells::ToldSpells(const std::vector<Statement>& statements) {
  for (const Statement& one : statements) {
    const std::optional<SpellArgs> args = spell_args(one.type);
    if (!args) continue;
    const std::string* person = text_of(one.args[args->person]);
    const std::string* club = text_of(one.args[args->club]);
    if (person == nullptr) continue;
    const bool post = one.type == EventType::kTenure;
    const bool asserted = one.factuality == Factuality::kAsserted;
    if (!asserted && is_guess(one)) continue;
    if (asserted) ++(post ? posts_ : spells_)[*person];
    if (asserted && post) ++all_posts_;
    if (club == nullptr) continue;
    const bool fresh = told_.insert(spell_key(*person, *club)).second;
    if (asserted && post && fresh) ++persons_at_[*club];
    if (!post) continue;
    told_posts_.insert(spell_key(*person, *club));
    // Who came before and after has a post there too: reciprocal.h makes it of this one.
    for (const Index other : {arg::Tenure::kReplaces, arg::Tenure::kReplacedBy}) {
      const std::string* name = text_of(one.args[other]);
      if (name == nullptr) continue;
      told_.insert(spell_key(*name, *club));
      told_posts_.insert(spell_key(*name, *club));
    }
  }
}

}  // namespace panchina
