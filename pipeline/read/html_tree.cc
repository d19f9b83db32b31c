#include "read/html_tree.h"

#include <libxml/HTMLparser.h>

#include <climits>
#include <unordered_map>

namespace panchina {

namespace {

struct FreeDocument {
  void operator()(xmlDoc* document) const { xmlFreeDoc(document); }
};
struct FreeContext {
  void operator()(htmlParserCtxt* context) const { htmlFreeParserCtxt(context); }
};

std::string_view view(const xmlChar* text) {
  return text == nullptr ? std::string_view() : reinterpret_cast<const char*>(text);
}

std::uint32_t role_of(std::string_view name) {
  static const std::unordered_map<std::string_view, std::uint32_t> roles = [] {
    std::unordered_map<std::string_view, std::uint32_t> out;
    const auto add = [&](std::uint32_t role, std::initializer_list<std::string_view> names) {
      for (const std::string_view one : names) out[one] |= role;
    };
    add(kHtmlBlock,
        {"address",  "article",    "aside",   "blockquote", "body",   "caption", "center",
         "dd",       "details",    "dialog",  "dir",        "div",    "dl",      "dt",
         "fieldset", "figcaption", "figure",  "footer",     "form",   "h1",      "h2",
         "h3",       "h4",         "h5",      "h6",         "header", "hgroup",  "hr",
         "html",     "legend",     "li",      "main",       "menu",   "nav",     "ol",
         "p",        "pre",        "section", "summary",    "table",  "tbody",   "td",
         "tfoot",    "th",         "thead",   "tr",         "ul",     "head",    "title"});
    add(kHtmlUnread, {"script", "style", "noscript", "template", "svg",   "math",    "iframe",
                      "object", "embed", "canvas",   "audio",    "video", "button",  "select",
                      "option", "input", "textarea", "datalist", "map",   "noembed", "noframes"});
    add(kHtmlAround, {"nav", "aside", "footer", "form", "dialog", "menu"});
    add(kHtmlHeader, {"header"});
    add(kHtmlHeading, {"h1", "h2", "h3", "h4", "h5", "h6"});
    add(kHtmlH1, {"h1"});
    add(kHtmlItem, {"li", "dt", "dd"});
    add(kHtmlList, {"ul", "ol", "dl"});
    add(kHtmlTable, {"table"});
    add(kHtmlRow, {"tr"});
    add(kHtmlCell, {"td", "th"});
    add(kHtmlBreak, {"br"});
    add(kHtmlLink, {"a"});
    add(kHtmlArticle, {"article", "main"});
    add(kHtmlPage, {"html", "body"});
    add(kHtmlHead, {"head"});
    add(kHtmlKeepSpace, {"pre"});
    return out;
  }();
  const auto found = roles.find(name);
  return found == roles.end() ? 0 : found->second;
}

bool is_text(const xmlNode* node) {
  return node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE;
}

// Opens a node where it is text or an element; comments and the rest are passed over.
bool open(const xmlNode* node, NodeIndex parent, std::vector<HtmlNode>& out) {
  HtmlNode opened;
  opened.parent = parent;
  opened.source = node;
  if (is_text(node)) {
    opened.is_text = true;
    opened.text = view(node->content);
  } else if (node->type == XML_ELEMENT_NODE) {
    opened.text = view(node->name);
    opened.role = role_of(opened.text);
  } else {
    return false;
  }
  out.push_back(opened);
  return true;
}

}  // namespace

struct HtmlTree::Parsed {
  std::unique_ptr<xmlDoc, FreeDocument> document;
};

HtmlTree::HtmlTree() = default;
HtmlTree::HtmlTree(HtmlTree&&) noexcept = default;
HtmlTree& HtmlTree::operator=(HtmlTree&&) noexcept = default;
HtmlTree::~HtmlTree() = default;

HtmlTree HtmlTree::parse(std::string_view utf8) {
  HtmlTree tree;
  if (utf8.empty() || utf8.size() > INT_MAX) return tree;
  const std::unique_ptr<htmlParserCtxt, FreeContext> context(htmlNewParserCtxt());
  if (context == nullptr) return tree;
  constexpr int kOptions = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                           HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC | HTML_PARSE_COMPACT;
  tree.parsed_ = std::make_unique<Parsed>();
  tree.parsed_->document.reset(htmlCtxtReadMemory(
      context.get(), utf8.data(), static_cast<int>(utf8.size()), nullptr, "UTF-8", kOptions));
  const xmlNode* node = tree.parsed_->document == nullptr
                            ? nullptr
                            : xmlDocGetRootElement(tree.parsed_->document.get());
  if (node == nullptr) return tree;
  std::vector<HtmlNode>& nodes = tree.nodes_;
  NodeIndex parent = 0;
  const xmlNode* const root = node;
  while (true) {
    const NodeIndex here = static_cast<NodeIndex>(nodes.size());
    const bool opened = open(node, parent, nodes);
    if (opened && !is_text(node) && node->children != nullptr) {
      parent = here;
      node = node->children;
      continue;
    }
    if (opened) nodes[here].end = here + 1;
    while (node != root && node->next == nullptr) {
      node = node->parent;
      nodes[parent].end = static_cast<NodeIndex>(nodes.size());
      parent = nodes[parent].parent;
    }
    if (node == root) break;
    node = node->next;
  }
  return tree;
}

std::string_view HtmlTree::attribute(NodeIndex node, const char* name) const {
  if (nodes_[node].is_text) return {};
  const auto* element = static_cast<const xmlNode*>(nodes_[node].source);
  for (const xmlAttr* one = element->properties; one != nullptr; one = one->next) {
    if (view(one->name) == name) {
      return one->children == nullptr ? std::string_view() : view(one->children->content);
    }
  }
  return {};
}

bool HtmlTree::has_attribute(NodeIndex node, const char* name) const {
  if (nodes_[node].is_text) return false;
  const auto* element = static_cast<const xmlNode*>(nodes_[node].source);
  for (const xmlAttr* one = element->properties; one != nullptr; one = one->next) {
    if (view(one->name) == name) return true;
  }
  return false;
}

}  // namespace panchina
