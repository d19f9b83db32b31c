#include "text/marks.h"

namespace panchina {

namespace {

constexpr bool within(char32_t c, char32_t first, char32_t last) { return first <= c && c <= last; }

Mark ascii_mark(char32_t c) {
  switch (c) {
    case '\'':
    case '`':
      return Mark::kApostrophe;
    case '"':
      return Mark::kQuote;
    case '-':
      return Mark::kDash;
    case ' ':
    case '\v':
    case '\f':
      return Mark::kBlank;
    case '\n':
    case '\r':
      return Mark::kLineEnd;
    default:
      return Mark::kNone;
  }
}

Mark general_punctuation_mark(char32_t c) {
  if (within(c, 0x2000, 0x200A) || c == 0x202F || c == 0x205F) return Mark::kBlank;
  if (within(c, 0x200B, 0x200F) || within(c, 0x202A, 0x202E) || within(c, 0x2060, 0x2064) ||
      within(c, 0x2066, 0x206F)) {
    return Mark::kInvisible;
  }
  if (within(c, 0x2010, 0x2015)) return Mark::kDash;
  if (within(c, 0x2018, 0x201B) || c == 0x2032 || c == 0x2035) return Mark::kApostrophe;
  if (within(c, 0x201C, 0x201F) || c == 0x2033 || c == 0x2036) return Mark::kQuote;
  if (c == 0x2028 || c == 0x2029) return Mark::kLineEnd;
  return Mark::kNone;
}

}  // namespace

// The marks whose canonical form is another code point (U+1FEF is `, U+1FFD is ´, U+0374 is ʹ)
// stand here too, so that composing the copy again never brings one to light.
Mark mark_of(char32_t c) {
  if (c < 0x80) return ascii_mark(c);
  if (within(c, 0x2000, 0x206F)) return general_punctuation_mark(c);
  switch (c) {
    case 0x00B4:
    case 0x02B9:
    case 0x02BB:
    case 0x02BC:
    case 0x02BD:
    case 0x02C8:
    case 0x02CA:
    case 0x02CB:
    case 0x0374:
    case 0x1FBF:
    case 0x1FEF:
    case 0x1FFD:
    case 0xFF07:
      return Mark::kApostrophe;
    case 0x00AB:
    case 0x00BB:
    case 0x02BA:
    case 0x301D:
    case 0x301E:
    case 0xFF02:
      return Mark::kQuote;
    case 0x2212:
    case 0xFE58:
    case 0xFE63:
    case 0xFF0D:
      return Mark::kDash;
    case 0x00A0:
    case 0x1680:
    case 0x3000:
      return Mark::kBlank;
    case 0x0085:
      return Mark::kLineEnd;
    case 0x00AD:
    case 0x034F:
    case 0x061C:
    case 0x180E:
    case 0xFE0E:
    case 0xFE0F:
    case 0xFEFF:
      return Mark::kInvisible;
    default:
      return Mark::kNone;
  }
}

}  // namespace panchina
