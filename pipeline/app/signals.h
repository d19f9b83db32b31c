// SIGINT and SIGTERM: the first asks for a stop after the article at hand, a second one ends the
// process at once. SIGPIPE is ignored: a closed pipe shows as a failed write. Thread rule:
// stop_signal() from any thread.
#pragma once

namespace panchina {

void install_signal_handlers();
// The signal that asked for a stop, or 0.
int stop_signal();

}  // namespace panchina
