// club_choices RULES_DIR: reads `path<TAB>published` lines (the day may be empty) and prints, for
// every choice among clubs that an asserted statement of those articles took, one JSON line: the
// article, the type and args of the statement, the matter, and each candidate with its signs. `
// club_choices` without arguments prints the names of the signs. For fit_club_signs.py.
#include <array>
#include <cstdio>
#include <filesystem>
#include <iostream>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "app/engine.h"
#include "base/file.h"
#include "read/decode.h"
#include "resolve/club_signs.h"
#include "resolve/resolver.h"

namespace panchina {
namespace {

constexpr std::array<const char*, kClubPlaces> kPlaces = {
    "near", "clause",   "side",      "before", "after", "later",
    "last", "two_back", "paragraph", "aside",  "title", "heading"};
constexpr std::array<const char*, kClubCases> kCases = {"free", "of",       "post", "where",
                                                        "with", "opponent", "pair", "governed"};
constexpr auto kOthers = std::to_array<const char*>(
    {"near_plain",     "near_verb",    "clause_plain", "clause_verb",   "after_plain", "after_verb",
     "subject",        "epithet_here", "epithet_back", "paragraph_ago", "earlier",     "tied_here",
     "tied_paragraph", "tied",         "first_tied",   "last_post",     "last_named",  "headed",
     "main",           "clear_main",   "newcomer",     "most",          "once",        "half",
     "third",          "sixth",        "team",         "protagonist",   "one_of_two",  "topic"});
static_assert(kOthers.size() == kClubSigns - kClubPlaces * kClubCases);

void print_names() {
  for (const char* place : kPlaces) {
    for (const char* kase : kCases) std::printf("%s:%s\n", place, kase);
  }
  for (const char* other : kOthers) std::puts(other);
}

void print_choices(const Engine& engine, const std::string& path, const std::string& published) {
  const auto bytes = read_file(path);
  if (!bytes) {
    std::fprintf(stderr, "cannot read %s\n", path.c_str());
    return;
  }
  Document document;
  document.info.doc = std::filesystem::path(path).filename().string();
  document.info.given_published = published;
  document.info.given_from = published.empty() ? PublishedFrom::kNone : PublishedFrom::kMetadata;
  document.text = engine.normalize(decode(*bytes).text);
  engine.match(document);
  std::vector<ClubChoice> choices;
  const std::vector<Statement> statements = engine.resolver().statements(document, &choices);
  for (const ClubChoice& choice : choices) {
    if (choice.statement >= statements.size()) continue;
    const Statement& statement = statements[choice.statement];
    if (statement.factuality != Factuality::kAsserted) continue;
    const EventSpec& spec = event_spec(statement.type);
    nlohmann::json line = {{"doc", document.info.doc},
                           {"type", spec.name},
                           {"matter", static_cast<int>(choice.matter)},
                           {"args", nlohmann::json::object()},
                           {"candidates", nlohmann::json::array()}};
    for (Index arg = 0; arg < spec.args.size(); ++arg) {
      const ArgValue& value = statement.args[arg];
      if (is_null(value)) continue;
      line["args"][std::string(spec.args[arg].name)] = std::holds_alternative<bool>(value)
                                                           ? nlohmann::json(std::get<bool>(value))
                                                           : nlohmann::json(value_text(value));
    }
    for (std::size_t i = 0; i < choice.candidates.size(); ++i) {
      std::vector<std::size_t> signs;
      for (std::size_t sign = 0; sign < kClubSigns; ++sign) {
        if (choice.candidates[i].signs[sign]) signs.push_back(sign);
      }
      line["candidates"].push_back({choice.ids[i], signs});
    }
    std::puts(line.dump().c_str());
  }
}

}  // namespace
}  // namespace panchina

int main(int argc, char** argv) {
  using namespace panchina;
  if (argc == 1) return print_names(), 0;
  const auto engine = Engine::load(argv[1]);
  if (!engine) {
    for (const Diagnostic& diagnostic : engine.error()) {
      std::fputs(to_text(diagnostic).c_str(), stderr);
    }
    return 2;
  }
  for (std::string line; std::getline(std::cin, line);) {
    const std::size_t tab = line.find('\t');
    print_choices(**engine, line.substr(0, tab),
                  tab == std::string::npos ? std::string() : line.substr(tab + 1));
  }
  return 0;
}
