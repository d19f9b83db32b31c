#include "read/csv.h"

#include <gtest/gtest.h>

namespace panchina {
namespace {

using Fields = std::vector<std::string>;

TEST(CsvFields, QuotesAreUndone) {
  EXPECT_EQ(csv_fields("a,b,c", ','), (Fields{"a", "b", "c"}));
  EXPECT_EQ(csv_fields("", ','), (Fields{""}));
  EXPECT_EQ(csv_fields("a,\"b \"\"c\"\"\",\r\n", ','), (Fields{"a", "b \"c\"", ""}));
  EXPECT_EQ(csv_fields("\"a\nb\",\"x;y\"", ','), (Fields{"a\nb", "x;y"}));
  EXPECT_EQ(csv_fields("5\" tall;b", ';'), (Fields{"5\" tall", "b"}));
  EXPECT_EQ(csv_fields("\"never closed", ','), (Fields{"never closed"}));
}

TEST(CsvColumns, SeparatorAndNames) {
  const CsvColumns columns = csv_columns("\xEF\xBB\xBFId; Title ;TEXT,x");
  EXPECT_EQ(columns.separator, ';');
  EXPECT_EQ(columns.names, (Fields{"id", "title", "text,x"}));
  EXPECT_EQ(columns.find({"doc", "title"}), 1u);
  EXPECT_FALSE(columns.find({"date"}).has_value());
  EXPECT_EQ(csv_columns("a\tb").separator, '\t');
}

TEST(CsvRecordEnd, LineEndsInQuotesDoNotCount) {
  EXPECT_EQ(csv_record_end("a,\"b\nc\"\nd", 0), 7u);
  EXPECT_EQ(csv_record_end("a,b", 0), std::string_view::npos);
}

}  // namespace
}  // namespace panchina
