#include "store/loader.h"

#include <cerrno>
#include <cstring>
#include <optional>
#include <unordered_map>
#include <variant>

#include "store/document_rows.h"
#include "store/json_cursor.h"
#include "store/postgres_store.h"
#include "store/sqlite_store.h"
#include "store/url.h"

namespace panchina {

using EventStore = std::variant<SqliteStore, PostgresStore>;

namespace {
constexpr std::size_t kPendingKeys = 1000;
}

struct Loader::State {
  explicit State(EventStore opened) : store(std::move(opened)) {}

  EventStore store;
  std::optional<RunRow> run;
  DocumentRows rows;
  std::vector<DocumentChange> changes;
  std::function<void(const DocumentChange&)> on_change;
  LoadReport report;
  std::uint64_t events_seen = 0;                        // of documents that were put
  std::unordered_map<std::string, std::string> key_of;  // of documents whose change is to come
  std::vector<InputKey> keys;                           // to be written

  // Counts and tells the changes that have come in.
  void settle() {
    for (const DocumentChange& change : changes) {
      ++report.fates[static_cast<std::size_t>(change.fate)];
      report.events += change.events;
      report.evidence += change.evidence;
      settle_key(change);
      if (on_change) on_change(change);
    }
    changes.clear();
  }
  // A changed document is no longer what was extracted from the input that the database names.
  void settle_key(const DocumentChange& change) {
    const auto known = key_of.find(change.doc);
    if (known != key_of.end()) {
      keys.push_back({change.doc, known->second});
      key_of.erase(known);
    } else if (change.fate == DocumentFate::kChanged || change.fate == DocumentFate::kNew) {
      keys.push_back({change.doc, ""});
    }
  }
  Status<Diagnostic> write_keys(std::size_t more_than) {
    if (keys.size() <= more_than) return Done{};
    auto done = std::visit([&](auto& opened) { return opened.put_keys(keys); }, store);
    keys.clear();
    return done;
  }
  void settle(std::string_view doc, DocumentFate fate) {
    changes.push_back({std::string(doc), fate, {}, {}});
  }
};

Loader::Loader(std::unique_ptr<State> state) : state_(std::move(state)) {}
Loader::Loader(Loader&&) noexcept = default;
Loader& Loader::operator=(Loader&&) noexcept = default;
Loader::~Loader() = default;

Result<Loader, Diagnostic> Loader::open(const std::string& url, LoadMode mode) {
  if (is_postgres(url)) {
    auto postgres = PostgresStore::open(url, mode);
    if (!postgres) return Unexpected(std::move(postgres.error()));
    return Loader(std::make_unique<State>(EventStore(std::move(*postgres))));
  }
  auto store = SqliteStore::open(sqlite_path(url), mode);
  if (!store) return Unexpected(std::move(store.error()));
  return Loader(std::make_unique<State>(EventStore(std::move(*store))));
}

void Loader::on_change(std::function<void(const DocumentChange&)> callback) {
  state_->on_change = std::move(callback);
}

Status<Diagnostic> Loader::put_clubs(std::span<const Club> clubs) {
  Rows rows(club_table().columns.size());
  for (const Club& club : clubs) {
    const auto optional = [](const std::string& text) {
      return text.empty() ? Cell() : Cell(std::string_view(text));
    };
    std::span<Cell> row = rows.add();
    row[0] = std::string_view(club.id);
    row[1] = std::string_view(club.name);
    row[2] = optional(club.city);
    row[3] = optional(club.province);
    row[4] = optional(club.region);
    row[5] = optional(club.country);
    row[6] = std::int64_t{club.nation ? 1 : 0};
  }
  return std::visit([&](auto& store) { return store.put_clubs(rows); }, state_->store);
}

Status<Diagnostic> Loader::begin_run(std::string_view run_line) {
  auto run = read_run(run_line);
  if (!run) return Unexpected(std::move(run.error()));
  state_->run = std::move(*run);
  return std::visit([&](auto& store) { return store.put_run(state_->run->row); }, state_->store);
}

bool Loader::concerns_document(const Diagnostic& diagnostic) {
  static constexpr std::string_view kCodes[] = {"missing-events", "surplus-events", "repeated-id",
                                                "malformed", "no-run"};
  for (const std::string_view code : kCodes) {
    if (diagnostic.code == code) return true;
  }
  return false;
}

Result<bool, Diagnostic> Loader::unchanged(std::string_view doc, std::string_view input_key) {
  return std::visit([&](auto& store) { return store.unchanged(doc, input_key); }, state_->store);
}

Status<Diagnostic> Loader::add(std::string_view lines, std::string_view input_key) {
  State& state = *state_;
  if (!state.run) {
    Diagnostic diagnostic;
    diagnostic.code = "no-run";
    diagnostic.message = "no run line stands before the document";
    return Unexpected(std::move(diagnostic));
  }
  const auto read = read_document(lines, state.run->key, state.rows);
  Status<Diagnostic> done = Done{};
  if (!read) {
    done = Unexpected(read.error());
    const bool named = state.rows.document.size() > 0;
    state.settle(named ? state.rows.doc() : "", DocumentFate::kRefused);
    state.settle();
    return done;
  }
  if (!state.rows.ok()) {
    // What an earlier run could read stays; an article that never could be read is put down as
    // such.
    state.rows.events.clear();
    state.rows.evidence.clear();
    const auto known =
        std::visit([&](auto& store) { return store.find(state.rows.doc()); }, state.store);
    if (!known) return Unexpected(known.error());
    if (known->ok) {
      state.settle(state.rows.doc(), DocumentFate::kKept);
      state.settle();
      return Done{};
    }
  }
  state.events_seen += state.rows.events.size();
  if (!input_key.empty()) state.key_of[std::string(state.rows.doc())] = input_key;
  done = std::visit([&](auto& store) { return store.put(state.rows, state.changes); }, state.store);
  if (!done) return done;
  state.settle();
  return state.write_keys(kPendingKeys);
}

Status<Diagnostic> Loader::finish() {
  State& state = *state_;
  auto done = std::visit([&](auto& store) { return store.flush(state.changes); }, state.store);
  if (!done) return done;
  state.settle();
  done = state.write_keys(0);
  if (done) done = std::visit([](auto& store) { return store.finish(); }, state.store);
  if (!done) return done;
  state.report.events_unchanged =
      state.events_seen - state.report.events.inserted - state.report.events.updated;
  return done;
}

const LoadReport& Loader::report() const { return state_->report; }

namespace {

bool is_json(std::string_view line) {
  TextArena arena;
  JsonCursor json(line, arena);
  json.skip();
  return json.finished();
}

// Gathers lines into documents.
class Gatherer {
 public:
  Gatherer(Loader& loader, const std::string& name,
           const std::function<void(const Diagnostic&)>& refused)
      : loader_(&loader), name_(&name), refused_(&refused) {}

  // A line with its '\n'; the last of a file may lack it.
  Status<Diagnostic> take(std::string_view line) {
    ++line_;
    if (line.find_first_not_of(" \t\r\n") == std::string_view::npos) return Done{};
    if (!line.ends_with('\n') && !is_json(line)) {
      Diagnostic diagnostic;
      diagnostic.code = "cut-off";
      diagnostic.message = "the file ends inside this line";
      diagnostic.place = {*name_, line_, 0};
      (*refused_)(diagnostic);
      return Done{};
    }
    switch (line_kind(line)) {
      case LineKind::kRun:
        if (auto done = flush(); !done) return done;
        if (auto done = loader_->begin_run(line); !done) return placed(done.error(), line_);
        return Done{};
      case LineKind::kDocument:
        if (auto done = flush(); !done) return done;
        start_ = line_;
        break;
      case LineKind::kEvent:
        if (document_.empty()) return bad("an event stands before any document line");
        break;
      case LineKind::kBad:
        return bad("this is no line of a run's output");
    }
    document_ += line;
    return Done{};
  }

  Status<Diagnostic> flush() {
    if (document_.empty()) return Done{};
    auto done = loader_->add(document_);
    document_.clear();
    if (done) return done;
    Diagnostic diagnostic = std::move(done.error());
    if (!Loader::concerns_document(diagnostic)) return Unexpected(std::move(diagnostic));
    const std::uint32_t line = start_ + std::max(diagnostic.place.line, 1u) - 1;
    if (diagnostic.code == "no-run" || diagnostic.code == "malformed") {
      return placed(std::move(diagnostic), line);
    }
    diagnostic.place = {*name_, line, 0};
    (*refused_)(diagnostic);
    return Done{};
  }

 private:
  Status<Diagnostic> placed(Diagnostic diagnostic, std::uint32_t line) const {
    if (diagnostic.place.file.empty()) diagnostic.place = {*name_, line, 0};
    return Unexpected(std::move(diagnostic));
  }
  Status<Diagnostic> bad(std::string message) const {
    Diagnostic diagnostic;
    diagnostic.code = "malformed";
    diagnostic.message = std::move(message);
    return placed(std::move(diagnostic), line_);
  }

  Loader* loader_;
  const std::string* name_;
  const std::function<void(const Diagnostic&)>* refused_;
  std::string document_;  // the lines of the document that is being gathered
  std::uint32_t line_ = 0;
  std::uint32_t start_ = 0;  // line of its document line
};

}  // namespace

Status<Diagnostic> load_stream(Loader& loader, const std::string& name, const ReadBytes& read,
                               const std::function<void(const Diagnostic&)>& refused) {
  Gatherer gatherer(loader, name, refused);
  std::vector<char> buffer(std::size_t{1} << 18);
  std::string rest;  // a line that goes on in the next buffer
  for (;;) {
    const long got = read(buffer.data(), buffer.size());
    if (got < 0) {
      if (errno == EINTR) continue;
      Diagnostic diagnostic;
      diagnostic.code = "unreadable";
      diagnostic.message = std::strerror(errno);
      diagnostic.place.file = name;
      return Unexpected(std::move(diagnostic));
    }
    if (got == 0) break;
    std::string_view bytes(buffer.data(), static_cast<std::size_t>(got));
    for (std::size_t end = 0; (end = bytes.find('\n')) != std::string_view::npos;) {
      const std::string_view line = bytes.substr(0, end + 1);
      bytes.remove_prefix(end + 1);
      Status<Diagnostic> done = Done{};
      if (rest.empty()) {
        done = gatherer.take(line);
      } else {
        rest += line;
        done = gatherer.take(rest);
        rest.clear();
      }
      if (!done) return done;
    }
    rest += bytes;
  }
  if (!rest.empty()) {
    if (auto done = gatherer.take(rest); !done) return done;
  }
  return gatherer.flush();
}

}  // namespace panchina
