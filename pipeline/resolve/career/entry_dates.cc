#include "resolve/career/entry_dates.h"

#include <algorithm>

namespace panchina {

EntryDates::EntryDates(const Document& document, const Lexicon& lexicon)
    : document_(document),
      lexicon_(lexicon),
      spans_(document.sentences.size(), nullptr, document.scratch()),
      line_above_(document.sentences.size(), 0, document.scratch()),
      clubs_lead_(document.sections.size(), false, document.scratch()) {
  const Index words = lexicon.find_list("entry_words");
  Index last = kNoIndex;  // section of the last span
  for (Index s = 0; s < document.sentences.size(); ++s) {
    line_above_[s] = is_line(s) || s == 0 ? s : line_above_[s - 1];
    spans_[s] = lone_span(s, words);
    if (spans_[s] == nullptr) continue;
    const Index section = document.blocks[document.sentences[s].block].section;
    if (section != last) clubs_lead_[section] = s > 0 && is_line(s - 1) && names_club(s - 1);
    last = section;
  }
}

bool EntryDates::is_line(Index sentence) const {
  const BlockLabel label = document_.blocks[document_.sentences[sentence].block].label;
  return label == BlockLabel::kHeading || label == BlockLabel::kTitle;
}

// `07/2021 - 10/2022`, `Stagione 2017-18`, `Dal 2010 al 2014:`; a lone year or day heads other
// things too.
const DateValue* EntryDates::lone_span(Index sentence, Index words) const {
  if (!is_line(sentence)) return nullptr;
  const IndexRange line = document_.sentences[sentence].tokens;
  const IndexRange dates = dates_in(document_, line);
  if (dates.size() != 1) return nullptr;
  const DateValue& value = document_.date_values[dates.begin];
  if (value.edtf.find('/') == std::string::npos) return nullptr;
  const DateExpression& date = document_.dates[dates.begin];
  const IndexRange said{date.first_token, date.end_token};
  for (Index t = line.begin; t < line.end; ++t) {
    const Token& token = document_.tokens[t];
    if (said.contains(t) || token.kind == TokenKind::kPunct) continue;
    if (!lexicon_.in_list(token.word, words)) return nullptr;
  }
  return &value;
}

bool EntryDates::names_club(Index sentence) const {
  auto clause = std::ranges::lower_bound(document_.clauses, sentence, {}, &Clause::sentence);
  if (clause == document_.clauses.end() || clause->sentence != sentence) return false;
  for (Index u = clause->units.begin; u < clause->units.end; ++u) {
    if ((document_.units[u].kinds & kind_bit(UnitKind::kClub)) != 0) return true;
  }
  return false;
}

// The span of another sentence of the same section.
const DateValue* EntryDates::beside(Index sentence, Index other) const {
  if (other >= document_.sentences.size()) return nullptr;
  const auto section_of = [&](Index one) {
    return document_.blocks[document_.sentences[one].block].section;
  };
  return section_of(other) == section_of(sentence) ? spans_[other] : nullptr;
}

const DateValue* EntryDates::of(Index sentence) const {
  if (is_line(sentence)) {
    const DateValue* above = sentence > 0 ? beside(sentence, sentence - 1) : nullptr;
    const DateValue* below = beside(sentence, sentence + 1);
    // Between two spans: as the section begins.
    const Index section = document_.blocks[document_.sentences[sentence].block].section;
    if (above != nullptr && below != nullptr && clubs_lead_[section]) return below;
    return above != nullptr ? above : below;
  }
  return beside(sentence, line_above_[sentence]);  // what stands under a line is of its entry
}

}  // namespace panchina
