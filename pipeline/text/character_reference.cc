#include "text/character_reference.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace panchina {
namespace {

struct Named {
  std::string_view name;
  char32_t value;
};

// Sorted by name.
constexpr auto kNamed = std::to_array<Named>({
    {"Agrave", U'À'}, {"Egrave", U'È'}, {"Eacute", U'É'}, {"Igrave", U'Ì'}, {"Ograve", U'Ò'},
    {"Ugrave", U'Ù'}, {"aacute", U'á'}, {"agrave", U'à'}, {"amp", U'&'},    {"apos", U'\''},
    {"auml", U'ä'},   {"bull", U'•'},   {"ccedil", U'ç'}, {"deg", U'°'},    {"eacute", U'é'},
    {"egrave", U'è'}, {"euml", U'ë'},   {"euro", U'€'},   {"gt", U'>'},     {"hellip", U'…'},
    {"iacute", U'í'}, {"igrave", U'ì'}, {"laquo", U'«'},  {"ldquo", U'“'},  {"lsquo", U'‘'},
    {"lt", U'<'},     {"mdash", U'—'},  {"middot", U'·'}, {"nbsp", 0xA0},   {"ndash", U'–'},
    {"ntilde", U'ñ'}, {"oacute", U'ó'}, {"ograve", U'ò'}, {"ordf", U'ª'},   {"ordm", U'º'},
    {"ouml", U'ö'},   {"quot", U'"'},   {"raquo", U'»'},  {"rdquo", U'”'},  {"rsquo", U'’'},
    {"shy", 0xAD},    {"uacute", U'ú'}, {"ugrave", U'ù'}, {"uuml", U'ü'},
});

constexpr std::uint32_t kLongest = 10;  // bytes from `&` to `;`

// Numbers 128 to 159: 0 where Windows-1252 has none.
constexpr std::array<char32_t, 32> kWindows = {
    U'€', 0,    U'‚', U'ƒ', U'„', U'…', U'†', U'‡', U'ˆ', U'‰', U'Š', U'‹', U'Œ', 0, U'Ž', 0,
    0,    U'‘', U'’', U'“', U'”', U'•', U'–', U'—', U'˜', U'™', U'š', U'›', U'œ', 0, U'ž', U'Ÿ'};

char32_t numbered(std::string_view digits) {
  const bool hexadecimal = !digits.empty() && (digits[0] | 0x20) == 'x';
  if (hexadecimal) digits.remove_prefix(1);
  std::uint32_t value = 0;
  const auto [end, error] =
      std::from_chars(digits.data(), digits.data() + digits.size(), value, hexadecimal ? 16 : 10);
  if (error != std::errc() || end != digits.data() + digits.size()) return 0;
  if (value >= 0x80 && value < 0xA0) return kWindows[value - 0x80];
  const bool surrogate = value >= 0xD800 && value < 0xE000;
  return value < 0x20 || value > 0x10FFFF || surrogate ? 0 : static_cast<char32_t>(value);
}

char32_t named(std::string_view name) {
  const auto found =
      std::lower_bound(kNamed.begin(), kNamed.end(), name,
                       [](const Named& one, std::string_view other) { return one.name < other; });
  return found != kNamed.end() && found->name == name ? found->value : 0;
}

}  // namespace

CharacterReference character_reference(std::string_view text, std::uint32_t at) {
  CharacterReference out;
  // Behind an `&` that was itself written as a reference the next one may begin.
  for (std::uint32_t begin = at + 1;;) {
    const std::size_t end = text.substr(0, begin + kLongest).find(';', begin);
    if (end == std::string_view::npos || end == begin) return out;
    const std::string_view body = text.substr(begin, end - begin);
    const char32_t value = body[0] == '#' ? numbered(body.substr(1)) : named(body);
    if (value == 0) return out;
    out = {value, static_cast<std::uint32_t>(end + 1)};
    if (value != '&') return out;
    begin = out.end;
  }
}

}  // namespace panchina
