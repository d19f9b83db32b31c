// Feature bits of WordReading::features: what an inflected form says of itself.
#pragma once

#include <cstdint>

namespace panchina {

inline constexpr std::uint32_t kWordFirst = 1u << 0;  // person
inline constexpr std::uint32_t kWordSecond = 1u << 1;
inline constexpr std::uint32_t kWordThird = 1u << 2;
inline constexpr std::uint32_t kWordSingular = 1u << 3;
inline constexpr std::uint32_t kWordPlural = 1u << 4;
inline constexpr std::uint32_t kWordMasculine = 1u << 5;
inline constexpr std::uint32_t kWordFeminine = 1u << 6;
// Finite forms: one of these.
inline constexpr std::uint32_t kWordPresent = 1u << 7;
inline constexpr std::uint32_t kWordImperfect = 1u << 8;
inline constexpr std::uint32_t kWordPast = 1u << 9;  // passato remoto
inline constexpr std::uint32_t kWordFuture = 1u << 10;
inline constexpr std::uint32_t kWordConditional = 1u << 11;
inline constexpr std::uint32_t kWordSubjunctive = 1u << 12;      // present
inline constexpr std::uint32_t kWordPastSubjunctive = 1u << 13;  // imperfect
inline constexpr std::uint32_t kWordFinite = 0x7Fu << 7;
// Others.
inline constexpr std::uint32_t kWordParticiple = 1u << 14;
inline constexpr std::uint32_t kWordInfinitive = 1u << 15;
inline constexpr std::uint32_t kWordGerund = 1u << 16;
// A pronoun joined to the end: `esonerarlo`, `affidandogli`, `dimettersi`, `andarsene`.
inline constexpr std::uint32_t kWordEncliticObject = 1u << 17;
inline constexpr std::uint32_t kWordEncliticDative = 1u << 18;
inline constexpr std::uint32_t kWordEncliticReflexive = 1u << 19;
inline constexpr std::uint32_t kWordEncliticOther = 1u << 20;
inline constexpr std::uint32_t kWordEnclitic = 0xFu << 17;
// The form ends with an accent that folding takes away (`esonerò`, `è`): it is this reading only
// where the token has one, and another reading of the same folded word (`esonero`, `e`) only where
// not. Lexicon::accented() tells.
inline constexpr std::uint32_t kWordAccent = 1u << 21;
// The verb forms its past with essere (`è arrivato`): with it, it is no passive.
inline constexpr std::uint32_t kWordTakesEssere = 1u << 22;

}  // namespace panchina
