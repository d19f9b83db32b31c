#include "rule/slot.h"

#include <span>

#include "document/features.h"

namespace panchina {

namespace {

struct SlotType {
  std::string_view name;
  UnitKind kind;
};
constexpr SlotType kTypes[] = {
    {"person", UnitKind::kPerson},
    {"club", UnitKind::kClub},
    {"nation", UnitKind::kNation},
    {"date", UnitKind::kDate},
    {"number", UnitKind::kNumber},
    {"ordinal", UnitKind::kOrdinal},
    {"score", UnitKind::kScore},
    {"record", UnitKind::kRecord},
    {"age", UnitKind::kAge},
    {"minute", UnitKind::kMinute},
    {"money", UnitKind::kMoney},
    {"round", UnitKind::kRound},
    {"role", UnitKind::kRole},
    {"competition", UnitKind::kCompetition},
    {"stadium", UnitKind::kStadium},
    {"place", UnitKind::kPlace},
    {"lineup", UnitKind::kLineupShape},
};

struct SlotFeature {
  std::uint32_t kinds;
  std::string_view value;
  std::uint32_t any_of;
  std::uint32_t none_of;
};
constexpr std::uint32_t kDateBit = kind_bit(UnitKind::kDate);
constexpr std::uint32_t kRoleBit = kind_bit(UnitKind::kRole);
constexpr std::uint32_t kClubBits = kind_bit(UnitKind::kClub) | kind_bit(UnitKind::kNation);
constexpr std::uint32_t kScoreBit = kind_bit(UnitKind::kScore);
constexpr std::uint32_t kRecordBit = kind_bit(UnitKind::kRecord);
// Those that are one bit, then those that are several, or none.
struct SlotBits {
  std::uint32_t kinds;
  std::span<const FeatureName> names;
};
constexpr SlotBits kBits[] = {
    {kDateBit, kDateKinds}, {kRoleBit, kRoleFeatures}, {kClubBits, kClubFeatures}};
constexpr SlotFeature kFeatures[] = {
    {kRecordBit, "two", kRecordTwo, 0},
    {kRecordBit, "three", 0, kRecordTwo},
    {kScoreBit, "final", 0, kScoreHalfTime | kScorePenalties},
    {kScoreBit, "partial", kScoreHalfTime, 0},
    {kScoreBit, "penalties", kScorePenalties, 0},
    {kScoreBit, "extra", kScoreExtraTime, 0},
    {kDateBit, "point", 0, kDateRange | kDateDuration | kDateFrom | kDateUntil},
    {kDateBit, "calendar", 0, kDateDuration},
    {kRoleBit, "holder", 0, kRoleVacant},
    {kClubBits, "first", 0, kClubYouthSide | kClubWomen},
};

}  // namespace

std::uint32_t slot_type_kinds(std::string_view type) {
  for (const SlotType& one : kTypes) {
    if (one.name == type) return kind_bit(one.kind);
  }
  return 0;
}

std::vector<std::string> slot_type_names() {
  std::vector<std::string> names;
  for (const SlotType& one : kTypes) names.emplace_back(one.name);
  return names;
}

bool add_slot_feature(std::string_view key, std::string_view value, SlotDemand& demand) {
  if (key != "kind") return false;
  for (const SlotBits& bits : kBits) {
    if ((bits.kinds & demand.kinds) == 0) continue;
    for (const auto& [bit, name] : bits.names) {
      if (name != value) continue;
      demand.any_of |= bit;
      return true;
    }
  }
  for (const SlotFeature& one : kFeatures) {
    if ((one.kinds & demand.kinds) == 0 || one.value != value) continue;
    demand.any_of |= one.any_of;
    demand.none_of |= one.none_of;
    return true;
  }
  return false;
}

std::vector<std::string> slot_feature_names(std::uint32_t kinds) {
  std::vector<std::string> names;
  for (const SlotBits& bits : kBits) {
    if ((bits.kinds & kinds) == 0) continue;
    for (const FeatureName& one : bits.names) names.emplace_back(one.name);
  }
  for (const SlotFeature& one : kFeatures) {
    if ((one.kinds & kinds) != 0) names.emplace_back(one.value);
  }
  return names;
}

}  // namespace panchina
