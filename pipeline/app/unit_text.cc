#include "app/unit_text.h"

#include <nlohmann/json.hpp>
#include <span>

#include "document/features.h"
#include "rule/block_rules.h"

namespace panchina {

namespace {

std::span<const FeatureName> feature_names(UnitKind kind) {
  switch (kind) {
    case UnitKind::kVerb:
      return kVerbFeatures;
    case UnitKind::kDate:
      return kDateKinds;
    case UnitKind::kRole:
      return kRoleFeatures;
    case UnitKind::kClub:
      return kClubFeatures;
    default:
      return {};
  }
}

constexpr std::string_view kKinds[] = {
    "word",    "mark",   "break",       "number",  "ordinal", "date", "score",  "record",
    "age",     "minute", "lineup",      "money",   "round",   "club", "nation", "person",
    "pronoun", "role",   "competition", "stadium", "place",   "verb", "bracket"};
constexpr std::string_view kHow[] = {"name", "alias", "nickname", "epithet", "descriptor", "weak"};

std::string value_of(const Document& document, const Reading& reading, const Vocabulary& vocabulary,
                     const Lexicon& lexicon) {
  if (reading.how == How::kDescriptor || reading.how == How::kEpithet) return "";
  switch (reading.kind) {
    case UnitKind::kVerb:
      return std::string(vocabulary.word(document.verbs[reading.value].lemma));
    case UnitKind::kClub:
    case UnitKind::kNation:
      if ((reading.features & kClubUnknown) != 0) return document.unknown_clubs[reading.value];
      return reading.value < lexicon.clubs().size() ? lexicon.clubs()[reading.value].id : "";
    case UnitKind::kCompetition:
      if ((reading.features & kCompetitionUnknown) != 0)
        return document.unknown_cups[reading.value];
      return reading.value < lexicon.competitions().size()
                 ? lexicon.competitions()[reading.value].id
                 : "";
    case UnitKind::kStadium:
      return reading.value < lexicon.stadiums().size() ? lexicon.stadiums()[reading.value].id : "";
    case UnitKind::kRole:
      return reading.value < lexicon.roles().size() ? lexicon.roles()[reading.value].id : "";
    case UnitKind::kNumber:
    case UnitKind::kOrdinal:
    case UnitKind::kAge:
      return std::to_string(reading.value);
    case UnitKind::kScore:
      return std::to_string(document.scores[reading.value].first) + "-" +
             std::to_string(document.scores[reading.value].second);
    default:
      return "";
  }
}

}  // namespace

std::string_view to_string(UnitKind kind) { return kKinds[static_cast<std::size_t>(kind)]; }

std::string unit_words(const Document& document, Index unit) {
  return std::string(document.text.norm(document.units[unit].span));
}

std::string unit_reading(const Document& document, Index unit, Index index,
                         const Vocabulary& vocabulary, const Lexicon& lexicon) {
  const Unit& one = document.units[unit];
  if (index == kNoIndex || !one.readings.contains(index)) {
    for (const UnitKind kind : {UnitKind::kBreak, UnitKind::kPunct}) {
      if ((one.kinds & kind_bit(kind)) != 0) return std::string(to_string(kind));
    }
    std::string out = "word";
    for (const WordReading& reading : lexicon.readings(one.word)) {
      const std::string lemma(vocabulary.word(reading.lemma));
      if (out.find(" ~" + lemma) == std::string::npos) out += " ~" + lemma;
    }
    if (one.word != 0 && lexicon.preposition(one.word) != kNoIndex) {
      out += " " + lexicon.prepositions()[lexicon.preposition(one.word)];
    }
    return out;
  }
  const Reading& reading = document.readings[index];
  std::string out(to_string(reading.kind));
  const std::string value = value_of(document, reading, vocabulary, lexicon);
  if (!value.empty()) out += " " + value;
  if (reading.how != How::kName)
    out += " " + std::string(kHow[static_cast<std::size_t>(reading.how)]);
  for (const auto& [bit, name] : feature_names(reading.kind)) {
    if ((reading.features & bit) != 0) out += " " + std::string(name);
  }
  return out;
}

std::string units_table(const Document& document, const Vocabulary& vocabulary,
                        const Lexicon& lexicon) {
  std::string out;
  std::size_t widest = 12;
  for (Index unit = 0; unit < document.units.size(); ++unit) {
    widest = std::max(widest, std::min<std::size_t>(40, unit_words(document, unit).size()));
  }
  for (Index i = 0; i < document.clauses.size(); ++i) {
    const Clause& clause = document.clauses[i];
    const Block& block = document.blocks[document.sentences[clause.sentence].block];
    out += "clause " + std::to_string(i) + ", " + std::string(to_string(block.label));
    if (document.sentences[clause.sentence].row) out += ", row";
    if (clause.parent != kNoIndex) out += ", inside a bracket";
    out += "\n";
    for (Index unit = clause.units.begin; unit < clause.units.end; ++unit) {
      const Unit& one = document.units[unit];
      std::string words = unit_words(document, unit);
      for (char& c : words) c = c == '\n' ? ' ' : c;
      std::string line = one.transparent ? " (" + words + ")" : "  " + words;
      std::size_t width = 0;
      for (const char c : line) width += (c & 0xC0) != 0x80 ? 1 : 0;
      line.append(width < widest + 4 ? widest + 4 - width : 1, ' ');
      line += unit_reading(document, unit, one.readings.begin, vocabulary, lexicon);
      for (Index r = one.readings.begin + 1; r < one.readings.end; ++r) {
        line += " | " + unit_reading(document, unit, r, vocabulary, lexicon);
      }
      out += line + "\n";
    }
  }
  return out;
}

std::string units_json(const Document& document, const Vocabulary& vocabulary,
                       const Lexicon& lexicon) {
  nlohmann::ordered_json clauses = nlohmann::ordered_json::array();
  for (const Clause& clause : document.clauses) {
    nlohmann::ordered_json units = nlohmann::ordered_json::array();
    for (Index unit = clause.units.begin; unit < clause.units.end; ++unit) {
      const Unit& one = document.units[unit];
      nlohmann::ordered_json readings = nlohmann::ordered_json::array();
      if (one.readings.empty()) {
        readings.push_back(unit_reading(document, unit, kNoIndex, vocabulary, lexicon));
      }
      for (Index r = one.readings.begin; r < one.readings.end; ++r) {
        readings.push_back(unit_reading(document, unit, r, vocabulary, lexicon));
      }
      units.push_back({{"text", unit_words(document, unit)},
                       {"readings", readings},
                       {"transparent", one.transparent}});
    }
    const Sentence& sentence = document.sentences[clause.sentence];
    clauses.push_back({{"sentence", clause.sentence},
                       {"block", to_string(document.blocks[sentence.block].label)},
                       {"row", sentence.row},
                       {"bracket", clause.parent != kNoIndex},
                       {"units", units}});
  }
  return clauses.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
}

}  // namespace panchina
