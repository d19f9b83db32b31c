#include "lexicon/vocabulary.h"

#include <cstring>

namespace panchina {
namespace {

constexpr std::size_t kFirstSlots = 1u << 18;

std::uint32_t hash_of(std::string_view word) {
  std::uint64_t hash = 0x9E3779B97F4A7C15u ^ word.size();
  const char* p = word.data();
  std::size_t left = word.size();
  while (left >= 8) {
    std::uint64_t chunk;
    std::memcpy(&chunk, p, 8);
    hash = (hash ^ chunk) * 0xD6E8FEB86659FD93u;
    hash ^= hash >> 32;
    p += 8;
    left -= 8;
  }
  std::uint64_t chunk = 0;
  if (left > 0) std::memcpy(&chunk, p, left);
  hash = (hash ^ chunk) * 0xD6E8FEB86659FD93u;
  hash ^= hash >> 29;
  return static_cast<std::uint32_t>(hash ^ (hash >> 32));
}

}  // namespace

Vocabulary::Vocabulary() : slots_(kFirstSlots), starts_{0, 0} { starts_.reserve(kFirstSlots / 2); }

Index Vocabulary::add(std::string_view folded) {
  if (folded.empty()) return 0;
  const std::uint32_t hash = hash_of(folded);
  std::size_t mask = slots_.size() - 1;
  std::size_t at = hash & mask;
  for (; slots_[at].id != 0; at = (at + 1) & mask) {
    if (slots_[at].hash == hash && word(slots_[at].id) == folded) return slots_[at].id;
  }
  const Index id = size();
  bytes_.append(folded);
  starts_.push_back(static_cast<std::uint32_t>(bytes_.size()));
  slots_[at] = {hash, id};
  if (static_cast<std::size_t>(id) * 2 > slots_.size()) grow();
  return id;
}

Index Vocabulary::find(std::string_view folded) const {
  if (folded.empty()) return 0;
  const std::uint32_t hash = hash_of(folded);
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t at = hash & mask; slots_[at].id != 0; at = (at + 1) & mask) {
    if (slots_[at].hash == hash && word(slots_[at].id) == folded) return slots_[at].id;
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
