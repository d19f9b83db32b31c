// FocusPage: an article and what the focus knows of it, for the tests of what it takes a hole for.
// Thread rule: test data.
#pragma once

#include <gtest/gtest.h>

#include <string>

#include "annotate/stages.h"
#include "resolve/entity/entities.h"
#include "resolve/focus/focus.h"

namespace panchina {

// An article and what the focus knows of it.
struct FocusPage {
  const AnnotateStages& stages = AnnotateStages::get();
  Document document;
  EntityView view;
  Focus focus;

  explicit FocusPage(const char* text)
      : document(stages.annotated(text)),
        view(find_entities(document, stages.lexicon, [](const Hit&) { return true; })),
        focus(document, view, stages.lexicon) {}
};

struct HomeCase {
  const char* text;
  const char* club;  // whom the last verb is told of
};

struct NameCase {
  const char* text;
  const char* main;  // whom the section, or the hole, is about; or empty
};

// What the last verb of the passage leaves out.
inline Hole hole_at_last_verb(const Document& document) {
  Hole hole;
  for (Index c = 0; c < document.clauses.size(); ++c) {
    for (Index u = document.clauses[c].units.begin; u < document.clauses[c].units.end; ++u) {
      if (verb_of(document, u) == nullptr) continue;
      hole.clause = c;
      hole.unit = u;
    }
  }
  return hole;
}

// Who, or which club, the hole is about where the reader has come to its sentence.
inline void expect_person(FocusPage& passage, const Hole& hole, const std::string& name) {
  auto& [stages, document, view, focus] = passage;
  ASSERT_NE(hole.unit, kNoIndex);
  for (Index s = 0; s <= document.clauses[hole.clause].sentence; ++s) focus.enter_sentence(s);
  const Index who = focus.person(hole);
  EXPECT_EQ(who == kNoIndex ? "" : view.persons[who].name, name) << document.text.norm();
}

inline void expect_club(FocusPage& passage, const Hole& hole, const std::string& id) {
  auto& [stages, document, view, focus] = passage;
  ASSERT_NE(hole.unit, kNoIndex);
  for (Index s = 0; s <= document.clauses[hole.clause].sentence; ++s) focus.enter_sentence(s);
  const Index club = focus.club(hole, kNoIndex);
  EXPECT_EQ(club == kNoIndex ? "" : view.clubs[club], id) << document.text.norm();
}

}  // namespace panchina
