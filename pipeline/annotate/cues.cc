#include "annotate/cues.h"

#define TOML_EXCEPTIONS 0
#include <toml++/toml.h>

#include <array>
#include <string>
#include <string_view>

#include "text/fold.h"

namespace panchina {
namespace {

constexpr std::array<std::string_view, kCueClasses> kNames = {
    "function_word",
    "masculine_article",
    "elided_article",
    "feminine_article",
    "plural_article",
    "bare_article",
    "place_preposition",
    "against",
    "between",
    "conjunction",
    "former",
    "title",
    "person_noun",
    "referee_word",
    "street",
    "place_noun",
    "born",
    "club_prefix",
    "club_suffix",
    "women",
    "youth_side",
    "club_noun",
    "person_head",
    "host",
    "guest",
    "club_context",
    "other_sport",
    "no_name",
    "person_lead",
    "new_word",
    "pronoun",
    "particle",
    "foreign_particle",
    "versus",
    "sure_prefix",
    "club_ending",
    "side_noun",
    "feminine_club",
    "to_article",
    "score_preposition",
    "at_place",
    "club_apposition",
    "standing_word",
    "round_word",
};

// The next blank-separated word of `text`, taken off its front; empty at the end.
std::string_view take_word(std::string_view& text) {
  const auto begin = text.find_first_not_of(" \n\t");
  if (begin == std::string_view::npos) return {};
  auto end = text.find_first_of(" \n\t", begin);
  if (end == std::string_view::npos) end = text.size();
  const std::string_view word = text.substr(begin, end - begin);
  text.remove_prefix(end);
  return word;
}

Diagnostic problem(const std::filesystem::path& file, const toml::source_region& where,
                   std::string code, std::string message) {
  return Diagnostic{std::move(code),
                    std::move(message),
                    Place{file.string(), where.begin.line, where.begin.column},
                    {},
                    {}};
}

}  // namespace

Result<Cues, Diagnostics> Cues::load(const std::filesystem::path& rules_dir,
                                     Vocabulary& vocabulary) {
  const auto file = rules_dir / "words" / "cues.toml";
  Diagnostics problems;
  const toml::parse_result parsed = toml::parse_file(file.string());
  if (!parsed) {
    problems.push_back(
        problem(file, parsed.error().source(), "toml", std::string(parsed.error().description())));
    return Unexpected(std::move(problems));
  }
  Cues cues;
  std::array<bool, kCueClasses> seen{};
  for (const auto& [key, node] : parsed.table()) {
    std::size_t c = 0;
    while (c < kCueClasses && kNames[c] != key.str()) ++c;
    const toml::node* words = node.as_table() == nullptr ? nullptr : node.as_table()->get("words");
    if (c == kCueClasses) {
      auto unknown = problem(file, key.source(), "unknown-class",
                             "no class of cue words is named «" + std::string(key.str()) + "»");
      unknown.hint = nearest(std::string(key.str()), {kNames.begin(), kNames.end()});
      problems.push_back(std::move(unknown));
      continue;
    }
    if (words == nullptr || !words->is_string()) {
      problems.push_back(problem(file, node.source(), "no-words", "a class needs words = '''…'''"));
      continue;
    }
    seen[c] = true;
    std::string_view text = words->as_string()->get();
    for (auto word = take_word(text); !word.empty(); word = take_word(text)) {
      const Index id = vocabulary.add(folded(word));
      if (cues.bits_.size() <= id) cues.bits_.resize(id + 1);
      cues.bits_[id] |= CueBits{1} << c;
      cues.words_[c].push_back(id);
    }
  }
  for (std::size_t c = 0; c < kCueClasses; ++c) {
    if (!seen[c]) {
      problems.push_back(problem(file, toml::source_region{}, "no-class",
                                 "the class «" + std::string(kNames[c]) + "» is missing"));
    }
  }
  if (!problems.empty()) return Unexpected(std::move(problems));
  return cues;
}

}  // namespace panchina
