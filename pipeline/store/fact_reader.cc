#include "store/fact_reader.h"

#include <libpq-fe.h>
#include <sqlite3.h>

#include <vector>

#include "store/url.h"

namespace panchina {
namespace {

const char* sql_of(FactReader::What what) {
  switch (what) {
    case FactReader::What::kRuns:
      return "SELECT program, rules, options FROM run ORDER BY run";
    case FactReader::What::kDocuments:
      return "SELECT doc, status, published, published_from, title, error_code, error_message "
             "FROM document ORDER BY doc";
    case FactReader::What::kEvents:
      return "SELECT doc, id, type, section, factuality, confidence, args FROM event "
             "ORDER BY doc, id";
    case FactReader::What::kEvidence:
      return "SELECT doc, id, span_start, span_end, text, sentence, rule, cue, slots, inferred "
             "FROM evidence ORDER BY doc, id, n";
    case FactReader::What::kCareers:
      return "SELECT person_key, person, place, club, role, start_edtf, start_earliest, "
             "start_latest, end_edtf, end_earliest, end_latest, end_cause, articles, agree, "
             "contradict, contradictions FROM career ORDER BY person_key, place";
  }
  return "";
}

Diagnostic problem(const std::string& name, std::string message) {
  Diagnostic diagnostic;
  diagnostic.code = "database";
  diagnostic.message = std::move(message);
  diagnostic.place.file = name;
  return diagnostic;
}

}  // namespace

void FactReader::Closer::operator()(sqlite3* db) const { sqlite3_close_v2(db); }
void FactReader::Closer::operator()(pg_conn* connection) const { PQfinish(connection); }

Result<FactReader, Diagnostic> FactReader::open(const std::string& url) {
  FactReader reader;
  reader.name_ = without_password(url);
  if (is_postgres(url)) {
    reader.postgres_.reset(PQconnectdb(url.c_str()));
    if (PQstatus(reader.postgres_.get()) != CONNECTION_OK) {
      return Unexpected(problem(
          reader.name_, "cannot connect: " + first_line(PQerrorMessage(reader.postgres_.get()))));
    }
    PQsetClientEncoding(reader.postgres_.get(), "UTF8");
    return reader;
  }
  sqlite3* db = nullptr;
  const int code = sqlite3_open_v2(sqlite_path(url).c_str(), &db, SQLITE_OPEN_READWRITE, nullptr);
  reader.sqlite_.reset(db);
  if (code != SQLITE_OK) {
    return Unexpected(problem(reader.name_, std::string("cannot open: ") + sqlite3_errmsg(db)));
  }
  sqlite3_busy_timeout(db, 2000);
  return reader;
}

Status<Diagnostic> FactReader::read(What what, const Row& row) {
  return postgres_ ? read_postgres(sql_of(what), row) : read_sqlite(sql_of(what), row);
}

Status<Diagnostic> FactReader::read_sqlite(const char* sql, const Row& row) {
  sqlite3_stmt* statement = nullptr;
  int code = sqlite3_prepare_v2(sqlite_.get(), sql, -1, &statement, nullptr);
  std::vector<Text> texts;
  if (code == SQLITE_OK) {
    while ((code = sqlite3_step(statement)) == SQLITE_ROW) {
      texts.clear();
      for (int i = 0; i < sqlite3_column_count(statement); ++i) {
        const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement, i));
        texts.push_back(text == nullptr
                            ? Text()
                            : std::string_view(text, static_cast<std::size_t>(
                                                         sqlite3_column_bytes(statement, i))));
      }
      row(texts);
    }
  }
  const std::string message = code == SQLITE_DONE ? "" : sqlite3_errmsg(sqlite_.get());
  sqlite3_finalize(statement);
  if (code != SQLITE_DONE) {
    return Unexpected(problem(name_, "no database of events, or a broken one: " + message));
  }
  return Done{};
}

Status<Diagnostic> FactReader::read_postgres(const char* sql, const Row& row) {
  PGconn* connection = postgres_.get();
  std::string failure;
  if (PQsendQuery(connection, sql) != 1 || PQsetSingleRowMode(connection) != 1) {
    return Unexpected(problem(name_, first_line(PQerrorMessage(connection))));
  }
  std::vector<Text> texts;
  while (PGresult* answer = PQgetResult(connection)) {
    const ExecStatusType status = PQresultStatus(answer);
    if (status != PGRES_SINGLE_TUPLE && status != PGRES_TUPLES_OK && failure.empty()) {
      failure = first_line(PQerrorMessage(connection));
    }
    for (int at = 0; at < PQntuples(answer); ++at) {
      texts.clear();
      for (int i = 0; i < PQnfields(answer); ++i) {
        texts.push_back(
            PQgetisnull(answer, at, i) != 0
                ? Text()
                : std::string_view(PQgetvalue(answer, at, i),
                                   static_cast<std::size_t>(PQgetlength(answer, at, i))));
      }
      row(texts);
    }
    PQclear(answer);
  }
  if (!failure.empty()) return Unexpected(problem(name_, failure));
  return Done{};
}

}  // namespace panchina
