#include "base/build_id.h"

#include <elf.h>
#include <link.h>

#include <cstring>
#include <string_view>

#include "base/hash.h"

namespace panchina {
namespace {

constexpr std::size_t padded(std::size_t size) { return (size + 3) & ~std::size_t{3}; }

// The content of the note of this type among `notes`; empty: none.
std::string_view note_of(std::string_view notes, std::uint32_t type) {
  ElfW(Nhdr) head{};
  while (notes.size() >= sizeof(head)) {
    std::memcpy(&head, notes.data(), sizeof(head));
    const std::size_t name = sizeof(head), content = name + padded(head.n_namesz);
    const std::size_t end = content + padded(head.n_descsz);
    if (end > notes.size()) return {};
    if (head.n_type == type && notes.substr(name, head.n_namesz) == std::string_view("GNU\0", 4))
      return notes.substr(content, head.n_descsz);
    notes.remove_prefix(end);
  }
  return {};
}

}  // namespace

std::string build_id() {
  std::string id;
  const auto look = [](dl_phdr_info* object, std::size_t, void* out) {
    for (int i = 0; i < object->dlpi_phnum; ++i) {
      const ElfW(Phdr)& part = object->dlpi_phdr[i];
      if (part.p_type != PT_NOTE) continue;
      // NOLINTNEXTLINE(performance-no-int-to-ptr): addresses are numbers there
      const auto* notes = reinterpret_cast<const char*>(object->dlpi_addr + part.p_vaddr);
      const std::string_view found = note_of({notes, part.p_memsz}, NT_GNU_BUILD_ID);
      if (!found.empty()) *static_cast<std::string*>(out) = bytes_to_hex(found);
    }
    return 1;  // the program comes first; its libraries do not matter
  };
  dl_iterate_phdr(look, &id);
  return id;
}

}  // namespace panchina
