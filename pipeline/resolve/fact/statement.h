// Statement: what one passage states, its holes filled as far as the story allows. Merging makes
// events of statements. Thread rule: a plain value.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "document/event.h"
#include "resolve/fact/evidence.h"

namespace panchina {

struct Statement {
  EventType type = EventType::kTenure;
  Factuality factuality = Factuality::kAsserted;
  Index section = 0;
  float confidence = 0;  // 0: not given by the rule
  Args args;             // one for each arg of the type
  Evidence evidence;
};

// A statement without a value yet, its lists in that memory.
inline Statement statement_in(Memory* memory, EventType type) {
  return {.type = type,
          .args = Args(event_spec(type).args.size(), memory),
          .evidence = evidence_in(memory)};
}

// Views of one arg; nullptr where it is null or of another kind.
inline const std::string* text_of(const ArgValue& value) {
  return std::get_if<std::string>(&value);
}
inline const DateValue* date_of(const ArgValue& value) { return std::get_if<DateValue>(&value); }
inline const std::int64_t* number_of(const ArgValue& value) {
  return std::get_if<std::int64_t>(&value);
}
inline bool flag_of(const ArgValue& value) {
  const bool* flag = std::get_if<bool>(&value);
  return flag != nullptr && *flag;
}
inline bool is_null(const ArgValue& value) { return std::holds_alternative<std::monostate>(value); }

// Takes an arg back, with what it was read or inferred from.
inline void drop_arg(Index arg, Evidence& evidence) {
  const auto is_it = [&](const auto& one) { return one.arg == arg; };
  std::erase_if(evidence.slots, is_it);
  std::erase_if(evidence.inferred, is_it);
}
inline void drop_arg(Index arg, Statement& statement) {
  statement.args[arg] = {};
  drop_arg(arg, statement.evidence);
}
inline void drop_arg(Index arg, Event& event) {
  event.args[arg] = {};
  for (Evidence& evidence : event.evidence) drop_arg(arg, evidence);
}

// Whether words of the passage say an arg; else it is inferred, or open.
inline bool is_told(const Statement& statement, Index arg) {
  return names(statement.evidence, arg);
}

}  // namespace panchina
