#include <fcntl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "folder.h"

namespace panchina {
namespace {

using Ids = std::vector<std::string>;

class ArticleSourceTest : public FolderTest {};

TEST_F(ArticleSourceTest, FoldersAreReadRecursivelyInTheOrderOfWholePaths) {
  for (const char* name : {"b.txt", "a/x.txt", "a-b.txt", "a/B.txt", "a/sub/y.TXT", "c.pdf", "d",
                           ".hidden.txt", ".git/x.txt", "Z.htm", "\xC3\xA0.txt"}) {
    put(name, "x");
  }
  EXPECT_EQ(listed(options()), (Ids{"Z.htm", "a-b.txt", "a/B.txt", "a/sub/y.TXT", "a/x.txt",
                                    "b.txt", "\xC3\xA0.txt"}));
}

TEST_F(ArticleSourceTest, IdsAreRelativeToTheFolderGivenOrToTheRoot) {
  put("a/x.txt", "x");
  put("a/y.txt", "y");
  ReadOptions given = options();
  given.paths = {path("a") + "/"};
  EXPECT_EQ(listed(given), (Ids{"x.txt", "y.txt"}));
  given.paths = {path("a/y.txt")};
  EXPECT_EQ(listed(given), (Ids{"y.txt"}));
  given.root = folder_.string();
  EXPECT_EQ(listed(given), (Ids{"a/y.txt"}));
  given.paths = {path("a")};
  EXPECT_EQ(listed(given), (Ids{"a/x.txt", "a/y.txt"}));
  given.paths = {folder_.string()};
  EXPECT_EQ(listed(given), (Ids{"a/x.txt", "a/y.txt"}));
  given.root = path("a");
  EXPECT_EQ(listed(given), (Ids{"!!outside-root"}));
}

TEST_F(ArticleSourceTest, AMissingPathIsFatalBeforeAnythingIsRead) {
  put("a.txt", "x");
  ReadOptions given = options();
  given.paths.push_back(path("none"));
  EXPECT_EQ(listed(given), (Ids{"!!not-found"}));
}

TEST_F(ArticleSourceTest, FilesFromAList) {
  put("a/x.txt", "x");
  put("b/x.txt", "x");
  put("list", path("b/x.txt") + "\r\n\n" + path("a") + "\n" + path("gone.txt"));
  ReadOptions given;
  given.files_from = path("list");
  given.root = folder_.string();
  EXPECT_EQ(listed(given), (Ids{"a/x.txt", "b/x.txt", "gone.txt!not-found"}));
  put("list0", path("b/x.txt") + '\0' + path("a/x.txt") + '\0');
  given.files_from = path("list0");
  given.list_separator = '\0';
  EXPECT_EQ(listed(given), (Ids{"a/x.txt", "b/x.txt"}));
  given.files_from = path("none");
  EXPECT_EQ(listed(given), (Ids{"!!not-found"}));
}

TEST_F(ArticleSourceTest, GlobsChooseFiles) {
  for (const char* name : {"a/x.txt", "a/y.md", "b/x.txt", "b/z.txt"}) put(name, "x");
  ReadOptions given = options();
  given.exclude = {"b/"};
  EXPECT_EQ(listed(given), (Ids{"a/x.txt"}));
  given.exclude = {"*.txt", "!z.txt"};
  EXPECT_EQ(listed(given), (Ids{"b/z.txt"}));
  given.exclude = {};
  given.include = {"*.md", "b/x.*"};
  EXPECT_EQ(listed(given), (Ids{"a/y.md", "b/x.txt"}));
}

TEST_F(ArticleSourceTest, DuplicateIds) {
  put("a/x.txt", "1");
  put("b/x.txt", "2");
  put("b/y.txt", "3");
  ReadOptions given;
  given.paths = {path("b"), path("a")};
  ArticleSource source(given);
  ASSERT_TRUE(source.next().has_value());
  const auto second = source.next();
  ASSERT_FALSE(second.has_value());
  EXPECT_EQ(second.error().code, "duplicate-id");
  EXPECT_NE(second.error().message.find(path("a/x.txt")), std::string::npos);
  EXPECT_NE(second.error().message.find(path("b/x.txt")), std::string::npos);
  given.on_duplicate = OnDuplicate::kSuffix;
  EXPECT_EQ(listed(given), (Ids{"x.txt", "x.txt#2", "y.txt"}));
  given.on_duplicate = OnDuplicate::kLast;
  EXPECT_EQ(listed(given), (Ids{"x.txt", "y.txt"}));
  EXPECT_EQ(read(given)[0].text, "2");
}

TEST_F(ArticleSourceTest, SuffixesNeverMeetAnotherId) {
  put("r.jsonl",
      "{\"id\":\"x#2\",\"text\":\"\"}\n{\"id\":\"x\",\"text\":\"\"}\n{\"id\":\"x\",\"text\":\"\"}"
      "\n");
  ReadOptions given = options();
  given.on_duplicate = OnDuplicate::kSuffix;
  EXPECT_EQ(listed(given), (Ids{"x#2", "x", "x#3"}));
}

TEST_F(ArticleSourceTest, JsonLines) {
  put("r.jsonl", "\xEF\xBB\xBF{\"id\":\"a\",\"text\":\"1\"}\n\n{\"text\":\"2\"}\r\n{\"id\":5}");
  EXPECT_EQ(listed(options()), (Ids{"a", "r.jsonl#3", "5"}));
}

TEST_F(ArticleSourceTest, CsvNeedsATextColumn) {
  put("a.csv", "id,text\n1,\"x\ny\"\n2,z\n");
  put("b.csv", "name,published\n1,2024-03-12\n");
  put("c.csv", "");
  EXPECT_EQ(listed(options()), (Ids{"1", "2", "!no-text-column", "!no-text-column"}));
  ReadOptions given;
  given.paths = {path("b.csv")};
  EXPECT_EQ(listed(given), (Ids{"b.csv!no-text-column"}));
}

TEST_F(ArticleSourceTest, MetadataThatLiesAmongArticlesIsPassedOver) {
  put("a.txt", "x");
  put("metadata.csv", "doc,published\na.txt,2024-03-12\n");
  EXPECT_EQ(listed(options()), (Ids{"a.txt"}));
}

// Standard input, replaced by a file for a while.
class StandardInputFrom {
 public:
  explicit StandardInputFrom(const std::string& path) : saved_(::dup(STDIN_FILENO)) {
    const int file = ::open(path.c_str(), O_RDONLY);
    ::dup2(file, STDIN_FILENO);
    ::close(file);
  }
  ~StandardInputFrom() {
    ::dup2(saved_, STDIN_FILENO);
    ::close(saved_);
  }

 private:
  int saved_;
};

TEST_F(ArticleSourceTest, StandardInput) {
  put("in", "gi\xE0");
  put("lines", "{\"id\":\"a\",\"text\":\"1\"}\n{\"text\":\"2\"}\n");
  put("paths", path("in") + "\n");
  ReadOptions given;
  given.paths = {"-"};
  {
    const StandardInputFrom file(path("in"));
    const auto articles = read(given);
    ASSERT_EQ(articles.size(), 1u);
    EXPECT_EQ(articles[0].info.doc, "stdin");
    EXPECT_EQ(articles[0].text, "già");
  }
  {
    const StandardInputFrom file(path("in"));
    given.max_article_size = 2;
    EXPECT_EQ(read(given)[0].error->code, "too-large");
  }
  given.max_article_size = 1000;
  given.standard_input = StandardInput::kJsonLines;
  {
    const StandardInputFrom file(path("lines"));
    EXPECT_EQ(listed(given), (Ids{"a", "stdin#2"}));
  }
  given.paths = {};
  given.files_from = "-";
  given.root = folder_.string();
  {
    const StandardInputFrom file(path("paths"));
    EXPECT_EQ(listed(given), (Ids{"in"}));
  }
}

TEST_F(ArticleSourceTest, LinksAreSkippedUnlessAskedFor) {
  put("a/x.txt", "x");
  std::filesystem::create_directory_symlink(path("a"), path("b"));
  std::filesystem::create_symlink(path("a/x.txt"), path("c.txt"));
  std::filesystem::create_symlink(path("nowhere"), path("d.txt"));
  std::filesystem::create_directory_symlink(folder_, path("a/loop"));
  EXPECT_EQ(listed(options()), (Ids{"a/x.txt"}));
  ReadOptions given = options();
  given.links = LinkPolicy::kFollow;
  EXPECT_EQ(listed(given),
            (Ids{"!link-loop", "a/x.txt", "!link-loop", "b/x.txt", "c.txt", "d.txt"}));
}

TEST_F(ArticleSourceTest, OnlyRegularFilesAreOpened) {
  ASSERT_EQ(::mkfifo(path("f.txt").c_str(), 0600), 0);
  put("x.txt", "x");
  EXPECT_EQ(listed(options()), (Ids{"x.txt"}));
  ReadOptions given;
  given.paths = {path("f.txt"), "/dev/zero"};
  const auto articles = read(given);
  ASSERT_EQ(articles.size(), 2u);
  EXPECT_EQ(articles[0].error->code, "not-a-file");
  EXPECT_EQ(articles[1].error->code, "not-a-file");
}

// In a child process without rights: root reads everything.
TEST_F(ArticleSourceTest, AnUnreadableFolderIsReportedAndTheRestIsRead) {
  put("a/x.txt", "x");
  put("b/x.txt", "x");
  ::chmod(path("a").c_str(), 0);
  ::chmod(path("b").c_str(), 0755);
  const pid_t child = ::fork();
  if (child == 0) {
    if (::geteuid() == 0 && (::setgid(65534) != 0 || ::setuid(65534) != 0)) ::_exit(2);
    ::_exit(listed(options()) == Ids{"!permission-denied", "b/x.txt"} ? 0 : 1);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  ::chmod(path("a").c_str(), 0700);
  EXPECT_EQ(WEXITSTATUS(status), 0);
}

TEST_F(ArticleSourceTest, PathsTooDeepForTheSystemAreReported) {
  // Made step by step: a path of more than 4,096 bytes cannot be given whole.
  const std::filesystem::path before = std::filesystem::current_path();
  std::filesystem::current_path(folder_);
  const std::string name(200, 'd');
  for (int i = 0; i < 25; ++i) {
    std::filesystem::create_directory(name);
    std::filesystem::current_path(name);
  }
  std::ofstream("x.txt") << "x";
  std::filesystem::current_path(before);
  put("y.txt", "y");
  EXPECT_EQ(listed(options()), (Ids{"!io-error", "y.txt"}));
}

TEST_F(ArticleSourceTest, NamesThatAreNoUtf8OrHaveALineEnd) {
  put("citt\xE0.txt", "x");
  put("a\nb.txt", "x");
  ReadOptions given = options();
  const auto articles = read(given);
  ASSERT_EQ(articles.size(), 2u);
  EXPECT_EQ(articles[0].info.doc, "a\nb.txt");
  EXPECT_EQ(articles[0].info.path_bytes, "");
  EXPECT_EQ(articles[1].info.doc, "citt%e0.txt");
  EXPECT_TRUE(articles[1].info.path_bytes.ends_with("63697474e02e747874"));
  EXPECT_EQ(articles[1].text, "x");
}

TEST_F(ArticleSourceTest, FilesThatAreNoArticlesAreLeftOut) {
  put("metadata.csv", "doc,text\n");
  put("rules/x.txt", "x");
  put("x.txt", "x");
  ArticleSource source(options(), {path("./metadata.csv"), path("rules"), ""});
  EXPECT_EQ((**source.next()).doc, "x.txt");
  EXPECT_FALSE((*source.next()).has_value());
}

}  // namespace
}  // namespace panchina
