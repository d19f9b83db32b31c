// MentionRules: the rules of rules/mentions/*.toml with the named patterns and word lists of
// rules/words/mentions.toml, compiled. They say what the characters of dates, scores, balances,
// ages, minutes, line-ups, money and numbers look like; annotate/mention_engine.h runs them.
// Patterns are matched against a folded line (lower case, no accents, one blank between tokens), so
// neither case, accents nor blanks are the pattern's work. Thread rule: const after loading.
#pragma once

#include <array>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/diagnostic.h"
#include "base/result.h"
#include "document/calendar.h"
#include "document/layers.h"
#include "lexicon/vocabulary.h"
#include "rule/emit.h"
#include "rule/pattern_net.h"

namespace panchina {

// A slot of a pattern: `{day:day}`, `{month:m}`, `{date:from}`.
struct MentionSlot {
  enum class Kind : std::uint8_t {
    kDigits,  // a named pattern: its digits are the number; Roman and other forms through a list
    kList,    // a word list: the number beside the word
    kDate,    // a date found by another rule; its value stands for the slot
  };
  std::string name;
  Kind kind = Kind::kDigits;
  Index list = kNoIndex;  // kList: in MentionRules::lists()
};

// A word list: folded words or phrases and the numbers that they stand for.
struct NumberList {
  std::string name;
  std::unordered_map<std::string, std::int32_t> numbers;
};

// One step of a rule's value: a calendar step whose a, b, c come from constants or slots. A step
// that stands for a `{date:x}` slot has `date_slot` set and copies the steps of that date.
struct ValueStep {
  CalendarStep step;
  std::array<Index, 3> slots = {kNoIndex, kNoIndex,
                                kNoIndex};  // in MentionRule::slots, for a, b, c
  std::array<std::int32_t, 3> signs = {1, 1, 1};
  Index date_slot = kNoIndex;
  Index weekday_slot = kNoIndex;  // kPoint: the slot `weekday` of the pattern
};

// A condition of `where`: `gap(a, b) == 1`, `a < b`, `a + b + c == 10`. gap is the count of years
// from a to b, two digits completed by the other's century.
struct Condition {
  enum class Op : std::uint8_t { kEqual, kNotEqual, kLess, kLessEqual, kGreater, kGreaterEqual };
  bool gap = false;
  Index left = kNoIndex, right = kNoIndex;  // slots
  std::vector<Index> plus;                  // slots added to `left`
  Op op = Op::kEqual;
  std::int32_t number = 0;  // the right side where `right` is no slot, or gap
};

struct MentionTest {
  bool wanted = true;                // + or -
  bool known_gap = false;            // ~
  std::string published;             // `@2021-02-09` before the text; empty: none
  std::string text;                  // without brackets
  std::uint32_t begin = 0, end = 0;  // bytes of `text` in brackets; both 0: anywhere
  std::string value;                 // after =>; empty: not compared
  Place place;
};

struct MentionRule {
  RuleInfo info;
  UnitKind kind = UnitKind::kDate;
  bool silent = false;  // type "nothing": claims its characters, makes no mention
  DateKind date_kind = DateKind::kDate;
  // Of MentionRules::patterns(): a pattern, which rules may share, and starts; kNoIndex: none.
  Index match = kNoIndex;
  Index before = kNoIndex;         // must match what stands before
  Index after = kNoIndex;          // must match what follows
  Index unless_before = kNoIndex;  // must not
  Index unless_after = kNoIndex;
  std::vector<MentionSlot> slots;
  bool simple = false;           // one token and nothing beside it: found by look-up
  bool whole_slot = false;       // the pattern is one slot and nothing else
  std::vector<ValueStep> value;  // kDate, in postfix order
  std::vector<Index> numbers;    // other kinds: slots, in the order of `value`
  std::uint32_t features = 0;    // kind-specific bits of the value: document/features.h
  bool not_after_name = false;   // not right after a capitalised word: `Ascoli 1898`
  bool not_capital = false;      // its first word is not capitalised, save at a line's start
  bool half_time = false, penalties = false, extra_time = false;  // kScore
  std::vector<Condition> where;
  bool nested = false;  // has a {date:x} slot: runs over the dates that others found
  std::vector<MentionTest> tests;
};

// A token as the look-up of beginnings sees it: a word's vocabulary id, or one of these.
using TokenKey = std::uint32_t;
inline constexpr TokenKey kNoWord = 0x8000'0000;  // all below are words
inline constexpr TokenKey kDateKey = 0x8000'0001;
inline constexpr TokenKey kAnyToken = 0x8000'0002;  // a match may end after the first token
inline constexpr TokenKey kMarkKey = 0x8000'0100;   // plus the mark
// A number by its digits, five for five and more.
constexpr TokenKey number_key(std::size_t digits) {
  return 0x8000'0010 + static_cast<TokenKey>(digits < 5 ? digits : 5);
}

class MentionRulesBuilder;

// `rules_dir`/words/mentions.toml and `rules_dir`/mentions/*.toml, parsed, their patterns compiled,
// no word numbered yet: no vocabulary is needed for that, so another thread may do it.
class MentionRuleFiles {
 public:
  // In order of the files' names. Mistakes are told by MentionRules::load.
  static MentionRuleFiles read(const std::filesystem::path& rules_dir);
  // The same; nothing where the folder has no words of mentions.
  static std::optional<MentionRuleFiles> find(const std::filesystem::path& rules_dir);
  MentionRuleFiles(MentionRuleFiles&&) noexcept;
  MentionRuleFiles& operator=(MentionRuleFiles&&) noexcept;
  ~MentionRuleFiles();

 private:
  friend class MentionRules;
  MentionRuleFiles();
  std::unique_ptr<MentionRulesBuilder> builder_;
};

class MentionRules {
 public:
  // Adds the words that can begin a mention to `vocabulary`. All mistakes of all files at once.
  static Result<MentionRules, Diagnostics> load(MentionRuleFiles files, Vocabulary& vocabulary);
  // The same from `rules_dir`.
  static Result<MentionRules, Diagnostics> load(const std::filesystem::path& rules_dir,
                                                Vocabulary& vocabulary);

  const std::vector<MentionRule>& rules() const { return rules_; }
  const std::vector<NumberList>& lists() const { return lists_; }
  // All patterns of all rules, and the starts at which they are asked for.
  const PatternNet& patterns() const { return patterns_; }
  // The start of all patterns without (with) {date:x} slots.
  Index start(bool nested) const { return nested ? nested_.start : plain_.start; }
  // Those with that `match`, save what a look-up finds.
  std::span<const Index> rules_of(Index pattern) const { return rules_of_[pattern]; }
  // Tells this set of rules from others that stood where it stands.
  std::uint64_t identity() const { return identity_; }

  // Whether the token may begin a match of a rule without (with) {date:x} slots.
  bool begins(bool nested, TokenKey first) const {
    const PatternIndex& index = nested ? nested_ : plain_;
    const std::vector<bool>& firsts = first < kNoWord ? index.first_words : index.other_firsts;
    const TokenKey at = first < kNoWord ? first : first - kNoWord;
    return at < firsts.size() && firsts[at];
  }
  // Whether such a rule may match where token `first`, one that begins(), stands between `before`
  // and `second` (0: none): most numbers and articles of a text begin nothing, and a few look-ups
  // tell.
  bool may_begin(bool nested, TokenKey before, TokenKey first, TokenKey second) const {
    const PatternIndex& index = nested ? nested_ : plain_;
    return may_lead(index, index.starts.find(first, kAnyToken), before) ||
           may_lead(index, index.starts.find(first, second), before);
  }
  // Whether a context of the rule can match beside that token. A cheap first answer: true says
  // nothing yet.
  enum class Side : std::uint8_t { kBefore, kAfter, kUnlessBefore, kUnlessAfter };
  bool may_stand(Index rule, Side side, TokenKey token) const {
    const auto at = static_cast<unsigned>(side);
    return (known_beside_[rule] >> at & 1) == 0 || beside_.contains(rule * 4 + at, token);
  }

  // A rule whose whole pattern is one word of a list, or digits, and which looks at nothing else:
  // found by look-up. Among several for a word, the one that wins.
  struct Simple {
    Index rule = kNoIndex;
    std::int32_t number = 0;
  };
  Simple simple_word(Index word) const {
    return word < simple_words_.size() ? simple_words_[word] : Simple{};
  }
  Index simple_number() const { return simple_number_; }

  // Named patterns `context_from` and `context_until`, matched before a date: they give it the
  // features kDateFrom and kDateUntil. Starts; kNoIndex where the words file has none.
  Index context_from() const { return from_; }
  Index context_until() const { return until_; }

 private:
  friend class MentionRulesBuilder;
  std::vector<MentionRule> rules_;
  std::vector<NumberList> lists_;
  PatternNet patterns_;
  std::vector<std::vector<Index>> rules_of_;  // by pattern
  std::uint64_t identity_ = 0;
  Index from_ = kNoIndex, until_ = kNoIndex;
  // Pairs of keys and an index for each, open addressing.
  class PairTable {
   public:
    // The value of the pair, made `value` where it is new.
    Index add(TokenKey first, TokenKey second, Index value = 0);
    // kNoIndex: not held.
    Index find(TokenKey first, TokenKey second) const {
      if (slots_.empty()) return kNoIndex;
      const std::uint64_t pair = pair_of(first, second);
      const std::size_t mask = slots_.size() - 1;
      for (std::size_t at = scatter(pair) & mask; slots_[at].pair != 0; at = (at + 1) & mask) {
        if (slots_[at].pair == pair) return slots_[at].value;
      }
      return kNoIndex;
    }
    bool contains(TokenKey first, TokenKey second) const { return find(first, second) != kNoIndex; }

   private:
    struct Slot {
      std::uint64_t pair = 0;
      Index value = 0;
    };
    static std::uint64_t pair_of(TokenKey first, TokenKey second) {
      return (static_cast<std::uint64_t>(first) << 32) | second;
    }
    static std::size_t scatter(std::uint64_t pair) {
      pair ^= pair >> 29;
      pair *= 0x9E3779B97F4A7C15u;
      return static_cast<std::size_t>(pair >> 32);
    }
    void grow();
    std::vector<Slot> slots_;
    std::size_t count_ = 0;
  };
  // How matches of patterns begin.
  struct PatternIndex {
    Index start = kNoIndex;
    std::vector<bool> first_words, other_firsts;  // by word, by key less kNoWord
    PairTable starts;  // first and second token -> list of the rules that may begin so
    // By list: whether one of its rules may follow any token; else which tokens one may follow.
    std::vector<bool> anywhere;
    PairTable leads;  // list and token
  };
  bool may_lead(const PatternIndex& index, Index list, TokenKey before) const;
  PatternIndex plain_, nested_;
  std::vector<std::uint8_t> known_beside_;  // by rule: bits of the sides whose tokens are known
  PairTable beside_;                        // rule x side and token: those
  std::vector<Simple> simple_words_;        // by vocabulary id
  Index simple_number_ = kNoIndex;
};

}  // namespace panchina
