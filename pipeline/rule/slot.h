// Slots of event and table rules: `{person:person}`, `{date:start kind=range}`, `{club+:clubs}`.
// Thread rule: const after loading.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "document/layers.h"

namespace panchina {

// What a slot may bind: a unit with a reading of one of `kinds` that has one of the features
// `any_of` (0: no demand) and none of `none_of`.
struct SlotDemand {
  std::uint32_t kinds = 0;
  std::uint32_t any_of = 0;
  std::uint32_t none_of = 0;
};

// A slot as the resolver sees it. A name may stand at several places of a rule (in alternatives);
// `kinds` is their union.
struct SlotSpec {
  std::string name;
  std::uint32_t kinds = 0;  // kind_bit()s
  bool list = false;        // `{club+:clubs}`
  bool optional = false;    // `{person?:person}`
  bool adjunct = false;     // from `with.SLOT`
};

// Kinds of a slot type (`person`, `club`, `date`, ...); 0 where there is no such type.
std::uint32_t slot_type_kinds(std::string_view type);
std::vector<std::string> slot_type_names();

// A feature `key=value` of a slot of these kinds, added to `demand`; false where unknown.
bool add_slot_feature(std::string_view key, std::string_view value, SlotDemand& demand);
std::vector<std::string> slot_feature_names(std::uint32_t kinds);

}  // namespace panchina
