#include "base/arena.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory_resource>
#include <string>
#include <utility>
#include <vector>

namespace panchina {
namespace {

TEST(Arena, PiecesAreAlignedAndApart) {
  Arena arena;
  std::vector<std::pair<std::byte*, std::size_t>> pieces;
  for (std::size_t i = 1; i < 2000; ++i) {
    const std::size_t alignment = std::size_t{1} << (i % 7);
    auto* piece = static_cast<std::byte*>(arena.allocate(i, alignment));
    EXPECT_EQ(reinterpret_cast<std::uintptr_t>(piece) % alignment, 0u) << i;
    std::fill(piece, piece + i, static_cast<std::byte>(i));
    pieces.emplace_back(piece, i);
  }
  for (const auto& [piece, size] : pieces) {
    for (std::size_t i = 0; i < size; ++i) ASSERT_EQ(piece[i], static_cast<std::byte>(size));
  }
}

TEST(Arena, IsOneBlockForTheNextArticle) {
  Arena arena;
  const auto fill = [&arena] {
    std::pmr::vector<std::pmr::string> names(&arena);
    for (int i = 0; i < 10'000; ++i) names.emplace_back("Portogruaro Summaga, stagione");
  };
  fill();
  arena.reset();
  const std::size_t grown = arena.capacity();
  for (int article = 0; article < 3; ++article) {
    fill();
    arena.reset();
    EXPECT_EQ(arena.capacity(), grown);
  }
}

TEST(Arena, GivesBackWhatOneHugeArticleTook) {
  Arena arena;
  static_cast<void>(arena.allocate(8 * Arena::kKept));
  EXPECT_GE(arena.capacity(), 8 * Arena::kKept);
  arena.reset();
  EXPECT_LE(arena.capacity(), Arena::kKept);
}

TEST(Arena, HandsThePieceOutAnewThatWasGivenBackLast) {
  Arena arena;
  void* const piece = arena.allocate(100, 4);
  arena.deallocate(piece, 100, 4);
  EXPECT_EQ(arena.allocate(50, 4), piece);
}

TEST(OwnArena, OutlivesWhatStandsInItWhenItIsAssignedTo) {
  struct Article {
    OwnArena memory;
    std::vector<std::pmr::string> names;
    void add(const char* name) { names.emplace_back(name, memory.get()); }
  };
  Article one, two;
  one.add("Virtus Entella, promossa");
  two.add("Virtus Francavilla, retrocessa");
  Article moved = std::move(one);
  EXPECT_EQ(moved.names.front(), "Virtus Entella, promossa");
  two = std::move(moved);
  EXPECT_EQ(two.names.front(), "Virtus Entella, promossa");
}

}  // namespace
}  // namespace panchina
