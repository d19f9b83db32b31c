#include "output/csv_writer.h"

#include <gtest/gtest.h>

#include "output/sample_event.h"

namespace panchina {
namespace {

using Row = std::vector<std::string>;

// RFC 4180, as a reader of the file sees it.
std::vector<Row> parsed(const std::string& text) {
  std::vector<Row> rows(1, Row(1));
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    std::string& field = rows.back().back();
    if (quoted) {
      if (text[i] != '"') {
        field += text[i];
      } else if (i + 1 < text.size() && text[i + 1] == '"') {
        field += text[++i];
      } else {
        quoted = false;
      }
    } else if (text[i] == '"') {
      quoted = true;
    } else if (text[i] == ',') {
      rows.back().emplace_back();
    } else if (text[i] == '\n') {
      rows.emplace_back(1);
    } else {
      field += text[i];
    }
  }
  rows.pop_back();
  return rows;
}

std::string value_of(const std::vector<Row>& rows, const std::string& column) {
  for (std::size_t i = 0; i < rows[0].size(); ++i) {
    if (rows[0][i] == column) return rows.at(1).at(i);
  }
  return "no such column";
}

std::vector<Row> written(const Document& document, CsvFormulas formulas) {
  static const std::vector<std::string> kRules = {"birth.born"};
  CsvWriter writer({}, formulas, kRules);
  std::string out;
  writer.write_header(out);
  writer.write_document(document, out);
  return parsed(out);
}

Document birth_of(const std::string& person) {
  Document document = document_of("Nato nel 1964.");
  Event event = event_of(document, EventType::kBirth, "Nato nel 1964");
  set_text(event, "person", person);
  set(event, "date", DateValue{"1964", -2192, -1827});
  document.events = {event};
  return document;
}

TEST(CsvWriter, WritesOneRowAnEventWithBoundsInColumns) {
  const auto rows = written(birth_of("Massimo Carrera"), CsvFormulas::kAsWritten);
  ASSERT_EQ(rows.size(), 2u);
  ASSERT_EQ(rows[0].size(), rows[1].size());
  const std::pair<const char*, const char*> expected[] = {{"doc", "bari/uno.txt"},
                                                          {"type", "birth"},
                                                          {"date", "1964"},
                                                          {"person", "Massimo Carrera"},
                                                          {"place", ""},
                                                          {"date_earliest", "1964-01-01"},
                                                          {"start_offset", "0"},
                                                          {"date_latest", "1964-12-31"},
                                                          {"end_offset", "13"},
                                                          {"text", "Nato nel 1964"},
                                                          {"club", ""},
                                                          {"rule", "birth.born"}};
  for (const auto& [column, value] : expected) EXPECT_EQ(value_of(rows, column), value) << column;
}

TEST(CsvWriter, HostileValuesComeBackAsTheyWere) {
  const std::string values[] = {"a,b",  "\"",       "a\nb\r\nc",      " x ",
                                "=1+1", "\x1b[31m", "'; DROP TABLE x"};
  for (const std::string& value : values) {
    EXPECT_EQ(value_of(written(birth_of(value), CsvFormulas::kAsWritten), "person"), value);
  }
}

TEST(CsvWriter, SafeFieldsAreNoFormulas) {
  for (const std::string value : {"=cmd|' /C calc'!A0", "+1", "-1", "@x", "\tx", "\rx"}) {
    EXPECT_EQ(value_of(written(birth_of(value), CsvFormulas::kSafe), "person"), "'" + value);
  }
  EXPECT_EQ(value_of(written(birth_of("Anna = Bea"), CsvFormulas::kSafe), "person"), "Anna = Bea");
}

}  // namespace
}  // namespace panchina
