#include "store/schema.h"

#include <array>

namespace panchina {
namespace {

using enum ColumnKind;
using enum ColumnUse;

constexpr std::array kRunColumns = {
    Column{"run", kText, kKey},          Column{"schema", kInteger, kRequired},
    Column{"program", kText, kRequired}, Column{"rules", kText, kRequired},
    Column{"options", kJson, kRequired},
};

constexpr std::array kDocumentColumns = {
    Column{"doc", kText, kKey},
    Column{"run", kText, kRequired},
    Column{"status", kText, kRequired},
    Column{"published", kText, kOptional},
    Column{"published_from", kText, kOptional},
    Column{"title", kText, kOptional},
    Column{"sha256", kText, kOptional},
    Column{"encoding", kText, kOptional},
    Column{"replaced", kInteger, kOptional},
    Column{"chars", kInteger, kOptional},
    Column{"events", kInteger, kRequired},
    Column{"truncated", kInteger, kRequired},
    Column{"path_bytes", kText, kOptional},
    Column{"error_code", kText, kOptional},
    Column{"error_message", kText, kOptional},
};

constexpr std::array kEventColumns = {
    Column{"doc", kText, kKey},
    Column{"id", kText, kKey},
    Column{"type", kText, kRequired},
    Column{"section", kInteger, kRequired},
    Column{"factuality", kText, kRequired},
    Column{"confidence", kReal, kOptional},
    Column{"args", kJson, kRequired},
};

constexpr std::array kEvidenceColumns = {
    Column{"doc", kText, kKey},
    Column{"id", kText, kKey},
    Column{"n", kInteger, kKey},
    Column{"span_start", kInteger, kRequired},
    Column{"span_end", kInteger, kRequired},
    Column{"text", kText, kRequired},
    Column{"sentence", kInteger, kOptional},
    Column{"rule", kText, kOptional},
    Column{"cue", kText, kOptional},
    Column{"slots", kJson, kRequired},
    Column{"inferred", kJson, kRequired},
};

constexpr std::array kClubColumns = {
    Column{"club", kText, kKey},           Column{"name", kText, kRequired},
    Column{"city", kText, kOptional},      Column{"province", kText, kOptional},
    Column{"region", kText, kOptional},    Column{"country", kText, kOptional},
    Column{"nation", kInteger, kRequired},
};

constexpr std::array kInputColumns = {
    Column{"doc", kText, kKey},
    Column{"key", kText, kRequired},
};

constexpr Table kRun = {"run", kRunColumns};
constexpr Table kDocument = {"document", kDocumentColumns};
constexpr Table kEvent = {"event", kEventColumns};
constexpr Table kEvidence = {"evidence", kEvidenceColumns};
constexpr Table kClub = {"club", kClubColumns};
constexpr Table kInput = {"input", kInputColumns};
constexpr std::array<const Table*, 5> kFirstTables = {&kRun, &kDocument, &kEvent, &kEvidence,
                                                      &kClub};

std::string_view type_name(ColumnKind kind, Dialect dialect) {
  const bool sqlite = dialect == Dialect::kSqlite;
  switch (kind) {
    case kText:
      return sqlite ? "TEXT" : "text";
    case kInteger:
      return sqlite ? "INTEGER" : "bigint";
    case kReal:
      return sqlite ? "REAL" : "double precision";
    case kJson:
      return sqlite ? "TEXT" : "jsonb";
  }
  return "";
}

}  // namespace

std::size_t Table::keys() const {
  std::size_t count = 0;
  while (count < columns.size() && columns[count].use == kKey) ++count;
  return count;
}

const Table& run_table() { return kRun; }
const Table& document_table() { return kDocument; }
const Table& event_table() { return kEvent; }
const Table& evidence_table() { return kEvidence; }
const Table& club_table() { return kClub; }
const Table& input_table() { return kInput; }

std::string quoted(std::string_view name) {
  std::string text;
  text += '"';
  text += name;
  text += '"';
  return text;
}

std::string column_list(std::span<const Column> columns, std::string_view prefix) {
  std::string list;
  for (const Column& column : columns) {
    if (!list.empty()) list += ", ";
    list += std::string(prefix) + quoted(column.name);
  }
  return list;
}

namespace {

std::string create_table(const Table& table, Dialect dialect) {
  std::string sql = "CREATE TABLE " + quoted(table.name) + " (\n";
  for (const Column& column : table.columns) {
    sql += "  " + quoted(column.name) + " ";
    sql += type_name(column.kind, dialect);
    sql += column.use == kOptional ? ",\n" : " NOT NULL,\n";
  }
  sql += "  PRIMARY KEY (" + column_list(table.columns.first(table.keys())) + ")\n)";
  if (dialect == Dialect::kSqlite) sql += " STRICT";
  return sql;
}

}  // namespace

std::vector<std::string> upgrade_from(std::int64_t version, Dialect dialect) {
  std::vector<std::string> statements;
  if (version < 1) {
    for (const Table* table : kFirstTables) statements.push_back(create_table(*table, dialect));
    const std::string strict = dialect == Dialect::kSqlite ? " STRICT" : "";
    statements.push_back(
        "CREATE TABLE schema_version (version INTEGER NOT NULL, views TEXT NOT NULL)" + strict);
    statements.emplace_back("INSERT INTO schema_version VALUES (1, '')");
  }
  if (version < 2) statements.push_back(create_table(kInput, dialect));
  if (version < kSchemaVersion) {
    statements.push_back("UPDATE schema_version SET version = " + std::to_string(kSchemaVersion));
  }
  return statements;
}

std::string view_digest(Dialect dialect) {
  std::uint64_t hash = 0xcbf29ce484222325u;  // FNV-1a
  for (const View& view : views(dialect)) {
    for (const char c : view.statement) {
      hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3u;
    }
  }
  return std::to_string(hash);
}

}  // namespace panchina
