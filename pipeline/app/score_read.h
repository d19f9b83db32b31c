// Reads what is scored: gold files and event lines. Thread rule: free functions.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "app/score.h"
#include "base/diagnostic.h"
#include "base/result.h"

namespace panchina {

// All `*.json` of a folder in the order of their names; mentions get their spans from the articles
// below `texts`. Fails on the first file that is no gold, naming it.
Result<std::vector<GoldArticle>, Diagnostic> read_gold(const std::filesystem::path& folder,
                                                       const std::filesystem::path& texts);

// The events of a run's output by document; documents without events are not there.
using EventsByDocument = std::map<std::string, std::vector<ScoredEvent>>;
Result<EventsByDocument, Diagnostic> read_events(const std::string& path);

}  // namespace panchina
