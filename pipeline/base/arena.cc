#include "base/arena.h"

#include <algorithm>
#include <cstdint>
#include <utility>

namespace panchina {
namespace {

constexpr std::size_t kFirstBlock = std::size_t{64} << 10;  // bytes
constexpr std::size_t kLargestBlock = std::size_t{1} << 20;

std::byte* aligned(std::byte* at, std::size_t alignment) {
  const auto address = reinterpret_cast<std::uintptr_t>(at);
  return at + ((alignment - address % alignment) % alignment);
}

}  // namespace

void Arena::reset() {
  if (blocks_.size() > 1 || capacity_ > kKept) {
    const std::size_t wanted = std::min(capacity_, kKept);
    blocks_.clear();
    capacity_ = 0;
    add_block(wanted);
  }
  if (!blocks_.empty()) next_ = blocks_.back().bytes.get();
}

void Arena::add_block(std::size_t least) {
  Block block;
  block.size = std::max(least, std::clamp(capacity_, kFirstBlock, kLargestBlock));
  block.bytes = std::make_unique_for_overwrite<std::byte[]>(block.size);
  capacity_ += block.size;
  next_ = block.bytes.get();
  end_ = next_ + block.size;
  blocks_.push_back(std::move(block));
}

void* Arena::do_allocate(std::size_t size, std::size_t alignment) {
  std::byte* piece = next_ == nullptr ? nullptr : aligned(next_, alignment);
  if (piece == nullptr || piece > end_ || size > static_cast<std::size_t>(end_ - piece)) {
    add_block(size + alignment);
    piece = aligned(next_, alignment);
  }
  next_ = piece + size;
  return piece;
}

// The last piece is handed out anew: a vector that grows alone, a list that is asked for and gone.
void Arena::do_deallocate(void* piece, std::size_t size, std::size_t /*alignment*/) {
  auto* const begin = static_cast<std::byte*>(piece);
  if (begin + size == next_) next_ = begin;
}

}  // namespace panchina
