// The tables and views of a database of events, the same in SQLite and PostgreSQL. Tables: run,
// document, event, evidence (what events.md says, column by column), club (the lexicon) and input
// (what a document was extracted from). Views give each event type typed columns; `career` and
// `duplicates` look across articles. Thread rule: constants and free functions.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace panchina {

enum class Dialect : std::uint8_t { kSqlite, kPostgres };
enum class ColumnKind : std::uint8_t { kText, kInteger, kReal, kJson };
enum class ColumnUse : std::uint8_t { kKey, kRequired, kOptional };

struct Column {
  std::string_view name;
  ColumnKind kind;
  ColumnUse use;
};

struct Table {
  std::string_view name;
  std::span<const Column> columns;  // the key's columns first
  std::size_t keys() const;
};

// Column numbers of rows, in the tables' order.
enum RunColumn : std::size_t { kRunId, kRunSchema, kRunProgram, kRunRules, kRunOptions };
enum DocumentColumn : std::size_t {
  kDocDoc,
  kDocRun,
  kDocStatus,
  kDocPublished,
  kDocPublishedFrom,
  kDocTitle,
  kDocSha256,
  kDocEncoding,
  kDocReplaced,
  kDocChars,
  kDocEvents,
  kDocTruncated,
  kDocPathBytes,
  kDocErrorCode,
  kDocErrorMessage
};
enum EventColumn : std::size_t {
  kEventDoc,
  kEventId,
  kEventType,
  kEventSection,
  kEventFactuality,
  kEventConfidence,
  kEventArgs
};
enum EvidenceColumn : std::size_t {
  kEvidenceDoc,
  kEvidenceId,
  kEvidenceN,
  kEvidenceStart,
  kEvidenceEnd,
  kEvidenceText,
  kEvidenceSentence,
  kEvidenceRule,
  kEvidenceCue,
  kEvidenceSlots,
  kEvidenceInferred
};

const Table& run_table();
const Table& document_table();
const Table& event_table();
const Table& evidence_table();
const Table& club_table();
const Table& input_table();

// The version of the tables that this program reads and writes.
//   1  run, document, event, evidence, club
//   2  input: what a document was extracted from, for skipping what is unchanged
inline constexpr std::int64_t kSchemaVersion = 2;
// The statements that bring a database of `version` to this one; 0: an empty one. The table
// schema_version holds the version, and which views the database has (view_digest).
std::vector<std::string> upgrade_from(std::int64_t version, Dialect dialect);
// The views: a name and its CREATE VIEW statement, in an order in which each uses only those before
// it.
struct View {
  std::string name;
  std::string statement;
};
std::vector<View> views(Dialect dialect);

// A hash of all views' statements: another one means other views.
std::string view_digest(Dialect dialect);

// `name` in double quotes.
std::string quoted(std::string_view name);
// `"a", "b"` of the columns, each with `prefix` before it.
std::string column_list(std::span<const Column> columns, std::string_view prefix = "");

}  // namespace panchina
