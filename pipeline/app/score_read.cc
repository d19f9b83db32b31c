#include "app/score_read.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/file.h"

namespace panchina {
namespace {

using Json = nlohmann::ordered_json;
namespace fs = std::filesystem;

Diagnostic problem(const fs::path& file, std::string message, std::uint32_t line = 0) {
  Diagnostic diagnostic;
  diagnostic.code = "malformed";
  diagnostic.message = std::move(message);
  diagnostic.place = {file.string(), line, 0};
  return diagnostic;
}

Diagnostic unreadable(const FileError& error) {
  Diagnostic diagnostic;
  diagnostic.code = error.code;
  diagnostic.message = error.message;
  return diagnostic;
}

ScoreValue value_of(const Json& json) {
  if (json.is_string()) return json.get<std::string>();
  if (json.is_boolean()) return json.get<bool>();
  if (json.is_number_integer()) return json.get<std::int64_t>();
  if (json.is_number()) return json.get<double>();
  return {};
}

ScoreSlots slots_of(const Json& object) {
  ScoreSlots slots;
  for (const auto& [name, json] : object.items()) {
    ScoreSlot slot;
    if (json.is_array()) {
      slot.list = true;
      slot.choices.clear();
      for (const Json& choice : json) slot.choices.push_back(value_of(choice));
      if (slot.choices.empty()) slot = {};
    } else {
      slot.choices = {value_of(json)};
    }
    slots.add(name, std::move(slot));
  }
  return slots;
}

std::string text_at(const Json& object, const char* name) {
  const auto found = object.find(name);
  return found != object.end() && found->is_string() ? found->get<std::string>() : "";
}

bool flag_at(const Json& object, const char* name) {
  const auto found = object.find(name);
  return found != object.end() && found->is_boolean() && found->get<bool>();
}

std::size_t code_points(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::count_if(
      text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

// Mentions of one type stand in text order: each is looked for behind the one before it.
std::string locate(const std::string& text, std::vector<GoldMention>& mentions) {
  std::map<std::string, std::size_t> at;
  for (GoldMention& mention : mentions) {
    std::size_t& from = at[mention.type];
    const std::size_t start = text.find(mention.text, from);
    if (start == std::string::npos) return mention.type + " '" + mention.text + "'";
    mention.start = code_points(std::string_view(text).substr(0, start));
    mention.end = mention.start + code_points(mention.text);
    from = start + 1;
  }
  return "";
}

std::vector<GoldFact> facts_of(const Json& gold, const char* name) {
  std::vector<GoldFact> facts;
  const auto list = gold.find(name);
  if (list == gold.end() || !list->is_array()) return facts;
  for (const Json& fact : *list) {
    if (!fact.is_object()) continue;
    facts.push_back({text_at(fact, "type"), slots_of(fact), flag_at(fact, "optional")});
  }
  return facts;
}

Result<GoldArticle, Diagnostic> read_article(const fs::path& file, const fs::path& texts) {
  Result<std::string, FileError> bytes = read_file(file.string());
  if (!bytes) return Unexpected(unreadable(bytes.error()));
  const Json gold = Json::parse(*bytes, nullptr, false);
  if (!gold.is_object() || text_at(gold, "doc").empty()) {
    return Unexpected(problem(file, "this is no gold file"));
  }
  GoldArticle article;
  article.doc = text_at(gold, "doc");
  if (const auto list = gold.find("mentions"); list != gold.end() && list->is_array()) {
    for (const Json& mention : *list) {
      if (!mention.is_object()) continue;
      article.mentions.push_back({text_at(mention, "type"), text_at(mention, "text"), 0, 0,
                                  slots_of(mention), flag_at(mention, "optional")});
    }
  }
  article.facts = facts_of(gold, "facts");
  article.traps = facts_of(gold, "traps");
  Result<std::string, FileError> text = read_file((texts / article.doc).string());
  if (!text) return Unexpected(unreadable(text.error()));
  if (const std::string lost = locate(*text, article.mentions); !lost.empty()) {
    return Unexpected(problem(file, "not found in text order: " + lost));
  }
  return article;
}

// An event line; nothing for other lines.
bool read_event(const Json& line, ScoredEvent& event) {
  event.type = text_at(line, "type");
  if (event.type == "run" || event.type == "document") return false;
  const std::string factuality = text_at(line, "factuality");
  event.asserted = factuality.empty() || factuality == "asserted";
  if (const auto found = line.find("confidence"); found != line.end() && found->is_number()) {
    event.confidence = found->get<double>();
  }
  if (const auto args = line.find("args"); args != line.end() && args->is_object()) {
    event.args = slots_of(*args);
  }
  const auto evidence = line.find("evidence");
  if (evidence != line.end() && evidence->is_array() && !evidence->empty()) {
    const Json& first = evidence->front();
    const auto offset = [&first](const char* name) {
      const auto found = first.find(name);
      return found != first.end() && found->is_number_unsigned() ? found->get<std::size_t>() : 0;
    };
    event.start = offset("start");
    event.end = offset("end");
    event.text = text_at(first, "text");
    event.rule = text_at(first, "rule");
  }
  return true;
}

}  // namespace

Result<std::vector<GoldArticle>, Diagnostic> read_gold(const fs::path& folder,
                                                       const fs::path& texts) {
  std::vector<fs::path> files;
  std::error_code failed;
  for (const auto& entry : fs::directory_iterator(folder, failed)) {
    if (entry.path().extension() == ".json") files.push_back(entry.path());
  }
  if (failed) return Unexpected(problem(folder, failed.message()));
  if (files.empty()) return Unexpected(problem(folder, "no gold here (*.json)"));
  std::ranges::sort(files);
  std::vector<GoldArticle> articles;
  for (const fs::path& file : files) {
    auto article = read_article(file, texts);
    if (!article) return Unexpected(std::move(article.error()));
    articles.push_back(std::move(*article));
  }
  return articles;
}

Result<EventsByDocument, Diagnostic> read_events(const std::string& path) {
  Result<std::string, FileError> bytes =
      path == "-" ? read_standard_input(std::size_t{1} << 31) : read_file(path);
  if (!bytes) return Unexpected(unreadable(bytes.error()));
  EventsByDocument events;
  std::string_view rest = *bytes;
  for (std::uint32_t number = 1; !rest.empty(); ++number) {
    const std::string_view text = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(rest.size(), text.size() + 1));
    if (text.find_first_not_of(" \t\r") == std::string_view::npos) continue;
    const Json line = Json::parse(text, nullptr, false);
    if (!line.is_object()) return Unexpected(problem(path, "this is no event line", number));
    ScoredEvent event;
    if (read_event(line, event)) events[text_at(line, "doc")].push_back(std::move(event));
  }
  return events;
}

}  // namespace panchina
