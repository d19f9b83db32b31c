// Places in TOML files.
#include "base/toml_file.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <thread>
#include <vector>

namespace panchina {
namespace {

TEST(TomlFile, PlacesInsideStringsCountLinesAndCodePoints) {
  const TomlFile file = TomlFile::parse(
      "a.toml", "a = '''\nperché no\nsì, forse'''\nb = \"x\\u00e8\\\"y z\"\nc = 'uno'\n");
  ASSERT_TRUE(file.diagnostics().empty());
  const auto place = [&](const char* key, const char* word) {
    const TomlEntry* entry = file.root().find(key);
    const std::size_t at = entry->value.string.find(word);
    const Place found =
        file.source()->place(file.string_offset(entry->value, static_cast<std::uint32_t>(at)));
    return std::to_string(found.line) + ":" + std::to_string(found.column);
  };
  EXPECT_EQ(place("a", "perché"), "2:1");
  EXPECT_EQ(place("a", "no"), "2:8");
  EXPECT_EQ(place("a", "forse"), "3:5");
  EXPECT_EQ(place("c", "uno"), "5:6");
}

TEST(TomlFile, LiteralStringsAreWhatStandsBetweenTheirQuotes) {
  const std::string text =
      "# it's '''no string\n"
      "a = ['''perché''', '''due''', 'tre', \"'''\"] # è '''\n"
      "b = '''\nuna \\n riga\n\n'''\n"
      "c = \"\"\"x ''' \\\" y\"\"\"\n"
      "d = ''''''\n"
      "e = 'it' # '\n"
      "[t] # '''\n"
      "f = {g = '''sì''', h = 1.5}\n";
  const TomlFile file = TomlFile::parse("a.toml", text);
  ASSERT_TRUE(file.diagnostics().empty()) << to_text(file.diagnostics().front());
  EXPECT_EQ(file.root().strings_of("a"), (std::vector<std::string>{"perché", "due", "tre", "'''"}));
  EXPECT_EQ(file.root().string_of("b"), "una \\n riga\n\n");
  EXPECT_EQ(file.root().string_of("c"), "x ''' \" y");
  EXPECT_EQ(file.root().string_of("d"), "");
  EXPECT_EQ(file.root().string_of("e"), "it");
  const TomlValue* table = file.root().value_of("t")->value_of("f");
  EXPECT_EQ(table->string_of("g"), "sì");
  // Where they stand, and what stands behind them.
  const std::vector<TomlValue>& items = file.root().value_of("a")->items;
  EXPECT_EQ(items[0].offset, text.find("'''perché"));
  EXPECT_EQ(items[0].length, std::string("'''perché'''").size());
  EXPECT_EQ(items[1].offset, text.find("'''due"));
  EXPECT_EQ(items[2].offset, text.find("'tre'"));
  EXPECT_EQ(items[3].offset, text.find("\"'''\""));
  EXPECT_EQ(file.root().value_of("b")->offset, text.find("'''\nuna"));
  EXPECT_EQ(file.root().find("c")->offset, text.find("c = "));
  EXPECT_EQ(table->find("h")->value.offset, text.find("1.5"));
}

TEST(TomlFile, QuotedKeysStayAndValuesOfOneLineAreWhatTheySay) {
  const std::string text =
      "\"a b\" = \"c d\" # with \"a\" comment, 'e'\n"
      "'f, g' = ['h', \"i # j\", \"k\\\"l\", 'm\\n', \"\",\n"
      "  'n'\n, \"è\"]\n"
      "o = { \"p\" = 'q', 'r'.\"s\" = \"t\" }\n"
      "[\"u\".'v']\n"
      "w = \"x\"\n"
      "[[\"y\"]]\n"
      "# z,\n"
      "\"z\" = 1\n"
      "[ \"last\" ]";
  const TomlFile file = TomlFile::parse("a.toml", text);
  ASSERT_TRUE(file.diagnostics().empty()) << to_text(file.diagnostics().front());
  const TomlValue& root = file.root();
  EXPECT_EQ(root.string_of("a b"), "c d");
  EXPECT_EQ(root.strings_of("f, g"),
            (std::vector<std::string>{"h", "i # j", "k\"l", "m\\n", "", "n", "è"}));
  EXPECT_EQ(root.value_of("o")->string_of("p"), "q");
  EXPECT_EQ(root.value_of("o")->value_of("r")->string_of("s"), "t");
  EXPECT_EQ(root.value_of("u")->value_of("v")->string_of("w"), "x");
  EXPECT_EQ(root.value_of("y")->items.at(0).value_of("z")->integer, 1);
  EXPECT_NE(root.value_of("last"), nullptr);
  EXPECT_EQ(root.find("f, g")->offset, text.find("'f, g'"));
  EXPECT_EQ(root.value_of("f, g")->items.at(6).offset, text.find("\"è\""));
  EXPECT_EQ(root.value_of("u")->value_of("v")->find("w")->value.offset, text.find("\"x\""));
}

TEST(TomlFile, WhatNoStringOfOneLineMayHoldIsAMistake) {
  for (const char* line :
       {"c = 'd\n'", "c = \"d\n\"", "c = \"\\d\"", "c = \"d\x01\"", "c = 'd\xFF'", "c = ['d' 'e']",
        "c = 'd' 'e'", "c 'd'", "c = 'd', 1", "# d\x01"}) {
    const TomlFile file =
        TomlFile::parse("a.toml", "a = 'b'\n" + std::string(line) + "\nf = \"g\"\n");
    ASSERT_EQ(file.diagnostics().size(), 1u) << line;
    EXPECT_GE(file.diagnostics()[0].place.line, 2u) << line;
  }
}

TEST(TomlFile, WhatNoLiteralStringMayHoldIsAMistake) {
  for (const char* inside :
       {"a\x01", "a\xFFz", "a\x7F", "\xC3", "\xE2\x80z", "\xED\xA0\x80", "\xC0\xAF"}) {
    const TomlFile file =
        TomlFile::parse("a.toml", "a = '''b'''\nc = '''" + std::string(inside) + "'''\n");
    ASSERT_EQ(file.diagnostics().size(), 1u) << inside;
    EXPECT_EQ(file.diagnostics()[0].place.line, 2u);
  }
  EXPECT_EQ(TomlFile::parse("a.toml", "a = '''è «…» ह 𝄞'''\n").root().string_of("a"), "è «…» ह 𝄞");
  EXPECT_EQ(TomlFile::parse("a.toml", "a = '''it''''\n").root().string_of("a"), "it'");
  EXPECT_EQ(TomlFile::parse("a.toml", "a = '''it\n").diagnostics().size(), 1u);
}

TEST(TomlFile, ABrokenTableLeavesTheOthers) {
  const TomlFile file = TomlFile::parse("a.toml",
                                        "[[rule]]\nid = \"one\"\n[[rule]]\nid = \n[[rule]]\nid = "
                                        "\"three\"\n[[rule.emit]]\ntype = \"x\"\n");
  ASSERT_EQ(file.diagnostics().size(), 1u);
  EXPECT_EQ(file.diagnostics()[0].place.line, 4u);
  const TomlEntry* rules = file.root().find("rule");
  ASSERT_NE(rules, nullptr);
  ASSERT_EQ(rules->value.items.size(), 2u);
  EXPECT_EQ(rules->value.items[1].find("id")->value.string, "three");
  EXPECT_NE(rules->value.items[1].find("emit"), nullptr);
  EXPECT_EQ(file.source()->place(rules->value.items[1].find("id")->offset).line, 6u);
}

TEST(TomlFile, AFingerprintIsOfWhatAValueSays) {
  const auto fingerprint = [](const std::string& text, std::string_view except = "") {
    return TomlFile::parse("a.toml", text).root().fingerprint(except);
  };
  const std::uint64_t one = fingerprint("a = 'x'\nb = [1, 2]\n");
  EXPECT_EQ(fingerprint("# above\n\na   = \"x\"\nb = [1,2]\n"), one);
  for (const char* other :
       {"a = 'y'\nb = [1, 2]\n", "a = 'x'\nb = [1, 3]\n", "a = 'x'\nb = ['1', '2']\n",
        "a = 'x'\nc = [1, 2]\n", "a = 'x'\nb = [1, 2]\nt = 'z'\n"}) {
    EXPECT_NE(fingerprint(other), one) << other;
  }
  EXPECT_EQ(fingerprint("a = 'x'\nb = [1, 2]\nt = 'z'\n", "t"), one);
  EXPECT_NE(fingerprint("a = true\n"), fingerprint("a = false\n"));
  EXPECT_NE(fingerprint("a = 0.5\n"), fingerprint("a = 0.25\n"));
}

TEST(TomlFile, ATableToldTwiceIsAMistake) {
  EXPECT_FALSE(TomlFile::parse("a.toml", "[a]\nx = 1\n[a]\ny = 2\n").diagnostics().empty());
}

TEST(TomlFolder, IsParsedByManyThreadsInItsOrder) {
  namespace fs = std::filesystem;
  const fs::path folder = fs::path(testing::TempDir()) / "toml_folder_test";
  fs::remove_all(folder);
  fs::create_directories(folder / "sub");
  for (int i = 0; i < 30; ++i) {
    const std::string name = (i % 3 == 0 ? "sub/f" : "f") + std::to_string(10 + i) + ".toml";
    std::ofstream(folder / name) << "n = " << i << '\n';
  }
  std::ofstream(folder / "other.txt") << "no = toml";
  const std::vector<TomlFile> alone = read_toml_folder(folder, folder);
  ASSERT_EQ(alone.size(), 30u);
  TomlFolder together(folder, folder);
  std::vector<std::thread> helpers;
  for (int t = 0; t < 4; ++t) helpers.emplace_back([&] { together.work(); });
  const std::vector<TomlFile> files = together.take();
  for (std::thread& helper : helpers) helper.join();
  ASSERT_EQ(files.size(), alone.size());
  for (std::size_t i = 0; i < files.size(); ++i) {
    EXPECT_EQ(files[i].root().find("n")->value.integer, alone[i].root().find("n")->value.integer);
  }
  EXPECT_TRUE(TomlFolder(folder / "none", folder).take().empty());
  fs::remove_all(folder);
}

}  // namespace
}  // namespace panchina
