#include "text/normalization_tables.h"

#include <utf8proc.h>

#include <algorithm>
#include <utility>

#include "base/file.h"
#include "text/fold.h"
#include "text/utf8.h"

#define TOML_EXCEPTIONS 0
#include <toml++/toml.h>

namespace panchina {

namespace {

// A word of the file taken apart: its bare form and its last letter.
struct Respelling {
  std::string bare;
  AccentedLetter letter;
};

AccentedLetter both_cases(std::string_view letter) {
  const auto lower = static_cast<utf8proc_int32_t>(code_point_at(letter, 0).value);
  AccentedLetter out{std::string(letter), {}};
  append_code_point(static_cast<char32_t>(utf8proc_toupper(lower)), out.upper);
  return out;
}

class Loader {
 public:
  Loader(const std::string& path, std::string_view source) : path_(path) {
    for (std::size_t begin = 0; begin <= source.size();) {
      const std::size_t end = std::min(source.find('\n', begin), source.size());
      lines_.emplace_back(source.substr(begin, end - begin));
      begin = end + 1;
    }
  }

  Result<NormalizationTables, Diagnostics> load(const toml::table& root) {
    for (const auto& [key, node] : root) {
      const std::string name(key.str());
      if (name == "accents") {
        read_accents(node);
      } else if (name == "words" || name == "endings" || name == "kept") {
        read_list(name, node);
      } else {
        report("unknown-key", "no such key: " + name, key.source(),
               nearest(name, {"accents", "words", "endings", "kept"}));
      }
    }
    std::stable_sort(
        tables_.endings.begin(), tables_.endings.end(),
        [](const auto& one, const auto& two) { return one.first.size() > two.first.size(); });
    if (!problems_.empty()) return Unexpected(std::move(problems_));
    return std::move(tables_);
  }

  void report(std::string code, std::string message, const toml::source_region& where,
              std::string meant = {}) {
    Diagnostic problem;
    problem.code = std::move(code);
    problem.message = std::move(message);
    problem.place = {path_, where.begin.line, where.begin.column};
    if (where.begin.line > 0 && where.begin.line <= lines_.size()) {
      problem.source_line = lines_[where.begin.line - 1];
    }
    if (!meant.empty()) problem.hint = "did you mean «" + meant + "»?";
    problems_.push_back(std::move(problem));
  }

  Diagnostics take_problems() { return std::move(problems_); }

 private:
  void read_accents(const toml::node& node) {
    const toml::table* accents = node.as_table();
    if (accents == nullptr) {
      report("wrong-type", "accents must be a table of letters", node.source());
      return;
    }
    for (const auto& [key, value] : *accents) {
      const std::string_view letter = key.str();
      const auto accented = value.value<std::string>();
      if (letter.size() != 1 || letter[0] < 'a' || letter[0] > 'z' || !accented ||
          folded(*accented) != letter) {
        report("bad-accent", "an accent is a letter a-z and the same letter with its accent",
               value.source());
        continue;
      }
      tables_.accents[static_cast<unsigned char>(letter[0])] = both_cases(*accented);
    }
  }

  void read_list(const std::string& name, const toml::node& node) {
    const toml::array* list = node.as_array();
    if (list == nullptr) {
      report("wrong-type", name + " must be a list of words", node.source());
      return;
    }
    for (const toml::node& item : *list) {
      const auto word = item.value<std::string>();
      if (!word || word->empty()) {
        report("wrong-type", "an entry of " + name + " must be a word", item.source());
      } else if (name == "kept") {
        tables_.kept.insert(*word);
      } else {
        add_respelling(name, *word, item);
      }
    }
  }

  void add_respelling(const std::string& name, const std::string& word, const toml::node& item) {
    const CodePoint last = code_point_before(word, word.size());
    const std::string_view letter = std::string_view(word).substr(word.size() - last.size);
    if (last.value < 0x80) {
      report("no-accent", "«" + word + "» does not end in an accented letter", item.source());
      return;
    }
    Respelling entry{word.substr(0, word.size() - last.size) + folded(letter), both_cases(letter)};
    if (name == "endings") {
      tables_.endings.emplace_back(std::move(entry.bare), std::move(entry.letter));
    } else if (!tables_.words.emplace(entry.bare, entry.letter).second) {
      report("duplicate", "«" + word + "» stands twice", item.source());
    }
  }

  const std::string& path_;
  std::vector<std::string> lines_;
  NormalizationTables tables_;
  Diagnostics problems_;
};

}  // namespace

Result<NormalizationTables, Diagnostics> NormalizationTables::load(const std::string& path) {
  const Result<std::string, FileError> source = read_file(path);
  if (!source) {
    return Unexpected(
        Diagnostics{{source.error().code, source.error().message, {path, 0, 0}, {}, {}, 1}});
  }
  Loader loader(path, *source);
  const toml::parse_result parsed = toml::parse(*source, path);
  if (!parsed) {
    loader.report("syntax", std::string(parsed.error().description()), parsed.error().source());
    return Unexpected(loader.take_problems());
  }
  return loader.load(parsed.table());
}

}  // namespace panchina
