#include <zlib.h>
#include <zstd.h>

#include "folder.h"
#include "read/byte_stream.h"

namespace panchina {
namespace {

std::string gzipped(std::string_view text) {
  z_stream stream{};
  EXPECT_EQ(deflateInit2(&stream, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY), Z_OK);
  std::string out(deflateBound(&stream, text.size()) + 32, '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
  stream.avail_in = static_cast<uInt>(text.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  EXPECT_EQ(deflate(&stream, Z_FINISH), Z_STREAM_END);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

std::string zstandard(std::string_view text) {
  std::string out(ZSTD_compressBound(text.size()), '\0');
  out.resize(ZSTD_compress(out.data(), out.size(), text.data(), text.size(), 3));
  return out;
}

// Text that does not compress too well.
std::string varied(std::size_t size) {
  std::string out;
  std::uint64_t state = 1;
  while (out.size() < size) {
    state = state * 6364136223846793005ULL + 1442695040888963407ULL;
    out += std::to_string(state >> 40);
    out += state % 7 == 0 ? '\n' : ' ';
  }
  return out;
}

class CompressionTest : public FolderTest {};

TEST_F(CompressionTest, ArticlesAreUnpacked) {
  const std::string text = varied(1'000'000);
  put("a.txt.gz", gzipped(text));
  put("b.txt.zst", zstandard(text));
  put("c.txt.gz", gzipped("uno ") + gzipped("due") + std::string(512, '\0'));
  put("d.txt.zst", zstandard("uno ") + zstandard("due"));
  put("e.TXT.GZ", gzipped(""));
  put("f.html.gz", gzipped("<p>già</p>"));
  const auto articles = read(options());
  ASSERT_EQ(articles.size(), 6u);
  EXPECT_TRUE(articles[0].text == text);
  EXPECT_EQ(articles[0].info.doc, "a.txt.gz");
  EXPECT_TRUE(articles[1].text == text);
  EXPECT_EQ(articles[1].info.sha256, articles[0].info.sha256);
  EXPECT_EQ(articles[2].text, "uno due");
  EXPECT_EQ(articles[3].text, "uno due");
  EXPECT_EQ(articles[4].text, "");
  EXPECT_FALSE(articles[4].error.has_value());
  EXPECT_EQ(articles[5].text, "già\n");
}

TEST_F(CompressionTest, RecordsAreStreamed) {
  std::string lines;
  for (int i = 0; i < 20000; ++i) {
    lines += "{\"id\":\"" + std::to_string(i) + "\",\"text\":\"riga numero " + std::to_string(i) +
             "\"}\n";
  }
  put("a.jsonl.gz", gzipped(lines));
  std::string rows = "id,text\n";
  for (int i = 0; i < 20000; ++i)
    rows += "r" + std::to_string(i) + ",\"uno\ndue " + std::to_string(i) + "\"\n";
  put("b.csv.zst", zstandard(rows));
  const auto articles = read(options());
  ASSERT_EQ(articles.size(), 40000u);
  EXPECT_EQ(articles[19999].text, "riga numero 19999");
  EXPECT_EQ(articles[39999].text, "uno\ndue 19999");
  EXPECT_EQ(articles[39999].info.doc, "r19999");
}

TEST_F(CompressionTest, BombsAreRefused) {
  const std::string zeros(40'000'000, 'a');
  put("a.txt.gz", gzipped(zeros));
  put("b.txt.zst", zstandard(zeros));
  put("c.jsonl.gz", gzipped(zeros));
  put("d.txt", "x");
  const auto articles = read(options());
  ASSERT_EQ(articles.size(), 4u);
  for (std::size_t i = 0; i < 3; ++i) EXPECT_EQ(articles[i].error->code, "compression-ratio") << i;
  EXPECT_FALSE(articles[3].error.has_value());
}

TEST_F(CompressionTest, TheLimitHoldsAfterUnpacking) {
  put("a.txt.gz", gzipped(varied(10'000)));
  ReadOptions given = options();
  given.max_article_size = 9'000;
  EXPECT_EQ(read(given)[0].error->code, "too-large");
}

TEST_F(CompressionTest, BrokenFilesAreReportedAndTheRestIsRead) {
  const std::string whole = gzipped(varied(100'000));
  put("a.txt.gz", whole.substr(0, whole.size() / 2));
  put("b.txt.gz", "no gzip at all");
  put("c.txt.zst", zstandard(varied(100'000)).substr(0, 1000));
  put("d.jsonl.gz", gzipped("{\"id\":\"ok\",\"text\":\"x\"}\n").substr(0, 40));
  put("e.txt", "x");
  const auto articles = read(options());
  ASSERT_GE(articles.size(), 5u);
  for (std::size_t i = 0; i < 3; ++i) EXPECT_EQ(articles[i].error->code, "bad-compression") << i;
  EXPECT_FALSE(articles.back().error.has_value());
  EXPECT_EQ(articles[articles.size() - 2].error->code, "bad-compression");
  EXPECT_EQ(articles[articles.size() - 2].info.doc, "d.jsonl.gz");
}

TEST_F(CompressionTest, ARecordThatIsTooLargeIsPassedOver) {
  std::string big = "{\"id\":\"big\",\"text\":\"" + std::string(400'000, 'x') + "\"}\n";
  put("a.jsonl", "{\"id\":\"1\",\"text\":\"x\"}\n" + big + "{\"id\":\"3\",\"text\":\"y\"}");
  ReadOptions given = options();
  given.max_article_size = 1000;
  const auto articles = read(given);
  ASSERT_EQ(articles.size(), 3u);
  EXPECT_EQ(articles[1].info.doc, "big");
  EXPECT_EQ(articles[1].error->code, "too-large");
  EXPECT_NE(articles[1].error->message.find("a.jsonl:2"), std::string::npos);
  EXPECT_EQ(articles[2].text, "y");
}

TEST_F(CompressionTest, CsvRecordsMayLieAcrossPiecesOfTheFile) {
  std::string rows = "id,text\r\n";
  const std::string field(50'000, 'x');
  for (int i = 0; i < 20; ++i)
    rows += std::to_string(i) + ",\"" + field + "\n\"\"" + field + "\"\r\n";
  put("a.csv", rows);
  const auto articles = read(options());
  ASSERT_EQ(articles.size(), 20u);
  for (const Article& article : articles) EXPECT_TRUE(article.text == field + "\n\"" + field);
}

}  // namespace
}  // namespace panchina
