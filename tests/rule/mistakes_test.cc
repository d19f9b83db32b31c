// A rules folder with different mistakes: all of them are reported in one run, each at its place.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "lexicon/lexicon.h"
#include "rule/rule_set.h"

namespace panchina {
namespace {

namespace fs = std::filesystem;

// `⟦code⟧` stands right before the place where a mistake of that code is reported.
struct Marked {
  std::string text;
  std::vector<std::string> expected;  // `file:line:column: code`
};

Marked unmarked(const std::string& file, const std::string& marked) {
  Marked out;
  std::size_t line = 1, column = 1;
  const std::string open = "⟦", close = "⟧";
  for (std::size_t at = 0; at < marked.size();) {
    if (marked.compare(at, open.size(), open) == 0) {
      const std::size_t end = marked.find(close, at);
      out.expected.push_back(file + ":" + std::to_string(line) + ":" + std::to_string(column) +
                             ": " + marked.substr(at + open.size(), end - at - open.size()));
      at = end + close.size();
      continue;
    }
    if (marked[at] == '\n') {
      ++line;
      column = 1;
    } else if ((marked[at] & 0xC0) != 0x80) {
      ++column;
    }
    out.text += marked[at++];
  }
  return out;
}

const char kEnd[] =
    "emit.type = \"tenure\"\nemit.role = \"head_coach\"\ntests = '''\n+ Rossi.\n- Niente.\n'''\n\n";

std::string rule(const std::string& id, const std::string& body) {
  return "[[rule]]\nid = \"" + id + "\"\n" + body + kEnd;
}

std::vector<std::string> found_in(const fs::path& dir) {
  Vocabulary vocabulary;
  auto lexicon = Lexicon::load(std::string(PANCHINA_SOURCE_DIR) + "/rules", vocabulary);
  EXPECT_TRUE(lexicon.has_value());
  std::vector<std::string> out;
  auto rules = RuleSet::load(dir, vocabulary, *lexicon);
  if (rules) return out;
  for (const Diagnostic& one : rules.error()) {
    out.push_back(one.place.file + ":" + std::to_string(one.place.line) + ":" +
                  std::to_string(one.place.column) + ": " + one.code);
    EXPECT_FALSE(one.message.empty());
    EXPECT_FALSE(one.source_line.empty()) << out.back();
  }
  return out;
}

class Folder {
 public:
  Folder()
      : path_(fs::temp_directory_path() / ("panchina_mistakes_" + std::to_string(::getpid()))) {
    fs::create_directories(path_ / "events");
    fs::create_directories(path_ / "tables");
    fs::create_directories(path_ / "words");
    fs::copy_file(fs::path(PANCHINA_SOURCE_DIR) / "rules/words/classes.toml",
                  path_ / "words/classes.toml", fs::copy_options::overwrite_existing);
  }
  ~Folder() { fs::remove_all(path_); }
  std::vector<std::string> write(const std::string& file, const std::string& marked) const {
    const Marked plain = unmarked(file, marked);
    std::ofstream(path_ / file) << plain.text;
    return plain.expected;
  }
  const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

TEST(Mistakes, AllOfThemInOneRunEachAtItsPlace) {
  const Folder folder;
  std::vector<std::string> expected = folder.write(
      "events/a.toml",
      rule("r1", "⟦unknown-key⟧wenn = 'x'\nwhen = '''{person:person} <esonerare>'''\n") +
          rule("r2", "when = '''{⟦unknown-slot-type⟧persn:person} <esonerare>'''\n") +
          rule("r3", "when = '''{person:⟦slot-name⟧Person} <esonerare>'''\n") +
          rule("r4", "when = '''{person:person} <⟦unknown-verb⟧esonerrare>'''\n") +
          rule("r5", "when = '''{person:person} <⟦unknown-class⟧@dismis>'''\n") +
          rule("r6", "when = '''{person:person} <esonerare.⟦verb-feature⟧passiv>'''\n") +
          rule("r7", "when = '''{person:person} ⟦unclosed⟧(<esonerare>'''\n") +
          rule("r8", "when = '''{person:person} <esonerare>⟦bracket⟧)'''\n") +
          rule("r9", "when = '''⟦no-trigger⟧... (ieri)?'''\n") +
          rule("r10",
               "when = '''{person:person} {date:end kind=⟦slot-feature⟧dai} <esonerare>'''\n") +
          rule("r11", "when = '''{person:person} ⟦gap-length⟧...99 <esonerare>'''\n") +
          rule("r12", "when = '''{person:person} ⟦unknown-preposition⟧DAL <esonerare>'''\n") +
          rule("r13", "when = '''{person:person} <esonerare> ⟦repeated-slot⟧{person:person}'''\n") +
          rule("r14", "when = '''\nperché è {person:person}\n<⟦unknown-verb⟧esonerrare>'''\n") +
          rule("r15",
               "when = '''{person:person} <esonerare>'''\nemit.⟦unknown-arg⟧rolle = \"x\"\n") +
          rule("r16",
               "when = '''{person:person} <esonerare>'''\nemit.end_cause = "
               "⟦unknown-value⟧\"dismised\"\n") +
          rule("r17",
               "when = '''{person:person} <esonerare>'''\nemit.end = "
               "\"{⟦unknown-slot⟧fine}\"\n") +
          rule("r18",
               "when = '''{person:person} <esonerare>'''\nmissing.club = "
               "\"⟦unknown-missing⟧fokus\"\n") +
          rule("r19",
               "when = '''{person:person} <esonerare>'''\nwhere = '''person != "
               "⟦unknown-slot⟧pirson'''\n") +
          rule("r20",
               "when = '''{person:person} <esonerare>'''\nwhere = '''person !="
               "⟦where-syntax⟧'''\n") +
          rule("r20a",
               "when = '''{person:person} <esonerare>'''\nwith.replaces = "
               "\"@⟦unknown-adjunct⟧whose_plce\"\n") +
          rule("r20b",
               "when = '''{person:person} <esonerare>'''\nwith.club = "
               "\"⟦adjunct-slot⟧@whose_place\"\n") +
          rule("r21",
               "when = '''{person:person} <esonerare>'''\nwith.end = "
               "'''⟦adjunct-slot⟧{date:start}'''\n") +
          rule("r22", "when = '''{person:person} <esonerare>'''\nany.⟦⟧2 = 3\n") +
          "[[rule]]\nid = \"⟦duplicate-id⟧r1\"\nwhen = '''{person:person} <esonerare>'''\n" + kEnd +
          "[[rule]]\nid = \"r23\"\nwhen = '''{person:person} <esonerare>'''\n"
          "emit.type = ⟦unknown-event-type⟧\"tenur\"\ntests = '''\n+ a\n- b\n'''\n\n"
          "[[rule]]\nid = \"r24\"\nwhen = '''{person:person} <esonerare>'''\n"
          "emit.type = \"tenure\"\nemit.role = \"head_coach\"\n⟦missing-test⟧tests = '''\n+ a\n"
          "'''\n\n"
          "[[rule]]\nid = \"r25\"\nwhen = '''{person:person} <esonerare>'''\n"
          "emit.type = \"tenure\"\nemit.role = \"head_coach\"\ntests = '''\n+ a => "
          "⟦test-slot⟧persona=x\n- b\n⟦test-syntax⟧c\n'''\n\n"
          "[[rule]]\nid = \"r26\"\nwhen = '''{person:person} <esonerare>'''\n"
          "⟦dead-rule⟧emit.type = \"standing\"\ntests = '''\n+ a\n- b\n'''\n");
  // An empty code: the mistake of the value behind it.
  for (std::string& one : expected) {
    if (one.ends_with(": ")) one.clear();
  }
  std::erase(expected, "");
  const std::vector<std::string> syntax =
      folder.write("events/b.toml", rule("s1", "when = '⟦⟧l'esonero'\n") +
                                        rule("s2", "when = '''~⟦unknown-class⟧@dismisal'''\n"));
  const std::vector<std::string> tables = folder.write(
      "tables/a.toml",
      "[[table]]\nid = \"t\"\nblock = [\"table\", \"⟦unknown-block⟧tabel\"]\nseparator = "
      "\"line|⟦unknown-separator⟧lin\"\nfalling = ⟦wrong-type⟧1\nrow = '''{club:club} "
      "{number:points}'''\nemit.type = "
      "\"standing\"\nemit.position = \"⟦function⟧rnk()\"\ntests = '''\n+ a\n- b\n'''\n");
  const std::vector<std::string> found = found_in(folder.path());
  std::size_t seen = 0;
  for (const std::string& one : expected) {
    EXPECT_THAT(found, ::testing::Contains(one)) << one;
    ++seen;
  }
  EXPECT_GE(seen, 20u);
  for (const std::string& one : tables) {
    // Values are told at their quotes, what stands inside a string at its byte.
    EXPECT_THAT(found, ::testing::Contains(::testing::StartsWith(one.substr(0, one.rfind(':')))))
        << one;
  }
  // A file with a syntax error still tells the mistakes of its other rules.
  EXPECT_THAT(found, ::testing::Contains(::testing::HasSubstr("toml-syntax")));
  EXPECT_THAT(found, ::testing::Contains(::testing::AllOf(::testing::StartsWith("events/b.toml"),
                                                          ::testing::HasSubstr("unknown-class"))));
}

TEST(Mistakes, OfTheWeightsOfSigns) {
  const Folder folder;
  const std::vector<std::string> expected = folder.write(
      "words/date_signs.toml",
      "⟦unknown-key⟧before = 3\n[head]\n\"A verb\" = [12, -30]\n⟦weight⟧A = [12]\n⟦weight⟧DI = "
      "[1.5, 2]\n[verb_before]\ncoach = [1, 2]\n⟦unknown-class⟧coahc = [1, 2]\n");
  EXPECT_THAT(found_in(folder.path()), ::testing::ElementsAreArray(expected));
}

TEST(Mistakes, AnApostropheInAQuoteIsExplained) {
  const Folder folder;
  folder.write("events/a.toml", rule("s1", "when = 'l'esonero'\n"));
  Vocabulary vocabulary;
  auto lexicon = Lexicon::load(std::string(PANCHINA_SOURCE_DIR) + "/rules", vocabulary);
  auto rules = RuleSet::load(folder.path(), vocabulary, *lexicon);
  ASSERT_FALSE(rules.has_value());
  EXPECT_THAT(rules.error()[0].hint, ::testing::HasSubstr("'''"));
  EXPECT_EQ(rules.error()[0].place.line, 3u);
}

}  // namespace
}  // namespace panchina
