// The databases of test_database.h as SQLite files, and tests of such files alone.
#include <gtest/gtest.h>
#include <sqlite3.h>

#include <filesystem>

#include "store/lines.h"
#include "store/loader.h"
#include "store/test_database.h"

namespace panchina {
namespace test {
namespace {

namespace fs = std::filesystem;

class SqliteDatabase : public Database {
 public:
  SqliteDatabase() {
    std::string name = (fs::temp_directory_path() / "panchina-store-XXXXXX").string();
    folder_ = mkdtemp(name.data());
    path_ = (folder_ / "facts.db").string();
  }
  ~SqliteDatabase() override { fs::remove_all(folder_); }

  std::string url() const override { return "sqlite:" + path_; }
  bool empty() override { return !fs::exists(path_); }
  bool limits_own_files() const override { return true; }
  std::string query(const std::string& sql) override { return run(sql, SQLITE_OPEN_READONLY); }
  void change(const std::string& sql) override {
    run(sql, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
  }

 private:
  std::string run(const std::string& sql, int flags) {
    sqlite3* db = nullptr;
    EXPECT_EQ(sqlite3_open_v2(path_.c_str(), &db, flags, nullptr), SQLITE_OK);
    sqlite3_stmt* statement = nullptr;
    EXPECT_EQ(sqlite3_prepare_v2(db, sql.c_str(), -1, &statement, nullptr), SQLITE_OK)
        << sqlite3_errmsg(db);
    std::string all;
    while (statement != nullptr && sqlite3_step(statement) == SQLITE_ROW) {
      if (!all.empty()) all += "\n";
      for (int i = 0; i < sqlite3_column_count(statement); ++i) {
        const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement, i));
        if (i > 0) all += "|";
        all +=
            text == nullptr
                ? "null"
                : std::string(text, static_cast<std::size_t>(sqlite3_column_bytes(statement, i)));
      }
    }
    sqlite3_finalize(statement);
    sqlite3_close(db);
    return all;
  }

  fs::path folder_;
  std::string path_;
};

}  // namespace

std::unique_ptr<Database> make_database() { return std::make_unique<SqliteDatabase>(); }

}  // namespace test

namespace {

std::string error_of(const std::string& url) {
  auto loader = Loader::open(url, LoadMode::kKeep);
  return loader ? "" : loader.error().code;
}

TEST(SqliteFiles, LeavesForeignDatabasesAlone) {
  const auto database = test::make_database();
  database->change("CREATE TABLE event (x)");
  EXPECT_EQ(error_of(database->url()), "database-foreign");
  EXPECT_EQ(database->query("SELECT name FROM sqlite_schema"), "event");
}

TEST(SqliteFiles, ATextIsNoDatabase) {
  const auto database = test::make_database();
  const std::string path = database->url().substr(7);
  FILE* file = std::fopen(path.c_str(), "w");
  for (int i = 0; i < 100; ++i) std::fputs("this is a text, no database at all\n", file);
  std::fclose(file);
  EXPECT_EQ(error_of(path), "database-foreign");
  EXPECT_EQ(std::filesystem::file_size(path), 3500u);
  EXPECT_EQ(error_of("/no/such/folder/facts.db"), "database");
}

TEST(SqliteFiles, ColumnsHaveTheirTypes) {
  const auto database = test::make_database();
  auto loader = Loader::open(database->url(), LoadMode::kKeep);
  ASSERT_TRUE(loader->begin_run(test::run_line()));
  ASSERT_TRUE(loader->add(test::document_line("a", 1) + test::match_line("a", "m1", 2)));
  ASSERT_TRUE(loader->finish());
  EXPECT_EQ(database->query("SELECT typeof(home_goals), typeof(away), typeof(confidence), "
                            "typeof(stadium), typeof(awarded) FROM match"),
            "integer|text|real|null|integer");
  EXPECT_EQ(database->query("PRAGMA journal_mode"), "wal");
}

}  // namespace
}  // namespace panchina
