// FactReader: reads a database of events, for what looks at all of it (the report). Thread rule:
// belongs to one thread.
//
//   auto reader = FactReader::open("facts.db");
//   reader->read(FactReader::What::kEvents, [&](std::span<const FactReader::Text> row) { ... });
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/diagnostic.h"
#include "base/result.h"

struct sqlite3;
struct pg_conn;

namespace panchina {

class FactReader {
 public:
  using Text = std::optional<std::string_view>;  // every value as text; null: nothing
  using Row = std::function<void(std::span<const Text>)>;

  // What can be read, with the columns of a row.
  enum class What : std::uint8_t {
    kRuns,       // program, rules, options
    kDocuments,  // doc, status, published, published_from, title, error_code, error_message; by doc
    kEvents,     // doc, id, type, section, factuality, confidence, args; by doc, id
    kEvidence,   // doc, id, span_start, span_end, text, sentence, rule, cue, slots, inferred; by
                 // doc, id, n
    kCareers     // the view career: person_key, person, place, club, role, start_edtf,
                 // start_earliest, start_latest, end_edtf, end_earliest, end_latest, end_cause,
                 // articles, agree, contradict, contradictions; by person_key, place
  };

  // Opens an existing database of events; an older one must have been loaded into first.
  static Result<FactReader, Diagnostic> open(const std::string& url);
  // All rows in order. The texts are good inside the call only.
  Status<Diagnostic> read(What what, const Row& row);

 private:
  struct Closer {
    void operator()(sqlite3* db) const;
    void operator()(pg_conn* connection) const;
  };
  FactReader() = default;
  Status<Diagnostic> read_sqlite(const char* sql, const Row& row);
  Status<Diagnostic> read_postgres(const char* sql, const Row& row);

  std::string name_;
  std::unique_ptr<sqlite3, Closer> sqlite_;
  std::unique_ptr<pg_conn, Closer> postgres_;
};

}  // namespace panchina
