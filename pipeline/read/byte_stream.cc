#include "read/byte_stream.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <utility>

#include "base/file.h"
#include "read/decompressor.h"

namespace panchina {

namespace {

constexpr std::size_t kPiece = std::size_t{1} << 17;
constexpr std::size_t kUnpacked = std::size_t{1} << 18;

ArticleError error_of(int number, const char* doing, const std::string& path) {
  FileError error = file_error(number, doing, path);
  return {std::move(error.code), std::move(error.message)};
}

ArticleError cut_short(const std::string& where) {
  return {"bad-compression", where + " cannot be unpacked: it is cut short"};
}

}  // namespace

ByteStream::ByteStream() = default;
ByteStream::ByteStream(ByteStream&& other) noexcept { *this = std::move(other); }
ByteStream& ByteStream::operator=(ByteStream&& other) noexcept {
  std::swap(path_, other.path_);
  std::swap(descriptor_, other.descriptor_);
  std::swap(decompressor_, other.decompressor_);
  std::swap(piece_, other.piece_);
  std::swap(unpacked_, other.unpacked_);
  std::swap(rest_, other.rest_);
  std::swap(at_end_, other.at_end_);
  std::swap(failed_, other.failed_);
  return *this;
}
ByteStream::~ByteStream() {
  if (descriptor_ > STDIN_FILENO) ::close(descriptor_);
}

Result<ByteStream, ArticleError> ByteStream::open(const std::string& path,
                                                  Compression compression) {
  ByteStream stream;
  stream.path_ = path == "-" ? "standard input" : path;
  if (path == "-") {
    stream.descriptor_ = STDIN_FILENO;
  } else {
    stream.descriptor_ = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    if (stream.descriptor_ < 0) return Unexpected(error_of(errno, "cannot open", path));
    struct stat status {};
    if (::fstat(stream.descriptor_, &status) != 0 || !S_ISREG(status.st_mode)) {
      return Unexpected(ArticleError{"not-a-file", path + " is no regular file"});
    }
  }
  if (compression != Compression::kNone) {
    stream.decompressor_ = std::make_unique<Decompressor>(compression, stream.path_);
    stream.unpacked_.resize(kUnpacked);
  }
  stream.piece_.resize(kPiece);
  return stream;
}

bool ByteStream::would_wait() const {
  if (at_end_ || failed_ || !rest_.empty()) return false;
  pollfd look{descriptor_, POLLIN, 0};  // a file is always ready
  return ::poll(&look, 1, 0) == 0;
}

Result<std::string_view, ArticleError> ByteStream::read_piece() {
  if (at_end_) return std::string_view();
  while (true) {
    const ssize_t got = ::read(descriptor_, piece_.data(), piece_.size());
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return Unexpected(error_of(errno, "cannot read", path_));
    at_end_ = got == 0;
    return std::string_view(piece_.data(), static_cast<std::size_t>(got));
  }
}

Result<std::string_view, ArticleError> ByteStream::next() {
  if (failed_) return std::string_view();
  if (decompressor_ == nullptr) {
    auto piece = read_piece();
    failed_ = !piece.has_value();
    return piece;
  }
  while (true) {
    if (rest_.empty() && !at_end_) {
      auto piece = read_piece();
      failed_ = !piece.has_value();
      if (failed_) return piece;
      rest_ = *piece;
    }
    const auto step = decompressor_->step(rest_, unpacked_.data(), unpacked_.size());
    if (!step) {
      failed_ = true;
      return Unexpected(step.error());
    }
    rest_.remove_prefix(step->consumed);
    if (step->written > 0) return std::string_view(unpacked_.data(), step->written);
    if (step->consumed > 0 || !at_end_) continue;
    failed_ = true;
    if (!decompressor_->complete()) return Unexpected(cut_short(path_));
    return std::string_view();
  }
}

Result<std::string, ArticleError> decompressed(std::string_view bytes, Compression compression,
                                               std::size_t limit, const std::string& where) {
  Decompressor decompressor(compression, where);
  std::string out;
  std::size_t size = 0;
  while (true) {
    if (out.size() - size < kUnpacked) out.resize(std::max(out.size() * 2, size + kUnpacked));
    const auto step = decompressor.step(bytes, out.data() + size, out.size() - size);
    if (!step) return Unexpected(step.error());
    bytes.remove_prefix(step->consumed);
    size += step->written;
    if (size > limit) {
      return Unexpected(ArticleError{"too-large", where + " unpacks to more than " +
                                                      std::to_string(limit) +
                                                      " bytes, the limit for one article"});
    }
    if (step->written > 0 || step->consumed > 0) continue;
    if (!decompressor.complete()) return Unexpected(cut_short(where));
    out.resize(size);
    return out;
  }
}

}  // namespace panchina
