// Any page gives valid UTF-8 or an error, and every block is text of the page.
#include <cstdint>
#include <string_view>

#include "check.h"
#include "read/decode.h"
#include "read/html_page.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace panchina;
  const auto page = read_html_page(std::string_view(reinterpret_cast<const char*>(data), size));
  if (!page) return 0;
  check(!page->text.empty() && page->text.back() == '\n', "the text ends its last line");
  check(decode_utf8(page->text).replaced == 0, "the text is valid UTF-8");
  check(decode_utf8(page->title).replaced == 0, "the title is valid UTF-8");
  check(page->published.empty() || page->published.size() == 10, "published is a day");
  return 0;
}
