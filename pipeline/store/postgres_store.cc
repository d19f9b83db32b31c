#include "store/postgres_store.h"

#include <libpq-fe.h>

#include <algorithm>

#include "store/copy_text.h"
#include "store/url.h"

namespace panchina {
namespace {

// Any number, the same in every version: two loaders must not write at once.
constexpr const char* kLock = "SELECT pg_advisory_xact_lock(1885433443, 1751739236)";
constexpr std::size_t kBatchBytes = std::size_t{8} << 20;

const std::array<const Table*, 3> kDocumentTables = {&document_table(), &event_table(),
                                                     &evidence_table()};

std::string stage_name(const Table& table) { return quoted("stage_" + std::string(table.name)); }

// A text array as a parameter.
template <typename Items, typename Text>
std::string array_text(const Items& items, Text text) {
  std::string out = "{";
  for (const auto& item : items) {
    if (out.size() > 1) out += ',';
    out += '"';
    for (const char c : text(item)) {
      if (c == '"' || c == '\\') out += '\\';
      out += c;
    }
    out += '"';
  }
  out += '}';
  return out;
}

// `t.a = s.a AND t.b = s.b`
std::string equal_keys(const Table& table, const std::string& one, const std::string& two) {
  std::string out;
  for (const Column& column : table.columns.first(table.keys())) {
    if (!out.empty()) out += " AND ";
    out += one + "." + quoted(column.name) + " = " + two + "." + quoted(column.name);
  }
  return out;
}

}  // namespace

void PostgresStore::Closer::operator()(pg_conn* connection) const { PQfinish(connection); }
void PostgresStore::Closer::operator()(pg_result* result) const { PQclear(result); }

Diagnostic PostgresStore::failure(const pg_result* result, const std::string& doing) const {
  Diagnostic diagnostic;
  diagnostic.code = "database";
  diagnostic.place.file = name_;
  const char* state = result == nullptr ? nullptr : PQresultErrorField(result, PG_DIAG_SQLSTATE);
  const std::string_view code = state == nullptr ? "" : state;
  if (code == "55P03") {
    diagnostic.code = "database-busy";
    diagnostic.message = "another program is loading into this database; nothing was changed";
    return diagnostic;
  }
  // The server may say that it ends the connection before the connection is seen to be gone.
  if (PQstatus(connection_.get()) != CONNECTION_OK || code.starts_with("57P") ||
      code.starts_with("08")) {
    diagnostic.message = doing + ": the connection was lost; nothing was changed";
    return diagnostic;
  }
  const char* text =
      result == nullptr ? nullptr : PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY);
  const std::string said = text != nullptr ? text : PQerrorMessage(connection_.get());
  diagnostic.message = doing + ": " + first_line(said) + "; nothing was changed";
  return diagnostic;
}

Result<PostgresStore::Answer, Diagnostic> PostgresStore::run_sql(const std::string& sql) {
  Answer answer(PQexec(connection_.get(), sql.c_str()));
  const ExecStatusType status = PQresultStatus(answer.get());
  if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK) {
    return Unexpected(failure(answer.get(), "cannot write"));
  }
  return answer;
}

Result<PostgresStore::Answer, Diagnostic> PostgresStore::query(
    const std::string& sql, const std::vector<std::string>& values) {
  std::vector<const char*> pointers;
  for (const std::string& value : values) pointers.push_back(value.c_str());
  Answer answer(PQexecParams(connection_.get(), sql.c_str(), static_cast<int>(values.size()),
                             nullptr, pointers.data(), nullptr, nullptr, 0));
  const ExecStatusType status = PQresultStatus(answer.get());
  if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK) {
    return Unexpected(failure(answer.get(), "cannot read"));
  }
  return answer;
}

Result<std::int64_t, Diagnostic> PostgresStore::number(const std::string& sql) {
  auto answer = run_sql(sql);
  if (!answer) return Unexpected(std::move(answer.error()));
  if (PQntuples(answer->get()) == 0) return std::int64_t{0};
  return static_cast<std::int64_t>(std::stoll(PQgetvalue(answer->get(), 0, 0)));
}

Result<PostgresStore, Diagnostic> PostgresStore::open(const std::string& url, LoadMode mode) {
  PostgresStore store;
  store.name_ = without_password(url);
  store.mode_ = mode;
  store.connection_.reset(PQconnectdb(url.c_str()));
  if (PQstatus(store.connection_.get()) != CONNECTION_OK) {
    Diagnostic diagnostic;
    diagnostic.code = "database";
    diagnostic.place.file = store.name_;
    std::string said = PQerrorMessage(store.connection_.get());
    while (said.ends_with('\n')) said.pop_back();
    std::ranges::replace(said, '\n', ' ');
    diagnostic.message = "cannot connect: " + said;
    return Unexpected(std::move(diagnostic));
  }
  // Notices (a view that is dropped did not exist) are not for the user.
  PQsetNoticeProcessor(
      store.connection_.get(), [](void*, const char*) {}, nullptr);
  PQsetClientEncoding(store.connection_.get(), "UTF8");
  if (auto begun = store.run_sql("BEGIN"); !begun) return Unexpected(std::move(begun.error()));
  // A loader that was just killed holds its lock until the server has noticed.
  for (const char* sql : {"SET LOCAL lock_timeout = '2s'", kLock, "SET LOCAL lock_timeout = 0"}) {
    if (auto done = store.run_sql(sql); !done) return Unexpected(std::move(done.error()));
  }
  if (auto done = store.make_schema(); !done) return Unexpected(std::move(done.error()));
  for (const Table* table :
       {&run_table(), &document_table(), &event_table(), &evidence_table(), &club_table()}) {
    auto staged = store.run_sql("CREATE TEMPORARY TABLE " + stage_name(*table) + " (LIKE " +
                                quoted(table->name) + ") ON COMMIT DROP");
    if (!staged) return Unexpected(std::move(staged.error()));
  }
  return store;
}

Status<Diagnostic> PostgresStore::make_schema() {
  const auto there = number("SELECT (to_regclass('schema_version') IS NOT NULL)::int");
  if (!there) return Unexpected(there.error());
  // Without our mark, tables with our names are somebody else's.
  const auto version = number(
      *there > 0 ? "SELECT version FROM schema_version"
                 : "SELECT -COUNT(*) FROM pg_class WHERE relnamespace = "
                   "current_schema()::regnamespace AND relname IN ('run', 'document', 'event', "
                   "'evidence', 'club', 'input')");
  if (!version) return Unexpected(version.error());
  if (*version < 0) {
    return Unexpected(
        foreign_database(name_,
                         "this database holds other tables with the names of ours; give it "
                         "another database or schema"));
  }
  if (*version > kSchemaVersion) {
    return Unexpected(foreign_database(
        name_, "a newer panchina made these tables (schema " + std::to_string(*version) + ")"));
  }
  std::vector<std::string> statements = upgrade_from(*version, Dialect::kPostgres);
  for (const std::string& sql : statements) {
    if (auto done = run_sql(sql); !done) return Unexpected(std::move(done.error()));
  }
  const std::string digest = view_digest(Dialect::kPostgres);
  const auto current = number("SELECT COUNT(*) FROM schema_version WHERE views = '" + digest + "'");
  if (!current) return Unexpected(current.error());
  if (*current > 0) return Done{};
  statements.clear();
  std::vector<View> wanted = views(Dialect::kPostgres);
  for (const View& view : wanted) {
    statements.insert(statements.begin(), "DROP VIEW IF EXISTS " + quoted(view.name));
  }
  for (View& view : wanted) statements.push_back(std::move(view.statement));
  statements.push_back("UPDATE schema_version SET views = '" + digest + "'");
  for (const std::string& sql : statements) {
    if (auto done = run_sql(sql); !done) return Unexpected(std::move(done.error()));
  }
  return Done{};
}

template <typename Next>
Status<Diagnostic> PostgresStore::copy(const Table& table, const std::string& target, Next next) {
  pg_conn* connection = connection_.get();
  const std::string sql = "COPY " + target + " (" + column_list(table.columns) + ") FROM STDIN";
  Answer begun(PQexec(connection, sql.c_str()));
  if (PQresultStatus(begun.get()) != PGRES_COPY_IN) {
    return Unexpected(failure(begun.get(), "cannot write"));
  }
  bool sent = true;
  for (std::string_view piece = next(); !piece.empty() && sent; piece = next()) {
    sent = PQputCopyData(connection, piece.data(), static_cast<int>(piece.size())) == 1;
  }
  sent = PQputCopyEnd(connection, sent ? nullptr : "interrupted") == 1 && sent;
  Status<Diagnostic> done = Done{};
  while (Answer answer{PQgetResult(connection)}) {
    if (PQresultStatus(answer.get()) != PGRES_COMMAND_OK && done) {
      done = Unexpected(failure(answer.get(), "cannot write"));
    }
  }
  if (!sent && done) return Unexpected(failure(nullptr, "cannot write"));
  return done;
}

Status<Diagnostic> PostgresStore::copy_pending(std::size_t table, bool known) {
  std::size_t at = 0;
  const auto begin_of = [&](std::size_t i) { return i == 0 ? 0 : pending_[i - 1].ends[table]; };
  // Neighbours that go the same way are one piece.
  const auto next = [&]() -> std::string_view {
    for (;;) {
      while (at < pending_.size() && pending_[at].known != known) ++at;
      if (at == pending_.size()) return {};
      const std::size_t begin = begin_of(at);
      std::size_t end = begin;
      while (at < pending_.size() && pending_[at].known == known) end = pending_[at++].ends[table];
      if (end > begin) return std::string_view(buffers_[table]).substr(begin, end - begin);
    }
  };
  const Table& target = *kDocumentTables[table];
  return copy(target, known ? stage_name(target) : quoted(target.name), next);
}

Status<Diagnostic> PostgresStore::merge(const Table& table, Scope scope, Counts& counts) {
  const std::string name = quoted(table.name), stage = stage_name(table);
  const auto rest = table.columns.subspan(table.keys());
  const std::string key = "t." + quoted(table.columns.front().name);
  const std::string same_row = equal_keys(table, "t", "s");
  std::string settings;
  for (const Column& column : rest) {
    if (!settings.empty()) settings += ", ";
    settings += quoted(column.name) + " = s." + quoted(column.name);
  }
  const auto count = [&](const std::string& sql,
                         std::uint64_t RowChanges::*field) -> Status<Diagnostic> {
    auto answer = run_sql(sql);
    if (!answer) return Unexpected(std::move(answer.error()));
    for (int i = 0; i < PQntuples(answer->get()); ++i) {
      ++(counts[PQgetvalue(answer->get(), i, 0)].*field);
    }
    return Done{};
  };
  if (auto analyzed = run_sql("ANALYZE " + stage); !analyzed) {
    return Unexpected(std::move(analyzed.error()));
  }
  if (scope != Scope::kNothing) {
    const std::string which =
        scope == Scope::kAll ? "" : " t.doc IN (SELECT doc FROM stage_document) AND";
    auto done = count("DELETE FROM " + name + " t WHERE" + which + " NOT EXISTS (SELECT 1 FROM " +
                          stage + " s WHERE " + same_row + ") RETURNING " + key,
                      &RowChanges::deleted);
    if (!done) return done;
  }
  auto done = count("UPDATE " + name + " t SET " + settings + " FROM " + stage + " s WHERE " +
                        same_row + " AND (" + column_list(rest, "t.") + ") IS DISTINCT FROM (" +
                        column_list(rest, "s.") + ") RETURNING " + key,
                    &RowChanges::updated);
  if (!done) return done;
  return count("INSERT INTO " + name + " AS t (" + column_list(table.columns) + ") SELECT " +
                   column_list(table.columns, "s.") + " FROM " + stage +
                   " s WHERE NOT EXISTS (SELECT 1 FROM " + name + " t WHERE " + same_row +
                   ") RETURNING " + key,
               &RowChanges::inserted);
}

Status<Diagnostic> PostgresStore::stage_and_merge(const Table& table, Scope scope,
                                                  const Rows& rows) {
  if (auto cut = run_sql("TRUNCATE " + stage_name(table)); !cut) {
    return Unexpected(std::move(cut.error()));
  }
  std::string text;
  for (std::size_t i = 0; i < rows.size(); ++i) append_copy(rows[i], text);
  bool sent = false;
  const auto next = [&]() -> std::string_view {
    return std::exchange(sent, true) ? std::string_view() : text;
  };
  if (auto done = copy(table, stage_name(table), next); !done) return done;
  Counts counts;
  return merge(table, scope, counts);
}

Status<Diagnostic> PostgresStore::put_run(const Rows& run) {
  return stage_and_merge(run_table(), Scope::kNothing, run);
}

Status<Diagnostic> PostgresStore::put_clubs(const Rows& clubs) {
  return stage_and_merge(club_table(), Scope::kAll, clubs);
}

Result<KnownDocument, Diagnostic> PostgresStore::find(std::string_view doc) {
  auto answer = query("SELECT status FROM document WHERE doc = $1", {std::string(doc)});
  if (!answer) return Unexpected(std::move(answer.error()));
  KnownDocument known;
  known.known = PQntuples(answer->get()) > 0;
  known.ok = known.known && std::string_view(PQgetvalue(answer->get(), 0, 0)) == "ok";
  return known;
}

Result<bool, Diagnostic> PostgresStore::unchanged(std::string_view doc, std::string_view key) {
  auto answer = query(
      "SELECT 1 FROM input JOIN document USING (doc) WHERE doc = $1 AND key = $2 AND status = 'ok'",
      {std::string(doc), std::string(key)});
  if (!answer) return Unexpected(std::move(answer.error()));
  return PQntuples(answer->get()) > 0;
}

Status<Diagnostic> PostgresStore::put_keys(const std::vector<InputKey>& keys) {
  const std::string docs = array_text(keys, [](const InputKey& k) { return k.doc; });
  const std::string values = array_text(keys, [](const InputKey& k) { return k.key; });
  auto done = query(
      "INSERT INTO input (doc, key) SELECT * FROM unnest($1::text[], $2::text[]) AS n (doc, key) "
      "WHERE n.key <> '' ON CONFLICT (doc) DO UPDATE SET key = excluded.key WHERE input.key <> "
      "excluded.key",
      {docs, values});
  if (done) {
    done = query(
        "DELETE FROM input USING unnest($1::text[], $2::text[]) AS n (doc, key) WHERE n.key = '' "
        "AND input.doc = n.doc",
        {docs, values});
  }
  if (!done) return Unexpected(std::move(done.error()));
  return Done{};
}

Status<Diagnostic> PostgresStore::put(const DocumentRows& rows,
                                      std::vector<DocumentChange>& changes) {
  // A document that comes a second time replaces the first.
  if (pending_docs_.contains(std::string(rows.doc()))) {
    if (auto done = flush(changes); !done) return done;
  }
  const std::array<const Rows*, 3> parts = {&rows.document, &rows.events, &rows.evidence};
  Pending& pending = pending_.emplace_back();
  pending.doc = rows.doc();
  pending.rows = {rows.events.size(), rows.evidence.size()};
  pending_docs_.insert(pending.doc);
  std::size_t bytes = 0;
  for (std::size_t part = 0; part < parts.size(); ++part) {
    for (std::size_t i = 0; i < parts[part]->size(); ++i) {
      append_copy((*parts[part])[i], buffers_[part]);
    }
    pending.ends[part] = buffers_[part].size();
    bytes += buffers_[part].size();
  }
  return bytes >= kBatchBytes ? flush(changes) : Status<Diagnostic>(Done{});
}

Status<Diagnostic> PostgresStore::flush(std::vector<DocumentChange>& changes) {
  if (pending_.empty()) return Done{};
  auto answer = query("SELECT doc FROM document WHERE doc = ANY($1::text[])",
                      {array_text(pending_, [](const Pending& p) { return p.doc; })});
  if (!answer) return Unexpected(std::move(answer.error()));
  std::unordered_set<std::string> known;
  for (int i = 0; i < PQntuples(answer->get()); ++i) {
    known.emplace(PQgetvalue(answer->get(), i, 0));
  }
  for (Pending& pending : pending_) pending.known = known.contains(pending.doc);
  std::array<Counts, 3> counts;
  if (known.size() < pending_.size()) {
    for (std::size_t table = 0; table < kDocumentTables.size(); ++table) {
      if (auto done = copy_pending(table, false); !done) return done;
    }
  }
  if (!known.empty()) {
    auto cut = run_sql("TRUNCATE stage_document, stage_event, stage_evidence");
    if (!cut) return Unexpected(std::move(cut.error()));
    for (std::size_t table = 0; table < kDocumentTables.size(); ++table) {
      if (auto done = copy_pending(table, true); !done) return done;
    }
    for (std::size_t table = 0; table < kDocumentTables.size(); ++table) {
      const Scope scope = table == 0 ? Scope::kNothing : Scope::kStagedDocuments;
      if (auto done = merge(*kDocumentTables[table], scope, counts[table]); !done) return done;
    }
  }
  for (Pending& pending : pending_) {
    DocumentChange change;
    if (pending.known) {
      change.events = counts[1][pending.doc];
      change.evidence = counts[2][pending.doc];
      const bool any = counts[0][pending.doc].any() || change.events.any() || change.evidence.any();
      change.fate = any ? DocumentFate::kChanged : DocumentFate::kUnchanged;
    } else {
      change.fate = DocumentFate::kNew;
      change.events.inserted = pending.rows[0];
      change.evidence.inserted = pending.rows[1];
    }
    change.doc = std::move(pending.doc);
    changes.push_back(std::move(change));
  }
  pending_.clear();
  pending_docs_.clear();
  for (std::string& buffer : buffers_) buffer.clear();
  return Done{};
}

Status<Diagnostic> PostgresStore::finish() {
  if (mode_ == LoadMode::kTrial) {
    auto done = run_sql("ROLLBACK");
    if (!done) return Unexpected(std::move(done.error()));
    return Done{};
  }
  auto cleaned =
      run_sql("DELETE FROM run r WHERE NOT EXISTS (SELECT 1 FROM document d WHERE d.run = r.run)");
  if (!cleaned) return Unexpected(std::move(cleaned.error()));
  auto done = run_sql("COMMIT");
  if (!done) {
    Diagnostic diagnostic = std::move(done.error());
    if (PQstatus(connection_.get()) != CONNECTION_OK) {
      diagnostic.message =
          "the connection was lost while committing: everything was loaded or nothing; loading "
          "again is safe";
    }
    return Unexpected(std::move(diagnostic));
  }
  return Done{};
}

}  // namespace panchina
