#include "rule/arg_values.h"

namespace panchina {
namespace {

constexpr std::uint32_t bits(std::initializer_list<UnitKind> kinds) {
  std::uint32_t out = 0;
  for (const UnitKind kind : kinds) out |= kind_bit(kind);
  return out;
}

}  // namespace

std::vector<std::string> arg_names(EventType type) {
  std::vector<std::string> names;
  for (const ArgSpec& arg : event_spec(type).args) names.emplace_back(arg.name);
  return names;
}

std::uint32_t kinds_for(const ArgSpec& arg) {
  using enum UnitKind;
  if (arg.kind == ArgKind::kDate) return bits({kDate});
  if (arg.kind == ArgKind::kFlag) return 0;
  if (arg.kind == ArgKind::kNumber) return bits({kNumber, kOrdinal, kScore, kRecord});
  if (arg.name == "person" || arg.name == "replaces" || arg.name == "replaced_by") {
    return bits({kPerson});
  }
  if (arg.name == "role") return bits({kRole});
  if (arg.name == "competition") return bits({kCompetition});
  if (arg.name == "stadium") return bits({kStadium, kPlace});
  if (arg.name == "round") return bits({kRound, kOrdinal, kNumber});
  if (arg.name == "place") return bits({kPlace, kClub, kPerson});  // as the text writes it
  if (arg.kind == ArgKind::kId) return bits({kClub, kNation});
  return ~0u;
}

std::vector<std::string> constants_for(std::string_view arg) {
  if (arg == "role") {
    return {"head_coach",        "assistant_coach",   "technical_collaborator", "youth_coach",
            "youth_coordinator", "goalkeeping_coach", "fitness_coach",          "other_staff"};
  }
  if (arg == "end_cause") {
    return {"dismissed", "resigned", "mutual_consent", "contract_expired", "left"};
  }
  if (arg == "capacity") return {"coach", "player", "club"};
  return {};
}

bool is_known_id(const Lexicon& lexicon, const ArgSpec& arg, const std::string& id) {
  if (arg.kind != ArgKind::kId) return true;
  if (arg.name == "competition") {
    return id.starts_with('?') || lexicon.find_competition(id) != kNoIndex;
  }
  if (arg.name == "stadium") return lexicon.find_stadium(id) != kNoIndex;
  return lexicon.find_club(id) != kNoIndex;
}

}  // namespace panchina
