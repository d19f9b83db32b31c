#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <utility>

#include "base/file.h"

namespace panchina {

namespace {

constexpr std::size_t kBuffer = std::size_t{1} << 18;

// The path behind links; the path itself where nothing is there yet.
std::string resolved(const std::string& path) {
  char* real = ::realpath(path.c_str(), nullptr);
  if (real == nullptr) return path;
  std::string out(real);
  std::free(real);  // NOLINT: realpath() allocates with malloc()
  return out;
}

// Locks a whole file for this process. Returns 0, or the process that holds it, or -1.
pid_t lock_or_holder(int descriptor) {
  struct flock lock {};
  lock.l_type = F_WRLCK;
  lock.l_whence = SEEK_SET;
  if (::fcntl(descriptor, F_SETLK, &lock) == 0) return 0;
  if (errno != EACCES && errno != EAGAIN) return -1;
  if (::fcntl(descriptor, F_GETLK, &lock) != 0) return -1;
  return lock.l_type == F_UNLCK ? -1 : lock.l_pid;
}

bool same_file(int descriptor, const std::string& path) {
  struct stat open_one {};
  struct stat named {};
  return ::fstat(descriptor, &open_one) == 0 && ::stat(path.c_str(), &named) == 0 &&
         open_one.st_ino == named.st_ino && open_one.st_dev == named.st_dev;
}

Result<int, FileError> open_locked(const std::string& temporary, const std::string& path) {
  // Between opening and locking, the holder may have renamed the file into its place: then what we
  // hold is the finished file, so look again. It cannot go on for ever; eight times is enough.
  for (int attempt = 0; attempt < 8; ++attempt) {
    const int descriptor =
        ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0666);
    if (descriptor < 0) return Unexpected(file_error(errno, "cannot write", path));
    const pid_t holder = lock_or_holder(descriptor);
    if (holder > 0) {
      ::close(descriptor);
      return Unexpected(
          FileError{"busy", path + " is being written by process " + std::to_string(holder)});
    }
    if (same_file(descriptor, temporary)) {
      if (::ftruncate(descriptor, 0) == 0) return descriptor;
      const int number = errno;
      ::close(descriptor);
      return Unexpected(file_error(number, "cannot write", path));
    }
    ::close(descriptor);
  }
  return Unexpected(FileError{"busy", path + " is being written by another process"});
}

// Makes a rename last over a power cut. A folder that cannot be opened or synced (some network file
// systems) is no error: the rename itself has happened.
void sync_folder_of(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  const std::string folder = slash == std::string::npos ? "."
                             : slash == 0               ? "/"
                                                        : path.substr(0, slash);
  const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) return;
  (void)::fsync(descriptor);
  ::close(descriptor);
}

}  // namespace

Result<AtomicFile, FileError> AtomicFile::create(const std::string& path) {
  AtomicFile file;
  file.path_ = path;
  file.target_ = resolved(path);
  struct stat status {};
  const bool exists = ::stat(file.target_.c_str(), &status) == 0;
  if (exists && S_ISDIR(status.st_mode)) {
    return Unexpected(FileError{"not-a-file", path + " is a folder"});
  }
  if (exists && !S_ISREG(status.st_mode)) {
    file.descriptor_ = ::open(file.target_.c_str(), O_WRONLY | O_CLOEXEC);
    if (file.descriptor_ < 0) return Unexpected(file_error(errno, "cannot write", path));
    return file;
  }
  const std::string temporary = file.target_ + ".tmp";
  const Result<int, FileError> descriptor = open_locked(temporary, path);
  if (!descriptor) return Unexpected(descriptor.error());
  file.descriptor_ = *descriptor;
  file.temporary_ = temporary;
  return file;
}

AtomicFile AtomicFile::standard_output() {
  AtomicFile file;
  file.path_ = "standard output";
  file.descriptor_ = STDOUT_FILENO;
  file.owned_ = false;
  return file;
}

AtomicFile::AtomicFile(AtomicFile&& other) noexcept { *this = std::move(other); }

AtomicFile& AtomicFile::operator=(AtomicFile&& other) noexcept {
  if (this == &other) return *this;
  discard();
  path_ = std::move(other.path_);
  target_ = std::move(other.target_);
  temporary_ = std::exchange(other.temporary_, {});
  buffer_ = std::move(other.buffer_);
  error_ = std::move(other.error_);
  descriptor_ = std::exchange(other.descriptor_, -1);
  owned_ = other.owned_;
  return *this;
}

AtomicFile::~AtomicFile() { discard(); }

Status<FileError> AtomicFile::fail(int number, std::string_view doing) {
  error_ = file_error(number, doing, path_);
  return Unexpected(error_);
}

Status<FileError> AtomicFile::write(std::string_view bytes) {
  if (!error_.code.empty()) return Unexpected(error_);
  buffer_ += bytes;
  if (buffer_.size() < kBuffer) return Done{};
  return flush();
}

Status<FileError> AtomicFile::flush() {
  if (!error_.code.empty()) return Unexpected(error_);
  std::string_view rest = buffer_;
  while (!rest.empty()) {
    const ssize_t written = ::write(descriptor_, rest.data(), rest.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return fail(errno, "cannot write");
    rest.remove_prefix(static_cast<std::size_t>(written));
  }
  buffer_.clear();
  return Done{};
}

Status<FileError> AtomicFile::commit() {
  if (Status<FileError> flushed = flush(); !flushed) return flushed;
  if (!owned_) return Done{};
  if (!temporary_.empty() && ::fsync(descriptor_) != 0) return fail(errno, "cannot write");
  if (temporary_.empty()) {
    if (::close(std::exchange(descriptor_, -1)) != 0) return fail(errno, "cannot write");
    return Done{};
  }
  // Renamed before it is closed: closing gives up the lock.
  if (::rename(temporary_.c_str(), target_.c_str()) != 0) return fail(errno, "cannot write");
  temporary_.clear();
  if (::close(std::exchange(descriptor_, -1)) != 0) return fail(errno, "cannot write");
  sync_folder_of(target_);
  return Done{};
}

void AtomicFile::discard() {
  buffer_.clear();
  if (!temporary_.empty()) ::unlink(temporary_.c_str());
  temporary_.clear();
  if (owned_ && descriptor_ >= 0) ::close(descriptor_);
  descriptor_ = -1;
}

}  // namespace panchina
