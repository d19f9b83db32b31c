#include "base/file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace panchina {

namespace {

// Closes its descriptor at the end of the scope; for reading, where close() cannot lose data.
struct Descriptor {
  int number;
  ~Descriptor() {
    if (number >= 0) ::close(number);
  }
};

FileError too_large(std::string_view path, std::size_t limit) {
  return {"too-large", std::string(path) + " has more than " + std::to_string(limit) +
                           " bytes, the limit for one input"};
}

// Reads to the end; `expected` is a hint. The buffer keeps its memory.
Status<FileError> read_all(int descriptor, std::string_view path, std::size_t expected,
                           std::size_t limit, std::string& buffer) {
  // One byte more than expected shows the end of the file without another allocation.
  buffer.resize(std::min(expected, limit) + 1);
  std::size_t size = 0;
  while (true) {
    if (size == buffer.size()) buffer.resize(buffer.size() * 2);
    const ssize_t got = ::read(descriptor, buffer.data() + size, buffer.size() - size);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return Unexpected(file_error(errno, "cannot read", path));
    if (got == 0) break;
    size += static_cast<std::size_t>(got);
    if (size > limit) return Unexpected(too_large(path, limit));
  }
  buffer.resize(size);
  return Done{};
}

Status<FileError> read_regular(const std::string& path, std::size_t limit, std::string& buffer) {
  // O_NONBLOCK: opening a FIFO without a writer would wait for one.
  const Descriptor file{::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)};
  if (file.number < 0) return Unexpected(file_error(errno, "cannot open", path));
  struct stat status {};
  if (::fstat(file.number, &status) != 0) {
    return Unexpected(file_error(errno, "cannot read", path));
  }
  if (!S_ISREG(status.st_mode)) {
    return Unexpected(FileError{"not-a-file", path + " is no regular file"});
  }
  const auto size = static_cast<std::size_t>(status.st_size);
  if (size > limit) return Unexpected(too_large(path, limit));
  return read_all(file.number, path, size, limit, buffer);
}

}  // namespace

FileError file_error(int number, std::string_view doing, std::string_view path) {
  std::string code = "io-error";
  switch (number) {
    case ENOENT:
    case ENOTDIR:
      code = "not-found";
      break;
    case EACCES:
    case EPERM:
    case EROFS:
      code = "permission-denied";
      break;
    case EISDIR:
    case ENXIO:
      code = "not-a-file";
      break;
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
      code = "disk-full";
      break;
    case EPIPE:
      code = "closed-pipe";
      break;
    default:
      break;
  }
  std::string message(doing);
  message += ' ';
  message += path;
  message += ": ";
  message += std::strerror(number);  // NOLINT: glibc's is thread-safe for known numbers
  return {code, message};
}

Result<std::string_view, FileError> FileReader::read(const std::string& path, std::size_t limit) {
  const Status<FileError> done = read_regular(path, limit, buffer_);
  if (!done) return Unexpected(done.error());
  return std::string_view(buffer_);
}

Result<std::string, FileError> read_file(const std::string& path, std::size_t limit) {
  std::string bytes;
  const Status<FileError> done = read_regular(path, limit, bytes);
  if (!done) return Unexpected(done.error());
  return bytes;
}

Result<std::string, FileError> read_standard_input(std::size_t limit) {
  std::string bytes;
  const Status<FileError> done =
      read_all(STDIN_FILENO, "standard input", std::size_t{1} << 16, limit, bytes);
  if (!done) return Unexpected(done.error());
  return bytes;
}

}  // namespace panchina
