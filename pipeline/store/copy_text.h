// Rows in the text form of PostgreSQL's COPY. Thread rule: free function.
#pragma once

#include <span>
#include <string>

#include "store/cell.h"

namespace panchina {

// Appends a row with its line end.
void append_copy(std::span<const Cell> row, std::string& out);

}  // namespace panchina
