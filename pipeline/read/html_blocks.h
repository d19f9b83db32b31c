// The text of a page in blocks: what stands between two line ends when it is shown. Thread rule:
// free functions.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "read/html_tree.h"

namespace panchina {

enum class HtmlBlockKind : std::uint8_t { kParagraph, kHeading, kItem, kRow };

struct HtmlBlock {
  std::string text;  // blanks run together; a <br> is a line end; cells of a row lie a tab apart
  HtmlBlockKind kind = HtmlBlockKind::kParagraph;
  NodeIndex node = 0;             // the innermost block element that holds it
  std::uint32_t link_bytes = 0;   // of its text, inside links
  std::uint32_t plain_words = 0;  // letters and digits outside links
  bool is_h1 = false;

  double link_share() const {
    return text.empty() ? 0 : static_cast<double>(link_bytes) / static_cast<double>(text.size());
  }
  // Reads like a paragraph of an article: long, and hardly any of it a link.
  bool is_prose() const { return text.size() >= 80 && link_share() < 0.3; }
};

// The blocks of nodes [begin, end) that are not `dropped` (one flag a node; empty: none are), in
// document order. A table's row is one block where its cells are short and hold no blocks of their
// own; else each cell is read by itself (tables that lay out a page).
std::vector<HtmlBlock> html_blocks(const HtmlTree& tree, NodeIndex begin, NodeIndex end,
                                   const std::vector<bool>& dropped);

}  // namespace panchina
