#include "app/write_output.h"

#include "app/exit_codes.h"
#include "app/terminal.h"

namespace panchina {

int write_output(const std::string& path, std::string_view data) {
  Result<AtomicFile, FileError> out = open_output(path);
  if (!out) return output_failed(out.error());
  Status<FileError> done = out->write(data);
  if (done) done = out->commit();
  return done ? kExitDone : output_failed(done.error());
}

Result<AtomicFile, FileError> open_output(const std::string& path) {
  if (path == "-") return AtomicFile::standard_output();
  return AtomicFile::create(path);
}

int output_failed(const FileError& error) {
  if (error.code == "closed-pipe") return kExitDone;
  print_error(error.message);
  return kExitFatal;
}

}  // namespace panchina
