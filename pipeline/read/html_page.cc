#include "read/html_page.h"

#include <algorithm>
#include <utility>

#include "base/ascii.h"
#include "read/decode.h"
#include "read/html_main.h"
#include "read/html_metadata.h"
#include "read/html_tree.h"

namespace panchina {

namespace {

// The charset that a page declares in its first bytes: <meta charset=…>, <meta … content="…;
// charset=…">, <?xml … encoding=…?>.
std::string_view declared_charset(std::string_view bytes) {
  constexpr std::size_t kFar = 4096;
  const std::string_view head = bytes.substr(0, kFar);
  for (const std::string_view key : {std::string_view("charset="), std::string_view("encoding=")}) {
    for (std::size_t at = 0; at + key.size() <= head.size(); ++at) {
      const auto same = [&](std::size_t i) { return ascii_lower(head[at + i]) == key[i]; };
      std::size_t matched = 0;
      while (matched < key.size() && same(matched)) ++matched;
      if (matched < key.size()) continue;
      std::size_t begin = at + key.size();
      while (begin < head.size() &&
             (head[begin] == '"' || head[begin] == '\'' || head[begin] == ' ')) {
        ++begin;
      }
      const std::size_t end = std::min(head.find_first_of("\"' />;?\t\r\n", begin), head.size());
      if (end > begin) return head.substr(begin, end - begin);
    }
  }
  return {};
}

bool parted(const HtmlBlock& one, const HtmlBlock& two) {
  const bool rows =
      one.kind == two.kind && (one.kind == HtmlBlockKind::kItem || one.kind == HtmlBlockKind::kRow);
  return !rows;
}

// Lines of a list and rows of a table follow one another; an empty line parts all else.
std::string joined(const std::string& heading, const std::vector<HtmlBlock>& blocks) {
  std::string out = heading;
  const HtmlBlock* before = nullptr;
  for (const HtmlBlock& block : blocks) {
    if (!out.empty()) out += before == nullptr || parted(*before, block) ? "\n\n" : "\n";
    out += block.text;
    before = &block;
  }
  if (!out.empty()) out += '\n';
  return out;
}

}  // namespace

Result<HtmlPage, std::string> read_html_page(std::string_view bytes) {
  Decoded decoded = decode(bytes, declared_charset(bytes));
  const HtmlTree tree = HtmlTree::parse(decoded.text);
  const HtmlMain main = html_main(tree);
  if (main.blocks.empty()) return Unexpected(std::string("no-main-text"));
  HtmlMetadata metadata = html_metadata(tree, main);
  const bool has_heading = std::any_of(main.blocks.begin(), main.blocks.end(),
                                       [](const HtmlBlock& block) { return block.is_h1; });
  HtmlPage page;
  page.text = joined(has_heading ? std::string() : main.heading, main.blocks);
  page.title = std::move(metadata.title);
  page.url = std::move(metadata.url);
  page.published = std::move(metadata.published);
  page.encoding = std::move(decoded.encoding);
  page.replaced = decoded.replaced;
  return page;
}

}  // namespace panchina
