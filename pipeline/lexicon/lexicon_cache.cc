#include "lexicon/lexicon_cache.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cstdint>
#include <cstring>
#include <fstream>
#include <string>
#include <system_error>

#include "base/archive.h"
#include "base/hash.h"

namespace panchina {
namespace {

// A file in memory as the system's own cache holds it, without a copy.
class MappedFile {
 public:
  explicit MappedFile(const std::filesystem::path& file) {
    const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) return;
    struct stat about {};
    if (::fstat(descriptor, &about) == 0 && S_ISREG(about.st_mode) && about.st_size > 0) {
      size_ = static_cast<std::size_t>(about.st_size);
      start_ = ::mmap(nullptr, size_, PROT_READ, MAP_PRIVATE | MAP_POPULATE, descriptor, 0);
    }
    ::close(descriptor);
  }
  MappedFile(const MappedFile&) = delete;
  MappedFile& operator=(const MappedFile&) = delete;
  ~MappedFile() {
    if (start_ != MAP_FAILED) ::munmap(start_, size_);
  }
  // Empty where it could not be read.
  std::string_view bytes() const {
    if (start_ == MAP_FAILED) return {};
    return {static_cast<const char*>(start_), size_};
  }

 private:
  void* start_ = MAP_FAILED;
  std::size_t size_ = 0;
};

// Tells bytes that were damaged or cut, at the speed of reading them: four products side by side,
// which every changed byte changes.
std::uint64_t checksum(std::string_view bytes) {
  constexpr std::uint64_t kOdd = 0x9E3779B97F4A7C15u;
  std::array<std::uint64_t, 4> lanes = {1, 2, 3, bytes.size()};
  for (; bytes.size() >= sizeof lanes; bytes.remove_prefix(sizeof lanes)) {
    std::array<std::uint64_t, 4> chunk;
    std::memcpy(chunk.data(), bytes.data(), sizeof chunk);
    for (std::size_t i = 0; i < lanes.size(); ++i) lanes[i] = (lanes[i] ^ chunk[i]) * kOdd;
  }
  std::string rest(bytes);
  for (const std::uint64_t lane : lanes) rest += to_hex(lane);
  return hash64(rest);
}

// The first line of the file: its kind, the key, and the checksum of what follows.
std::string heading(std::string_view key, std::string_view content) {
  std::string out = "panchina lexicon ";
  out += key;
  out += ' ';
  out += to_hex(checksum(content));
  out += '\n';
  return out;
}

}  // namespace

bool read_lexicon_cache(const std::filesystem::path& file, std::string_view key,
                        Vocabulary& vocabulary, Lexicon& lexicon) {
  const MappedFile mapped(file);
  const std::string_view bytes = mapped.bytes();
  const std::size_t end = bytes.find('\n');
  if (end == std::string_view::npos) return false;
  const std::string_view content = bytes.substr(end + 1);
  if (bytes.substr(0, end + 1) != heading(key, content)) return false;
  ArchiveReader archive(content);
  archive(vocabulary, lexicon);
  if (archive.ok() && archive.at_end()) return true;
  vocabulary = Vocabulary();
  lexicon = Lexicon();
  return false;
}

void write_lexicon_cache(const std::filesystem::path& file, std::string_view key,
                         const Vocabulary& vocabulary, const Lexicon& lexicon) {
  ArchiveWriter archive;
  archive(vocabulary, lexicon);
  std::error_code error;
  std::filesystem::create_directories(file.parent_path(), error);
  // A name of this process's own, then the right one at once. Not synced to the disk: a file that a
  // crash has cut is not read.
  const std::filesystem::path whole = file.string() + '.' + std::to_string(::getpid());
  std::ofstream out(whole, std::ios::binary);
  out << heading(key, archive.bytes()) << archive.bytes();
  out.close();
  if (out) std::filesystem::rename(whole, file, error);
  if (!out || error) std::filesystem::remove(whole, error);
}

}  // namespace panchina
