// In tests/read/pages, ✓ ends each piece of the article and ✗ stands in all that is not of it.
#include "read/html_page.h"

#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

#include "folder.h"
#include "read/html_tree.h"

namespace panchina {
namespace {

constexpr const char* kPages = PANCHINA_SOURCE_DIR "/tests/read/pages";

std::string page_bytes(const std::string& name) {
  std::stringstream out;
  out << std::ifstream(std::string(kPages) + "/" + name + ".html", std::ios::binary).rdbuf();
  return out.str();
}

HtmlPage page(const std::string& name) {
  auto read = read_html_page(page_bytes(name));
  if (!read) {
    ADD_FAILURE() << name << ": " << read.error();
    return {};
  }
  return *std::move(read);
}

std::size_t count(std::string_view text, std::string_view mark) {
  std::size_t found = 0;
  for (std::size_t at = text.find(mark); at != std::string_view::npos;
       at = text.find(mark, at + 1)) {
    ++found;
  }
  return found;
}

TEST(HtmlPages, HoldTheWholeArticleAndNothingElse) {
  std::size_t pages = 0;
  for (const auto& entry : std::filesystem::directory_iterator(kPages)) {
    const std::string name = entry.path().stem();
    ++pages;
    const std::string bytes = page_bytes(name);
    const std::string text = page(name).text;
    EXPECT_EQ(count(text, "✗"), 0u) << name << "\n" << text;
    EXPECT_EQ(count(text, "✓"), count(bytes, "✓")) << name << "\n" << text;
    EXPECT_TRUE(text.ends_with('\n')) << name;
  }
  EXPECT_GE(pages, 28u);
}

TEST(HtmlPages, Metadata) {
  struct Case {
    const char* name;
    const char* title;
    const char* published;
    const char* url;
  };
  const Case cases[] = {
      {"01-blog", "Vallescura, colpo esterno ✓", "2024-03-12",
       "https://esempio.example/2024/03/12/vallescura-colpo/"},
      {"02-semantic", "Brentani, tre punti d'oro ✓", "2023-11-05", ""},
      {"03-table-layout", "Archivio", "", ""},
      {"04-linked-data", "Il titolo vero", "2022-09-30", "https://esempio.example/il-titolo"},
      {"05-amp", "Pari senza reti ✓", "", "https://esempio.example/amp-no"},
      {"22-latin9", "Il prezzo è 5 €", "", ""},
      {"26-heading-outside", "Titolo sopra tutto ✓", "", ""},
  };
  for (const Case& c : cases) {
    const HtmlPage read = page(c.name);
    EXPECT_EQ(read.title, c.title) << c.name;
    EXPECT_EQ(read.published, c.published) << c.name;
    EXPECT_EQ(read.url, c.url) << c.name;
  }
}

TEST(HtmlPages, RowsItemsAndParagraphsKeepTheirLines) {
  EXPECT_NE(page("09-standings")
                .text.find("\n\nSquadra ✓\tPunti\nVallescura ✓\t41\nPontelungo ✓\t39\n\n"),
            std::string::npos);
  EXPECT_NE(
      page("08-career-links").text.find("\n\n1986-1989 Vallescura ✓\n1989-1991 Pontelungo ✓\n"),
      std::string::npos);
  EXPECT_EQ(
      page("10-scoreline").text,
      "Vallescura-Pontelungo 2-0 ✓\n\nVALLESCURA (4-3-3): Rea; Sodi, Bini. All. Brentani ✓\n\n"
      "ARBITRO: Cozza di Lodi ✓\n\nRETI: 51' Ferrandi, 78' Pastine ✓\n");
  EXPECT_TRUE(page("26-heading-outside").text.starts_with("Titolo sopra tutto ✓\n\nIl Vallescura"));
}

TEST(HtmlPages, CharsetIsDeclaredInThePage) {
  EXPECT_EQ(page("22-latin9").encoding, "iso-8859-15");
  EXPECT_NE(page("22-latin9").text.find("15 € per la curva"), std::string::npos);
}

std::string text_of(std::string_view html) {
  auto read = read_html_page(html);
  return read ? read->text : "!" + read.error();
}

TEST(HtmlPage, SmallCases) {
  EXPECT_EQ(text_of(""), "!no-main-text");
  EXPECT_EQ(text_of("<html><body><script>x</script></body></html>"), "!no-main-text");
  EXPECT_EQ(text_of("<p>uno&nbsp;due &amp; tre&egrave;</p>"), "uno\u00A0due & treè\n");
  EXPECT_EQ(text_of("<p>a<b>b</b> c\n\n d</p>"), "ab c d\n");
  EXPECT_EQ(text_of("<p>uno<br>due<br><br>tre<br></p>"), "uno\ndue\n\ntre\n");
  EXPECT_EQ(text_of("<div>uno<p>due</p>tre</div>"), "uno\n\ndue\n\ntre\n");
  EXPECT_EQ(text_of("<p>5 < 6 e 7 > 3</p>"), "5 < 6 e 7 > 3\n");
  EXPECT_EQ(text_of("<p>mai chiuso"), "mai chiuso\n");
}

TEST(HtmlPage, HostilePagesTakeLinearTimeAndNoHarm) {
  for (const char* piece : {"<div>", "<p>x", "<a href=x>", "</div>", "<table><tr><td>", "&#1;",
                            "<!--", "<ul><li>", "<script>", "<b><i>", "<h1>"}) {
    std::string html;
    for (int i = 0; i < 20000; ++i) html += piece;
    (void)read_html_page(html);
  }
  std::string json =
      "<script type='application/ld+json'>" + std::string(100000, '[') + "</script><p>x";
  EXPECT_EQ(text_of(json), "x\n");
}

class HtmlFileTest : public FolderTest {};

TEST_F(HtmlFileTest, IsReadAsAnArticle) {
  const Article article = read_one("a.html", page_bytes("01-blog"));
  EXPECT_FALSE(article.error.has_value());
  EXPECT_EQ(article.info.given_published, "2024-03-12");
  EXPECT_EQ(article.info.given_from, PublishedFrom::kHtml);
  EXPECT_EQ(article.info.fallback_published, "2024-03-12");
  EXPECT_EQ(article.info.encoding, "utf-8");
  EXPECT_EQ(read_one("b.htm", "<html></html>").error->code, "no-main-text");
}

}  // namespace
}  // namespace panchina
