#include "app/schema_text.h"

#include <nlohmann/json.hpp>

#include "document/event.h"
#include "output/event_writer.h"

namespace panchina {
namespace {

using Json = nlohmann::ordered_json;

constexpr const char* kDay = "^(-?[0-9]{4,}|Y-?[0-9]{5,})-[0-9]{2}-[0-9]{2}$";

Json nullable(const char* type) { return {{"type", Json::array({type, "null"})}}; }

Json day() {
  Json out = nullable("string");
  out["pattern"] = kDay;
  return out;
}

Json object(Json properties, const std::vector<std::string>& optional = {}) {
  Json required = Json::array();
  for (const auto& [name, schema] : properties.items()) {
    if (std::find(optional.begin(), optional.end(), name) == optional.end()) {
      required.push_back(name);
    }
  }
  return {{"type", "object"},
          {"properties", std::move(properties)},
          {"required", std::move(required)},
          {"additionalProperties", false}};
}

// Closed lists of values, by `type.arg` or by arg.
Json values_of(const std::string& type, const std::string& arg) {
  static const std::map<std::string, std::vector<std::string>> table = {
      {"date.kind", {"date", "time", "range", "season", "duration"}},
      {"club.how", {"name", "alias", "nickname", "epithet", "descriptor"}},
      {"tenure.role",
       {"head_coach", "assistant_coach", "technical_collaborator", "youth_coach",
        "youth_coordinator", "goalkeeping_coach", "fitness_coach", "other_staff"}},
      {"tenure.end_cause", {"dismissed", "resigned", "mutual_consent", "contract_expired", "left"}},
      {"honour.capacity", {"coach", "player", "club"}},
  };
  const auto found = table.find(type + "." + arg);
  return found == table.end() ? Json() : Json(found->second);
}

Json arg_schema(const EventSpec& spec, const ArgSpec& arg) {
  const char* type = arg.kind == ArgKind::kNumber ? "integer"
                     : arg.kind == ArgKind::kFlag ? "boolean"
                                                  : "string";
  Json out = arg.key ? Json{{"type", type}} : nullable(type);
  if (spec.name == "date") out = nullable(type);  // a relative date without an anchor has no value
  Json values = values_of(std::string(spec.name), std::string(arg.name));
  if (!values.is_null()) {
    if (!arg.key) values.push_back(nullptr);
    out = {{"enum", values}};
  }
  if (arg.kind == ArgKind::kId) out["pattern"] = "^\\??[a-z0-9]+(-[a-z0-9]+)*$";
  if (arg.kind == ArgKind::kNumber) out["minimum"] = arg.name == "position" ? 1 : 0;
  return out;
}

Json evidence_schema(const EventSpec& spec) {
  Json slots = {{"type", "object"},
                {"propertyNames", {{"enum", Json::array()}}},
                {"additionalProperties", {{"$ref", "#/$defs/span"}}}};
  Json inferred = {{"type", "object"},
                   {"propertyNames", {{"enum", Json::array()}}},
                   {"additionalProperties", {{"$ref", "#/$defs/source"}}}};
  for (const ArgSpec& arg : spec.args) {
    slots["propertyNames"]["enum"].push_back(arg.name);
    inferred["propertyNames"]["enum"].push_back(arg.name);
  }
  Json cue = {{"enum", {"appointment", "in_post", "departure", "renewal", "confirmation"}}};
  return {{"type", "array"},
          {"minItems", 1},
          {"items", object({{"start", {{"type", "integer"}, {"minimum", 0}}},
                            {"end", {{"type", "integer"}, {"minimum", 0}}},
                            {"text", {{"type", "string"}}},
                            {"sentence", {{"type", "integer"}, {"minimum", 0}}},
                            {"rule", nullable("string")},
                            {"cue", cue},
                            {"slots", slots},
                            {"inferred", inferred}},
                           {"cue"})}};
}

Json event_schema(EventType type) {
  const EventSpec& spec = event_spec(type);
  Json args = Json::object();
  for (const ArgSpec& arg : spec.args) {
    args[std::string(arg.name)] = arg_schema(spec, arg);
    if (arg.kind != ArgKind::kDate) continue;
    args[earliest_name(type, arg.name)] = day();
    args[latest_name(type, arg.name)] = day();
  }
  return object({{"type", {{"const", spec.name}}},
                 {"id", {{"type", "string"}, {"pattern", "^[0-9a-f]{16}$"}}},
                 {"doc", {{"type", "string"}}},
                 {"section", {{"type", "integer"}, {"minimum", 0}}},
                 {"factuality", {{"enum", {"asserted", "negated", "possible"}}}},
                 {"confidence", {{"type", "number"}, {"exclusiveMinimum", 0}, {"maximum", 1}}},
                 {"args", object(args)},
                 {"evidence", evidence_schema(spec)}});
}

Json run_schema() {
  const Json options = object({{"factuality", {{"enum", {"asserted", "all"}}}},
                               {"mentions", {{"enum", {"all", "none"}}}},
                               {"offset_unit", {{"enum", {"codepoint", "byte", "utf16"}}}},
                               {"published", {{"type", "string"}}},
                               {"metadata", {{"type", "string"}}}},
                              {"published", "metadata"});
  return object({{"type", {{"const", "run"}}},
                 {"schema", {{"const", 1}}},
                 {"program", {{"type", "string"}}},
                 {"rules", {{"type", "string"}}},
                 {"options", options}});
}

Json document_schema() {
  Json error = object({{"code", {{"type", "string"}}}, {"message", {{"type", "string"}}}});
  error["type"] = Json::array({"object", "null"});
  return object({{"type", {{"const", "document"}}},
                 {"doc", {{"type", "string"}}},
                 {"status", {{"enum", {"ok", "error"}}}},
                 {"published", nullable("string")},
                 {"published_from",
                  {{"enum", {"record", "metadata", "html", "dateline", "url", "option", nullptr}}}},
                 {"title", nullable("string")},
                 {"sha256", nullable("string")},
                 {"encoding", nullable("string")},
                 {"replaced", {{"type", "integer"}, {"minimum", 0}}},
                 {"chars", {{"type", "integer"}, {"minimum", 0}}},
                 {"events", {{"type", "integer"}, {"minimum", 0}}},
                 {"error", error},
                 {"truncated", {{"const", true}}},
                 {"path_bytes", {{"type", "string"}, {"pattern", "^([0-9a-f]{2})+$"}}}},
                {"truncated", "path_bytes"});
}

const char* duckdb_type(ArgKind kind) {
  return kind == ArgKind::kNumber ? "BIGINT" : kind == ArgKind::kFlag ? "BOOLEAN" : "VARCHAR";
}

// `match` and `end` need no care inside quotes, so every name stands in them.
std::string in_quotes(std::string_view name) { return "\"" + std::string(name) + "\""; }

std::string duckdb_view(EventType type) {
  const EventSpec& spec = event_spec(type);
  const std::string view = is_mention(type)             ? std::string(spec.name) + "_mention"
                           : type == EventType::kRecord ? "balance"
                                                        : std::string(spec.name);
  std::string out = "CREATE OR REPLACE VIEW " + in_quotes(view) +
                    " AS\nSELECT doc, id, section, factuality, confidence";
  const auto column = [&out](std::string_view key, std::string_view name, const char* sql_type) {
    out += ",\n  (args->>'" + std::string(key) + "')::" + sql_type + " AS " + in_quotes(name);
  };
  for (const ArgSpec& arg : spec.args) {
    if (arg.kind != ArgKind::kDate) {
      column(arg.name, arg.name, duckdb_type(arg.kind));
      continue;
    }
    column(arg.name, std::string(arg.name) + "_edtf", "VARCHAR");
    column(earliest_name(type, arg.name), std::string(arg.name) + "_earliest", "DATE");
    column(latest_name(type, arg.name), std::string(arg.name) + "_latest", "DATE");
  }
  out +=
      ",\n  evidence[1].text AS text, evidence[1].\"start\" AS start_offset,\n"
      "  evidence[1].\"end\" AS end_offset, evidence[1].rule AS rule\nFROM event_line WHERE type = "
      "'" +
      std::string(spec.name) + "';\n\n";
  return out;
}

}  // namespace

std::string events_schema() {
  Json lines = Json::array({run_schema(), document_schema()});
  for (std::size_t i = 0; i < kEventTypes; ++i) {
    lines.push_back(event_schema(static_cast<EventType>(i)));
  }
  Json sources = Json::array();
  for (int i = 0; i <= static_cast<int>(Source::kRule); ++i) {
    sources.push_back(to_string(static_cast<Source>(i)));
  }
  const Json schema = {{"$schema", "https://json-schema.org/draft/2020-12/schema"},
                       {"$id", "https://panchina.invalid/events.schema.json"},
                       {"title", "A line of panchina's output, version 1"},
                       {"oneOf", lines},
                       {"$defs",
                        {{"span",
                          {{"type", "array"},
                           {"items", {{"type", "integer"}, {"minimum", 0}}},
                           {"minItems", 2},
                           {"maxItems", 2}}},
                         {"source", {{"enum", sources}}}}}};
  return schema.dump(1) + "\n";
}

std::string duckdb_views() {
  std::string out =
      "-- Views over events.jsonl in the working folder, one a type of event.\n"
      "-- Made by `panchina schema --duckdb`.\n\n"
      "CREATE OR REPLACE VIEW event_line AS\n"
      "SELECT * FROM read_json('events.jsonl', format = 'newline_delimited', columns = {\n"
      "  type: 'VARCHAR', id: 'VARCHAR', doc: 'VARCHAR', section: 'BIGINT', factuality: "
      "'VARCHAR',\n"
      "  confidence: 'DOUBLE', args: 'JSON',\n"
      "  evidence: 'STRUCT(\"start\" BIGINT, \"end\" BIGINT, text VARCHAR, sentence BIGINT, rule "
      "VARCHAR, "
      "cue VARCHAR, slots JSON, inferred JSON)[]',\n"
      "  status: 'VARCHAR', published: 'VARCHAR', published_from: 'VARCHAR', title: 'VARCHAR',\n"
      "  sha256: 'VARCHAR', encoding: 'VARCHAR', replaced: 'BIGINT', chars: 'BIGINT', events: "
      "'BIGINT'});\n\n"
      "CREATE OR REPLACE VIEW document AS\n"
      "SELECT doc, status, published, published_from, title, sha256, encoding, replaced, chars, "
      "events\n"
      "FROM event_line WHERE type = 'document';\n\n";
  for (std::size_t i = 0; i < kEventTypes; ++i) out += duckdb_view(static_cast<EventType>(i));
  out.pop_back();
  return out;
}

}  // namespace panchina
