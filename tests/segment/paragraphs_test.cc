// Every line of paragraphs.txt: football text of the project's own, sentence ends marked by hand.
#include <gtest/gtest.h>

#include <fstream>

#include "segment/stages.h"

namespace panchina {
namespace {

void replace_all(std::string& text, std::string_view what, std::string_view by) {
  for (std::size_t at = text.find(what); at != std::string::npos;
       at = text.find(what, at + by.size()))
    text.replace(at, what.size(), by);
}

// `A. ¦ B.` -> the text without marks, and the sentences as it should be cut.
struct Paragraph {
  std::string text;
  std::vector<std::string> sentences;
};

Paragraph parse(std::string line) {
  replace_all(line, "⏎", "\n");
  Paragraph paragraph;
  std::size_t at = 0;
  while (true) {
    const std::size_t mark = line.find("¦", at);
    std::string part = line.substr(at, mark == std::string::npos ? mark : mark - at);
    paragraph.text += part;
    while (!part.empty() && (part.back() == ' ' || part.back() == '\n')) part.pop_back();
    const std::size_t begin = part.find_first_not_of(" \n");
    paragraph.sentences.push_back(part.substr(begin == std::string::npos ? 0 : begin));
    if (mark == std::string::npos) return paragraph;
    at = mark + std::string("¦").size();
  }
}

TEST(SentenceSplitter, CutsEveryParagraphOfOurOwn) {
  std::ifstream in(PANCHINA_SOURCE_DIR "/tests/segment/paragraphs.txt");
  const Stages& stages = Stages::get();
  const Segmenter segmenter = stages.segmenter();
  std::size_t right = 0, total = 0;
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line[0] == '#') continue;
    const Paragraph paragraph = parse(line);
    Document document = stages.scanned(paragraph.text);
    segmenter.split_sentences(document);
    std::vector<std::string> found;
    for (const Sentence& sentence : document.sentences)
      found.emplace_back(document.text.raw(document.text.to_raw(sentence.span)));
    EXPECT_EQ(found, paragraph.sentences);
    right += found == paragraph.sentences ? 1 : 0;
    ++total;
  }
  EXPECT_GE(total, 150u);
  std::printf("paragraphs right: %zu of %zu\n", right, total);
}

}  // namespace
}  // namespace panchina
