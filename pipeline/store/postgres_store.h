// PostgresStore: events in a PostgreSQL database, by libpq. Documents are gathered to batches:
// those that the database does not have yet are copied into the tables directly, the others into
// temporary tables, from which what is gone is deleted and what differs is written. All that is put
// between open() and finish() is one transaction under an advisory lock. No value ever stands in
// the text of a statement. Thread rule: belongs to one thread.
#pragma once

#include <memory>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "store/document_rows.h"
#include "store/store_types.h"

struct pg_conn;
struct pg_result;

namespace panchina {

class PostgresStore {
 public:
  // Connects to a postgresql:// URL and begins the transaction; brings older tables to this
  // version. Fails with
  //   database-busy     another loader is writing
  //   database-foreign  other tables with our names, or ones of a newer version
  //   database          no connection, or whatever else the server says
  static Result<PostgresStore, Diagnostic> open(const std::string& url, LoadMode mode);

  // As in SqliteStore.
  Result<KnownDocument, Diagnostic> find(std::string_view doc);
  Result<bool, Diagnostic> unchanged(std::string_view doc, std::string_view key);
  Status<Diagnostic> put_keys(const std::vector<InputKey>& keys);
  Status<Diagnostic> put_run(const Rows& run);
  Status<Diagnostic> put_clubs(const Rows& clubs);
  Status<Diagnostic> put(const DocumentRows& rows, std::vector<DocumentChange>& changes);
  Status<Diagnostic> flush(std::vector<DocumentChange>& changes);
  Status<Diagnostic> finish();

 private:
  struct Closer {
    void operator()(pg_conn* connection) const;
    void operator()(pg_result* result) const;
  };
  using Answer = std::unique_ptr<pg_result, Closer>;

  // A gathered document: its rows as text for COPY end at these bytes of the tables' buffers.
  struct Pending {
    std::string doc;
    std::array<std::size_t, 3> ends{};
    std::array<std::uint64_t, 2> rows{};  // events, evidence
    bool known = false;
  };
  // Which rows merge() deletes when they are not staged.
  enum class Scope : std::uint8_t { kNothing, kStagedDocuments, kAll };

  PostgresStore() = default;
  Diagnostic failure(const pg_result* result, const std::string& doing) const;
  Result<Answer, Diagnostic> run_sql(const std::string& sql);
  Result<Answer, Diagnostic> query(const std::string& sql, const std::vector<std::string>& values);
  Result<std::int64_t, Diagnostic> number(const std::string& sql);
  Status<Diagnostic> make_schema();
  // Copies into `target`; `next` gives piece after piece, an empty one ends.
  template <typename Next>
  Status<Diagnostic> copy(const Table& table, const std::string& target, Next next);
  Status<Diagnostic> copy_pending(std::size_t table, bool known);
  // Makes the table's rows within the scope those of its staging table; rows that changed are
  // counted by document.
  using Counts = std::unordered_map<std::string, RowChanges>;
  Status<Diagnostic> merge(const Table& table, Scope scope, Counts& counts);
  Status<Diagnostic> stage_and_merge(const Table& table, Scope scope, const Rows& rows);

  std::string name_;  // the URL without its password
  LoadMode mode_ = LoadMode::kKeep;
  std::unique_ptr<pg_conn, Closer> connection_;
  std::vector<Pending> pending_;
  std::unordered_set<std::string> pending_docs_;
  std::array<std::string, 3> buffers_;  // document, event, evidence
};

}  // namespace panchina
