#include "text/fold.h"

#include <gtest/gtest.h>

namespace panchina {
namespace {

struct Case {
  const char* written;
  const char* expected;
};

TEST(Fold, LowerCaseWithoutAccents) {
  const Case cases[] = {
      {"", ""},
      {"Carrera", "carrera"},
      {"PERCHÉ", "perche"},
      {"È", "e"},
      {"Ouzounidīs", "ouzounidis"},
      {"Aleničev", "alenicev"},
      {"Südtirol", "sudtirol"},
      {"Fußball", "fussball"},
      {"Brøndby", "brondby"},
      {"Nordsjælland", "nordsjaelland"},
      {"Śląsk Wrocław", "slask wroclaw"},
      {"Đuričić", "duricic"},
      {"e\u0300", "e"},  // decomposed
      {"Ὀλυμπιακός", "ολυμπιακοσ"},
      {"dell’Ascoli", "dell'ascoli"},
      {"l`Inter", "l'inter"},
      {"so\u00ADla", "sola"},  // soft hyphen
      {"a\u00A0b", "a b"},
      {"Saint–Étienne", "saint-etienne"},
      {"ﬁnale", "finale"},  // compatibility ligature
      {"⚽", "⚽"},
  };
  for (const Case& c : cases) EXPECT_EQ(folded(c.written), c.expected) << c.written;
}

TEST(Fold, AppendsToWhatIsThere) {
  std::string out = "x";
  append_folded("Già", out);
  EXPECT_EQ(out, "xgia");
}

TEST(Fold, FoldingTwiceChangesNothing) {
  for (char32_t c = 1; c < 0x3000; ++c) {
    if (c >= 0xD800 && c < 0xE000) continue;
    std::string letter;
    if (c < 0x80) {
      letter += static_cast<char>(c);
    } else if (c < 0x800) {
      letter += {static_cast<char>(0xC0 | c >> 6), static_cast<char>(0x80 | (c & 63))};
    } else {
      letter += {static_cast<char>(0xE0 | c >> 12), static_cast<char>(0x80 | (c >> 6 & 63)),
                 static_cast<char>(0x80 | (c & 63))};
    }
    const std::string once = folded(letter);
    EXPECT_EQ(folded(once), once) << std::hex << static_cast<unsigned>(c);
  }
}

TEST(Titled, LeavesTheFirstLettersLarge) {
  EXPECT_EQ(titled("ROSSI"), "Rossi");
  EXPECT_EQ(titled("NICOLÒ"), "Nicolò");
  EXPECT_EQ(titled("D'ANGELO"), "D'Angelo");
  EXPECT_EQ(titled("JEAN-PIERRE"), "Jean-Pierre");
  EXPECT_EQ(titled("ÈVE"), "Ève");
  EXPECT_EQ(titled("DI"), "Di");
}

TEST(Titled, LeavesOtherWordsAsTheyAre) {
  EXPECT_EQ(titled("McRossi"), "McRossi");
  EXPECT_EQ(titled("GB"), "GB");
  EXPECT_EQ(titled(""), "");
}

TEST(Slug, JoinsWordsWithOneHyphen) {
  const Case cases[] = {
      {"Virtus Francavilla", "virtus-francavilla"},
      {"  A.C.  Milan! ", "a-c-milan"},
      {"Bodø/Glimt", "bodo-glimt"},
      {"Nicolò D’Angelo", "nicolo-d-angelo"},
      {"Schalke 04", "schalke-04"},
      {"…", ""},
  };
  for (const Case& c : cases) EXPECT_EQ(slug(c.written), c.expected) << c.written;
}

}  // namespace
}  // namespace panchina
