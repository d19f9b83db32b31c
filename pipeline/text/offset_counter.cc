#include <cstring>

#include "text/text.h"

namespace panchina {

namespace {

constexpr std::size_t kBlock = 32;
constexpr std::uint64_t kOnes = 0x0101010101010101;  // the lowest bit of each of eight bytes

// How many of eight bytes have their lowest bit set, where no other bit is.
std::uint32_t count_bytes(std::uint64_t lowest_bits) {
  return static_cast<std::uint32_t>(lowest_bits * kOnes >> 56);
}

// Adds up what begins and continues characters, eight bytes at a time.
template <typename Checkpoint>
void add(std::string_view bytes, Checkpoint& sum) {
  while (!bytes.empty()) {
    std::uint64_t eight = 0;
    const std::size_t taken = bytes.size() < sizeof eight ? bytes.size() : sizeof eight;
    for (std::size_t i = 0; taken < sizeof eight && i < taken; ++i) {
      eight |= std::uint64_t{static_cast<unsigned char>(bytes[i])} << (8 * i);
    }
    if (taken == sizeof eight) std::memcpy(&eight, bytes.data(), sizeof eight);
    bytes.remove_prefix(taken);
    const std::uint64_t not_ascii = eight >> 7 & kOnes;
    if (not_ascii == 0) continue;
    sum.continuations += count_bytes(not_ascii & ~(eight >> 6));
    sum.pairs += count_bytes(not_ascii & eight >> 6 & eight >> 5 & eight >> 4);
  }
}

}  // namespace

OffsetCounter::OffsetCounter(std::string_view raw) : raw_(raw) {
  Checkpoint sum;
  checkpoints_.reserve(raw.size() / kBlock + 1);
  for (std::size_t begin = 0; begin < raw.size(); begin += kBlock) {
    checkpoints_.push_back(sum);
    add(raw.substr(begin, kBlock), sum);
  }
  total_code_points_ = static_cast<std::uint32_t>(raw.size()) - sum.continuations;
  if (sum.continuations == 0) checkpoints_.clear();
}

OffsetCounter::Checkpoint OffsetCounter::count(std::uint32_t byte_offset) const {
  if (checkpoints_.empty() || byte_offset == 0) return {};
  // A block's end counts on from that block: there is no checkpoint behind the last one.
  const std::size_t block = (byte_offset - 1) / kBlock;
  Checkpoint sum = checkpoints_[block];
  add(raw_.substr(block * kBlock, byte_offset - block * kBlock), sum);
  return sum;
}

std::uint32_t OffsetCounter::code_points(std::uint32_t byte_offset) const {
  return byte_offset - count(byte_offset).continuations;
}

std::uint32_t OffsetCounter::utf16_units(std::uint32_t byte_offset) const {
  const Checkpoint sum = count(byte_offset);
  return byte_offset - sum.continuations + sum.pairs;
}

}  // namespace panchina
