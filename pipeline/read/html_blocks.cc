#include "read/html_blocks.h"

#include <utility>

namespace panchina {

namespace {

constexpr std::size_t kLongestCell = 100;

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }

bool is_word_byte(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x80 || (byte >= '0' && byte <= '9') ||
         ((byte | 0x20) >= 'a' && (byte | 0x20) <= 'z');
}

class Builder {
 public:
  Builder(const HtmlTree& tree, const std::vector<bool>& dropped)
      : nodes_(tree.nodes()), dropped_(dropped) {}

  std::vector<HtmlBlock> build(NodeIndex begin, NodeIndex end) {
    for (NodeIndex at = begin; at < end;) {
      close_until(at);
      const HtmlNode& node = nodes_[at];
      if (node.is(kHtmlUnread | kHtmlHead) || (!dropped_.empty() && dropped_[at])) {
        if (node.is(kHtmlBlock)) finish();
        at = node.end;
        continue;
      }
      if (node.is_text) {
        add_text(node.text);
      } else if (node.is(kHtmlBreak)) {
        add_break();
      } else {
        enter(at);
      }
      ++at;
    }
    close_until(end);
    finish();
    return std::move(blocks_);
  }

 private:
  struct Opened {
    NodeIndex node;
    bool row_before;
    bool in_link_before;
  };

  void enter(NodeIndex at) {
    const HtmlNode& node = nodes_[at];
    open_.push_back({at, in_row_, in_link_});
    if (node.is(kHtmlLink)) in_link_ = true;
    if (in_row_) {
      if (node.is(kHtmlCell)) begin_cell();
      if (node.is(kHtmlBlock)) pending_blank_ = true;
      return;
    }
    if (!node.is(kHtmlBlock)) return;
    finish();
    if (node.is(kHtmlRow) && is_data_row(at)) in_row_ = true;
    begin_block(at);
  }

  // Leaves all elements that end at or before `at`.
  void close_until(NodeIndex at) {
    while (!open_.empty() && nodes_[open_.back().node].end <= at) {
      const Opened closed = open_.back();
      open_.pop_back();
      const HtmlNode& node = nodes_[closed.node];
      in_link_ = closed.in_link_before;
      if (in_row_ && closed.row_before) {
        if (node.is(kHtmlBlock)) pending_blank_ = true;
        continue;
      }
      in_row_ = closed.row_before;
      if (!node.is(kHtmlBlock)) continue;
      finish();
      begin_block(open_.empty() ? closed.node : innermost_block());
    }
  }

  NodeIndex innermost_block() const {
    for (auto opened = open_.rbegin(); opened != open_.rend(); ++opened) {
      if (nodes_[opened->node].is(kHtmlBlock)) return opened->node;
    }
    return open_.front().node;
  }

  void begin_block(NodeIndex at) {
    const HtmlNode& node = nodes_[at];
    block_ = HtmlBlock{};
    block_.node = at;
    block_.is_h1 = node.is(kHtmlH1);
    if (node.is(kHtmlHeading)) block_.kind = HtmlBlockKind::kHeading;
    if (node.is(kHtmlItem)) block_.kind = HtmlBlockKind::kItem;
    if (in_row_) block_.kind = HtmlBlockKind::kRow;
    // A paragraph in a list's item is the item.
    for (NodeIndex above = node.parent; block_.kind == HtmlBlockKind::kParagraph && above != 0;
         above = nodes_[above].parent) {
      if (nodes_[above].is(kHtmlItem)) block_.kind = HtmlBlockKind::kItem;
      if (nodes_[above].is(kHtmlBlock)) break;
    }
  }

  void begin_cell() {
    pending_blank_ = false;
    if (!block_.text.empty()) block_.text += '\t';
  }

  void finish() {
    pending_blank_ = false;
    std::string& text = block_.text;
    while (!text.empty() && is_blank(text.back())) text.pop_back();
    if (!text.empty()) blocks_.push_back(std::move(block_));
    const NodeIndex node = block_.node;
    block_ = HtmlBlock{};
    block_.node = node;
  }

  void add_break() {
    pending_blank_ = false;
    if (in_row_) {
      pending_blank_ = true;
    } else if (!block_.text.empty()) {
      block_.text += '\n';
    }
  }

  void add_text(std::string_view text) {
    std::string& out = block_.text;
    for (const char c : text) {
      if (is_blank(c)) {
        pending_blank_ = true;
        continue;
      }
      if (pending_blank_ && !out.empty() && !is_blank(out.back())) out += ' ';
      pending_blank_ = false;
      out += c;
      if (in_link_) {
        ++block_.link_bytes;
      } else if (is_word_byte(c)) {
        ++block_.plain_words;
      }
    }
  }

  // Whether the row's cells hold short text alone.
  bool is_data_row(NodeIndex row) const {
    std::size_t cell_bytes = 0;
    std::size_t cells = 0;
    for (NodeIndex at = row + 1; at < nodes_[row].end; ++at) {
      const HtmlNode& node = nodes_[at];
      if (node.is(kHtmlCell)) {
        cell_bytes = 0;
        ++cells;
      }
      if (node.is(kHtmlTable | kHtmlList | kHtmlHeading)) return false;
      if (node.is_text) cell_bytes += node.text.size();
      if (cell_bytes > kLongestCell) return false;
    }
    return cells > 1;
  }

  const std::vector<HtmlNode>& nodes_;
  const std::vector<bool>& dropped_;
  std::vector<HtmlBlock> blocks_;
  std::vector<Opened> open_;
  HtmlBlock block_;
  bool in_row_ = false;
  bool in_link_ = false;
  bool pending_blank_ = false;
};

}  // namespace

std::vector<HtmlBlock> html_blocks(const HtmlTree& tree, NodeIndex begin, NodeIndex end,
                                   const std::vector<bool>& dropped) {
  return Builder(tree, dropped).build(begin, end);
}

}  // namespace panchina
