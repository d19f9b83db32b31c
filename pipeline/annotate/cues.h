// Cues: words that tell the kind of a name from what stands beside it (articles, titles, streets,
// parts of club names ...) or from how it ends, from rules/words/cues.toml. Thread rule: const and
// shared once loaded.
#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/diagnostic.h"
#include "base/result.h"
#include "document/layers.h"
#include "lexicon/vocabulary.h"

namespace panchina {

class TomlFile;
struct TomlValue;

// The classes of cues.toml, one table each; see that file for what is in them.
enum class CueClass : std::uint8_t {
  kFunctionWord,
  kMasculineArticle,
  kElidedArticle,
  kFeminineArticle,
  kPluralArticle,
  kBareArticle,
  kPlacePreposition,
  kAgainst,
  kBetween,
  kConjunction,
  kFormer,
  kTitle,
  kPersonNoun,
  kRefereeWord,
  kStreet,
  kPlaceNoun,
  kBorn,
  kClubPrefix,
  kClubSuffix,
  kWomen,
  kYouthSide,
  kClubNoun,
  kPersonHead,
  kHost,
  kGuest,
  kClubContext,
  kOtherSport,
  kNoName,
  kPersonLead,
  kNewWord,
  kPronoun,
  kParticle,
  kForeignParticle,
  kVersus,
  kSurePrefix,
  kClubEnding,
  kSideNoun,
  kFeminineClub,
  kToArticle,
  kScorePreposition,
  kAtPlace,
  kClubApposition,
  kStandingWord,
  kRoundWord,
  kClubGovernor,
  kOrigin,
  kSpell,
  kBenchAct,
  kRelative,
  kSendsAway,
  kClubAct,
  kClubHome,
  kClubMeets,
  kIndefinite,
  kJourney,
  kByname,
  kCupNoun,
  kOfWord,
  kTownWord,
  kCalledOff,
  kLineupLabel,
  kCityWord,
  kContest,
  kBenchChange,
};
inline constexpr std::size_t kCueClasses = 64;

using CueBits = std::uint64_t;
static_assert(kCueClasses <= 64);  // one bit each
constexpr CueBits cue_bit(CueClass c) { return CueBits{1} << static_cast<unsigned>(c); }
template <typename... C>
constexpr CueBits cue_bits(C... classes) {
  return (cue_bit(classes) | ...);
}

// The definite articles of one: of a man, of a woman, and that before a vowel.
inline constexpr CueBits kSingularArticles =
    cue_bits(CueClass::kMasculineArticle, CueClass::kElidedArticle, CueClass::kFeminineArticle);

// How a name ends that clubs take from the people of their town: [name_ending] of cues.toml.
enum class NameEnding : std::uint8_t { kNone, kDemonym, kFeminine, kAmbiguous };

class Cues {
 public:
  // Reads `rules_dir`/words/cues.toml and adds its words to `vocabulary`. All mistakes at once.
  static Result<Cues, Diagnostics> load(const std::filesystem::path& rules_dir,
                                        Vocabulary& vocabulary);

  // The classes of a word; none for 0.
  CueBits of(Index word) const { return word < bits_.size() ? bits_[word] : 0; }
  bool is(Index word, CueClass c) const { return (of(word) & cue_bit(c)) != 0; }

  // The ending of a name as written, in small letters.
  NameEnding ending_of(std::string_view name) const;
  // Whether a given name, in small letters, ends as a man's do.
  bool ends_as_man(std::string_view name) const;

  // Words of a list in the order of the file.
  std::span<const Index> words(CueClass c) const { return words_[static_cast<std::size_t>(c)]; }

 private:
  void read_endings(const TomlFile& file, const TomlValue& kinds, Diagnostics& problems);

  std::vector<CueBits> bits_;
  std::vector<Index> words_[kCueClasses];
  std::vector<std::pair<std::string, NameEnding>> endings_;
  std::string man_;  // how a man's given name ends; empty: the file does not say
};

}  // namespace panchina
