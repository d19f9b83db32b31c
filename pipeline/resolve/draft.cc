#include "resolve/draft.h"

#include <utility>

#include "document/edtf.h"
#include "resolve/fact/civil.h"
#include "resolve/fact/hit_place.h"

namespace panchina {

Draft::Draft(const Document& document, const RuleSet& rules, const Hit& of_hit,
             const EmitSpec& of_emit)
    : hit(of_hit), emit(of_emit), statement(statement_in(document.scratch(), of_emit.type)) {
  statement.section = section_of(document, hit);
  statement.confidence = rules.info(hit).confidence;
  statement.evidence.slots.reserve(emit.args.size());
  statement.evidence.sentence = sentence_of(document, hit);
  statement.evidence.rule = rules.info(hit).name;
  statement.evidence.cue = emit.cue;
}

bool Draft::take(Index arg, Filled filled) {
  if (is_null(filled.value) || !lacks(arg)) return false;
  const std::string_view name = name_of(arg);
  if (name == "person") person = filled.person;
  if (name == "club") club = filled.club;
  if (DateValue* date = std::get_if<DateValue>(&filled.value)) {
    if (date->edtf.starts_with('P')) return false;  // `reduce da quattro anni`: how long, not when
    if (name == "start") *date = first_point(*date);
    if (name == "end" || name == "contract_end") *date = last_point(*date);
    if (is(EventType::kTenure)) *date = day_of(*date);
  }
  statement.args[arg] = std::move(filled.value);
  if (filled.span) {
    statement.evidence.slots.push_back({arg, *filled.span});
  } else {
    statement.evidence.inferred.push_back({arg, filled.source});
  }
  return true;
}

void Draft::complete(const EntityView& entities) {
  const auto& spec = event_spec(statement.type).args;
  for (Index arg = 0; arg < size(); ++arg) {
    if (spec[arg].kind == ArgKind::kFlag && lacks(arg)) statement.args[arg] = false;
    if (spec[arg].name == "person_key" && person != kNoIndex &&
        !entities.persons[person].key.empty()) {
      statement.args[arg] = entities.persons[person].key;
    }
  }
}

}  // namespace panchina
