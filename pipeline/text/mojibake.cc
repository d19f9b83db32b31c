#include "text/mojibake.h"

#include <array>
#include <cstddef>

namespace panchina {

namespace {

// Windows-1252 at 0x80-0x9F; 0: undefined, kept by decoders as the C1 control itself.
constexpr std::array<char16_t, 32> kWindows = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

// The byte 0x80-0xBF that was read as `c`, or 0.
std::uint32_t continuation_byte(char32_t c) {
  if (c >= 0x80 && c <= 0xBF) return c;
  if (c < 0x100) return 0;
  for (std::size_t i = 0; i < kWindows.size(); ++i) {
    if (kWindows[i] == c) return static_cast<std::uint32_t>(0x80 + i);
  }
  return 0;
}

// What a repair may bring forth. None of these is part of another such sequence, so repairing a
// repaired text again changes nothing.
bool is_plausible(char32_t c) {
  switch (c) {
    case 0xA0:    // NBSP
    case 0xAA:    // ª
    case 0xAB:    // «
    case 0xB0:    // °
    case 0xBA:    // º
    case 0xBB:    // »
    case 0x2013:  // –
    case 0x2014:
    case 0x2018:
    case 0x2019:
    case 0x201C:
    case 0x201D:
    case 0x2026:  // …
    case 0x20AC:  // €
      return true;
    default:
      // Letters, but for the ones that begin a sequence, and the two signs among them.
      return c >= 0xC0 && c <= 0xFF && !begins_mojibake(c) && c != 0xD7 && c != 0xF7;
  }
}

}  // namespace

char32_t repaired_mojibake(char32_t first, char32_t second, char32_t third) {
  if (!begins_mojibake(first)) return 0;
  const std::uint32_t one = continuation_byte(second);
  if (one == 0) return 0;
  char32_t repaired = (first & 0x1F) << 6 | (one & 0x3F);
  if (first == 0xE2) {
    const std::uint32_t two = continuation_byte(third);
    if (two == 0) return 0;
    repaired = (first & 0x0Fu) << 12 | (one & 0x3F) << 6 | (two & 0x3F);
    return repaired >= 0x2000 && is_plausible(repaired) ? repaired : 0;
  }
  return is_plausible(repaired) ? repaired : 0;
}

}  // namespace panchina
