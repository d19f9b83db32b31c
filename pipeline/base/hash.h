// Hashes that are the same on every machine: SHA-256 for what a person may compare with other tools
// (`sha256sum`), and a fast one (MurmurHash3 x64 128 by Austin Appleby, public domain) for ids.
// Thread rule: free functions; a Sha256 belongs to one thread.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace panchina {

// SHA-256 (FIPS 180-4) of bytes given in pieces. Uses the processor's SHA instructions where it has
// them.
//   Sha256 sum;  sum.update("ab");  sum.update("c");  sum.hex();  // "ba7816bf..."
class Sha256 {
 public:
  Sha256();
  void update(std::string_view bytes);
  // The digest as 64 hex digits, lower case. Call once, last.
  std::string hex();

 private:
  std::array<std::uint32_t, 8> state_;
  std::array<unsigned char, 64> block_;
  std::size_t held_ = 0;     // bytes in block_
  std::uint64_t total_ = 0;  // bytes seen
};

std::string sha256_hex(std::string_view bytes);

struct Hash128 {
  std::uint64_t high = 0;
  std::uint64_t low = 0;
  friend bool operator==(const Hash128&, const Hash128&) = default;
};

// Not for adversaries: collisions can be made on purpose.
Hash128 hash128(std::string_view bytes);
std::uint64_t hash64(std::string_view bytes);

// 16 or 32 hex digits, lower case, leading zeros kept.
std::string to_hex(std::uint64_t value);
std::string to_hex(Hash128 value);
// Two hex digits a byte: `"Aé"` -> "41c3a9".
std::string bytes_to_hex(std::string_view bytes);

}  // namespace panchina
