#include "base/diagnostic.h"

#include <algorithm>
#include <numeric>

namespace panchina {

std::string to_text(const Diagnostic& diagnostic) {
  std::string out;
  const Place& place = diagnostic.place;
  if (!place.file.empty()) {
    out += place.file + ":";
    if (place.line > 0) out += std::to_string(place.line) + ":";
    if (place.line > 0 && place.column > 0) out += std::to_string(place.column) + ":";
    out += " ";
  }
  out += diagnostic.code + ": " + diagnostic.message + "\n";
  if (!diagnostic.source_line.empty()) {
    out += "  " + diagnostic.source_line + "\n";
    if (place.column > 0) {
      out += "  " + std::string(place.column - 1, ' ') +
             std::string(std::max(1u, diagnostic.length), '^') + "\n";
    }
  }
  if (!diagnostic.hint.empty()) out += "  " + diagnostic.hint + "\n";
  return out;
}

namespace {

// Levenshtein distance in bytes, one row at a time.
std::size_t edit_distance(const std::string& one, const std::string& two) {
  std::vector<std::size_t> row(two.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 0; i < one.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i + 1;
    for (std::size_t j = 0; j < two.size(); ++j) {
      const std::size_t above = row[j + 1];
      row[j + 1] = std::min({above + 1, row[j] + 1, diagonal + (one[i] == two[j] ? 0u : 1u)});
      diagonal = above;
    }
  }
  return row.back();
}

}  // namespace

std::string nearest(const std::string& word, const std::vector<std::string>& candidates) {
  std::string best;
  std::size_t least = std::max<std::size_t>(1, word.size() / 3) + 1;
  for (const std::string& candidate : candidates) {
    const std::size_t distance = edit_distance(word, candidate);
    if (distance < least) {
      least = distance;
      best = candidate;
    }
  }
  return best;
}

std::string did_you_mean(std::string_view word, const std::vector<std::string>& candidates) {
  const std::string best = nearest(std::string(word), candidates);
  return best.empty() ? "" : "did you mean «" + best + "»?";
}

}  // namespace panchina
