#include "read/json_record.h"

#include <gtest/gtest.h>

namespace panchina {
namespace {

TEST(QuickField, FindsAKeyOfTheOuterObject) {
  EXPECT_EQ(quick_field(R"({"text":"x \" \\","id":"a/1"})", "id"), "a/1");
  EXPECT_EQ(quick_field(R"({"x":{"id":"no"},"y":["id"],"id" : 17})", "id"), "17");
  EXPECT_EQ(quick_field(R"({"id":"\u00e8\n"})", "id"), "è\n");
  EXPECT_FALSE(quick_field(R"({"t":"\"id\":\"no\""})", "id").has_value());
  EXPECT_FALSE(quick_field(R"({"id":null})", "id").has_value());
  EXPECT_FALSE(quick_field(R"({"id":")", "id").has_value());
  EXPECT_FALSE(quick_field("no json", "id").has_value());
  EXPECT_FALSE(quick_field("", "id").has_value());
}

TEST(ParseJsonRecord, ReadsItsFields) {
  const auto record = parse_json_record(
      R"({"id":7,"url":"u","title":null,"date":"2024-03-12","text":"a\nb","more":[1]})");
  ASSERT_TRUE(record.has_value());
  EXPECT_EQ(record->id, "7");
  EXPECT_EQ(record->url, "u");
  EXPECT_EQ(record->title, "");
  EXPECT_EQ(record->date, "2024-03-12");
  EXPECT_EQ(record->text, "a\nb");
}

TEST(ParseJsonRecord, SaysWhatIsWrong) {
  EXPECT_EQ(parse_json_record("{").error(), "no valid JSON");
  EXPECT_EQ(parse_json_record("[]").error(), "no JSON object");
  EXPECT_EQ(parse_json_record(R"({"text":1})").error(), "\"text\" is no text");
  EXPECT_EQ(parse_json_record(R"({"title":[]})").error(), "\"title\" is no text");
  const std::string deep = "{\"a\":" + std::string(10000, '[') + std::string(10000, ']') + "}";
  EXPECT_EQ(parse_json_record(deep).error(), "nested more than 64 deep");
}

}  // namespace
}  // namespace panchina
