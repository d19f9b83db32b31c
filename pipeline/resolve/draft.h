// Draft: the statement that one emit of a hit makes, while its args are filled: what they take, and
// what the evidence says of where it comes from. Thread rule: plain value of one document's pass.
#pragma once

#include <string_view>

#include "document/document.h"
#include "resolve/entity/entity_view.h"
#include "resolve/fact/statement.h"
#include "resolve/focus/slot_reader.h"
#include "rule/rule_set.h"

namespace panchina {

struct Draft {
  Draft(const Document& document, const RuleSet& rules, const Hit& of_hit, const EmitSpec& of_emit);

  // Gives an arg a value and its evidence; false: it has one already, or this is none. A time is
  // cut to what the arg asks for: a start or an end to that point of an interval, those of a post
  // to the day.
  bool take(Index arg, Filled filled);
  // What is asked for last: flags that nobody raised are down, a person has a key.
  void complete(const EntityView& entities);

  bool is(EventType type) const { return statement.type == type; }
  bool lacks(Index arg) const { return is_null(statement.args[arg]); }
  std::string_view name_of(Index arg) const { return event_spec(statement.type).args[arg].name; }
  Index size() const { return static_cast<Index>(statement.args.size()); }

  const Hit& hit;
  const EmitSpec& emit;
  Statement statement;
  Index person = kNoIndex;  // entity
  Index club = kNoIndex;    // entity
};

}  // namespace panchina
