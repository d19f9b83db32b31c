// Loading into SQLite, with the real library and real files.
#include <gtest/gtest.h>
#include <sqlite3.h>

#include <cstring>
#include <filesystem>

#include "store/lines.h"
#include "store/loader.h"

namespace panchina {
namespace {

namespace fs = std::filesystem;
using test::document_line;
using test::error_line;
using test::match_line;
using test::run_line;
using test::tenure_line;

class SqliteTest : public testing::Test {
 protected:
  void SetUp() override {
    std::string name = (fs::temp_directory_path() / "panchina-store-XXXXXX").string();
    ASSERT_NE(mkdtemp(name.data()), nullptr);
    folder_ = name;
    path_ = (folder_ / "facts.db").string();
  }
  void TearDown() override { fs::remove_all(folder_); }

  // Loads the text and returns the report; refusals' codes go to refused_, an error's to error_.
  LoadReport load(const std::string& text, LoadMode mode = LoadMode::kKeep) {
    refused_.clear();
    error_.clear();
    auto loader = Loader::open("sqlite:" + path_, mode);
    if (!loader) {
      error_ = loader.error().code;
      return {};
    }
    std::string_view rest = text;
    const auto read = [&rest](char* buffer, std::size_t size) {
      // Small pieces, so that lines are cut at many places.
      const std::size_t n = std::min({rest.size(), size, std::size_t{777}});
      std::memcpy(buffer, rest.data(), n);
      rest.remove_prefix(n);
      return static_cast<long>(n);
    };
    auto done = load_stream(*loader, "events.jsonl", read,
                            [this](const Diagnostic& d) { refused_ += d.code + ";"; });
    if (done) done = loader->finish();
    if (!done) error_ = to_text(done.error());
    return loader->report();
  }

  // All rows of a query, cells joined by '|', rows by '\n'.
  std::string query(const std::string& sql) {
    sqlite3* db = nullptr;
    EXPECT_EQ(sqlite3_open_v2(path_.c_str(), &db, SQLITE_OPEN_READONLY, nullptr), SQLITE_OK);
    sqlite3_stmt* statement = nullptr;
    EXPECT_EQ(sqlite3_prepare_v2(db, sql.c_str(), -1, &statement, nullptr), SQLITE_OK)
        << sqlite3_errmsg(db);
    std::string all;
    while (statement != nullptr && sqlite3_step(statement) == SQLITE_ROW) {
      if (!all.empty()) all += "\n";
      for (int i = 0; i < sqlite3_column_count(statement); ++i) {
        const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement, i));
        if (i > 0) all += "|";
        all +=
            text == nullptr
                ? "null"
                : std::string(text, static_cast<std::size_t>(sqlite3_column_bytes(statement, i)));
      }
    }
    sqlite3_finalize(statement);
    sqlite3_close(db);
    return all;
  }
  std::string everything() {
    std::string all;
    for (const char* table : {"run", "document", "event", "evidence", "club"}) {
      all += std::string(table) + "\n" +
             query("SELECT * FROM " + std::string(table) + " ORDER BY 1,2,3") + "\n";
    }
    return all;
  }

  fs::path folder_;
  std::string path_, refused_, error_;
};

TEST_F(SqliteTest, LoadsAndGivesTypedViews) {
  const LoadReport report = load(run_line() + document_line("a.txt", 1) +
                                 match_line("a.txt", "m1", 2) + document_line("b.txt", 0));
  EXPECT_EQ(error_, "");
  EXPECT_EQ(report.documents(DocumentFate::kNew), 2u);
  EXPECT_EQ(report.events.inserted, 1u);
  EXPECT_EQ(query("SELECT doc, home, away, home_goals + 0, date_edtf, date_latest, order_known, "
                  "competition, text FROM match"),
            "a.txt|ascoli|treviso|2|2005-09|2005-09-30|1|null|Ascoli-Treviso 2-1");
  EXPECT_EQ(query("SELECT typeof(home_goals), typeof(away) FROM match"), "integer|text");
  EXPECT_EQ(query("SELECT doc, events, status FROM document ORDER BY doc"),
            "a.txt|1|ok\nb.txt|0|ok");
  for (const char* view :
       {"match", "tenure", "balance", "honour", "standing", "playing_spell", "birth",
        "date_mention", "club_mention", "career", "duplicates", "club"}) {
    query("SELECT * FROM " + std::string(view));
  }
}

TEST_F(SqliteTest, LoadingTwiceChangesNoRow) {
  const std::string text = run_line() + document_line("a", 2) + match_line("a", "m1", 2) +
                           tenure_line("a", "t1", "2021-02-09", "null");
  load(text);
  const std::string before = everything();
  const LoadReport again = load(text);
  EXPECT_EQ(everything(), before);
  EXPECT_EQ(again.documents(DocumentFate::kUnchanged), 1u);
  EXPECT_EQ(again.events_unchanged, 2u);
  EXPECT_FALSE(again.events.any());
  EXPECT_FALSE(again.evidence.any());
}

TEST_F(SqliteTest, ReplacesExactlyTheDocumentsThatItIsGiven) {
  load(run_line() + document_line("a", 2) + match_line("a", "m1", 2) + match_line("a", "m2", 3) +
       document_line("b", 1) + match_line("b", "m1", 4));
  const LoadReport report = load(run_line("other") + document_line("a", 2) +
                                 match_line("a", "m2", 5) + match_line("a", "m3", 3));
  EXPECT_EQ(report.events.inserted, 1u);
  EXPECT_EQ(report.events.updated, 1u);
  EXPECT_EQ(report.events.deleted, 1u);
  EXPECT_EQ(query("SELECT doc, id, home_goals FROM match ORDER BY 1, 2"), "a|m2|5\na|m3|3\nb|m1|4");
  EXPECT_EQ(query("SELECT doc, id FROM evidence ORDER BY 1, 2"), "a|m2\na|m3\nb|m1");
  load(run_line("other") + document_line("a", 0));
  EXPECT_EQ(query("SELECT doc, id FROM event"), "b|m1");
  load(run_line("other") + document_line("b", 0));
  EXPECT_EQ(query("SELECT rules FROM run"), "other");
}

TEST_F(SqliteTest, AnUnreadableArticleKeepsItsRows) {
  load(run_line() + document_line("a", 1) + match_line("a", "m1", 2));
  const std::string before = everything();
  const LoadReport report = load(run_line() + error_line("a") + error_line("c"));
  EXPECT_EQ(report.documents(DocumentFate::kKept), 1u);
  EXPECT_EQ(query("SELECT doc, status, error_code FROM document ORDER BY 1"),
            "a|ok|null\nc|error|unreadable");
  EXPECT_EQ(query("SELECT id FROM event"), "m1");
  load(run_line() + document_line("c", 1) + match_line("c", "m1", 2));
  EXPECT_EQ(query("SELECT doc, status, error_code FROM document ORDER BY 1"),
            "a|ok|null\nc|ok|null");
}

TEST_F(SqliteTest, ATruncatedFileKeepsTheRowsOfTheDocumentThatWasCut) {
  const std::string first = run_line() + document_line("a", 1) + match_line("a", "m1", 2);
  const std::string second =
      document_line("b", 2) + match_line("b", "m1", 2) + match_line("b", "m2", 2);
  load(first + second);
  const std::string before = everything();
  const std::string changed =
      document_line("b", 2) + match_line("b", "m1", 7) + match_line("b", "m2", 7);
  for (std::size_t cut = 0; cut + 2 < changed.size(); cut += 13) {
    load(first + changed.substr(0, cut));
    EXPECT_EQ(error_, "") << cut;
    EXPECT_EQ(refused_.empty(), cut == 0) << cut;
    EXPECT_EQ(everything(), before) << cut;
  }
  load(first + changed.substr(0, changed.size() - 1));  // whole, but for its line end
  EXPECT_EQ(query("SELECT DISTINCT home_goals FROM match WHERE doc = 'b'"), "7");
}

TEST_F(SqliteTest, AFileThatIsNoOutputOfARunChangesNothing) {
  load(run_line() + document_line("a", 1) + match_line("a", "m1", 2));
  const std::string before = everything();
  const std::string good = run_line() + document_line("a", 0) + document_line("b", 1);
  const std::string bad[] = {
      good + "rubbish\n" + match_line("b", "m1", 2),
      good + match_line("c", "m1", 2),
      document_line("a", 0),
      run_line() + match_line("a", "m1", 2),
      good + "{\"type\":\"match\",\n" + document_line("c", 0),
      "{\"type\":\"run\",\"schema\":2}\n" + document_line("a", 0),
  };
  for (const std::string& text : bad) {
    load(text);
    EXPECT_TRUE(error_.starts_with("events.jsonl:")) << error_ << text;
    EXPECT_EQ(everything(), before) << text;
  }
}

TEST_F(SqliteTest, ATrialChangesNothingAndSaysWhatWouldChange) {
  const std::string text = run_line() + document_line("a", 1) + match_line("a", "m1", 2);
  EXPECT_EQ(load(text, LoadMode::kTrial).events.inserted, 1u);
  EXPECT_FALSE(fs::exists(path_));
  load(text);
  const std::string before = everything();
  const LoadReport report =
      load(run_line() + document_line("a", 1) + match_line("a", "m1", 3), LoadMode::kTrial);
  EXPECT_EQ(report.events.updated, 1u);
  EXPECT_EQ(report.documents(DocumentFate::kChanged), 1u);
  EXPECT_EQ(everything(), before);
}

TEST_F(SqliteTest, HostileValuesAreData) {
  const std::string hostile[] = {R"('; DROP TABLE event; --)", R"(\"\\\u0000\u001b[31m)",
                                 R"(=cmd|' /C calc'!A0)", R"(\ud800 \t \\N \\.)",
                                 std::string(1 << 20, 'x')};
  std::string text = run_line() + document_line("a", std::size(hostile));
  int n = 0;
  for (const std::string& value : hostile) {
    text += match_line("a", "m" + std::to_string(n++), 2, value);
  }
  load(text);
  EXPECT_EQ(error_, "");
  EXPECT_EQ(refused_, "");
  EXPECT_EQ(query("SELECT text FROM evidence WHERE length(text) < 100 ORDER BY id"),
            "'; DROP TABLE event; --\n\"\\\xEF\xBF\xBD\x1b[31m\n=cmd|' /C calc'!A0\n"
            "\xEF\xBF\xBD \t \\N \\.");
  EXPECT_EQ(query("SELECT length(text) FROM evidence WHERE id = 'm4'"), "1048576");
  const std::string before = everything();
  load(text);
  EXPECT_EQ(everything(), before);
}

TEST_F(SqliteTest, ASecondLoaderIsToldSo) {
  load(run_line() + document_line("a", 0));
  auto first = Loader::open(path_, LoadMode::kKeep);
  ASSERT_TRUE(first);
  load(run_line() + document_line("b", 0));
  EXPECT_EQ(error_, "database-busy");
  ASSERT_TRUE(first->begin_run(run_line()));
  ASSERT_TRUE(first->add(document_line("c", 0)));
  ASSERT_TRUE(first->finish());
  EXPECT_EQ(query("SELECT doc FROM document ORDER BY 1"), "a\nc");
}

TEST_F(SqliteTest, WhatIsNotFinishedIsNotThere) {
  load(run_line() + document_line("a", 0));
  {
    auto loader = Loader::open(path_, LoadMode::kKeep);
    ASSERT_TRUE(loader->begin_run(run_line()));
    ASSERT_TRUE(loader->add(document_line("b", 0)));
  }
  EXPECT_EQ(query("SELECT doc FROM document"), "a");
}

TEST_F(SqliteTest, LeavesForeignDatabasesAlone) {
  sqlite3* db = nullptr;
  sqlite3_open(path_.c_str(), &db);
  sqlite3_exec(db, "CREATE TABLE event (x)", nullptr, nullptr, nullptr);
  sqlite3_close(db);
  load(run_line());
  EXPECT_EQ(error_, "database-foreign");
  EXPECT_EQ(query("SELECT name FROM sqlite_schema"), "event");
  FILE* file = std::fopen(path_.c_str(), "w");
  for (int i = 0; i < 100; ++i) std::fputs("this is a text, no database at all\n", file);
  std::fclose(file);
  load(run_line());
  EXPECT_EQ(error_, "database-foreign");
}

TEST_F(SqliteTest, ClubsComeFromTheLexicon) {
  load(run_line());
  Club bari;
  bari.id = "bari";
  bari.name = "Bari";
  Club italia;
  italia.id = "naz-italia";
  italia.name = "Italia";
  italia.nation = true;
  const std::vector<Club> both = {bari, italia}, one = {italia};
  for (const auto* clubs : {&both, &both, &one}) {
    auto loader = Loader::open(path_, LoadMode::kKeep);
    ASSERT_TRUE(loader->put_clubs(*clubs));
    ASSERT_TRUE(loader->finish());
  }
  EXPECT_EQ(query("SELECT club, name, city, nation FROM club"), "naz-italia|Italia|null|1");
}

TEST_F(SqliteTest, CareerJoinsArticlesAndShowsContradictions) {
  std::string text = run_line();
  const auto add = [&text](const std::string& doc, const std::string& start, const std::string& end,
                           const std::string& key = "massimo-carrera") {
    text += document_line(doc, 1) + tenure_line(doc, "t", start, end, key);
  };
  add("a", "2021-02-09", "null");
  add("b", "2021-02-09", "2021-06-30");
  add("c", "2021-02-10", "null");        // contradicts a and b
  add("d", "null", "null");              // says nothing against them, but might be the second spell
  add("e", "2023-07-01", "2024-06-30");  // a second spell
  add("f", "2023-07-01", "2024-06-30", "null");  // a surname alone joins nobody
  load(text);
  EXPECT_EQ(error_, "");
  EXPECT_EQ(
      query("SELECT person_key, place, club, start_edtf, end_edtf, articles, agree, contradict,"
            " contradictions FROM career ORDER BY place"),
      "massimo-carrera|1|bari|2021-02-09|2021-06-30|3|2|1|c: 2021-02-10/\n"
      "massimo-carrera|2|bari|2023-07-01|2024-06-30|1|1|0|null\n"
      "massimo-carrera|3|bari|null|null|1|1|0|null");
}

}  // namespace
}  // namespace panchina
