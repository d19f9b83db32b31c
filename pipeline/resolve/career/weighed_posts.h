// WeighedPosts: posts that no rule tells and whose club no word of the sentence names: every person
// that running text names is paired with the club that the passage is about, and weighed by its
// signs. Thread rule: belongs to one document's pass. Time: linear in the document.
#pragma once

#include <array>
#include <memory_resource>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "resolve/career/career.h"
#include "resolve/career/on_pitch.h"
#include "resolve/career/spell_signs.h"
#include "resolve/career/weighed_spells.h"
#include "resolve/choice/choice.h"
#include "resolve/fact/statement.h"
#include "resolve/focus/focus.h"

namespace panchina {

// A post that is told: of whom, where.
struct WeighedPost {
  WeighedHit told;
  Index unit = kNoIndex;    // that names the person
  Index person = kNoIndex;  // entities
  Index club = kNoIndex;
  Index role_unit = kNoIndex;  // that names the post
  std::string_view role{};     // id of a post that words tell otherwise; empty: none
};

class WeighedPosts {
 public:
  // All must outlive it. `choices`: every pair is added there, if not nullptr.
  WeighedPosts(const Document& document, const Lexicon& lexicon, const EntityView& entities,
               const OnPitch& on_pitch, const SignWeights& weights, SignChoices* choices);

  // A rule binds a person of the sentence that is being read.
  void offer(const Hit& hit, const EmitSpec& emit) { offered_.push_back({&hit, &emit}); }
  // The sentence is read.
  void close_sentence(Index sentence, const Scene& scene);
  // What the document tells beside `statements`, in text order. Call once.
  std::vector<WeighedPost> decide(const std::vector<Statement>& statements);

 private:
  static constexpr std::size_t kStaffWords = 5;
  struct Candidate {
    WeighedPost post;
    SignWeight weight;
    Index choice = kNoIndex;  // in `choices_`
  };
  void weigh(const WeighedPost& post, Index sentence, const Scene& scene);
  void add_clause(const WeighedPost& post, SignSum& out) const;
  void find_role(WeighedPost& post) const;
  IndexRange bracket_behind(const WeighedPost& post) const;
  bool find_role_in_bracket(WeighedPost& post) const;
  bool is_of_another_side(const WeighedPost& post, Index club) const;
  bool ends_role_search(Index u, WeighedPost& post) const;
  // The headings that name posts which no tenure has, no coach's and nobody: `Cronologia dei
  // presidenti`.
  void find_other_posts();

  const Document& document_;
  const Lexicon& lexicon_;
  const EntityView& entities_;
  const OnPitch& on_pitch_;
  const SignWeights& weights_;
  SpellSigns signs_;
  Index bare_genitive_, genitive_, second_, as_;                             // word lists
  std::array<std::pair<Index, std::string_view>, kStaffWords> staff_words_;  // word list, role
  std::vector<SpellChoice>* choices_;
  // In the scratch memory of the stage.
  std::pmr::vector<WeighedHit> offered_;  // of the sentence
  std::pmr::vector<Candidate> candidates_;
  bool tells_of_benches_ = false;       // Careers::tells_of_benches
  std::pmr::vector<Index> named_;       // by person: how often so far
  std::pmr::vector<bool> other_posts_;  // by block: a heading of such posts
};

}  // namespace panchina
