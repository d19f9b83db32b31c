// ToldSpells: the posts and playing spells that an article tells, counted by person and by club.
// Thread rule: const once read.
#pragma once

#include <cstddef>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "resolve/fact/statement.h"

namespace panchina {

class ToldSpells {
 public:
  explicit ToldSpells(const std::vector<Statement>& statements);

  // Asserted ones of a person, by name.
  std::size_t posts_of(const std::string& person) const { return count(posts_, person); }
  std::size_t spells_of(const std::string& person) const { return count(spells_, person); }
  // Persons with an asserted post at a club, by its id; asserted posts anywhere.
  std::size_t persons_at(const std::string& club) const { return count(persons_at_, club); }
  std::size_t posts() const { return all_posts_; }
  // Whether anything, denied or not, is told of a person at a club: spell_key(); talk that is no
  // better than a guess tells nothing. That somebody was replaced there tells of his post.
  bool tells(const std::string& key) const { return told_.contains(key); }
  // ... a post: one who played at the club may coach it.
  bool tells_post(const std::string& key) const { return told_posts_.contains(key); }

 private:
  using Counts = std::unordered_map<std::string, std::size_t>;
  static std::size_t count(const Counts& of, const std::string& name) {
    const auto found = of.find(name);
    return found == of.end() ? 0 : found->second;
  }

  Counts posts_, spells_, persons_at_;
  std::size_t all_posts_ = 0;
  std::unordered_set<std::string> told_, told_posts_;
};

}  // namespace panchina
