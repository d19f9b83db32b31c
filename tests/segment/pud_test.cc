// Sentence boundaries of Italian-PUD (tests/segment/pud/NOTICE), counted after . ! ? … only.
#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <set>

#include "segment/stages.h"

namespace panchina {
namespace {

bool is_blank(char32_t c) { return c == ' ' || c == '\n' || c == '\t' || c == 0xA0; }

// The text by code points.
std::u32string decode(const std::string& text) {
  std::u32string out;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if ((byte & 0xC0) == 0x80) {
      out.back() = (out.back() << 6) | (byte & 0x3F);
    } else {
      out.push_back(byte < 0x80   ? byte
                    : byte < 0xE0 ? byte & 0x1F
                    : byte < 0xF0 ? byte & 0xF
                                  : byte & 7);
    }
  }
  return out;
}

// Ends of sentences inside the text that stand after a stop, closing quotes and brackets apart,
// counted in characters that are no blanks.
std::set<std::size_t> strong_ends(const std::u32string& text,
                                  const std::vector<std::uint32_t>& ends) {
  std::set<std::size_t> out;
  for (std::uint32_t end : ends) {
    while (end > 0 && is_blank(text[end - 1])) --end;
    std::uint32_t stop = end;
    while (stop > 0 &&
           std::u32string_view(U"\"”»’')]").find(text[stop - 1]) != std::u32string::npos)
      --stop;
    if (stop == 0 || std::u32string_view(U".!?…").find(text[stop - 1]) == std::u32string::npos)
      continue;
    std::size_t filled = 0, total = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
      if (is_blank(text[i])) continue;
      ++total;
      if (i < end) ++filled;
    }
    if (filled < total) out.insert(filled);
  }
  return out;
}

TEST(SentenceSplitter, FindsTheSentencesOfItalianPud) {
  std::ifstream in(PANCHINA_SOURCE_DIR "/tests/segment/pud/pud.jsonl");
  const Stages& stages = Stages::get();
  const Segmenter segmenter = stages.segmenter();
  std::size_t right = 0, wanted = 0, found = 0;
  for (std::string line; std::getline(in, line);) {
    const nlohmann::json record = nlohmann::json::parse(line);
    const std::string text = record["text"];
    Document document = stages.scanned(text);
    segmenter.split_sentences(document);
    const OffsetCounter offsets(document.text.raw());
    std::vector<std::uint32_t> gold, ours;
    for (const auto& sentence : record["sentences"]) gold.push_back(sentence[1]);
    for (const Sentence& sentence : document.sentences)
      ours.push_back(offsets.code_points(document.text.to_raw(sentence.span).end));
    const std::u32string points = decode(text);
    const std::set<std::size_t> a = strong_ends(points, gold), b = strong_ends(points, ours);
    wanted += a.size();
    found += b.size();
    for (const std::size_t end : b) right += a.count(end);
  }
  ASSERT_GT(wanted, 500u);
  const double f1 = 2.0 * static_cast<double>(right) / static_cast<double>(wanted + found);
  std::printf("PUD boundary F1: %.4f (%zu of %zu, %zu found)\n", f1, right, wanted, found);
  EXPECT_GE(f1, 0.995);
}

}  // namespace
}  // namespace panchina
