// Events as rows that two runs are compared by. Thread rule: free functions.
#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/result.h"
#include "document/document.h"

namespace panchina {

struct EventRow {
  std::string doc;
  std::string id;
  std::string type;
  std::string factuality;
  std::string rule;                         // of the first evidence
  std::string text;                         // of the first evidence
  std::map<std::string, std::string> args;  // without nulls and falses
};

// `tenure person=Paolo Rossi; club=roma`.
std::string to_text(const EventRow& row);
// The text of an arg; "" for null and false.
std::string arg_text(const ArgValue& value);

// Facts of a document, appended; mentions too where `mentions`.
void add_rows(const Document& document, std::span<const std::string> rule_names, bool mentions,
              std::vector<EventRow>& rows);
// All events of a file of event lines.
Result<std::vector<EventRow>, Diagnostic> read_rows(const std::string& path);

enum class Change : std::uint8_t { kGained, kLost, kChanged };
struct RowChange {
  Change change = Change::kGained;
  EventRow row;       // the new one, of a lost one the old
  std::string slots;  // kChanged: `end: 2001 -> 2001-03`
};
// Events by (doc, id), in their order.
std::vector<RowChange> compare_rows(const std::vector<EventRow>& before,
                                    const std::vector<EventRow>& after);

// Counts by rule, with up to `examples` of each kind; and as JSON.
std::string changes_text(const std::vector<RowChange>& changes, std::size_t examples);
std::string changes_json(const std::vector<RowChange>& changes);

}  // namespace panchina
