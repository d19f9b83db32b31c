#include "app/signals.h"

#include <signal.h>
#include <unistd.h>

#include <atomic>

#include "app/exit_codes.h"

namespace panchina {
namespace {

std::atomic<int> received{0};
static_assert(std::atomic<int>::is_always_lock_free);

void on_signal(int signal_number) {
  if (received.exchange(signal_number) != 0) _exit(kExitSignalBase + signal_number);
}

}  // namespace

void install_signal_handlers() {
  struct sigaction action = {};
  action.sa_handler = on_signal;
  sigemptyset(&action.sa_mask);
  action.sa_flags = SA_RESTART;
  sigaction(SIGINT, &action, nullptr);
  sigaction(SIGTERM, &action, nullptr);
  action.sa_handler = SIG_IGN;
  sigaction(SIGPIPE, &action, nullptr);
}

int stop_signal() { return received.load(std::memory_order_relaxed); }

}  // namespace panchina
