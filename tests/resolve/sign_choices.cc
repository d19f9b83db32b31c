// sign_choices RULES_DIR: reads `path<TAB>published` lines (the day may be empty) and prints one
// JSON line for every club of running text that no rule claims and every person that it may be told
// of: the article, the person, the club, whether a rule tells of the two elsewhere, the signs; and
// for every date beside what is told of a post or a playing spell: the type, its points, whether
// start and end are told. For fit_signs.py.
#include <cstdio>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "each_article.h"
#include "resolve/resolver.h"

namespace panchina {
namespace {

void print_choices(const Engine& engine, Document& document) {
  SignChoices choices;
  engine.resolver().statements(document, nullptr, &choices);
  for (const auto* pairs : {&choices.spells, &choices.posts}) {
    for (const SpellChoice& choice : *pairs) {
      const nlohmann::json line = {
          {"doc", document.info.doc}, {"what", pairs == &choices.posts ? "post" : "spell"},
          {"person", choice.person},  {"club", choice.club},
          {"told", choice.told},      {"signs", choice.signs}};
      std::puts(line.dump().c_str());
    }
  }
  for (const DateChoice& choice : choices.dates) {
    const nlohmann::json line = {
        {"doc", document.info.doc},      {"type", choice.type},       {"person", choice.person},
        {"club", choice.club},           {"first", choice.first},     {"last", choice.last},
        {"has_start", choice.has_start}, {"has_end", choice.has_end}, {"signs", choice.signs}};
    std::puts(line.dump().c_str());
  }
}

}  // namespace
}  // namespace panchina

int main(int argc, char** argv) {
  using namespace panchina;
  if (argc != 2) return 2;
  return each_article(argv[1], print_choices);
}
