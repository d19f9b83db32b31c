#include "read/html_metadata.h"

#include <array>
#include <nlohmann/json.hpp>
#include <string_view>

#include "base/ascii.h"
#include "read/json_record.h"
#include "read/published.h"

namespace panchina {

namespace {

std::string text_of(const HtmlTree& tree, NodeIndex at) {
  std::string out;
  for (NodeIndex i = at; i < tree.nodes()[at].end; ++i) {
    if (tree.nodes()[i].is_text) out += tree.nodes()[i].text;
  }
  return out;
}

std::string collapsed(std::string_view text) {
  std::string out;
  bool blank = false;
  for (const char c : text) {
    if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
      blank = true;
      continue;
    }
    if (blank && !out.empty()) out += ' ';
    blank = false;
    out += c;
  }
  return out;
}

std::string text_at(const nlohmann::json& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

bool is_article_type(const nlohmann::json& object) {
  const auto type = object.find("@type");
  if (type == object.end()) return false;
  const auto is_article = [](const nlohmann::json& one) {
    if (!one.is_string()) return false;
    const std::string name = one.get<std::string>();
    return name.find("Article") != std::string::npos || name.find("Posting") != std::string::npos;
  };
  if (!type->is_array()) return is_article(*type);
  return std::any_of(type->begin(), type->end(), is_article);
}

// The objects of a JSON-LD block that may describe the article, those of an article type first.
struct LinkedData {
  std::string published;
  std::string headline;
  bool of_article = false;
};

// Depth is capped by the caller.
void collect(const nlohmann::json& node, LinkedData& out) {
  if (node.is_array()) {
    for (const auto& one : node) collect(one, out);
    return;
  }
  if (!node.is_object()) return;
  const bool of_article = is_article_type(node);
  if (!out.of_article || (of_article && out.published.empty())) {
    if (std::string day = day_of(text_at(node, "datePublished")); !day.empty()) {
      if (of_article || out.published.empty()) out.published = std::move(day);
    }
    if (of_article) out.headline = text_at(node, "headline");
    out.of_article |= of_article;
  }
  for (const char* key : {"@graph", "mainEntity", "mainEntityOfPage"}) {
    const auto below = node.find(key);
    if (below != node.end()) collect(*below, out);
  }
}

class Reader {
 public:
  Reader(const HtmlTree& tree, const HtmlMain& main) : tree_(tree), main_(main) {}

  HtmlMetadata read() {
    const auto& nodes = tree_.nodes();
    for (NodeIndex at = 0; at < nodes.size(); ++at) {
      const std::string_view name = nodes[at].is_text ? std::string_view() : nodes[at].text;
      if (name == "meta") {
        read_meta(at);
      } else if (name == "link") {
        if (ascii_lower(tree_.attribute(at, "rel")) == "canonical")
          canonical_ = tree_.attribute(at, "href");
      } else if (name == "script") {
        if (ascii_lower(tree_.attribute(at, "type")) == "application/ld+json") read_linked_data(at);
      } else if (name == "title" && title_.empty()) {
        title_ = collapsed(text_of(tree_, at));
      } else if (name == "time") {
        read_time(at);
      }
      if (!nodes[at].is_text && name != "meta") read_item_property(at);
    }
    HtmlMetadata out;
    out.published = first_of({linked_.published, meta_day_, property_day_, time_day_});
    out.title = first_of({main_.heading, open_graph_title_, linked_.headline, title_});
    out.url = first_of({absolute(canonical_), absolute(open_graph_url_)});
    return out;
  }

 private:
  static std::string first_of(std::initializer_list<std::string> candidates) {
    for (const std::string& one : candidates) {
      if (!one.empty()) return collapsed(one);
    }
    return {};
  }
  static std::string absolute(const std::string& url) {
    return url.starts_with("http://") || url.starts_with("https://") ? url : std::string();
  }

  void read_meta(NodeIndex at) {
    const std::string_view content = tree_.attribute(at, "content");
    std::string key = ascii_lower(tree_.attribute(at, "property"));
    if (key.empty()) key = ascii_lower(tree_.attribute(at, "name"));
    if (key.empty()) key = ascii_lower(tree_.attribute(at, "itemprop"));
    if (key == "og:title" && open_graph_title_.empty()) open_graph_title_ = content;
    if (key == "og:url" && open_graph_url_.empty()) open_graph_url_ = content;
    constexpr std::array<std::string_view, 11> kDayKeys = {"article:published_time",
                                                           "og:article:published_time",
                                                           "datepublished",
                                                           "date",
                                                           "dc.date",
                                                           "dc.date.issued",
                                                           "dcterms.created",
                                                           "pubdate",
                                                           "publishdate",
                                                           "publish-date",
                                                           "dcterms.issued"};
    for (std::size_t rank = 0; rank < kDayKeys.size(); ++rank) {
      if (key != kDayKeys[rank] || rank >= meta_rank_) continue;
      std::string day = day_of(content);
      if (day.empty()) continue;
      meta_day_ = std::move(day);
      meta_rank_ = rank;
    }
  }

  void read_linked_data(NodeIndex at) {
    const std::string json = text_of(tree_, at);
    if (json_is_too_deep(json)) return;
    const auto parsed = nlohmann::json::parse(json, nullptr, false, true);
    if (!parsed.is_discarded()) collect(parsed, linked_);
  }

  void read_item_property(NodeIndex at) {
    if (!property_day_.empty() || ascii_lower(tree_.attribute(at, "itemprop")) != "datepublished")
      return;
    for (const char* attribute : {"datetime", "content"}) {
      if (property_day_.empty()) property_day_ = day_of(tree_.attribute(at, attribute));
    }
  }

  void read_time(NodeIndex at) {
    if (!time_day_.empty() || main_.dropped[at]) return;
    time_day_ = day_of(tree_.attribute(at, "datetime"));
  }

  const HtmlTree& tree_;
  const HtmlMain& main_;
  LinkedData linked_;
  std::string meta_day_;
  std::size_t meta_rank_ = 99;
  std::string property_day_;
  std::string time_day_;
  std::string canonical_;
  std::string open_graph_url_;
  std::string open_graph_title_;
  std::string title_;
};

}  // namespace

HtmlMetadata html_metadata(const HtmlTree& tree, const HtmlMain& main) {
  return Reader(tree, main).read();
}

}  // namespace panchina
