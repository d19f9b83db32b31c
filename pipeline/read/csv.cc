#include "read/csv.h"

#include <algorithm>

#include "base/ascii.h"

namespace panchina {

namespace {

std::string lower_trimmed(std::string_view name) {
  const std::size_t begin = name.find_first_not_of(" \t\r\xEF\xBB\xBF");
  if (begin == std::string_view::npos) return {};
  const std::size_t end = name.find_last_not_of(" \t\r") + 1;
  return ascii_lower(name.substr(begin, end - begin));
}

std::string_view without_line_end(std::string_view record) {
  if (record.ends_with('\n')) record.remove_suffix(1);
  if (record.ends_with('\r')) record.remove_suffix(1);
  return record;
}

}  // namespace

std::optional<std::size_t> CsvColumns::find(
    std::initializer_list<std::string_view> names_wanted) const {
  for (const std::string_view wanted : names_wanted) {
    const auto found = std::find(names.begin(), names.end(), wanted);
    if (found != names.end()) return static_cast<std::size_t>(found - names.begin());
  }
  return std::nullopt;
}

CsvColumns csv_columns(std::string_view first_line) {
  CsvColumns columns;
  std::ptrdiff_t most = 0;
  for (const char separator : {',', ';', '\t'}) {
    const auto count = std::count(first_line.begin(), first_line.end(), separator);
    if (count > most) {
      most = count;
      columns.separator = separator;
    }
  }
  for (const std::string& name : csv_fields(first_line, columns.separator)) {
    columns.names.push_back(lower_trimmed(name));
  }
  return columns;
}

std::vector<std::string> csv_fields(std::string_view record, char separator) {
  record = without_line_end(record);
  std::vector<std::string> fields(1);
  bool quoted = false;
  for (std::size_t at = 0; at < record.size(); ++at) {
    const char c = record[at];
    if (quoted) {
      if (c != '"') {
        fields.back() += c;
      } else if (at + 1 < record.size() && record[at + 1] == '"') {
        fields.back() += '"';
        ++at;
      } else {
        quoted = false;
      }
    } else if (c == '"' && fields.back().empty()) {
      quoted = true;
    } else if (c == separator) {
      fields.emplace_back();
    } else {
      fields.back() += c;
    }
  }
  return fields;
}

std::size_t csv_record_end(std::string_view text, std::size_t begin) {
  bool quoted = false;
  for (std::size_t at = begin; at < text.size(); ++at) {
    if (text[at] == '"') quoted = !quoted;
    if (text[at] == '\n' && !quoted) return at;
  }
  return std::string_view::npos;
}

}  // namespace panchina
