// What a command returns to the shell.
#pragma once

namespace panchina {

inline constexpr int kExitDone = 0;
inline constexpr int kExitFatal = 1;         // input, output or database failed
inline constexpr int kExitUsage = 2;         // options, rules or lexicon wrong
inline constexpr int kExitSomeFailed = 3;    // finished, but some articles could not be read
inline constexpr int kExitSignalBase = 128;  // 130 SIGINT, 143 SIGTERM

}  // namespace panchina
