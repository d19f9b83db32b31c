// Character references that a page's HTML left in its text: `citt&agrave;`, `l&#8217;Ascoli`,
// `&amp;`. Thread rule: free functions.
#pragma once

#include <cstdint>
#include <string_view>

namespace panchina {

struct CharacterReference {
  char32_t value = 0;     // the code point; 0: there is none
  std::uint32_t end = 0;  // byte behind it
};

// The reference at the byte `at`, which is an `&`: named as Italian pages name them, or numbered;
// its semicolon must be there. Numbers of controls are read as Windows-1252, as browsers do. One
// that was escaped again (`&amp;egrave;`) is read whole.
CharacterReference character_reference(std::string_view text, std::uint32_t at);

}  // namespace panchina
