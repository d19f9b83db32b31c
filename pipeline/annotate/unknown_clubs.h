// UnknownClubs: clubs that the lexicon does not hold, or of which it holds the name alone, found by
// that name or by their place: a fixture, a standing, a career, a line-up, `allenatore del X`; then
// their other mentions, short forms and abbreviations (`Levante G.`). Each gets `?` and its slug.
// Thread rule: belongs to one worker.
#pragma once

#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "annotate/club_evidence.h"
#include "annotate/context.h"

namespace panchina {

class UnknownClubs {
 public:
  UnknownClubs(Context& context, const ClubEvidence& evidence)
      : context_(context),
        evidence_(evidence),
        benches_(context.lexicon().find_list("benches")),
        no_benches_(context.lexicon().find_list("no_benches")),
        sporting_(context.lexicon().find_list("sporting")) {}

  // Adds the unknown clubs of the section to `spans` (sorted by tokens, and sorted afterwards),
  // their slugs to `document.unknown_clubs`. Spans of weak forms inside their names go.
  void find(Document& document, std::vector<ClubSpan>& spans);

 private:
  static constexpr std::uint32_t kShortName = 5;  // bytes, that say too little by how they end
  enum class Certainty : std::uint8_t { kHalf, kWhole };
  struct Sighting {
    IndexRange tokens;
    Certainty certainty = Certainty::kWhole;
  };
  void find_hyphens();
  void free_fixture_names();
  void free_labelled_names();
  bool league_at(Index i) const;
  bool passes_bench_words(Index& who, Index end) const;
  bool passes_changed_coach(Index& who, Index end) const;
  void find_bench_rows();
  IndexRange bracketed_name(Index open) const;
  void find_bracketed();
  void find_bracketed_benches();
  bool glued(IndexRange tokens) const;
  Index club_of_glued(IndexRange tokens) const;
  void free_names(const std::vector<IndexRange>& names);
  struct Fixture;
  struct Company;
  std::vector<Fixture> read_fixtures() const;
  bool fixture_counts(const Fixture& fixture, const Company& around) const;
  void find_fixtures();
  void find_joined();
  bool opens_line(Index token) const;
  void find_parted();
  bool contest_before(Index between) const;
  bool dated_fixture(Index hyphen, Index after) const;
  bool told_contest(IndexRange home, Index hyphen, Index after) const;
  bool called_off(Index begin, Index end) const;
  void count_numbers();
  bool is_points(Index i) const;
  struct Standing;
  void find_standings();
  bool heads_standing(Index i) const;
  IndexRange standing_name(Index i, bool row) const;
  void add_place(Standing& standing, IndexRange name, bool row,
                 std::pmr::vector<IndexRange>& sharing);
  void close(Standing& standing);
  void find_minor_clubs();
  bool names_minor_club(IndexRange tokens) const;
  void find_phrases();
  bool tells_of_football() const;
  void find_women(Document& document, const std::vector<ClubSpan>& spans);
  // Of a name in running text; `before` is the token before it in its sentence.
  std::optional<Certainty> phrase(IndexRange tokens) const;
  NameEnding ending_of(IndexRange tokens) const;
  bool ends_like_people(IndexRange tokens) const;
  bool tells_by_itself(IndexRange tokens, Index before) const;
  bool names_other(IndexRange tokens, Index before) const;
  bool follows_noun(IndexRange tokens, Index before) const;
  bool governed_bare(IndexRange tokens, Index before) const;
  bool initials_of_side(IndexRange tokens, Index before) const;
  bool behind_article(IndexRange tokens, Index before) const;
  bool of_side(IndexRange tokens, Index before) const;
  bool in_game(IndexRange tokens, Index before) const;
  bool like_town(IndexRange tokens, Index before) const;
  bool half_told(IndexRange tokens, Index before) const;
  Index behind_initials(IndexRange name) const;
  bool heads_page(Index first) const;
  bool clubless_town(Index begin) const;
  void find_heads();
  bool governed(IndexRange tokens, Index article) const;
  bool governed_past(Index date) const;
  bool governs(Index word, Index article) const;
  bool governed_in_list(IndexRange tokens, Index article) const;
  bool behind_person(IndexRange tokens, Index open) const;
  bool named_of_city(IndexRange tokens) const;
  bool formerly(IndexRange tokens, Index former) const;
  bool in_former_list(IndexRange tokens) const;
  bool like_club(IndexRange tokens) const;
  bool of_saint(IndexRange tokens, Index article) const;
  bool and_another(Index conjunction) const;
  bool ends_like_club(Index i) const;
  bool single_is_rare(IndexRange tokens) const;
  bool sure_form(IndexRange tokens, Index article) const;
  bool met(IndexRange tokens, Index article, Index noun) const;
  bool host_meets(IndexRange tokens, Index article, Index verb) const;
  bool names_ground(IndexRange tokens) const;
  bool ends_in_town(IndexRange tokens) const;
  bool competition_follows(IndexRange tokens) const;
  bool is_named_like_a_team(IndexRange tokens, Index article) const;
  bool of_a_league(IndexRange tokens, Index article) const;
  bool acts(IndexRange tokens, Index article) const;
  bool tells_score(IndexRange tokens, Index article) const;
  bool between_two(IndexRange tokens, Index before) const;
  bool is_rare(IndexRange tokens) const;
  bool changes_at(IndexRange tokens, Index to) const;
  bool at_home(IndexRange tokens, Index house) const;
  bool town_in_career(IndexRange tokens) const;
  bool follows_in_career(IndexRange tokens) const;
  bool date_near(Index i) const;
  bool score_in_sentence(Index i) const;
  bool score_ahead(Index i) const;
  Index date_of_row(Index name) const;
  bool known_beside(Index date) const;
  bool towns_beside(Index date) const;
  bool is_town(IndexRange tokens) const;
  bool named_oddly(Index word) const;
  void find_list_heads(const std::vector<ClubSpan>& spans);
  void find_listed(const std::vector<ClubSpan>& spans);
  Index behind_note(Index open) const;
  void find_governed_lists();
  void find_of_league();
  void settle(Document& document);
  void find_mentions();
  bool mention_counts(IndexRange tokens, bool whole) const;

  // Words that are no part of a club's name.
  static constexpr CueBits kNeverClub =
      cue_bits(CueClass::kFunctionWord, CueClass::kNoName, CueClass::kTitle, CueClass::kPersonNoun,
               CueClass::kRefereeWord, CueClass::kClubNoun, CueClass::kBorn, CueClass::kStreet);

  IndexRange name_from(Index begin) const;
  bool is_dated_row(Index begin) const;
  IndexRange name_until(Index end) const;
  Index behind_scorer(IndexRange name) const;
  bool name_token(Index i) const;
  bool villa(Index i) const;
  bool ends_numbered(Index begin, Index number) const;
  bool glued_number(Index number) const;
  bool particle_joins(Index begin, Index particle, int words) const;
  bool row_article(Index i) const;
  bool behind_prefix(Index i) const;
  bool town_ends(Index begin, Index preposition) const;
  bool number_of_name(Index i) const;
  // Whether no club of the lexicon, or only a weak form inside a longer name, stands there.
  bool free(IndexRange tokens) const;
  // 0, 1 where a weak form of the lexicon stands, 2 where a sure one.
  std::uint8_t taken(Index i) const { return taken_[i]; }
  // The tokens of a sentence that clubs of the lexicon take side by side, from `begin` or up to
  // `end`, each by a form at least so sure as `least` (as taken() says); empty: none.
  IndexRange taken_from(Index begin, std::uint8_t least) const;
  IndexRange taken_until(Index end, std::uint8_t least) const;
  // Length of the part of `fuller` that `tokens` repeats in full or abbreviated; 0: it does not.
  Index repeats(IndexRange fuller, Index begin, Index& end) const;
  std::string slug_of(IndexRange tokens) const;
  Index club_of_town(IndexRange tokens) const;
  Index club_of_people(IndexRange tokens) const;
  bool known_name(IndexRange tokens) const;
  void sight(IndexRange tokens, Certainty certainty);

  Context& context_;
  const ClubEvidence& evidence_;
  Index benches_, no_benches_, sporting_;  // word lists
  std::vector<Index> numbers_in_;          // by sentence: those that may be points of a standing
  std::vector<Index> hyphens_;             // of the article that may join the sides of a fixture
  std::vector<std::uint8_t> taken_;        // by token of the section: 1 a weak form, 2 a sure one
  std::size_t sure_clubs_ = 0, cued_clubs_ = 0;  // of the lexicon: by their form, by a cue
  std::vector<Sighting> sightings_;
  std::unordered_set<std::uint64_t> sighted_;     // first words
  std::unordered_set<std::uint64_t> full_heads_;  // first words of clubs named in full
  std::unordered_set<Index> whole_at_;            // first tokens of sightings with a whole cue
  std::unordered_set<Index> labelled_;  // first tokens of names that the page labels as clubs'
  struct Name {
    IndexRange tokens;  // where its fullest form stands
    Index club = 0;     // in Document::unknown_clubs
  };
  std::vector<Name> names_;
  std::unordered_multimap<std::uint64_t, Index> by_first_;  // first token -> names_
  std::vector<ClubSpan> found_;
};

}  // namespace panchina
