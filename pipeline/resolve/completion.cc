#include "resolve/completion.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "resolve/args.h"

namespace panchina {

bool is_coaching(const ArgValue& role) {
  static constexpr std::array<std::string_view, 8> kRoles = {
      "head_coach",        "assistant_coach",   "technical_collaborator", "youth_coach",
      "youth_coordinator", "goalkeeping_coach", "fitness_coach",          "other_staff"};
  const std::string* text = text_of(role);
  return text == nullptr || std::find(kRoles.begin(), kRoles.end(), *text) != kRoles.end();
}

void drop_years_of_post(Statement& out) {
  constexpr Day kSeason = 400;
  constexpr Index kDate = arg::Honour::kDate;
  const DateValue* won = date_of(out.args[kDate]);
  if (won == nullptr || won->earliest == kNoDay || won->latest == kNoDay ||
      won->latest - won->earliest <= kSeason) {
    return;
  }
  out.args[kDate] = {};
  std::erase_if(out.evidence.slots, [](const EvidenceSlot& one) { return one.arg == kDate; });
  std::erase_if(out.evidence.inferred, [](const InferredSlot& one) { return one.arg == kDate; });
}

void complete_balance(Statement& out) {
  constexpr std::array<Index, 4> kParts = {arg::Record::kPlayed, arg::Record::kWon,
                                           arg::Record::kDrawn, arg::Record::kLost};
  Index lacking = kNoIndex;
  std::int64_t rest = 0;
  for (const Index part : kParts) {
    const std::int64_t* count = number_of(out.args[part]);
    if (count == nullptr && lacking != kNoIndex) return;
    if (count == nullptr) lacking = part;
    if (count != nullptr) rest += part == arg::Record::kPlayed ? *count : -*count;
  }
  if (lacking == arg::Record::kPlayed) rest = -rest;
  if (lacking == kNoIndex || rest < 0) return;
  out.args[lacking] = rest;
  out.evidence.inferred.push_back({lacking, Source::kRule});
}

}  // namespace panchina
