// UTF-8 that was once read as Windows-1252 and saved again: `Ã¨` for `è`, `â€™` for `’`. Only sure
// patterns: what they become must be a letter or mark that Italian pages use, and what they are
// made of must be next to meaningless. Thread rule: free functions.
#pragma once

#include <cstdint>

namespace panchina {

// True for the code points that such a sequence begins with: Â Ã â.
constexpr bool begins_mojibake(char32_t c) { return c == 0xC2 || c == 0xC3 || c == 0xE2; }

// The code point that the sequence stands for, or 0. `third` is looked at only after â; pass 0
// where the text ends.
//   repaired_mojibake(U'Ã', U'¨', 0) == U'è'
char32_t repaired_mojibake(char32_t first, char32_t second, char32_t third);

}  // namespace panchina
