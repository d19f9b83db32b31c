#include "app/report_data.h"

#include <filesystem>
#include <nlohmann/json.hpp>
#include <unordered_map>

#include "base/file.h"

namespace panchina {
namespace {

using Json = nlohmann::ordered_json;
using Text = FactReader::Text;
using RowView = std::span<const Text>;

Json text_of(const Text& text) { return text ? Json(*text) : Json(nullptr); }

Json number_of(const Text& text) {
  if (!text) return nullptr;
  const Json number = Json::parse(*text, nullptr, false);
  return number.is_number() ? number : Json(nullptr);
}

Json object_of(const Text& text) {
  if (!text) return Json::object();
  Json object = Json::parse(*text, nullptr, false);
  return object.is_object() ? object : Json::object();
}

std::string key_of(const Text& doc, const Text& id) {
  std::string key(doc.value_or(""));
  key += '\0';
  key += id.value_or("");
  return key;
}

// The article as it stands below the folder; null where it is not there or is no UTF-8 text.
Json article_text(const std::string& folder, std::string_view doc) {
  if (folder.empty()) return nullptr;
  const std::filesystem::path relative(doc);
  // An id is data: it must not lead out of the folder.
  for (const auto& part : relative) {
    if (part == "..") return nullptr;
  }
  if (relative.is_absolute()) return nullptr;
  auto bytes = read_file((std::filesystem::path(folder) / relative).string());
  return bytes ? Json(std::move(*bytes)) : Json(nullptr);
}

// JSON for a <script> element: no `</script>`, no `<!--`, no line separators.
std::string escaped(const std::string& json) {
  std::string out;
  out.reserve(json.size() + json.size() / 16);
  for (std::size_t i = 0; i < json.size(); ++i) {
    switch (json[i]) {
      case '<':
        out += "\\u003c";
        break;
      case '>':
        out += "\\u003e";
        break;
      case '&':
        out += "\\u0026";
        break;
      case '\xE2':
        if (json.compare(i, 3, "\xE2\x80\xA8") == 0 || json.compare(i, 3, "\xE2\x80\xA9") == 0) {
          out += json[i + 2] == '\xA8' ? "\\u2028" : "\\u2029";
          i += 2;
          break;
        }
        [[fallthrough]];
      default:
        out += json[i];
    }
  }
  return out;
}

}  // namespace

Result<std::string, Diagnostic> report_data(FactReader& reader, const ReportSources& sources) {
  using What = FactReader::What;
  Json data = {{"runs", Json::array()}, {"articles", Json::array()}, {"careers", Json::array()}};
  std::unordered_map<std::string, Json> passages, events;
  const auto runs = [&](RowView row) {
    data["runs"].push_back(
        {{"program", text_of(row[0])}, {"rules", text_of(row[1])}, {"options", object_of(row[2])}});
  };
  const auto evidence = [&](RowView row) {
    Json& list = passages.try_emplace(key_of(row[0], row[1]), Json::array()).first->second;
    list.push_back({{"start", number_of(row[2])},
                    {"end", number_of(row[3])},
                    {"text", text_of(row[4])},
                    {"sentence", number_of(row[5])},
                    {"rule", text_of(row[6])},
                    {"cue", text_of(row[7])},
                    {"slots", object_of(row[8])},
                    {"inferred", object_of(row[9])}});
  };
  const auto event = [&](RowView row) {
    const auto found = passages.find(key_of(row[0], row[1]));
    Json& list = events.try_emplace(std::string(row[0].value_or("")), Json::array()).first->second;
    list.push_back({{"id", text_of(row[1])},
                    {"type", text_of(row[2])},
                    {"section", number_of(row[3])},
                    {"factuality", text_of(row[4])},
                    {"confidence", number_of(row[5])},
                    {"args", object_of(row[6])},
                    {"evidence", found == passages.end() ? Json::array() : found->second}});
  };
  const auto document = [&](RowView row) {
    const std::string doc(row[0].value_or(""));
    const auto found = events.find(doc);
    data["articles"].push_back({{"doc", doc},
                                {"status", text_of(row[1])},
                                {"published", text_of(row[2])},
                                {"published_from", text_of(row[3])},
                                {"title", text_of(row[4])},
                                {"error", text_of(row[6])},
                                {"text", article_text(sources.texts, doc)},
                                {"events", found == events.end() ? Json::array() : found->second}});
  };
  const auto career = [&](RowView row) {
    static constexpr const char* kNames[] = {
        "person_key",     "person",       "place",      "club",          "role",       "start",
        "start_earliest", "start_latest", "end",        "end_earliest",  "end_latest", "end_cause",
        "articles",       "agree",        "contradict", "contradictions"};
    Json spell = Json::object();
    for (std::size_t i = 0; i < std::size(kNames); ++i) {
      spell[kNames[i]] = i >= 12 && i < 15 ? number_of(row[i]) : text_of(row[i]);
    }
    data["careers"].push_back(std::move(spell));
  };
  const std::pair<What, FactReader::Row> parts[] = {{What::kRuns, runs},
                                                    {What::kEvidence, evidence},
                                                    {What::kEvents, event},
                                                    {What::kDocuments, document},
                                                    {What::kCareers, career}};
  for (const auto& [what, take] : parts) {
    if (auto done = reader.read(what, take); !done) return Unexpected(std::move(done.error()));
  }
  if (sources.gold) {
    data["errors"] = Json::array();
    for (const ScoreError& error : sources.errors) {
      data["errors"].push_back({{"doc", error.doc},
                                {"type", error.type},
                                {"label", error.label},
                                {"what", error.what},
                                {"rule", error.rule},
                                {"passage", error.passage}});
    }
  }
  return escaped(data.dump(-1, ' ', false, Json::error_handler_t::replace));
}

}  // namespace panchina
