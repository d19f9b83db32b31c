// EarlierOutput: the lines of an earlier run into the same file, taken over where nothing has
// changed that they depend on: rules, program and options (the run line) and the article's own
// bytes. Thread rule: const after opening, shared by all workers.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace panchina {

class EarlierOutput {
 public:
  // Knows nothing.
  EarlierOutput() = default;
  // Lists the documents of `path`. Knows nothing where the file cannot be read or begins with
  // another run line; then every article is extracted.
  static EarlierOutput open(const std::string& path, std::string_view run_line);
  EarlierOutput(EarlierOutput&& other) noexcept;
  EarlierOutput& operator=(EarlierOutput&& other) noexcept;
  ~EarlierOutput();

  struct Lines {
    std::string text;  // the document line and its events
    std::uint64_t events = 0;
  };
  // The lines of the article with that id, where its source had that sha256 (hex).
  std::optional<Lines> find(std::string_view doc, std::string_view sha256) const;

 private:
  struct Place {
    std::uint64_t begin = 0;
    std::uint64_t size = 0;
    std::uint64_t sha256 = 0;  // its first 16 digits
    std::uint64_t events = 0;
  };
  int file_ = -1;
  std::unordered_map<std::uint64_t, Place> places_;  // by hash of the id
};

}  // namespace panchina
