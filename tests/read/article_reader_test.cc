#include "read/article_reader.h"

#include <sys/stat.h>

#include "folder.h"
#include "read/save_text.h"

namespace panchina {
namespace {

using std::string_literals::operator""s;

class ArticleReaderTest : public FolderTest {};

TEST_F(ArticleReaderTest, Text) {
  const Article article = read_one("a.txt", "Gi\xE0 fatto\r\n");
  EXPECT_FALSE(article.error.has_value());
  EXPECT_EQ(article.text, "Già fatto\r\n");
  EXPECT_EQ(article.info.doc, "a.txt");
  EXPECT_EQ(article.info.encoding, "windows-1252");
  EXPECT_EQ(article.info.sha256,
            "85e8479182674ec53f038400601d9b7cb55d392e0e0caad0d365b6eb282240d8");
}

TEST_F(ArticleReaderTest, EmptyTextIsNoError) {
  EXPECT_FALSE(read_one("a.txt", "").error.has_value());
  EXPECT_FALSE(read_one("a.txt", " \n").error.has_value());
}

TEST_F(ArticleReaderTest, BinaryIsRefusedUnlessForced) {
  const Article article = read_one("a.txt", "PK\3\4\0\0x"s);
  ASSERT_TRUE(article.error.has_value());
  EXPECT_EQ(article.error->code, "binary");
  EXPECT_EQ(article.text, "");
  ReadOptions given = options();
  given.binary = BinaryPolicy::kRead;
  EXPECT_EQ(read(given)[0].text, "PK\3\4\uFFFD\uFFFDx");
  EXPECT_EQ(read(given)[0].info.replaced, 2u);
}

TEST_F(ArticleReaderTest, TooLarge) {
  put("a.txt", std::string(101, 'x'));
  put("b.txt", std::string(100, 'x'));
  ReadOptions given = options();
  given.max_article_size = 100;
  const auto articles = read(given);
  EXPECT_EQ(articles[0].error->code, "too-large");
  EXPECT_FALSE(articles[1].error.has_value());
}

TEST_F(ArticleReaderTest, AFileThatIsGone) {
  put("a.txt", "x");
  ReadOptions given = options();
  ArticleSource source(given);
  const auto input = source.next();
  std::filesystem::remove(path("a.txt"));
  const Metadata none;
  const Article article = ArticleReader(given, none).read(**input);
  EXPECT_EQ(article.error->code, "not-found");
  EXPECT_EQ(article.info.doc, "a.txt");
}

TEST_F(ArticleReaderTest, JsonLines) {
  put("r.jsonl",
      "{\"id\":\"a\",\"url\":\"https://x.example/2024/03/11/\",\"title\":\"T\",\"date\":"
      "\"2024-03-12T10:00\",\"text\":\"Gi\\u00e0\\u0000 \\ud83d\\ude00\"}\n"
      "{\"id\":\"b\",\"text\":\"\\ud800\"}\n{\"id\":\"c\"}\n{\"id\":\"d\",\"text\":\"gi\xE0\"}\n");
  const auto articles = read(options());
  ASSERT_EQ(articles.size(), 4u);
  EXPECT_EQ(articles[0].text, "Già\uFFFD 😀");
  EXPECT_EQ(articles[0].info.replaced, 1u);
  EXPECT_EQ(articles[0].info.title, "T");
  EXPECT_EQ(articles[0].info.given_published, "2024-03-12");
  EXPECT_EQ(articles[0].info.given_from, PublishedFrom::kRecord);
  EXPECT_EQ(articles[0].info.fallback_published, "2024-03-11");
  EXPECT_EQ(articles[0].info.fallback_from, PublishedFrom::kUrl);
  EXPECT_EQ(articles[1].error->code, "bad-record");
  EXPECT_NE(articles[1].error->message.find("r.jsonl:2"), std::string::npos);
  EXPECT_EQ(articles[2].error->code, "no-text");
  EXPECT_EQ(articles[3].text, "gi\uFFFD");
  EXPECT_EQ(articles[3].info.replaced, 1u);
}

TEST_F(ArticleReaderTest, CsvRows) {
  put("a.csv",
      "id;Text;date;title;url\n1;\"Riga \"\"uno\"\"\nriga due\";12/03/2024;T;u\n2;gi\xE0\n3\n");
  const auto articles = read(options());
  ASSERT_EQ(articles.size(), 3u);
  EXPECT_EQ(articles[0].text, "Riga \"uno\"\nriga due");
  EXPECT_EQ(articles[0].info.given_published, "2024-03-12");
  EXPECT_EQ(articles[0].info.title, "T");
  EXPECT_EQ(articles[1].text, "già");
  EXPECT_EQ(articles[1].info.encoding, "windows-1252");
  EXPECT_EQ(articles[2].error->code, "bad-record");
}

TEST_F(ArticleReaderTest, MetadataIsWeakerThanTheRecordAndStrongerThanUrlAndOption) {
  put("m.csv",
      "doc,published,url,title\na,2024-01-01,u,\nx.txt,2024-01-02,https://x.example/2020/05/06/"
      ",T\n");
  put("in/r.jsonl", "{\"id\":\"a\",\"date\":\"2024-03-12\",\"text\":\"x\"}\n");
  put("in/x.txt", "x");
  put("in/y.txt", "y");
  const auto metadata = Metadata::load(path("m.csv"));
  ReadOptions given;
  given.paths = {path("in")};
  given.published = "2019-01-01";
  const auto articles = read(given, *metadata);
  ASSERT_EQ(articles.size(), 3u);
  EXPECT_EQ(articles[0].info.given_published, "2024-03-12");
  EXPECT_EQ(articles[0].info.url, "u");
  EXPECT_EQ(articles[0].info.fallback_from, PublishedFrom::kOption);
  EXPECT_EQ(articles[1].info.given_published, "2024-01-02");
  EXPECT_EQ(articles[1].info.given_from, PublishedFrom::kMetadata);
  EXPECT_EQ(articles[1].info.title, "T");
  EXPECT_EQ(articles[1].info.fallback_published, "2020-05-06");
  EXPECT_EQ(articles[2].info.given_published, "");
  EXPECT_EQ(articles[2].info.given_from, PublishedFrom::kNone);
  EXPECT_EQ(articles[2].info.fallback_published, "2019-01-01");
}

TEST_F(ArticleReaderTest, TheSumOfARecordIsThatOfItsTextAndChangesWithItsDate) {
  put("a.txt", "x");
  put("r.jsonl",
      "{\"id\":\"1\",\"text\":\"x\"}\n{\"id\":\"2\",\"text\":\"x\",\"date\":\"2024-03-12\"}\n"
      "{\"id\":\"3\",\"text\":\"x\",\"date\":\"2024-03-13\"}\n");
  const auto articles = read(options());
  EXPECT_EQ(articles[0].info.sha256, articles[1].info.sha256);
  EXPECT_NE(articles[1].info.sha256, articles[2].info.sha256);
  EXPECT_NE(articles[2].info.sha256, articles[3].info.sha256);
}

TEST_F(ArticleReaderTest, SavesTheText) {
  EXPECT_FALSE(save_text(path("out/texts"), "sub/a.txt", "Già\r\n").has_value());
  EXPECT_FALSE(save_text(path("out/texts"), "../../evil", "x").has_value());
  EXPECT_FALSE(save_text(path("out/texts"), "/b.html", "y").has_value());
  EXPECT_EQ(get("out/texts/sub/a.txt"), "Già\r\n");
  EXPECT_EQ(get("out/texts/_/_/evil.txt"), "x");
  EXPECT_EQ(get("out/texts/_/b.html.txt"), "y");
  put("file", "");
  EXPECT_EQ(save_text(path("file"), "a.txt", "x")->code, "not-found");
}

}  // namespace
}  // namespace panchina
