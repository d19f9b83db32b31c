// Events as CSV (RFC 4180, with \n as line end): one row an event, one column for each arg of any
// type. Unknown is an empty field. Thread rule: one writer a worker.
#pragma once

#include <string>
#include <vector>

#include "output/event_writer.h"

namespace panchina {

// kSafe puts `'` before fields that a spreadsheet would run as a formula (first of `=+-@`, tab,
// CR).
enum class CsvFormulas : std::uint8_t { kAsWritten, kSafe };

class CsvWriter {
 public:
  CsvWriter(WriteOptions options, CsvFormulas formulas, std::span<const std::string> rule_names);

  // Column names, with a line end.
  void write_header(std::string& out) const;
  // Returns how many events. The row's place, text and rule are those of the first evidence.
  std::size_t write_document(const Document& document, std::string& out);

 private:
  void write_event(const Document& document, const OrderedEvent& ordered,
                   const OffsetCounter& counter, std::string& out) const;
  void field(std::string_view value, std::string& out) const;

  WriteOptions options_;
  CsvFormulas formulas_;
  std::span<const std::string> rule_names_;
  std::vector<std::string> arg_columns_;
  std::vector<OrderedEvent> ordered_;
};

}  // namespace panchina
