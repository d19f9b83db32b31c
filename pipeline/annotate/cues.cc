#include "annotate/cues.h"

#include <array>
#include <string>
#include <string_view>

#include "base/toml_file.h"
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
    "club_governor",
    "origin",
    "spell",
    "bench_act",
    "relative",
    "sends_away",
    "club_act",
    "club_home",
    "club_meets",
    "indefinite",
    "journey",
    "byname",
    "cup_noun",
    "of_word",
    "town_word",
    "called_off",
    "lineup_label",
    "city_word",
    "contest",
    "bench_change",
};

constexpr std::string_view kEndings = "name_ending";
constexpr std::string_view kMan = "man";

NameEnding ending_named(std::string_view kind) {
  return kind == "demonym"     ? NameEnding::kDemonym
         : kind == "feminine"  ? NameEnding::kFeminine
         : kind == "ambiguous" ? NameEnding::kAmbiguous
                               : NameEnding::kNone;
}

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

}  // namespace

Result<Cues, Diagnostics> Cues::load(const std::filesystem::path& rules_dir,
                                     Vocabulary& vocabulary) {
  const std::filesystem::path path = rules_dir / "words" / "cues.toml";
  const TomlFile file = TomlFile::read(path, path.string());
  Diagnostics problems = file.diagnostics();
  if (!problems.empty()) return Unexpected(std::move(problems));
  Cues cues;
  std::array<bool, kCueClasses> seen{};
  for (const TomlEntry& entry : file.root().entries) {
    if (entry.key == kEndings) {
      cues.read_endings(file, entry.value, problems);
      continue;
    }
    std::size_t c = 0;
    while (c < kCueClasses && kNames[c] != entry.key) ++c;
    const TomlValue* words = entry.value.value_of("words");
    if (c == kCueClasses) {
      problems.push_back(file.diagnose_key(
          entry, "unknown-class", "no class of cue words is named «" + entry.key + "»",
          did_you_mean(entry.key, {kNames.begin(), kNames.end()})));
      continue;
    }
    if (words == nullptr || !words->is_string()) {
      problems.push_back(file.diagnose(entry.value, "no-words", "a class needs words = '''…'''"));
      continue;
    }
    seen[c] = true;
    std::string_view text = words->string;
    for (auto word = take_word(text); !word.empty(); word = take_word(text)) {
      const Index id = vocabulary.add(folded(word));
      if (cues.bits_.size() <= id) cues.bits_.resize(id + 1);
      cues.bits_[id] |= CueBits{1} << c;
      cues.words_[c].push_back(id);
    }
  }
  for (std::size_t c = 0; c < kCueClasses; ++c) {
    if (!seen[c]) {
      problems.push_back({"no-class",
                          "the class «" + std::string(kNames[c]) + "» is missing",
                          {path.string(), 0, 0},
                          "",
                          "",
                          1});
    }
  }
  if (!problems.empty()) return Unexpected(std::move(problems));
  return cues;
}

void Cues::read_endings(const TomlFile& file, const TomlValue& kinds, Diagnostics& problems) {
  for (const TomlEntry& kind : kinds.entries) {
    if (kind.key == kMan && kind.value.is_string()) {
      man_ = kind.value.string;
      continue;
    }
    const NameEnding ending = ending_named(kind.key);
    if (ending == NameEnding::kNone || !kind.value.is_string()) {
      problems.push_back(file.diagnose_key(
          kind, "unknown-ending", "endings are demonym, feminine, ambiguous or man = \"…\""));
    }
    std::string_view text = kind.value.string;
    for (auto end = take_word(text); !end.empty(); end = take_word(text))
      endings_.emplace_back(end, ending);
  }
}

bool Cues::ends_as_man(std::string_view name) const {
  return !man_.empty() && name.ends_with(man_);
}

NameEnding Cues::ending_of(std::string_view name) const {
  for (const auto& [end, kind] : endings_) {
    if (name.ends_with(end)) return kind;
  }
  return NameEnding::kNone;
}

}  // namespace panchina
