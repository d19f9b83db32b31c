#include "read/metadata.h"

#include "folder.h"

namespace panchina {
namespace {

class MetadataTest : public FolderTest {};

TEST_F(MetadataTest, ReadsCsv) {
  put("m.csv",
      "doc,published,title\r\na.txt,2024-03-12,\"Uno, "
      "due\"\r\n\r\nb.txt,12/3/2024,\r\nc.txt,,\r\n");
  const auto metadata = Metadata::load(path("m.csv"));
  ASSERT_TRUE(metadata.has_value());
  EXPECT_EQ(metadata->size(), 3u);
  EXPECT_EQ(metadata->find("a.txt")->published, "2024-03-12");
  EXPECT_EQ(metadata->find("a.txt")->title, "Uno, due");
  EXPECT_EQ(metadata->find("b.txt")->published, "2024-03-12");
  EXPECT_EQ(metadata->find("c.txt")->published, "");
  EXPECT_EQ(metadata->find("d.txt"), nullptr);
}

TEST_F(MetadataTest, ReadsJsonLines) {
  put("m.jsonl",
      "{\"doc\":\"a\",\"published\":\"2024-03-12T10:00\",\"url\":\"u\"}\n\n{\"id\":\"b\"}\n");
  const auto metadata = Metadata::load(path("m.jsonl"));
  ASSERT_TRUE(metadata.has_value());
  EXPECT_EQ(metadata->find("a")->published, "2024-03-12");
  EXPECT_EQ(metadata->find("a")->url, "u");
  EXPECT_NE(metadata->find("b"), nullptr);
}

TEST_F(MetadataTest, ReportsAllMistakesWithTheirLines) {
  put("m.csv",
      "doc,published\n,2024-03-12\na,domani\nb,2024-03-12\n\"b\",2024-03-13\n\"c\nc\",x\n");
  const auto metadata = Metadata::load(path("m.csv"));
  ASSERT_FALSE(metadata.has_value());
  std::vector<std::pair<std::string, std::uint32_t>> found;
  for (const Diagnostic& problem : metadata.error()) {
    found.emplace_back(problem.code, problem.place.line);
  }
  const std::vector<std::pair<std::string, std::uint32_t>> expected = {
      {"no-doc", 2}, {"bad-date", 3}, {"duplicate-doc", 5}, {"bad-date", 6}};
  EXPECT_EQ(found, expected);
  put("n.csv", "name,published\n");
  EXPECT_EQ(Metadata::load(path("n.csv")).error()[0].code, "no-doc-column");
  EXPECT_EQ(Metadata::load(path("none.csv")).error()[0].code, "not-found");
}

}  // namespace
}  // namespace panchina
