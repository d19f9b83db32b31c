// BlockRules: the rules of rules/blocks/*.toml. They give lines of a page their label by words and
// form, mask passages inside lines, mark where a new article begins, and hold the abbreviations
// that end no sentence. The language is taught in rules/blocks/README.md.
//
//   [[block]]
//   id = "related.see_also"
//   label = "related"                   # a label, or "mask"
//   begins = ["leggi anche", "articoli correlati"]
//   line = { words = "..14" }
//   where = "after"
//   tests = '''
//   + ... ¶ LEGGI ANCHE: Turris, tutti i gol
//   - Gli articoli correlati alla vicenda sono tre.
//   '''
//
// Thread rule: const after loading.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/toml_file.h"
#include "document/layers.h"
#include "lexicon/vocabulary.h"
#include "rule/emit.h"
#include "rule/rule_test.h"

namespace re2 {
class RE2;
}

namespace panchina {

// What the form of a line is measured by; a rule bounds each: `line = { words = "..14" }`.
enum class LineFeature : std::uint8_t {
  kWords,        // words
  kNumbers,      // numbers
  kLower,        // words in lower case
  kUpper,        // words of two letters or more all in capitals
  kTitle,        // words with one capital, at the start
  kGlued,        // lower-case letters followed by a capital inside a word: `HomeSesto`
  kLongest,      // letters of the longest word
  kBars,         // | » > ← → · • and / with blanks around
  kGaps,         // runs of two blanks or more between tokens
  kTabs,         // tabs
  kCommas,       // , and ;
  kStop,         // 1 where the line ends in . ! ? … (closing quotes and brackets apart)
  kColon,        // 1 where it ends in a colon
  kFirst,        // 1 in the first line of the page, behind its menu, 2 in the second, ...
                 // (lines with tokens)
  kLast,         // 1 in the last line
  kBlankBefore,  // 1 where an empty line stands before it
  kDash,         // place among the tokens of the first dash between blanks, from 1; 0: none
  kMenu,         // percent of the words that are in the list `menu`
  kDays,         // places where a day may be told: `12 marzo`, `12/3/2012`, `12-mar-12`
};
inline constexpr std::size_t kLineFeatures = 19;
using LineForm = std::array<std::uint32_t, kLineFeatures>;

struct FormBound {
  LineFeature feature = LineFeature::kWords;
  std::uint32_t least = 0;
  std::uint32_t most = 0xFFFFFFFF;
};

// An element of a phrase: `leggi anche`, `# commenti`, `{month}`, `la?`.
struct PhraseElement {
  enum class Kind : std::uint8_t { kWord, kNumber, kMark, kGroup, kAny };
  Kind kind = Kind::kWord;
  bool optional = false;
  char mark = 0;    // kMark
  Index value = 0;  // kWord: vocabulary id; kGroup: in BlockRules::groups
};

enum class PhrasePlace : std::uint8_t { kBegins, kContains, kEnds, kIs };

struct Phrase {
  std::vector<PhraseElement> elements;
  PhrasePlace place = PhrasePlace::kBegins;
  Index rule = 0;
};

// Where in the page a rule is at work. The body reaches from the first paragraph to the last.
enum class PagePart : std::uint8_t { kAny, kHead, kAfter, kTail };

// What of the text gets the label.
enum class BlockScope : std::uint8_t {
  kLine,
  kToEnd,      // the line and all that follows, to the end of the section
  kRest,       // from the phrase to the end of the line (for `contains`)
  kPhrase,     // the phrase alone
  kBracket,    // the bracket that holds the phrase
  kParagraph,  // the line and those below it up to an empty one
};

struct BlockRule {
  RuleInfo info;
  BlockLabel label = BlockLabel::kBody;
  bool mask = false;  // label = "mask": the tokens are masked, the block stays
  bool edge = false;  // a new section begins at the line
  BlockScope scope = BlockScope::kLine;
  PagePart part = PagePart::kAny;
  std::uint32_t after = 0;  // bits 1 << BlockLabel: label of the line before; 0: any
  bool phrases = false;     // has phrases: one of them must match
  std::vector<FormBound> form;
  std::shared_ptr<const re2::RE2> match;  // at the start of the folded line; may be null
  std::vector<RuleTest> tests;
};

// Word lists of the sentence splitter, the menu and the calendar, as bits of a word.
enum WordBit : std::uint8_t {
  kWordInner = 1,    // never ends a sentence: `sig`, `prof`, `art`
  kWordNumber = 2,   // does not where a number follows: `n`, `pag`
  kWordEither = 4,   // may end it: `ecc`, `spa`; it does where a sentence seems to begin
  kWordLetter = 8,   // before a letter that is no initial: `serie` B.
  kWordName = 16,    // ends it only before an opener: `rig`, `arb`
  kWordOpener = 32,  // begins sentences and no names: `il`, `nel`
  kWordMenu = 64,    // of menus and toolbars
  kWordMonth = 128,  // of the group `month`
};
class WordBits {
 public:
  bool has(Index word, WordBit bit) const {
    return word < bits_.size() && (bits_[word] & bit) != 0;
  }
  void add(Index word, WordBit bit) {
    if (bits_.size() <= word) bits_.resize(word + 1);
    if (word != 0) bits_[word] = static_cast<std::uint8_t>(bits_[word] | bit);
  }

 private:
  std::vector<std::uint8_t> bits_;  // by vocabulary id
};

// Compiled `match` patterns by their text, with its named patterns in place.
using BlockPatterns = std::map<std::string, std::shared_ptr<const re2::RE2>>;
// Those of the files, the bad ones too: by another thread while the words of the rules are read.
BlockPatterns compile_block_patterns(const std::vector<TomlFile>& files);

class BlockRules {
 public:
  // Reads `rules_dir`/blocks/*.toml, adds their words to `vocabulary`; what is wrong goes to
  // `diagnostics`, and the rule is left out.
  static BlockRules load(const std::filesystem::path& rules_dir, Vocabulary& vocabulary,
                         Diagnostics& diagnostics);
  // The same where the files have been read. Patterns that are not there it compiles itself.
  static BlockRules load(const std::vector<TomlFile>& files, const BlockPatterns& patterns,
                         Vocabulary& vocabulary, Diagnostics& diagnostics);

  const std::vector<BlockRule>& rules() const { return rules_; }
  const std::vector<Phrase>& phrases() const { return phrases_; }
  const WordBits& words() const { return words_; }

  // Phrases that can begin with a token. At the start of a line those of `begins` and `is` are
  // asked for, everywhere those of `contains` and `ends`.
  enum class At : std::uint8_t { kLineStart, kAnywhere };
  std::span<const Index> phrases_from(const Token& token, At at) const;
  bool in_group(Index group, Index word) const;
  // Rules without phrases, to be tried on every line.
  const std::vector<Index>& form_rules() const { return form_rules_; }

 private:
  friend class BlockRulesLoader;
  // Keys of a PhraseIndex: marks by their byte, one for numbers, then words by their id.
  static constexpr Index kNumberKey = 128;
  static constexpr Index kWordKeys = 129;
  static Index phrase_key(const Token& token);
  std::vector<Index> keys_of(const PhraseElement& first) const;
  // Sorts the rules by priority and file order and files their phrases, which stand by rule.
  void index(std::vector<std::vector<Phrase>> phrases);
  std::vector<BlockRule> rules_;
  std::vector<Phrase> phrases_;
  // Phrases by what they begin with, as stretches of one list by key.
  struct PhraseIndex {
    std::vector<std::uint32_t> starts;  // by key, one more than keys
    std::vector<Index> phrases;
  };
  PhraseIndex line_start_, anywhere_;
  std::vector<Index> form_rules_;
  std::vector<std::vector<Index>> groups_;  // sorted vocabulary ids
  WordBits words_;
};

std::string_view to_string(BlockLabel label);
// False where no label has that name.
bool find_block_label(std::string_view name, BlockLabel& label);

}  // namespace panchina
