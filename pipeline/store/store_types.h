// What the two stores and the loader have in common. Both stores have the same member functions
// (see sqlite_store.h), called through EventStore, a variant; neither inherits anything. Thread
// rule: plain values.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "base/diagnostic.h"
#include "base/result.h"

namespace panchina {

// Whether what is loaded is kept: a trial does everything in a transaction that it rolls back.
enum class LoadMode : std::uint8_t { kKeep, kTrial };

// Rows of one table that changed.
struct RowChanges {
  std::uint64_t inserted = 0;
  std::uint64_t updated = 0;
  std::uint64_t deleted = 0;

  bool any() const { return inserted + updated + deleted > 0; }
  RowChanges& operator+=(const RowChanges& other) {
    inserted += other.inserted;
    updated += other.updated;
    deleted += other.deleted;
    return *this;
  }
};

enum class DocumentFate : std::uint8_t {
  kNew,
  kChanged,
  kUnchanged,
  kKept,    // an unreadable article: what the database had stays
  kRefused  // its lines are not whole: what the database had stays
};

// What loading did, or would do, to a document.
struct DocumentChange {
  std::string doc;
  DocumentFate fate = DocumentFate::kUnchanged;
  RowChanges events;
  RowChanges evidence;
};

// What a document was extracted from, as the extractor hashes it: text, published date, rules,
// program and options together. An empty key: not known.
struct InputKey {
  std::string doc;
  std::string key;
};

// The diagnostic for a database that is none of ours, or one of a newer version.
inline Diagnostic foreign_database(std::string database, std::string message) {
  return {"database-foreign", std::move(message), {std::move(database), 0, 0}, "", "", 1};
}

// What the database knows of a document before it is loaded.
struct KnownDocument {
  bool known = false;
  bool ok = false;  // its status
};

}  // namespace panchina
