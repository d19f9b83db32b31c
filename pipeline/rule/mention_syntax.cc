#include "rule/mention_syntax.h"

#include <utility>

#include "text/fold.h"

namespace panchina {

namespace {

class Parser {
 public:
  explicit Parser(std::string_view text) : text_(text) {}

  Result<MentionNode, TextMistake> parse() {
    Result<MentionNode, TextMistake> node = choice();
    if (node && at_ < text_.size()) {
      return mistake(at_, "unopened-bracket", "`)` without its `(`");
    }
    return node;
  }

 private:
  static bool is_letter(char c) { return c >= 'a' && c <= 'z'; }

  static Unexpected<TextMistake> mistake(std::size_t offset, std::string code,
                                         std::string message) {
    return Unexpected(TextMistake{static_cast<std::uint32_t>(offset), 1, std::move(code),
                                  std::move(message), ""});
  }

  Result<MentionNode, TextMistake> choice() {
    MentionNode out;
    out.kind = MentionNode::Kind::kChoice;
    for (;;) {
      Result<MentionNode, TextMistake> part = sequence();
      if (!part) return part;
      out.parts.push_back(std::move(*part));
      if (at_ >= text_.size() || text_[at_] != '|') break;
      ++at_;
    }
    return single(std::move(out));
  }

  // A node of one part is that part.
  static MentionNode single(MentionNode node) {
    if (node.parts.size() != 1) return node;
    MentionNode part = std::move(node.parts[0]);
    return part;
  }

  Result<MentionNode, TextMistake> sequence() {
    MentionNode out;
    out.kind = MentionNode::Kind::kSequence;
    while (at_ < text_.size() && text_[at_] != '|' && text_[at_] != ')') {
      Result<MentionNode, TextMistake> part = atom();
      if (!part) return part;
      if (at_ < text_.size() && text_[at_] == '?') {
        ++at_;
        MentionNode option;
        option.kind = MentionNode::Kind::kOption;
        option.parts.push_back(std::move(*part));
        out.parts.push_back(std::move(option));
      } else if (part->kind == MentionNode::Kind::kText && !out.parts.empty() &&
                 out.parts.back().kind == MentionNode::Kind::kText) {
        out.parts.back().text += part->text;
      } else {
        out.parts.push_back(std::move(*part));
      }
    }
    return single(std::move(out));
  }

  Result<MentionNode, TextMistake> atom() {
    const std::size_t begin = at_;
    const char c = text_[at_];
    if (c == '(') {
      ++at_;
      Result<MentionNode, TextMistake> inner = choice();
      if (!inner) return inner;
      if (at_ >= text_.size()) return mistake(begin, "unclosed-bracket", "`(` without its `)`");
      ++at_;
      return inner;
    }
    if (c == '{') return slot();
    if (c == '?') return mistake(begin, "nothing-optional", "`?` follows nothing");
    if (c == '}') return mistake(begin, "unopened-slot", "`}` without its `{`");
    if (c == '\\') {
      if (at_ + 1 >= text_.size()) return mistake(begin, "bad-escape", "`\\` ends the pattern");
      ++at_;
    }
    std::size_t end = at_ + 1;
    if (is_letter(c)) {  // and those behind it that are no options
      const auto at = [&](std::size_t i) { return i < text_.size() ? text_[i] : '\0'; };
      while (is_letter(at(end)) && at(end + 1) != '?') ++end;
    }
    while (end < text_.size() && (text_[end] & '\xC0') == '\x80') ++end;
    MentionNode out;
    out.text = folded(text_.substr(at_, end - at_));
    out.offset = static_cast<std::uint32_t>(begin);
    at_ = end;
    return out;
  }

  Result<MentionNode, TextMistake> slot() {
    const std::size_t begin = at_;
    const std::size_t close = text_.find('}', at_);
    if (close == std::string_view::npos) {
      return mistake(begin, "unclosed-slot", "`{` without its `}`");
    }
    const std::string_view inside = text_.substr(begin + 1, close - begin - 1);
    const std::size_t colon = inside.find(':');
    MentionNode out;
    out.kind = MentionNode::Kind::kSlot;
    out.offset = static_cast<std::uint32_t>(begin);
    out.text = std::string(inside.substr(0, colon));
    if (colon != std::string_view::npos) out.name = std::string(inside.substr(colon + 1));
    if (out.text.empty() || (colon != std::string_view::npos && out.name.empty())) {
      return mistake(begin, "bad-slot", "a slot is `{type}` or `{type:name}`");
    }
    at_ = close + 1;
    return out;
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

}  // namespace

Result<MentionNode, TextMistake> parse_mention_pattern(std::string_view text) {
  return Parser(text).parse();
}

}  // namespace panchina
