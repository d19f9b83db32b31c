// Descriptions of the output for machines, made from the table of event types. Thread rule: free
// functions.
#pragma once

#include <string>

namespace panchina {

// JSON Schema 2020-12 of one line of events.jsonl; with a line end.
std::string events_schema();

// SQL for DuckDB: one view a type over `events.jsonl`, with column types given.
std::string duckdb_views();

}  // namespace panchina
