#include "base/hash.h"

#include <gtest/gtest.h>

namespace panchina {
namespace {

// The examples of FIPS 180-4 and their like; checked with sha256sum.
TEST(Sha256, KnownSums) {
  EXPECT_EQ(sha256_hex(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(sha256_hex("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(sha256_hex("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"),
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
  EXPECT_EQ(sha256_hex(std::string(1'000'000, 'a')),
            "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST(Sha256, PiecesOfAnySizeGiveTheSameSum) {
  std::string bytes;
  for (int i = 0; i < 1000; ++i) bytes += static_cast<char>(i * 7);
  for (std::size_t size = 0; size < 200; ++size) {
    Sha256 sum;
    const std::string_view text = std::string_view(bytes).substr(0, 3 * size);
    for (std::size_t i = 0; i < 3; ++i) sum.update(text.substr(i * size, size));
    EXPECT_EQ(sum.hex(), sha256_hex(text)) << size;
  }
}

TEST(Hash, IsTheSameOnEveryMachine) {
  // MurmurHash3_x64_128, seed 0.
  EXPECT_EQ(to_hex(hash128("")), "00000000000000000000000000000000");
  EXPECT_EQ(to_hex(hash128("hello")), "cbd8a7b341bd9b025b1e906a48ae1d19");
  EXPECT_EQ(to_hex(hash128("The quick brown fox jumps over the lazy dog")),
            "e34bbc7bbc071b6c7a433ca9c49a9347");
  EXPECT_EQ(to_hex(hash64("hello")), "cbd8a7b341bd9b02");
}

TEST(Hash, EveryByteAndTheLengthCount) {
  const std::string bytes(40, '\0');
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    EXPECT_NE(hash64(bytes.substr(0, size)), hash64(bytes.substr(0, size + 1)));
    for (std::size_t i = 0; i < size; ++i) {
      std::string changed = bytes.substr(0, size);
      changed[i] = 1;
      EXPECT_NE(hash64(changed), hash64(bytes.substr(0, size)));
    }
  }
}

TEST(Hex, KeepsZeros) {
  EXPECT_EQ(to_hex(std::uint64_t{10}), "000000000000000a");
  EXPECT_EQ(to_hex(Hash128{1, 255}), "000000000000000100000000000000ff");
  EXPECT_EQ(bytes_to_hex("A\xC3\xA9\n"), "41c3a90a");
}

}  // namespace
}  // namespace panchina
