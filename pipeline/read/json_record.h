// A JSON line {id, url, title, date, text}. Thread rule: free functions.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"

namespace panchina {

struct JsonRecord {
  std::string id;
  std::string url;
  std::string title;
  std::string date;
  std::optional<std::string> text;
};

// The string or number at `key` of the object that `line` holds, without reading the rest as JSON:
// some GB/s, for listing. None: no such key, or no object.
//   quick_field(R"({"text":"…","id":"a/1"})", "id")  // "a/1"
std::optional<std::string> quick_field(std::string_view line, std::string_view key);

// Whether objects and arrays lie in one another more than 64 deep.
bool json_is_too_deep(std::string_view json);

// The whole record; `published` and `doc` are read as `date` and `id`. An error is one sentence:
// no JSON, no object, nested more than 64 deep, a field of another type.
Result<JsonRecord, std::string> parse_json_record(std::string_view line);

}  // namespace panchina
