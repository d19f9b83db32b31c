// PersonNames: persons' names in a section: full names first (given name and surname, initials,
// capitals), then surnames alone once the full name stands in the section, or where a title, role,
// verb or age makes a person of an unknown name. No list of persons is used. Thread rule: belongs
// to one worker.
#pragma once

#include <array>
#include <span>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "annotate/context.h"

namespace panchina {

struct PersonSpan {
  IndexRange tokens;
  Name name;
  bool weak = false;  // a lone capitalised word that nothing but its capital makes a name
};

// `II`, `IV`: of two brothers or a pope.
bool is_roman(std::string_view word);

class PersonNames {
 public:
  explicit PersonNames(Context& context) : context_(context) {}

  // Full names of the section; marks their tokens kInPerson. To be called before clubs are sought.
  void find_full();
  // Surnames and given names alone, among the tokens that `is_club` does not claim. Call after
  // find_full(). A token of a club's form is a person's where its surname is known and no article
  // stands before it.
  void find_single(const std::vector<bool>& is_club);

  // Sorted by tokens, disjoint.
  const std::vector<PersonSpan>& spans() const { return spans_; }
  // Whether the section holds a full name with this surname (hash of its last token).
  bool knows_surname(std::uint64_t name) const { return surnames_.count(name) != 0; }
  // Whether the section holds a full name with this first name.
  bool knows_given(std::uint64_t name) const { return givens_.count(name) != 0; }
  // Whether a token opens the bracket behind a person's full name. To be asked after find_full().
  bool tells_of_named(Index i) const;
  bool club_in_bracket(Index last) const;

 private:
  // Words that are no part of a name, save after a given name.
  static constexpr CueBits kNeverName =
      cue_bits(CueClass::kFunctionWord, CueClass::kTitle, CueClass::kNoName, CueClass::kPersonNoun,
               CueClass::kClubNoun, CueClass::kYouthSide, CueClass::kBorn, CueClass::kHost,
               CueClass::kGuest, CueClass::kRefereeWord, CueClass::kClubSuffix);
  bool names_ground(Index i) const;
  bool accented_verb(Index i) const;
  bool opens_name(Index i) const;
  // `F` of `F. Rossi`.
  static bool is_initial(const Token& token) {
    return token.kind == TokenKind::kWord && token.letters == LetterCase::kTitle &&
           token.span.size() == 1;
  }
  bool club_initial(Index at) const;
  void find_full(std::span<const Index> capitals);
  Index read_run(Index begin, Index end);
  bool name_token(Index i, bool first, bool given) const;
  bool second_surname(Index hyphen, Index end) const;
  bool names_place(Index begin) const;
  bool in_result(IndexRange name) const;
  void trim_run();
  Index place_before_name(Index begin) const;
  bool opens_club(Index article) const;
  bool names_saint(Index article, std::size_t count) const;
  bool is_counted(Index before) const;
  bool accept_run(Index& end, PersonSpan& span);
  std::size_t words_before_long_form() const;
  std::size_t count_givens() const;
  bool opens_with_surname() const;
  bool looks_like_towns() const;
  bool unknown_is_no_name();
  bool unknown_is_name() const;
  Index make_span(PersonSpan& span, std::size_t words, bool given_first) const;
  bool accept_headword(Index begin, Index& end, PersonSpan& span) const;
  bool accept_name_of_life(Index begin, Index& end, PersonSpan& span) const;
  // Words in capitals, particles left out.
  struct CapsRun {
    std::array<Index, 3> names{};
    Index count = 0;
  };
  bool accept_caps(Index begin, Index& end, PersonSpan& span) const;
  CapsRun caps_run(Index begin) const;
  bool accept_surname_in_caps(const CapsRun& run, PersonSpan& span) const;
  bool accept_both_in_caps(const CapsRun& run, PersonSpan& span) const;
  bool is_line(const CapsRun& run) const;
  Index behind_particles(Index begin) const;
  bool accept_parted(Index begin, Index& end, PersonSpan& span) const;
  bool accept_particle(Index begin, Index& end, PersonSpan& span) const;
  bool accept_initials(Index begin, Index& end, PersonSpan& span) const;
  bool accept_initial_first(Index begin, PersonSpan& span) const;
  Index behind_club(Index begin) const;
  bool is_letter_of_other(Index letter, Index name) const;
  bool accept_initial_last(Index begin, PersonSpan& span) const;
  void find_first_names();
  void find_cued(const std::vector<bool>& is_club);
  bool accept_single(Index i, Index& end, PersonSpan& span, bool is_club) const;
  bool person_cue_before(Index i) const;
  bool person_cue_after(Index last) const;
  bool bench_act_after(Index last) const;
  bool gone_from_club(Index via) const;
  bool in_street(Index begin, Index end) const;
  bool in_home(Index begin) const;
  bool in_quoted_place(Index begin, Index end) const;
  void remember(const PersonSpan& span);

  Context& context_;
  std::vector<PersonSpan> spans_;
  std::vector<PersonSpan> singles_;
  const std::vector<bool>* clubs_ = nullptr;  // by token; while find_single() runs
  std::vector<Index> waiting_;                // pairs of unknown words that begin a sentence
  std::unordered_set<std::uint64_t> paired_;  // first words of pairs joined to others by a hyphen
  bool settling_ = false;
  std::vector<Index> run_;  // name tokens of a run, particles left out
  Index run_end_ = 0;
  // Hash of a surname's last token -> its first token's hash (particles are part of it).
  std::unordered_map<std::uint64_t, std::uint64_t> surnames_;
  std::unordered_set<std::uint64_t> parts_;  // the first and last words of double surnames
  std::unordered_map<std::uint64_t, std::uint32_t> givens_;
};

}  // namespace panchina
