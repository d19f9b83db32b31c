#include "output/json_text.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace panchina {
namespace {

std::string json_string(std::string_view value) {
  std::string out;
  append_json(value, out);
  return out;
}

TEST(JsonText, StringsComeBackFromAParserAsTheyWere) {
  const std::string values[] = {
      "",
      "Ascoli",
      "perché l'«Ascoli» è – sì",
      "a\"b\\c/d",
      "tab\there\nline\r\f\b",
      "\x01\x1f",
      "\xF0\x9F\x8F\x86 coppa",
      "\xE2\x80\xA8",
      "</script>",
      "'; DROP TABLE event; --",
      std::string(1 << 20, 'x'),
  };
  for (const std::string& value : values) {
    EXPECT_EQ(nlohmann::json::parse(json_string(value)).get<std::string>(), value);
    EXPECT_EQ(json_string(value), nlohmann::json(value).dump());
  }
}

TEST(JsonText, PiecesStandBehindWhatTheStringHeld) {
  std::string out = "[";
  std::string wanted = out;
  {
    JsonText json(out);
    for (int i = 0; i < 5000; ++i) {
      json.text("perché \"no\"");
      json.key("n");
      json.number(-i);
      wanted += nlohmann::json("perché \"no\"").dump() + ",\"n\":" + std::to_string(-i);
    }
    json.plain(']');
  }
  EXPECT_EQ(out, wanted + "]");
}

TEST(JsonText, EveryByteIsLookedAtWhereverItStandsInAWord) {
  for (int byte = 1; byte < 0x80; ++byte) {
    for (std::size_t at = 0; at < 20; ++at) {
      std::string value(20, 'x');
      value[at] = static_cast<char>(byte);
      ASSERT_EQ(json_string(value), nlohmann::json(value).dump()) << byte << " at " << at;
    }
  }
}

TEST(JsonText, NulAndBadBytesBecomeReplacementCharacters) {
  const std::string replaced = "\xEF\xBF\xBD";
  const struct {
    std::string bytes, text;
  } cases[] = {
      {std::string("a\0b", 3), "a" + replaced + "b"},
      {"\xFF", replaced},
      {"a\xC3", "a" + replaced},
      {"\xC0\xAF", replaced + replaced},
      {"\xED\xA0\x80", replaced + replaced + replaced},
      {"\xE0\x80\x80x", replaced + replaced + replaced + "x"},
  };
  for (const auto& one : cases) EXPECT_EQ(json_string(one.bytes), '"' + one.text + '"');
}

TEST(JsonText, FractionsHaveThreeDecimalsAtMost) {
  const struct {
    float value;
    const char* text;
  } cases[] = {{0.96f, "0.96"},     {1.0f, "1"},          {0.5f, "0.5"},     {0.0f, "0"},
               {0.00001f, "0.001"}, {0.123456f, "0.123"}, {0.101f, "0.101"}, {0.9999f, "1"}};
  for (const auto& one : cases) {
    std::string out;
    append_json_fraction(one.value, out);
    EXPECT_EQ(out, one.text);
  }
}

TEST(JsonText, DaysAreIso) {
  const struct {
    Day day;
    const char* text;
  } cases[] = {{0, "\"1970-01-01\""},
               {18667, "\"2021-02-09\""},
               {-1, "\"1969-12-31\""},
               {-719528, "\"0000-01-01\""},
               {kNoDay, "null"}};
  for (const auto& one : cases) {
    std::string out;
    append_json_day(one.day, out);
    EXPECT_EQ(out, one.text);
  }
}

}  // namespace
}  // namespace panchina
