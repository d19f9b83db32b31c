// Objects as bytes and back.
#include "base/archive.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace panchina {
namespace {

struct Club {
  std::string name;
  std::vector<std::uint32_t> years;
  bool ambiguous = false;

  static void fields(auto& archive, auto& self) { archive(self.name, self.years, self.ambiguous); }
  friend bool operator==(const Club&, const Club&) = default;
};

struct Table {
  std::vector<Club> clubs;
  std::vector<bool> marks;
  std::unordered_map<std::string, std::vector<std::string>> forms;
  std::pair<std::string, int> pair;
  double share = 0;

  static void fields(auto& archive, auto& self) {
    archive(self.clubs, self.marks, self.forms, self.pair, self.share);
  }
  friend bool operator==(const Table&, const Table&) = default;
};

Table example() {
  return {{{"Bari", {1908, 1929}, true}, {"", {}, false}},
          {true, false, true},
          {{"squadra", {"squadre"}}, {"gol", {}}},
          {"Lecce", -3},
          0.25};
}

std::string bytes_of(const Table& table) {
  ArchiveWriter writer;
  writer(table);
  return writer.bytes();
}

TEST(Archive, GivesBackWhatItWasGiven) {
  const std::string bytes = bytes_of(example());
  ArchiveReader reader(bytes);
  Table table;
  reader(table);
  EXPECT_TRUE(reader.ok());
  EXPECT_TRUE(reader.at_end());
  EXPECT_EQ(table, example());
}

TEST(Archive, TellsThatBytesAreMissing) {
  const std::string bytes = bytes_of(example());
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    ArchiveReader reader(std::string_view(bytes).substr(0, size));
    Table table;
    reader(table);
    EXPECT_FALSE(reader.ok()) << size;
  }
}

TEST(Archive, TakesNoMoreMemoryThanTheBytesSay) {
  ArchiveWriter writer;
  writer(std::size_t{1} << 60);
  ArchiveReader reader(writer.bytes());
  std::vector<std::string> names;
  reader(names);
  EXPECT_FALSE(reader.ok());
  EXPECT_TRUE(names.empty());
}

}  // namespace
}  // namespace panchina
