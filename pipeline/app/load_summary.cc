#include "app/load_summary.h"

#include <array>
#include <cstdio>

#include "app/progress.h"
#include "app/terminal.h"

namespace panchina {
namespace {

constexpr std::array<const char*, 5> kFates = {"new", "changed", "unchanged", "kept", "refused"};

std::string seconds_text(double seconds) {
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%.1f", seconds);
  return text.data();
}

}  // namespace

std::string load_problem(const Diagnostic& diagnostic) {
  std::string text = to_text(diagnostic);
  while (text.ends_with('\n')) text.pop_back();
  return text;
}

std::string change_line(const DocumentChange& change) {
  if (change.fate == DocumentFate::kUnchanged) return "";
  std::string line = kFates[static_cast<std::size_t>(change.fate)];
  line.resize(9, ' ');
  line += visible(change.doc);
  const std::pair<const char*, std::uint64_t> counts[] = {
      {" +", change.events.inserted}, {" ~", change.events.updated}, {" -", change.events.deleted}};
  for (const auto& [mark, count] : counts) {
    if (count > 0) line += mark + std::to_string(count);
  }
  return line + "\n";
}

std::string load_summary(const LoadReport& report, double seconds, bool trial) {
  std::string text = trial ? "would be: " : "";
  std::uint64_t documents = 0;
  std::string parts;
  for (std::size_t i = 0; i < kFates.size(); ++i) {
    documents += report.fates[i];
    if (report.fates[i] == 0) continue;
    parts += parts.empty() ? " (" : ", ";
    parts += grouped(report.fates[i]) + " " + kFates[i];
  }
  if (!parts.empty()) parts += ")";
  text += grouped(documents) + (documents == 1 ? " document" : " documents") + parts + "; events: ";
  text += grouped(report.events.inserted) + " added, " + grouped(report.events.updated) +
          " changed, " + grouped(report.events.deleted) + " deleted, " +
          grouped(report.events_unchanged) + " as before; " + seconds_text(seconds) + " s";
  return text;
}

std::string load_summary_json(const LoadReport& report, double seconds, int exit_code) {
  std::string text = "{\"documents\":{";
  for (std::size_t i = 0; i < kFates.size(); ++i) {
    if (i > 0) text += ",";
    text += "\"" + std::string(kFates[i]) + "\":" + std::to_string(report.fates[i]);
  }
  text += "},\"events\":{\"added\":" + std::to_string(report.events.inserted) +
          ",\"changed\":" + std::to_string(report.events.updated) +
          ",\"deleted\":" + std::to_string(report.events.deleted) +
          ",\"unchanged\":" + std::to_string(report.events_unchanged) +
          "},\"seconds\":" + seconds_text(seconds) + ",\"exit\":" + std::to_string(exit_code) + "}";
  return text;
}

}  // namespace panchina
