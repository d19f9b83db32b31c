// Layout: lines to labelled pieces. First the rules of rules/blocks label lines, mask passages and
// mark section edges; then the form of the lines, their place and their repetition label the rest;
// then lines that hold several things (a dateline, an inline heading, a line-up) are cut.
// Thread rule: an object for one document; run() once.
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "document/document.h"
#include "lexicon/lexicon.h"
#include "rule/block_rules.h"
#include "segment/block_matcher.h"
#include "segment/line.h"
#include "segment/line_shape.h"

namespace panchina {

// A stretch of a line with one label.
struct Piece {
  IndexRange tokens;
  BlockLabel label = BlockLabel::kBody;
  bool row = false;        // of a table, list or line-up
  bool edge = false;       // a new section begins here
  bool own_block = false;  // never merged with its neighbour
};

class Layout {
 public:
  // Masks are set in the document's tokens.
  Layout(const BlockRules& rules, const PatternBeginnings& beginnings, const Lexicon& lexicon,
         Document& document)
      : rules_(rules),
        lexicon_(lexicon),
        document_(document),
        norm_(document.text.norm()),
        tokens_(document.tokens),
        matcher_(rules, beginnings, norm_, tokens_) {}

  // Pieces in text order; they cover all tokens.
  std::vector<Piece> run();
  // Rules that had an effect in run() or agreed with the one that had, in text order.
  const std::vector<Index>& fired() const { return fired_; }

 private:
  enum class Decided : std::uint8_t { kNo, kByRule, kByForm };
  struct Labelled {
    Line line;
    BlockLabel label = BlockLabel::kBody;
    Decided decided = Decided::kNo;
    bool edge = false;
    Index prefix_end = kNoIndex;  // a rule gave the tokens before it a label of their own
    BlockLabel prefix = BlockLabel::kDateline;
    Index rest = kNoIndex;  // a rule gave the tokens from here on a label of their own
    BlockLabel rest_label = BlockLabel::kRelated;
  };

  void find_body();
  void apply_rules();
  void apply(const BlockMatch& match, std::size_t at);
  void mask(IndexRange range);
  void mask_bracket(IndexRange phrase, const Line& line);
  void label_menus();
  void number_from(std::size_t first);
  void label_repeated();
  void label_shapes();
  std::optional<BlockLabel> label_of_shape(std::size_t i, bool among_results);
  bool is_table(std::size_t i) const;
  bool is_list(std::size_t i) const;
  bool continues_table(std::size_t i) const;
  bool leads_to_row(std::size_t i) const;
  bool is_heading_of_results(std::size_t i) const;
  bool heads_paragraph(std::size_t i, std::uint32_t words) const;
  bool is_row_among_rows(std::size_t i) const;
  bool is_name_row(std::size_t i) const;
  bool is_second_of_season(std::size_t i) const;
  void label_trail_bullets();
  bool is_long_title(std::size_t at) const;
  void label_head();
  void label_signatures();
  void find_edges();
  void edge_numbered_headings();
  void edge_entries();
  void edge_two_line_headings();
  void edge_dated_items();
  void edge_datelines();
  std::pair<Index, std::uint32_t> day_at_head(IndexRange tokens) const;
  bool is_chronicle() const;
  bool opens_with_day(const Labelled& line) const;
  Index entry_head_end(const Line& line) const;
  void cut(const Labelled& labelled, std::vector<Piece>& pieces) const;
  void cut_body(IndexRange range, bool first, std::vector<Piece>& pieces) const;
  Index repeated_title_end(IndexRange range) const;
  Index inline_heading_end(IndexRange range) const;
  Index score_behind(Index at, Index end) const;
  bool is_place(IndexRange range) const;
  bool has_form(Index token, FormKind kind) const;
  bool has_form_to(Index begin, Index end, FormKind kind) const;
  bool is_paragraph(const Line& line) const;
  bool is_sentence(const Line& line) const;
  bool repeats_glued(const Line& before, const Line& line) const;
  Index dash_of_label(IndexRange range) const;
  bool club_before_dash(IndexRange range) const;
  Index place_before_dash(IndexRange range) const;
  Index long_dash_heading_end(IndexRange range) const;
  bool same_words(IndexRange a, IndexRange b) const;
  std::string_view bytes(Index token) const {
    return norm_.substr(tokens_[token].span.begin, tokens_[token].span.size());
  }

  const BlockRules& rules_;
  const Lexicon& lexicon_;
  const Document& document_;
  std::string_view norm_;
  std::span<Token> tokens_;
  BlockMatcher matcher_;
  std::vector<Labelled> lines_;
  std::vector<LineShape> shapes_;  // by line, in label_shapes()
  std::vector<Index> fired_;
  std::size_t first_body_ = 0;  // first and last line that is a paragraph; lines_.size(): none
  std::size_t last_body_ = 0;
};

}  // namespace panchina
