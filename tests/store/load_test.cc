// Loading events into a database: the same tests for every store (test_database.h says which).
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstring>
#include <random>

#include "store/fact_reader.h"
#include "store/lines.h"
#include "store/loader.h"
#include "store/test_database.h"

namespace panchina {
namespace {

using test::document_line;
using test::error_line;
using test::match_line;
using test::run_line;
using test::tenure_line;

class LoadTest : public testing::Test {
 protected:
  void SetUp() override {
    database_ = test::make_database();
    if (!database_) {
      if (std::getenv("PANCHINA_CI") != nullptr) FAIL() << "no PostgreSQL server here";
      GTEST_SKIP() << "no PostgreSQL server is installed (Debian's package postgresql)";
    }
  }

  // Loads the text and returns the report; refusals' codes go to refused_, an error's to error_.
  LoadReport load(const std::string& text, LoadMode mode = LoadMode::kKeep) {
    refused_.clear();
    error_.clear();
    auto loader = Loader::open(database_->url(), mode);
    if (!loader) {
      error_ = loader.error().code;
      return {};
    }
    loader->on_change(on_change_);
    std::string_view rest = text;
    const auto read = [&rest, this](char* buffer, std::size_t size) {
      // Small pieces, so that lines are cut at many places.
      const std::size_t n = std::min({rest.size(), size, piece_});
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

  std::string query(const std::string& sql) { return database_->query(sql); }
  // Each table is a query, and a snapshot, of its own.
  std::string everything() {
    std::string all;
    for (const char* table : {"run", "document", "event", "evidence"}) {
      all += std::string(table) + "\n" +
             query("SELECT * FROM " + std::string(table) + " ORDER BY 1,2,3") + "\n";
    }
    return all + query("SELECT * FROM input ORDER BY 1");
  }
  // ... read until nothing moves: a server may still finish the one commit of a client that was
  // killed, between two tables.
  std::string everything_at_rest() {
    std::string all = everything();
    for (std::string next = everything(); next != all; next = everything()) all = std::move(next);
    return all;
  }

  std::unique_ptr<test::Database> database_;
  std::string refused_, error_;
  std::size_t piece_ = 777;
  std::function<void(const DocumentChange&)> on_change_;
};

TEST_F(LoadTest, LoadsAndGivesTypedViews) {
  const LoadReport report = load(run_line() + document_line("a.txt", 1) +
                                 match_line("a.txt", "m1", 2) + document_line("b.txt", 0));
  EXPECT_EQ(error_, "");
  EXPECT_EQ(report.documents(DocumentFate::kNew), 2u);
  EXPECT_EQ(report.events.inserted, 1u);
  EXPECT_EQ(query("SELECT doc, home, away, home_goals + 0, date_edtf, date_latest, CASE WHEN "
                  "order_known THEN 1 END, "
                  "competition, text FROM match"),
            "a.txt|ascoli|treviso|2|2005-09|2005-09-30|1|null|Ascoli-Treviso 2-1");
  EXPECT_EQ(query("SELECT doc, events, status FROM document ORDER BY doc"),
            "a.txt|1|ok\nb.txt|0|ok");
  for (const char* view :
       {"match", "tenure", "balance", "honour", "standing", "playing_spell", "birth",
        "date_mention", "club_mention", "career", "duplicates", "club"}) {
    query("SELECT * FROM " + std::string(view));
  }
}

TEST_F(LoadTest, LoadingTwiceChangesNoRow) {
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

TEST_F(LoadTest, ReplacesExactlyTheDocumentsThatItIsGiven) {
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

TEST_F(LoadTest, AnUnreadableArticleKeepsItsRows) {
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

TEST_F(LoadTest, ATruncatedFileKeepsTheRowsOfTheDocumentThatWasCut) {
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

TEST_F(LoadTest, AFileThatIsNoOutputOfARunChangesNothing) {
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

TEST_F(LoadTest, ATrialChangesNothingAndSaysWhatWouldChange) {
  const std::string text = run_line() + document_line("a", 1) + match_line("a", "m1", 2);
  EXPECT_EQ(load(text, LoadMode::kTrial).events.inserted, 1u);
  EXPECT_TRUE(database_->empty());
  load(text);
  const std::string before = everything();
  const LoadReport report =
      load(run_line() + document_line("a", 1) + match_line("a", "m1", 3), LoadMode::kTrial);
  EXPECT_EQ(report.events.updated, 1u);
  EXPECT_EQ(report.documents(DocumentFate::kChanged), 1u);
  EXPECT_EQ(everything(), before);
}

TEST_F(LoadTest, HostileValuesAreData) {
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

TEST_F(LoadTest, ASecondLoaderIsToldSo) {
  load(run_line() + document_line("a", 0));
  auto first = Loader::open(database_->url(), LoadMode::kKeep);
  ASSERT_TRUE(first);
  load(run_line() + document_line("b", 0));
  EXPECT_EQ(error_, "database-busy");
  ASSERT_TRUE(first->begin_run(run_line()));
  ASSERT_TRUE(first->add(document_line("c", 0)));
  ASSERT_TRUE(first->finish());
  EXPECT_EQ(query("SELECT doc FROM document ORDER BY 1"), "a\nc");
}

TEST_F(LoadTest, WhatIsNotFinishedIsNotThere) {
  load(run_line() + document_line("a", 0));
  {
    auto loader = Loader::open(database_->url(), LoadMode::kKeep);
    ASSERT_TRUE(loader->begin_run(run_line()));
    ASSERT_TRUE(loader->add(document_line("b", 0)));
  }
  EXPECT_EQ(query("SELECT doc FROM document"), "a");
}

TEST_F(LoadTest, ClubsComeFromTheLexicon) {
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
    auto loader = Loader::open(database_->url(), LoadMode::kKeep);
    ASSERT_TRUE(loader->put_clubs(*clubs));
    ASSERT_TRUE(loader->finish());
  }
  EXPECT_EQ(query("SELECT club, name, city, nation FROM club"), "naz-italia|Italia|null|1");
}

TEST_F(LoadTest, CareerJoinsArticlesAndShowsContradictions) {
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

TEST_F(LoadTest, WhatWasLoadedIsRead) {
  load(run_line() + document_line("b", 0) + error_line("c") + document_line("a", 2) +
       match_line("a", "m1", 2, R"(\"x\")") + tenure_line("a", "t1", "2021-02-09", "null"));
  auto reader = FactReader::open(database_->url());
  ASSERT_TRUE(reader);
  const auto rows = [&](FactReader::What what, std::size_t columns) {
    std::string all;
    const auto done = reader->read(what, [&](std::span<const FactReader::Text> row) {
      for (const FactReader::Text& text : row.first(columns)) {
        all += std::string(text.value_or("null")) + "|";
      }
      all += "\n";
    });
    EXPECT_TRUE(done);
    return all;
  };
  using What = FactReader::What;
  EXPECT_EQ(rows(What::kRuns, 2), "panchina 0.1.0|9b41|\n");
  EXPECT_EQ(rows(What::kDocuments, 3), "a|ok|2021-02-09|\nb|ok|2021-02-09|\nc|error|null|\n");
  EXPECT_EQ(rows(What::kEvents, 6), "a|m1|match|0|asserted|0.96|\na|t1|tenure|0|asserted|0.9|\n");
  EXPECT_EQ(rows(What::kEvidence, 8),
            "a|m1|10|28|\"x\"|2|match.score|null|\na|t1|0|7|Carrera|0|tenure.x|appointment|\n");
  EXPECT_EQ(rows(What::kCareers, 7),
            "massimo-carrera|Massimo Carrera|1|bari|head_coach|2021-02-09|2021-02-09|\n");
}

TEST_F(LoadTest, ADocumentThatStandsTwiceIsTheLastOne) {
  load(run_line() + document_line("a", 1) + match_line("a", "m1", 2) + document_line("a", 1) +
       match_line("a", "m2", 3));
  EXPECT_EQ(error_, "");
  EXPECT_EQ(query("SELECT id FROM event"), "m2");
}

TEST_F(LoadTest, KnowsWhatADocumentWasExtractedFrom) {
  const std::string lines = document_line("a", 1) + match_line("a", "m1", 2);
  const auto extract = [&](const std::string& text, const std::string& key) {
    auto loader = Loader::open(database_->url(), LoadMode::kKeep);
    ASSERT_TRUE(loader);
    ASSERT_TRUE(loader->begin_run(run_line()));
    ASSERT_TRUE(loader->add(text, key));
    ASSERT_TRUE(loader->finish());
  };
  const auto unchanged = [&](const std::string& key) {
    auto loader = Loader::open(database_->url(), LoadMode::kTrial);
    return *loader->unchanged("a", key);
  };
  EXPECT_FALSE(unchanged("k1"));
  extract(lines, "k1");
  EXPECT_TRUE(unchanged("k1"));
  EXPECT_FALSE(unchanged("k2"));
  load(run_line() + lines);  // the same again, from a file
  EXPECT_TRUE(unchanged("k1"));
  extract(lines, "k2");
  EXPECT_TRUE(unchanged("k2"));
  load(run_line() + document_line("a", 0));  // others: no longer what was extracted
  EXPECT_FALSE(unchanged("k2"));
}

TEST_F(LoadTest, ALoadOfManyDocumentsIsTheSameInOneOrTwoGoes) {
  // More than a batch, with documents of both kinds, known and new, in each.
  const auto document = [](int n, int goals) {
    const std::string doc = "d" + std::to_string(n);
    std::string text = document_line(doc, 3);
    for (int i = 0; i < 3; ++i) {
      text += match_line(doc, "m" + std::to_string(i), goals, std::string(3000, 'x'));
    }
    return text;
  };
  piece_ = 1 << 20;
  std::string odd = run_line(), all = run_line();
  for (int n = 0; n < 1500; ++n) {
    if (n % 2 == 1) odd += document(n, 1);
    all += document(n, n % 4 == 1 ? 1 : 2);
  }
  load(all);
  const std::string at_once = everything();
  database_ = test::make_database();
  load(odd);
  const LoadReport report = load(all);
  EXPECT_EQ(report.documents(DocumentFate::kNew), 750u);
  EXPECT_EQ(report.documents(DocumentFate::kChanged), 375u);
  EXPECT_EQ(report.documents(DocumentFate::kUnchanged), 375u);
  EXPECT_EQ(report.events.inserted, 750u * 3);
  EXPECT_EQ(report.events.updated, 375u * 3);
  EXPECT_EQ(report.events_unchanged, 375u * 3);
  EXPECT_EQ(everything(), at_once);
}

TEST_F(LoadTest, BringsTheTablesOfTheVersionBeforeToThisOne) {
  const std::string text = run_line() + document_line("a", 1) + match_line("a", "m1", 2);
  load(text);
  const std::string before = everything();
  database_->change("DROP TABLE input");
  database_->change("DROP VIEW career");
  database_->change("UPDATE schema_version SET version = 1, views = 'old'");
  EXPECT_EQ(load(text).documents(DocumentFate::kUnchanged), 1u);
  EXPECT_EQ(everything(), before);
  EXPECT_EQ(query("SELECT version FROM schema_version"), "2");
  EXPECT_EQ(query("SELECT COUNT(*) FROM career"), "0");
  database_->change("UPDATE schema_version SET version = 99");
  load(text);
  EXPECT_EQ(error_, "database-foreign");
}

TEST_F(LoadTest, KilledAtAnyMomentThereIsTheOldStateOrTheNew) {
  const auto text = [](int goals) {
    std::string all = run_line(std::to_string(goals));
    for (int n = 0; n < 300; ++n) {
      const std::string doc = "d" + std::to_string(n);
      all += document_line(doc, 2) + match_line(doc, "m1", goals) +
             match_line(doc, "n" + std::to_string(goals), 7);
    }
    return all;
  };
  piece_ = 1 << 20;
  load(text(0));
  std::mt19937 random(7);
  std::string state[2] = {everything(), ""};
  load(text(1));
  state[1] = everything();
  int killed = 0, old_states = 0;
  for (int round = 0; round < 50; ++round) {
    const int goals = round % 2;  // what is to be loaded; the database holds the other
    const pid_t child = fork();
    if (child == 0) {
      load(text(goals));
      _exit(error_.empty() ? 0 : 1);
    }
    usleep(std::uniform_int_distribution<unsigned>(0, 60000)(random));
    kill(child, SIGKILL);
    int status = 0;
    waitpid(child, &status, 0);
    killed += WIFSIGNALED(status) ? 1 : 0;
    const std::string after = everything_at_rest();
    ASSERT_TRUE(after == state[0] || after == state[1]) << round;
    old_states += after == state[1 - goals] ? 1 : 0;
    load(text(goals));
    ASSERT_EQ(error_, "");
    ASSERT_EQ(everything(), state[goals]) << round;
  }
  EXPECT_GT(killed, 0);
  EXPECT_GT(old_states, 0);
}

TEST_F(LoadTest, AProgramThatCannotWriteSaysSoAndChangesNothing) {
  load(run_line() + document_line("a", 1) + match_line("a", "m1", 2));
  const std::string before = everything();
  if (!database_->limits_own_files()) GTEST_SKIP() << "the server writes its files";
  std::string text = run_line();
  for (int n = 0; n < 2000; ++n) {
    const std::string doc = "d" + std::to_string(n);
    text += document_line(doc, 1) + match_line(doc, "m1", 2, std::string(2000, 'x'));
  }
  piece_ = 1 << 20;
  const pid_t child = fork();
  if (child == 0) {
    // As on a full disk: no file may grow beyond 1 MB.
    std::signal(SIGXFSZ, SIG_IGN);
    const rlimit limit = {1 << 20, 1 << 20};
    setrlimit(RLIMIT_FSIZE, &limit);
    load(text);
    _exit(error_.find("database") != std::string::npos ? 42 : 0);
  }
  int status = 0;
  waitpid(child, &status, 0);
  EXPECT_EQ(WEXITSTATUS(status), 42);
  EXPECT_EQ(everything(), before);
}

}  // namespace
}  // namespace panchina
