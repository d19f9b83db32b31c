#include "app/rules_schema.h"

#include <nlohmann/json.hpp>

#include "document/event.h"
#include "rule/rule_keys.h"

namespace panchina {
namespace {

using Json = nlohmann::ordered_json;

Json text(const char* about) { return {{"type", "string"}, {"description", about}}; }
Json texts(const char* about) {
  return {{"description", about},
          {"anyOf", Json::array({{{"type", "string"}},
                                 {{"type", "array"}, {"items", {{"type", "string"}}}}})}};
}
Json table_of(const Json& value, const char* about) {
  return {{"type", "object"}, {"description", about}, {"additionalProperties", value}};
}

// One alternative for each event type, with its args.
Json emit_schema() {
  Json types = Json::array();
  for (std::size_t i = 0; i < kEventTypes; ++i) {
    const EventSpec& spec = event_spec(static_cast<EventType>(i));
    if (spec.name == "date" || spec.name == "club") continue;
    Json properties = {
        {"type", {{"const", spec.name}}},
        {"cue", {{"enum", {"appointment", "in_post", "departure", "renewal", "confirmation"}}}},
        {"factuality", {{"enum", {"asserted", "negated", "possible"}}}},
        {"career", {{"enum", {"coach", "player"}}}},
        {"weighed", {{"type", "boolean"}}},
        {"beside", {{"type", "boolean"}}}};
    for (const ArgSpec& arg : spec.args) {
      Json type = "string";
      if (arg.kind == ArgKind::kNumber) type = Json::array({"integer", "string"});
      if (arg.kind == ArgKind::kFlag) type = "boolean";
      properties[std::string(arg.name)] = {{"type", type}};
    }
    types.push_back({{"type", "object"},
                     {"properties", properties},
                     {"required", {"type"}},
                     {"additionalProperties", false}});
  }
  return {{"anyOf", types}};
}

Json common_properties() {
  const Json emit = {{"$ref", "#/$defs/emit"}};
  return {
      {"id", text("unique among all rules")},
      {"note", text("for people")},
      {"with", table_of(texts("a pattern"), "adjuncts by slot")},
      {"unless",
       {{"anyOf",
         Json::array({texts("a pattern that vetoes"),
                      table_of(texts("a pattern that vetoes"), "before, after, clause")})}}},
      {"where", texts("conditions over slots")},
      {"emit", {{"anyOf", Json::array({emit, {{"type", "array"}, {"items", emit}}})}}},
      {"missing", table_of({{"type", "string"}}, "what fills an arg without value")},
      {"priority", {{"type", "integer"}}},
      {"confidence", {{"type", "number"}, {"exclusiveMinimum", 0}, {"maximum", 1}}},
      {"since", {}},
      {"tests", text("a test a line: + - ~+ ~-")},
  };
}

Json rule_schema(const std::vector<std::string>& keys, Json own,
                 const std::vector<std::string>& required) {
  const Json common = common_properties();
  Json properties = Json::object();
  for (const std::string& key : keys) {
    properties[key] = own.contains(key) ? own[key] : common.contains(key) ? common[key] : Json{};
  }
  return {{"type", "object"},
          {"properties", properties},
          {"required", required},
          {"additionalProperties", false}};
}

}  // namespace

std::string rules_schema() {
  const Json bag = {{"type", "array"}, {"items", {{"type", "string"}}}};
  const Json rule = rule_schema(event_rule_keys(),
                                {{"when", text("a pattern over units")},
                                 {"any", table_of(bag, "bags by how many must match")}},
                                {"id", "emit", "tests"});
  const Json frame =
      rule_schema(frame_keys(),
                  {{"verbs", texts("infinitives or @classes")},
                   {"nouns", texts("nouns or @classes")},
                   {"agent", text("a pattern")},
                   {"patient", text("a pattern")},
                   {"forms", {{"type", "array"}, {"items", {{"enum", frame_forms()}}}}}},
                  {"emit", "tests"});
  const Json table = rule_schema(table_rule_keys(),
                                 {{"block", texts("labels of blocks")},
                                  {"heading", texts("patterns, one of which heads the rows")},
                                  {"separator", text("line ; , - joined by |")},
                                  {"falling", {{"type", "integer"}, {"minimum", 2}}},
                                  {"row", text("a pattern over a whole row")}},
                                 {"id", "row", "emit", "tests"});
  const Json schema = {
      {"$schema", "https://json-schema.org/draft/2020-12/schema"},
      {"title", "panchina rules: events/*.toml and tables/*.toml"},
      {"type", "object"},
      {"properties",
       {{"rule", {{"type", "array"}, {"items", {{"$ref", "#/$defs/rule"}}}}},
        {"frame", {{"type", "object"}, {"additionalProperties", {{"$ref", "#/$defs/frame"}}}}},
        {"table", {{"type", "array"}, {"items", {{"$ref", "#/$defs/table"}}}}}}},
      {"additionalProperties", false},
      {"$defs", {{"rule", rule}, {"frame", frame}, {"table", table}, {"emit", emit_schema()}}}};
  return schema.dump(2) + "\n";
}

}  // namespace panchina
