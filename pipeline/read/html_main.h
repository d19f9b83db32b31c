// Which part of a page is its article. Thread rule: free functions.
#pragma once

#include <string>
#include <vector>

#include "read/html_blocks.h"
#include "read/html_tree.h"

namespace panchina {

struct HtmlMain {
  std::vector<HtmlBlock> blocks;
  NodeIndex container = 0;    // the element that they were taken from
  std::vector<bool> dropped;  // a flag a node: menus, comments, related links, ...
  std::string heading;        // the article's h1; empty: none
};

// The method, in the spirit of Boilerpipe and Readability: text is prose where it is long and has
// few links. (1) Elements that stand around articles (nav, aside, footer, by role, or by the words
// that page makers name them with) are dropped, unless they hold a good part of the page's prose.
// (2) The container is the smallest element with nearly all prose that is left. (3) Of its blocks,
// those that are but links are left out, and lists of headlines.
HtmlMain html_main(const HtmlTree& tree);

}  // namespace panchina
