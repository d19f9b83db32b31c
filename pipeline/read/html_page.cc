#include "read/html_page.h"

namespace panchina {

Result<HtmlPage, std::string> read_html_page(std::string_view) {
  return Unexpected(std::string("no-main-text"));
}

}  // namespace panchina
