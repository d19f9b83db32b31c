// What holds for every text whatever: checked on generated mess and on all sample articles.
#include <gtest/gtest.h>

#include <ctime>
#include <filesystem>
#include <fstream>
#include <random>
#include <sstream>

#include "italian.h"
#include "text/text.h"
#include "text/utf8.h"

namespace panchina {
namespace {

// A place in the copy that is the edge of a run or a code point outside runs, and its place in raw.
struct Edge {
  std::uint32_t norm;
  std::uint32_t raw;
};

void expect_properties(const std::string& raw) {
  const Text text = Text::normalize(raw, italian());
  ASSERT_EQ(text.raw(), raw);
  // Runs are sorted and disjoint, cover all that differs, and nothing else.
  std::uint32_t norm = 0;
  std::uint32_t source = 0;
  for (const ChangedRun& run : text.runs()) {
    ASSERT_GE(run.norm.begin, norm);
    ASSERT_GE(run.norm.end, run.norm.begin);
    ASSERT_GT(run.raw.end, run.raw.begin);
    ASSERT_EQ(text.norm({norm, run.norm.begin}), text.raw(RawSpan{source, run.raw.begin}));
    ASSERT_NE(text.norm(run.norm), text.raw(run.raw));
    norm = run.norm.end;
    source = run.raw.end;
  }
  ASSERT_EQ(text.norm().substr(norm), text.raw().substr(source));
  // Normalizing twice changes nothing.
  const Text again = Text::normalize(std::string(text.norm()), italian());
  ASSERT_EQ(again.norm(), text.norm()) << raw;
  ASSERT_TRUE(again.runs().empty()) << raw;
}

// For spans whose edges lie between characters: monotone, inside the text, and of a whole line the
// raw slice gives the copy's slice again.
void expect_slices(const std::string& raw) {
  const Text text = Text::normalize(raw, italian());
  std::vector<std::uint32_t> edges;
  for (std::uint32_t at = 0; at < text.norm().size();) {
    edges.push_back(at);
    at += code_point_at(text.norm(), at).size;
  }
  edges.push_back(static_cast<std::uint32_t>(text.norm().size()));
  RawSpan before{0, 0};
  for (std::size_t i = 0; i + 1 < edges.size(); ++i) {
    const RawSpan span = text.to_raw({edges[i], edges[i + 1]});
    ASSERT_LT(span.begin, span.end);
    ASSERT_LE(span.end, raw.size());
    ASSERT_GE(span.begin, before.begin);
    ASSERT_GE(span.end, before.end);
    before = span;
  }
  for (std::size_t begin = 0; begin < text.norm().size();) {
    const std::size_t end = std::min(text.norm().find('\n', begin), text.norm().size());
    const NormSpan line{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
    const std::string slice(text.raw(text.to_raw(line)));
    ASSERT_EQ(Text::normalize(slice, italian()).norm(), text.norm(line)) << raw;
    begin = end + 1;
  }
}

const std::vector<std::string>& pieces() {
  static const std::vector<std::string> all = {
      "a",      "e",      "E",      "o",      "n",      "Z",      "9",       "0",
      " ",      " ",      "\n",     "\r\n",   "\r",     "\t",     ".",       ",",
      "'",      "'",      "’",      "‘",      "`",      "´",      "\"",      "“",
      "”",      "«",      "»",      "-",      "–",      "—",      "\u00A0",  "\u00AD",
      "\u200B", "\uFEFF", "\u2028", "\u0300", "\u0301", "\u0323", "\u0344",  "\u212B",
      "\u1FEF", "\u2000", "è",      "é",      "à",      "ù",      "È",       "Ã",
      "Â",      "â",      "¨",      "©",      "°",      "€",      "™",       "œ",
      "\u009D", "Ã¨",     "Â°",     "â€™",    "â‚¬",    "perchè", "perche'", "E'",
      "piu'",   "po'",    "'90",    "ne",     "nè",     "che",    "⚽",       "👨\u200D👩\u200D👧",
      "\uFFFD", "한",     "\u1112", "\u1161", "\u11A8", "я",      "č",       "Ascoli",
      "dell'",  "''",     "\v",     "…",      "\u0387", "\u0340"};
  return all;
}

TEST(TextProperties, HoldOnGeneratedMess) {
  std::mt19937 random(20240312);
  for (int round = 0; round < 20000; ++round) {
    std::string raw;
    const std::size_t length = random() % 24;
    for (std::size_t i = 0; i < length; ++i) raw += pieces()[random() % pieces().size()];
    ASSERT_NO_FATAL_FAILURE(expect_properties(raw));
    ASSERT_NO_FATAL_FAILURE(expect_slices(raw));
  }
}

TEST(TextProperties, HoldOnAllPairsAndMostTriplesOfMess) {
  for (const std::string& one : pieces()) {
    for (const std::string& two : pieces()) {
      ASSERT_NO_FATAL_FAILURE(expect_properties(one + two));
      ASSERT_NO_FATAL_FAILURE(expect_slices(one + two));
      for (const char* three : {"'", "e", " ", "\u0301", "\u200B", "€", "™", "\n", "°"}) {
        ASSERT_NO_FATAL_FAILURE(expect_properties(one + two + three));
        ASSERT_NO_FATAL_FAILURE(expect_properties(three + one + two));
      }
    }
  }
}

TEST(TextProperties, HoldOnSampleArticles) {
  const std::filesystem::path samples = PANCHINA_SOURCE_DIR "/samples/articles";
  if (!std::filesystem::exists(samples)) GTEST_SKIP();
  for (const auto& entry : std::filesystem::recursive_directory_iterator(samples)) {
    if (entry.path().extension() != ".txt") continue;
    std::ifstream in(entry.path(), std::ios::binary);
    std::stringstream content;
    content << in.rdbuf();
    SCOPED_TRACE(entry.path());
    ASSERT_NO_FATAL_FAILURE(expect_properties(content.str()));
    ASSERT_NO_FATAL_FAILURE(expect_slices(content.str()));
  }
}

// Seconds of this thread's work, and the text.
std::pair<double, Text> normalized_in(std::string raw) {
  const auto now = [] {
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
  };
  const double begin = now();
  Text text = Text::normalize(std::move(raw), italian());
  return {now() - begin, std::move(text)};
}

TEST(TextProperties, FiftyMegabytesWithoutALineEndTakeLinearTime) {
  std::string raw;
  const auto grow_to = [&raw](std::size_t size) {
    while (raw.size() < size) raw += "perche' l’Ascoli e\u0300 'fuori casa 2–1 ";
  };
  grow_to(5'000'000);
  const double small = normalized_in(raw).first;
  grow_to(50'000'000);
  const auto [large, text] = normalized_in(raw);
  const NormSpan last{static_cast<std::uint32_t>(text.norm().size() - 4),
                      static_cast<std::uint32_t>(text.norm().size() - 1)};
  EXPECT_EQ(text.norm(last), "2-1");
  EXPECT_EQ(text.raw(text.to_raw(last)), "2–1");
  EXPECT_LT(large, 25 * small);
}

TEST(ToRaw, EdgesOfRunsGoToTheirOwnSides) {
  //                          0123456789012345678
  const Text text = Text::normalize("x\u00ADl’E’ y\r\nz\u00AD", italian());
  ASSERT_EQ(text.norm(), "xl'È y\nz");
  const auto raw = [&](std::uint32_t begin, std::uint32_t end) {
    return text.raw(text.to_raw({begin, end}));
  };
  EXPECT_EQ(raw(0, 1), "x");         // the soft hyphen is outside
  EXPECT_EQ(raw(1, 2), "l");         // on both sides
  EXPECT_EQ(raw(0, 2), "x\u00ADl");  // and inside where it is
  EXPECT_EQ(raw(2, 3), "’");
  EXPECT_EQ(raw(3, 5), "E’");  // È
  EXPECT_EQ(raw(1, 5), "l’E’");
  EXPECT_EQ(raw(4, 5), "E’");  // an edge inside a run goes to the run's edge
  EXPECT_EQ(raw(3, 4), "E’");
  EXPECT_EQ(raw(6, 8), "y\r\n");
  EXPECT_EQ(raw(8, 9), "z");
  EXPECT_EQ(raw(9, 9), "");
  EXPECT_EQ(raw(1, 1), "");
}

TEST(OffsetCounter, CountsCodePointsAndUtf16Units) {
  std::string raw;
  std::vector<std::uint32_t> starts;
  for (int i = 0; i < 1000; ++i) {
    for (const char* piece : {"a", "è", "€", "⚽", "👧", "b"}) {
      starts.push_back(static_cast<std::uint32_t>(raw.size()));
      raw += piece;
    }
  }
  starts.push_back(static_cast<std::uint32_t>(raw.size()));
  const OffsetCounter counter(raw);
  for (std::uint32_t i = 0; i < starts.size(); ++i) {
    ASSERT_EQ(counter.code_points(starts[i]), i);
    ASSERT_EQ(counter.utf16_units(starts[i]), i + i / 6 + (i % 6 == 5 ? 1 : 0));
  }
  EXPECT_EQ(counter.total_code_points(), 6000u);
}

TEST(OffsetCounter, AsciiAndEmpty) {
  EXPECT_EQ(OffsetCounter("").total_code_points(), 0u);
  EXPECT_EQ(OffsetCounter("").code_points(0), 0u);
  const std::string text(2000, 'x');
  EXPECT_EQ(OffsetCounter(text).code_points(1999), 1999u);
  EXPECT_EQ(OffsetCounter(text).utf16_units(2000), 2000u);
}

}  // namespace
}  // namespace panchina
