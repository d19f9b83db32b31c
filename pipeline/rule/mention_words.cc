#include "rule/mention_words.h"

#include <charconv>

#include "text/fold.h"

namespace panchina {

namespace {

void complain(const TomlFile& file, const TomlValue& node, std::string code, std::string message,
              Diagnostics& diagnostics) {
  diagnostics.push_back(file.diagnose(node, std::move(code), std::move(message)));
}

void read_pattern(const TomlFile& file, const TomlEntry& entry, PatternDictionary& dictionary,
                  Diagnostics& diagnostics) {
  const TomlEntry* match = entry.value.find("match");
  const TomlEntry* shape = entry.value.find("shape");
  if (match == nullptr || !match->value.is_string()) {
    complain(file, entry.value, "missing-match", "a named pattern wants `match`, a string",
             diagnostics);
    return;
  }
  NamedPattern pattern;
  Result<TextTree, TextMistake> tree = parse_regex(match->value.string);
  if (!tree) {
    complain(file, match->value, tree.error().code, tree.error().message, diagnostics);
    return;
  }
  pattern.match = *std::move(tree);
  if (shape == nullptr || !shape->value.is_string() || shape->value.string.empty()) {
    complain(file, entry.value, "missing-shape",
             "a named pattern wants `shape`: how it may begin, `#` for digits", diagnostics);
    return;
  }
  const Result<CompiledPattern, TextMistake> compiled =
      compile_pattern(shape->value.string, PatternDictionary{});
  if (!compiled) {
    complain(file, shape->value, compiled.error().code, compiled.error().message, diagnostics);
    return;
  }
  pattern.shape = shape->value.string;
  dictionary.patterns[entry.key] = std::move(pattern);
}

void read_list(const TomlFile& file, const TomlEntry& entry, PatternDictionary& dictionary,
               Diagnostics& diagnostics) {
  NumberList list;
  list.name = entry.key;
  for (const TomlEntry& words : entry.value.entries) {
    std::int32_t number = 0;
    const char* end = words.key.data() + words.key.size();
    const auto [parsed, error] = std::from_chars(words.key.data(), end, number);
    if (error != std::errc() || parsed != end || !words.value.is_string()) {
      complain(file, words.value, "bad-list", "a list's entry is `number = '''word, word'''`",
               diagnostics);
      continue;
    }
    std::string_view rest = words.value.string;
    while (!rest.empty()) {
      const std::size_t comma = std::min(rest.find(','), rest.size());
      std::string_view word = rest.substr(0, comma);
      rest = comma < rest.size() ? rest.substr(comma + 1) : std::string_view();
      while (!word.empty() && (word.front() == ' ' || word.front() == '\n')) word.remove_prefix(1);
      while (!word.empty() && (word.back() == ' ' || word.back() == '\n')) word.remove_suffix(1);
      if (word.empty()) continue;
      const auto [place, fresh] = list.numbers.emplace(folded(word), number);
      if (!fresh && place->second != number) {
        complain(file, words.value, "word-twice",
                 "«" + std::string(word) + "» stands for two numbers in this list", diagnostics);
      }
    }
  }
  if (dictionary.list_index.count(entry.key) > 0 || dictionary.patterns.count(entry.key) > 0) {
    complain(file, entry.value, "name-twice", "the name «" + entry.key + "» stands twice",
             diagnostics);
    return;
  }
  dictionary.list_index[entry.key] = static_cast<Index>(dictionary.lists.size());
  dictionary.lists.push_back(std::move(list));
}

}  // namespace

void read_mention_words(const TomlFile& file, PatternDictionary& dictionary,
                        Diagnostics& diagnostics) {
  for (const TomlEntry& entry : file.root().entries) {
    const bool pattern = entry.key == "pattern";
    if ((!pattern && entry.key != "list") || !entry.value.is_table()) {
      complain(file, entry.value, "unknown-key", "only [pattern.NAME] and [list.NAME] stand here",
               diagnostics);
      continue;
    }
    for (const TomlEntry& inner : entry.value.entries) {
      if (pattern) {
        read_pattern(file, inner, dictionary, diagnostics);
      } else {
        read_list(file, inner, dictionary, diagnostics);
      }
    }
  }
}

}  // namespace panchina
