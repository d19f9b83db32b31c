// Text::normalize(): one forward pass from raw bytes to the matching copy and its runs.
//
//   what stands in the page                      in the copy
//   NBSP, thin and other blanks, \v \f           one space each (a tab stays)
//   CRLF, CR, NEL, U+2028, U+2029                \n
//   soft hyphen, zero-width marks, BOM           nothing
//   ' ’ ‘ ` ´ ′ and their kind                   '     two of them together: "
//   " “ ” „ « » ″ and their kind                 "
//   - – — − ‑ and their kind                     -
//   decomposed and singleton code points         NFC (never NFKC: 23ª stays 23ª)
//   a word's final vowel and apostrophe          the accented letter, by NormalizationTables
//   a word's final letter with a wrong accent    the right one, by NormalizationTables
//   UTF-8 read as Windows-1252                   repaired where sure, see mojibake.h
//   HTML's character references (`&egrave;`)     what they stand for, see character_reference.h
//   a word divided at the end of a line          the whole word, and behind it the line's end
//   `1992-` and, in the next line, `93`          `1992-93`, in the same way
//   the ! that bound a printed table's cells     |
//
// An apostrophe that closes a single quote opened before it in its line is left alone, unless the
// word before it exists only with an accent. A decision looks at nothing beyond its line of
// the copy, so normalizing what that stands for gives it again; and normalizing a copy changes
// nothing.

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

#include "text/character_reference.h"
#include "text/fold.h"
#include "text/marks.h"
#include "text/mojibake.h"
#include "text/normalization_tables.h"
#include "text/text.h"
#include "text/utf8.h"

namespace panchina {

namespace {

constexpr std::size_t kNever = std::numeric_limits<std::size_t>::max();
// A single quote shields nothing past this many bytes.
constexpr std::size_t kQuoteReach = 400;
// Longest word, in bytes, that is looked up.
constexpr std::size_t kLongestWord = 40;
// A letter with more marks than this is left as it is: sorting them would not be linear.
constexpr std::size_t kMostMarks = 30;
// Shorter lines, in bytes, end in no divided word.
constexpr std::size_t kDividedLine = 16;

const icu::Normalizer2& nfc() {
  static const icu::Normalizer2& instance = [&]() -> const icu::Normalizer2& {
    UErrorCode status = U_ZERO_ERROR;
    return *icu::Normalizer2::getNFCInstance(status);
  }();
  return instance;
}

// The NFC form of a character and what joins it.
std::string composed(std::string_view text) {
  // Nearly always a letter and one mark, for which ICU has a quick way.
  const CodePoint first = code_point_at(text, 0);
  const CodePoint second = code_point_at(text, first.size);
  if (second.size > 0 && first.size + second.size == text.size()) {
    const UChar32 pair =
        nfc().composePair(static_cast<UChar32>(first.value), static_cast<UChar32>(second.value));
    if (pair > 0) {
      std::string out;
      append_code_point(static_cast<char32_t>(pair), out);
      return out;
    }
  }
  UErrorCode status = U_ZERO_ERROR;
  const icu::UnicodeString source = icu::UnicodeString::fromUTF8(
      icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
  const icu::UnicodeString result = nfc().normalize(source, status);
  std::string out;
  if (U_FAILURE(status)) return std::string(text);
  return result.toUTF8String(out);
}

bool joins_backward(char32_t c) {
  if (c < 0x300 || (c >= 0x2000 && c < 0x20D0)) return false;
  return !nfc().hasBoundaryBefore(static_cast<UChar32>(c));
}

bool changes_alone(char32_t c) {
  if (c < 0x300) return false;
  return u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_NFC_QUICK_CHECK) == UNORM_NO;
}

bool is_letter(char32_t c) {
  if (c < 0x80) return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
  return u_isalpha(static_cast<UChar32>(c)) != 0;
}

bool is_word_character(char32_t c) { return is_letter(c) || (c >= '0' && c <= '9'); }

// What the plain stretch of the pass does with a byte.
enum ByteClass : std::uint8_t { kPlain, kStop, kLatin, kTwoBytes };

constexpr std::array<std::uint8_t, 256> kByteClass = [] {
  std::array<std::uint8_t, 256> table{};
  for (std::size_t i = 0x80; i < 256; ++i) table[i] = kStop;
  for (const char c : {'\'', '`', '&', '!', '\n', '\r', '\v', '\f'})
    table[static_cast<unsigned char>(c)] = kStop;
  table[0xC3] = kLatin;
  // U+0100 to U+027F: letters, none of them concerned.
  for (std::size_t i = 0xC4; i <= 0xC9; ++i) table[i] = kTwoBytes;
  return table;
}();

// The letters at C3 xx that need a look: the beginnings of mojibake, and those with an accent that
// may be wrong at a word's end.
constexpr std::array<bool, 256> kLatinStop = [] {
  std::array<bool, 256> table{};
  for (const char32_t c : U"ÂÃâÀÁÈÉÌÍÒÓÙÚàáèéìíòóùú") {
    if (c != 0) table[0x80 | (c & 0x3F)] = true;
  }
  return table;
}();

class Pass {
 public:
  Pass(std::string_view raw, const NormalizationTables& tables, std::string& norm,
       std::vector<ChangedRun>& runs)
      : raw_(raw), tables_(tables), norm_(norm), runs_(runs) {}

  void run() {
    while (true) {
      copy_plain();
      if (at_ >= raw_.size()) return;
      if (at_ == moved_end_) {
        end_line(at_ + 1);
        continue;
      }
      const CodePoint c = code_point_at(raw_, at_);
      const Mark mark = mark_of(c.value);
      if (c.value == '&') {
        reference();
      } else if (c.value == '!') {
        replace(at_, at_ + 1, bounds_cell() ? "|" : "!");
      } else if (mark == Mark::kApostrophe) {
        apostrophe(at_, at_ + c.size);
      } else if (c.value == '\n' || mark == Mark::kLineEnd) {
        const bool crlf = c.value == '\r' && at_ + 1 < raw_.size() && raw_[at_ + 1] == '\n';
        const std::size_t end = at_ + c.size + (crlf ? 1 : 0);
        if (!join_divided(end)) end_line(end);
      } else if (mark != Mark::kNone) {
        const char byte = mark_byte(mark);
        replace(at_, at_ + c.size, std::string_view(&byte, byte == 0 ? 0 : 1));
      } else if (at_ >= composed_until_ && (joins_backward(c.value) || changes_alone(c.value))) {
        compose(c);
      } else {
        letter(c.value, at_, at_ + c.size);
      }
    }
  }

 private:
  // A code point that shows, and where it ends in raw; at the end of the text its value is 0.
  struct Visible {
    char32_t value = 0;
    std::size_t end = 0;
  };

  // The next one from `at` on, as it stands in raw.
  Visible written(std::size_t at) const {
    CodePoint c = code_point_at(raw_, at);
    while (c.size > 0 && mark_of(c.value) == Mark::kInvisible) {
      at += c.size;
      c = code_point_at(raw_, at);
    }
    return {c.value, at + c.size};
  }

  // The next one from `at` on, repaired where it is the beginning of mojibake.
  Visible visible(std::size_t at) const {
    const Visible next = written(at);
    return begins_mojibake(next.value) ? repaired(next) : next;
  }

  Visible repaired(Visible first) const {
    const Visible second = written(first.end);
    const Visible third = written(second.end);
    const char32_t value = repaired_mojibake(first.value, second.value, third.value);
    if (value == 0) return first;
    return {value, first.value == 0xE2 ? third.end : second.end};
  }

  void end_line(std::size_t end) {
    moved_end_ = kNever;
    replace(at_, end, "\n");
    line_begin_ = norm_.size();
  }

  bool is_blank_or_end(std::size_t at) const {
    return at >= raw_.size() || raw_[at] == ' ' || raw_[at] == '\t' || is_line_end(at);
  }
  bool is_line_end(std::size_t at) const { return raw_[at] == '\n' || raw_[at] == '\r'; }

  // `!  1 LECCO      ! 20 ! 8 ! 6 !`: a line that begins with one and has three more.
  bool bounds_cell() {
    constexpr int kFewestBars = 4;
    if (at_ >= row_end_ && norm_.find_first_not_of(" \t", line_begin_) == std::string::npos) {
      int bars = 0;
      std::size_t end = at_;
      for (; end < raw_.size() && !is_line_end(end); ++end) {
        if (raw_[end] == '!' && is_blank_or_end(end + 1)) ++bars;
      }
      if (bars >= kFewestBars && is_blank_or_end(at_ + 1)) row_end_ = end;
    }
    return at_ < row_end_ && is_blank_or_end(at_ + 1);
  }

  // `il 15 dicem-` and, in the line that begins at raw `end`, `bre a Lecco`: the copy has the word
  // whole, and the blank behind it ends the line. A span of numbers keeps its dash.
  bool join_divided(std::size_t end) {
    if (norm_.size() < line_begin_ + kDividedLine || norm_.back() != '-') return false;
    const std::size_t begin = behind_blanks(end);
    const char32_t left = code_point_before(norm_, norm_.size() - 1).value;
    const char32_t right = read_at(begin);
    const auto is_digit = [](char32_t c) { return c >= '0' && c <= '9'; };
    const bool word = is_letter(left) && u_islower(static_cast<UChar32>(right)) != 0;
    if (!word && !(is_digit(left) && is_digit(right))) return false;
    replace(word ? take_back() : at_, begin, "");
    moved_end_ = kNever;
    const std::size_t word_end = raw_.substr(begin, kLongestWord).find_first_of(" \r\n");
    if (word_end == std::string_view::npos || raw_[begin + word_end] != ' ') return true;
    const char32_t behind = read_at(behind_blanks(begin + word_end));
    const bool ends = behind == 0 || behind == '\n' || mark_of(behind) == Mark::kLineEnd;
    if (!ends) moved_end_ = begin + word_end;
    return true;
  }

  // The code point that the copy will have for raw `at`.
  char32_t read_at(std::size_t at) const {
    const char32_t value = visible(at).value;
    return value == '&' ? character_reference(raw_, static_cast<std::uint32_t>(at)).value : value;
  }

  std::size_t behind_blanks(std::size_t at) const {
    for (Visible next = visible(at); next.value != 0; next = visible(at)) {
      const bool blank = next.value == ' ' || mark_of(next.value) == Mark::kBlank;
      if (!blank) break;
      at = next.end;
    }
    return at;
  }

  void copy_plain() {
    if (moved_end_ < at_) moved_end_ = kNever;
    const char* const data = raw_.data();
    const std::size_t size = std::min(raw_.size(), moved_end_);
    std::size_t at = at_;
    while (at < size) {
      const auto byte = static_cast<unsigned char>(data[at]);
      const std::uint8_t kind = kByteClass[byte];
      if (kind == kPlain) {
        ++at;
        continue;
      }
      if (kind == kStop || at + 1 >= size) break;
      if (kind == kLatin && kLatinStop[static_cast<unsigned char>(data[at + 1])] &&
          !(at + 2 < size && is_plain_letter(data[at + 2]))) {
        break;
      }
      at += 2;
    }
    norm_.append(data + at_, at - at_);
    at_ = at;
  }

  // An ASCII letter follows an accented one: it is not the word's last and begins no mojibake.
  static bool is_plain_letter(char next) {
    const auto c = static_cast<unsigned char>(next | 0x20);
    return c >= 'a' && c <= 'z';
  }

  void keep(std::size_t end) {
    norm_.append(raw_, at_, end - at_);
    at_ = end;
  }

  // raw [begin, end) stands as `copy`; `begin` is at_, or before it after take_back().
  void replace(std::size_t begin, std::size_t end, std::string_view copy) {
    at_ = end;
    if (raw_.substr(begin, end - begin) == copy) {
      norm_ += copy;
      return;
    }
    const auto norm_begin = static_cast<std::uint32_t>(norm_.size());
    norm_ += copy;
    runs_.push_back({{norm_begin, static_cast<std::uint32_t>(norm_.size())},
                     {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}});
  }

  // Takes the last code point off the copy, with the run that holds it and the empty ones behind
  // it; returns where it begins in raw.
  std::size_t take_back() {
    std::size_t begin = norm_.size() - code_point_before(norm_, norm_.size()).size;
    while (!runs_.empty() && runs_.back().norm.empty() && runs_.back().norm.begin > begin) {
      runs_.pop_back();
    }
    std::size_t raw_begin = begin;
    if (!runs_.empty()) {
      const ChangedRun last = runs_.back();
      if (last.norm.end > begin) {
        begin = last.norm.begin;
        raw_begin = last.raw.begin;
        runs_.pop_back();
      } else {
        raw_begin = last.raw.end + (begin - last.norm.end);
      }
    }
    norm_.resize(begin);
    return raw_begin;
  }

  // A code point that joins the one before it or is not in NFC by itself, with all marks that
  // follow.
  void compose(CodePoint c) {
    const bool joins = joins_backward(c.value);
    std::string cluster;
    if (joins) {
      const std::uint32_t size = code_point_before(norm_, norm_.size()).size;
      cluster = norm_.substr(norm_.size() - size);
    }
    append_code_point(c.value, cluster);
    std::size_t end = at_ + c.size;
    std::size_t marks = 1;
    for (Visible next = written(end); joins_backward(next.value); next = written(end)) {
      if (++marks <= kMostMarks) append_code_point(next.value, cluster);
      end = next.end;
    }
    const std::string result = marks > kMostMarks ? cluster : composed(cluster);
    if (result == cluster) {
      composed_until_ = end;
      keep(at_ + c.size);
      return;
    }
    const CodePoint first = code_point_at(result, 0);
    if (joins && cluster.compare(0, first.size, result, 0, first.size) == 0) {
      // Only the marks change: the character before them is left in peace.
      replace(at_, end, std::string_view(result).substr(norm_.empty() ? 0 : first.size));
      composed_until_ = end;
      return;
    }
    const std::size_t begin = joins && !norm_.empty() ? take_back() : at_;
    if (first.size == result.size()) {
      letter(first.value, begin, end);
    } else {
      replace(begin, end, result);
    }
    composed_until_ = end;
  }

  // An `&`, and what it may begin.
  void reference() {
    const CharacterReference meant = character_reference(raw_, static_cast<std::uint32_t>(at_));
    const Mark mark = mark_of(meant.value);
    if (meant.value == 0 || joins_backward(meant.value) || changes_alone(meant.value)) {
      keep(at_ + 1);
    } else if (mark == Mark::kApostrophe) {
      apostrophe(at_, meant.end);
    } else if (mark != Mark::kNone) {
      const char byte = mark_byte(mark);
      replace(at_, meant.end, std::string_view(&byte, byte == 0 ? 0 : 1));
    } else {
      letter(meant.value, at_, meant.end);
    }
  }

  // One code point, raw [begin, end) or composed of it, that is no mark.
  void letter(char32_t c, std::size_t begin, std::size_t end) {
    std::string copy;
    if (begins_mojibake(c) && !begins_mojibake(code_point_before(norm_, norm_.size()).value)) {
      const Visible meant = repaired({c, end});
      const Mark mark = mark_of(meant.value);
      if (mark == Mark::kApostrophe) return apostrophe(begin, meant.end);
      if (mark != Mark::kNone) {
        const char byte = mark_byte(mark);
        return replace(begin, meant.end, std::string_view(&byte, 1));
      }
      c = meant.value;
      end = meant.end;
    }
    append_code_point(c, copy);
    if (c >= 0xC0 && c <= 0xFF && kLatinStop[0x80 | (c & 0x3F)]) {
      const Visible next = visible(end);
      if (!is_letter(next.value) && !joins_backward(next.value)) {
        norm_ += copy;
        std::string right = right_letter();
        norm_.resize(norm_.size() - copy.size());
        if (!right.empty()) copy = std::move(right);
      }
    }
    replace(begin, end, copy);
  }

  // The word at the end of the copy: the bytes of its letters; empty where it is too long.
  std::string_view last_word() const {
    std::size_t begin = norm_.size();
    while (begin > 0) {
      const CodePoint c = code_point_before(norm_, begin);
      if (!is_letter(c.value)) break;
      begin -= c.size;
      if (norm_.size() - begin > kLongestWord) return {};
    }
    return std::string_view(norm_).substr(begin);
  }

  // The letter that the last word should end in by the tables, in its case; empty: leave it.
  std::string right_letter() const {
    const std::string_view word = last_word();
    if (word.empty()) return {};
    const CodePoint last = code_point_before(word, word.size());
    const auto found = tables_.words.find(bare(word));
    if (found == tables_.words.end()) return {};
    const bool upper = u_isupper(static_cast<UChar32>(last.value)) != 0;
    return upper ? found->second.upper : found->second.lower;
  }

  // Lower case, the last letter without its accent.
  static std::string bare(std::string_view word) {
    const CodePoint last = code_point_before(word, word.size());
    std::string out;
    for (std::size_t at = 0; at + last.size < word.size();) {
      const CodePoint c = code_point_at(word, at);
      append_code_point(static_cast<char32_t>(u_tolower(static_cast<UChar32>(c.value))), out);
      at += c.size;
    }
    append_folded(word.substr(word.size() - last.size), out);
    return out;
  }

  // An apostrophe of any kind, raw [begin, end).
  void apostrophe(std::size_t begin, std::size_t end) {
    const char32_t before = code_point_before(norm_, norm_.size()).value;
    const Visible next = visible(end);
    const bool next_letter = is_letter(next.value);
    if (is_letter(before) && next_letter) return replace(begin, end, "'");
    if (mark_of(next.value) == Mark::kApostrophe) {
      const bool joined = is_letter(before) && is_letter(visible(next.end).value);
      if (!joined) return replace(begin, next.end, "\"");
    }
    if (!is_word_character(before) && before != '\'' && next_letter) {
      open_ = norm_.size();
      return replace(begin, end, "'");
    }
    if (is_letter(before) && !is_word_character(next.value) && !joins_backward(next.value)) {
      if (const AccentedLetter* accent = final_accent()) {
        const bool upper = norm_.back() >= 'A' && norm_.back() <= 'Z';
        return replace(take_back(), end, upper ? accent->upper : accent->lower);
      }
      open_ = kNever;
    }
    replace(begin, end, "'");
  }

  // The accent that an apostrophe after the last word stands for, or null where it stands for none.
  const AccentedLetter* final_accent() const {
    const char last = static_cast<char>(norm_.back() | 0x20);
    if (last < 'a' || last > 'z') return nullptr;
    const AccentedLetter& by_letter = tables_.accents[static_cast<unsigned char>(last)];
    if (by_letter.empty()) return nullptr;
    const std::string_view written = last_word();
    if (written.empty()) return nullptr;
    const std::string word = bare(written);
    if (const auto found = tables_.words.find(word); found != tables_.words.end()) {
      return &found->second;
    }
    if (word.size() < 3 || tables_.kept.contains(word) || in_single_quote()) return nullptr;
    for (const auto& [ending, letter] : tables_.endings) {
      if (word.ends_with(ending)) return &letter;
    }
    return &by_letter;
  }

  bool in_single_quote() const {
    return open_ != kNever && norm_.size() - open_ < kQuoteReach &&
           norm_.find('\n', open_) == std::string::npos;
  }

  std::string_view raw_;
  const NormalizationTables& tables_;
  std::string& norm_;
  std::vector<ChangedRun>& runs_;
  std::size_t at_ = 0;
  std::size_t open_ = kNever;       // in the copy: the last single quote opened and not closed
  std::size_t composed_until_ = 0;  // marks before this place in raw are known to be in NFC
  std::size_t line_begin_ = 0;      // in the copy
  std::size_t row_end_ = 0;         // of a printed table's row, in raw
  std::size_t moved_end_ = kNever;  // of a divided word, in raw: a blank that ends the line
};

}  // namespace

Text Text::normalize(std::string raw, const NormalizationTables& tables) {
  Text text;
  text.raw_ = std::move(raw);
  text.norm_.reserve(text.raw_.size());
  Pass(text.raw_, tables, text.norm_, text.runs_).run();
  return text;
}

}  // namespace panchina
