#include "base/file.h"

#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace panchina {
namespace {

namespace fs = std::filesystem;

class FileTest : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = fs::path(testing::TempDir()) /
              ("panchina_file_" + std::to_string(::getpid()) + "_" +
               testing::UnitTest::GetInstance()->current_test_info()->name());
    fs::create_directories(folder_);
  }
  void TearDown() override { fs::remove_all(folder_); }

  std::string path(const std::string& name) const { return (folder_ / name).string(); }
  static void put(const std::string& name, const std::string& content) {
    std::ofstream(name, std::ios::binary) << content;
  }
  static std::string get(const std::string& name) {
    std::stringstream out;
    out << std::ifstream(name, std::ios::binary).rdbuf();
    return out.str();
  }
  std::vector<std::string> names() const {
    std::vector<std::string> out;
    for (const auto& entry : fs::directory_iterator(folder_))
      out.push_back(entry.path().filename());
    std::sort(out.begin(), out.end());
    return out;
  }

  fs::path folder_;
};

TEST_F(FileTest, ReaderReadsFilesOfAllSizesIntoOneBuffer) {
  FileReader reader;
  for (const std::size_t size : {0u, 1u, 4096u, 100000u, 3u}) {
    put(path("a"), std::string(size, 'x'));
    const auto bytes = reader.read(path("a"), 100000);
    ASSERT_TRUE(bytes.has_value());
    EXPECT_EQ(*bytes, std::string(size, 'x'));
  }
}

TEST_F(FileTest, ReaderSaysWhatIsWrong) {
  FileReader reader;
  put(path("big"), "12345");
  ASSERT_EQ(::mkfifo(path("fifo").c_str(), 0600), 0);
  EXPECT_EQ(reader.read(path("none"), 10).error().code, "not-found");
  EXPECT_EQ(reader.read(path("big"), 4).error().code, "too-large");
  EXPECT_EQ(reader.read(folder_.string(), 10).error().code, "not-a-file");
  EXPECT_EQ(reader.read(path("fifo"), 10).error().code, "not-a-file");
  EXPECT_EQ(reader.read("/dev/zero", 10).error().code, "not-a-file");
  EXPECT_NE(reader.read(path("none"), 10).error().message.find(path("none")), std::string::npos);
}

TEST_F(FileTest, AtomicFileAppearsOnlyWhenCommitted) {
  put(path("out"), "old");
  {
    auto file = AtomicFile::create(path("out"));
    ASSERT_TRUE(file.has_value());
    ASSERT_TRUE(file->write("new ").has_value());
    ASSERT_TRUE(file->write(std::string(1 << 20, 'x')).has_value());
    EXPECT_EQ(get(path("out")), "old");
    ASSERT_TRUE(file->commit().has_value());
  }
  EXPECT_EQ(get(path("out")), "new " + std::string(1 << 20, 'x'));
  EXPECT_EQ(names(), std::vector<std::string>{"out"});
}

TEST_F(FileTest, AtomicFileWithoutCommitLeavesNothing) {
  put(path("out"), "old");
  {
    auto file = AtomicFile::create(path("out"));
    ASSERT_TRUE(file->write("new").has_value());
    ASSERT_TRUE(file->flush().has_value());
    EXPECT_EQ(get(path("out.tmp")), "new");
  }
  EXPECT_EQ(get(path("out")), "old");
  EXPECT_EQ(names(), std::vector<std::string>{"out"});
}

TEST_F(FileTest, AtomicFileCanBeMoved) {
  auto file = AtomicFile::create(path("out"));
  ASSERT_TRUE(file->write("a").has_value());
  AtomicFile moved = std::move(*file);
  ASSERT_TRUE(moved.write("b").has_value());
  ASSERT_TRUE(moved.commit().has_value());
  EXPECT_EQ(get(path("out")), "ab");
}

TEST_F(FileTest, AtomicFileTakesOverWhatAKilledWriterLeft) {
  put(path("out.tmp"), "half of somethi");
  auto file = AtomicFile::create(path("out"));
  ASSERT_TRUE(file.has_value());
  ASSERT_TRUE(file->write("x").has_value());
  ASSERT_TRUE(file->commit().has_value());
  EXPECT_EQ(get(path("out")), "x");
}

TEST_F(FileTest, AtomicFileRefusesASecondWriterAndNamesTheFirst) {
  int ready[2];
  ASSERT_EQ(::pipe(ready), 0);
  const pid_t child = ::fork();
  if (child == 0) {
    auto file = AtomicFile::create(path("out"));
    if (!file || ::write(ready[1], "x", 1) != 1) ::_exit(1);
    while (true) ::pause();
  }
  char byte = 0;
  ASSERT_EQ(::read(ready[0], &byte, 1), 1);
  const auto second = AtomicFile::create(path("out"));
  ASSERT_FALSE(second.has_value());
  EXPECT_EQ(second.error().code, "busy");
  EXPECT_NE(second.error().message.find(std::to_string(child)), std::string::npos);
  ::kill(child, SIGKILL);
  ::waitpid(child, nullptr, 0);
  EXPECT_TRUE(AtomicFile::create(path("out")).has_value());
  ::close(ready[0]);
  ::close(ready[1]);
}

TEST_F(FileTest, AtomicFileFollowsALink) {
  put(path("real"), "old");
  fs::create_symlink(path("real"), path("link"));
  auto file = AtomicFile::create(path("link"));
  ASSERT_TRUE(file->write("new").has_value());
  ASSERT_TRUE(file->commit().has_value());
  EXPECT_TRUE(fs::is_symlink(path("link")));
  EXPECT_EQ(get(path("real")), "new");
}

TEST_F(FileTest, AtomicFileReportsAFullDisk) {
  auto file = AtomicFile::create("/dev/full");
  ASSERT_TRUE(file.has_value());
  ASSERT_TRUE(file->write("x").has_value());
  const auto done = file->commit();
  ASSERT_FALSE(done.has_value());
  EXPECT_EQ(done.error().code, "disk-full");
  EXPECT_FALSE(file->write("y").has_value());
}

// A limit on the size of files stands for a small disk.
TEST_F(FileTest, AtomicFileOnADiskThatFillsUpLeavesTheOldContent) {
  put(path("out"), "old");
  const pid_t child = ::fork();
  if (child == 0) {
    std::signal(SIGXFSZ, SIG_IGN);
    const rlimit limit{100'000, 100'000};
    if (::setrlimit(RLIMIT_FSIZE, &limit) != 0) ::_exit(2);
    bool failed = false;
    {
      auto file = AtomicFile::create(path("out"));
      for (int i = 0; i < 10 && file; ++i) {
        const auto written = file->write(std::string(100'000, 'x'));
        if (!written) failed = written.error().code == "disk-full";
      }
      failed &= !file->commit().has_value();
    }
    ::_exit(failed ? 0 : 1);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  EXPECT_EQ(WEXITSTATUS(status), 0);
  EXPECT_EQ(get(path("out")), "old");
  EXPECT_EQ(names(), std::vector<std::string>{"out"});
}

TEST_F(FileTest, AtomicFileCannotBeMadeInAMissingFolder) {
  EXPECT_EQ(AtomicFile::create(path("no/out")).error().code, "not-found");
  EXPECT_EQ(AtomicFile::create(folder_.string()).error().code, "not-a-file");
}

}  // namespace
}  // namespace panchina
