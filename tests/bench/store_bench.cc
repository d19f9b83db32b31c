// Loading against the least that any loader must do, in pairs in one run:
//
//   store_bench [EVENTS [PAIRS]]     (1,000,000 events, 1 pair)
//
// SQLite: the loader (reading the lines, checking, finding the document, inserting) against
// prepared inserts of the same rows into the same tables. PostgreSQL: the loader against COPY of
// the same rows, ready as text, into the same tables. Making the input is not timed. Bounds: 0.7
// and 0.6.
#include <libpq-fe.h>
#include <sqlite3.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "store/copy_text.h"
#include "store/document_rows.h"
#include "store/lines.h"
#include "store/loader.h"
#include "store/postgres_server.h"

namespace panchina {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

constexpr std::size_t kEventsOfDocument = 41;
constexpr std::size_t kDocumentsOfChunk = 250;

[[noreturn]] void fail(const std::string& message) {
  std::fprintf(stderr, "store_bench: %s\n", message.c_str());
  std::exit(1);
}

// Time of what run() does, in seconds; the rest of a load's time is not counted.
class Stopwatch {
 public:
  void run(const std::function<void()>& work) {
    const auto start = Clock::now();
    work();
    seconds_ += std::chrono::duration<double>(Clock::now() - start).count();
  }
  double seconds() const { return seconds_; }

 private:
  double seconds_ = 0;
};

// The lines of some documents, different in every chunk.
std::vector<std::string> documents_of(std::size_t first, std::size_t events) {
  std::vector<std::string> documents;
  for (std::size_t i = 0; i < kDocumentsOfChunk && events > 0; ++i) {
    const std::size_t count = std::min(events, kEventsOfDocument);
    events -= count;
    const std::string doc = "archivio/2021/articolo-" + std::to_string(first + i) + ".txt";
    std::string lines = test::document_line(doc, count);
    for (std::size_t n = 0; n < count; ++n) {
      char id[24];
      std::snprintf(
          id, sizeof id, "%016llx",
          static_cast<unsigned long long>((first + i) * 64 + n + 1) * 0x9e3779b97f4a7c15u);
      const std::string passage =
          "Ascoli-Treviso " + std::to_string(n) + "-1, dopo \\\"novanta\\\" minuti";
      lines += n % 5 == 0 ? test::tenure_line(doc, id, "2021-02-09", "null")
                          : test::match_line(doc, id, static_cast<int>(n), passage);
    }
    documents.push_back(std::move(lines));
  }
  return documents;
}

void each_chunk(std::size_t events,
                const std::function<void(const std::vector<std::string>&)>& take) {
  for (std::size_t done = 0, document = 0; done < events;) {
    const std::vector<std::string> documents = documents_of(document, events - done);
    take(documents);
    document += documents.size();
    done += documents.size() * kEventsOfDocument;
  }
}

void check(const Status<Diagnostic>& done) {
  if (!done) fail(to_text(const_cast<Status<Diagnostic>&>(done).error()));
}

double load(const std::string& url, std::size_t events) {
  Stopwatch watch;
  auto opened = Loader::open(url, LoadMode::kKeep);
  if (!opened) fail(to_text(opened.error()));
  std::optional<Loader> loader(std::move(*opened));
  check(loader->begin_run(test::run_line()));
  each_chunk(events, [&](const std::vector<std::string>& documents) {
    std::string lines;
    for (const std::string& document : documents) lines += document;
    std::string_view rest = lines;
    const auto read = [&rest](char* buffer, std::size_t size) {
      const std::size_t n = std::min(rest.size(), size);
      std::memcpy(buffer, rest.data(), n);
      rest.remove_prefix(n);
      return static_cast<long>(n);
    };
    watch.run([&] {
      check(load_stream(*loader, "bench", read, [](const Diagnostic& d) { fail(to_text(d)); }));
    });
  });
  watch.run([&] {
    check(loader->finish());
    loader.reset();
  });
  return watch.seconds();
}

// Makes the tables.
void make_tables(const std::string& url) {
  auto loader = Loader::open(url, LoadMode::kKeep);
  if (!loader) fail(to_text(loader.error()));
  check(loader->finish());
}

std::vector<std::unique_ptr<DocumentRows>> rows_of(const std::vector<std::string>& documents) {
  std::vector<std::unique_ptr<DocumentRows>> all;
  for (const std::string& lines : documents) {
    all.push_back(std::make_unique<DocumentRows>());
    check(read_document(lines, "run", *all.back()));
  }
  return all;
}

double bare_insert(const std::string& path, std::size_t events) {
  make_tables(path);
  sqlite3* db = nullptr;
  sqlite3_open(path.c_str(), &db);
  const auto run = [&](const char* sql) {
    if (sqlite3_exec(db, sql, nullptr, nullptr, nullptr) != SQLITE_OK) fail(sqlite3_errmsg(db));
  };
  for (const char* sql : {"PRAGMA cache_size = -32768", "PRAGMA journal_mode = WAL",
                          "PRAGMA synchronous = FULL", "BEGIN IMMEDIATE"}) {
    run(sql);
  }
  const Table* tables[] = {&document_table(), &event_table(), &evidence_table()};
  sqlite3_stmt* inserts[3] = {};
  for (int t = 0; t < 3; ++t) {
    std::string places = "?";
    for (std::size_t i = 1; i < tables[t]->columns.size(); ++i) places += ",?";
    const std::string sql =
        "INSERT INTO " + std::string(tables[t]->name) + " VALUES (" + places + ")";
    if (sqlite3_prepare_v2(db, sql.c_str(), -1, &inserts[t], nullptr) != SQLITE_OK) {
      fail(sqlite3_errmsg(db));
    }
  }
  const auto insert = [&](sqlite3_stmt* statement, std::span<const Cell> row) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      const int at = static_cast<int>(i + 1);
      if (const auto* whole = std::get_if<std::int64_t>(&row[i])) {
        sqlite3_bind_int64(statement, at, *whole);
      } else if (const auto* real = std::get_if<double>(&row[i])) {
        sqlite3_bind_double(statement, at, *real);
      } else if (const auto* text = std::get_if<std::string_view>(&row[i])) {
        sqlite3_bind_text(statement, at, text->data(), static_cast<int>(text->size()),
                          SQLITE_STATIC);
      } else {
        sqlite3_bind_null(statement, at);
      }
    }
    if (sqlite3_step(statement) != SQLITE_DONE) fail(sqlite3_errmsg(db));
    sqlite3_reset(statement);
  };
  Stopwatch watch;
  each_chunk(events, [&](const std::vector<std::string>& documents) {
    const auto all = rows_of(documents);
    watch.run([&] {
      for (const auto& rows : all) {
        insert(inserts[0], rows->document[0]);
        for (std::size_t i = 0; i < rows->events.size(); ++i) insert(inserts[1], rows->events[i]);
        for (std::size_t i = 0; i < rows->evidence.size(); ++i) {
          insert(inserts[2], rows->evidence[i]);
        }
      }
    });
  });
  watch.run([&] {
    run("COMMIT");
    for (sqlite3_stmt* statement : inserts) sqlite3_finalize(statement);
    sqlite3_close(db);
  });
  return watch.seconds();
}

double bare_copy(const std::string& url, std::size_t events) {
  make_tables(url);
  PGconn* connection = PQconnectdb(url.c_str());
  const auto run = [&](const std::string& sql, ExecStatusType wanted) {
    PGresult* answer = PQexec(connection, sql.c_str());
    if (PQresultStatus(answer) != wanted) fail(PQerrorMessage(connection));
    PQclear(answer);
  };
  run("BEGIN", PGRES_COMMAND_OK);
  const std::string tables[] = {"document", "event", "evidence"};
  Stopwatch watch;
  each_chunk(events, [&](const std::vector<std::string>& documents) {
    std::string text[3];
    for (const auto& rows : rows_of(documents)) {
      append_copy(rows->document[0], text[0]);
      for (std::size_t i = 0; i < rows->events.size(); ++i) append_copy(rows->events[i], text[1]);
      for (std::size_t i = 0; i < rows->evidence.size(); ++i) {
        append_copy(rows->evidence[i], text[2]);
      }
    }
    watch.run([&] {
      for (int t = 0; t < 3; ++t) {
        run("COPY " + tables[t] + " FROM STDIN", PGRES_COPY_IN);
        PQputCopyData(connection, text[t].data(), static_cast<int>(text[t].size()));
        PQputCopyEnd(connection, nullptr);
        PGresult* answer = PQgetResult(connection);
        if (PQresultStatus(answer) != PGRES_COMMAND_OK) fail(PQerrorMessage(connection));
        PQclear(answer);
        while ((answer = PQgetResult(connection)) != nullptr) PQclear(answer);
      }
    });
  });
  watch.run([&] {
    run("COMMIT", PGRES_COMMAND_OK);
    PQfinish(connection);
  });
  return watch.seconds();
}

double median(std::vector<double> values) {
  std::ranges::sort(values);
  return values[values.size() / 2];
}

// Runs pairs and prints the rates' ratio; returns whether it holds the bound.
bool compare(const char* name, double bound, std::size_t events, int pairs,
             const std::function<double(bool)>& run) {
  std::vector<double> ratios, ours, theirs;
  for (int i = 0; i < pairs; ++i) {
    const double bare = run(false), loaded = run(true);
    ours.push_back(loaded), theirs.push_back(bare), ratios.push_back(bare / loaded);
  }
  const double ratio = median(ratios), count = static_cast<double>(events);
  std::printf("%-28s %9.0f events/s, bare %9.0f events/s, ratio %.2f (bound %.1f)%s\n", name,
              count / median(ours), count / median(theirs), ratio, bound,
              ratio < bound ? "  TOO SLOW" : "");
  std::fflush(stdout);
  return ratio >= bound;
}

int run(std::size_t events, int pairs) {
  std::string folder = (fs::temp_directory_path() / "panchina-bench-XXXXXX").string();
  if (mkdtemp(folder.data()) == nullptr) fail("no temporary folder");
  const std::string path = folder + "/facts.db";
  bool good = compare("SQLite / prepared insert", 0.7, events, pairs, [&](bool loader) {
    for (const char* end : {"", "-wal", "-shm"}) fs::remove(path + end);
    return loader ? load(path, events) : bare_insert(path, events);
  });
  fs::remove_all(folder);
  if (const std::string& socket = test::postgres_socket_folder(); !socket.empty()) {
    const auto url = [&](const std::string& name) {
      return "postgresql://postgres@/" + name + "?host=" + socket;
    };
    good &= compare("PostgreSQL / COPY", 0.6, events, pairs, [&](bool loader) {
      PGconn* connection = PQconnectdb(url("postgres").c_str());
      PQsetNoticeProcessor(
          connection, [](void*, const char*) {}, nullptr);
      for (const char* sql :
           {"DROP DATABASE IF EXISTS bench", "CREATE DATABASE bench", "CHECKPOINT"}) {
        PQclear(PQexec(connection, sql));
      }
      PQfinish(connection);
      return loader ? load(url("bench"), events) : bare_copy(url("bench"), events);
    });
  } else {
    std::printf("PostgreSQL: no server installed, not measured\n");
  }
  return good ? 0 : 1;
}

}  // namespace
}  // namespace panchina

int main(int argc, char** argv) {
  const std::size_t events = argc > 1 ? std::strtoull(argv[1], nullptr, 10) : 1'000'000;
  return panchina::run(events, argc > 2 ? std::atoi(argv[2]) : 1);
}
