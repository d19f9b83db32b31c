#include "base/toml_file.h"

// toml++ 3.3 asserts that a table's head is a key, and reports one that is none right after.
#define TOML_ASSERT(expr) static_assert(true)
#define TOML_EXCEPTIONS 0
#define TOML_ENABLE_FORMATTERS 0
#define TOML_ENABLE_WINDOWS_COMPAT 0
#include <toml++/toml.h>

#include <algorithm>
#include <bit>
#include <optional>

#include "base/file.h"
#include "base/hash.h"
#include "base/shortened_toml.h"

namespace panchina {

namespace {

// Each part with its length before it, so that no two values have the same bytes.
void append_part(std::string_view bytes, std::string& out) {
  out += std::to_string(bytes.size());
  out += ':';
  out += bytes;
}

void append_bytes(const TomlValue& value, std::string_view except, std::string& out) {
  out += static_cast<char>(value.kind);
  if (value.is_string()) append_part(value.string, out);
  if (value.kind == TomlValue::Kind::kInteger) append_part(std::to_string(value.integer), out);
  if (value.kind == TomlValue::Kind::kFloat)
    append_part(std::to_string(std::bit_cast<std::uint64_t>(value.number)), out);
  if (value.flag) out += '1';
  for (const TomlValue& item : value.items) append_bytes(item, except, out);
  out += '/';
  for (const TomlEntry& entry : value.entries) {
    if (entry.key == except) continue;
    append_part(entry.key, out);
    append_bytes(entry.value, except, out);
  }
  out += '/';
}

}  // namespace

const TomlEntry* TomlValue::find(std::string_view key) const {
  for (const TomlEntry& entry : entries) {
    if (entry.key == key) return &entry;
  }
  return nullptr;
}

const TomlValue* TomlValue::value_of(std::string_view key) const {
  const TomlEntry* entry = find(key);
  return entry == nullptr ? nullptr : &entry->value;
}

std::string TomlValue::string_of(std::string_view key) const {
  const TomlValue* value = value_of(key);
  return value == nullptr ? std::string() : value->string;
}

std::vector<std::string> TomlValue::strings_of(std::string_view key) const {
  const TomlValue* value = value_of(key);
  return value == nullptr ? std::vector<std::string>() : value->strings();
}

std::vector<std::string> TomlValue::strings() const {
  if (is_string()) return {string};
  std::vector<std::string> out;
  for (const TomlValue& item : items) {
    if (item.is_string()) out.push_back(item.string);
  }
  return out;
}

std::uint64_t TomlValue::fingerprint(std::string_view except) const {
  std::string bytes;
  append_bytes(*this, except, bytes);
  return hash64(bytes);
}

namespace {

// A parse of one stretch of a file, moved to its lines.
class Converter {
 public:
  Converter(const SourceFile& source, std::uint32_t line_shift)
      : source_(source), line_shift_(line_shift) {}
  // Of a whole file that was shortened; `source` is of the short text.
  Converter(const SourceFile& source, const ShortenedToml& shortened)
      : source_(source), shortened_(&shortened) {}

  TomlValue convert(const toml::node& node) {
    TomlValue out;
    out.offset = offset(node.source().begin);
    out.length = std::max(1u, offset(node.source().end) - out.offset);
    if (const auto* text = node.as_string()) {
      out.kind = TomlValue::Kind::kString;
      const auto inside = shortened_ != nullptr ? shortened_->inside(out.offset) : std::nullopt;
      out.string = inside ? *inside : std::string_view(text->get());
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
      out.items.reserve(array->size());
      for (const toml::node& item : *array) out.items.push_back(convert(item));
    } else if (const auto* table = node.as_table()) {
      out.kind = TomlValue::Kind::kTable;
      out.entries.reserve(table->size());
      for (const auto& [key, value] : *table) {
        out.entries.push_back({std::string(key.str()), offset(key.source().begin), convert(value)});
      }
      std::sort(out.entries.begin(), out.entries.end(),
                [](const TomlEntry& one, const TomlEntry& two) { return one.offset < two.offset; });
    }
    return out;
  }

  // In the whole text. Counted on from the last one where that stands before it in the line: arrays
  // can be long.
  std::uint32_t offset(const toml::source_position& position) {
    offset_ = position.line == last_.line && position.column >= last_.column
                  ? source_.skip(offset_, position.column - last_.column)
                  : source_.offset(position.line + line_shift_, position.column);
    last_ = position;
    return shortened_ != nullptr ? shortened_->whole(offset_) : offset_;
  }

 private:
  const SourceFile& source_;
  const ShortenedToml* shortened_ = nullptr;
  std::uint32_t line_shift_ = 0;
  toml::source_position last_{0, 0};
  std::uint32_t offset_ = 0;  // of `last_`
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
    const ShortenedToml shortened(source.text());
    const SourceFile read("", std::string(shortened.text()));
    toml::parse_result whole = toml::parse(read.text());
    if (whole) {
      file.root_ = Converter(read, shortened).convert(whole.table());
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
    if (!whole) file.diagnostics_.push_back(syntax_error(source, whole.error(), 0));
  }
  return file;
}

TomlFile TomlFile::read(const std::filesystem::path& path, const std::string& shown_name) {
  Result<std::string, FileError> text = read_file(path.string());
  if (!text) {
    TomlFile file = parse(shown_name, "");
    file.diagnostics_.push_back(
        {text.error().code, text.error().message, {shown_name, 0, 0}, "", "", 1});
    return file;
  }
  return parse(shown_name, *std::move(text));
}

Diagnostic TomlFile::diagnose(const TomlValue& value, std::string code, std::string message,
                              std::string hint) const {
  return source_->diagnose(value.offset, value.length, std::move(code), std::move(message),
                           std::move(hint));
}

Diagnostic TomlFile::diagnose_key(const TomlEntry& entry, std::string code, std::string message,
                                  std::string hint) const {
  return source_->diagnose(entry.offset, static_cast<std::uint32_t>(entry.key.size()),
                           std::move(code), std::move(message), std::move(hint));
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

TomlFolder::TomlFolder(const std::filesystem::path& folder, const std::filesystem::path& base)
    : base_(base) {
  std::error_code failed;
  for (std::filesystem::recursive_directory_iterator it(folder, failed), end; it != end;
       it.increment(failed)) {
    if (failed) break;
    std::error_code ignored;
    if (it->is_regular_file(ignored) && it->path().extension() == ".toml") {
      paths_.push_back(it->path());
    }
  }
  std::sort(paths_.begin(), paths_.end());
  files_.resize(paths_.size());
  if (paths_.empty()) done_.set_value();
}

void TomlFolder::work() {
  for (std::size_t i = next_++; i < paths_.size(); i = next_++) {
    files_[i] = TomlFile::read(paths_[i], paths_[i].lexically_relative(base_).generic_string());
    if (++parsed_ == paths_.size()) done_.set_value();
  }
}

std::vector<TomlFile> TomlFolder::take() {
  done_.get_future().wait();
  std::vector<TomlFile> files;
  files.reserve(files_.size());
  for (std::optional<TomlFile>& file : files_) files.push_back(*std::move(file));
  return files;
}

std::vector<TomlFile> read_toml_folder(const std::filesystem::path& folder,
                                       const std::filesystem::path& base) {
  TomlFolder files(folder, base);
  files.work();
  return files.take();
}

}  // namespace panchina
