// The data of the HTML report: everything that a database of events holds, as one JSON object that
// may stand inside a <script> element. Thread rule: free functions.
#pragma once

#include <string>
#include <vector>

#include "app/score.h"
#include "store/fact_reader.h"

namespace panchina {

struct ReportSources {
  std::string texts;               // folder of the articles; empty: only quoted passages are shown
  std::vector<ScoreError> errors;  // what gold says was missed or wrong
  bool gold = false;
};

// Reads all of the database. `<`, `>`, `&` and the line separators of JavaScript are escaped.
Result<std::string, Diagnostic> report_data(FactReader& reader, const ReportSources& sources);

}  // namespace panchina
