// Posts elsewhere: `mister Rossi`, at the club that the passage was about, where his own sentence
// tells of another one. Runs after merging. Thread rule: free function.
#pragma once

#include <vector>

#include "document/event.h"

namespace panchina {

// Drops a bare post at a club that was only inferred, where another was told to be the coach there
// before, and the sentence, the first that tells a post of its person, names another club of his:
// `Neri è al Lecco. Mister Rossi, che ha vinto con il Como, …`. Time: linear in the
// posts, for each bare one in those of its person and of its club.
void drop_posts_elsewhere(std::vector<Event>& events);

}  // namespace panchina
