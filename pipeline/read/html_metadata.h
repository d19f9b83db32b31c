// What a page says of itself. Thread rule: free functions.
#pragma once

#include <string>

#include "read/html_main.h"
#include "read/html_tree.h"

namespace panchina {

struct HtmlMetadata {
  std::string title;
  std::string url;        // canonical, http or https
  std::string published;  // EDTF day
};

// Published: JSON-LD `datePublished`, `article:published_time` and its kin, `itemprop`, the first
// <time> of the article (not of what html_main() dropped). Title: the article's h1, og:title,
// JSON-LD `headline`, <title>.
HtmlMetadata html_metadata(const HtmlTree& tree, const HtmlMain& main);

}  // namespace panchina
