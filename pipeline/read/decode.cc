#include "read/decode.h"

#include <unicode/ucnv.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <memory>
#include <optional>

#include "base/ascii.h"
#include "text/utf8.h"

namespace panchina {

namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";
constexpr std::size_t kBinaryProbe = 8192;

// The part of a sequence at `at` that is well formed, as Unicode's table 3-7 has it: its size, and
// whether it is a whole character. The size of a bad part is what one U+FFFD stands for.
struct Sequence {
  std::size_t size;
  bool whole;
};
Sequence sequence_at(std::string_view bytes, std::size_t at) {
  const auto byte = [&](std::size_t i) {
    return at + i < bytes.size() ? static_cast<unsigned char>(bytes[at + i]) : 0u;
  };
  const unsigned lead = byte(0);
  if (lead < 0x80) return {1, true};
  if (lead < 0xC2 || lead > 0xF4) return {1, false};
  const unsigned lowest = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
  const unsigned highest = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
  if (byte(1) < lowest || byte(1) > highest) return {1, false};
  const std::size_t size = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  for (std::size_t i = 2; i < size; ++i) {
    if (byte(i) < 0x80 || byte(i) > 0xBF) return {i, false};
  }
  return {size, true};
}

// The first byte at or after `at` that is NUL or not ASCII.
std::size_t plain_end(std::string_view bytes, std::size_t at) {
  constexpr std::uint64_t kHigh = 0x8080808080808080ULL;
  constexpr std::uint64_t kOnes = 0x0101010101010101ULL;
  for (; at + 8 <= bytes.size(); at += 8) {
    std::uint64_t word = 0;
    std::memcpy(&word, bytes.data() + at, 8);
    if (((word | (word - kOnes)) & kHigh) != 0) break;
  }
  while (at < bytes.size() && static_cast<signed char>(bytes[at]) > 0) ++at;
  return at;
}

struct Utf8Figures {
  std::size_t characters = 0;  // beyond ASCII, well formed
  std::size_t likely = 0;      // of them, those that western text has and windows-1252 would not
  std::size_t bad_places = 0;
  bool nul = false;
};
Utf8Figures measure_utf8(std::string_view bytes) {
  Utf8Figures figures;
  for (std::size_t at = plain_end(bytes, 0); at < bytes.size(); at = plain_end(bytes, at)) {
    const Sequence sequence = sequence_at(bytes, at);
    if (bytes[at] == 0) {
      figures.nul = true;
    } else if (sequence.whole) {
      ++figures.characters;
      // Read as windows-1252: Ã, Â or â and a sign, `Ã¨`. Other leads are capitals and a quote
      // mark behind them, `CITTÀ»`.
      const auto lead = static_cast<unsigned char>(bytes[at]);
      if (lead == 0xC2 || lead == 0xC3 || lead == 0xE2 || lead == 0xF0) ++figures.likely;
    } else {
      ++figures.bad_places;
    }
    at += sequence.size;
  }
  return figures;
}

// 0x80-0x9F of windows-1252; 0: undefined.
constexpr std::array<char16_t, 32> kWindows1252 = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

char32_t latin_code_point(unsigned char byte, bool latin9) {
  if (!latin9) return byte >= 0x80 && byte < 0xA0 ? kWindows1252[byte - 0x80u] : byte;
  switch (byte) {
    case 0xA4:
      return 0x20AC;
    case 0xA6:
      return 0x160;
    case 0xA8:
      return 0x161;
    case 0xB4:
      return 0x17D;
    case 0xB8:
      return 0x17E;
    case 0xBC:
      return 0x152;
    case 0xBD:
      return 0x153;
    case 0xBE:
      return 0x178;
    default:
      return byte;
  }
}

Decoded decode_latin(std::string_view bytes, bool latin9) {
  Decoded out;
  out.encoding = latin9 ? "iso-8859-15" : "windows-1252";
  out.text.reserve(bytes.size() + bytes.size() / 16);
  for (const char c : bytes) {
    const char32_t code_point = latin_code_point(static_cast<unsigned char>(c), latin9);
    if (code_point == 0) {
      out.text += kReplacement;
      ++out.replaced;
    } else {
      append_code_point(code_point, out.text);
    }
  }
  return out;
}

// By ICU: UTF-16, UTF-32 and whatever else a page declares. None: ICU does not know the name.
std::optional<Decoded> decode_by_name(std::string_view bytes, const std::string& name) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, decltype(&ucnv_close)> converter(
      ucnv_open(name.c_str(), &status), ucnv_close);
  if (U_FAILURE(status)) return std::nullopt;
  Decoded out;
  out.encoding = name;
  std::array<UChar, 4096> units;
  const char* source = bytes.data();
  const char* const end = source + bytes.size();
  char16_t high = 0;
  do {
    status = U_ZERO_ERROR;
    UChar* target = units.data();
    ucnv_toUnicode(converter.get(), &target, units.data() + units.size(), &source, end, nullptr,
                   true, &status);
    if (U_FAILURE(status) && status != U_BUFFER_OVERFLOW_ERROR) return std::nullopt;
    for (const UChar* unit = units.data(); unit != target; ++unit) {
      if (high != 0) {
        append_code_point(0x10000u + ((high - 0xD800u) << 10) + (*unit - 0xDC00u), out.text);
        high = 0;
      } else if (*unit >= 0xD800 && *unit < 0xDC00) {
        high = *unit;
      } else if (*unit == 0 || *unit == 0xFFFD) {
        out.text += kReplacement;
        ++out.replaced;
      } else {
        append_code_point(*unit, out.text);
      }
    }
  } while (status == U_BUFFER_OVERFLOW_ERROR);
  return out;
}

struct Bom {
  std::string_view bytes;
  const char* encoding;
};
// UTF-32LE before UTF-16LE: its mark begins with the other's.
constexpr std::array<Bom, 5> kBoms = {{{{"\xEF\xBB\xBF", 3}, "utf-8"},
                                       {{"\xFF\xFE\0\0", 4}, "utf-32le"},
                                       {{"\0\0\xFE\xFF", 4}, "utf-32be"},
                                       {{"\xFF\xFE", 2}, "utf-16le"},
                                       {{"\xFE\xFF", 2}, "utf-16be"}}};

const Bom* bom_of(std::string_view bytes) {
  for (const Bom& bom : kBoms) {
    if (bytes.starts_with(bom.bytes)) return &bom;
  }
  return nullptr;
}

// The label of a charset as it is compared: lower case, no blanks or quotes around it.
std::string label_of(std::string_view declared) {
  std::string out;
  for (const char c : declared) {
    if (c == ' ' || c == '\t' || c == '"' || c == '\'' || c == '\n' || c == '\r') continue;
    out += ascii_lower(c);
  }
  return out;
}

// The decoding that a declaration asks for; none where it says nothing usable.
std::optional<Decoded> decode_declared(std::string_view bytes, std::string_view declared) {
  const std::string label = label_of(declared);
  if (label.empty() || label == "utf-8" || label == "utf8") return std::nullopt;
  for (const char* name : {"windows-1252", "cp1252", "iso-8859-1", "iso8859-1", "latin1", "latin-1",
                           "us-ascii", "ascii"}) {
    if (label == name) return decode_latin(bytes, false);
  }
  for (const char* name : {"iso-8859-15", "iso8859-15", "latin-9", "latin9"}) {
    if (label == name) return decode_latin(bytes, true);
  }
  return decode_by_name(bytes, label);
}

}  // namespace

bool looks_binary(std::string_view bytes) {
  const Bom* bom = bom_of(bytes);
  if (bom != nullptr && std::string_view(bom->encoding) != "utf-8") return false;
  return bytes.substr(0, kBinaryProbe).find('\0') != std::string_view::npos;
}

Decoded decode_utf8(std::string_view bytes) {
  Decoded out;
  out.encoding = "utf-8";
  out.text.reserve(bytes.size());
  std::size_t kept = 0;  // everything before it is in out.text
  for (std::size_t at = plain_end(bytes, 0); at < bytes.size(); at = plain_end(bytes, at)) {
    const Sequence sequence = sequence_at(bytes, at);
    if (!sequence.whole || bytes[at] == 0) {
      out.text.append(bytes, kept, at - kept);
      out.text += kReplacement;
      out.replaced += static_cast<std::uint32_t>(sequence.size);
      kept = at + sequence.size;
    }
    at += sequence.size;
  }
  out.text.append(bytes, kept, bytes.size() - kept);
  return out;
}

Decoded decode(std::string_view bytes, std::string_view declared) {
  if (const Bom* bom = bom_of(bytes)) {
    if (std::string_view(bom->encoding) == "utf-8") return decode_utf8(bytes);
    if (auto out = decode_by_name(bytes.substr(bom->bytes.size()), bom->encoding)) {
      return *std::move(out);
    }
  }
  const Utf8Figures figures = measure_utf8(bytes);
  const bool valid = figures.bad_places == 0;
  if (valid && figures.characters > 0) return decode_utf8(bytes);
  if (auto out = decode_declared(bytes, declared)) return *std::move(out);
  if (valid || figures.likely * 3 > figures.bad_places) return decode_utf8(bytes);
  return decode_latin(bytes, false);
}

}  // namespace panchina
