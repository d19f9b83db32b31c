#include "read/decode.h"

#include <gtest/gtest.h>

namespace panchina {
namespace {

using std::string_literals::operator""s;

struct Case {
  std::string bytes;
  std::string text;
  std::uint32_t replaced;
};

// Each line checked against Python 3.11: bytes.decode('utf-8', errors='replace').
TEST(DecodeUtf8, ReplacesAsPythonDoes) {
  const Case cases[] = {
      {"", "", 0},
      {"citt\xC3\xA0", "città", 0},
      {"a\x80z", "a\uFFFDz", 1},
      {"a\xC3", "a\uFFFD", 1},
      {"a\xC3z", "a\uFFFDz", 1},
      {"\xE2\x82z", "\uFFFDz", 2},
      {"\xE2\x82", "\uFFFD", 2},
      {"\xF0\x9F\x98z", "\uFFFDz", 3},
      {"\xC0\xAF", "\uFFFD\uFFFD", 2},
      {"\xE0\x80\x80", "\uFFFD\uFFFD\uFFFD", 3},
      {"\xED\xA0\x80", "\uFFFD\uFFFD\uFFFD", 3},
      {"\xF4\x90\x80\x80", "\uFFFD\uFFFD\uFFFD\uFFFD", 4},
      {"\xF5\x80", "\uFFFD\uFFFD", 2},
      {"\xFF\xFEx", "\uFFFD\uFFFDx", 2},
      {"\xEF\xBF\xBF", "\uFFFF", 0},
      {"\xF0\x9F\x98\x80", "😀", 0},
      {"abcdefgh\xE9ijklmnopq", "abcdefgh\uFFFDijklmnopq", 1},
  };
  for (const Case& c : cases) {
    const Decoded decoded = decode_utf8(c.bytes);
    EXPECT_EQ(decoded.text, c.text) << testing::PrintToString(c.bytes);
    EXPECT_EQ(decoded.replaced, c.replaced) << testing::PrintToString(c.bytes);
  }
}

TEST(DecodeUtf8, NulIsReplaced) {
  const Decoded decoded = decode_utf8("a\0b"s);
  EXPECT_EQ(decoded.text, "a\uFFFDb");
  EXPECT_EQ(decoded.replaced, 1u);
}

struct Choice {
  std::string bytes;
  std::string declared;
  std::string encoding;
  std::string text;
};

TEST(Decode, ChoosesTheEncoding) {
  const Choice cases[] = {
      {"solo ASCII", "", "utf-8", "solo ASCII"},
      {"\xEF\xBB\xBFgi\xC3\xA0", "", "utf-8", "\uFEFFgià"},
      {"gi\xC3\xA0", "iso-8859-1", "utf-8", "già"},  // valid UTF-8 beats what is declared
      {"gi\xE0 perch\xE9", "", "windows-1252", "già perché"},
      {"gi\xE0", "utf-8", "windows-1252", "già"},  // declared, but it is not
      {"l\x92"
       "Ascoli 5 \x80",
       "ISO-8859-1", "windows-1252", "l’Ascoli 5 €"},
      {"5 \xA4", "iso-8859-15", "iso-8859-15", "5 €"},
      {"5 \xA4", " 'ISO-8859-15' ", "iso-8859-15", "5 €"},
      {"\x81", "", "windows-1252", "\uFFFD"},
      {"gi\xC3\xA0 pi\xC3\xB9 cos\xC3\xAC \xE0", "", "utf-8", "già più così \uFFFD"},
      {"\xE0 \xE0 gi\xC3\xA0", "", "utf-8", "\uFFFD \uFFFD già"},
      {"CITT\xC0\xBB gi\xE0", "", "windows-1252", "CITTÀ» già"},
      {"PERCH\xC9\x94 gi\xE0 pi\xF9", "", "windows-1252", "PERCHÉ” già più"},
      {"\xFF\xFEg\0i\0\xE0\0"s, "", "utf-16le", "già"},
      {"\xFE\xFF\0g\0i\0\xE0"s, "", "utf-16be", "già"},
      {"\xFF\xFE\x3D\xD8\x00\xDE"s, "", "utf-16le", "😀"},
      {"\x8E", "macintosh", "macintosh", "é"},
      {"gi\xE0", "no-such-charset", "windows-1252", "già"},
  };
  for (const Choice& c : cases) {
    const Decoded decoded = decode(c.bytes, c.declared);
    EXPECT_EQ(decoded.encoding, c.encoding) << testing::PrintToString(c.bytes);
    EXPECT_EQ(decoded.text, c.text) << testing::PrintToString(c.bytes);
  }
}

TEST(Decode, LongUtf16IsDecodedAcrossItsPieces) {
  std::string bytes = "\xFF\xFEx\0"s;
  std::string text = "x";
  for (int i = 0; i < 5000; ++i) {
    bytes += "\x3D\xD8\x00\xDE"s;
    text += "😀";
  }
  EXPECT_EQ(decode(bytes).text, text);
}

TEST(LooksBinary, NulInTheFirstEightKilobytes) {
  EXPECT_FALSE(looks_binary("testo"));
  EXPECT_TRUE(looks_binary("PK\3\4\0\0"s));
  EXPECT_FALSE(looks_binary(std::string(8192, 'x') + "\0"s));
  EXPECT_FALSE(looks_binary("\xFF\xFEg\0"s));
  EXPECT_TRUE(looks_binary("\xEF\xBB\xBF\0"s));
}

}  // namespace
}  // namespace panchina
