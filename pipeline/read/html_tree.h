// A page as a flat tree: nodes in document order, each with the end of its subtree, so that every
// walk is a loop over indices. Parsed by libxml2, which mends broken markup and stops at 256
// levels. Thread rule: const after parsing; views into it live as long as it does.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace panchina {

using NodeIndex = std::uint32_t;

// What an element is for the reader of a page. Bits.
enum HtmlRole : std::uint32_t {
  kHtmlBlock = 1u << 0,    // begins and ends a line
  kHtmlUnread = 1u << 1,   // script, style, form controls: no text of the page
  kHtmlAround = 1u << 2,   // nav, aside, footer, form: around an article, not in it
  kHtmlHeader = 1u << 3,   // header
  kHtmlHeading = 1u << 4,  // h1 to h6
  kHtmlH1 = 1u << 5,
  kHtmlItem = 1u << 6,  // li, dt, dd
  kHtmlList = 1u << 7,  // ul, ol, dl
  kHtmlTable = 1u << 8,
  kHtmlRow = 1u << 9,
  kHtmlCell = 1u << 10,
  kHtmlBreak = 1u << 11,
  kHtmlLink = 1u << 12,     // a
  kHtmlArticle = 1u << 13,  // article, main
  kHtmlPage = 1u << 14,     // html, body
  kHtmlHead = 1u << 15,
  kHtmlKeepSpace = 1u << 16,  // pre
};

struct HtmlNode {
  NodeIndex parent = 0;    // of the first node: itself
  NodeIndex end = 0;       // behind its last descendant
  std::uint32_t role = 0;  // HtmlRole bits; 0 for text and plain inline elements
  bool is_text = false;
  std::string_view text;  // of a text node (UTF-8, entities decoded); of an element its name
  const void* source = nullptr;
  bool is(std::uint32_t roles) const { return (role & roles) != 0; }
};

class HtmlTree {
 public:
  // `utf8` is valid UTF-8 without NUL, whatever charset the page declares. An empty tree where the
  // parser finds nothing at all.
  static HtmlTree parse(std::string_view utf8);
  HtmlTree(HtmlTree&&) noexcept;
  HtmlTree& operator=(HtmlTree&&) noexcept;
  ~HtmlTree();

  const std::vector<HtmlNode>& nodes() const { return nodes_; }
  // The value of an attribute (lower-case name) of an element; empty: none.
  std::string_view attribute(NodeIndex node, const char* name) const;
  bool has_attribute(NodeIndex node, const char* name) const;

 private:
  HtmlTree();
  struct Parsed;
  std::unique_ptr<Parsed> parsed_;
  std::vector<HtmlNode> nodes_;
};

}  // namespace panchina
