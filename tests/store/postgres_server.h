// A PostgreSQL server of the test's own: Debian's package, data and socket in a temporary folder,
// run as the user postgres where the test runs as root. Ends with the process.
#pragma once

#include <string>

namespace panchina::test {

// The folder of the running server's socket, started at the first call; empty: not installed, or
// it does not start (told on standard error).
const std::string& postgres_socket_folder();

}  // namespace panchina::test
