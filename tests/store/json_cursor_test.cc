#include "store/json_cursor.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace panchina {
namespace {

struct RawCase {
  std::string in, canonical;  // canonical empty: a mistake
};

TEST(JsonCursor, CanonicalFormKeepsTheValueAndNothingElse) {
  const RawCase cases[] = {
      {R"({"a":1,"b":[true,null,"x"]})", R"({"a":1,"b":[true,null,"x"]})"},
      {R"( { "a" : 1 ,
        "b" : [ ] } )",
       R"({"a":1,"b":[]})"},
      {R"({"a":"citt\u00e0 \/ \"\\"})", R"({"a":"città / \"\\"})"},
      {R"({"a":"\u001b[0m"})", R"({"a":"\u001b[0m"})"},
      {R"("\u0000")", "\"\xEF\xBF\xBD\""},
      {R"("\ud83d\ude00 \ud83d!")", "\"\xF0\x9F\x98\x80 \xEF\xBF\xBD!\""},
      {R"("a  b")", R"("a  b")"},
      {"-1.5e+3", "-1.5e+3"},
      {R"({"a":1,})", ""},
      {R"([1,])", ""},
      {R"([1 2])", ""},
      {R"({"a" 1})", ""},
      {R"({"a":"x)", ""},
      {R"("\x")", ""},
      {R"("\u12")", ""},
      {"01", ""},
      {"1.", ""},
      {"tru", ""},
      {"\"a\nb\"", ""},
      {"", ""},
      {"{]", ""},
      {"[}", ""},
      {"1 1", ""},
      {std::string(1000, '['), ""},
  };
  for (const RawCase& c : cases) {
    TextArena arena;
    JsonCursor json(c.in, arena);
    const std::string raw(json.raw());
    if (c.canonical.empty()) {
      EXPECT_FALSE(json.finished()) << c.in;
      EXPECT_NE(json.error(), nullptr) << c.in;
    } else {
      EXPECT_TRUE(json.finished()) << c.in << ": " << json.error();
      EXPECT_EQ(raw, c.canonical) << c.in;
    }
  }
}

TEST(JsonCursor, AgreesWithTheLibraryOnWhatIsJson) {
  // Every prefix of a line, and the line with every byte replaced.
  const std::string line = R"({"a":[1,-2.5e3,"x\n\u00e8",true,false,null],"b":{"c":"\\"},"d":""})";
  const std::string marks = "\"\\{}[],:0 u-.";
  const auto check = [](const std::string& text) {
    TextArena arena;
    JsonCursor json(text, arena);
    json.skip();
    EXPECT_EQ(json.finished(), nlohmann::json::accept(text)) << text;
  };
  for (std::size_t i = 0; i < line.size(); ++i) {
    check(line.substr(0, i));
    for (const char mark : marks) {
      std::string other = line;
      other[i] = mark;
      check(other);
    }
  }
}

TEST(JsonCursor, ReadsKeysAndValuesInOrder) {
  TextArena arena;
  JsonCursor json(R"({"t\u0065xt":"a\tb","none":null,"n":[1,2.5],"o":{"x":[{}]},"last":true})",
                  arena);
  std::vector<std::string> keys;
  std::string_view key;
  for (bool first = json.open('{'); json.next_key(first, key);) {
    keys.emplace_back(key);
    if (key == "text") {
      EXPECT_EQ(json.text(), "a\tb");
    } else if (key == "none") {
      EXPECT_EQ(json.text_or_null(), std::nullopt);
    } else if (key == "n") {
      std::vector<Cell> cells;
      for (bool head = json.open('['); json.next_element(head);) cells.push_back(json.scalar());
      EXPECT_EQ(cells, (std::vector<Cell>{Cell(std::int64_t{1}), Cell(2.5)}));
    } else {
      json.skip();
    }
  }
  EXPECT_TRUE(json.finished());
  EXPECT_EQ(keys, (std::vector<std::string>{"text", "none", "n", "o", "last"}));
}

TEST(JsonCursor, KnowsUtf8) {
  for (const char* good : {"", "abcdefghijk", "città €", "\xF0\x9F\x98\x80", "12345678è"}) {
    EXPECT_TRUE(is_utf8(good)) << good;
  }
  for (const char* bad : {"\x80", "\xC0\x80", "\xED\xA0\x80", "\xF5\x80\x80\x80", "12345678\xE8",
                          "\xE0\x80\x80", "\xF0\x80\x80\x80", "a\xE2\x82"}) {
    EXPECT_FALSE(is_utf8(bad)) << bad;
  }
}

}  // namespace
}  // namespace panchina
