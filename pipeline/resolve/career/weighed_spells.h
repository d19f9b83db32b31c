// WeighedSpells: posts and playing spells that no rule tells, by the weight of their signs. Every
// club of running text that nothing else has claimed is paired with whom the passage is about, and
// with each person that its sentence names. Thread rule: belongs to one document's pass. Time:
// linear in the document.
#pragma once

#include <functional>
#include <memory_resource>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "resolve/career/career.h"
#include "resolve/career/on_pitch.h"
#include "resolve/career/spell_signs.h"
#include "resolve/career/told_spells.h"
#include "resolve/career/walk.h"
#include "resolve/choice/choice.h"
#include "resolve/choice/told_types.h"
#include "resolve/fact/statement.h"
#include "resolve/focus/aside_clubs.h"
#include "resolve/focus/focus.h"

namespace panchina {

// A club that a rule with `emit.weighed` binds, and what it would tell of it.
struct WeighedHit {
  const Hit* hit = nullptr;
  const EmitSpec* emit = nullptr;
};

// Where the pass stands: a sentence is read.
struct Scene {
  const Focus& focus;
  const Careers& careers;
  const ToldTypes& told;
};

// A post or a spell that is told.
struct WeighedSpell {
  WeighedHit told;
  SpellPair pair;
};

class WeighedSpells {
 public:
  // All must outlive it. `choices`: every pair is added there, if not nullptr.
  WeighedSpells(const Document& document, const Lexicon& lexicon, const EntityView& entities,
                const AsideClubs& aside, const OnPitch& on_pitch, const SignWeights& weights,
                SignChoices* choices);

  // A rule binds a club of the sentence that is being read.
  void offer(const Hit& hit, const EmitSpec& emit) { offered_.push_back({&hit, &emit}); }
  // The sentence is read: pairs its clubs that are not `taken` (by unit) with persons.
  void close_sentence(Index sentence, const Scene& scene,
                      const std::function<bool(Index unit)>& taken);
  // What the document tells beside `statements`, in text order. Call once.
  std::vector<WeighedSpell> decide(const std::vector<Statement>& statements);

 private:
  struct Candidate {
    SpellPair pair;
    Index club = kNoIndex;  // entity
    WeighedHit post, spell;
    SignWeight weight;
    Index choice = kNoIndex;  // in `choices_`
  };
  // What the whole article tells and names.
  struct Article {
    std::vector<Index> clubs{}, persons{};  // namings, by entity
    Index most_clubs = 0, most_persons = 0;
    ToldSpells told;
    std::unordered_set<std::string> placed{};  // ids of clubs
  };
  bool is_land(Index unit) const;
  bool is_of_another_office(Index unit, EventType told) const;
  void add_pairs(const Candidate& club, const Scene& scene);
  void weigh(Candidate& one, const Scene& scene);
  void find_holders(Index sentence);
  bool is_replaced(Index unit) const;
  bool met_his_side(const Candidate& one, const std::vector<Statement>& statements) const;
  Article read_article(const std::vector<Statement>& statements) const;
  void add_article(Candidate& one, const Article& article);

  const Document& document_;
  const Lexicon& lexicon_;
  Index place_taken_, genitive_;  // word lists
  const EntityView& entities_;
  const SignWeights& weights_;
  SpellSigns signs_;
  const AsideClubs& aside_;
  const OnPitch& on_pitch_;
  std::vector<SpellChoice>* choices_;
  bool tells_of_benches_ = false;  // Careers::tells_of_benches
  // In the scratch memory of the stage.
  std::pmr::vector<WeighedHit> offered_;  // of the sentence
  std::pmr::vector<Candidate> candidates_;
  std::pmr::vector<Candidate> pairs_;  // of the club
  std::pmr::vector<Index> holders_;    // units of the sentence that name persons
};

}  // namespace panchina
