// Awards: scores that a judge gave, and those of the pitch that no longer count: `1-1 sul campo,
// 0-3 a tavolino`. Thread rule: const, of one document. Linear: it looks a fixed number of units
// around a score.
#pragma once

#include <string>

#include "document/document.h"
#include "lexicon/lexicon.h"
#include "resolve/fact/statement.h"

namespace panchina {

class Awards {
 public:
  // The match that was stated last; `statement` is its index.
  struct Last {
    std::string home, away;
    Index sentence = kNoIndex;  // kNoIndex: none was stated
    std::size_t statement = 0;
    bool awarded = false;
  };

  Awards(const Document& document, const Lexicon& lexicon)
      : document_(document),
        awarding_(lexicon.find_list("awarding")),
        by_judge_(lexicon.find_list("by_judge")),
        extra_time_(lexicon.find_list("extra_time")),
        awards_(lexicon.find_list("verb_awards")),
        pitch_(lexicon.find_list("match_pitch")),
        on_(lexicon.find_list("match_on")),
        genitive_(lexicon.find_list("genitive")),
        lexicon_(lexicon) {}

  // Whether a judge's word stands by a score (a unit), nearer than any other score.
  bool is_awarded(Index score) const;
  // `3-0 a tavolino`: such a word can only mean that.
  bool is_by_judge(Index score) const;
  // `2-1 dopo i supplementari`, `ai supplementari il Como la spunta 2-1`.
  bool is_after_extra_time(Index score) const;
  // `sul campo era finita 1-2`
  bool is_of_pitch(Index score) const;
  // Of two matches of the same two clubs in one sentence: takes back the one that a judge undid,
  // `match` or the one stated before.
  void settle(Index sentence, Index score, Statement& match, Last& last,
              std::vector<Statement>& before) const;

 private:
  template <typename Reach, typename Test>
  bool any_near(Index score, const Reach& reach, const Test& test) const;

  const Document& document_;
  Index awarding_, by_judge_, extra_time_, awards_, pitch_, on_, genitive_;
  const Lexicon& lexicon_;
};

}  // namespace panchina
