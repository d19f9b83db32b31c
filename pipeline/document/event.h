// Event: what an article states, with every passage that says so; and the table of event types (the
// contract's args in order).
#pragma once

#include <cstdint>
#include <memory_resource>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "document/calendar.h"
#include "document/layers.h"

namespace panchina {

enum class EventType : std::uint8_t {
  kDate,
  kClub,
  kMatch,
  kTenure,
  kRecord,
  kHonour,
  kStanding,
  kPlayingSpell,
  kBirth
};
inline constexpr std::size_t kEventTypes = 9;
enum class Factuality : std::uint8_t { kAsserted, kNegated, kPossible };
enum class Cue : std::uint8_t { kNone, kAppointment, kInPost, kDeparture, kRenewal, kConfirmation };

// Where the value of a slot without a span comes from.
enum class Source : std::uint8_t {
  kFocus,
  kPrevious,
  kPublished,
  kStory,
  kHeading,
  kReciprocal,
  kTitle,
  kRule
};

enum class ArgKind : std::uint8_t {
  kText,
  kId,
  kNumber,
  kFlag,
  kDate  // written as S, S_earliest, S_latest
};

struct ArgSpec {
  std::string_view name;
  ArgKind kind;
  bool key;
};

// An event type's name and args, in output order (date bounds are made by the writer from kDate).
struct EventSpec {
  std::string_view name;
  std::vector<ArgSpec> args;
};
const EventSpec& event_spec(EventType type);
// The type named so, or nullptr.
const EventSpec* find_event_spec(std::string_view name, EventType& type);
// Index of an arg in the type's args, or kNoIndex.
Index arg_index(EventType type, std::string_view arg);

std::string_view to_string(Factuality factuality);
std::string_view to_string(Cue cue);  // "" for kNone
std::string_view to_string(Source source);

using ArgValue = std::variant<std::monostate, std::int64_t, bool, std::string, DateValue>;
// A number's digits, `true` or `false`, a text, a date's EDTF; "" for what is null.
std::string value_text(const ArgValue& value);

struct EvidenceSlot {
  Index arg = 0;  // index in EventSpec::args
  NormSpan span;
};
struct InferredSlot {
  Index arg = 0;
  Source source = Source::kRule;
};

// The lists of evidence and events may stand in a document's memory: see Document::memory().
using Memory = std::pmr::memory_resource;
using Args = std::pmr::vector<ArgValue>;

struct Evidence {
  NormSpan span{};
  Index sentence = 0;
  Index rule = 0;  // index in the RuleSet's names
  Cue cue = Cue::kNone;
  bool anterior = false;  // a post told as of before (`aveva guidato`, `già al Como`)
  std::pmr::vector<EvidenceSlot> slots;
  std::pmr::vector<InferredSlot> inferred;
};
inline Evidence evidence_in(Memory* memory) {
  Evidence evidence{.slots = std::pmr::vector<EvidenceSlot>(memory),
                    .inferred = std::pmr::vector<InferredSlot>(memory)};
  return evidence;
}

struct Event {
  EventType type = EventType::kDate;
  Factuality factuality = Factuality::kAsserted;
  float confidence = 0;
  Index section = 0;
  Args args;                            // one for each ArgSpec of the type
  std::pmr::vector<Evidence> evidence;  // in text order; at least one
};
inline Memory* memory_of(const Event& event) { return event.evidence.get_allocator().resource(); }
// An event without a value yet.
inline Event event_in(Memory* memory, EventType type) {
  return {.type = type,
          .args = Args(event_spec(type).args.size(), memory),
          .evidence = std::pmr::vector<Evidence>(memory)};
}

}  // namespace panchina
