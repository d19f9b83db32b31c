#include "annotate/mention_line.h"

#include "text/fold.h"

namespace panchina {

namespace {
bool is_word_byte(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }
}  // namespace

void MentionLine::clear() {
  size_ = 0;
  elements_.clear();
  after_open_apostrophe_ = false;
}

void MentionLine::read(const Document& document, IndexRange tokens) {
  clear();
  for (Index i = tokens.begin; i < tokens.end; ++i) {
    if (!document.tokens[i].masked) add_token(document, i);
  }
}

void MentionLine::add_blank(const Token& token, bool number) {
  if (size_ == 0 || !token.space_before) return;
  const char last = text_[size_ - 1];
  if (last == '(') return;
  if (last == '\'' &&
      (after_open_apostrophe_ ? number : elements_.back().end - elements_.back().begin > 1)) {
    return;
  }
  if (token.kind == TokenKind::kPunct) {
    const char mark = token.mark;
    if (mark == ',' || mark == '.' || mark == ')' || mark == ':' || mark == ';') return;
  }
  text_[size_++] = ' ';
}

void MentionLine::add_token(const Document& document, Index index) {
  const Token& token = document.tokens[index];
  const std::string_view raw = document.text.norm(token.span);
  make_room(raw.size() + 2);
  add_blank(token, token.kind == TokenKind::kNumber);
  if (!token.space_before && !elements_.empty() && cells_meet(document, index))
    text_[size_++] = ' ';
  const std::size_t begin = size_;
  char* const out = text_.data() + begin;
  std::size_t count = 0;
  while (count < raw.size() && static_cast<signed char>(raw[count]) >= 0) {
    out[count] = kFoldedAscii[static_cast<unsigned char>(raw[count])];
    ++count;
  }
  size_ += count;
  if (count < raw.size()) add_wide(token, raw.substr(count));
  after_open_apostrophe_ = token.kind == TokenKind::kPunct && token.mark == '\'' &&
                           (token.space_before || elements_.empty());
  elements_.push_back({{index, index + 1},
                       static_cast<std::uint32_t>(begin),
                       static_cast<std::uint32_t>(size_),
                       kNoIndex});
}

// The rest of a token from its first byte beyond ASCII on: words are folded, marks are not.
void MentionLine::add_wide(const Token& token, std::string_view rest) {
  if (token.kind == TokenKind::kWord) {
    wide_.clear();
    append_folded(rest, wide_);
    rest = wide_;
  }
  make_room(rest.size());
  size_ += rest.copy(text_.data() + size_, rest.size());
}

void MentionLine::add_date(const Document& document, IndexRange tokens, Index date,
                           char placeholder) {
  make_room(2);
  add_blank(document.tokens[tokens.begin], true);
  const auto begin = static_cast<std::uint32_t>(size_);
  text_[size_++] = placeholder;
  after_open_apostrophe_ = false;
  elements_.push_back({tokens, begin, begin + 1, date});
}

Index MentionLine::ending_at(std::uint32_t end, Index from) const {
  for (Index i = from; i < elements_.size() && elements_[i].begin < end; ++i) {
    if (elements_[i].end == end) return i;
  }
  return kNoIndex;
}

bool cells_meet(const Document& document, Index right) {
  constexpr std::size_t kYear = 4;  // figures
  const Token& word = document.tokens[right];
  const Token& year = document.tokens[right - 1];
  const bool name = word.letters == LetterCase::kTitle || word.letters == LetterCase::kUpper;
  return !word.space_before && word.kind == TokenKind::kWord && name && word.span.size() > 2 &&
         year.kind == TokenKind::kNumber && year.span.size() == kYear &&
         year.span.end == word.span.begin;
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
