// Cell, Rows, TextArena: rows on their way into a database, whatever the database is. Thread rule:
// plain values; a Rows belongs to one loader.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace panchina {

// One value of a row: null, a number, or UTF-8 text (of a JSON column: canonical JSON). Text points
// into the lines that were read or into the arena beside the rows.
using Cell = std::variant<std::monostate, std::int64_t, double, std::string_view>;

inline bool is_null(const Cell& cell) { return cell.index() == 0; }
inline std::string_view text_of(const Cell& cell) {
  const auto* text = std::get_if<std::string_view>(&cell);
  return text == nullptr ? std::string_view() : *text;
}

// Rows of one table, one after the other in one vector.
class Rows {
 public:
  explicit Rows(std::size_t columns) : columns_(columns) {}
  std::size_t size() const { return cells_.size() / columns_; }
  std::size_t columns() const { return columns_; }
  std::span<const Cell> operator[](std::size_t row) const {
    return {cells_.data() + row * columns_, columns_};
  }
  std::span<Cell> row(std::size_t row) { return {cells_.data() + row * columns_, columns_}; }
  // Adds a row of nulls. The span is good until the next add().
  std::span<Cell> add() {
    cells_.resize(cells_.size() + columns_);
    return {cells_.data() + cells_.size() - columns_, columns_};
  }
  void resize(std::size_t rows) { cells_.resize(rows * columns_); }
  void clear() { cells_.clear(); }

 private:
  std::size_t columns_;
  std::vector<Cell> cells_;
};

// Text that stands nowhere in the input (unescaped, repaired). Views of it stay good until clear(),
// which keeps the memory.
class TextArena {
 public:
  // A place for `size` bytes, of which the caller keeps what he needs with keep().
  char* reserve(std::size_t size);
  std::string_view keep(const char* begin, std::size_t size) {
    used_ += size;
    return {begin, size};
  }
  std::string_view copy(std::string_view text);
  void clear();

 private:
  struct Block {
    std::unique_ptr<char[]> bytes;
    std::size_t size = 0;
  };
  std::vector<Block> blocks_;
  std::size_t block_ = 0;  // the one in use
  std::size_t used_ = 0;   // bytes used of it
};

}  // namespace panchina
