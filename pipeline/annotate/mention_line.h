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
  void add_token(const Document& document, Index token);
  void add_date(const Document& document, IndexRange tokens, Index date, char placeholder);

  std::string_view text() const { return text_; }
  const std::vector<Element>& elements() const { return elements_; }
  // The element that ends at byte `end`, at or after element `from`; kNoIndex where none does.
  Index ending_at(std::uint32_t end, Index from) const;

 private:
  void add_word(std::string_view raw);
  void add_blank(const Token& token, bool number);
  std::string text_;
  std::vector<Element> elements_;
  bool after_open_apostrophe_ = false;  // a lone apostrophe with a blank before it
};

// Whether a pattern that begins (left_edge) or ends (right_edge) at the byte offset of a folded
// line cuts no word; no_word_before asks more: no letter or digit stands right before.
bool left_edge(std::string_view text, std::size_t at);
bool right_edge(std::string_view text, std::size_t at);
bool no_word_before(std::string_view text, std::size_t at);

}  // namespace panchina
