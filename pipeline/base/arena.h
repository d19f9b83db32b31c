// Arena: memory that is handed out piece by piece and taken back all at once, for data that lives
// no longer than one article. What it has grown to stays for the next article, up to kKept bytes:
// one huge article gives back what it took. Thread rule: belongs to one worker.
//
//   Arena arena;
//   std::pmr::vector<Index> units(&arena);  // grows in it
//   ...                                     // the vector is gone
//   arena.reset();                          // its bytes are handed out anew
#pragma once

#include <cstddef>
#include <memory>
#include <memory_resource>
#include <utility>
#include <vector>

namespace panchina {

class Arena final : public std::pmr::memory_resource {
 public:
  static constexpr std::size_t kKept = std::size_t{4} << 20;  // bytes

  Arena() = default;
  Arena(const Arena&) = delete;
  Arena& operator=(const Arena&) = delete;

  // Takes all pieces back: nothing that stands in them is used any more. The memory is one block
  // from then on, so that an arena which has seen an article asks for none for the like of it.
  void reset();

  // Bytes that it holds, handed out or not.
  std::size_t capacity() const { return capacity_; }

 private:
  struct Block {
    std::unique_ptr<std::byte[]> bytes;
    std::size_t size = 0;
  };

  void* do_allocate(std::size_t size, std::size_t alignment) override;
  void do_deallocate(void* piece, std::size_t size, std::size_t alignment) override;
  bool do_is_equal(const std::pmr::memory_resource& other) const noexcept override {
    return this == &other;
  }
  void add_block(std::size_t least);

  std::vector<Block> blocks_;
  std::byte* next_ = nullptr;  // of the last block
  std::byte* end_ = nullptr;
  std::size_t capacity_ = 0;
};

// An arena of its own for a value that moves: one that is assigned to gives its arena to the other,
// so that what still stands in it can go. Made when it is first asked for.
class OwnArena {
 public:
  OwnArena() = default;
  OwnArena(OwnArena&&) noexcept = default;
  OwnArena& operator=(OwnArena&& other) noexcept {
    std::swap(arena_, other.arena_);
    return *this;
  }
  Arena* get() {
    if (arena_ == nullptr) arena_ = std::make_unique<Arena>();
    return arena_.get();
  }
  void reset() {
    if (arena_ != nullptr) arena_->reset();
  }

 private:
  std::unique_ptr<Arena> arena_;
};

}  // namespace panchina
