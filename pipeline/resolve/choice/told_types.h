// ToldTypes: which types of events a sentence tells, and of whom. Thread rule: belongs to one
// document's pass.
#pragma once

#include <cstdint>
#include <memory_resource>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "resolve/choice/sign_sum.h"
#include "resolve/fact/statement.h"

namespace panchina {

class ToldTypes {
 public:
  explicit ToldTypes(Memory* memory) : of_person_(memory) {}

  // A sentence is read: what it asserts are the statements from `first` on. They must outlive what
  // is asked next.
  void read(const std::vector<Statement>& statements, std::size_t first);
  // The signs `told.TYPE`, `told_of_person.TYPE` of a person by name; `told_before.TYPE`, of the
  // sentence before.
  void add(std::string_view person, SignSum& out) const;
  void add_before(SignSum& out) const;

 private:
  // Bits by type.
  std::uint32_t told_ = 0, before_ = 0;
  std::pmr::unordered_map<std::string_view, std::uint32_t> of_person_;
};

}  // namespace panchina
