// Focus: who and which club a passage is about where it does not say so. The forward pass asks it
// at every hit and moves it on at every sentence. Thread rule: belongs to one document's pass.
#pragma once

#include <algorithm>
#include <functional>
#include <optional>
#include <span>
#include <unordered_map>
#include <utility>
#include <vector>

#include "document/document.h"
#include "lexicon/lexicon.h"
#include "resolve/choice/choice.h"
#include "resolve/entity/entity_view.h"
#include "resolve/focus/aside_clubs.h"
#include "resolve/focus/club_signs.h"
#include "resolve/focus/hole.h"
#include "resolve/focus/local_signs.h"
#include "resolve/focus/person_signs.h"

namespace panchina {

// How the words of a hole ask for a person.
Asked asked_by(const Hole& hole);

class Weights;

class Focus {
 public:
  // Collects whom and what every unit names, and weighs whom each section is about; `hits` of the
  // document count double.
  // `tradesman`: whose trade the page names, or kNoIndex.
  Focus(const Document& document, const EntityView& entities, const Lexicon& lexicon,
        Index tradesman = kNoIndex);

  // In text order; a new section forgets everything, a heading that names somebody turns the focus
  // to it.
  void enter_sentence(Index sentence);
  // After the hits of the sentence.
  void leave_sentence(Index sentence);

  // Index of a person or club entity, or kNoIndex where nobody is plain.
  Index person(const Hole& hole) const;
  Index club(const Hole& hole, Index person) const;
  // The club that a passage is about where it names a person, and what speaks for it.
  struct Guess {
    Index club = kNoIndex;
    double share = 0;  // how likely it is meant, of 1
    bool main = false, clear = false, headed = false;
  };
  Guess guess_club(const Hole& hole, Index person) const;
  // Whether the article calls a person a president or the like.
  bool is_bystander(Index person) const { return other_post_[person]; }
  // ... and has told of no bench of his so far.
  bool is_officer(Index person) const {
    return officer_[person] && last_club_of(person) == kNoIndex;
  }
  // `Rossi (Lecco 1961-63, Como 1965-66)`: who stands right before the bracket that the clause is,
  // where it tells of clubs and years and names nobody.
  Index walker(Index clause) const;
  bool is_newcomer(Index person) const { return person == newcomer_; }
  // Every choice among clubs or persons is added there; for those who fit the weights.
  void log_to(std::vector<Choice>* log) { log_ = log; }
  // The side whose match the hole's words tell; kNoIndex where none weighs enough. `played`: by
  // unit, the opponents in other matches; `may_play`: whether a club may be that side.
  Index match_club(const Hole& hole, const std::vector<bool>& played,
                   const std::function<bool(Index club)>& may_play) const;
  // The one club that the section is about, and the other of the two that it is about.
  Index protagonist() const;
  Index partner(Index club) const;
  // The club whose page it is by its menu or its imprint; kNoIndex: nobody's.
  Index owner() const { return owner_; }
  // The club that says `noi` where a hole's words are told so, in nobody's quotation or turn;
  // kNoIndex: not plain.
  Index ourselves(const Hole& hole) const;
  std::pair<Index, Index> two() const {
    return section_ == kNoIndex ? std::pair{kNoIndex, kNoIndex} : sections_[section_].two;
  }
  // The first two that the section's titles pair: `Como-Lecco`, the host first; kNoIndex: none.
  std::pair<Index, Index> fixture() const {
    return section_ == kNoIndex ? std::pair{kNoIndex, kNoIndex} : sections_[section_].fixture;
  }
  // The club that a paragraph begins with as its matter: `9 al Gozzano. …`, `Cesena: …`.
  Index topic(Index sentence) const;
  // The club whose line-up goes on at a token of the sentence: the last one before it with a colon
  // or a bracket behind (`LECCO: Bini, … All. Rossi. COMO (4-4-2): Poli`), else topic().
  Index fielded(Index sentence, Index at) const;
  // The last club but this one that the paragraph named before a token, two sentences back at most.
  Index last_other(Index sentence, Index at, Index club) const;
  Index heading_person(Index sentence) const;
  Index heading_club(Index sentence) const;
  Index heading_competition(Index sentence) const;  // unit
  // The last competition that the section named before this unit and that may be meant, as a
  // unit; kNoIndex: none.
  Index competition(Index unit, const std::function<bool(Index)>& may_be) const;

  // A statement tied a person to a club: later holes remember it. A `newcomer` is whom the
  // paragraphs that follow tell of, where the section is about nobody in particular.
  void tie(Index person, Index club, bool newcomer);
  // A statement told that a person's post is over.
  void part(Index person) {
    parted_ = person;
    parted_sentence_ = now_;
  }
  // Whose post the hole's sentence has just told to be over, or the one before it where this one
  // names nobody so far: `esonerato Rossi, al suo posto Neri`; kNoIndex: nobody.
  Index just_parted(const Hole& hole) const;
  // Whose side a line-up sends out: `Lecco: …; all. Rossi`.
  void seat(Index person, Index club) {
    if (person == kNoIndex || club == kNoIndex) return;
    if (seats_.emplace(person, club).second) sent_out_[club] = true;
  }
  // Who it is that signs a contract, this one or who has come since that one's post was over.
  Index who_signs(Index person) const;
  // Whose birth a sentence told: until the next heading it is that person's life, unless the
  // paragraph goes through several.
  void portray(Index person, Index sentence) {
    if (!is_one_of_many(person, sentence)) portrait_ = person;
  }
  Index last_club_of(Index person) const;  // kNoIndex: no post was told
  // Whether the section told of a post of this person there.
  bool is_at(Index person, Index club) const;
  // Whether the section is about this person.
  bool is_main(Index person) const;

 private:
  struct Seen {
    Index entity = kNoIndex;
    Index unit = kNoIndex;
    Index at = 0;  // its first token
    Index clause = kNoIndex;
    Index sentence = kNoIndex;
    bool governed = false;  // after a preposition: no subject
    bool preposition = false;
    bool bare = false;        // after `di`
    bool ground = false;      // whose ground: `sul campo del`
    bool genitive = false;    // after `del`: whose, of what
    bool antecedent = false;  // `che` follows: the subject of what is told of it
    bool where = false;       // `, dove`, `, al quale` follows: what is told of it was there
    bool inner = false;       // inside a bracket, or a title's quotation marks
    bool station = false;     // years stand behind the club
    bool indirect = false;
    bool opponent = false;     // a club that somebody played: `contro il`, beside a score
    bool rival = false;        // ... or may have: `con il`, behind a score
    bool former = false;       // a club where somebody was before: `Rossi, ex Olbia`
    bool aside = false;        // a club that a post is hardly told of: see AsideClubs
    bool paired = false;       // one of two: `Como-Lecco`
    bool replaced = false;     // a person: `al posto di`, `subentra a`
    bool comes = false;        // a person: `con l'arrivo di`
    bool finder = false;       // a person: `lo scopre`, who made a player of somebody else
    bool post = false;         // whose post was named: `la panchina del`, `il tecnico del`
    bool subordinate = false;  // a person: subject of a clause that says when, why or where
    bool chief = false;        // a person: whose second somebody else is, `vice di`, `da secondo a`
  };
  // One of the namings around a hole.
  struct Naming {
    const Seen* seen;
    Where place;
    bool here;              // in the hole's sentence
    std::size_t candidate;  // whom it names, among those found
  };
  // How often the persons, or clubs, of a section are named.
  struct Namings {
    Index all = 0;
    Index most = 0;                            // of the one that has most
    std::pmr::unordered_map<Index, Index> of;  // by entity
    explicit Namings(Memory* memory) : of(memory) {}
    void count(Index entity) {
      ++all;
      most = std::max(most, ++of[entity]);
    }
    // What a candidate's share of all namings says.
    void add_share(Candidate& out) const;
  };
  struct SectionFocus {
    Index person = kNoIndex;
    Index club = kNoIndex;
    explicit SectionFocus(Memory* memory) : persons(memory), clubs(memory) {}
    Index first_body = 0;  // block; the headings before it are titles
    Namings persons, clubs;
    bool clear_person = false;  // it weighs twice as much as any other
    bool clear_club = false;
    Index named_last = kNoIndex;  // whose life it tells before it names anybody
    bool crowd = false;       // it goes through many clubs and persons and is about none of them
    Index hero = kNoIndex;    // whose matches it tells
    bool told_often = false;  // ... and that is no chance mention
    std::pair<Index, Index> two{kNoIndex, kNoIndex};  // of a derby
    std::pair<Index, Index> fixture{kNoIndex, kNoIndex};
  };
  bool describes_person(const Clause& clause, Index u) const;
  class Collector;  // focus_collect.cc
  void collect();
  void collect_headings();
  bool is_step(Index competition) const;
  static void index_by_sentence(std::pmr::vector<Seen>& all, std::pmr::vector<IndexRange>& ranges);
  Index line_label(Index sentence) const;
  Index same_line_heading(Index block) const;
  bool of_other_item(const Hole& hole, Index person) const;
  Index agent_of(const Hole& hole) const;
  Index item_club(const Hole& hole) const;
  Index lone_topic(Index sentence) const;
  void label_lines();
  Index entry_label(Index sentence) const;
  // Lines of a block that begin so.
  Index entries_of(const Block& block) const;
  Index title_club(Index sentence) const;
  void label_titled();
  void enter_line(Index sentence);
  Index find_owner() const;
  Index signer(const Section& section) const;
  bool opens_nameless_life(const Block& block) const;
  Index named_last(const Section& section) const;
  Index named_at_the_end(const Section& section) const;
  std::pmr::vector<bool> quoted_tokens() const;
  enum class Self { kOne, kMany };  // `vinsi`, `vincemmo`
  std::pmr::vector<int> own_verbs(Self self) const;
  void weigh();
  std::pmr::vector<bool> units_told_of() const;
  void weigh_mentions(Index section, const std::pmr::vector<bool>& told_of, Weights& persons,
                      Weights& clubs);
  static int mention_weight(const Seen& one, int sentence, bool told);
  void find_speakers();
  bool is_spoken_of(const Seen& seen, const Hole& hole) const;
  bool is_other_object(const Seen& seen, const Hole& hole) const;
  // Whose place the hole's sentence has just told to be taken, before a finite verb.
  bool is_gone_from(const Seen& seen, const Hole& hole) const;
  bool is_told_by_the_way(const Seen& seen) const;
  Index person_meant(const Hole& hole) const;
  bool may_be_meant(Index person, const Hole& hole) const;
  bool is_yet_to_come(Index club, const Hole& hole) const;
  PersonCase person_case(const Seen& seen, const Hole& hole) const;
  ClubCase case_of(const Seen& seen, const Hole& hole) const;
  bool beside(const Seen& person, const Seen& club) const;
  Where place_here(const Seen& seen, const Hole& hole, bool next) const;
  std::optional<Where> place_back(const Seen& seen, const Hole& hole) const;
  void add_here(const Seen& seen, const Hole& hole, bool next, Candidate& out) const;
  // Those of `all` that have a place, nearest first; `found`: whom or what they name, with what
  // each says beside its place.
  const std::pmr::vector<Naming>& namings_around(const Hole& hole,
                                                 const std::pmr::vector<Seen>& all,
                                                 Candidates& found) const;
  // All that `club` and `person` weigh, in no order; what they take outright (a bracket's club)
  // apart. Good until the next of these calls.
  Candidates& club_candidates(const Hole& hole, Index person) const;
  Candidates& person_candidates(const Hole& hole) const;
  // Adds a choice to the log; `matter`: of its kind.
  void note(Choice::Kind kind, std::size_t matter, const Candidates& candidates) const;
  bool is_local(const Seen& seen) const;
  Index subject_behind_verb(IndexRange persons) const;
  // Whether more than the `allowed` finite verbs stand between.
  bool finite_between(Index from, Index to, Index allowed = 0) const;
  bool is_labelled(const Seen& seen) const;
  Index portrayed(const Section& section) const;
  bool opens_life(const Seen& seen) const;
  bool opens_speech(const Seen& seen) const;
  bool before_colon(const Seen& seen) const;
  // focus_person_forms.cc, focus_filed.cc: who is certain by form; kNoIndex: nobody.
  Index apposed_person(const Hole& hole) const;
  Index named_above(const Hole& hole) const;
  bool names_post(IndexRange units) const;
  const Seen* filed_in(Index line) const;
  Index filed_above(const Hole& hole) const;
  Index before_bracket(const Hole& hole) const;
  Index labelled_by(const Hole& hole) const;
  Index subject_before(const Hole& hole) const;
  Index own_subject(const Hole& hole) const;
  Index person_round_aside(const Hole& hole) const;
  Index just_arrived(const Hole& hole) const;
  Index follower(const Hole& hole) const;
  Index object_before(const Hole& hole) const;
  struct Latter {
    Index person = kNoIndex;
    bool object = false;  // of the verb right before the word
  };
  Latter the_latter(const Hole& hole) const;
  Index pointed_back(const Hole& hole) const;
  Index antecedent_before(const Hole& hole) const;
  Index idle_before(const Hole& hole) const;
  bool tells_of_other(const Hole& hole) const;
  bool tells_of_kin(const Hole& hole) const;
  bool is_named_aside(Index person) const;
  bool is_one_of_many(Index person, Index sentence) const;
  // focus_club_forms.cc: which club is certain by form; kNoIndex: none.
  Index seat_club(const Hole& hole, Index person) const;
  Index club_entered(const Hole& hole, Index person) const;
  Index club_of_chief(const Hole& hole, Index person) const;
  IndexRange relative_before(const Hole& hole, Index sentence) const;
  Index club_vacated(const Hole& hole, Index person) const;
  Index club_left(const Hole& hole) const;
  Index club_before_bracket(const Hole& hole) const;
  Index club_just_named(const Hole& hole) const;
  bool set_in_land(const Hole& hole) const;
  Index club_before_colon(const Hole& hole) const;
  Index club_pointed_at(const Hole& hole) const;
  Index club_asked_about(const Hole& hole) const;
  Index club_next_told(const Hole& hole) const;
  Index club_at_head(const Hole& hole) const;
  Index club_of_listed(const Hole& hole) const;
  Index club_of_bench_behind(const Hole& hole) const;
  Index club_parted(const Hole& hole) const;
  Index club_of_turn(const Hole& hole, Index person) const;
  bool is_object_club(const Seen& seen) const;
  Index club_doing_both(const Hole& hole) const;
  Index club_round_aside(const Hole& hole) const;
  Index round_aside(const Hole& hole, const std::pmr::vector<Seen>& seen, IndexRange range) const;
  Index club_acting(const Hole& hole) const;
  Index club_of_his_own(const Hole& hole, Index person) const;
  Index club_just_held(const Hole& hole, Index person) const;
  // focus_sides.cc: likewise, where two sides are told of.
  Index other_side(const Hole& hole, Index person) const;
  std::pair<Index, Index> sides_around(Index sentence, Index token) const;
  Index contrasted_side(const Hole& hole, Index person) const;
  void find_heroes();
  void find_ourselves();
  Index first_in(const std::pmr::vector<Seen>& seen, Index sentence) const;

  const Document& document_;
  const EntityView& entities_;
  const Lexicon& lexicon_;
  LocalSigns local_;
  AsideClubs aside_;
  Index and_, name_label_, possessive_, place_taken_, relative_, opener_, person_back_, latter_,
      this_, idle_, kin_, into_, goes_up_, at_club_, bench_deed_, other_side_, counterpart_,
      relative_place_, contrast_, young_, of_it_, life_opener_, as_post_, playing_, bench_,
      career_noun_,
      agent_;                               // word lists
  std::pmr::vector<Seen> persons_, clubs_;  // in text order
  std::pmr::vector<Index> speakers_;        // by token: who says it; kNoIndex: nobody is plain
  std::pmr::vector<Index> first_naming_, first_club_naming_;  // by person, club: its first token
  std::pmr::vector<bool> other_post_;  // by person: the article calls him a president, a player
  std::pmr::vector<bool> officer_;     // by person: a president, a referee, no player
  std::pmr::vector<IndexRange> persons_in_, clubs_in_;  // by sentence
  std::pmr::vector<Index> lands_;      // units that name a land and not its team, in text order
  std::pmr::vector<bool> plain_club_;  // by club: named otherwise than as an opponent or aside
  // By sentence: what its line, or one above it in the paragraph, begins with as its label; of
  // which club a round-up tells there.
  std::pmr::vector<Index> line_club_, item_clubs_;
  std::pmr::vector<bool> round_up_;       // by section: its lines go through clubs one by one
  std::pmr::vector<Index> first_verb_;    // by sentence: token of its first finite verb
  std::pmr::vector<Index> competitions_;  // units, in text order
  std::pmr::vector<Index>
      competition_above_;  // by block: unit in the nearest heading that names one
  Index owner_ = kNoIndex;
  Index ours_ = kNoIndex;  // the club that says `noi`
  std::pmr::vector<SectionFocus> sections_;
  Index section_ = kNoIndex;
  Index block_ = kNoIndex;
  Index subject_ = kNoIndex;
  Index now_ = 0;  // the sentence
  std::vector<Choice>* log_ = nullptr;
  mutable std::pmr::vector<Naming> namings_;  // buffers of one choice
  mutable Candidates candidates_;
  // By entity: the last choice that found it, by number, and where it stands in `candidates_`.
  mutable std::pmr::vector<std::pair<std::uint64_t, std::size_t>> candidate_at_;
  mutable std::uint64_t asked_ = 0;  // choices so far
  std::pmr::unordered_map<Index, Index>
      tie_sentence_;                // person -> where the last of tied_clubs_ was told
  Index arrived_ = kNoIndex;        // of whom a new post was told last, and nothing since
  Index entry_ = kNoIndex;          // whom a short sentence without verb before a paragraph names
  Index entry_heading_ = kNoIndex;  // the heading that it stands under
  bool in_entry_ = false;           // the paragraph is about whom its heading or entry names
  Index newcomer_ = kNoIndex;
  Index newcomer_club_ = kNoIndex;  // where he comes to
  Index newcomer_sentence_ = kNoIndex;
  Index newcomer_heading_ = kNoIndex;
  Index portrait_ = kNoIndex;
  bool names_person_ = false;    // the paragraph names whom the section is about
  bool names_newcomer_ = false;  // ... and the last newcomer
  Index current_club_ = kNoIndex;
  // Of the paragraph: the club of the last post told, the last club named.
  Index post_club_ = kNoIndex;
  Index post_sentence_ = kNoIndex;  // where it was told
  Index parted_ = kNoIndex;         // whose post was last told to be over
  Index parted_sentence_ = kNoIndex;
  Index named_club_ = kNoIndex;
  bool headed_ = false;  // the heading above names `current_club_`
  std::pmr::unordered_map<Index, std::pmr::vector<Index>>
      tied_clubs_;  // by person, as they were told
  // Person -> the side that a line-up sends out under him.
  std::pmr::unordered_map<Index, Index> seats_;
  std::pmr::vector<bool> sent_out_;  // by club: it is among seats_
  Index tradesman_;                  // whose trade the page names
  std::pmr::vector<bool> quoted_;    // by token: inside quotation marks
};

}  // namespace panchina
