// Section by section over what was seen of a document. Thread rule: a free function.
#pragma once

#include <cstddef>
#include <memory_resource>
#include <vector>

namespace panchina {

// Calls use(from, to) for each run of entries of one `section`. Linear.
template <class Seen, class Use>
void each_section(const std::pmr::vector<Seen>& seen, const Use& use) {
  for (std::size_t from = 0; from < seen.size();) {
    std::size_t to = from;
    while (to < seen.size() && seen[to].section == seen[from].section) ++to;
    use(from, to);
    from = to;
  }
}

}  // namespace panchina
