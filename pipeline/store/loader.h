// Loader: events into a database, document by document, whichever database it is. Everything
// between open() and finish() is one transaction. Thread rule: belongs to one thread.
//
//   auto loader = Loader::open("sqlite:facts.db", LoadMode::kKeep);
//   loader->begin_run(run_line);
//   loader->add(document_line_and_its_event_lines);   // for every document
//   loader->finish();
//   loader->report().documents(DocumentFate::kChanged);
#pragma once

#include <array>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/result.h"
#include "lexicon/lexicon.h"
#include "store/store_types.h"

namespace panchina {

// Sums of what a load did, or in a trial would do.
struct LoadReport {
  std::array<std::uint64_t, 5> fates{};  // by DocumentFate
  RowChanges events;
  RowChanges evidence;
  std::uint64_t events_unchanged = 0;

  std::uint64_t documents(DocumentFate fate) const { return fates[static_cast<std::size_t>(fate)]; }
};

class Loader {
 public:
  // Opens `url`: `sqlite:PATH`, a bare path, or `postgresql://...`. Fails as the stores do.
  static Result<Loader, Diagnostic> open(const std::string& url, LoadMode mode);
  Loader(Loader&&) noexcept;
  Loader& operator=(Loader&&) noexcept;
  ~Loader();  // what was not finished is rolled back

  // Called for every document in order, when what became of it is known.
  void on_change(std::function<void(const DocumentChange&)> callback);

  // The lexicon's clubs, for the table `club`.
  Status<Diagnostic> put_clubs(std::span<const Club> clubs);

  // The run line that the following documents belong to, as the writer wrote it.
  Status<Diagnostic> begin_run(std::string_view run_line);

  // Whether the database holds the document as extracted from that input, so that it may be
  // skipped.
  Result<bool, Diagnostic> unchanged(std::string_view doc, std::string_view input_key);

  // One document: its document line and its event lines, each ended by '\n'. An error that concerns
  // the document alone (`missing-events`, `surplus-events`, `repeated-id`, `malformed`, `no-run`)
  // leaves the transaction whole: the database keeps what it has of the document, and the caller
  // may go on. Any other error is the database's; nothing can follow but destruction. `input_key`
  // is what the extractor asks for in unchanged(); empty where it is not known.
  Status<Diagnostic> add(std::string_view lines, std::string_view input_key = {});
  static bool concerns_document(const Diagnostic& diagnostic);

  // Commits; after it the loader is done.
  Status<Diagnostic> finish();

  const LoadReport& report() const;

 private:
  struct State;
  explicit Loader(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

// Loads a stream of a run's lines, read by `read` (fills the buffer, returns the bytes read, 0 at
// the end, -1 on an error: errno). `name` stands in diagnostics. Documents that are refused are
// told to `refused` and do not end the load; a line that is no line of the contract does (its place
// is in the diagnostic), as then the file is not what it should be.
using ReadBytes = std::function<long(char* buffer, std::size_t size)>;
Status<Diagnostic> load_stream(Loader& loader, const std::string& name, const ReadBytes& read,
                               const std::function<void(const Diagnostic&)>& refused);

}  // namespace panchina
