#include "base/hash.h"

#include <bit>
#include <cstring>

namespace panchina {

namespace {

std::uint64_t little_endian(std::string_view bytes) {
  std::uint64_t value = 0;
  if (std::endian::native == std::endian::little && bytes.size() >= sizeof value) {
    std::memcpy(&value, bytes.data(), sizeof value);
    return value;
  }
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    value |= std::uint64_t{static_cast<unsigned char>(bytes[i])} << (8 * i);
  }
  return value;
}

std::uint64_t finish(std::uint64_t value) {
  value = (value ^ (value >> 33)) * 0xff51afd7ed558ccdULL;
  value = (value ^ (value >> 33)) * 0xc4ceb9fe1a85ec53ULL;
  return value ^ (value >> 33);
}

constexpr std::uint64_t kFirst = 0x87c37b91114253d5ULL;
constexpr std::uint64_t kSecond = 0x4cf5ad432745937fULL;

}  // namespace

Hash128 hash128(std::string_view bytes) {
  std::uint64_t one = 0;
  std::uint64_t two = 0;
  std::string_view rest = bytes;
  for (; rest.size() >= 16; rest.remove_prefix(16)) {
    one ^= std::rotl(little_endian(rest.substr(0, 8)) * kFirst, 31) * kSecond;
    one = (std::rotl(one, 27) + two) * 5 + 0x52dce729;
    two ^= std::rotl(little_endian(rest.substr(8, 8)) * kSecond, 33) * kFirst;
    two = (std::rotl(two, 31) + one) * 5 + 0x38495ab5;
  }
  if (rest.size() > 8) {
    two ^= std::rotl(little_endian(rest.substr(8)) * kSecond, 33) * kFirst;
  }
  if (!rest.empty()) {
    one ^= std::rotl(little_endian(rest.substr(0, 8)) * kFirst, 31) * kSecond;
  }
  one ^= bytes.size();
  two ^= bytes.size();
  one += two;
  two += one;
  one = finish(one);
  two = finish(two);
  one += two;
  two += one;
  return {one, two};
}

std::uint64_t hash64(std::string_view bytes) { return hash128(bytes).high; }

std::string to_hex(std::uint64_t value) {
  std::string out(16, '0');
  for (std::size_t i = 0; i < 16; ++i) out[i] = "0123456789abcdef"[value >> (60 - 4 * i) & 15];
  return out;
}

std::string to_hex(Hash128 value) { return to_hex(value.high) + to_hex(value.low); }

std::string bytes_to_hex(std::string_view bytes) {
  std::string out;
  out.reserve(bytes.size() * 2);
  for (const char c : bytes) {
    out += "0123456789abcdef"[static_cast<unsigned char>(c) >> 4];
    out += "0123456789abcdef"[static_cast<unsigned char>(c) & 15];
  }
  return out;
}

}  // namespace panchina
