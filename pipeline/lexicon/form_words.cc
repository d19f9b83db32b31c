#include "lexicon/form_words.h"

#include "text/fold.h"

namespace panchina {
namespace {

enum class Kind { kLetter, kDigit, kMark };

Kind kind_of(char c) {
  if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c & 0x80)) return Kind::kLetter;
  return c >= '0' && c <= '9' ? Kind::kDigit : Kind::kMark;
}

bool has_small_letter(std::string_view word, std::string_view folded) {
  if (word.size() != folded.size()) return true;  // not ASCII: judged by its first letter alone
  for (char c : word) {
    if ((c >= 'a' && c <= 'z') || (c & 0x80)) return true;
  }
  return false;
}

// A capital is what folding to lower case changes; ASCII is all that matters but for a few names.
bool begins_capital(std::string_view word) {
  const char c = word.front();
  if ((c & 0x80) == 0) return c >= 'A' && c <= 'Z';
  // Latin-1 letters with marks: U+00C0..U+00DE are capitals (UTF-8 C3 80 .. C3 9E); of Latin
  // Extended-A, the even code points.
  if (word.size() < 2) return false;
  const auto lead = static_cast<unsigned char>(word[0]);
  const auto next = static_cast<unsigned char>(word[1]);
  if (lead == 0xC3) return next <= 0x9E;
  return (lead == 0xC4 || lead == 0xC5) && next % 2 == 0;
}

}  // namespace

std::vector<FormWord> split_form(std::string_view form) {
  std::vector<FormWord> words;
  std::size_t at = 0;
  bool glued = false;
  while (at < form.size()) {
    const Kind kind = kind_of(form[at]);
    if (kind == Kind::kMark) {
      if (!words.empty() && form[at] == '.') words.back().dot_after = true;
      if (!words.empty() && form[at] == '-') words.back().hyphen_after = true;
      glued = false;
      ++at;
      continue;
    }
    std::size_t end = at;
    while (end < form.size() && kind_of(form[end]) == kind) ++end;
    const std::string_view text = form.substr(at, end - at);
    const bool elision = kind == Kind::kLetter && end + 1 < form.size() && form[end] == '\'' &&
                         kind_of(form[end + 1]) == Kind::kLetter;
    FormWord word;
    word.folded = folded(text);
    word.capital = kind == Kind::kLetter && begins_capital(text);
    word.upper = word.capital && !has_small_letter(text, word.folded);
    word.glued = glued;
    if (elision) {
      word.folded += '\'';
      ++end;
    }
    words.push_back(std::move(word));
    glued = !elision;
    at = end;
  }
  return words;
}

std::string joined(const std::vector<FormWord>& words) {
  std::string out;
  for (const FormWord& word : words) {
    if (!out.empty()) out += ' ';
    out += word.folded;
  }
  return out;
}

}  // namespace panchina
