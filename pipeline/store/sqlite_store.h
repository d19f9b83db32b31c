// SqliteStore: events in an SQLite file, through one connection in WAL mode. All that is put
// between open() and finish() is one transaction: killed at any moment, the file holds the old
// state or the new one. Thread rule: belongs to one thread.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "store/document_rows.h"
#include "store/store_types.h"

struct sqlite3;
struct sqlite3_stmt;

namespace panchina {

class SqliteStore {
 public:
  // Opens or makes the database and begins the transaction; brings older tables to this version. In
  // a trial no file is made or changed. Fails with
  //   database-busy     another loader is writing (after two seconds)
  //   database-foreign  no database of events, or one of a newer version
  //   database          whatever else SQLite says
  static Result<SqliteStore, Diagnostic> open(const std::string& path, LoadMode mode);

  // What the database has of a document.
  Result<KnownDocument, Diagnostic> find(std::string_view doc);
  // Whether the document stands there, readable, extracted from the input of that key.
  Result<bool, Diagnostic> unchanged(std::string_view doc, std::string_view key);
  // Writes the keys; an empty one is deleted.
  Status<Diagnostic> put_keys(const std::vector<InputKey>& keys);
  // Inserts or updates a row of `run`.
  Status<Diagnostic> put_run(const Rows& run);
  // Replaces the whole club table.
  Status<Diagnostic> put_clubs(const Rows& clubs);
  // Replaces everything that the database has of rows.doc() and says what that changed. Where the
  // store gathers documents first, changes come with a later put() or with finish().
  Status<Diagnostic> put(const DocumentRows& rows, std::vector<DocumentChange>& changes);
  // Writes what is pending.
  Status<Diagnostic> flush(std::vector<DocumentChange>& changes);
  // Commits; in a trial rolls back.
  Status<Diagnostic> finish();
  // Rolls back.
  void abandon();

 private:
  struct Closer {
    void operator()(sqlite3* db) const;
    void operator()(sqlite3_stmt* statement) const;
  };
  using Statement = std::unique_ptr<sqlite3_stmt, Closer>;
  // The statements of a table; a document's rows are selected in the order of their keys.
  struct TableStatements {
    Statement select, insert, update, erase;
  };

  SqliteStore() = default;
  Diagnostic failure(const std::string& doing) const;
  Status<Diagnostic> run_sql(const std::string& sql);
  Result<std::int64_t, Diagnostic> number(const std::string& sql);
  Status<Diagnostic> prepare(const std::string& sql, Statement& statement);
  Status<Diagnostic> prepare_table(const Table& table, TableStatements& statements);
  Status<Diagnostic> make_schema();
  Status<Diagnostic> step(sqlite3_stmt* statement);
  Status<Diagnostic> insert(const Table& table, TableStatements& statements,
                            std::span<const Cell> row);
  Result<RowChanges, Diagnostic> replace(const Table& table, TableStatements& statements,
                                         const Cell* scope, const Rows& rows);

  std::string path_;
  LoadMode mode_ = LoadMode::kKeep;
  std::unique_ptr<sqlite3, Closer> db_;
  Statement find_, unchanged_;
  TableStatements run_, document_, event_, evidence_, club_, input_;
};

}  // namespace panchina
