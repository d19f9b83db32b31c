#include "store/document_rows.h"

#include <gtest/gtest.h>

#include "store/lines.h"

namespace panchina {
namespace {

using test::document_line;
using test::match_line;
using test::run_line;

std::string code_of(const std::string& lines) {
  DocumentRows rows;
  const auto done = read_document(lines, "r", rows);
  return done ? "" : done.error().code;
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  return text.replace(at, from.size(), to);
}

TEST(DocumentRows, ReadsADocumentWithItsEvents) {
  DocumentRows rows;
  const std::string lines =
      document_line("a", 2) + match_line("a", "1", 2) + match_line("a", "2", 3, R"(\"x\" \u00e8)");
  ASSERT_TRUE(read_document(lines, "r", rows));
  EXPECT_EQ(rows.doc(), "a");
  EXPECT_TRUE(rows.ok());
  ASSERT_EQ(rows.events.size(), 2u);
  ASSERT_EQ(rows.evidence.size(), 2u);
  EXPECT_EQ(text_of(rows.events[1][kEventId]), "2");
  EXPECT_EQ(rows.events[1][kEventConfidence], Cell(0.96));
  EXPECT_EQ(text_of(rows.evidence[1][kEvidenceText]), "\"x\" è");
  EXPECT_EQ(text_of(rows.evidence[1][kEvidenceSlots]), R"({"home":[10,16]})");
  EXPECT_EQ(rows.evidence[1][kEvidenceN], Cell(std::int64_t{0}));
  EXPECT_TRUE(is_null(rows.evidence[1][kEvidenceCue]));
}

TEST(DocumentRows, RefusesWhatADatabaseCannotRelyOn) {
  const std::string two = document_line("a", 2) + match_line("a", "1", 2);
  const std::string whole = two + match_line("a", "2", 2);
  EXPECT_EQ(code_of(whole), "");
  EXPECT_EQ(code_of(two), "missing-events");
  EXPECT_EQ(code_of(whole + match_line("a", "3", 2)), "surplus-events");
  EXPECT_EQ(code_of(two + match_line("a", "1", 2)), "repeated-id");
  EXPECT_EQ(code_of(two + match_line("b", "2", 2)), "malformed");
  const std::pair<std::string, std::string> edits[] = {
      {"\"home_goals\":2", "\"home_goals\":\"2\""},
      {"\"home_goals\":2", "\"home_goals\":2.5"},
      {"\"home_goals\":2", "\"home_goals\":true"},
      {"\"order_known\":true", "\"order_known\":1"},
      {"\"date_latest\":\"2005-09-30\"", "\"date_latest\":\"2005-09-31\""},
      {"\"date_latest\":\"2005-09-30\"", "\"date_latest\":\"0000-09-30\""},
      {"\"home\":\"ascoli\"", "\"home\":[\"ascoli\"]"},
      {"\"type\":\"match\"", "\"type\":\"mach\""},
      {"\"start\":10,", ""},
      {"\"start\":10,", "\"start\":\"10\","},
      {"\"id\":\"2\"", "\"id\":null"},
      {"\"section\":0", "\"section\":null"},
      {"\"slots\":{", "\"slots\":[{"},
      {"Ascoli-", "Ascoli\xE8-"},
      {"\"evidence\":[",
       "\"evidence\":["
       "{},"},
  };
  for (const auto& [from, to] : edits) {
    EXPECT_EQ(code_of(two + replaced(match_line("a", "2", 2), from, to)), "malformed") << to;
  }
}

TEST(DocumentRows, TakesArgsInAnyOrderAndArgsThatItDoesNotKnow) {
  const std::string one = document_line("a", 1);
  EXPECT_EQ(
      code_of(one + replaced(match_line("a", "1", 2), "\"home\":\"ascoli\",\"away\":\"treviso\"",
                             "\"away\":\"treviso\",\"new\":[],\"home\":\"ascoli\"")),
      "malformed");  // an array is no plain value
  EXPECT_EQ(
      code_of(one + replaced(match_line("a", "1", 2), "\"home\":\"ascoli\",\"away\":\"treviso\"",
                             "\"away\":\"treviso\",\"new\":7,\"home\":\"ascoli\"")),
      "");
}

TEST(DocumentRows, TellsLinesApart) {
  EXPECT_EQ(line_kind(run_line()), LineKind::kRun);
  EXPECT_EQ(line_kind(document_line("a", 0)), LineKind::kDocument);
  EXPECT_EQ(line_kind(match_line("a", "1", 2)), LineKind::kEvent);
  EXPECT_EQ(line_kind(R"({"doc":"a","type":"document"})"), LineKind::kDocument);
  EXPECT_EQ(line_kind(R"({ "type" : "run" })"), LineKind::kRun);
  for (const char* bad : {"", "{}", "[]", "x", R"({"type":7})", R"({"typ)"}) {
    EXPECT_EQ(line_kind(bad), LineKind::kBad) << bad;
  }
}

TEST(DocumentRows, RunsAreToldApartByProgramRulesAndOptions) {
  const auto one = read_run(run_line("1"));
  const auto same = read_run(replaced(run_line("1"), "\"rules\":", "\"rules\" : "));
  const auto other = read_run(run_line("2"));
  ASSERT_TRUE(one && same && other);
  EXPECT_EQ(one->key, same->key);
  EXPECT_NE(one->key, other->key);
  EXPECT_EQ(read_run(replaced(run_line(), "\"schema\":1", "\"schema\":2")).error().code,
            "unknown-schema");
}

}  // namespace
}  // namespace panchina
