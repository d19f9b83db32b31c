// The databases of test_database.h in a PostgreSQL server, and tests of PostgreSQL alone.
#include <gtest/gtest.h>
#include <libpq-fe.h>

#include "store/lines.h"
#include "store/loader.h"
#include "store/postgres_server.h"
#include "store/test_database.h"

namespace panchina {
namespace test {
namespace {

class PostgresDatabase : public Database {
 public:
  explicit PostgresDatabase(const std::string& socket) : socket_(socket) {
    static int number = 0;
    name_ = "test" + std::to_string(++number);
    run("CREATE DATABASE " + name_, "postgres");
  }

  std::string url() const override { return url_of(name_); }
  bool empty() override { return query("SELECT to_regclass('document')") == "null"; }
  bool limits_own_files() const override { return false; }
  std::string query(const std::string& sql) override { return run(sql, name_); }
  void change(const std::string& sql) override { run(sql, name_); }

 private:
  std::string url_of(const std::string& name) const {
    return "postgresql://postgres@/" + name + "?host=" + socket_;
  }
  std::string run(const std::string& sql, const std::string& name) {
    PGconn* connection = PQconnectdb(url_of(name).c_str());
    PGresult* answer = PQexec(connection, sql.c_str());
    const ExecStatusType status = PQresultStatus(answer);
    EXPECT_TRUE(status == PGRES_TUPLES_OK || status == PGRES_COMMAND_OK)
        << PQerrorMessage(connection) << sql;
    std::string all;
    for (int row = 0; row < PQntuples(answer); ++row) {
      if (row > 0) all += "\n";
      for (int i = 0; i < PQnfields(answer); ++i) {
        if (i > 0) all += "|";
        all += PQgetisnull(answer, row, i) ? "null" : PQgetvalue(answer, row, i);
      }
    }
    PQclear(answer);
    PQfinish(connection);
    return all;
  }

  std::string socket_;
  std::string name_;
};

}  // namespace

std::unique_ptr<Database> make_database() {
  const std::string& socket = postgres_socket_folder();
  if (socket.empty()) return nullptr;
  return std::make_unique<PostgresDatabase>(socket);
}

}  // namespace test

namespace {

TEST(Postgres, ALostConnectionIsToldAndChangesNothing) {
  const auto database = test::make_database();
  if (!database) GTEST_SKIP() << "no PostgreSQL server";
  auto loader = Loader::open(database->url(), LoadMode::kKeep);
  ASSERT_TRUE(loader->begin_run(test::run_line()));
  ASSERT_TRUE(loader->add(test::document_line("a", 0)));
  database->query(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() "
      "AND pid <> pg_backend_pid()");
  const auto done = loader->finish();
  ASSERT_FALSE(done);
  EXPECT_NE(done.error().message.find("connection was lost"), std::string::npos)
      << done.error().message;
  EXPECT_TRUE(database->empty());
}

TEST(Postgres, NoServerIsToldWithoutThePassword) {
  const auto loader =
      Loader::open("postgresql://me:secret@/x?host=/no/such/folder", LoadMode::kKeep);
  ASSERT_FALSE(loader);
  Diagnostic diagnostic = const_cast<Result<Loader, Diagnostic>&>(loader).error();
  EXPECT_EQ(diagnostic.code, "database");
  EXPECT_EQ(to_text(diagnostic).find("secret"), std::string::npos);
}

TEST(Postgres, LeavesForeignTablesAlone) {
  const auto database = test::make_database();
  if (!database) GTEST_SKIP() << "no PostgreSQL server";
  database->change("CREATE TABLE event (x int)");
  auto loader = Loader::open(database->url(), LoadMode::kKeep);
  ASSERT_FALSE(loader);
  EXPECT_EQ(loader.error().code, "database-foreign");
  EXPECT_EQ(database->query("SELECT to_regclass('document')"), "null");
}

TEST(Postgres, ColumnsHaveTheirTypes) {
  const auto database = test::make_database();
  if (!database) GTEST_SKIP() << "no PostgreSQL server";
  auto loader = Loader::open(database->url(), LoadMode::kKeep);
  ASSERT_TRUE(loader->begin_run(test::run_line()));
  ASSERT_TRUE(loader->add(test::document_line("a", 1) + test::match_line("a", "m1", 2)));
  ASSERT_TRUE(loader->finish());
  EXPECT_EQ(database->query("SELECT pg_typeof(home_goals), pg_typeof(date_latest), "
                            "pg_typeof(awarded), pg_typeof(home) FROM match"),
            "bigint|date|boolean|text");
  EXPECT_EQ(database->query("SELECT pg_typeof(args) FROM event"), "jsonb");
}

}  // namespace
}  // namespace panchina
