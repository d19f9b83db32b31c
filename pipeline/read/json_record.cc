#include "read/json_record.h"

#include <nlohmann/json.hpp>
#include <utility>

namespace panchina {

namespace {

constexpr std::size_t kDeepest = 64;

// The end of the string whose opening quote is at `at`: the place behind its closing quote, or
// npos.
std::size_t string_end(std::string_view json, std::size_t at) {
  ++at;
  while (at < json.size()) {
    at = json.find_first_of("\"\\", at);
    if (at == std::string_view::npos) return at;
    if (json[at] == '"') return at + 1;
    at += 2;  // the backslash and what it escapes
  }
  return std::string_view::npos;
}

std::size_t skip_blanks(std::string_view json, std::size_t at) {
  while (at < json.size() &&
         (json[at] == ' ' || json[at] == '\t' || json[at] == '\n' || json[at] == '\r')) {
    ++at;
  }
  return at;
}

// The value at `at` as text, where it is a string or a number.
std::optional<std::string> scalar_at(std::string_view json, std::size_t at) {
  std::size_t end = at;
  if (at < json.size() && json[at] == '"') {
    end = string_end(json, at);
    if (end == std::string_view::npos) return std::nullopt;
    const auto value = nlohmann::json::parse(json.substr(at, end - at), nullptr, false);
    if (!value.is_string()) return std::nullopt;
    return value.get<std::string>();
  }
  while (end < json.size() && json.substr(end, 1).find_first_of("0123456789.+-eE") == 0) ++end;
  if (end == at) return std::nullopt;
  return std::string(json.substr(at, end - at));
}

// Objects and arrays in one another, at most.
std::size_t depth_of(std::string_view json) {
  std::size_t depth = 0;
  std::size_t deepest = 0;
  for (std::size_t at = 0; at < json.size();) {
    at = json.find_first_of("\"{}[]", at);
    if (at == std::string_view::npos) break;
    if (json[at] == '"') {
      at = string_end(json, at);
      continue;
    }
    if (json[at] == '{' || json[at] == '[') {
      deepest = std::max(deepest, ++depth);
    } else if (depth > 0) {
      --depth;
    }
    ++at;
  }
  return deepest;
}

// A field as text: a string, or a number as it is written; empty where it is missing or null.
Result<std::string, std::string> text_field(const nlohmann::json& record,
                                            std::initializer_list<const char*> names) {
  for (const char* name : names) {
    const auto found = record.find(name);
    if (found == record.end() || found->is_null()) continue;
    if (found->is_string()) return found->get<std::string>();
    if (found->is_number()) return found->dump();
    return Unexpected(std::string("\"") + name + "\" is no text");
  }
  return std::string();
}

}  // namespace

bool json_is_too_deep(std::string_view json) { return depth_of(json) > kDeepest; }

std::optional<std::string> quick_field(std::string_view line, std::string_view key) {
  std::size_t depth = 0;
  for (std::size_t at = 0; at < line.size();) {
    at = line.find_first_of("\"{}[]", at);
    if (at == std::string_view::npos) return std::nullopt;
    if (line[at] != '"') {
      if (line[at] == '{' || line[at] == '[') {
        ++depth;
      } else if (depth > 0) {
        --depth;
      }
      ++at;
      continue;
    }
    const std::size_t end = string_end(line, at);
    if (end == std::string_view::npos) return std::nullopt;
    const std::size_t colon = skip_blanks(line, end);
    const bool is_key = depth == 1 && colon < line.size() && line[colon] == ':';
    if (is_key && line.substr(at + 1, end - at - 2) == key) {
      return scalar_at(line, skip_blanks(line, colon + 1));
    }
    at = end;
  }
  return std::nullopt;
}

Result<JsonRecord, std::string> parse_json_record(std::string_view line) {
  if (json_is_too_deep(line)) {
    return Unexpected("nested more than " + std::to_string(kDeepest) + " deep");
  }
  const nlohmann::json parsed = nlohmann::json::parse(line, nullptr, false);
  if (parsed.is_discarded()) return Unexpected(std::string("no valid JSON"));
  if (!parsed.is_object()) return Unexpected(std::string("no JSON object"));
  JsonRecord record;
  const auto text = parsed.find("text");
  if (text != parsed.end() && text->is_string()) record.text = text->get<std::string>();
  if (text != parsed.end() && !text->is_string()) {
    return Unexpected(std::string("\"text\" is no text"));
  }
  struct Wanted {
    std::initializer_list<const char*> names;
    std::string* place;
  };
  for (const Wanted& wanted :
       {Wanted{{"id", "doc"}, &record.id}, Wanted{{"url"}, &record.url},
        Wanted{{"title"}, &record.title}, Wanted{{"date", "published"}, &record.date}}) {
    auto value = text_field(parsed, wanted.names);
    if (!value) return Unexpected(value.error());
    *wanted.place = *std::move(value);
  }
  return record;
}

}  // namespace panchina
