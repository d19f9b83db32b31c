#include "app/event_rows.h"

#include <array>
#include <nlohmann/json.hpp>

#include "base/file.h"
#include "output/order.h"

namespace panchina {

std::string to_text(const EventRow& row) {
  std::string out = row.type;
  if (row.factuality != "asserted") out += " (" + row.factuality + ")";
  const char* separator = " ";
  for (const auto& [name, value] : row.args) {
    out += separator + name + "=" + value;
    separator = "; ";
  }
  return out;
}

std::string arg_text(const ArgValue& value) {
  const auto* flag = std::get_if<bool>(&value);
  return flag != nullptr && !*flag ? "" : value_text(value);
}

void add_rows(const Document& document, std::span<const std::string> rule_names, bool mentions,
              std::vector<EventRow>& rows) {
  std::vector<OrderedEvent> ordered;
  order_events(document, mentions ? Mentions::kAll : Mentions::kNone, Assertions::kAll, ordered);
  for (const OrderedEvent& one : ordered) {
    const Event& event = *one.event;
    EventRow row;
    row.doc = document.info.doc;
    append_id(one.id, row.id);
    row.type = event_spec(event.type).name;
    row.factuality = to_string(event.factuality);
    const Evidence& evidence = event.evidence.front();
    if (evidence.rule < rule_names.size()) row.rule = rule_names[evidence.rule];
    row.text = document.text.norm(evidence.span);
    for (Index arg = 0; arg < event.args.size(); ++arg) {
      const std::string_view name = event_spec(event.type).args[arg].name;
      std::string value = arg_text(event.args[arg]);
      if (!value.empty() && name != "person_key") row.args.emplace(name, std::move(value));
    }
    rows.push_back(std::move(row));
  }
}

namespace {

// The string under a key; where it is missing, null or something else, `otherwise`.
std::string text_at(const nlohmann::json& object, const char* key, const char* otherwise = "") {
  if (!object.is_object()) return otherwise;
  const auto found = object.find(key);
  return found != object.end() && found->is_string() ? found->get<std::string>() : otherwise;
}

}  // namespace

Result<std::vector<EventRow>, Diagnostic> read_rows(const std::string& path) {
  Result<std::string, FileError> bytes = read_file(path);
  if (!bytes) {
    return Unexpected(
        Diagnostic{bytes.error().code, bytes.error().message, {path, 0, 0}, "", "", 1});
  }
  std::vector<EventRow> rows;
  std::uint32_t line = 0;
  for (std::string_view rest = *bytes; !rest.empty();) {
    const std::string_view one = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(one.size() + 1, rest.size()));
    ++line;
    if (one.empty()) continue;
    const nlohmann::json json = nlohmann::json::parse(one, nullptr, false);
    if (!json.is_object()) {
      return Unexpected(
          Diagnostic{"bad-line", "this is no event line", {path, line, 1}, "", "", 1});
    }
    if (!json.contains("args") || !json["args"].is_object() || !json.contains("id")) continue;
    EventRow row;
    row.doc = text_at(json, "doc");
    row.id = text_at(json, "id");
    row.type = text_at(json, "type");
    row.factuality = text_at(json, "factuality", "asserted");
    if (json.contains("evidence") && json["evidence"].is_array() && !json["evidence"].empty()) {
      row.rule = text_at(json["evidence"][0], "rule");
      row.text = text_at(json["evidence"][0], "text");
    }
    for (const auto& [name, value] : json["args"].items()) {
      if (value.is_null() || value == false || name == "person_key") continue;
      if (name.ends_with("_earliest") || name.ends_with("_latest")) continue;
      row.args.emplace(name, value.is_string() ? value.get<std::string>() : value.dump());
    }
    rows.push_back(std::move(row));
  }
  return rows;
}

std::vector<RowChange> compare_rows(const std::vector<EventRow>& before,
                                    const std::vector<EventRow>& after) {
  const auto key = [](const EventRow& row) { return row.doc + '\t' + row.id; };
  std::map<std::string, const EventRow*> old;
  for (const EventRow& row : before) old.emplace(key(row), &row);
  std::vector<RowChange> changes;
  std::map<std::string, bool> still;
  for (const EventRow& row : after) {
    const auto known = old.find(key(row));
    still[key(row)] = true;
    if (known == old.end()) {
      changes.push_back({Change::kGained, row, ""});
      continue;
    }
    const EventRow& was = *known->second;
    std::string slots;
    const auto add = [&](const std::string& name, const std::string& one, const std::string& two) {
      if (one == two) return;
      slots += (slots.empty() ? "" : "; ") + name + ": " + (one.empty() ? "∅" : one) + " -> " +
               (two.empty() ? "∅" : two);
    };
    std::map<std::string, std::string> names = was.args;
    names.insert(row.args.begin(), row.args.end());
    for (const auto& [name, value] : names) {
      const auto one = was.args.find(name), two = row.args.find(name);
      add(name, one == was.args.end() ? "" : one->second, two == row.args.end() ? "" : two->second);
    }
    add("factuality", was.factuality, row.factuality);
    if (!slots.empty()) changes.push_back({Change::kChanged, row, slots});
  }
  for (const EventRow& row : before) {
    if (!still[key(row)]) changes.push_back({Change::kLost, row, ""});
  }
  return changes;
}

namespace {

constexpr std::string_view kSigns[] = {"+", "-", "~"};
constexpr std::string_view kNames[] = {"gained", "lost", "changed"};

}  // namespace

std::string changes_text(const std::vector<RowChange>& changes, std::size_t examples) {
  std::map<std::string, std::array<std::vector<const RowChange*>, 3>> by_rule;
  for (const RowChange& change : changes) {
    by_rule[change.row.rule][static_cast<std::size_t>(change.change)].push_back(&change);
  }
  std::size_t totals[3] = {};
  std::string out;
  for (const auto& [rule, kinds] : by_rule) {
    out += rule.empty() ? "(no rule)" : rule;
    out += ":";
    for (std::size_t kind = 0; kind < 3; ++kind) {
      totals[kind] += kinds[kind].size();
      if (!kinds[kind].empty()) {
        out += " " + std::to_string(kinds[kind].size()) + " " + std::string(kNames[kind]);
      }
    }
    out += "\n";
    for (std::size_t kind = 0; kind < 3; ++kind) {
      for (std::size_t i = 0; i < std::min(examples, kinds[kind].size()); ++i) {
        const RowChange& change = *kinds[kind][i];
        std::string text = change.row.text.substr(0, 160);
        for (char& c : text) c = c == '\n' ? ' ' : c;
        out += "  " + std::string(kSigns[kind]) + " " + change.row.doc + ": " +
               (change.slots.empty() ? to_text(change.row) : change.slots) + "\n      " + text +
               "\n";
      }
    }
  }
  out += std::to_string(totals[0]) + " gained, " + std::to_string(totals[1]) + " lost, " +
         std::to_string(totals[2]) + " changed\n";
  return out;
}

std::string changes_json(const std::vector<RowChange>& changes) {
  nlohmann::ordered_json out = nlohmann::ordered_json::array();
  for (const RowChange& change : changes) {
    nlohmann::ordered_json one = {{"change", kNames[static_cast<std::size_t>(change.change)]},
                                  {"rule", change.row.rule},
                                  {"doc", change.row.doc},
                                  {"id", change.row.id},
                                  {"type", change.row.type},
                                  {"factuality", change.row.factuality},
                                  {"args", change.row.args},
                                  {"text", change.row.text}};
    if (!change.slots.empty()) one["slots"] = change.slots;
    out.push_back(std::move(one));
  }
  return out.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
}

}  // namespace panchina
