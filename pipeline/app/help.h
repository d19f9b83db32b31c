// Help texts: examples under every command's options. Thread rule: free function.
#pragma once

namespace CLI {
class App;
}

namespace panchina {

// Sets the examples and the form of help of the program and all its commands.
void set_help(CLI::App& program);

}  // namespace panchina
