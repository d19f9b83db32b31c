#include "scan/characters.h"

#include <utf8proc.h>

namespace panchina {
namespace {

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

Character wide_character_at(std::string_view text, std::uint32_t at) {
  const auto first = static_cast<unsigned char>(text[at]);
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
