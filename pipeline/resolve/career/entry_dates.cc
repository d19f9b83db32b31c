#include "resolve/career/entry_dates.h"

#include <algorithm>

namespace panchina {
namespace {

bool is_line(const Document& document, Index sentence) {
  const BlockLabel label = document.blocks[document.sentences[sentence].block].label;
  return label == BlockLabel::kHeading || label == BlockLabel::kTitle;
}

// `07/2021 - 10/2022`, `Stagione 2017-18`, `Dal 2010 al 2014:`; a lone year or day heads other
// things too.
const DateValue* lone_span(const Document& document, const Lexicon& lexicon, Index sentence) {
  if (!is_line(document, sentence)) return nullptr;
  const IndexRange line = document.sentences[sentence].tokens;
  const IndexRange dates = dates_in(document, line);
  if (dates.size() != 1) return nullptr;
  const DateValue& value = document.date_values[dates.begin];
  if (value.edtf.find('/') == std::string::npos) return nullptr;
  const Index names = lexicon.find_list("entry_words");
  const DateExpression& date = document.dates[dates.begin];
  const IndexRange said{date.first_token, date.end_token};
  for (Index t = line.begin; t < line.end; ++t) {
    const Token& token = document.tokens[t];
    if (said.contains(t) || token.kind == TokenKind::kPunct) continue;
    if (!lexicon.in_list(token.word, names)) return nullptr;
  }
  return &value;
}

bool names_club(const Document& document, Index sentence) {
  auto clause = std::ranges::lower_bound(document.clauses, sentence, {}, &Clause::sentence);
  if (clause == document.clauses.end() || clause->sentence != sentence) return false;
  for (Index u = clause->units.begin; u < clause->units.end; ++u) {
    if ((document.units[u].kinds & kind_bit(UnitKind::kClub)) != 0) return true;
  }
  return false;
}

// Whether the entries of the section begin with their clubs: the first span stands under one.
bool clubs_lead(const Document& document, const Lexicon& lexicon, Index section) {
  const IndexRange blocks = document.sections[section].blocks;
  for (Index b = blocks.begin; b < blocks.end; ++b) {
    const IndexRange lines = document.blocks[b].sentences;
    for (Index s = lines.begin; s < lines.end; ++s) {
      if (lone_span(document, lexicon, s) == nullptr) continue;
      return s > 0 && is_line(document, s - 1) && names_club(document, s - 1);
    }
  }
  return false;
}

}  // namespace

const DateValue* entry_date(const Document& document, const Lexicon& lexicon, Index sentence) {
  const auto section_of = [&](Index one) {
    return document.blocks[document.sentences[one].block].section;
  };
  const auto beside = [&](Index other) -> const DateValue* {
    if (other >= document.sentences.size() || section_of(other) != section_of(sentence))
      return nullptr;
    return lone_span(document, lexicon, other);
  };
  if (is_line(document, sentence)) {
    const DateValue* above = sentence > 0 ? beside(sentence - 1) : nullptr;
    const DateValue* below = beside(sentence + 1);
    if (above != nullptr && below != nullptr && clubs_lead(document, lexicon, section_of(sentence)))
      return below;
    return above != nullptr ? above : below;
  }
  // What stands under a line is of its entry.
  Index line = sentence;
  while (line > 0 && !is_line(document, line)) --line;
  return beside(line);
}

}  // namespace panchina
