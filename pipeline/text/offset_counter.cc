#include "text/text.h"

namespace panchina {

namespace {

constexpr std::size_t kBlock = 128;

}  // namespace

OffsetCounter::OffsetCounter(std::string_view raw) : raw_(raw) {
  Checkpoint sum;
  checkpoints_.reserve(raw.size() / kBlock + 1);
  for (std::size_t begin = 0; begin < raw.size(); begin += kBlock) {
    checkpoints_.push_back(sum);
    for (const char c : raw.substr(begin, kBlock)) {
      const auto byte = static_cast<unsigned char>(c);
      sum.continuations += (byte & 0xC0u) == 0x80u ? 1u : 0u;
      sum.pairs += byte >= 0xF0u ? 1u : 0u;
    }
  }
  total_code_points_ = static_cast<std::uint32_t>(raw.size()) - sum.continuations;
  if (sum.continuations == 0) checkpoints_.clear();
}

OffsetCounter::Checkpoint OffsetCounter::count(std::uint32_t byte_offset) const {
  if (checkpoints_.empty() || byte_offset == 0) return {};
  // A block's end counts on from that block: there is no checkpoint behind the last one.
  const std::size_t block = (byte_offset - 1) / kBlock;
  Checkpoint sum = checkpoints_[block];
  for (const char c : raw_.substr(block * kBlock, byte_offset - block * kBlock)) {
    const auto byte = static_cast<unsigned char>(c);
    sum.continuations += (byte & 0xC0u) == 0x80u ? 1u : 0u;
    sum.pairs += byte >= 0xF0u ? 1u : 0u;
  }
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
