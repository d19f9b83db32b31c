#include "store/sqlite_store.h"

#include <sqlite3.h>
#include <unistd.h>

#include <algorithm>
#include <numeric>

namespace panchina {
namespace {

constexpr int kBusyMilliseconds = 2000;

void bind(sqlite3_stmt* statement, int at, const Cell& cell) {
  switch (cell.index()) {
    case 1:
      sqlite3_bind_int64(statement, at, *std::get_if<std::int64_t>(&cell));
      return;
    case 2:
      sqlite3_bind_double(statement, at, *std::get_if<double>(&cell));
      return;
    case 3: {
      const std::string_view text = *std::get_if<std::string_view>(&cell);
      sqlite3_bind_text64(statement, at, text.empty() ? "" : text.data(), text.size(),
                          SQLITE_STATIC, SQLITE_UTF8);
      return;
    }
    default:
      sqlite3_bind_null(statement, at);
  }
}

std::string_view column_text(sqlite3_stmt* statement, int column) {
  const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement, column));
  if (text == nullptr) return {};
  return {text, static_cast<std::size_t>(sqlite3_column_bytes(statement, column))};
}

bool same(sqlite3_stmt* statement, int column, const Cell& cell) {
  const int type = sqlite3_column_type(statement, column);
  switch (cell.index()) {
    case 1:
      return type == SQLITE_INTEGER &&
             sqlite3_column_int64(statement, column) == *std::get_if<std::int64_t>(&cell);
    case 2:
      return type == SQLITE_FLOAT &&
             sqlite3_column_double(statement, column) == *std::get_if<double>(&cell);
    case 3:
      return type == SQLITE_TEXT && column_text(statement, column) == text_of(cell);
    default:
      return type == SQLITE_NULL;
  }
}

// Order of a cell and a column, as SQLite orders them (bytes, numbers).
int compare(const Cell& cell, sqlite3_stmt* statement, int column) {
  if (const auto* number = std::get_if<std::int64_t>(&cell)) {
    const std::int64_t other = sqlite3_column_int64(statement, column);
    return *number < other ? -1 : *number > other ? 1 : 0;
  }
  return text_of(cell).compare(column_text(statement, column));
}

int compare_keys(std::span<const Cell> row, sqlite3_stmt* statement, std::size_t keys) {
  for (std::size_t i = 0; i < keys; ++i) {
    if (const int order = compare(row[i], statement, static_cast<int>(i)); order != 0) return order;
  }
  return 0;
}

// Row numbers in the order of their keys.
std::vector<std::size_t> in_key_order(const Rows& rows, std::size_t keys) {
  std::vector<std::size_t> order(rows.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::sort(order, [&](std::size_t a, std::size_t b) {
    for (std::size_t i = 0; i < keys; ++i) {
      if (rows[a][i] != rows[b][i]) return rows[a][i] < rows[b][i];
    }
    return false;
  });
  return order;
}

}  // namespace

void SqliteStore::Closer::operator()(sqlite3* db) const { sqlite3_close_v2(db); }
void SqliteStore::Closer::operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }

Diagnostic SqliteStore::failure(const std::string& doing) const {
  Diagnostic diagnostic;
  diagnostic.place.file = path_;
  const int code = sqlite3_extended_errcode(db_.get());
  diagnostic.code = "database";
  switch (code & 0xFF) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      diagnostic.code = "database-busy";
      diagnostic.message = "another program is writing to this database; nothing was changed";
      return diagnostic;
    case SQLITE_NOTADB:
      diagnostic.code = "database-foreign";
      diagnostic.message = "this file is no SQLite database";
      return diagnostic;
    case SQLITE_FULL:
      diagnostic.message = "the disk is full; nothing was changed";
      return diagnostic;
    default:
      diagnostic.message = doing + ": " + sqlite3_errmsg(db_.get());
  }
  return diagnostic;
}

Status<Diagnostic> SqliteStore::run_sql(const std::string& sql) {
  if (sqlite3_exec(db_.get(), sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) {
    return Unexpected(failure("cannot set up the database"));
  }
  return Done{};
}

Result<std::int64_t, Diagnostic> SqliteStore::number(const std::string& sql) {
  Statement statement;
  if (auto done = prepare(sql, statement); !done) return Unexpected(std::move(done.error()));
  if (sqlite3_step(statement.get()) != SQLITE_ROW) return Unexpected(failure("cannot read"));
  return static_cast<std::int64_t>(sqlite3_column_int64(statement.get(), 0));
}

Status<Diagnostic> SqliteStore::prepare(const std::string& sql, Statement& statement) {
  sqlite3_stmt* raw = nullptr;
  if (sqlite3_prepare_v3(db_.get(), sql.c_str(), static_cast<int>(sql.size()),
                         SQLITE_PREPARE_PERSISTENT, &raw, nullptr) != SQLITE_OK) {
    return Unexpected(failure("cannot prepare a statement"));
  }
  statement.reset(raw);
  return Done{};
}

Status<Diagnostic> SqliteStore::prepare_table(const Table& table, TableStatements& statements) {
  const auto keys = table.columns.first(table.keys());
  std::string places, settings, where;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    const std::string place = "?" + std::to_string(i + 1);
    const std::string is = quoted(table.columns[i].name) + " = " + place;
    places += (i == 0 ? "" : ", ") + place;
    std::string& list = i < keys.size() ? where : settings;
    if (!list.empty()) list += i < keys.size() ? " AND " : ", ";
    list += is;
  }
  const std::string name = quoted(table.name);
  // The club table is replaced whole, the others within one document (or run).
  const std::string scope =
      &table == &club_table() ? "" : " WHERE " + quoted(keys.front().name) + " = ?1";
  const std::pair<std::string, Statement*> all[] = {
      {"SELECT " + column_list(table.columns) + " FROM " + name + scope + " ORDER BY " +
           column_list(keys),
       &statements.select},
      {"INSERT INTO " + name + " (" + column_list(table.columns) + ") VALUES (" + places + ")",
       &statements.insert},
      {"UPDATE " + name + " SET " + settings + " WHERE " + where, &statements.update},
      {"DELETE FROM " + name + " WHERE " + where, &statements.erase},
  };
  for (const auto& [sql, statement] : all) {
    if (auto done = prepare(sql, *statement); !done) return done;
  }
  return Done{};
}

Result<SqliteStore, Diagnostic> SqliteStore::open(const std::string& path, LoadMode mode) {
  SqliteStore store;
  store.path_ = path;
  store.mode_ = mode;
  // A trial on a file that is not there yet must not make it.
  const bool memory = mode == LoadMode::kTrial && ::access(path.c_str(), F_OK) != 0;
  sqlite3* raw = nullptr;
  const int code =
      sqlite3_open_v2(memory ? ":memory:" : path.c_str(), &raw,
                      SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, nullptr);
  store.db_.reset(raw);
  if (code != SQLITE_OK) return Unexpected(store.failure("cannot open the database"));
  sqlite3_busy_timeout(raw, kBusyMilliseconds);
  std::vector<std::string> first = {"PRAGMA cache_size = -32768", "PRAGMA temp_store = MEMORY"};
  if (mode == LoadMode::kKeep) {
    first.emplace_back("PRAGMA journal_mode = WAL");
    first.emplace_back("PRAGMA synchronous = FULL");
  }
  first.emplace_back("BEGIN IMMEDIATE");
  for (const std::string& sql : first) {
    if (auto done = store.run_sql(sql); !done) return Unexpected(std::move(done.error()));
  }
  if (auto done = store.make_schema(); !done) return Unexpected(std::move(done.error()));
  const std::pair<const Table*, TableStatements*> tables[] = {
      {&run_table(), &store.run_},     {&document_table(), &store.document_},
      {&event_table(), &store.event_}, {&evidence_table(), &store.evidence_},
      {&club_table(), &store.club_},   {&input_table(), &store.input_},
  };
  for (const auto& [table, statements] : tables) {
    if (auto done = store.prepare_table(*table, *statements); !done) {
      return Unexpected(std::move(done.error()));
    }
  }
  const std::pair<const char*, Statement*> queries[] = {
      {"SELECT status FROM document WHERE doc = ?1", &store.find_},
      {"SELECT 1 FROM input JOIN document USING (doc) WHERE doc = ?1 AND key = ?2 AND "
       "status = 'ok'",
       &store.unchanged_},
  };
  for (const auto& [sql, statement] : queries) {
    if (auto done = store.prepare(sql, *statement); !done) return Unexpected(done.error());
  }
  return store;
}

Status<Diagnostic> SqliteStore::make_schema() {
  const auto there = number("SELECT COUNT(*) FROM sqlite_schema WHERE name = 'schema_version'");
  if (!there) return Unexpected(there.error());
  const auto version = number(*there > 0 ? "SELECT version FROM schema_version"
                                         : "SELECT -COUNT(*) FROM sqlite_schema");
  if (!version) return Unexpected(version.error());
  if (*version < 0) {
    return Unexpected(
        foreign_database(path_, "this database holds other tables than those of events"));
  }
  if (*version > kSchemaVersion) {
    return Unexpected(foreign_database(
        path_, "a newer panchina made this database (schema " + std::to_string(*version) + ")"));
  }
  for (const std::string& sql : upgrade_from(*version, Dialect::kSqlite)) {
    if (auto done = run_sql(sql); !done) return done;
  }
  const std::string digest = view_digest(Dialect::kSqlite);
  const auto current = number("SELECT COUNT(*) FROM schema_version WHERE views = '" + digest + "'");
  if (!current) return Unexpected(current.error());
  if (*current > 0) return Done{};
  // Views hold nothing: where the database has others they are made anew.
  const std::vector<View> wanted = views(Dialect::kSqlite);
  for (auto view = wanted.rbegin(); view != wanted.rend(); ++view) {
    if (auto done = run_sql("DROP VIEW IF EXISTS " + quoted(view->name)); !done) return done;
  }
  for (const View& view : wanted) {
    if (auto done = run_sql(view.statement); !done) return done;
  }
  return run_sql("UPDATE schema_version SET views = '" + digest + "'");
}

Status<Diagnostic> SqliteStore::step(sqlite3_stmt* statement) {
  const int code = sqlite3_step(statement);
  if (code != SQLITE_DONE) {
    Diagnostic diagnostic = failure("cannot write");
    sqlite3_reset(statement);
    return Unexpected(std::move(diagnostic));
  }
  sqlite3_reset(statement);
  return Done{};
}

Status<Diagnostic> SqliteStore::insert(const Table& table, TableStatements& statements,
                                       std::span<const Cell> row) {
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    bind(statements.insert.get(), static_cast<int>(i + 1), row[i]);
  }
  return step(statements.insert.get());
}

// Makes the rows whose first key is `scope` (nullptr: all rows) those of `rows`.
Result<RowChanges, Diagnostic> SqliteStore::replace(const Table& table, TableStatements& statements,
                                                    const Cell* scope, const Rows& rows) {
  const std::size_t keys = table.keys();
  const std::vector<std::size_t> order = in_key_order(rows, keys);
  std::vector<std::size_t> added, changed;
  std::vector<std::vector<std::string>> gone;
  sqlite3_stmt* select = statements.select.get();
  if (scope != nullptr) bind(select, 1, *scope);
  std::size_t at = 0;
  int code = SQLITE_DONE;
  while ((code = sqlite3_step(select)) == SQLITE_ROW) {
    while (at < order.size() && compare_keys(rows[order[at]], select, keys) < 0) {
      added.push_back(order[at++]);
    }
    if (at == order.size() || compare_keys(rows[order[at]], select, keys) > 0) {
      std::vector<std::string>& key = gone.emplace_back();
      for (std::size_t i = 0; i < keys; ++i) {
        key.emplace_back(column_text(select, static_cast<int>(i)));
      }
      continue;
    }
    const std::span<const Cell> row = rows[order[at]];
    for (std::size_t i = keys; i < table.columns.size(); ++i) {
      if (!same(select, static_cast<int>(i), row[i])) {
        changed.push_back(order[at]);
        break;
      }
    }
    ++at;
  }
  if (code != SQLITE_DONE) {
    Diagnostic diagnostic = failure("cannot read");
    sqlite3_reset(select);
    return Unexpected(std::move(diagnostic));
  }
  sqlite3_reset(select);
  added.insert(added.end(), order.begin() + static_cast<std::ptrdiff_t>(at), order.end());
  std::ranges::sort(added);
  for (const std::vector<std::string>& key : gone) {
    for (std::size_t i = 0; i < keys; ++i) {
      // A key's number is bound as its digits; the column's affinity makes it a number.
      bind(statements.erase.get(), static_cast<int>(i + 1), std::string_view(key[i]));
    }
    if (auto done = step(statements.erase.get()); !done) return Unexpected(done.error());
  }
  for (const std::size_t row : changed) {
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
      bind(statements.update.get(), static_cast<int>(i + 1), rows[row][i]);
    }
    if (auto done = step(statements.update.get()); !done) return Unexpected(done.error());
  }
  for (const std::size_t row : added) {
    if (auto done = insert(table, statements, rows[row]); !done) return Unexpected(done.error());
  }
  return RowChanges{added.size(), changed.size(), gone.size()};
}

Result<KnownDocument, Diagnostic> SqliteStore::find(std::string_view doc) {
  bind(find_.get(), 1, doc);
  KnownDocument known;
  const int code = sqlite3_step(find_.get());
  if (code == SQLITE_ROW) {
    known.known = true;
    known.ok = column_text(find_.get(), 0) == "ok";
  }
  if (code != SQLITE_ROW && code != SQLITE_DONE) {
    Diagnostic diagnostic = failure("cannot read");
    sqlite3_reset(find_.get());
    return Unexpected(std::move(diagnostic));
  }
  sqlite3_reset(find_.get());
  return known;
}

Result<bool, Diagnostic> SqliteStore::unchanged(std::string_view doc, std::string_view key) {
  bind(unchanged_.get(), 1, doc);
  bind(unchanged_.get(), 2, key);
  const int code = sqlite3_step(unchanged_.get());
  Diagnostic diagnostic;
  if (code != SQLITE_ROW && code != SQLITE_DONE) diagnostic = failure("cannot read");
  sqlite3_reset(unchanged_.get());
  if (!diagnostic.code.empty()) return Unexpected(std::move(diagnostic));
  return code == SQLITE_ROW;
}

Status<Diagnostic> SqliteStore::put_keys(const std::vector<InputKey>& keys) {
  for (const InputKey& key : keys) {
    Rows rows(input_table().columns.size());
    const Cell doc = std::string_view(key.doc);
    if (!key.key.empty()) {
      std::span<Cell> row = rows.add();
      row[0] = doc;
      row[1] = std::string_view(key.key);
    }
    if (auto done = replace(input_table(), input_, &doc, rows); !done) {
      return Unexpected(std::move(done.error()));
    }
  }
  return Done{};
}

Status<Diagnostic> SqliteStore::put_run(const Rows& run) {
  if (auto done = replace(run_table(), run_, &run[0][kRunId], run); !done) {
    return Unexpected(std::move(done.error()));
  }
  return Done{};
}

Status<Diagnostic> SqliteStore::put_clubs(const Rows& clubs) {
  if (auto done = replace(club_table(), club_, nullptr, clubs); !done) {
    return Unexpected(std::move(done.error()));
  }
  return Done{};
}

Status<Diagnostic> SqliteStore::put(const DocumentRows& rows,
                                    std::vector<DocumentChange>& changes) {
  const auto known = find(rows.doc());
  if (!known) return Unexpected(known.error());
  DocumentChange change;
  change.doc = rows.doc();
  const Cell& scope = rows.document[0][kDocDoc];
  if (!known->known) {
    change.fate = DocumentFate::kNew;
    if (auto done = insert(document_table(), document_, rows.document[0]); !done) return done;
    for (std::size_t i = 0; i < rows.events.size(); ++i) {
      if (auto done = insert(event_table(), event_, rows.events[i]); !done) return done;
    }
    for (std::size_t i = 0; i < rows.evidence.size(); ++i) {
      if (auto done = insert(evidence_table(), evidence_, rows.evidence[i]); !done) return done;
    }
    change.events.inserted = rows.events.size();
    change.evidence.inserted = rows.evidence.size();
    changes.push_back(std::move(change));
    return Done{};
  }
  auto document = replace(document_table(), document_, &scope, rows.document);
  if (!document) return Unexpected(std::move(document.error()));
  auto events = replace(event_table(), event_, &scope, rows.events);
  if (!events) return Unexpected(std::move(events.error()));
  auto evidence = replace(evidence_table(), evidence_, &scope, rows.evidence);
  if (!evidence) return Unexpected(std::move(evidence.error()));
  change.events = *events;
  change.evidence = *evidence;
  change.fate = document->any() || events->any() || evidence->any() ? DocumentFate::kChanged
                                                                    : DocumentFate::kUnchanged;
  changes.push_back(std::move(change));
  return Done{};
}

Status<Diagnostic> SqliteStore::flush(std::vector<DocumentChange>& /*changes*/) { return Done{}; }

Status<Diagnostic> SqliteStore::finish() {
  if (mode_ == LoadMode::kTrial) {
    abandon();
    return Done{};
  }
  // Runs that no document comes from any more.
  if (auto done = run_sql("DELETE FROM run WHERE NOT EXISTS (SELECT 1 FROM document WHERE "
                          "document.run = run.run)");
      !done) {
    return done;
  }
  if (sqlite3_exec(db_.get(), "COMMIT", nullptr, nullptr, nullptr) != SQLITE_OK) {
    Diagnostic diagnostic = failure("cannot commit");
    abandon();
    return Unexpected(std::move(diagnostic));
  }
  return Done{};
}

void SqliteStore::abandon() {
  if (db_ != nullptr && sqlite3_get_autocommit(db_.get()) == 0) {
    sqlite3_exec(db_.get(), "ROLLBACK", nullptr, nullptr, nullptr);
  }
}

}  // namespace panchina
