#include "lexicon/vocabulary.h"

#include <bit>
#include <cstring>

namespace panchina {
namespace {

constexpr std::size_t kFirstSlots = 1u << 18;

constexpr std::size_t kHead = 8;  // bytes of a word that its slot holds

template <typename Number>
std::uint64_t load(const char* bytes) {
  Number number;
  std::memcpy(&number, bytes, sizeof number);
  if constexpr (std::endian::native == std::endian::big && sizeof number == 4) {
    number = __builtin_bswap32(number);
  } else if constexpr (std::endian::native == std::endian::big && sizeof number == 2) {
    number = __builtin_bswap16(number);
  }
  return number;
}

// Fewer than eight bytes as a number, the first one lowest: by two loads that may overlap.
std::uint64_t load_few(const char* bytes, std::size_t size) {
  if (size >= 4) {
    return load<std::uint32_t>(bytes) | load<std::uint32_t>(bytes + size - 4) << (8 * (size - 4));
  }
  if (size >= 2) {
    return load<std::uint16_t>(bytes) | load<std::uint16_t>(bytes + size - 2) << (8 * (size - 2));
  }
  return size == 1 ? load<std::uint8_t>(bytes) : 0;
}

}  // namespace

Vocabulary::Vocabulary() : slots_(kFirstSlots), starts_{0, 0} { starts_.reserve(kFirstSlots / 2); }

Vocabulary::Slot Vocabulary::key_of(std::string_view word) {
  std::uint64_t hash = 0x9E3779B97F4A7C15u ^ word.size();
  const char* p = word.data();
  std::size_t left = word.size();
  const std::uint64_t head = left < kHead ? load_few(p, left) : load<std::uint64_t>(p);
  for (; left >= kHead; p += kHead, left -= kHead) {
    hash = (hash ^ load<std::uint64_t>(p)) * 0xD6E8FEB86659FD93u;
    hash ^= hash >> 32;
  }
  hash = (hash ^ load_few(p, left)) * 0xD6E8FEB86659FD93u;
  hash ^= hash >> 29;
  return {static_cast<std::uint32_t>(hash ^ (hash >> 32)), 0, head};
}

// No word holds a zero byte: one shorter than its head is as long as its bytes above zero.
bool Vocabulary::holds(const Slot& slot, const Slot& key, std::string_view folded) const {
  return slot.hash == key.hash && slot.head == key.head &&
         (folded.size() < kHead || word(slot.id) == folded);
}

Index Vocabulary::add(std::string_view folded) {
  if (folded.empty()) return 0;
  Slot key = key_of(folded);
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = key.hash & mask;
  for (; slots_[at].id != 0; at = (at + 1) & mask) {
    if (holds(slots_[at], key, folded)) return slots_[at].id;
  }
  key.id = size();
  bytes_.append(folded);
  starts_.push_back(static_cast<std::uint32_t>(bytes_.size()));
  slots_[at] = key;
  if (static_cast<std::size_t>(key.id) * 2 > slots_.size()) grow();
  return key.id;
}

Index Vocabulary::find(std::string_view folded) const {
  if (folded.empty()) return 0;
  const Slot key = key_of(folded);
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t at = key.hash & mask; slots_[at].id != 0; at = (at + 1) & mask) {
    if (holds(slots_[at], key, folded)) return slots_[at].id;
  }
  return 0;
}

std::string_view Vocabulary::word(Index id) const {
  return std::string_view(bytes_).substr(starts_[id], starts_[id + 1] - starts_[id]);
}

Index Vocabulary::size() const { return static_cast<Index>(starts_.size() - 1); }

void Vocabulary::grow() {
  std::vector<Slot> old = std::move(slots_);
  slots_.assign(old.size() * 2, Slot{});
  const std::size_t mask = slots_.size() - 1;
  for (const Slot& slot : old) {
    if (slot.id == 0) continue;
    std::size_t at = slot.hash & mask;
    while (slots_[at].id != 0) at = (at + 1) & mask;
    slots_[at] = slot;
  }
}

}  // namespace panchina
