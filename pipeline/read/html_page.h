// A web page: its main text by text and link density, and what it says of itself. Thread rule: free
// function; threads may read pages at the same time.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.h"

namespace panchina {

struct HtmlPage {
  std::string text;       // the main text, a line a block, an empty line between paragraphs
  std::string title;      // of the article where the page says it, else of the page
  std::string url;        // canonical
  std::string published;  // EDTF day, from JSON-LD, article:published_time or <time>; empty: none
  std::string encoding;   // of the bytes
  std::uint32_t replaced = 0;
};

// The page, or a short code: "no-main-text", "bad-html".
Result<HtmlPage, std::string> read_html_page(std::string_view bytes);

}  // namespace panchina
