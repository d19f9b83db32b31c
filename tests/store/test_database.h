// A database for one test: SQLite or PostgreSQL, whichever make_database() is linked in.
#pragma once

#include <memory>
#include <string>

namespace panchina::test {

class Database {
 public:
  virtual ~Database() = default;
  virtual std::string url() const = 0;
  // All rows of a query, cells joined by '|', rows by '\n'; a null is `null`.
  virtual std::string query(const std::string& sql) = 0;
  virtual void change(const std::string& sql) = 0;
  // Whether nothing was made in it yet.
  virtual bool empty() = 0;
  // Whether the loading process writes the database's files itself.
  virtual bool limits_own_files() const = 0;
};

// A new, empty database; nullptr where there is no server.
std::unique_ptr<Database> make_database();

}  // namespace panchina::test
