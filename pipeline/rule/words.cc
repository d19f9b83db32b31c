#include "rule/words.h"

#include <algorithm>
#include <numeric>

#include "lexicon/word_features.h"
#include "text/fold.h"

namespace panchina {

namespace {

bool is_nominal(const WordReading& reading) {
  switch (reading.pos) {
    case PartOfSpeech::kNoun:
    case PartOfSpeech::kAdjective:
    case PartOfSpeech::kDemonym:
      return true;
    case PartOfSpeech::kVerb:
      return (reading.features & kWordParticiple) != 0;
    default:
      return false;
  }
}

// The words of a text, folded, in order.
std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = text.find_first_not_of(" \t\r\n,", at);
    if (begin == text.npos) break;
    const std::size_t end = std::min(text.find_first_of(" \t\r\n,", begin), text.size());
    words.push_back(folded(text.substr(begin, end - begin)));
    at = end;
  }
  return words;
}

}  // namespace

LemmaForms::LemmaForms(const Vocabulary& vocabulary, const Lexicon& lexicon)
    : vocabulary_(vocabulary), lexicon_(lexicon) {
  // A counting sort by lemma; the few forms of one are then sorted by part of speech and word.
  const Index count = vocabulary.size();
  std::vector<Index> ends(count + 1, 0);
  const auto each = [&](const auto& use) {
    for (Index word = 1; word < count; ++word) {
      for (const WordReading& reading : lexicon.readings(word)) use(word, reading);
    }
  };
  each([&](Index, const WordReading& reading) { ++ends[reading.lemma + 1]; });
  std::partial_sum(ends.begin(), ends.end(), ends.begin());
  forms_.resize(ends.back());
  each([&](Index word, const WordReading& reading) {
    forms_[ends[reading.lemma]++] = {reading.lemma, reading.pos, word, is_nominal(reading)};
    has_verbs_ = has_verbs_ || reading.pos == PartOfSpeech::kVerb;
  });
  for (auto begin = forms_.begin(); begin != forms_.end();) {
    const auto end = forms_.begin() + ends[begin->lemma];
    if (!std::is_sorted(begin, end)) std::sort(begin, end);
    begin = end;
  }
}

std::vector<Index> LemmaForms::nominal_forms(Index word) const {
  std::vector<Index> out{word};
  bool has_own = false;  // the word is a lemma itself: `capo` is no form of another noun
  for (const WordReading& reading : lexicon_.readings(word)) {
    has_own = has_own || (is_nominal(reading) && reading.lemma == word);
  }
  for (const WordReading& reading : lexicon_.readings(word)) {
    if (!is_nominal(reading) || (has_own && reading.lemma != word)) continue;
    const Form from{reading.lemma, reading.pos, 0, false};
    for (auto it = std::lower_bound(forms_.begin(), forms_.end(), from);
         it != forms_.end() && it->lemma == reading.lemma && it->pos == reading.pos; ++it) {
      if (it->nominal) out.push_back(it->word);
    }
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

bool LemmaForms::is_nominal_form(Index word) const {
  const auto readings = lexicon_.readings(word);
  return empty() || std::any_of(readings.begin(), readings.end(), is_nominal);
}

std::vector<std::string> LemmaForms::nominals() const {
  std::vector<std::string> out;
  Index last = 0;
  for (const Form& form : forms_) {
    if (!form.nominal || form.lemma == last || form.pos == PartOfSpeech::kVerb) continue;
    last = form.lemma;
    out.emplace_back(vocabulary_.word(last));
  }
  return out;
}

bool LemmaForms::is_verb(Index lemma) const {
  return empty() || lexicon_.is_lemma(lemma, PartOfSpeech::kVerb);
}

std::vector<std::string> LemmaForms::verbs() const {
  std::vector<std::string> out;
  Index last = 0;
  for (const Form& form : forms_) {
    if (form.pos != PartOfSpeech::kVerb || form.lemma == last) continue;
    last = form.lemma;
    out.emplace_back(vocabulary_.word(last));
  }
  return out;
}

WordClasses WordClasses::read(const TomlFile& file, Reporter& reporter) {
  WordClasses out;
  const auto each_string = [&](const TomlEntry& table, const auto& use) {
    if (!table.value.is_table()) {
      reporter.at_key(file, table, "wrong-type", "«" + table.key + "» must be a table");
      return;
    }
    for (const TomlEntry& entry : table.value.entries) {
      if (entry.value.is_string()) {
        use(entry);
      } else {
        reporter.at(file, entry.value, "wrong-type", "a list of words is a '''…''' string");
      }
    }
  };
  for (const TomlEntry& table : file.root().entries) {
    if (table.key == "frames") {
      each_string(table, [&](const TomlEntry& entry) {
        out.frames[entry.key] = {&file, &entry.value};
      });
    } else if (table.key == "adjuncts") {
      each_string(table, [&](const TomlEntry& entry) {
        out.adjuncts[entry.key] = {&file, &entry.value};
      });
    } else if (table.key == "joiners") {
      each_string(table, [&](const TomlEntry& entry) {
        for (std::string& word : words_of(entry.value.string)) out.joiners.push_back(word);
      });
    } else if (table.key == "nouns") {
      each_string(table, [&](const TomlEntry& entry) {
        out.nouns[entry.key] = words_of(entry.value.string);
      });
    } else if (table.key == "verbs") {
      each_string(table, [&](const TomlEntry& entry) {
        std::vector<ClassLine>& lines = out.verbs[entry.key];
        const std::string& text = entry.value.string;
        for (std::size_t begin = 0; begin < text.size();) {
          const std::size_t end = std::min(text.find('\n', begin), text.size());
          const std::string_view line = std::string_view(text).substr(begin, end - begin);
          const std::size_t tilde = std::min(line.find('~'), line.size());
          const std::vector<std::string> head = words_of(line.substr(0, tilde));
          if (head.size() == 1) {
            lines.push_back({head[0],
                             {&file, &entry.value},
                             begin,
                             begin + std::min(tilde + 1, line.size()),
                             end});
          } else if (!head.empty() || tilde < line.size()) {
            reporter.at({&file, &entry.value}, begin, line.size(), "class-line",
                        "a line of a verb class is one infinitive, then perhaps `~` and words");
          }
          begin = end + 1;
        }
      });
    } else {
      reporter.at_key(file, table, "unknown-key", "classes.toml has no table «" + table.key + "»",
                      did_you_mean(table.key, {"frames", "adjuncts", "joiners", "verbs", "nouns"}));
    }
  }
  return out;
}

std::vector<std::string> WordClasses::verb_names() const {
  std::vector<std::string> names;
  for (const auto& [name, lines] : verbs) names.push_back(name);
  return names;
}

std::vector<std::string> WordClasses::noun_names() const {
  std::vector<std::string> names;
  for (const auto& [name, words] : nouns) names.push_back(name);
  return names;
}

std::vector<std::string> WordClasses::adjunct_names() const {
  std::vector<std::string> names;
  for (const auto& [name, string] : adjuncts) names.push_back(name);
  return names;
}

}  // namespace panchina
