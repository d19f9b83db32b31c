// TextTree: what a pattern over the folded line of a mention rule says, as a tree of bytes: the
// pattern language of mention rules and the regular expressions of named patterns both become one.
// Thread rule: plain values and free functions.
#pragma once

#include <bitset>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "document/layers.h"
#include "rule/mention_syntax.h"

namespace panchina {

// A byte, or kLineEdge: the line begins (`^`).
inline constexpr std::size_t kLineEdge = 256;
using ByteSet = std::bitset<kLineEdge + 1>;

struct TextTree {
  enum class Kind {
    kText,
    kList,      // a word of a list
    kBytes,     // one byte of a set
    kSequence,  // its parts one after the other; none: nothing
    kChoice,    // one of its parts, the first that leads on
    kRepeat     // its part once or more
  };
  Kind kind = Kind::kSequence;
  std::string text;
  ByteSet bytes;
  Index list = kNoIndex;  // in PatternDictionary::lists
  Index slot = kNoIndex;  // what matches here is the slot's
  std::vector<TextTree> parts;
};

TextTree text_tree(std::string text);
TextTree sequence_tree(std::vector<TextTree> parts);
TextTree choice_tree(std::vector<TextTree> parts);
TextTree option_tree(TextTree tree);

// A regular expression in the syntax of RE2 as far as named patterns use it: characters, classes
// (`[0-9]`, `[^a-z]`) of ASCII, `(?:…)`, `|`, `?`, `*`, `+`, `{2}`, `{1,7}`, `^` and escaped marks.
// Anything else is a mistake with its offset in bytes.
Result<TextTree, TextMistake> parse_regex(std::string_view text);

}  // namespace panchina
