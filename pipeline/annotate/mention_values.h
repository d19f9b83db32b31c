// From captured text to numbers and calendar steps. Thread rule: free functions.
#pragma once

#include <array>
#include <limits>
#include <span>
#include <string_view>

#include "rule/mention_pattern.h"
#include "rule/mention_rules.h"

namespace panchina {

inline constexpr std::size_t kMaxSlots = 8;
inline constexpr std::int32_t kNoNumber = std::numeric_limits<std::int32_t>::min();

// One number a slot: a captured number, or the index of a found date.
struct MentionNumbers : std::array<std::int32_t, kMaxSlots> {
  MentionNumbers() { fill(kNoNumber); }
};

// The digits of a text as one number (`'64` is 64); kNoNumber where it has none.
std::int32_t digits(std::string_view text);
std::int32_t list_number(const NumberList& list, std::string_view text);

// The step with its slots' numbers in place; an empty slot is 0.
CalendarStep filled(const ValueStep& step, const MentionNumbers& numbers);

// Whether all points of the rule's value are days of the calendar.
bool is_calendar(const MentionRule& rule, const MentionNumbers& numbers);
bool conditions_hold(const MentionRule& rule, const MentionNumbers& numbers);

// Number `i` of the rule's value; 0 where its slot is empty.
std::uint32_t number_of(const MentionRule& rule, const MentionNumbers& numbers, std::size_t i);
Score score_of(const MentionRule& rule, const MentionNumbers& numbers);
Balance balance_of(const MentionRule& rule, const MentionNumbers& numbers);

DateShape date_shape(std::span<const CalendarStep> steps);
// kDateDay, kDateMonth ..., kDateRelative.
std::uint32_t date_features(std::span<const CalendarStep> steps);

}  // namespace panchina
