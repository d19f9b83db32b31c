#include "store/postgres_server.h"

#include <fcntl.h>
#include <libpq-fe.h>
#include <pwd.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <filesystem>
#include <vector>

namespace panchina::test {
namespace {

namespace fs = std::filesystem;

// The newest version's programs.
fs::path programs() {
  std::vector<fs::path> found;
  std::error_code none;
  for (const auto& version : fs::directory_iterator("/usr/lib/postgresql", none)) {
    if (fs::exists(version.path() / "bin/initdb")) found.push_back(version.path() / "bin");
  }
  return found.empty() ? fs::path() : *std::ranges::max_element(found);
}

// Starts a program as the user postgres where we are root; its output goes to `log`.
pid_t start(const std::vector<std::string>& command, const fs::path& log) {
  const pid_t child = fork();
  if (child != 0) return child;
  if (geteuid() == 0) {
    const passwd* user = getpwnam("postgres");
    if (user == nullptr || setgid(user->pw_gid) != 0 || setuid(user->pw_uid) != 0) _exit(126);
  }
  const int out = open(log.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0644);
  dup2(out, 1);
  dup2(out, 2);
  std::vector<char*> arguments;
  for (const std::string& argument : command) {
    arguments.push_back(const_cast<char*>(argument.c_str()));
  }
  arguments.push_back(nullptr);
  execv(arguments[0], arguments.data());
  _exit(127);
}

class Server {
 public:
  Server() {
    const fs::path bin = programs();
    if (bin.empty()) return;
    std::string name = (fs::temp_directory_path() / "panchina-pg-XXXXXX").string();
    folder_ = mkdtemp(name.data());
    if (geteuid() == 0) {
      const passwd* user = getpwnam("postgres");
      if (user == nullptr || chown(folder_.c_str(), user->pw_uid, user->pw_gid) != 0) return;
    }
    const fs::path data = folder_ / "data", log = folder_ / "log";
    int status = 1;
    waitpid(start({bin / "initdb", "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8",
                   "--locale=C", "--no-sync"},
                  log),
            &status, 0);
    if (status != 0) {
      complain("initdb failed", log);
      return;
    }
    owner_ = getpid();
    server_ = start({bin / "postgres", "-D", data, "-k", folder_, "-c", "listen_addresses=", "-c",
                     "fsync=off", "-c", "max_wal_size=4GB", "-c", "shared_buffers=64MB"},
                    log);
    const std::string url = "postgresql://postgres@/postgres?host=" + folder_.string();
    for (int i = 0; i < 600; ++i) {
      if (PQping(url.c_str()) == PQPING_OK) {
        socket_ = folder_;
        return;
      }
      if (waitpid(server_, nullptr, WNOHANG) != 0) break;
      usleep(50'000);
    }
    complain("the server does not start", log);
  }
  ~Server() {
    if (folder_.empty() || getpid() != owner_) return;
    if (server_ > 0) {
      kill(server_, SIGINT);
      waitpid(server_, nullptr, 0);
    }
    fs::remove_all(folder_);
  }
  const std::string& socket() const { return socket_; }

 private:
  static void complain(const char* what, const fs::path& log) {
    std::fprintf(stderr, "%s; see %s\n", what, log.c_str());
  }

  fs::path folder_;
  std::string socket_;
  pid_t server_ = 0;
  pid_t owner_ = 0;
};

}  // namespace

const std::string& postgres_socket_folder() {
  static const Server server;
  return server.socket();
}

}  // namespace panchina::test
