// Vocabulary: folded words <-> dense ids (id 0: no word). Filled while lexicon and rules load,
// const afterwards and shared by all workers.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "document/layers.h"

namespace panchina {

class Vocabulary {
 public:
  Vocabulary();
  // The id of a folded word (text/fold.h), added where new.
  Index add(std::string_view folded);
  // The id, or 0 where the word is not held. One hash look-up.
  Index find(std::string_view folded) const;
  std::string_view word(Index id) const;
  Index size() const;

  // For base/archive.h.
  static void fields(auto& archive, auto& self) { archive(self.slots_, self.starts_, self.bytes_); }

 private:
  // With the word's first bytes: a short one is told from all others without a look at bytes_.
  struct Slot {
    std::uint32_t hash = 0;
    Index id = 0;
    std::uint64_t head = 0;
  };
  // What a word is looked up by: a slot without an id.
  static Slot key_of(std::string_view folded);
  bool holds(const Slot& slot, const Slot& key, std::string_view folded) const;
  void grow();
  std::vector<Slot> slots_;
  std::vector<std::uint32_t> starts_;  // into bytes_, one more than words
  std::string bytes_;
};

}  // namespace panchina
