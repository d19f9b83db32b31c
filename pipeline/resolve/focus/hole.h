// Hole: what a statement leaves open, a person or a club, and what its words say of who is meant.
// Thread rule: a plain value; it keeps spans of its caller's.
#pragma once

#include <algorithm>
#include <span>
#include <vector>

#include "document/document.h"

namespace panchina {

// What a hole stands in.
struct Hole {
  Index clause = kNoIndex;
  Index unit = kNoIndex;         // the trigger
  bool clitic = false;           // an object: not the subject of its own clause
  bool subject_follows = false;  // `Esonerato nel 2018, Rossi …`: it may stand behind
  bool gerund = false;           // `rassegnando`: of the subject of its clause
  bool own_club = false;         // the club that the person was last said to be at comes first (a
                                 // departure, a balance)
  bool nominal = false;          // no verb tells it
  bool house = false;            // `con noi`, `nostra`: the page's own club
  bool we = false;               // `abbiamo vinto`: whoever speaks and others
  bool any_item = false;         // of a round-up: also whom another item names
  bool entering = false;         // whose place somebody takes, or what he signs, is told as of now
  bool replacing = false;        // the place of somebody whom it doesn't name is taken
  bool post = false;             // a post is told
  bool staff = false;            // ... on the staff of whoever leads the side
  bool held = false;             // ... as held: no appointment, no departure
  bool speaker = false;          // the first person speaks
  bool birth = false;            // whose birth is told
  bool career = false;           // a station of the career that the passage follows
  bool playing = false;          // the years and the games of a player
  bool subject_club = false;     // a title, a balance, a place of a table: of a club's own doing
  bool match = false;            // ... or a match
  std::span<const Index> taken;  // persons, or clubs, that the hit binds elsewhere
  std::span<const Index> clubs;  // that the hit binds, where a person is asked for
  std::span<const Index> persons;  // ... where a club is
  // By club, whether it is a national side, where a club is asked for that has to be one
  // (`of_nations`) or not; null: either.
  const std::pmr::vector<bool>* nation = nullptr;
  bool of_nations = false;

  // Whether it is not whom, or what, the hole asks for; kNoIndex is nothing that it may not be.
  bool takes(Index entity) const {
    return std::find(taken.begin(), taken.end(), entity) != taken.end() ||
           (nation != nullptr && entity != kNoIndex && (*nation)[entity] != of_nations);
  }
  // The same hole, where whom the passage is about is asked for instead of a club.
  Hole of_person(std::span<const Index> but = {}) const {
    Hole who = *this;
    who.taken = but;
    who.nation = nullptr;
    return who;
  }
};

}  // namespace panchina
