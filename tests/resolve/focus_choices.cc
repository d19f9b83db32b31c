// focus_choices RULES_DIR: reads `path<TAB>published` lines (the day may be empty) and prints, for
// every choice among persons or clubs that an asserted statement of those articles took, one JSON
// line: the article, the type and args of the statement, the arg chosen for, the matter, and each
// candidate with its signs. `focus_choices club|person` prints the names of the signs. For
// fit_focus.py.
#include <array>
#include <cstdio>
#include <nlohmann/json.hpp>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "each_article.h"
#include "resolve/focus/club_signs.h"
#include "resolve/focus/person_signs.h"
#include "resolve/resolver.h"

namespace panchina {
namespace {

constexpr auto kPlaceNames =
    std::to_array<const char*>({"near", "clause", "side", "before", "after", "later", "last",
                                "two_back", "paragraph", "aside", "title", "heading"});
static_assert(kPlaceNames.size() == kPlaces);
constexpr auto kSharedNames = std::to_array<const char*>(
    {"near_plain", "near_verb", "after_plain", "after_verb", "subject", "epithet_here",
     "epithet_back", "paragraph_ago", "earlier", "main", "clear_main", "newcomer", "headed", "most",
     "once", "half", "third", "sixth"});
static_assert(kSharedNames.size() == kSharedSigns);

constexpr auto kClubCaseNames = std::to_array<const char*>(
    {"free", "of", "post", "where", "with", "opponent", "pair", "governed"});
static_assert(kClubCaseNames.size() == kClubCases);
constexpr auto kClubSignNames = std::to_array<const char*>(
    {"tied_here", "tied_paragraph", "tied", "first_tied", "beside_person", "post_here", "last_post",
     "last_named", "nation", "played", "protagonist", "one_of_two", "topic", "owner", "town_here",
     "town_last", "town_page", "town_most", "ground"});
static_assert(kSharedSigns + kPlaces * kClubCases + kClubSignNames.size() == kClubSigns);

constexpr auto kPersonCaseNames = std::to_array<const char*>(
    {"free", "object", "of", "governed", "antecedent", "speech", "role_of", "replaced"});
static_assert(kPersonCaseNames.size() == kPersonCases);
constexpr auto kPersonSignNames =
    std::to_array<const char*>({"role", "focus", "portrait", "tied", "tied_there", "beside_club",
                                "other_post", "subordinate"});
static_assert(kSharedSigns + kPlaces * kPersonCases + kPersonSignNames.size() == kPersonSigns);

void print_names(bool person) {
  const std::span<const char* const> cases =
      person ? std::span<const char* const>(kPersonCaseNames) : kClubCaseNames;
  const std::span<const char* const> signs =
      person ? std::span<const char* const>(kPersonSignNames) : kClubSignNames;
  for (const char* sign : kSharedNames) std::puts(sign);
  for (const char* kase : cases) {
    for (const char* place : kPlaceNames) std::printf("%s:%s\n", place, kase);
  }
  for (const char* sign : signs) std::puts(sign);
}

void print_choices(const Engine& engine, Document& document) {
  std::vector<Choice> choices;
  const std::vector<Statement> statements = engine.resolver().statements(document, &choices);
  for (const Choice& choice : choices) {
    if (choice.statement >= statements.size() || choice.arg == kNoIndex) continue;
    const Statement& statement = statements[choice.statement];
    if (statement.factuality != Factuality::kAsserted) continue;
    const EventSpec& spec = event_spec(statement.type);
    nlohmann::json line = {{"doc", document.info.doc},
                           {"type", spec.name},
                           {"kind", choice.kind == Choice::Kind::kClub ? "club" : "person"},
                           {"arg", spec.args[choice.arg].name},
                           {"matter", choice.matter},
                           {"args", nlohmann::json::object()},
                           {"candidates", nlohmann::json::array()}};
    for (Index arg = 0; arg < spec.args.size(); ++arg) {
      const ArgValue& value = statement.args[arg];
      if (is_null(value)) continue;
      line["args"][std::string(spec.args[arg].name)] = std::holds_alternative<bool>(value)
                                                           ? nlohmann::json(std::get<bool>(value))
                                                           : nlohmann::json(value_text(value));
    }
    for (const Choice::Candidate& candidate : choice.candidates)
      line["candidates"].push_back({candidate.value, candidate.signs});
    std::puts(line.dump().c_str());
  }
}

}  // namespace
}  // namespace panchina

int main(int argc, char** argv) {
  using namespace panchina;
  if (argc != 2) return 2;
  const std::string_view what = argv[1];
  if (what == "club" || what == "person") return print_names(what == "person"), 0;
  return each_article(argv[1], print_choices);
}
