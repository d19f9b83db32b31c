#include "segment/sentence_splitter.h"

#include <string>

#include "base/ascii.h"

namespace panchina {
namespace {

constexpr std::string_view kEllipsis = "\xE2\x80\xA6";

// One pass over one stretch of tokens.
class Splitter {
 public:
  Splitter(std::string_view norm, std::span<const Token> tokens, IndexRange range,
           const Vocabulary& vocabulary, const WordBits& words, std::vector<IndexRange>& sentences)
      : norm_(norm),
        tokens_(tokens),
        range_(range),
        vocabulary_(vocabulary),
        words_(words),
        sentences_(sentences) {}

  SentenceCut run() {
    start_ = range_.begin;
    Index i = range_.begin;
    while (i < range_.end) {
      if (!is_stop(i)) {
        if (i - start_ + 1 >= kLongestSentence) cut(i);
        ++i;
        continue;
      }
      const Index first = i;
      while (i + 1 < range_.end && is_stop(i + 1) && !tokens_[i + 1].space_before) ++i;
      const Index last = i;
      while (i + 1 < range_.end && is_closer(i + 1)) ++i;
      ++i;
      while (is_note(i)) i += 3;
      if (i < range_.end && ends_sentence(first, last, i)) end_at(i);
    }
    if (start_ < range_.end) sentences_.push_back({start_, range_.end});
    return cut_;
  }

 private:
  std::string_view bytes(Index i) const {
    return norm_.substr(tokens_[i].span.begin, tokens_[i].span.size());
  }
  bool is_ellipsis(Index i) const { return tokens_[i].mark == '\1' && bytes(i) == kEllipsis; }
  bool is_stop(Index i) const {
    const char mark = tokens_[i].mark;
    return mark == '.' || mark == '!' || mark == '?' || (mark == '\1' && bytes(i) == kEllipsis);
  }
  bool is_closer(Index i) const {
    const Token& token = tokens_[i];
    if (token.space_before) return false;
    return token.mark == '"' || token.mark == '\'' || token.mark == ')' || token.mark == ']';
  }
  // The number of a footnote right behind what it belongs to: `[2]`.
  bool is_note(Index i) const {
    return i + 2 < range_.end && tokens_[i].mark == '[' && !tokens_[i].space_before &&
           tokens_[i + 1].kind == TokenKind::kNumber && tokens_[i + 2].mark == ']';
  }
  bool is_capital(Index i) const {
    const LetterCase letters = tokens_[i].letters;
    return letters == LetterCase::kTitle || letters == LetterCase::kUpper ||
           (letters == LetterCase::kMixed && static_cast<unsigned char>(bytes(i)[0] - 'A') < 26);
  }
  bool is_word(Index i) const { return tokens_[i].kind == TokenKind::kWord; }
  bool in(WordBit bit, Index i) const { return words_.has(tokens_[i].word, bit); }
  // One letter, an accented one too.
  bool is_letter(Index i) const {
    return is_word(i) &&
           (tokens_[i].span.size() == 1 || (tokens_[i].span.size() == 2 && bytes(i)[0] < 0));
  }
  // An opening quote, bracket or dash before the word that may begin a sentence.
  Index first_word(Index next) const {
    while (next < range_.end && tokens_[next].kind == TokenKind::kPunct) {
      const char mark = tokens_[next].mark;
      if (mark != '"' && mark != '(' && mark != '[' && mark != '\'' && mark != '-' && mark != '\1')
        break;
      ++next;
    }
    return next;
  }

  void end_at(Index next) {
    sentences_.push_back({start_, next});
    start_ = next;
  }

  // The sentence has grown too long at token `i`.
  void cut(Index i) {
    Index at = i + 1;
    for (Index back = i; back > start_ + kLongestSentence / 2; --back) {
      if (tokens_[back].mark == ';' || tokens_[back].mark == ',') {
        at = back + 1;
        break;
      }
    }
    cut_ = SentenceCut::kTooLong;
    end_at(at);
  }

  // Whether a sentence ends between the stops [first, last], with what closes after them, and token
  // `next`.
  bool ends_sentence(Index first, Index last, Index next) const {
    const Token& after = tokens_[next];
    if (after.mark == ',' || after.mark == ';' || after.mark == ':' || after.mark == ')' ||
        after.mark == ']' || after.mark == '%' || after.mark == '/')
      return false;
    if (!after.space_before) return glued(first, last, next);
    const Index word = first_word(next);
    if (word >= range_.end) return true;
    const bool lower = is_word(word) && tokens_[word].letters == LetterCase::kLower;
    const bool closed = next > last + 1;
    const bool dots =
        last > first ? tokens_[last].mark == '.' && tokens_[first].mark == '.' : is_ellipsis(first);
    if (dots) return !lower;
    if (tokens_[first].mark != '.') return !(lower && closed) && !(lower && after.mark == '-');
    if (closed && lower) return false;
    if (first == start_ || last > first) return !lower;
    if (after.mark == '-' && is_abbreviation(first - 1)) return false;
    return single_dot(first, word, lower);
  }

  bool is_abbreviation(Index before) const {
    return in(kWordInner, before) || in(kWordNumber, before) || in(kWordName, before);
  }

  // A lone full stop with a blank after it; `word` begins what follows.
  bool single_dot(Index dot, Index word, bool lower) const {
    const Index before = dot - 1;
    if (tokens_[dot].space_before) return true;
    if (tokens_[before].kind == TokenKind::kNumber) return after_number(before, lower);
    if (!is_word(before)) return true;
    const bool chained = before >= start_ + 2 && tokens_[before - 1].mark == '.' &&
                         !tokens_[before].space_before && !tokens_[before - 1].space_before &&
                         is_word(before - 2);
    if (chained) return after_acronym(before, word, lower);
    if (is_letter(before)) return after_letter(before, word, lower);
    if (in(kWordInner, before)) return false;
    if (in(kWordNumber, before))
      return tokens_[word].kind != TokenKind::kNumber && in(kWordOpener, word) && !lower;
    if (in(kWordName, before)) return !lower && in(kWordOpener, word);
    if (in(kWordEither, before))
      return !lower && tokens_[before].letters != LetterCase::kTitle &&
             tokens_[word].kind == TokenKind::kWord;
    return true;
  }

  // `1. luglio`, and the number that opens a paragraph: `2. Come`.
  bool after_number(Index number, bool lower) const {
    if (number == start_) return false;
    return !(lower && tokens_[number].number <= 31);
  }

  // `S.p.A.`, `d.t.s.`, `F.C.`: the last part before the stop is `before`.
  bool after_acronym(Index before, Index word, bool lower) const {
    if (lower || tokens_[word].kind == TokenKind::kNumber) return false;
    Index part = before;
    std::string joined;
    bool small = false;  // `a.C.` may end a sentence, `A.C.` begins a name
    while (true) {
      joined.insert(0, vocabulary_.word(tokens_[part].word).empty()
                           ? std::string(bytes(part))
                           : std::string(vocabulary_.word(tokens_[part].word)));
      small = small || tokens_[part].letters == LetterCase::kLower;
      if (part < start_ + 2 || tokens_[part].space_before || tokens_[part - 1].mark != '.' ||
          tokens_[part - 1].space_before || !is_word(part - 2) || joined.size() > 8)
        break;
      part -= 2;
    }
    if (small && words_.has(vocabulary_.find(ascii_lower(joined)), kWordEither)) return true;
    if (!is_letter(before) && !is_letter(before - 2)) return true;  // glued sentences, no acronym
    return in(kWordOpener, word);
  }

  // An initial, or a letter that is a name: `Serie B.`
  bool after_letter(Index before, Index word, bool lower) const {
    if (before > start_ && in(kWordLetter, before - 1)) return true;
    // `(A. Di Gioia per M. Sala)`
    const char mark = before > start_ ? tokens_[before - 1].mark : '\0';
    if (mark == '(' || mark == ',') return false;
    if (in(kWordNumber, before) && tokens_[word].kind == TokenKind::kNumber) return false;
    return !lower && is_word(word) && in(kWordOpener, word);
  }

  // No blank after the stop: `sala stampa.La piazza`, not `TuttoB.com`, `S.Elia`, `12.04`.
  bool glued(Index first, Index last, Index next) const {
    if (first == start_ || !is_word(next) || !is_capital(next) || next != last + 1) return false;
    const Index before = first - 1;
    if (tokens_[before].space_before == false && before > start_) {
      const char mark = tokens_[before - 1].mark;
      if (mark == '.' || mark == '@' || mark == '/') return false;  // an address
    }
    if (!is_word(before)) return tokens_[before].kind == TokenKind::kPunct && !is_letter(next);
    if (is_letter(before))  // `in serie A.Nel 1977`
      return before > start_ && in(kWordLetter, before - 1) && in(kWordOpener, next);
    if (tokens_[first].mark == '.' &&
        (in(kWordInner, before) || in(kWordName, before) || in(kWordEither, before)))
      return false;
    if (tokens_[before].letters == LetterCase::kLower) return true;
    return in(kWordOpener, next);
  }

  std::string_view norm_;
  std::span<const Token> tokens_;
  IndexRange range_;
  const Vocabulary& vocabulary_;
  const WordBits& words_;
  std::vector<IndexRange>& sentences_;
  Index start_ = 0;
  SentenceCut cut_ = SentenceCut::kNone;
};

}  // namespace

SentenceCut SentenceSplitter::split(std::string_view norm, std::span<const Token> tokens,
                                    IndexRange range, std::vector<IndexRange>& sentences) const {
  return Splitter(norm, tokens, range, vocabulary_, words_, sentences).run();
}

}  // namespace panchina
