// MentionLine: the folded line that mention patterns are matched against. One element a token, or a
// found date as one placeholder byte. Thread rule: scratch of one worker; clear() keeps the memory.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"

namespace panchina {

// Lower case, no accents. One blank between elements where the text has any; none after an elision
// or `(`, none before `,` `.` `)` `:` `;`, none between an apostrophe and the digits of a year.
class MentionLine {
 public:
  struct Element {
    IndexRange tokens;
    std::uint32_t begin = 0, end = 0;  // bytes of the line
    Index date = kNoIndex;             // placeholder of that date
  };

  void clear();
  // Makes the line of those tokens; masked ones are left out.
  void read(const Document& document, IndexRange tokens);
  void add_token(const Document& document, Index token);
  void add_date(const Document& document, IndexRange tokens, Index date, char placeholder);

  std::string_view text() const { return {text_.data(), size_}; }
  const std::vector<Element>& elements() const { return elements_; }
  // The element that ends at byte `end`, at or after element `from`; kNoIndex where none does.
  Index ending_at(std::uint32_t end, Index from) const;

 private:
  void make_room(std::size_t bytes) {
    if (text_.size() < size_ + bytes) text_.resize(2 * (size_ + bytes));
  }
  void add_wide(const Token& token, std::string_view rest);
  void add_blank(const Token& token, bool number);
  std::string text_;  // grown where it is too short: the line is its first size_ bytes
  std::size_t size_ = 0;
  std::string wide_;  // a word beyond ASCII
  std::vector<Element> elements_;
  bool after_open_apostrophe_ = false;  // a lone apostrophe with a blank before it
};

// Whether a year stands right before the word `right`, as `1928-1937Triestina`: the cells of a
// table without what parted them.
bool cells_meet(const Document& document, Index right);
// Whether a pattern that begins (left_edge) or ends (right_edge) at the byte offset of a folded
// line cuts no word; no_word_before asks more: no letter or digit stands right before.
bool left_edge(std::string_view text, std::size_t at);
bool right_edge(std::string_view text, std::size_t at);
bool no_word_before(std::string_view text, std::size_t at);

}  // namespace panchina
