#include "output/event_writer.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <sstream>

#include "output/sample_event.h"

namespace panchina {
namespace {

using Json = nlohmann::ordered_json;

const std::vector<std::string> kRules = {"tenure.bench_entrusted", "date.day"};

// The document line and the event lines, read back by a parser.
std::vector<Json> written(const Document& document, WriteOptions options = {}) {
  EventWriter writer(options, kRules);
  std::string text;
  const std::size_t count = writer.write_document(document, text);
  std::vector<Json> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(Json::parse(line));
  EXPECT_EQ(lines.size(), count + 1);
  EXPECT_EQ(lines.at(0).at("events"), count);
  return lines;
}

// An emoji and a curly apostrophe stand before the passage: the three units differ.
Document sample() {
  Document document = document_of(
      "Perché \xF0\x9F\x8F\x86? L\xE2\x80\x99"
      "Ascoli è di Massimo Carrera, «mister».");
  Event event = event_of(document, EventType::kTenure, "Ascoli è di Massimo Carrera");
  event.confidence = 0.96f;
  set_text(event, "person", "Massimo Carrera");
  set_text(event, "person_key", "massimo-carrera");
  set_text(event, "club", "ascoli");
  set_text(event, "role", "head_coach");
  set(event, "interim", false);
  set(event, "start", DateValue{"2021-02", 18659, 18686});
  set(event, "end", DateValue{"2022/..", 18993, kNoDay});
  Evidence& evidence = event.evidence.front();
  evidence.sentence = 1;
  evidence.cue = Cue::kInPost;
  evidence.slots = {{arg_index(event.type, "club"), span_of(document, "Ascoli")},
                    {arg_index(event.type, "person"), span_of(document, "Massimo Carrera")}};
  evidence.inferred = {{arg_index(event.type, "start"), Source::kPublished},
                       {arg_index(event.type, "role"), Source::kRule}};
  document.events.push_back(event);
  document.published = {"2021-02-09", 18667, 18667};
  document.published_from = PublishedFrom::kDateline;
  document.info.sha256 = "ab12";
  document.info.encoding = "utf-8";
  document.info.title = "Un \"titolo\"";
  return document;
}

TEST(EventWriter, WritesTheRunLine) {
  std::string out;
  EventWriter({OffsetUnit::kUtf16, Mentions::kNone, Assertions::kAll}, kRules)
      .write_run({"panchina 0.1.0", "9b41", {{"published", "2021-02-09"}}}, out);
  EXPECT_EQ(
      out,
      R"({"type":"run","schema":1,"program":"panchina 0.1.0","rules":"9b41",)"
      R"("options":{"factuality":"all","mentions":"none","offset_unit":"utf16","published":"2021-02-09"}})"
      "\n");
}

TEST(EventWriter, WritesTheDocumentLine) {
  EXPECT_EQ(written(sample()).at(0).dump(),
            R"({"type":"document","doc":"bari/uno.txt","status":"ok","published":"2021-02-09",)"
            R"("published_from":"dateline","title":"Un \"titolo\"","sha256":"ab12",)"
            R"("encoding":"utf-8","replaced":0,"chars":50,"events":1,"error":null})");
}

TEST(EventWriter, WritesAFactWithEveryArg) {
  const Json line = written(sample()).at(1);
  EXPECT_EQ(line.at("type"), "tenure");
  EXPECT_EQ(line.at("confidence"), 0.96);
  EXPECT_EQ(line.at("args").dump(),
            R"({"person":"Massimo Carrera","person_key":"massimo-carrera","club":"ascoli",)"
            R"("role":"head_coach","start":"2021-02","start_earliest":"2021-02-01",)"
            R"("start_latest":"2021-02-28","end":"2022/..","end_earliest":"2022-01-01",)"
            R"("end_latest":null,"end_cause":null,"interim":false,"replaces":null,)"
            R"("replaced_by":null,"contract_end":null,"contract_end_earliest":null,)"
            R"("contract_end_latest":null,"contract_condition":null,"seen":null,)"
            R"("seen_earliest":null,"seen_latest":null})");
  EXPECT_EQ(line.at("evidence").at(0).dump(),
            R"({"start":12,"end":39,"text":"Ascoli è di Massimo Carrera","sentence":1,)"
            R"("rule":"tenure.bench_entrusted","cue":"in_post","slots":{"club":[12,18],)"
            R"("person":[24,39]},"inferred":{"start":"published","role":"rule"}})");
}

TEST(EventWriter, CountsOffsetsInTheUnitAskedFor) {
  const struct {
    OffsetUnit unit;
    int start, end;
  } cases[] = {
      {OffsetUnit::kCodePoint, 12, 39}, {OffsetUnit::kUtf16, 13, 40}, {OffsetUnit::kByte, 18, 46}};
  for (const auto& one : cases) {
    const Json line = written(sample(), {one.unit, Mentions::kAll, Assertions::kAsserted}).at(1);
    EXPECT_EQ(line.at("evidence").at(0).at("start"), one.start) << to_string(one.unit);
    EXPECT_EQ(line.at("evidence").at(0).at("end"), one.end) << to_string(one.unit);
  }
}

TEST(EventWriter, CallsTheBoundsOfADateMentionEarliestAndLatest) {
  Document document = document_of("Nel 2016.");
  Event event = event_of(document, EventType::kDate, "2016");
  set(event, "value", DateValue{"2016", 16801, 17166});
  set_text(event, "kind", "date");
  document.events = {event};
  EXPECT_EQ(written(document).at(1).at("args").dump(),
            R"({"value":"2016","earliest":"2016-01-01","latest":"2016-12-31","kind":"date"})");
}

TEST(EventWriter, KeepsEveryArgOfEveryTypeInEveryLine) {
  Document document = document_of("Niente di noto.");
  for (std::size_t i = 0; i < kEventTypes; ++i) {
    document.events.push_back(event_of(document, static_cast<EventType>(i), "noto"));
  }
  for (const Json& line : written(document)) {
    if (line.at("type") == "document") continue;
    EventType type{};
    const EventSpec* spec = find_event_spec(line.at("type").get<std::string>(), type);
    ASSERT_NE(spec, nullptr);
    std::size_t expected = 0;
    for (const ArgSpec& arg : spec->args) {
      expected += arg.kind == ArgKind::kDate ? 3u : 1u;
      EXPECT_TRUE(line.at("args").at(std::string(arg.name)).is_null()) << arg.name;
    }
    EXPECT_EQ(line.at("args").size(), expected) << spec->name;
  }
}

TEST(EventWriter, WritesAnUnreadableArticle) {
  ArticleInfo info;
  info.doc = "rotto\x1b[31m.txt";
  info.path_bytes = "ff2e747874";
  std::string out;
  EventWriter({}, kRules).write_failed(info, "binary", "NUL byte at 12", out);
  EXPECT_EQ(out,
            R"({"type":"document","doc":"rotto\u001b[31m.txt","status":"error","published":null,)"
            R"("published_from":null,"title":null,"sha256":null,"encoding":null,"replaced":0,)"
            R"("chars":0,"events":0,"error":{"code":"binary","message":"NUL byte at 12"},)"
            R"("path_bytes":"ff2e747874"})"
            "\n");
}

TEST(EventWriter, WritesHostileValuesAsData) {
  const std::string values[] = {"'; DROP TABLE event; --", "=cmd|' /C calc'!A0", "\x1b]0;x\x07",
                                "</script>", std::string(1 << 20, '"')};
  for (const std::string& value : values) {
    Document document = document_of("uno");
    Event event = event_of(document, EventType::kBirth, "uno");
    set_text(event, "person", value);
    document.events = {event};
    EXPECT_EQ(written(document).at(1).at("args").at("person"), value);
  }
}

}  // namespace
}  // namespace panchina
