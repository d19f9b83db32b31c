#include "document/event.h"

#include <array>

namespace panchina {
namespace {

using enum ArgKind;

std::array<EventSpec, kEventTypes> make_specs() {
  return {{
      {"date", {{"value", kDate, true}, {"kind", kText, false}}},
      {"club", {{"club", kId, true}, {"name", kText, false}, {"how", kText, false}}},
      {"match",
       {{"home", kId, true},
        {"away", kId, true},
        {"home_goals", kNumber, true},
        {"away_goals", kNumber, true},
        {"date", kDate, false},
        {"competition", kId, false},
        {"round", kText, false},
        {"stadium", kId, false},
        {"home_penalties", kNumber, false},
        {"away_penalties", kNumber, false},
        {"after_extra_time", kFlag, false},
        {"awarded", kFlag, false},
        {"order_known", kFlag, false}}},
      {"tenure",
       {{"person", kText, true},
        {"person_key", kText, false},
        {"club", kId, true},
        {"role", kText, true},
        {"start", kDate, false},
        {"end", kDate, false},
        {"end_cause", kText, false},
        {"interim", kFlag, false},
        {"replaces", kText, false},
        {"replaced_by", kText, false},
        {"contract_end", kDate, false},
        {"contract_condition", kText, false},
        {"seen", kDate, false}}},
      {"record",
       {{"person", kText, false},
        {"person_key", kText, false},
        {"club", kId, false},
        {"played", kNumber, false},
        {"won", kNumber, false},
        {"drawn", kNumber, false},
        {"lost", kNumber, false},
        {"points", kNumber, false},
        {"competition", kId, false},
        {"against", kId, false},
        {"capacity", kText, false},
        {"date", kDate, false}}},
      {"honour",
       {{"competition", kId, true},
        {"person", kText, false},
        {"person_key", kText, false},
        {"club", kId, false},
        {"date", kDate, false},
        {"capacity", kText, false}}},
      {"standing",
       {{"club", kId, true},
        {"position", kNumber, true},
        {"competition", kId, false},
        {"date", kDate, false},
        {"points", kNumber, false},
        {"played", kNumber, false},
        {"person", kText, false},
        {"person_key", kText, false}}},
      {"playing_spell",
       {{"person", kText, true},
        {"person_key", kText, false},
        {"club", kId, true},
        {"start", kDate, false},
        {"end", kDate, false},
        {"appearances", kNumber, false},
        {"goals", kNumber, false}}},
      {"birth",
       {{"person", kText, true},
        {"person_key", kText, false},
        {"date", kDate, false},
        {"place", kText, false}}},
  }};
}

const std::array<EventSpec, kEventTypes>& specs() {
  static const std::array<EventSpec, kEventTypes> table = make_specs();
  return table;
}

}  // namespace

const EventSpec& event_spec(EventType type) { return specs()[static_cast<std::size_t>(type)]; }

const EventSpec* find_event_spec(std::string_view name, EventType& type) {
  for (std::size_t i = 0; i < kEventTypes; ++i) {
    if (specs()[i].name == name) {
      type = static_cast<EventType>(i);
      return &specs()[i];
    }
  }
  return nullptr;
}

Index arg_index(EventType type, std::string_view arg) {
  const auto& args = event_spec(type).args;
  for (Index i = 0; i < args.size(); ++i) {
    if (args[i].name == arg) return i;
  }
  return kNoIndex;
}

std::string_view to_string(Factuality factuality) {
  static constexpr std::array<std::string_view, 3> kNames = {"asserted", "negated", "possible"};
  return kNames[static_cast<std::size_t>(factuality)];
}

std::string_view to_string(Cue cue) {
  static constexpr std::array<std::string_view, 6> kNames = {
      "", "appointment", "in_post", "departure", "renewal", "confirmation"};
  return kNames[static_cast<std::size_t>(cue)];
}

std::string value_text(const ArgValue& value) {
  if (const auto* number = std::get_if<std::int64_t>(&value)) return std::to_string(*number);
  if (const auto* flag = std::get_if<bool>(&value)) return *flag ? "true" : "false";
  if (const auto* text = std::get_if<std::string>(&value)) return *text;
  if (const auto* date = std::get_if<DateValue>(&value)) return date->edtf;
  return "";
}

std::string_view to_string(Source source) {
  static constexpr std::array<std::string_view, 8> kNames = {
      "focus", "previous", "published", "story", "heading", "reciprocal", "title", "rule"};
  return kNames[static_cast<std::size_t>(source)];
}

}  // namespace panchina
