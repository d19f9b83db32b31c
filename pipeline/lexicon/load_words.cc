// Reads rules/words: word lists, demonyms, verbs, nouns and adjectives.
#include <unordered_set>

#include "lexicon/conjugation.h"
#include "lexicon/inflection.h"
#include "lexicon/lexicon_builder.h"
#include "lexicon/toml_file.h"
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

std::string text_of(const TomlNode& node, const char* name) {
  const TomlNode* field = node.field(name);
  return field == nullptr ? std::string() : field->text;
}

bool is_ascii(std::string_view text) {
  for (char c : text) {
    if (c & 0x80) return false;
  }
  return true;
}

class VerbLoader {
 public:
  VerbLoader(const TomlNode& conjugation, const std::string& conjugation_name,
             const TomlNode& verbs, std::string verbs_name, LexiconBuilder& builder)
      : conjugation_(conjugation, conjugation_name, builder),
        verbs_(verbs),
        name_(std::move(verbs_name)),
        builder_(builder) {}

  void load() {
    for (std::string& verb : words_of(text_of(verbs_, "essere"))) {
      essere_.insert(std::move(verb));
    }
    for (std::string& verb : words_of(text_of(verbs_, "pairs"))) pairs_.insert(std::move(verb));
    const TomlNode* irregular = verbs_.field("verb");
    if (const TomlNode* regular = verbs_.field("regular")) {
      for (const auto& [cls, node] : regular->fields) {
        for (const std::string& infinitive : words_of(node.text)) {
          if (irregular != nullptr && irregular->field(infinitive) != nullptr) continue;
          IrregularVerb verb;
          verb.class_name = cls;
          add(infinitive, verb, node.line);
        }
      }
    }
    if (irregular == nullptr) return;
    for (const auto& [infinitive, node] : irregular->fields) {
      add(infinitive, read(infinitive, node, *irregular), node.line);
    }
  }

 private:
  void add(const std::string& infinitive, IrregularVerb verb, std::uint32_t line) {
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
      builder_.report("bad-verb", "\"" + infinitive + "\" does not end as its class says", name_,
                      line);
    }
  }

  Persons persons(const TomlNode& node, const char* name, const std::string& prefix) const {
    Persons out;
    const std::vector<std::string> texts = node.texts(name);
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

  IrregularVerb read(const std::string& infinitive, const TomlNode& node,
                     const TomlNode& all) const {
    IrregularVerb verb;
    const std::string like = text_of(node, "like");
    if (!like.empty()) {
      const TomlNode* model = all.field(like);
      const bool fits = model != nullptr && infinitive.size() >= like.size() &&
                        infinitive.compare(infinitive.size() - like.size(), like.size(), like) == 0;
      if (!fits && node.field("stem") == nullptr) {
        builder_.report("bad-verb", "\"" + infinitive + "\" is not like \"" + like + "\"", name_,
                        node.line);
        return verb;
      }
      if (fits) apply(*model, infinitive.substr(0, infinitive.size() - like.size()), verb);
      if (!fits) verb.class_name = text_of(*model, "class");
    }
    apply(node, "", verb);
    return verb;
  }

  void apply(const TomlNode& node, const std::string& prefix, IrregularVerb& verb) const {
    const auto text = [&](const char* name, std::string& out) {
      const std::string value = text_of(node, name);
      if (!value.empty()) out = prefix + value;
    };
    const auto texts = [&](const char* name, std::vector<std::string>& out) {
      const std::vector<std::string> values = node.texts(name);
      if (!values.empty()) out.clear();
      for (const std::string& value : values) out.push_back(prefix + value);
    };
    const auto six = [&](const char* name, Persons& out) {
      if (node.field(name) != nullptr) out = persons(node, name, prefix);
    };
    if (!text_of(node, "class").empty()) verb.class_name = text_of(node, "class");
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
  const TomlNode& verbs_;
  std::string name_;
  LexiconBuilder& builder_;
  std::unordered_set<std::string> essere_;
  std::unordered_set<std::string> pairs_;
  std::unordered_set<std::string> done_;
};

Inflection::Endings read_endings(const TomlNode& file, const char* name) {
  Inflection::Endings out;
  const TomlNode* node = file.field(name);
  if (node == nullptr) return out;
  for (const std::string& text : node->texts("endings")) {
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

void load_nouns(const TomlNode& file, const Inflection& inflection, LexiconBuilder& builder) {
  const auto add = [&](const std::string& lemma, const std::vector<std::string>& forms,
                       PartOfSpeech pos) {
    const Index id = builder.vocabulary().add(folded(lemma));
    for (std::size_t i = 0; i < forms.size(); ++i) {
      const std::uint32_t accent = i == 0 && !is_ascii(lemma) ? kWordAccent : 0;
      builder.add_reading(forms[i], {id, pos, (i == 0 ? kWordSingular : 0) | accent});
    }
  };
  if (const TomlNode* nouns = file.field("noun")) {
    const TomlNode* irregular = nouns->field("irregular");
    for (const std::string& lemma : words_of(text_of(*nouns, "words"))) {
      if (irregular != nullptr && irregular->field(lemma) != nullptr) continue;
      add(lemma, inflection.noun(lemma), PartOfSpeech::kNoun);
    }
    if (irregular != nullptr) {
      for (const auto& [lemma, forms] : irregular->fields) {
        add(lemma, forms.texts(), PartOfSpeech::kNoun);
        builder.add_irregular_noun(lemma, forms.texts());
      }
    }
  }
  if (const TomlNode* adjectives = file.field("adjective")) {
    for (const std::string& lemma : words_of(text_of(*adjectives, "words"))) {
      add(lemma, inflection.adjective(lemma), PartOfSpeech::kAdjective);
    }
  }
}

void load_demonyms(const TomlNode& file, const Inflection& inflection, LexiconBuilder& builder) {
  static constexpr std::pair<const char*, Demonym::Kind> kKinds[] = {
      {"city", Demonym::Kind::kCity},
      {"region", Demonym::Kind::kRegion},
      {"country", Demonym::Kind::kCountry}};
  for (const auto& [name, kind] : kKinds) {
    const TomlNode* places = file.field(name);
    if (places == nullptr) continue;
    for (const auto& [place, words] : places->fields) {
      for (const std::string& word : words.texts()) {
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
  for (const char* file : {"lists.toml", "verb_groups.toml", "frames.toml"}) {
    if (const auto lists = read_toml(words_dir / file, builder)) load_lists(*lists, builder);
  }
  const std::filesystem::path conjugation_path = words_dir / "conjugation.toml";
  const auto conjugation = read_toml(conjugation_path, builder);
  if (!conjugation) return;
  builder.set_inflection(
      Inflection(read_endings(*conjugation, "noun"), read_endings(*conjugation, "adjective")));
  const std::filesystem::path verbs_path = words_dir / "verbs.toml";
  if (const auto verbs = read_toml(verbs_path, builder)) {
    VerbLoader(*conjugation, conjugation_path.string(), *verbs, verbs_path.string(), builder)
        .load();
  }
  const Inflection& inflection = builder.lexicon().inflection();
  if (const auto nouns = read_toml(words_dir / "nouns.toml", builder)) {
    load_nouns(*nouns, inflection, builder);
  }
  if (const auto demonyms = read_toml(words_dir / "demonyms.toml", builder)) {
    load_demonyms(*demonyms, inflection, builder);
  }
}

}  // namespace panchina
