#include "lexicon/conjugation.h"

#include <algorithm>

#include "lexicon/word_features.h"

namespace panchina {
namespace {

constexpr std::uint32_t kPersonFeatures[6] = {
    kWordFirst | kWordSingular, kWordSecond | kWordSingular, kWordThird | kWordSingular,
    kWordFirst | kWordPlural,   kWordSecond | kWordPlural,   kWordThird | kWordPlural};

bool ends_with(std::string_view word, std::string_view end) {
  return word.size() >= end.size() && word.substr(word.size() - end.size()) == end;
}

std::vector<std::string> alternatives(std::string_view text) {
  std::vector<std::string> out;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t bar = std::min(text.find('|', at), text.size());
    out.emplace_back(text.substr(at, bar - at));
    at = bar + 1;
  }
  return out;
}

std::pair<std::string, std::string> halves(const std::string& text, char sign) {
  const std::size_t at = text.find(sign);
  if (at == std::string::npos) return {text, ""};
  return {text.substr(0, at), text.substr(at + 1)};
}

bool empty(const Persons& persons) {
  return std::all_of(persons.begin(), persons.end(), [](const auto& p) { return p.empty(); });
}

}  // namespace

// The stem with an ending: `cerc` + `i` = `cerchi`.
class Conjugation::Joiner {
 public:
  Joiner(std::string stem, const std::vector<std::array<std::string, 3>>& joins)
      : stem_(std::move(stem)) {
    for (const auto& join : joins) {
      if (ends_with(stem_, join[0])) joins_.push_back(&join);
    }
  }

  std::string_view operator()(std::string_view ending) {
    buffer_ = stem_;
    for (const auto* join : joins_) {
      const auto& [end, begin, both] = *join;
      if (!ending.starts_with(begin)) continue;
      buffer_.resize(stem_.size() - end.size());
      buffer_ += both;
      buffer_ += ending.substr(begin.size());
      return buffer_;
    }
    buffer_ += ending;
    return buffer_;
  }

 private:
  std::string stem_;
  std::vector<const std::array<std::string, 3>*> joins_;  // of stems that end like this one
  std::string buffer_;
};

Conjugation::Conjugation(const TomlFile& file, LexiconBuilder& builder) {
  const TomlValue& root = file.root();
  const auto persons = [&](const TomlValue& node, const char* tense, Persons& out) {
    const std::vector<std::string> texts = node.strings_of(tense);
    if (texts.size() != 6) {
      builder.report(file.diagnose(node, "bad-conjugation",
                                   std::string("\"") + tense + "\" needs six persons"));
      return;
    }
    for (std::size_t i = 0; i < 6; ++i) out[i] = alternatives(texts[i]);
  };
  if (const TomlValue* classes = root.value_of("class")) {
    for (const auto& [name, offset, node] : classes->entries) {
      Class made;
      made.name = name;
      made.infinitive = node.string_of("infinitive");
      made.participle = node.string_of("participle");
      made.gerund = node.string_of("gerund");
      persons(node, "present", made.present);
      persons(node, "imperfect", made.imperfect);
      persons(node, "past", made.past);
      persons(node, "future", made.future);
      persons(node, "conditional", made.conditional);
      persons(node, "subjunctive", made.subjunctive);
      persons(node, "past_subjunctive", made.past_subjunctive);
      for (const std::string& join : node.strings_of("join")) {
        const auto [sum, both] = halves(join, '=');
        const auto [end, begin] = halves(sum, '+');
        made.joins.push_back({end, begin, both});
      }
      classes_.push_back(std::move(made));
    }
  }
  if (const TomlValue* irregular = root.value_of("irregular")) {
    const auto take = [&](const char* name, std::array<std::string, 6>& out) {
      const std::vector<std::string> texts = irregular->strings_of(name);
      for (std::size_t i = 0; i < std::min<std::size_t>(6, texts.size()); ++i) out[i] = texts[i];
    };
    take("past", strong_past_);
    take("future", irregular_future_);
    take("conditional", irregular_conditional_);
    take("subjunctive", irregular_subjunctive_);
  }
  if (const TomlValue* participle = root.value_of("participle")) {
    for (const std::string& ending : participle->strings_of("endings"))
      participle_endings_ += ending;
  }
  if (const TomlValue* enclitic = root.value_of("enclitic")) {
    for (const std::string& cut : enclitic->strings_of("cut")) cuts_.push_back(halves(cut, '='));
    static constexpr std::pair<const char*, std::uint32_t> kKinds[] = {
        {"object", kWordEncliticObject},
        {"dative", kWordEncliticDative},
        {"reflexive", kWordEncliticReflexive},
        {"other", kWordEncliticOther}};
    for (const auto& [name, feature] : kKinds) {
      for (const std::string& pronoun : enclitic->strings_of(name)) {
        enclitics_.emplace_back(pronoun, feature);
      }
    }
    const auto feature_of = [&](std::string_view pronoun) {
      for (const auto& [known, feature] : enclitics_) {
        if (ends_with(pronoun, known)) return feature;
      }
      return kWordEncliticOther;
    };
    for (const std::string& pair : enclitic->strings_of("pairs")) {
      pairs_.emplace_back(pair, feature_of(pair));
    }
    for (const std::string& text_of_pair : enclitic->strings_of("participle")) {
      const auto [ending, pronoun] = halves(text_of_pair, '=');
      if (ending.size() != 1) continue;
      participle_enclitics_.push_back({ending.front(), pronoun, feature_of(pronoun)});
    }
  }
}

void Conjugation::use_participle(std::string_view masculine, const Use& use) const {
  static constexpr std::uint32_t kFeatures[] = {
      kWordMasculine | kWordSingular, kWordFeminine | kWordSingular, kWordMasculine | kWordPlural,
      kWordFeminine | kWordPlural};
  std::string form(masculine);
  if (form.empty()) return;
  for (std::size_t i = 0; i < std::min<std::size_t>(4, participle_endings_.size()); ++i) {
    const char ending = participle_endings_[i];
    const std::uint32_t features = kFeatures[i];
    form.resize(masculine.size());
    form.back() = ending;
    use(form, kWordParticiple | features);
    for (const ParticipleEnclitic& enclitic : participle_enclitics_) {
      if (enclitic.ending != ending) continue;
      form.resize(masculine.size());
      form += enclitic.pronoun;
      use(form, kWordParticiple | features | enclitic.feature);
    }
  }
}

const Conjugation::Class* Conjugation::find(std::string_view name) const {
  for (const Class& known : classes_) {
    if (known.name == name) return &known;
  }
  return nullptr;
}

std::string_view Conjugation::class_of(std::string_view infinitive) const {
  for (const Class& known : classes_) {
    if (ends_with(infinitive, known.infinitive)) return known.name;
  }
  return {};
}

bool Conjugation::conjugate(std::string_view infinitive, const IrregularVerb& irregular,
                            const Use& use) const {
  const Class* cls =
      find(irregular.class_name.empty() ? class_of(infinitive) : irregular.class_name);
  if (cls == nullptr) return false;
  if (irregular.stem.empty() && !ends_with(infinitive, cls->infinitive)) return false;
  Joiner join(irregular.stem.empty()
                  ? std::string(infinitive.substr(0, infinitive.size() - cls->infinitive.size()))
                  : irregular.stem,
              cls->joins);
  use_tenses(*cls, irregular, join, use);
  if (irregular.participle.empty()) {
    const std::string participle(join(cls->participle));
    use_participle(participle, use);
  }
  for (const std::string& participle : irregular.participle) {
    use_participle(participle, use);
  }
  const std::string gerund =
      irregular.gerund.empty() ? std::string(join(cls->gerund)) : irregular.gerund;
  use_enclitics(infinitive, gerund, irregular.pairs, use);
  return true;
}

// The finite forms.
void Conjugation::use_tenses(const Class& cls, const IrregularVerb& irregular, Joiner& join,
                             const Use& use) const {
  const auto tense = [&](const Persons& endings, const Persons& full, std::uint32_t feature) {
    const bool regular = empty(full);
    for (std::size_t i = 0; i < 6; ++i) {
      for (const std::string& part : regular ? endings[i] : full[i]) {
        if (part.empty()) continue;  // no such form
        use(regular ? join(part) : std::string_view(part), feature | kPersonFeatures[i]);
      }
    }
  };
  // Persons whose irregular ending is empty are regular.
  const auto mixed = [&](const Persons& endings, const std::string& stem,
                         const std::array<std::string, 6>& irregular_endings,
                         std::uint32_t feature) {
    for (std::size_t i = 0; i < 6; ++i) {
      if (!irregular_endings[i].empty()) {
        use(stem + irregular_endings[i], feature | kPersonFeatures[i]);
        continue;
      }
      for (const std::string& ending : endings[i]) use(join(ending), feature | kPersonFeatures[i]);
    }
  };
  tense(cls.present, irregular.present, kWordPresent);
  tense(cls.imperfect, irregular.imperfect, kWordImperfect);
  if (!irregular.past.empty()) {
    mixed(cls.past, irregular.past, strong_past_, kWordPast);
  } else {
    tense(cls.past, irregular.past_forms, kWordPast);
  }
  if (irregular.future.empty()) {
    tense(cls.future, {}, kWordFuture);
    tense(cls.conditional, {}, kWordConditional);
  }
  for (const std::string& stem : irregular.future) {
    mixed(cls.future, stem, irregular_future_, kWordFuture);
    mixed(cls.conditional, stem, irregular_conditional_, kWordConditional);
  }
  if (!irregular.subjunctive.empty()) {
    mixed(cls.subjunctive, irregular.subjunctive, irregular_subjunctive_, kWordSubjunctive);
  } else {
    tense(cls.subjunctive, irregular.subjunctive_forms, kWordSubjunctive);
  }
  tense(cls.past_subjunctive, irregular.past_subjunctive, kWordPastSubjunctive);
}

// The gerund and the infinitive, and both with pronouns behind them. `pairs`: also with two.
void Conjugation::use_enclitics(std::string_view infinitive, const std::string& gerund, bool pairs,
                                const Use& use) const {
  use(gerund, kWordGerund);
  use(infinitive, kWordInfinitive);
  std::string cut(infinitive);
  for (const auto& [end, left] : cuts_) {
    if (!ends_with(infinitive, end)) continue;
    cut.resize(cut.size() - end.size());
    cut += left;
    break;
  }
  for (const auto* enclitics : {&enclitics_, &pairs_}) {
    if (enclitics == &pairs_ && !pairs) continue;
    for (const auto& [pronoun, feature] : *enclitics) {
      use(gerund + pronoun, kWordGerund | feature);
      use(cut + pronoun, kWordInfinitive | feature);
    }
  }
  // `aver affidato`, `poter guidare`: the infinitive without its last vowel.
  use(cut, kWordInfinitive);
}

}  // namespace panchina
