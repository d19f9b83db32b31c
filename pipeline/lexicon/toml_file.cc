#include "lexicon/toml_file.h"

#include <algorithm>

#include "base/file.h"

#define TOML_EXCEPTIONS 0
#include <toml++/toml.h>

namespace panchina {
namespace {

TomlNode to_node(const toml::node& node) {
  TomlNode out;
  out.line = node.source().begin.line;
  if (const auto* text = node.as_string()) {
    out.kind = TomlNode::Kind::kText;
    out.text = text->get();
  } else if (const auto* number = node.as_integer()) {
    out.kind = TomlNode::Kind::kNumber;
    out.number = number->get();
  } else if (const auto* flag = node.as_boolean()) {
    out.kind = TomlNode::Kind::kFlag;
    out.number = flag->get() ? 1 : 0;
  } else if (const auto* array = node.as_array()) {
    out.kind = TomlNode::Kind::kArray;
    for (const toml::node& item : *array) out.items.push_back(to_node(item));
  } else if (const auto* table = node.as_table()) {
    out.kind = TomlNode::Kind::kTable;
    std::vector<std::pair<toml::source_position, std::size_t>> order;
    std::vector<TomlField> fields;
    for (auto&& [key, value] : *table) {
      order.emplace_back(key.source().begin, fields.size());
      fields.push_back({std::string(key.str()), to_node(value)});
    }
    std::stable_sort(order.begin(), order.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    for (const auto& [position, i] : order) out.fields.push_back(std::move(fields[i]));
  }
  return out;
}

}  // namespace

const TomlNode* TomlNode::field(std::string_view name) const {
  for (const auto& [key, value] : fields) {
    if (key == name) return &value;
  }
  return nullptr;
}

std::vector<std::string> TomlNode::texts() const {
  if (kind == Kind::kText) return {text};
  std::vector<std::string> out;
  for (const TomlNode& item : items) {
    if (item.kind == Kind::kText) out.push_back(item.text);
  }
  return out;
}

std::vector<std::string> TomlNode::texts(std::string_view name) const {
  const TomlNode* node = field(name);
  return node == nullptr ? std::vector<std::string>() : node->texts();
}

std::optional<TomlNode> read_toml(const std::filesystem::path& path, LexiconBuilder& builder) {
  const Result<std::string, FileError> file = read_file(path.string());
  if (!file) {
    builder.report(file.error().code, file.error().message, path.string(), 0);
    return std::nullopt;
  }
  const toml::parse_result parsed = toml::parse(*file, path.string());
  if (!parsed) {
    Diagnostic diagnostic;
    diagnostic.code = "bad-toml";
    diagnostic.message = std::string(parsed.error().description());
    diagnostic.place = {path.string(), parsed.error().source().begin.line,
                        parsed.error().source().begin.column};
    builder.report(std::move(diagnostic));
    return std::nullopt;
  }
  return to_node(parsed.table());
}

}  // namespace panchina
