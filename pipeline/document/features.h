// Feature bits of Reading::features, by kind, and their names. A rule writes them as `{date
// kind=range}`, `<esonerare.passive.past>`.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace panchina {

// The name of a bit, as rules, signs and `panchina units` have it.
struct FeatureName {
  std::uint32_t bit;
  std::string_view name;
};

// kVerb
inline constexpr std::uint32_t kVerbActive = 1u << 0;
inline constexpr std::uint32_t kVerbPassive = 1u << 1;
inline constexpr std::uint32_t kVerbReflexive = 1u << 2;
inline constexpr std::uint32_t kVerbParticiple = 1u << 3;
inline constexpr std::uint32_t kVerbInfinitive = 1u << 4;
inline constexpr std::uint32_t kVerbGerund = 1u << 5;
inline constexpr std::uint32_t kVerbPresent = 1u << 6;
inline constexpr std::uint32_t kVerbPast = 1u << 7;
inline constexpr std::uint32_t kVerbFuture = 1u << 8;
inline constexpr std::uint32_t kVerbNegative = 1u << 9;
inline constexpr std::uint32_t kVerbPossible = 1u << 10;
inline constexpr std::uint32_t kVerbCliticObject = 1u << 11;
inline constexpr std::uint32_t kVerbImperfect = 1u << 12;
inline constexpr std::uint32_t kVerbPerfect = 1u << 13;       // `prese`, `ha preso`
inline constexpr std::uint32_t kVerbCliticDative = 1u << 14;  // `gli ha comunicato`
inline constexpr std::uint32_t kVerbThere = 1u << 15;         // `ci andai`, `vi rimase`
inline constexpr std::array<FeatureName, 16> kVerbFeatures = {{{kVerbActive, "active"},
                                                               {kVerbPassive, "passive"},
                                                               {kVerbReflexive, "reflexive"},
                                                               {kVerbParticiple, "participle"},
                                                               {kVerbInfinitive, "infinitive"},
                                                               {kVerbGerund, "gerund"},
                                                               {kVerbPresent, "present"},
                                                               {kVerbPast, "past"},
                                                               {kVerbImperfect, "imperfect"},
                                                               {kVerbPerfect, "perfect"},
                                                               {kVerbFuture, "future"},
                                                               {kVerbNegative, "negative"},
                                                               {kVerbPossible, "possible"},
                                                               {kVerbCliticObject, "clitic"},
                                                               {kVerbCliticDative, "dative"},
                                                               {kVerbThere, "there"}}};

// kDate: its kind
inline constexpr std::uint32_t kDateDay = 1u << 0;  // a calendar day
inline constexpr std::uint32_t kDateMonth = 1u << 1;
inline constexpr std::uint32_t kDateYear = 1u << 2;
inline constexpr std::uint32_t kDateRange = 1u << 3;
inline constexpr std::uint32_t kDateSeason = 1u << 4;
inline constexpr std::uint32_t kDateDuration = 1u << 5;
inline constexpr std::uint32_t kDateTime = 1u << 6;
inline constexpr std::uint32_t kDateRelative = 1u << 7;  // needs published or story
inline constexpr std::uint32_t kDateFrom = 1u << 8;   // `dal 2008`, `da luglio`: open at the right
inline constexpr std::uint32_t kDateUntil = 1u << 9;  // `fino al 2016`, `entro`
inline constexpr std::array<FeatureName, 10> kDateKinds = {{{kDateDay, "day"},
                                                            {kDateMonth, "month"},
                                                            {kDateYear, "year"},
                                                            {kDateRange, "range"},
                                                            {kDateSeason, "season"},
                                                            {kDateDuration, "duration"},
                                                            {kDateTime, "time"},
                                                            {kDateRelative, "relative"},
                                                            {kDateFrom, "from"},
                                                            {kDateUntil, "until"}}};
// The name of one of those bits; empty of any other.
constexpr std::string_view date_kind_name(std::uint32_t bit) {
  for (const FeatureName& one : kDateKinds) {
    if (one.bit == bit) return one.name;
  }
  return {};
}
// Such as a post or a playing spell lasts, begins or ends by.
inline constexpr std::uint32_t kDateOfSpell = kDateRange | kDateSeason | kDateFrom | kDateUntil;

// kNumber
inline constexpr std::uint32_t kNumberArticle = 1u << 0;  // un, uno, una: number or article
inline constexpr std::uint32_t kNumberWord = 1u << 1;     // written in letters

// kScore
inline constexpr std::uint32_t kScoreHalfTime = 1u << 0;  // of a part of the match: `sul 2-0`
inline constexpr std::uint32_t kScorePenalties = 1u << 1;
inline constexpr std::uint32_t kScoreExtraTime = 1u << 2;

// kRecord
inline constexpr std::uint32_t kRecordTwo = 1u << 0;  // two numbers: `(187-34)`

// kRole
// Names the post, not the holder: panchina, timone, guida tecnica.
inline constexpr std::uint32_t kRoleVacant = 1u << 0;
inline constexpr std::array<FeatureName, 1> kRoleFeatures = {{{kRoleVacant, "vacant"}}};

// kClub, kNation
inline constexpr std::uint32_t kClubYouthSide = 1u << 0;
inline constexpr std::uint32_t kClubWomen = 1u << 1;
// Not in the lexicon: its value is an index in Document::unknown_clubs.
inline constexpr std::uint32_t kClubUnknown = 1u << 2;
// A town that stands for its club: `approda a Bergamo`. No other kind has that bit: patterns refuse
// it of slots of several kinds.
inline constexpr std::uint32_t kClubTown = 1u << 31;
inline constexpr std::array<FeatureName, 4> kClubFeatures = {{{kClubYouthSide, "youth"},
                                                              {kClubWomen, "women"},
                                                              {kClubUnknown, "unknown"},
                                                              {kClubTown, "town"}}};

// kCompetition: not in the lexicon, its value is an index in Document::unknown_cups.
inline constexpr std::uint32_t kCompetitionUnknown = 1u << 0;

}  // namespace panchina
