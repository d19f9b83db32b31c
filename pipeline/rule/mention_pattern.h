// The pattern language of mention rules, read to trees:
//   literal characters      one blank stands for one blank of the folded line; accents and case are
//                           folded away on both sides
//   (a|b)  x?  x??          alternatives; an option of a character, group or slot
//   {type} {type:slot}      a named pattern or a word list of rules/words/mentions.toml
//   {date} {date:slot}      a date that another rule found; {date.day:slot}: one of a kind
//   \( \) \| \? \{ \}       literal marks
// Thread rule: plain values and free functions.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/result.h"
#include "rule/mention_rules.h"
#include "rule/mention_syntax.h"
#include "rule/text_tree.h"

namespace panchina {

// How matches of a pattern may begin: a first token and what may follow it. A token is a folded
// word (an elision with its apostrophe), a number as one kDigit for each digit (five for five and
// more), kDateToken, or one mark (kForeignMark where it is not ASCII). Here it is its number in
// PatternCompiler::token(); the second kNoIndex: the match may end after the first.
struct Beginning {
  Index first = kNoIndex, second = kNoIndex;
  friend auto operator<=>(const Beginning&, const Beginning&) = default;
};
inline constexpr char kDigit = '#';
inline constexpr std::size_t kMostDigits = 5;
inline constexpr std::string_view kDateToken = "\x10";
inline constexpr std::string_view kForeignMark = "\x01";

// A named pattern of rules/words/mentions.toml over the folded line, and its shape, a pattern
// of this language that spells the tokens of all its matches (`#` stands for a digit; what follows
// `&` may be left out).
struct NamedPattern {
  TextTree match;
  std::string shape;
};

struct PatternDictionary {
  std::map<std::string, NamedPattern, std::less<>> patterns;
  std::map<std::string, Index, std::less<>> list_index;  // in `lists`
  std::vector<NumberList> lists;
};

struct CompiledPattern {
  TextTree tree;
  std::vector<MentionSlot> slots;
  std::vector<Beginning> begins;  // sorted, each once
  std::vector<Index> ends;        // last tokens, as in Beginning
  bool may_be_empty = false;
  bool nested = false;  // holds a {date} element
};

// Which edge of a pattern's matches the caller asks about: `begins` or `ends` stays empty
// otherwise.
enum class PatternEdge : std::uint8_t { kBegin, kEnd };

// Compiles patterns over one dictionary, which must outlive it and stay as it is. How a named
// pattern or a word list goes on is worked out once: most patterns name the same few.
class PatternCompiler {
 public:
  explicit PatternCompiler(const PatternDictionary& dictionary);
  PatternCompiler(PatternCompiler&&) noexcept;
  ~PatternCompiler();

  Result<CompiledPattern, TextMistake> compile(std::string_view text,
                                               PatternEdge edge = PatternEdge::kBegin);

  // A token of what was compiled, by its number.
  const std::string& token(Index number) const;
  std::size_t token_count() const;

 private:
  struct Memory;
  const PatternDictionary& dictionary_;
  std::unique_ptr<Memory> memory_;
};

// One pattern whose tokens nobody asks for.
Result<CompiledPattern, TextMistake> compile_pattern(std::string_view text,
                                                     const PatternDictionary& dictionary,
                                                     PatternEdge edge = PatternEdge::kBegin);

// In the line of nested rules a found date is one byte: kDatePlaceholder + its DateShape.
enum class DateShape : std::uint8_t {
  kDay,
  kMonth,
  kYear,
  kSeason,
  kTime,
  kDuration,
  kRange,
  kRelative,  // `domani`, `un anno fa`: no calendar name of its own
  kWeekday,
  kYearSeason,
  kDayOnly,  // `il 13`
  kOther
};
inline constexpr int kDateShapes = 12;
inline constexpr char kDatePlaceholder = '\x10';
inline constexpr char placeholder(DateShape shape) {
  return static_cast<char>(kDatePlaceholder + static_cast<char>(shape));
}

}  // namespace panchina
