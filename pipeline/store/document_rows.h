// From the lines of the event contract to rows: a run line, or one document with its events.
// Checks what a database must rely on (counts, ids, kinds of args, real days); text that no
// database takes is repaired. Thread rule: DocumentRows belongs to one loader and is reused.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/diagnostic.h"
#include "base/result.h"
#include "store/cell.h"
#include "store/schema.h"

namespace panchina {

enum class LineKind : std::uint8_t { kRun, kDocument, kEvent, kBad };

// What a line of a run's output is; kBad where it is no JSON object with a `type`. Reads no more of
// the line than its type, which the writer puts first.
LineKind line_kind(std::string_view line);

struct DocumentRows {
  Rows document{document_table().columns.size()};  // one row
  Rows events{event_table().columns.size()};
  Rows evidence{evidence_table().columns.size()};  // in the events' order
  TextArena arena;

  std::string_view doc() const { return text_of(document[0][kDocDoc]); }
  bool ok() const { return text_of(document[0][kDocStatus]) == "ok"; }
  void clear();
};

// Reads one document: its document line and its event lines, each ended by '\n' (the last may
// lack it). `run` is the key of the run that it belongs to. Cells point into `lines` and
// rows.arena. Fails with
//   malformed       a line is no JSON, or not as the contract says (place.line counts in `lines`)
//   missing-events  fewer event lines than the document line says
//   surplus-events  more of them
//   repeated-id     one id stands twice
// After a failure rows.document holds the document's row if its line could be read.
Status<Diagnostic> read_document(std::string_view lines, std::string_view run, DocumentRows& rows);

// The run line as a row of the run table; its key is a hash of program, rules, options and schema.
// Fails with `malformed` or, where the contract's version is not 1, `unknown-schema`.
struct RunRow {
  std::string key;
  Rows row{run_table().columns.size()};
  TextArena arena;
};
Result<RunRow, Diagnostic> read_run(std::string_view line);

}  // namespace panchina
