#include "scan/scanner.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace panchina {
namespace {

Vocabulary small_vocabulary() {
  Vocabulary vocabulary;
  for (const char* word : {"l'", "dall'", "dell'", "ascoli", "po", "allenatore", "citta"})
    vocabulary.add(word);
  return vocabulary;
}

// Tokens joined by '|'; `_` before a token that had a blank before it, `/` before the first of a
// line.
std::string shown(std::string_view text) {
  const Vocabulary vocabulary = small_vocabulary();
  std::vector<Token> tokens;
  Scanner::tokenize(text, vocabulary, tokens);
  std::string out;
  for (const Token& token : tokens) {
    if (!out.empty()) out += '|';
    if (token.line_before) {
      out += '/';
    } else if (token.space_before) {
      out += '_';
    }
    out += text.substr(token.span.begin, token.span.size());
  }
  return out;
}

TEST(Scanner, SplitsTextAsTheLayersSay) {
  const struct {
    const char* text;
    const char* tokens;
  } cases[] = {
      {"", ""},
      {"dell'Ascoli", "/dell'|Ascoli"},
      {"D'Ascanio", "/D'|Ascanio"},
      {"dall'86 all'89", "/dall'|86|_all|'|89"},  // `all'` is not in the small vocabulary
      {"settembre'98", "/settembre|'|98"},
      {"un po' di", "/un|_po|'|_di"},
      {"l' allenatore", "/l'|_allenatore"},
      {"'90 46' 90'+4", "/'|90|_46|'|_90|'|+|4"},
      {"2012-13", "/2012|-|13"},
      {"59enne", "/59|enne"},
      {"4\xC2\xAA e 5\xC2\xB0", "/4|\xC2\xAA|_e|_5|\xC2\xB0"},
      {"...", "/.|.|."},
      {"Citt\xC3\xA0\nnuova", "/Citt\xC3\xA0|/nuova"},
      {"Ounīdes", "/Ounīdes"},
      {"\xEF\xBB\xBF"
       "Bari",
       "/Bari"},
      {"Tre\xC2\xADviso", "/Tre\xC2\xADviso"},
      {"e\xCC\x84x", "/e\xCC\x84x"},  // a mark that composes with nothing stays with its letter
      {"a\tb  c", "/a|_b|_c"},
      {"\xE2\x82\xAC 5", "/\xE2\x82\xAC|_5"},
  };
  for (const auto& c : cases) EXPECT_EQ(shown(c.text), c.tokens) << c.text;
}

TEST(Scanner, TellsCaseNumberMarkAndWord) {
  const Vocabulary vocabulary = small_vocabulary();
  std::vector<Token> tokens;
  Scanner::tokenize("ASCOLI Ascoli ascoli F McKay AlbinoLeffe 99999999999 \xC2\xBB ; CITT\xC3\x80",
                    vocabulary, tokens);
  ASSERT_EQ(tokens.size(), 10u);
  const LetterCase expected[] = {LetterCase::kUpper, LetterCase::kTitle, LetterCase::kLower,
                                 LetterCase::kTitle, LetterCase::kMixed, LetterCase::kMixed};
  for (std::size_t i = 0; i < 6; ++i) EXPECT_EQ(tokens[i].letters, expected[i]) << i;
  EXPECT_EQ(tokens[0].word, vocabulary.find("ascoli"));
  EXPECT_EQ(tokens[0].word, tokens[2].word);
  EXPECT_EQ(tokens[3].word, 0u);
  EXPECT_EQ(tokens[6].number, 999'999'999u);
  EXPECT_EQ(tokens[7].mark, '\1');
  EXPECT_EQ(tokens[8].mark, ';');
  EXPECT_EQ(tokens[9].word, vocabulary.find("citta"));
  EXPECT_EQ(tokens[9].letters, LetterCase::kUpper);
}

TEST(Scanner, TokensAreDisjointAndInOrder) {
  const Vocabulary vocabulary = small_vocabulary();
  std::string text;
  for (unsigned c = 1; c < 256; ++c) text += static_cast<char>(c);  // invalid UTF-8 on purpose
  std::vector<Token> tokens;
  Scanner::tokenize(text, vocabulary, tokens);
  std::uint32_t end = 0;
  for (const Token& token : tokens) {
    EXPECT_GE(token.span.begin, end);
    EXPECT_GT(token.span.end, token.span.begin);
    end = token.span.end;
  }
  EXPECT_LE(end, text.size());
}

}  // namespace
}  // namespace panchina
