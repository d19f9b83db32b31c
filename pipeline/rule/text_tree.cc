#include "rule/text_tree.h"

#include <charconv>
#include <utility>

namespace panchina {

TextTree text_tree(std::string text) {
  TextTree out;
  out.kind = TextTree::Kind::kText;
  out.text = std::move(text);
  return out;
}

TextTree sequence_tree(std::vector<TextTree> parts) {
  TextTree out;
  out.parts = std::move(parts);
  return out;
}

TextTree choice_tree(std::vector<TextTree> parts) {
  TextTree out;
  out.kind = TextTree::Kind::kChoice;
  out.parts = std::move(parts);
  return out;
}

TextTree option_tree(TextTree tree) {
  std::vector<TextTree> parts;
  parts.push_back(std::move(tree));
  parts.emplace_back();
  return choice_tree(std::move(parts));
}

namespace {

TextTree bytes_tree(const ByteSet& bytes) {
  TextTree out;
  out.kind = TextTree::Kind::kBytes;
  out.bytes = bytes;
  return out;
}

ByteSet range(unsigned first, unsigned last) {
  ByteSet out;
  for (unsigned byte = first; byte <= last; ++byte) out.set(byte);
  return out;
}

// Any character that is not ASCII, as UTF-8 spells it.
std::vector<TextTree> foreign_characters() {
  const TextTree tail = bytes_tree(range(0x80, 0xBF));
  return {sequence_tree({bytes_tree(range(0xC2, 0xDF)), tail}),
          sequence_tree({bytes_tree(range(0xE0, 0xEF)), tail, tail}),
          sequence_tree({bytes_tree(range(0xF0, 0xF4)), tail, tail, tail})};
}

TextTree repeat_tree(TextTree tree) {
  TextTree out;
  out.kind = TextTree::Kind::kRepeat;
  out.parts.push_back(std::move(tree));
  return out;
}

class Parser {
 public:
  explicit Parser(std::string_view text) : text_(text) {}

  Result<TextTree, TextMistake> parse() {
    Result<TextTree, TextMistake> tree = choice();
    if (tree && !done()) return mistake("`)` without its `(`");
    return tree;
  }

 private:
  static constexpr unsigned kNoLimit = 1000;

  bool done() const { return at_ >= text_.size(); }
  bool take(std::string_view wanted) {
    if (!text_.substr(at_).starts_with(wanted)) return false;
    at_ += wanted.size();
    return true;
  }
  Unexpected<TextMistake> mistake(std::string message) const {
    return Unexpected(
        TextMistake{static_cast<std::uint32_t>(at_), 1, "bad-pattern", std::move(message), ""});
  }

  Result<TextTree, TextMistake> choice() {
    std::vector<TextTree> parts;
    do {
      Result<TextTree, TextMistake> part = sequence();
      if (!part) return part;
      parts.push_back(std::move(*part));
    } while (take("|"));
    return parts.size() == 1 ? std::move(parts[0]) : choice_tree(std::move(parts));
  }

  Result<TextTree, TextMistake> sequence() {
    TextTree out;
    while (!done() && text_[at_] != '|' && text_[at_] != ')') {
      Result<TextTree, TextMistake> part = atom();
      if (!part) return part;
      Result<TextTree, TextMistake> repeated = times(*std::move(part));
      if (!repeated) return repeated;
      out.parts.push_back(std::move(*repeated));
    }
    return out;
  }

  Result<TextTree, TextMistake> atom() {
    if (take("(")) {
      if (!take("?:")) return mistake("a named pattern holds no groups: write (?:…)");
      Result<TextTree, TextMistake> inner = choice();
      if (inner && !take(")")) return mistake("`(` without its `)`");
      return inner;
    }
    if (take("[")) return character_class();
    if (take("^")) return bytes_tree(range(kLineEdge, kLineEdge));
    const bool escaped = take("\\");
    if (done()) return mistake("`\\` ends the pattern");
    const char c = text_[at_];
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (escaped ? letter : std::string_view("?*+{.$").find(c) != std::string_view::npos) {
      return mistake("named patterns have no such sign");
    }
    std::size_t end = at_ + 1;
    while (end < text_.size() && (text_[end] & '\xC0') == '\x80') ++end;
    TextTree out = text_tree(std::string(text_.substr(at_, end - at_)));
    at_ = end;
    return out;
  }

  Result<TextTree, TextMistake> character_class() {
    const bool others = take("^");
    ByteSet bytes;
    for (bool first = true; first || !take("]"); first = false) {
      const bool escaped = take("\\");
      if (done()) return mistake("`[` without its `]`");
      const auto from = static_cast<unsigned char>(text_[at_++]);
      auto to = from;
      if (!escaped && at_ + 1 < text_.size() && text_[at_] == '-' && text_[at_ + 1] != ']') {
        to = static_cast<unsigned char>(text_[at_ + 1]);
        at_ += 2;
      }
      if (from > 0x7F || to > 0x7F || to < from) return mistake("a class holds ASCII ranges");
      bytes |= range(from, to);
    }
    if (!others) return bytes_tree(bytes);
    std::vector<TextTree> parts = foreign_characters();
    parts.push_back(bytes_tree(~bytes & range(0, 0x7F)));
    return choice_tree(std::move(parts));
  }

  // What stands behind an atom: how often.
  Result<TextTree, TextMistake> times(TextTree atom) {
    unsigned least = 1, most = 1;
    if (take("?")) {
      least = 0;
    } else if (take("*")) {
      least = 0, most = kNoLimit;
    } else if (take("+")) {
      most = kNoLimit;
    } else if (take("{")) {
      if (!number(least)) return mistake("`{` wants a number below 1000");
      most = least;
      if (take(",")) {
        if (!done() && text_[at_] == '}') {
          most = kNoLimit;
        } else if (!number(most)) {
          return mistake("`,` wants a number below 1000, or `}`");
        }
      }
      if (!take("}") || most < least) return mistake("`{` without its `}`");
    }
    if (least == 1 && most == 1) return atom;
    TextTree more;  // beyond the least: each further one only behind the one before
    if (most == kNoLimit) {
      more = option_tree(repeat_tree(atom));
    } else {
      for (unsigned i = least; i < most; ++i) more = option_tree(sequence_tree({atom, more}));
    }
    TextTree out;
    for (unsigned i = 0; i < least; ++i) out.parts.push_back(atom);
    out.parts.push_back(std::move(more));
    return out;
  }

  bool number(unsigned& out) {
    const char* begin = text_.data() + at_;
    const auto [end, error] = std::from_chars(begin, text_.data() + text_.size(), out);
    if (error != std::errc()) return false;
    at_ += static_cast<std::size_t>(end - begin);
    return out < kNoLimit;
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

}  // namespace

Result<TextTree, TextMistake> parse_regex(std::string_view text) { return Parser(text).parse(); }

}  // namespace panchina
