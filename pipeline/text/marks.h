// What becomes of a code point of real pages in the matching copy: which marks are kinds of one
// apostrophe, quote, dash or blank, and which show nothing. Independent of language. Thread rule:
// free functions.
#pragma once

#include <cstdint>

namespace panchina {

enum class Mark : std::uint8_t {
  kNone,        // stays as it is
  kApostrophe,  // ' ’ ‘ ` ´ ′ ʼ …      -> '
  kQuote,       // " “ ” „ « » ″ …      -> "
  kDash,        // - – — − ‑ …          -> -
  kBlank,       // NBSP, thin spaces, … -> one space (a tab stays a tab)
  kLineEnd,     // CR, CRLF, NEL, U+2028 -> \n
  kInvisible,   // soft hyphen, zero-width marks, BOM, direction marks -> nothing
};

Mark mark_of(char32_t code_point);

// The byte that stands for the mark in the copy; 0 for kNone and kInvisible.
constexpr char mark_byte(Mark mark) {
  switch (mark) {
    case Mark::kApostrophe:
      return '\'';
    case Mark::kQuote:
      return '"';
    case Mark::kDash:
      return '-';
    case Mark::kBlank:
      return ' ';
    case Mark::kLineEnd:
      return '\n';
    default:
      return 0;
  }
}

}  // namespace panchina
