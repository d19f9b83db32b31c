#include "scan/scanner.h"

#include <algorithm>
#include <array>
#include <string>

#include "scan/characters.h"
#include "text/fold.h"

namespace panchina {
namespace {

constexpr std::uint32_t kLongestAscii = 48;  // bytes of a word that is read the short way
constexpr std::uint32_t kLargestNumber = 999'999'999;

// Small letters of ASCII letters; 0: it is none.
constexpr std::array<char, 256> kSmallLetters = [] {
  std::array<char, 256> table{};
  for (std::size_t c = 'a'; c <= 'z'; ++c) table[c] = table[c - 32] = static_cast<char>(c);
  return table;
}();

bool is_letter(CharClass kind) { return kind == CharClass::kUpper || kind == CharClass::kLower; }

// What a word's letters look like, gathered while they are read.
class CaseCounter {
 public:
  void add(CharClass kind) {
    if (kind == CharClass::kUpper) {
      if (letters_ == 0) first_upper_ = true;
      ++upper_;
    }
    ++letters_;
  }
  LetterCase result() const {
    if (upper_ == 0) return LetterCase::kLower;
    if (upper_ == letters_) return letters_ > 1 ? LetterCase::kUpper : LetterCase::kTitle;
    return first_upper_ && upper_ == 1 ? LetterCase::kTitle : LetterCase::kMixed;
  }

 private:
  std::uint32_t letters_ = 0;
  std::uint32_t upper_ = 0;
  bool first_upper_ = false;
};

class Tokenizer {
 public:
  Tokenizer(std::string_view text, const Vocabulary& vocabulary, std::vector<Token>& tokens)
      : text_(text), vocabulary_(vocabulary), tokens_(tokens) {}

  void run() {
    while (at_ < text_.size()) {
      const Character c = character_at(text_, at_);
      switch (c.kind) {
        case CharClass::kNewline:
          line_before_ = true;
          [[fallthrough]];
        case CharClass::kSpace:
          space_before_ = true;
          [[fallthrough]];
        case CharClass::kIgnored:
          at_ += c.size;
          break;
        case CharClass::kUpper:
        case CharClass::kLower:
          word();
          break;
        case CharClass::kDigit:
          number();
          break;
        case CharClass::kMark:
          mark(c.size);
          break;
      }
    }
  }

 private:
  void push(Token token, std::uint32_t end) {
    token.span = {at_, end};
    token.space_before = space_before_;
    token.line_before = line_before_;
    tokens_.push_back(token);
    at_ = end;
    space_before_ = line_before_ = false;
  }

  // A word of ASCII letters, which most are: folded on the way. False where it is none.
  bool ascii_word() {
    char* const out = ascii_;
    std::uint32_t size = 0, upper = 0;
    const std::string_view word = text_.substr(at_, kLongestAscii);
    while (size < word.size()) {
      const char small = kSmallLetters[static_cast<unsigned char>(word[size])];
      if (small == 0) break;
      upper += small != word[size] ? 1 : 0;
      out[size++] = small;
    }
    const std::uint32_t end = at_ + size;
    if (size == kLongestAscii) return false;
    if (end < text_.size()) {
      const auto next = static_cast<unsigned char>(text_[end]);
      if (next >= 0x80 || next < '\t') return false;
    }
    Token token;
    token.kind = TokenKind::kWord;
    const bool first_upper = text_[at_] < 'a';
    token.letters = upper == 0      ? LetterCase::kLower
                    : upper == size ? (size > 1 ? LetterCase::kUpper : LetterCase::kTitle)
                    : first_upper && upper == 1 ? LetterCase::kTitle
                                                : LetterCase::kMixed;
    if (end < text_.size() && text_[end] == '\'') {
      out[size] = '\'';
      token.word = vocabulary_.find({out, size + 1});
      const bool letter_follows =
          end + 1 < text_.size() && is_letter(character_at(text_, end + 1).kind);
      if (letter_follows || (token.word != 0 && digit_or_blank(end + 1))) {
        push(token, end + 1);
        return true;
      }
    }
    token.word = vocabulary_.find({out, size});
    push(token, end);
    return true;
  }

  void word() {
    if (ascii_word()) return;
    CaseCounter counter;
    std::uint32_t end = at_;
    std::uint32_t piece = at_;
    folded_.clear();
    while (end < text_.size()) {
      const Character c = character_at(text_, end);
      if (c.kind == CharClass::kIgnored) {  // a soft hyphen or joiner inside the word
        const std::uint32_t next = end + c.size;
        if (next >= text_.size() || !is_letter(character_at(text_, next).kind)) break;
        append_folded(text_.substr(piece, end - piece), folded_);
        end = piece = next;
        continue;
      }
      if (!is_letter(c.kind)) break;
      counter.add(c.kind);
      end += c.size;
    }
    Token token;
    token.kind = TokenKind::kWord;
    token.letters = counter.result();
    append_folded(text_.substr(piece, end - piece), folded_);
    if (end < text_.size() && text_[end] == '\'') {
      folded_ += '\'';
      const bool letter_follows =
          end + 1 < text_.size() && is_letter(character_at(text_, end + 1).kind);
      token.word = vocabulary_.find(folded_);
      if (letter_follows || (token.word != 0 && digit_or_blank(end + 1)))
        return push(token, end + 1);
      folded_.pop_back();
    }
    token.word = vocabulary_.find(folded_);
    push(token, end);
  }

  bool digit_or_blank(std::uint32_t at) const {
    if (at >= text_.size()) return false;
    const CharClass kind = character_at(text_, at).kind;
    return kind == CharClass::kDigit || kind == CharClass::kSpace;
  }

  void number() {
    std::uint64_t value = 0;
    std::uint32_t end = at_;
    while (end < text_.size() && text_[end] >= '0' && text_[end] <= '9') {
      value = std::min<std::uint64_t>(value * 10 + static_cast<std::uint64_t>(text_[end] - '0'),
                                      kLargestNumber);
      ++end;
    }
    Token token;
    token.kind = TokenKind::kNumber;
    token.number = static_cast<std::uint32_t>(value);
    push(token, end);
  }

  void mark(std::uint8_t size) {
    Token token;
    token.kind = TokenKind::kPunct;
    token.mark = size == 1 && static_cast<unsigned char>(text_[at_]) < 0x80 ? text_[at_] : '\1';
    push(token, at_ + size);
  }

  std::string_view text_;
  const Vocabulary& vocabulary_;
  std::vector<Token>& tokens_;
  std::string folded_;
  char ascii_[kLongestAscii + 1];
  std::uint32_t at_ = 0;
  bool space_before_ = false;
  bool line_before_ = true;
};

}  // namespace

void Scanner::tokenize(std::string_view norm, const Vocabulary& vocabulary,
                       std::vector<Token>& tokens) {
  tokens.reserve(tokens.size() + norm.size() / 4);
  Tokenizer(norm, vocabulary, tokens).run();
}

void Scanner::scan(Document& document) const {
  document.tokens.clear();
  document.lexicon_hits.clear();
  tokenize(document.text.norm(), vocabulary_, document.tokens);
  for (Index i = 0; i < document.tokens.size(); ++i) {
    if (document.tokens[i].kind == TokenKind::kPunct) continue;
    lexicon_.find_forms(document.tokens, i, document.lexicon_hits);
  }
}

}  // namespace panchina
