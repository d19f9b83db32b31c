// Ids of events: the same text, rules, program and options give the same ids on every machine, and
// a better rule for the same fact keeps its id. Thread rule: free functions.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "document/document.h"

namespace panchina {

// 64 bits: ids need only differ within one document, where 10,000 events collide once in 370
// billion documents.
using EventId = std::uint64_t;

// A mention: hash of doc, type, and start and end of its first evidence in raw bytes. A fact: hash
// of doc, section, type, factuality and key values (bold in events.md; an honour's capacity too; a
// match whose teams stand in the other order has the same id). `ordinal` counts the events of the
// document with the same values before this one, by first evidence.
EventId event_id(const Document& document, const Event& event, std::uint32_t ordinal);

bool is_mention(EventType type);

// As it is written: 16 hexadecimal digits.
std::array<char, 16> digits_of(EventId id);
void append_id(EventId id, std::string& out);

}  // namespace panchina
