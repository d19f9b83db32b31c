// Reads rules/words: word lists, demonyms, verbs, nouns and adjectives.
#include "lexicon/lexicon_builder.h"
#include "lexicon/toml_file.h"

namespace panchina {
namespace {

bool is_number(const std::string& key) {
  if (key.empty() || key.size() > 9) return false;
  for (char c : key) {
    if (c < '0' || c > '9') return false;
  }
  return true;
}

PartOfSpeech part_of_speech(const std::string& name) {
  static constexpr std::pair<std::string_view, PartOfSpeech> kNames[] = {
      {"noun", PartOfSpeech::kNoun},
      {"adjective", PartOfSpeech::kAdjective},
      {"verb", PartOfSpeech::kVerb},
      {"adverb", PartOfSpeech::kAdverb},
      {"preposition", PartOfSpeech::kPreposition},
      {"article", PartOfSpeech::kArticle},
      {"pronoun", PartOfSpeech::kPronoun},
      {"conjunction", PartOfSpeech::kConjunction},
      {"number", PartOfSpeech::kNumber},
      {"month", PartOfSpeech::kMonth},
      {"weekday", PartOfSpeech::kWeekday},
  };
  for (const auto& [key, pos] : kNames) {
    if (key == name) return pos;
  }
  return PartOfSpeech::kOther;
}

// [list.NAME]: `words` without values, and `values`, a table from a number or name to words.
void load_lists(const TomlNode& file, LexiconBuilder& builder) {
  const TomlNode* lists = file.field("list");
  if (lists == nullptr) return;
  for (const auto& [name, node] : lists->fields) {
    WordList list;
    list.name = name;
    for (std::string& word : node.texts("words")) {
      WordListEntry entry;
      entry.form = std::move(word);
      list.entries.push_back(std::move(entry));
    }
    if (const TomlNode* values = node.field("values")) {
      for (const auto& [value, words] : values->fields) {
        for (std::string& word : words.texts()) {
          WordListEntry entry;
          entry.form = std::move(word);
          entry.value = value;
          if (is_number(value)) entry.number = std::stoi(value);
          list.entries.push_back(std::move(entry));
        }
      }
    }
    const TomlNode* pos = node.field("pos");
    builder.add_list(std::move(list),
                     pos == nullptr ? PartOfSpeech::kOther : part_of_speech(pos->text));
  }
}

}  // namespace

void load_words(const std::filesystem::path& words_dir, LexiconBuilder& builder) {
  if (const auto lists = read_toml(words_dir / "lists.toml", builder)) load_lists(*lists, builder);
}

}  // namespace panchina
