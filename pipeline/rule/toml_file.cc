#include "rule/toml_file.h"

#define TOML_EXCEPTIONS 0
#define TOML_ENABLE_FORMATTERS 0
#define TOML_ENABLE_WINDOWS_COMPAT 0
#include <toml++/toml.h>

#include <algorithm>
#include <fstream>
#include <sstream>

namespace panchina {

namespace {

bool continues_code_point(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

}  // namespace

SourceFile::SourceFile(std::string name, std::string text)
    : name_(std::move(name)), text_(std::move(text)), lines_{0} {
  for (std::uint32_t i = 0; i < text_.size(); ++i) {
    if (text_[i] == '\n') lines_.push_back(i + 1);
  }
}

Place SourceFile::place(std::uint32_t offset) const {
  offset = std::min(offset, static_cast<std::uint32_t>(text_.size()));
  const auto next = std::upper_bound(lines_.begin(), lines_.end(), offset);
  const auto line = static_cast<std::uint32_t>(next - lines_.begin());
  std::uint32_t column = 1;
  for (std::uint32_t i = lines_[line - 1]; i < offset; ++i) {
    if (!continues_code_point(text_[i])) ++column;
  }
  return {name_, line, column};
}

std::uint32_t SourceFile::offset(std::uint32_t line, std::uint32_t column) const {
  const auto size = static_cast<std::uint32_t>(text_.size());
  if (line == 0 || line > lines_.size()) return size;
  std::uint32_t at = lines_[line - 1];
  for (std::uint32_t i = 1; i < column && at < size && text_[at] != '\n'; ++i) {
    ++at;
    while (at < size && continues_code_point(text_[at])) ++at;
  }
  return at;
}

Diagnostic SourceFile::diagnose(std::uint32_t offset, std::uint32_t length, std::string code,
                                std::string message, std::string hint) const {
  offset = std::min(offset, static_cast<std::uint32_t>(text_.size()));
  Diagnostic out{std::move(code), std::move(message), place(offset), "", std::move(hint), 1};
  const std::uint32_t begin = lines_[out.place.line - 1];
  const std::size_t end = std::min(text_.find('\n', begin), text_.size());
  out.source_line = text_.substr(begin, end - begin);
  if (!out.source_line.empty() && out.source_line.back() == '\r') out.source_line.pop_back();
  std::uint32_t points = 0;
  for (std::size_t i = offset; i < std::min<std::size_t>(end, offset + length); ++i) {
    if (!continues_code_point(text_[i])) ++points;
  }
  out.length = std::max(1u, points);
  return out;
}

const TomlEntry* TomlValue::find(std::string_view key) const {
  for (const TomlEntry& entry : entries) {
    if (entry.key == key) return &entry;
  }
  return nullptr;
}

namespace {

// A parse of one stretch of a file, moved to its lines.
class Converter {
 public:
  Converter(const SourceFile& source, std::uint32_t line_shift)
      : source_(source), line_shift_(line_shift) {}

  TomlValue convert(const toml::node& node) const {
    TomlValue out;
    out.offset = offset(node.source().begin);
    out.length = std::max(1u, offset(node.source().end) - out.offset);
    if (const auto* text = node.as_string()) {
      out.kind = TomlValue::Kind::kString;
      out.string = text->get();
    } else if (const auto* integer = node.as_integer()) {
      out.kind = TomlValue::Kind::kInteger;
      out.integer = integer->get();
      out.number = static_cast<double>(out.integer);
    } else if (const auto* number = node.as_floating_point()) {
      out.kind = TomlValue::Kind::kFloat;
      out.number = number->get();
    } else if (const auto* flag = node.as_boolean()) {
      out.kind = TomlValue::Kind::kBool;
      out.flag = flag->get();
    } else if (const auto* array = node.as_array()) {
      out.kind = TomlValue::Kind::kArray;
      for (const toml::node& item : *array) out.items.push_back(convert(item));
    } else if (const auto* table = node.as_table()) {
      out.kind = TomlValue::Kind::kTable;
      for (const auto& [key, value] : *table) {
        out.entries.push_back({std::string(key.str()), offset(key.source().begin), convert(value)});
      }
      std::stable_sort(
          out.entries.begin(), out.entries.end(),
          [](const TomlEntry& one, const TomlEntry& two) { return one.offset < two.offset; });
    }
    return out;
  }

  std::uint32_t offset(const toml::source_position& position) const {
    return source_.offset(position.line + line_shift_, position.column);
  }

 private:
  const SourceFile& source_;
  std::uint32_t line_shift_;
};

// A literal string that an inner apostrophe ended: the commonest mistake in rules.
std::string apostrophe_hint(const SourceFile& source, std::uint32_t offset) {
  const std::string_view text = source.text();
  const std::size_t begin = text.rfind('\n', offset == 0 ? 0 : offset - 1) + 1;
  const std::size_t end = std::min(text.find('\n', offset), text.size());
  const std::string_view line = text.substr(begin, end > begin ? end - begin : 0);
  if (line.find("'''") != std::string_view::npos) return "";
  if (std::count(line.begin(), line.end(), '\'') < 3) return "";
  return "an apostrophe ends a '…' string: write '''…''' around Italian";
}

Diagnostic syntax_error(const SourceFile& source, const toml::parse_error& error,
                        std::uint32_t line_shift) {
  const std::uint32_t offset =
      source.offset(error.source().begin.line + line_shift, error.source().begin.column);
  return source.diagnose(offset, 1, "toml-syntax", std::string(error.description()),
                         apostrophe_hint(source, offset));
}

// Where the tables of a file begin: lines that open with `[` outside multi-line strings.
std::vector<std::uint32_t> table_lines(std::string_view text) {
  std::vector<std::uint32_t> lines;
  std::string_view fence;
  std::uint32_t line = 0;
  for (std::size_t begin = 0; begin < text.size(); ++line) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view one = text.substr(begin, end - begin);
    if (fence.empty() && !one.empty() && one[0] == '[') lines.push_back(line);
    for (std::size_t at = 0; at < one.size();) {
      const std::string_view rest = one.substr(at);
      if (fence.empty() && rest[0] == '#') break;
      if (fence.empty() && (rest.starts_with("'''") || rest.starts_with("\"\"\""))) {
        fence = rest.substr(0, 3);
        at += 3;
      } else if (!fence.empty() && rest.starts_with(fence)) {
        fence = {};
        at += 3;
      } else {
        ++at;
      }
    }
    begin = end + 1;
  }
  return lines;
}

// Appends the tables of a later stretch: arrays of tables grow, tables gain entries.
void merge(TomlValue& into, TomlValue&& from) {
  for (TomlEntry& entry : from.entries) {
    TomlEntry* old = nullptr;
    for (TomlEntry& candidate : into.entries) {
      if (candidate.key == entry.key) old = &candidate;
    }
    if (old == nullptr) {
      into.entries.push_back(std::move(entry));
    } else if (old->value.is_array() && entry.value.is_array()) {
      for (TomlValue& item : entry.value.items) old->value.items.push_back(std::move(item));
    } else if (old->value.is_table() && entry.value.is_table()) {
      merge(old->value, std::move(entry.value));
    }
  }
}

}  // namespace

TomlFile TomlFile::parse(std::string name, std::string text) {
  TomlFile file;
  file.source_ = std::make_shared<SourceFile>(std::move(name), std::move(text));
  file.root_.kind = TomlValue::Kind::kTable;
  const SourceFile& source = *file.source_;
  {
    toml::parse_result whole = toml::parse(source.text());
    if (whole) {
      file.root_ = Converter(source, 0).convert(whole.table());
      return file;
    }
  }
  // One stretch a table; a sub-table (`[[rule.emit]]`) stays with the table before it.
  std::vector<std::uint32_t> begins{0};
  for (const std::uint32_t line : table_lines(source.text())) {
    const std::string_view at = source.text().substr(source.offset(line + 1, 1));
    const std::size_t close = at.find(']');
    const bool nested = at.starts_with("[[") && at.substr(0, close).find('.') != at.npos;
    if (!nested && line > 0) begins.push_back(line);
  }
  const auto size = static_cast<std::uint32_t>(source.text().size());
  for (std::size_t i = 0; i < begins.size(); ++i) {
    const std::uint32_t begin = source.offset(begins[i] + 1, 1);
    const std::uint32_t end = i + 1 < begins.size() ? source.offset(begins[i + 1] + 1, 1) : size;
    toml::parse_result part = toml::parse(source.text().substr(begin, end - begin));
    if (part) {
      merge(file.root_, Converter(source, begins[i]).convert(part.table()));
    } else {
      file.diagnostics_.push_back(syntax_error(source, part.error(), begins[i]));
    }
  }
  if (file.diagnostics_.empty()) {  // the parts are fine, the whole is not: a table told twice
    toml::parse_result whole = toml::parse(source.text());
    file.diagnostics_.push_back(syntax_error(source, whole.error(), 0));
  }
  return file;
}

TomlFile TomlFile::read(const std::filesystem::path& path, const std::string& shown_name) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream text;
  if (in) text << in.rdbuf();
  if (!in || in.bad()) {
    TomlFile file = parse(shown_name, "");
    file.diagnostics_.push_back(
        {"not-readable", "the file cannot be read", {shown_name, 0, 0}, "", "", 1});
    return file;
  }
  return parse(shown_name, std::move(text).str());
}

std::uint32_t TomlFile::string_offset(const TomlValue& node, std::uint32_t at) const {
  const std::string_view text = source_->text();
  std::uint32_t offset = node.offset;
  if (offset >= text.size()) return offset;
  const char quote = text[offset];
  if (quote != '\'' && quote != '"') return offset;
  const std::string_view rest = text.substr(offset);
  const bool multi_line = rest.size() > 2 && rest[1] == quote && rest[2] == quote;
  offset += multi_line ? 3 : 1;
  if (multi_line && offset < text.size() && text[offset] == '\r') ++offset;
  if (multi_line && offset < text.size() && text[offset] == '\n') ++offset;
  if (quote == '\'') return std::min(offset + at, static_cast<std::uint32_t>(text.size()));
  for (std::uint32_t seen = 0; offset < text.size() && seen < at; ++seen) {
    if (text[offset] != '\\') {
      ++offset;
      continue;
    }
    const char escape = offset + 1 < text.size() ? text[offset + 1] : '\0';
    if (escape == 'u' || escape == 'U') {
      offset += escape == 'u' ? 6 : 10;
    } else if (escape == '\n' || escape == '\r' || escape == ' ') {  // a line that goes on
      offset = static_cast<std::uint32_t>(
          std::min(text.find_first_not_of(" \t\r\n", offset + 1), text.size()));
      --seen;
    } else {
      offset += 2;
    }
  }
  return std::min(offset, static_cast<std::uint32_t>(text.size()));
}

std::vector<TomlFile> read_toml_folder(const std::filesystem::path& folder,
                                       const std::filesystem::path& base) {
  std::vector<std::filesystem::path> paths;
  std::error_code failed;
  for (std::filesystem::recursive_directory_iterator it(folder, failed), end; it != end;
       it.increment(failed)) {
    if (failed) break;
    std::error_code ignored;
    if (it->is_regular_file(ignored) && it->path().extension() == ".toml") {
      paths.push_back(it->path());
    }
  }
  std::sort(paths.begin(), paths.end());
  std::vector<TomlFile> files;
  files.reserve(paths.size());
  for (const std::filesystem::path& path : paths) {
    files.push_back(TomlFile::read(path, path.lexically_relative(base).generic_string()));
  }
  return files;
}

}  // namespace panchina
