#include "read/html_main.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <string_view>

#include "base/ascii.h"

namespace panchina {

namespace {

// An element with more than this share of the page's prose is not dropped for its name: it is the
// article after all, in a menu never closed or a form around the whole page.
constexpr double kTooMuchToDrop = 0.55;
// The same for consent notices, which are longer than many an article.
constexpr double kTooMuchConsent = 0.8;
// The container holds at least this share of the prose.
constexpr double kNearlyAll = 0.9;
// A link as long as this is a headline, not the name of a club.
constexpr std::uint32_t kHeadline = 25;

// Parts of the names (class and id) of what stands around an article.
constexpr std::array<std::string_view, 42> kAroundNames = {
    "related",    "share",        "sharing",  "social",    "sidebar",    "breadcrumb",
    "newsletter", "advert",       "sponsor",  "promo",     "paginat",    "pager",
    "navig",      "navbar",       "menu",     "footer",    "popup",      "modal",
    "toolbar",    "taglist",      "tag-list", "tagcloud",  "recommend",  "read-more",
    "readmore",   "read-also",    "outbrain", "taboola",   "author-box", "authorbox",
    "author-bio", "about-author", "trending", "most-read", "mostread",   "popular",
    "subscribe",  "copyright",    "masthead", "skip-link", "post-nav",   "login"};
// Whole names.
constexpr std::array<std::string_view, 11> kAroundWords = {
    "tags", "widget", "nav", "ads", "ad", "banner", "poll", "teasers", "ticker", "topbar", "vote"};
constexpr std::array<std::string_view, 6> kAroundRoles = {"navigation",  "complementary", "banner",
                                                          "contentinfo", "search",        "dialog"};

// `has-sidebar`, `no-comments`: of what else the page has.
bool says_of_others(std::string_view name) {
  return name.starts_with("has-") || name.starts_with("no-") || name.starts_with("with-") ||
         name.starts_with("without-");
}

bool is_around_name(std::string_view name) {
  if (std::find(kAroundWords.begin(), kAroundWords.end(), name) != kAroundWords.end()) return true;
  // `widget widget_recent_entries` of blogs; but builders of pages call every part a widget.
  if (name.starts_with("widget_")) return true;
  // Other languages' `related`; not `position-relative`, which only says how it is drawn.
  if (name.find("relat") != std::string_view::npos &&
      name.find("relative") == std::string_view::npos) {
    return true;
  }
  return std::any_of(kAroundNames.begin(), kAroundNames.end(), [name](std::string_view part) {
    return name.find(part) != std::string_view::npos;
  });
}

// `comments`, `comment-list`, `disqus_thread`, `respond`; not `comments-open`, which stands on the
// article itself.
bool is_comments_name(std::string_view name) {
  if (name.starts_with("comments-open") || name.starts_with("comments-closed")) return false;
  if (name.starts_with("comment") || name.starts_with("disqus") || name == "respond") return true;
  return name.find("-comment") != std::string_view::npos ||
         name.find("_comment") != std::string_view::npos;
}

bool is_consent_name(std::string_view name) {
  return name.find("cookie") != std::string_view::npos ||
         name.find("consent") != std::string_view::npos ||
         name.find("gdpr") != std::string_view::npos;
}

class Finder {
 public:
  explicit Finder(const HtmlTree& tree) : tree_(tree), nodes_(tree.nodes()) {}

  HtmlMain find() {
    HtmlMain main;
    if (nodes_.empty()) return main;
    count_prose({});
    drop();
    main.heading = heading();
    count_prose(dropped_);
    main.container = container();
    drop_headline_lists(main.container);
    main.blocks = html_blocks(tree_, main.container, nodes_[main.container].end, dropped_);
    put_before(introduction(main.container), main.blocks);
    std::erase_if(main.blocks, [](const HtmlBlock& block) { return is_link_line(block); });
    main.dropped = std::move(dropped_);
    return main;
  }

 private:
  // prose_[i]: bytes of prose in nodes before i.
  void count_prose(const std::vector<bool>& dropped) {
    prose_.assign(nodes_.size() + 1, 0);
    headings_.assign(nodes_.size() + 1, 0);
    for (const HtmlBlock& block :
         html_blocks(tree_, 0, static_cast<NodeIndex>(nodes_.size()), dropped)) {
      if (block.is_prose()) prose_[block.node + 1] += block.text.size();
      if (block.is_h1) ++headings_[block.node + 1];
    }
    for (std::size_t i = 1; i < prose_.size(); ++i) {
      prose_[i] += prose_[i - 1];
      headings_[i] += headings_[i - 1];
    }
  }
  std::size_t prose_in(NodeIndex node) const { return prose_[nodes_[node].end] - prose_[node]; }
  bool has_heading(NodeIndex node) const { return headings_[nodes_[node].end] > headings_[node]; }

  void drop() {
    dropped_.assign(nodes_.size(), false);
    const auto all = static_cast<double>(prose_.back());
    for (NodeIndex at = 0; at < nodes_.size(); ++at) {
      const HtmlNode& node = nodes_[at];
      if (node.is_text || node.is(kHtmlPage)) continue;
      const Place place = place_of(at);
      if (place == Place::kInside) continue;
      if (place != Place::kHidden && (has_heading(at) || holds_body(at))) continue;
      const auto prose = static_cast<double>(prose_in(at));
      if (place == Place::kAround && prose > kTooMuchToDrop * all) continue;
      if (place == Place::kConsent && prose > kTooMuchConsent * all) continue;
      std::fill(dropped_.begin() + at, dropped_.begin() + node.end, true);
      at = node.end - 1;
    }
  }

  enum class Place { kInside, kAround, kConsent, kComments, kHidden };
  Place place_of(NodeIndex at) const {
    const HtmlNode& node = nodes_[at];
    if (tree_.has_attribute(at, "hidden") || is_invisible(at)) return Place::kHidden;
    for (const char* attribute : {"id", "class"}) {
      const std::string names = ascii_lower(tree_.attribute(at, attribute));
      for (std::size_t begin = 0; begin < names.size();) {
        const std::size_t end = std::min(names.find_first_of(" \t\n\r", begin), names.size());
        const std::string_view name = std::string_view(names).substr(begin, end - begin);
        begin = end + 1;
        if (name.empty() || says_of_others(name)) continue;
        if (is_comments_name(name)) return Place::kComments;
        if (is_consent_name(name)) return Place::kConsent;
        if (!node.is(kHtmlArticle) && is_around_name(name)) return Place::kAround;
      }
    }
    if (node.is(kHtmlAround)) return Place::kAround;
    if (node.is(kHtmlHeader) && !within_article(at)) return Place::kAround;
    const std::string role = ascii_lower(tree_.attribute(at, "role"));
    const bool around =
        std::find(kAroundRoles.begin(), kAroundRoles.end(), role) != kAroundRoles.end();
    return around ? Place::kAround : Place::kInside;
  }

  bool is_invisible(NodeIndex at) const {
    std::string style = ascii_lower(tree_.attribute(at, "style"));
    std::erase(style, ' ');
    return style.find("display:none") != std::string::npos ||
           style.find("visibility:hidden") != std::string::npos;
  }

  bool within_article(NodeIndex at) const {
    while (at != 0) {
      at = nodes_[at].parent;
      if (nodes_[at].is(kHtmlArticle)) return true;
    }
    return false;
  }

  bool holds_body(NodeIndex at) const {
    if (!bodies_known_) {
      bodies_known_ = true;
      for (NodeIndex i = 0; i < nodes_.size(); ++i) {
        if (ascii_lower(tree_.attribute(i, "itemprop")) == "articlebody") bodies_.push_back(i);
      }
    }
    return std::any_of(bodies_.begin(), bodies_.end(),
                       [&](NodeIndex body) { return body >= at && body < nodes_[at].end; });
  }

  // The text of the only h1 that is not dropped.
  std::string heading() const {
    std::string found;
    for (NodeIndex at = 0; at < nodes_.size(); ++at) {
      if (!nodes_[at].is(kHtmlH1) || dropped_[at]) continue;
      std::string text;
      for (HtmlBlock& block : html_blocks(tree_, at, nodes_[at].end, dropped_)) {
        if (!text.empty()) text += ' ';
        text += block.text;
      }
      if (!found.empty() && found != text) return {};
      found = std::move(text);
    }
    return found;
  }

  // What stands between the article's heading and the container: the heading itself, byline, date,
  // summary. Without an h1 the nearest heading counts that has the container beside it.
  std::vector<HtmlBlock> introduction(NodeIndex container) const {
    constexpr std::ptrdiff_t kLongest = 8;
    std::vector<HtmlBlock> before = html_blocks(tree_, 0, container, dropped_);
    auto last = std::find_if(before.rbegin(), before.rend(),
                             [](const HtmlBlock& block) { return block.is_h1; });
    if (last == before.rend()) {
      const NodeIndex beside = nodes_[nodes_[container].parent].parent;
      last = std::find_if(before.rbegin(), before.rend(), [beside](const HtmlBlock& block) {
        return block.node > beside && block.kind == HtmlBlockKind::kHeading &&
               block.link_share() < 0.9;
      });
      if (last - before.rbegin() > kLongest) last = before.rend();
    }
    if (last == before.rend()) return {};
    before.erase(before.begin(), last.base() - 1);
    return before;
  }

  static void put_before(std::vector<HtmlBlock> first, std::vector<HtmlBlock>& blocks) {
    const bool has_h1 = std::any_of(blocks.begin(), blocks.end(),
                                    [](const HtmlBlock& block) { return block.is_h1; });
    if (first.empty() || has_h1) return;
    const bool has_own = !blocks.empty() && blocks.front().kind == HtmlBlockKind::kHeading;
    if (has_own && !first.front().is_h1) return;
    blocks.insert(blocks.begin(), std::make_move_iterator(first.begin()),
                  std::make_move_iterator(first.end()));
  }

  NodeIndex container() const {
    const std::size_t all = prose_.back();
    NodeIndex at = 0;
    if (all == 0) return container_without_prose();
    for (bool deeper = true; deeper;) {
      deeper = false;
      for (NodeIndex child = at + 1; child < nodes_[at].end; child = nodes_[child].end) {
        const bool holds =
            static_cast<double>(prose_in(child)) >= kNearlyAll * static_cast<double>(all);
        // Never into a single paragraph: its neighbours are short, but of the article.
        if (!holds || !nodes_[child].is(kHtmlBlock) || !has_block_below(child)) continue;
        at = child;
        deeper = true;
        break;
      }
    }
    return at;
  }

  bool has_block_below(NodeIndex at) const {
    if (nodes_[at].is(kHtmlRow | kHtmlItem)) return false;
    for (NodeIndex child = at + 1; child < nodes_[at].end; ++child) {
      if (nodes_[child].is(kHtmlBlock)) return true;
    }
    // A cell or a division whose paragraphs are parted by <br>.
    return nodes_[at].text == "td" || nodes_[at].text == "div" || nodes_[at].is(kHtmlArticle);
  }

  // Short pages: what says that it is the article; else everything.
  NodeIndex container_without_prose() const {
    NodeIndex found = 0;
    std::size_t count = 0;
    for (NodeIndex at = 0; at < nodes_.size(); ++at) {
      if (dropped_[at] || nodes_[at].is_text) continue;
      if (ascii_lower(tree_.attribute(at, "itemprop")) == "articlebody") return at;
      if (!nodes_[at].is(kHtmlArticle)) continue;
      if (count == 0 || at >= nodes_[found].end) {
        found = at;
        ++count;
      }
    }
    return count == 1 ? found : 0;
  }

  // Lists (and rows of divisions) below the container whose every entry is a headline that leads
  // elsewhere.
  void drop_headline_lists(NodeIndex container) {
    for (NodeIndex at = container + 1; at < nodes_[container].end; ++at) {
      if (dropped_[at] || !nodes_[at].is(kHtmlList)) continue;
      const auto blocks = html_blocks(tree_, at, nodes_[at].end, dropped_);
      std::size_t headlines = 0;
      std::uint32_t plain = 0;
      for (const HtmlBlock& block : blocks) {
        if (block.link_bytes >= kHeadline && block.link_share() > 0.5) ++headlines;
        plain = std::max(plain, block.plain_words);
      }
      if (headlines == 0 || headlines * 10 < blocks.size() * 6 || plain > 80) continue;
      std::fill(dropped_.begin() + at, dropped_.begin() + nodes_[at].end, true);
    }
  }

  // A line that only leads elsewhere: all of it a link, or a headline with a word or two before it.
  static bool is_link_line(const HtmlBlock& block) {
    if (block.kind == HtmlBlockKind::kHeading || block.kind == HtmlBlockKind::kRow) return false;
    if (block.link_bytes == 0) return false;
    if (block.plain_words == 0)
      return block.kind != HtmlBlockKind::kItem || block.link_bytes >= kHeadline;
    return block.link_bytes >= kHeadline && block.link_share() > 0.55 && block.plain_words < 30;
  }

  const HtmlTree& tree_;
  const std::vector<HtmlNode>& nodes_;
  std::vector<std::size_t> prose_;
  std::vector<std::size_t> headings_;
  std::vector<bool> dropped_;
  mutable std::vector<NodeIndex> bodies_;
  mutable bool bodies_known_ = false;
};

}  // namespace

HtmlMain html_main(const HtmlTree& tree) { return Finder(tree).find(); }

}  // namespace panchina
