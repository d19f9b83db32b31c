// A command's whole data at once. Thread rule: free functions.
#pragma once

#include <string>
#include <string_view>

#include "base/file.h"

namespace panchina {

// Writes `data` to the file, `-`: standard output. Returns the exit code; says what failed.
int write_output(const std::string& path, std::string_view data);

// The file that `-o` names: standard output for `-`.
Result<AtomicFile, FileError> open_output(const std::string& path);

// The exit code for a failed write, which it prints; a pipe closed by its reader ends quietly with
// 0.
int output_failed(const FileError& error);

}  // namespace panchina
