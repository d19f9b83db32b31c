// Documents and events made by hand for tests of the writers.
#pragma once

#include <string>
#include <string_view>

#include "document/document.h"
#include "text/normalization_tables.h"

namespace panchina {

inline Document document_of(std::string raw, std::string doc = "bari/uno.txt") {
  Document document;
  document.info.doc = std::move(doc);
  document.text = Text::normalize(std::move(raw), NormalizationTables{});
  return document;
}

// The span of the first `part` in the matching copy.
inline NormSpan span_of(const Document& document, std::string_view part) {
  const auto at = static_cast<std::uint32_t>(document.text.norm().find(part));
  return {at, at + static_cast<std::uint32_t>(part.size())};
}

inline Event event_of(const Document& document, EventType type, std::string_view passage) {
  Event event;
  event.type = type;
  event.confidence = 0.9f;
  event.args.resize(event_spec(type).args.size());
  Evidence evidence;
  evidence.span = span_of(document, passage);
  event.evidence.push_back(evidence);
  return event;
}

inline void set(Event& event, std::string_view arg, ArgValue value) {
  event.args[arg_index(event.type, arg)] = std::move(value);
}

inline void set_text(Event& event, std::string_view arg, std::string_view value) {
  set(event, arg, std::string(value));
}

}  // namespace panchina
