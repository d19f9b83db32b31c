// `panchina load`: event files into a database.
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <cerrno>
#include <chrono>
#include <memory>
#include <string>
#include <vector>

#include "app/commands.h"
#include "app/exit_codes.h"
#include "app/load_summary.h"
#include "app/rules_folder.h"
#include "app/signals.h"
#include "app/terminal.h"
#include "app/write_output.h"
#include "store/loader.h"

namespace panchina {
namespace {

struct LoadOptions {
  std::vector<std::string> paths;
  std::string database;
  std::string rules;
  bool dry_run = false;
  bool json_summary = false;
};

// An open file that is closed when it goes; standard input stays open.
class InputFile {
 public:
  explicit InputFile(const std::string& path)
      : file_(path == "-" ? STDIN_FILENO : ::open(path.c_str(), O_RDONLY | O_CLOEXEC)) {}
  InputFile(const InputFile&) = delete;
  InputFile& operator=(const InputFile&) = delete;
  ~InputFile() {
    if (file_ > STDIN_FILENO) ::close(file_);
  }
  bool is_open() const { return file_ >= 0; }
  bool is_folder() const {
    struct stat status {};
    return ::fstat(file_, &status) == 0 && S_ISDIR(status.st_mode);
  }
  long read(char* buffer, std::size_t size) const { return ::read(file_, buffer, size); }

 private:
  int file_;
};

Status<Diagnostic> load_file(Loader& loader, const std::string& path, std::uint64_t& failed) {
  const InputFile file(path);
  const std::string name = path == "-" ? "standard input" : path;
  if (!file.is_open() || file.is_folder()) {
    const FileError error = file_error(file.is_open() ? EISDIR : errno, "cannot read", name);
    Diagnostic diagnostic;
    diagnostic.code = error.code;
    diagnostic.message = error.message;
    return Unexpected(std::move(diagnostic));
  }
  const auto read = [&file](char* buffer, std::size_t size) {
    if (stop_signal() == 0) return file.read(buffer, size);
    errno = ECANCELED;
    return -1L;
  };
  const auto refused = [&failed](const Diagnostic& diagnostic) {
    ++failed;
    print_warning(load_problem(diagnostic));
  };
  return load_stream(loader, name, read, refused);
}

int run_load(const LoadOptions& options) {
  const auto start = std::chrono::steady_clock::now();
  auto loader =
      Loader::open(options.database, options.dry_run ? LoadMode::kTrial : LoadMode::kKeep);
  if (!loader) return print_error(load_problem(loader.error())), kExitFatal;
  std::string changes;
  if (options.dry_run) {
    loader->on_change([&changes](const DocumentChange& change) { changes += change_line(change); });
  }
  // The clubs' names, where the rules are at hand; they are no condition for loading.
  if (const std::filesystem::path folder = rules_folder(options.rules); !folder.empty()) {
    Vocabulary vocabulary;
    const auto lexicon = Lexicon::load(folder, vocabulary);
    if (!lexicon) {
      print_diagnostics(const_cast<Result<Lexicon, Diagnostics>&>(lexicon).error());
      return kExitUsage;
    }
    if (auto done = loader->put_clubs(lexicon->clubs()); !done) {
      return print_error(load_problem(done.error())), kExitFatal;
    }
  }
  std::uint64_t failed = 0;
  Status<Diagnostic> done = Done{};
  for (const std::string& path : options.paths) {
    if (done) done = load_file(*loader, path, failed);
  }
  if (stop_signal() != 0) {
    print_error("stopped; nothing was changed, load again");
    return kExitSignalBase + stop_signal();
  }
  if (done) done = loader->finish();
  if (!done) return print_error(load_problem(done.error())), kExitFatal;
  if (options.dry_run && !changes.empty()) {
    if (const int code = write_output("-", changes); code != kExitDone) return code;
  }
  const double seconds =
      std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  const int code = failed > 0 ? kExitSomeFailed : kExitDone;
  print_note(options.json_summary ? load_summary_json(loader->report(), seconds, code)
                                  : load_summary(loader->report(), seconds, options.dry_run));
  return code;
}

}  // namespace

void add_load(CLI::App& program, Action& action) {
  auto options = std::make_shared<LoadOptions>();
  CLI::App* command = program.add_subcommand("load", "Load event files into a database");
  command->add_option("events", options->paths, "Files that extract wrote, - for standard input")
      ->required()
      ->type_name("EVENTS");
  command
      ->add_option("--db", options->database,
                   "The database: a file for SQLite, sqlite:FILE, postgresql://…")
      ->required()
      ->type_name("URL");
  command->add_flag("-n,--dry-run", options->dry_run, "Say what would change, change nothing");
  command->add_option("--rules", options->rules, "Rules folder, for the table of clubs")
      ->type_name("DIR");
  command->add_flag("--json", options->json_summary, "Summary on standard error as JSON");
  command->callback([&action, options] { action = [options] { return run_load(*options); }; });
}

}  // namespace panchina
