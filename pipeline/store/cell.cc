#include "store/cell.h"

#include <algorithm>
#include <cstring>

namespace panchina {
namespace {
constexpr std::size_t kBlock = std::size_t{256} * 1024;
}

char* TextArena::reserve(std::size_t size) {
  while (block_ < blocks_.size()) {
    if (blocks_[block_].size - used_ >= size) return blocks_[block_].bytes.get() + used_;
    ++block_;
    used_ = 0;
  }
  const std::size_t bytes = std::max(size, kBlock);
  blocks_.push_back({std::make_unique_for_overwrite<char[]>(bytes), bytes});
  return blocks_.back().bytes.get();
}

std::string_view TextArena::copy(std::string_view text) {
  if (text.empty()) return "";
  char* place = reserve(text.size());
  std::memcpy(place, text.data(), text.size());
  return keep(place, text.size());
}

void TextArena::clear() {
  // One very long text must not be held for the rest of the run.
  std::erase_if(blocks_, [](const Block& block) { return block.size > kBlock; });
  block_ = 0;
  used_ = 0;
}

}  // namespace panchina
