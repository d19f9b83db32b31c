// EventWriter: the lines of events.md, written straight into a buffer without an object per event.
// Thread rule: const after construction apart from its scratch, so one writer a worker.
//
//   EventWriter writer(options, rules.names());
//   writer.write_run({"panchina 0.1.0", hash}, out);
//   writer.write_document(document, out);
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"
#include "output/json_text.h"
#include "output/order.h"

namespace panchina {

enum class OffsetUnit : std::uint8_t { kCodePoint, kByte, kUtf16 };
std::string_view to_string(OffsetUnit unit);     // `codepoint`, `byte`, `utf16`
std::string_view to_string(PublishedFrom from);  // `dateline`; "" for kNone

struct WriteOptions {
  OffsetUnit offsets = OffsetUnit::kCodePoint;
  Mentions mentions = Mentions::kAll;
  Assertions assertions = Assertions::kAsserted;
};

struct RunInfo {
  std::string program;  // `panchina 0.1.0`
  std::string rules;    // hash of all rule and lexicon files, hex
  // Further options that the events depend on, behind those of the writer.
  std::vector<std::pair<std::string, std::string>> options;
};

class EventWriter {
 public:
  // `rule_names` is indexed by Evidence::rule.
  EventWriter(WriteOptions options, std::span<const std::string> rule_names);

  // The line that opens the output. Ends with a newline, as all lines do.
  void write_run(const RunInfo& run, std::string& out) const;

  // The document line and its events. Returns how many events.
  std::size_t write_document(const Document& document, std::string& out);

  // The document line of an article that could not be read.
  void write_failed(const ArticleInfo& info, std::string_view code, std::string_view message,
                    std::string& out) const;

 private:
  void write_event(const Document& document, const OrderedEvent& ordered,
                   const OffsetCounter& counter, JsonText& json) const;
  void write_evidence(const Document& document, EventType type, const Evidence& evidence,
                      const OffsetCounter& counter, JsonText& json) const;
  std::int64_t offset(const OffsetCounter& counter, std::uint32_t byte) const;

  WriteOptions options_;
  std::vector<std::string> rule_texts_;  // by Evidence::rule: the name as JSON
  std::vector<OrderedEvent> ordered_;
  std::string doc_json_;  // id of the document that is being written
};

// Names of a date arg's bounds.
std::string earliest_name(EventType type, std::string_view arg);
std::string latest_name(EventType type, std::string_view arg);

}  // namespace panchina
