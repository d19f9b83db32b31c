// Bytes of an article to UTF-8. Bad bytes become U+FFFD exactly as Python's errors='replace' does,
// never dropped, so that offsets agree with what a user sees. Thread rule: free functions.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace panchina {

struct Decoded {
  std::string text;            // valid UTF-8 without NUL; a UTF-8 BOM stays as U+FEFF
  std::string encoding;        // "utf-8", "windows-1252", "iso-8859-15", "utf-16le", ...
  std::uint32_t replaced = 0;  // bytes that became U+FFFD, NUL among them
};

// True where a NUL stands in the first 8 KiB and no BOM of UTF-16 or UTF-32 explains it.
bool looks_binary(std::string_view bytes);

// Decides for one encoding and decodes:
//   1. a BOM decides;
//   2. valid UTF-8 with at least one character beyond ASCII is UTF-8, whatever is declared (a text
//      of another encoding is valid UTF-8 only by a miracle);
//   3. the declared charset, where it is known ("iso-8859-1" means windows-1252, as on the web);
//   4. mostly valid UTF-8 is UTF-8: one character beyond ASCII weighs up three bad places, since
//      windows-1252 text makes such characters by a miracle too;
//   5. else windows-1252. All ASCII is called "utf-8".
// `declared` is a charset label in any case, or empty.
Decoded decode(std::string_view bytes, std::string_view declared = {});

// The text as UTF-8 with bad places replaced, and how many bytes those had.
Decoded decode_utf8(std::string_view bytes);

}  // namespace panchina
