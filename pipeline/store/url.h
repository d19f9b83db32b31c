// The forms of --db. Thread rule: free functions.
#pragma once

#include <string>

namespace panchina {

// postgresql://... (or postgres://...): a server; all else is a file of SQLite.
bool is_postgres(const std::string& url);
// The file of `sqlite:PATH` or a bare path.
std::string sqlite_path(const std::string& url);
// The URL for messages: a password in it becomes ***.
std::string without_password(const std::string& url);
// A server's message up to its first line end.
std::string first_line(const std::string& text);

}  // namespace panchina
