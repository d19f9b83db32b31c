#include "resolve/choice/told_types.h"

#include <string>

#include "resolve/fact/args.h"

namespace panchina {
namespace {

void add_types(SignName family, std::uint32_t types, SignSum& out) {
  for (unsigned type = 0; types >> type != 0; ++type) {
    if ((types >> type & 1) != 0) out.add(family, event_spec(static_cast<EventType>(type)).name);
  }
}

}  // namespace

void ToldTypes::read(const std::vector<Statement>& statements, std::size_t first) {
  before_ = told_;
  told_ = 0;
  of_person_.clear();
  for (std::size_t i = first; i < statements.size(); ++i) {
    const Statement& one = statements[i];
    if (one.factuality != Factuality::kAsserted) continue;
    const std::uint32_t bit = 1u << static_cast<unsigned>(one.type);
    told_ |= bit;
    const Index arg = arg_index(one.type, "person");
    if (const std::string* name = arg == kNoIndex ? nullptr : text_of(one.args[arg]))
      of_person_[*name] |= bit;
  }
}

void ToldTypes::add(std::string_view person, SignSum& out) const {
  add_types("told", told_, out);
  const auto own = of_person_.find(person);
  if (own != of_person_.end()) add_types("told_of_person", own->second, out);
}

void ToldTypes::add_before(SignSum& out) const { add_types("told_before", before_, out); }

}  // namespace panchina
