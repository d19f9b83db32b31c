// ClubNames: clubs and national teams named in a section. Every form of the lexicon is weighed by
// what stands around it, names that the lexicon does not hold come from UnknownClubs, and the
// readings are settled for the whole section: lists, short forms of clubs named in full, shared
// forms. Thread rule: belongs to one worker.
#pragma once

#include <optional>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "annotate/club_evidence.h"
#include "annotate/context.h"
#include "annotate/person_names.h"
#include "annotate/unknown_clubs.h"

namespace panchina {

class ClubNames {
 public:
  ClubNames(Context& context, const PersonNames& persons)
      : context_(context), evidence_(context, persons), unknown_(context, evidence_) {}

  // Finds and judges the clubs of the section; new names go to `document.unknown_clubs`.
  void find(Document& document);

  // Sorted, disjoint; those not accepted too (a city, a surname).
  const std::vector<ClubSpan>& spans() const { return spans_; }
  // Whether the section speaks of football at all.
  bool football() const { return football_; }
  // `Nel 1998 approda a Lucca`: the club of the lexicon that a town may stand for, where its
  // sentence names no other; kNoIndex: none. `town`: its name.
  Index club_of_town(IndexRange tokens, std::string_view town) const;

 private:
  void collect();
  void settle_feminine();
  void find_pairs();
  bool parted_by_result(const ClubSpan& home, const ClubSpan& away) const;
  void spread_over_lists();
  bool listed_together(const ClubSpan& one, const ClubSpan& two) const;
  struct Full {  // a club named in full, by the first word of its name
    Index club = kNoIndex;
    Index form = kNoIndex;
    bool unknown = false;
    bool needs_article = false;
  };
  void find_short_forms();
  void take_other_club(ClubSpan& span, const Full& full) const;
  bool short_form(Index i, const Full& full, ClubSpan& span) const;
  bool names_national_post();
  void settle_shared();
  void settle_nations();
  // `posts`: the list of what a land's post is called, where the side's name is an age; else none.
  bool of_other_land(const ClubSpan& side, Index posts) const;
  bool is_flag(const ClubSpan& land) const;
  bool is_side(Index word) const;
  bool in_fixture(const ClubSpan& span, const ClubSpan& next) const;
  bool listed_with(const ClubSpan& span, const ClubSpan& other) const;
  void settle_nicknames();
  bool short_of_name(const ClubSpan& span) const;
  void settle_heads();
  void accept();
  bool other_field(Index token) const;

  Context& context_;
  ClubEvidence evidence_;
  UnknownClubs unknown_;
  std::vector<ClubSpan> spans_;
  std::optional<bool> national_post_;  // names_national_post(), where it was asked
  std::unordered_map<std::uint64_t, Full> fulls_;
  std::vector<Index> scores_;          // first tokens of the section's scores, sorted
  std::vector<Index> sentence_sport_;  // sentences of blocks that speak of another field
  bool football_ = false;
};

}  // namespace panchina
