#include "read/metadata.h"

#include <utility>
#include <vector>

#include "base/ascii.h"
#include "base/file.h"
#include "read/csv.h"
#include "read/decode.h"
#include "read/json_record.h"
#include "read/published.h"

namespace panchina {

namespace {

struct Entry {
  std::string doc;
  std::string date;
  std::string url;
  std::string title;
};

class Loader {
 public:
  explicit Loader(std::string path) : path_(std::move(path)) {}

  void read_csv(std::string_view text) {
    std::size_t end = record_end(text, 0);
    const CsvColumns columns = csv_columns(text.substr(0, end));
    const auto doc = columns.find({"doc", "id"});
    if (!doc) {
      report("no-doc-column", "the first line names no column `doc`", text.substr(0, end));
      return;
    }
    const auto date = columns.find({"published", "date"});
    const auto url = columns.find({"url"});
    const auto title = columns.find({"title"});
    line_ = 1;
    for (std::size_t begin = end + 1; begin < text.size(); begin = end + 1) {
      ++line_;
      end = record_end(text, begin);
      const std::string_view record = text.substr(begin, end - begin);
      if (record.find_first_not_of("\r\n \t") == std::string_view::npos) continue;
      const std::vector<std::string> fields = csv_fields(record, columns.separator);
      const auto field = [&](const std::optional<std::size_t>& place) {
        return place && *place < fields.size() ? fields[*place] : std::string();
      };
      add({field(doc), field(date), field(url), field(title)}, record);
      for (const char c : record) line_ += c == '\n' ? 1u : 0u;
    }
  }

  void read_json_lines(std::string_view text) {
    for (std::size_t begin = 0; begin < text.size();) {
      const std::size_t end = std::min(text.find('\n', begin), text.size());
      const std::string_view line = text.substr(begin, end - begin);
      begin = end + 1;
      ++line_;
      if (line.find_first_not_of("\r \t") == std::string_view::npos) continue;
      auto record = parse_json_record(line);
      if (!record) {
        report("bad-record", record.error(), line);
        continue;
      }
      add({record->id, record->date, record->url, record->title}, line);
    }
  }

  std::unordered_map<std::string, Metadata::Row> rows;
  Diagnostics problems;

 private:
  static std::size_t record_end(std::string_view text, std::size_t begin) {
    return std::min(csv_record_end(text, begin), text.size());
  }

  void report(std::string code, std::string message, std::string_view line) {
    Diagnostic problem;
    problem.code = std::move(code);
    problem.message = std::move(message);
    problem.place.file = path_;
    problem.place.line = line_;
    problem.source_line = line.substr(0, std::min(line.find_first_of("\r\n"), line.size()));
    problems.push_back(std::move(problem));
  }

  void add(Entry entry, std::string_view line) {
    if (entry.doc.empty()) return report("no-doc", "a row without `doc`", line);
    Metadata::Row row{day_of(entry.date), std::move(entry.url), std::move(entry.title)};
    if (row.published.empty() && !entry.date.empty()) {
      return report("bad-date", "«" + entry.date + "» is no day such as 2024-03-12", line);
    }
    const auto [place, is_new] = rows.try_emplace(std::move(entry.doc), row);
    if (!is_new && place->second.published != row.published) {
      report("duplicate-doc", "«" + place->first + "» stands twice with two dates", line);
    }
  }

  std::string path_;
  std::uint32_t line_ = 0;
};

}  // namespace

Result<Metadata, Diagnostics> Metadata::load(const std::string& path) {
  auto bytes = read_file(path);
  if (!bytes) {
    Diagnostic problem;
    problem.code = bytes.error().code;
    problem.message = bytes.error().message;
    return Unexpected(Diagnostics{std::move(problem)});
  }
  const std::string text = decode(*bytes).text;
  Loader loader(path);
  const std::string name = ascii_lower(path);
  if (name.ends_with(".csv") || name.ends_with(".tsv")) {
    loader.read_csv(text);
  } else {
    loader.read_json_lines(text.starts_with("\xEF\xBB\xBF") ? std::string_view(text).substr(3)
                                                            : std::string_view(text));
  }
  if (!loader.problems.empty()) return Unexpected(std::move(loader.problems));
  Metadata metadata;
  metadata.rows_ = std::move(loader.rows);
  return metadata;
}

const Metadata::Row* Metadata::find(const std::string& doc) const {
  const auto found = rows_.find(doc);
  return found == rows_.end() ? nullptr : &found->second;
}

}  // namespace panchina
