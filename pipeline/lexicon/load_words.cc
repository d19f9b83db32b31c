// Reads rules/words: word lists, demonyms, verbs, nouns and adjectives.
#include <unordered_set>

#include "lexicon/conjugation.h"
#include "lexicon/inflection.h"
#include "lexicon/lexicon_builder.h"
#include "lexicon/word_features.h"
#include "text/fold.h"

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
void load_lists(const TomlValue& file, LexiconBuilder& builder) {
  const TomlValue* lists = file.value_of("list");
  if (lists == nullptr) return;
  for (const auto& [name, offset, node] : lists->entries) {
    WordList list;
    list.name = name;
    for (std::string& word : node.strings_of("words")) {
      WordListEntry entry;
      entry.form = std::move(word);
      list.entries.push_back(std::move(entry));
    }
    if (const TomlValue* values = node.value_of("values")) {
      for (const TomlEntry& value : values->entries) {
        for (std::string& word : value.value.strings()) {
          WordListEntry entry;
          entry.form = std::move(word);
          entry.value = value.key;
          if (is_number(value.key)) entry.number = std::stoi(value.key);
          list.entries.push_back(std::move(entry));
        }
      }
    }
    const TomlValue* pos = node.value_of("pos");
    builder.add_list(std::move(list),
                     pos == nullptr ? PartOfSpeech::kOther : part_of_speech(pos->string));
  }
}

std::vector<std::string> words_of(const std::string& text) {
  std::vector<std::string> out;
  std::string word;
  for (char c : text + ' ') {
    if (c != ' ' && c != '\n' && c != '\t' && c != '\r') {
      word += c;
    } else if (!word.empty()) {
      out.push_back(std::move(word));
      word.clear();
    }
  }
  return out;
}

bool is_ascii(std::string_view text) {
  for (char c : text) {
    if (c & 0x80) return false;
  }
  return true;
}

class VerbLoader {
 public:
  VerbLoader(const TomlFile& conjugation, const TomlFile& verbs, LexiconBuilder& builder)
      : conjugation_(conjugation, builder), file_(verbs), builder_(builder) {}

  void load() {
    const TomlValue& verbs = file_.root();
    for (std::string& verb : words_of(verbs.string_of("essere"))) {
      essere_.insert(std::move(verb));
    }
    for (std::string& verb : words_of(verbs.string_of("pairs"))) pairs_.insert(std::move(verb));
    const TomlValue* irregular = verbs.value_of("verb");
    if (const TomlValue* regular = verbs.value_of("regular")) {
      for (const auto& [cls, offset, node] : regular->entries) {
        for (const std::string& infinitive : words_of(node.string)) {
          if (irregular != nullptr && irregular->value_of(infinitive) != nullptr) continue;
          IrregularVerb verb;
          verb.class_name = cls;
          add(infinitive, verb, node);
        }
      }
    }
    if (irregular == nullptr) return;
    for (const auto& [infinitive, offset, node] : irregular->entries) {
      add(infinitive, read(infinitive, node, *irregular), node);
    }
  }

 private:
  void add(const std::string& infinitive, IrregularVerb verb, const TomlValue& node) {
    if (!done_.insert(infinitive).second) return;
    verb.pairs = pairs_.count(infinitive) != 0;
    const Index lemma = builder_.vocabulary().add(infinitive);
    const std::uint32_t essere = essere_.count(infinitive) != 0 ? kWordTakesEssere : 0;
    std::string buffer;
    const bool known =
        conjugation_.conjugate(infinitive, verb, [&](std::string_view form, std::uint32_t bits) {
          const bool ascii = is_ascii(form);
          if (!ascii) {
            buffer.clear();
            append_folded(form, buffer);
            form = buffer;
            bits |= kWordAccent;
          }
          builder_.add_reading(form, {lemma, PartOfSpeech::kVerb, bits | essere});
        });
    if (!known) {
      bad_verb(node, infinitive, "does not end as its class says");
    }
  }

  void bad_verb(const TomlValue& node, const std::string& infinitive,
                const std::string& what) const {
    builder_.report(file_.diagnose(node, "bad-verb", "\"" + infinitive + "\" " + what));
  }

  Persons persons(const TomlValue& node, const char* name, const std::string& prefix) const {
    Persons out;
    const std::vector<std::string> texts = node.strings_of(name);
    for (std::size_t i = 0; i < texts.size() && i < 6; ++i) {
      std::string form = prefix;
      for (char c : texts[i] + "|") {
        if (c != '|') {
          form += c;
          continue;
        }
        out[i].push_back(form);
        form = prefix;
      }
    }
    return out;
  }

  IrregularVerb read(const std::string& infinitive, const TomlValue& node,
                     const TomlValue& all) const {
    IrregularVerb verb;
    const std::string like = node.string_of("like");
    if (!like.empty()) {
      const TomlValue* model = all.value_of(like);
      const bool fits = model != nullptr && infinitive.size() >= like.size() &&
                        infinitive.compare(infinitive.size() - like.size(), like.size(), like) == 0;
      if (model == nullptr || (!fits && node.value_of("stem") == nullptr)) {
        bad_verb(node, infinitive, "is not like \"" + like + "\"");
        return verb;
      }
      if (fits) apply(*model, infinitive.substr(0, infinitive.size() - like.size()), verb);
      if (!fits) verb.class_name = model->string_of("class");
    }
    apply(node, "", verb);
    return verb;
  }

  void apply(const TomlValue& node, const std::string& prefix, IrregularVerb& verb) const {
    const auto text = [&](const char* name, std::string& out) {
      const std::string value = node.string_of(name);
      if (!value.empty()) out = prefix + value;
    };
    const auto texts = [&](const char* name, std::vector<std::string>& out) {
      const std::vector<std::string> values = node.strings_of(name);
      if (!values.empty()) out.clear();
      for (const std::string& value : values) out.push_back(prefix + value);
    };
    const auto six = [&](const char* name, Persons& out) {
      if (node.value_of(name) != nullptr) out = persons(node, name, prefix);
    };
    if (!node.string_of("class").empty()) verb.class_name = node.string_of("class");
    text("stem", verb.stem);
    text("past", verb.past);
    text("subjunctive", verb.subjunctive);
    text("gerund", verb.gerund);
    texts("future", verb.future);
    texts("participle", verb.participle);
    six("present", verb.present);
    six("imperfect", verb.imperfect);
    six("past_forms", verb.past_forms);
    six("subjunctive_forms", verb.subjunctive_forms);
    six("past_subjunctive", verb.past_subjunctive);
  }

  Conjugation conjugation_;
  const TomlFile& file_;
  LexiconBuilder& builder_;
  std::unordered_set<std::string> essere_;
  std::unordered_set<std::string> pairs_;
  std::unordered_set<std::string> done_;
};

Inflection::Endings read_endings(const TomlValue& file, const char* name) {
  Inflection::Endings out;
  const TomlValue* node = file.value_of(name);
  if (node == nullptr) return out;
  for (const std::string& text : node->strings_of("endings")) {
    const std::size_t sign = text.find('=');
    if (sign == std::string::npos) continue;
    std::vector<std::string> others;
    std::string other;
    for (char c : text.substr(sign + 1) + "|") {
      if (c != '|') {
        other += c;
        continue;
      }
      others.push_back(std::move(other));
      other.clear();
    }
    out.emplace_back(text.substr(0, sign), std::move(others));
  }
  return out;
}

void load_nouns(const TomlValue& file, const Inflection& inflection, LexiconBuilder& builder) {
  const auto add = [&](const std::string& lemma, const std::vector<std::string>& forms,
                       PartOfSpeech pos) {
    const Index id = builder.vocabulary().add(folded(lemma));
    for (std::size_t i = 0; i < forms.size(); ++i) {
      const std::uint32_t accent = i == 0 && !is_ascii(lemma) ? kWordAccent : 0;
      builder.add_reading(forms[i], {id, pos, (i == 0 ? kWordSingular : 0) | accent});
    }
  };
  if (const TomlValue* nouns = file.value_of("noun")) {
    const TomlValue* irregular = nouns->value_of("irregular");
    for (const std::string& lemma : words_of(nouns->string_of("words"))) {
      if (irregular != nullptr && irregular->value_of(lemma) != nullptr) continue;
      add(lemma, inflection.noun(lemma), PartOfSpeech::kNoun);
    }
    if (irregular != nullptr) {
      for (const auto& [lemma, offset, forms] : irregular->entries) {
        add(lemma, forms.strings(), PartOfSpeech::kNoun);
        builder.add_irregular_noun(lemma, forms.strings());
      }
    }
  }
  if (const TomlValue* adjectives = file.value_of("adjective")) {
    for (const std::string& lemma : words_of(adjectives->string_of("words"))) {
      add(lemma, inflection.adjective(lemma), PartOfSpeech::kAdjective);
    }
  }
}

void load_demonyms(const TomlValue& file, const Inflection& inflection, LexiconBuilder& builder) {
  static constexpr std::pair<const char*, Demonym::Kind> kKinds[] = {
      {"city", Demonym::Kind::kCity},
      {"region", Demonym::Kind::kRegion},
      {"country", Demonym::Kind::kCountry}};
  for (const auto& [name, kind] : kKinds) {
    const TomlValue* places = file.value_of(name);
    if (places == nullptr) continue;
    for (const auto& [place, offset, words] : places->entries) {
      for (const std::string& word : words.strings()) {
        const Index lemma = builder.vocabulary().add(folded(word));
        for (const std::string& form : inflection.adjective(word)) {
          builder.add_reading(form, {lemma, PartOfSpeech::kDemonym, 0});
          builder.add_demonym(form, {kind == Demonym::Kind::kCity ? folded(place) : place, kind});
        }
      }
    }
  }
}

}  // namespace

void load_words(const std::filesystem::path& words_dir, LexiconBuilder& builder) {
  for (const char* name : {"lists.toml", "verb_groups.toml", "frames.toml"}) {
    if (const auto lists = builder.read_toml(words_dir / name)) load_lists(lists->root(), builder);
  }
  const auto conjugation = builder.read_toml(words_dir / "conjugation.toml");
  if (!conjugation) return;
  builder.set_inflection(Inflection(read_endings(conjugation->root(), "noun"),
                                    read_endings(conjugation->root(), "adjective")));
  if (const auto verbs = builder.read_toml(words_dir / "verbs.toml")) {
    VerbLoader(*conjugation, *verbs, builder).load();
  }
  const Inflection& inflection = builder.lexicon().inflection();
  if (const auto nouns = builder.read_toml(words_dir / "nouns.toml")) {
    load_nouns(nouns->root(), inflection, builder);
  }
  if (const auto demonyms = builder.read_toml(words_dir / "demonyms.toml")) {
    load_demonyms(demonyms->root(), inflection, builder);
  }
}

}  // namespace panchina
