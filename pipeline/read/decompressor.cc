#include "read/decompressor.h"

#include <zlib.h>
#include <zstd.h>

#include <utility>

namespace panchina {

namespace {

constexpr std::uint64_t kHighestRatio = 200;
// Below this a high ratio does no harm.
constexpr std::uint64_t kHarmless = std::uint64_t{1} << 20;
constexpr int kLargestZstdWindow = 27;  // 128 MiB

}  // namespace

struct Decompressor::Zlib {
  z_stream stream{};
  bool ready = false;
  Zlib() { ready = inflateInit2(&stream, 15 + 16) == Z_OK; }
  ~Zlib() { inflateEnd(&stream); }
};

struct Decompressor::Zstd {
  ZSTD_DStream* stream = ZSTD_createDStream();
  Zstd() {
    ZSTD_initDStream(stream);
    ZSTD_DCtx_setParameter(stream, ZSTD_d_windowLogMax, kLargestZstdWindow);
  }
  ~Zstd() { ZSTD_freeDStream(stream); }
};

Decompressor::Decompressor(Compression compression, std::string where) : where_(std::move(where)) {
  if (compression == Compression::kGzip) zlib_ = std::make_unique<Zlib>();
  if (compression == Compression::kZstd) zstd_ = std::make_unique<Zstd>();
}

Decompressor::~Decompressor() = default;

ArticleError Decompressor::broken(const char* reason) const {
  return {"bad-compression", where_ + " cannot be unpacked: " + reason};
}

Result<Decompressor::Step, ArticleError> Decompressor::step(std::string_view input, char* room,
                                                            std::size_t size) {
  auto done = zlib_ != nullptr ? step_zlib(input, room, size) : step_zstd(input, room, size);
  if (!done) return done;
  consumed_ += done->consumed;
  written_ += done->written;
  if (written_ > kHarmless && written_ > kHighestRatio * consumed_) {
    return Unexpected(ArticleError{
        "compression-ratio",
        where_ + " unpacks to more than " + std::to_string(kHighestRatio) + " times its size"});
  }
  return done;
}

Result<Decompressor::Step, ArticleError> Decompressor::step_zlib(std::string_view input, char* room,
                                                                 std::size_t size) {
  z_stream& stream = zlib_->stream;
  if (!zlib_->ready) return Unexpected(broken("no memory"));
  if (complete_) {
    // Some archivers fill the last block up with zeros.
    if (consumed_ > 0 && input.find_first_not_of('\0') == std::string_view::npos) {
      return Step{input.size(), 0};
    }
    if (inflateReset(&stream) != Z_OK) return Unexpected(broken("no memory"));
    complete_ = false;
  }
  // zlib only reads through next_in.
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(input.data()));
  stream.avail_in = static_cast<uInt>(input.size());
  stream.next_out = reinterpret_cast<Bytef*>(room);
  stream.avail_out = static_cast<uInt>(size);
  const int code = inflate(&stream, Z_NO_FLUSH);
  if (code == Z_STREAM_END) complete_ = true;
  if (code != Z_OK && code != Z_STREAM_END && code != Z_BUF_ERROR) {
    return Unexpected(broken(stream.msg != nullptr ? stream.msg : "bad data"));
  }
  return Step{input.size() - stream.avail_in, size - stream.avail_out};
}

Result<Decompressor::Step, ArticleError> Decompressor::step_zstd(std::string_view input, char* room,
                                                                 std::size_t size) {
  ZSTD_inBuffer in{input.data(), input.size(), 0};
  ZSTD_outBuffer out{room, size, 0};
  const std::size_t code = ZSTD_decompressStream(zstd_->stream, &out, &in);
  if (ZSTD_isError(code) != 0) return Unexpected(broken(ZSTD_getErrorName(code)));
  // Without progress it only asks for the header of another frame.
  if (in.pos > 0 || out.pos > 0) complete_ = code == 0;
  return Step{in.pos, out.pos};
}

}  // namespace panchina
