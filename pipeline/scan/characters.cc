#include "scan/characters.h"

#include <utf8proc.h>

#include <array>

namespace panchina {
namespace {

constexpr std::array<CharClass, 128> make_ascii() {
  std::array<CharClass, 128> table{};
  for (unsigned c = 0; c < 128; ++c) {
    CharClass kind = CharClass::kMark;
    if (c == '\n') {
      kind = CharClass::kNewline;
    } else if (c == ' ' || c == '\t' || c == '\r' || c == '\f' || c == '\v') {
      kind = CharClass::kSpace;
    } else if (c < ' ' || c == 127) {
      kind = CharClass::kIgnored;
    } else if (c >= '0' && c <= '9') {
      kind = CharClass::kDigit;
    } else if (c >= 'A' && c <= 'Z') {
      kind = CharClass::kUpper;
    } else if (c >= 'a' && c <= 'z') {
      kind = CharClass::kLower;
    }
    table[c] = kind;
  }
  return table;
}
constexpr std::array<CharClass, 128> kAscii = make_ascii();

CharClass class_of(utf8proc_int32_t point) {
  if (point == 0xFEFF || point == 0xAD) return CharClass::kIgnored;
  switch (utf8proc_category(point)) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LT:
      return CharClass::kUpper;
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ME:
      return CharClass::kLower;
    case UTF8PROC_CATEGORY_ZS:
      return CharClass::kSpace;
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP:
      return CharClass::kNewline;
    case UTF8PROC_CATEGORY_CC:
    case UTF8PROC_CATEGORY_CF:
      return CharClass::kIgnored;
    default:
      return CharClass::kMark;
  }
}

}  // namespace

Character character_at(std::string_view text, std::uint32_t at) {
  const auto first = static_cast<unsigned char>(text[at]);
  if (first < 0x80) return {kAscii[first], 1};
  if (first == 0xC3 && at + 1 < text.size()) {  // Latin-1 letters
    const auto second = static_cast<unsigned char>(text[at + 1]);
    if (second == 0x97 || second == 0xB7) return {CharClass::kMark, 2};  // the signs × and ÷
    return {second < 0x9F ? CharClass::kUpper : CharClass::kLower, 2};
  }
  utf8proc_int32_t point = 0;
  const utf8proc_ssize_t size =
      utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()) + at,
                       static_cast<utf8proc_ssize_t>(text.size() - at), &point);
  if (size <= 0) return {CharClass::kMark, 1};
  return {class_of(point), static_cast<std::uint8_t>(size)};
}

}  // namespace panchina
