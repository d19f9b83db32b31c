// Files: reading one whole, and writing one so that a reader sees the old content or the new, never
// half of it. Every call of the system is checked. Thread rule: an object belongs to one thread.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "base/result.h"

namespace panchina {

// What went wrong with a file. Codes: not-found, permission-denied, not-a-file (a folder, device,
// FIFO or socket), too-large, busy (another process writes it), disk-full, closed-pipe, io-error.
struct FileError {
  std::string code;
  std::string message;  // one sentence with the path, for a person
};

// The error that an `errno` stands for; `doing` is a verb phrase: "cannot read".
FileError file_error(int number, std::string_view doing, std::string_view path);

// Reads whole files into one buffer that is reused from file to file.
class FileReader {
 public:
  // The file's bytes, valid until the next call. Only regular files are opened (a FIFO would block,
  // a device never end). A file of more than `limit` bytes is too-large and not read.
  Result<std::string_view, FileError> read(const std::string& path, std::size_t limit);

 private:
  std::string buffer_;
};

// The same for a single file.
Result<std::string, FileError> read_file(const std::string& path,
                                         std::size_t limit = std::size_t{1} << 31);

// All of standard input, at most `limit` bytes.
Result<std::string, FileError> read_standard_input(std::size_t limit);

// An output file that appears under its name only when it is whole: written to `PATH.tmp` beside
// it, then flushed, synced and renamed by commit(). Without commit() the temporary file is removed.
// The temporary file is locked while it is written, so a second writer of one path is refused
// (busy, with the holder's process id); one left by a killed process is taken over. A link is
// followed; a path that is no regular file (/dev/stdout, a FIFO) is written directly.
class AtomicFile {
 public:
  static Result<AtomicFile, FileError> create(const std::string& path);
  // Standard output with the same checks; commit() flushes.
  static AtomicFile standard_output();

  AtomicFile(AtomicFile&& other) noexcept;
  AtomicFile& operator=(AtomicFile&& other) noexcept;
  AtomicFile(const AtomicFile&) = delete;
  AtomicFile& operator=(const AtomicFile&) = delete;
  ~AtomicFile();

  // Appends. Buffered: an error may show in a later call, at the latest in commit(). After an error
  // all later calls give the same one.
  Status<FileError> write(std::string_view bytes);
  // Hands what is buffered to the system.
  Status<FileError> flush();
  // Flush, fsync, close, rename, fsync of the folder.
  Status<FileError> commit();
  // Drops what was written and removes the temporary file.
  void discard();

 private:
  AtomicFile() = default;
  Status<FileError> fail(int number, std::string_view doing);

  std::string path_;       // as given, for messages
  std::string target_;     // links resolved
  std::string temporary_;  // empty: written directly
  std::string buffer_;
  FileError error_;  // the first error; code empty: none
  int descriptor_ = -1;
  bool owned_ = true;  // close it at the end
};

}  // namespace panchina
