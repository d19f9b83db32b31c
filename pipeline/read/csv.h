// CSV as spreadsheets write it (RFC 4180): quoted fields may hold separators, line ends and doubled
// quotes; comma, semicolon or tab, whichever the first line has most of. Thread rule: CsvSplitter
// belongs to one thread; the rest are free functions and plain values.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace panchina {

// The columns of a file by its first line.
struct CsvColumns {
  char separator = ',';
  std::vector<std::string> names;  // lower case, blanks around them removed
  // The place of the first of `names_wanted` that is there.
  std::optional<std::size_t> find(std::initializer_list<std::string_view> names_wanted) const;
};

CsvColumns csv_columns(std::string_view first_line);

// The fields of one record, quotes undone.
//   csv_fields("a,\"b \"\"c\"\"\",", ',') -> {"a", "b \"c\"", ""}
std::vector<std::string> csv_fields(std::string_view record, char separator);

// The end of the record that begins at `begin`: the place of its line end outside quotes, or npos
// where `text` ends before.
std::size_t csv_record_end(std::string_view text, std::size_t begin);

}  // namespace panchina
