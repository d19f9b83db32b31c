#include "annotate/mention_line.h"

#include "text/fold.h"

namespace panchina {

namespace {
bool is_word_byte(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }
}  // namespace

void MentionLine::clear() {
  text_.clear();
  elements_.clear();
  after_open_apostrophe_ = false;
}

void MentionLine::add_blank(const Token& token, bool number) {
  if (text_.empty() || !token.space_before) return;
  const char last = text_.back();
  if (last == '(') return;
  if (last == '\'' &&
      (after_open_apostrophe_
           ? number
           : !elements_.empty() && elements_.back().end - elements_.back().begin > 1)) {
    return;
  }
  if (token.kind == TokenKind::kPunct && token.mark != 0 &&
      std::string_view(",.):;").find(token.mark) != std::string_view::npos) {
    return;
  }
  text_ += ' ';
}

void MentionLine::add_token(const Document& document, Index index) {
  const Token& token = document.tokens[index];
  add_blank(token, token.kind == TokenKind::kNumber);
  const auto begin = static_cast<std::uint32_t>(text_.size());
  const std::string_view raw = document.text.norm(token.span);
  switch (token.kind) {
    case TokenKind::kNumber:
      text_ += raw;
      break;
    case TokenKind::kPunct:
      text_ += raw;
      break;
    case TokenKind::kWord:
      add_word(raw);
      break;
  }
  after_open_apostrophe_ = token.kind == TokenKind::kPunct && token.mark == '\'' &&
                           (token.space_before || elements_.empty());
  elements_.push_back(
      {{index, index + 1}, begin, static_cast<std::uint32_t>(text_.size()), kNoIndex});
}

// A soft hyphen inside the word is not of it.
void MentionLine::add_word(std::string_view raw) {
  static constexpr std::string_view kSoftHyphen = "\xC2\xAD";
  for (std::size_t at = raw.find(kSoftHyphen); at != std::string_view::npos;
       at = raw.find(kSoftHyphen)) {
    append_folded(raw.substr(0, at), text_);
    raw.remove_prefix(at + kSoftHyphen.size());
  }
  append_folded(raw, text_);
}

void MentionLine::add_date(const Document& document, IndexRange tokens, Index date,
                           char placeholder) {
  add_blank(document.tokens[tokens.begin], true);
  const auto begin = static_cast<std::uint32_t>(text_.size());
  text_ += placeholder;
  after_open_apostrophe_ = false;
  elements_.push_back({tokens, begin, begin + 1, date});
}

Index MentionLine::ending_at(std::uint32_t end, Index from) const {
  for (Index i = from; i < elements_.size() && elements_[i].begin < end; ++i) {
    if (elements_[i].end == end) return i;
  }
  return kNoIndex;
}

bool left_edge(std::string_view text, std::size_t at) {
  return at == 0 || !is_word_byte(text[at - 1]) || at == text.size() ||
         (!is_word_byte(text[at]) && text[at] != '_');
}

bool right_edge(std::string_view text, std::size_t at) {
  return at == text.size() || !is_word_byte(text[at]) || at == 0 ||
         (!is_word_byte(text[at - 1]) && text[at - 1] != '_');
}

bool no_word_before(std::string_view text, std::size_t at) {
  return at == 0 || !is_word_byte(text[at - 1]);
}

}  // namespace panchina
