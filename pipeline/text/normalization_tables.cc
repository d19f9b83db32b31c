#include "text/normalization_tables.h"

#include <utf8proc.h>

#include <algorithm>
#include <utility>

#include "base/toml_file.h"
#include "text/fold.h"
#include "text/utf8.h"

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
  explicit Loader(const TomlFile& file) : file_(file) {}

  Result<NormalizationTables, Diagnostics> load() {
    for (const TomlEntry& entry : file_.root().entries) {
      if (entry.key == "accents") {
        read_accents(entry.value);
      } else if (entry.key == "words" || entry.key == "endings" || entry.key == "kept") {
        read_list(entry.key, entry.value);
      } else {
        problems_.push_back(
            file_.diagnose_key(entry, "unknown-key", "no such key: " + entry.key,
                               did_you_mean(entry.key, {"accents", "words", "endings", "kept"})));
      }
    }
    std::stable_sort(
        tables_.endings.begin(), tables_.endings.end(),
        [](const auto& one, const auto& two) { return one.first.size() > two.first.size(); });
    if (!problems_.empty()) return Unexpected(std::move(problems_));
    return std::move(tables_);
  }

 private:
  void report(const TomlValue& value, std::string code, std::string message) {
    problems_.push_back(file_.diagnose(value, std::move(code), std::move(message)));
  }

  void read_accents(const TomlValue& accents) {
    if (!accents.is_table()) {
      report(accents, "wrong-type", "accents must be a table of letters");
      return;
    }
    for (const auto& [letter, offset, value] : accents.entries) {
      if (letter.size() != 1 || letter[0] < 'a' || letter[0] > 'z' ||
          folded(value.string) != letter) {
        report(value, "bad-accent",
               "an accent is a letter a-z and the same letter with its accent");
        continue;
      }
      tables_.accents[static_cast<unsigned char>(letter[0])] = both_cases(value.string);
    }
  }

  void read_list(const std::string& name, const TomlValue& list) {
    if (!list.is_array()) {
      report(list, "wrong-type", name + " must be a list of words");
      return;
    }
    for (const TomlValue& word : list.items) {
      if (word.string.empty()) {
        report(word, "wrong-type", "an entry of " + name + " must be a word");
      } else if (name == "kept") {
        tables_.kept.insert(word.string);
      } else {
        add_respelling(name, word);
      }
    }
  }

  void add_respelling(const std::string& name, const TomlValue& value) {
    const std::string& word = value.string;
    const CodePoint last = code_point_before(word, word.size());
    const std::string_view letter = std::string_view(word).substr(word.size() - last.size);
    if (last.value < 0x80) {
      report(value, "no-accent", "«" + word + "» does not end in an accented letter");
      return;
    }
    Respelling entry{word.substr(0, word.size() - last.size) + folded(letter), both_cases(letter)};
    if (name == "endings") {
      tables_.endings.emplace_back(std::move(entry.bare), std::move(entry.letter));
    } else if (!tables_.words.emplace(entry.bare, entry.letter).second) {
      report(value, "duplicate", "«" + word + "» stands twice");
    }
  }

  const TomlFile& file_;
  NormalizationTables tables_;
  Diagnostics problems_;
};

}  // namespace

Result<NormalizationTables, Diagnostics> NormalizationTables::load(const std::string& path) {
  const TomlFile file = TomlFile::read(path, path);
  if (!file.diagnostics().empty()) return Unexpected(file.diagnostics());
  return Loader(file).load();
}

}  // namespace panchina
