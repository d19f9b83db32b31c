#include "resolve/posts.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "document/features.h"
#include "document/phrase.h"
#include "resolve/args.h"

namespace panchina {

bool is_coaching(const ArgValue& role) {
  static constexpr std::array<std::string_view, 8> kRoles = {
      "head_coach",        "assistant_coach",   "technical_collaborator", "youth_coach",
      "youth_coordinator", "goalkeeping_coach", "fitness_coach",          "other_staff"};
  const std::string* text = text_of(role);
  return text == nullptr || std::find(kRoles.begin(), kRoles.end(), *text) != kRoles.end();
}

bool has_other_post(const Lexicon& lexicon, const Document& document, const Clause& clause,
                    Index person_unit) {
  const Index post = unit_before(document, person_unit, clause.units.begin);
  if (post == kNoIndex) return false;
  const Unit& unit = document.units[post];
  if ((unit.kinds & kind_bit(UnitKind::kRole)) == 0) return false;
  for (Index r = unit.readings.begin; r < unit.readings.end; ++r) {
    const Reading& reading = document.readings[r];
    if (reading.kind == UnitKind::kRole &&
        ((reading.features & kRoleVacant) != 0 ||
         is_coaching(std::string(lexicon.roles()[reading.value].id)))) {
      return false;
    }
  }
  const Index former = unit_before(document, post, clause.units.begin);
  return former == kNoIndex ||
         !lexicon.in_list(document.units[former].word, lexicon.find_list("match_former"));
}

bool is_of_another_post(const Lexicon& lexicon, const Document& document, const Hit& hit,
                        const EmitSpec& emit) {
  bool other = false;
  for (const EmitArg& from : emit.args) {
    const Binding* binding = binding_of(document, hit, from.slot);
    if (binding == nullptr || binding->bound != Bound::kMention || binding->unit == kNoIndex) {
      continue;
    }
    if (from.arg == arg::Tenure::kRole) return false;  // `avrà come vice il capitano Neri`
    other =
        other || (from.arg == arg::Tenure::kPerson &&
                  has_other_post(lexicon, document, document.clauses[hit.clause], binding->unit));
  }
  return other;
}

bool is_doers_role(const Document& document, const EntityView& entities, const Hit& hit,
                   const Filled& role) {
  if (hit.trigger == kNoIndex || !role.span || is_coaching(role.value)) return false;
  const VerbGroup* verb = verb_of(document, hit.trigger);
  if (verb == nullptr || verb->voice != Voice::kActive) return false;
  for (Index b = hit.bindings.begin; b < hit.bindings.end; ++b) {
    const Index unit = document.bindings[b].unit;
    if (unit != kNoIndex && entities.person_of_unit[unit] != kNoIndex) return false;
  }
  return role.span->begin < document.units[hit.trigger].span.begin;
}

NamedPost named_post(const Lexicon& lexicon, const Document& document, const EntityView& entities,
                     const Hit& hit, const EmitSpec& emit) {
  NamedPost post;
  if (emit.type != EventType::kTenure) return post;
  for (const EmitArg& from : emit.args) {
    const Binding* binding = from.slot == kNoIndex ? nullptr : binding_of(document, hit, from.slot);
    const bool mention =
        binding != nullptr && binding->bound == Bound::kMention && binding->unit != kNoIndex;
    if (mention && from.arg == arg::Tenure::kPerson) {
      post.person = entities.person_of_unit[binding->unit];
    } else if (mention && from.arg == arg::Tenure::kRole && binding->reading != kNoIndex) {
      const Reading& reading = document.readings[binding->reading];
      if (reading.kind == UnitKind::kRole) post.role = &lexicon.roles()[reading.value].id;
    } else if (from.arg == arg::Tenure::kRole && emit.cue == Cue::kInPost &&
               from.function == ArgFunction::kConstant) {
      post.role = text_of(from.constant);
    }
  }
  if (post.person == kNoIndex || post.role == nullptr || !is_coaching(*post.role)) return {};
  return post;
}

bool is_of_the_young(const Document& document, const EntityView& entities, const Hit& hit,
                     const EmitSpec& emit, const Statement& statement) {
  const std::string* role = text_of(statement.args[arg::Tenure::kRole]);
  if (role == nullptr || *role != "head_coach" || is_told(statement, arg::Tenure::kClub))
    return false;
  for (const EmitArg& from : emit.args) {
    if (from.arg != arg::Tenure::kClub || from.slot == kNoIndex) continue;
    const Binding* team = binding_of(document, hit, from.slot);
    if (team != nullptr && team->unit != kNoIndex && entities.youth_side[team->unit]) return true;
  }
  return entities.under_youth[block_of(document, hit)];
}

}  // namespace panchina
