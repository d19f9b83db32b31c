// What the focus knows before its pass: whom and what every unit names.
#include <algorithm>

#include "document/features.h"
#include "resolve/focus/first_names.h"
#include "resolve/focus/focus.h"
#include "resolve/focus/lands.h"
#include "resolve/focus/posts.h"

namespace panchina {
namespace {

// `il dimissionario`, `l'esonerato`: an article and one word behind it.
bool is_epithet(const Document& document, const Clause& clause, Index u) {
  const IndexRange tokens = document.units[u].tokens;
  return u > clause.units.begin && document.units[u - 1].transparent && tokens.size() == 1 &&
         document.tokens[tokens.begin].letters == LetterCase::kLower;
}

}  // namespace

// One walk over the units of all clauses: whom and what each names, by what stands around it.
class Focus::Collector {
 public:
  explicit Collector(Focus& focus);
  void run();

 private:
  // What the clause has told so far.
  struct Before {
    Index word = 0;
    Index replaced_at = kNoIndex;     // `al posto`, `subentra`: who is named next was replaced
    Index comes_at = kNoIndex;        // `l'arrivo`: who is named next comes
    Index found_at = kNoIndex;        // `lo scopre`: who is named next found somebody else
    Index joined = 0;                 // `dell'`, and one word that may describe a name since
    Index subordinate_at = kNoIndex;  // `quando`, `dove`, and no verb or mark since
    Index doer = kNoIndex;            // the club that the clause's first verb is told of
    Index score_reach = 0;  // `lo 0-3 rimediato col`: the clubs up to here may be opponents
    bool object = false;    // an active verb stands right before
    bool joins = false;     // `dell'`
    bool role = false;
    bool second = false;  // an assistant's post, and no more than a preposition since
    bool ground = false;
    bool verb = false;
    bool subordinate = false;  // the subject of such a clause, and no mark since
  };
  // A unit that names somebody or a club, as entities.
  struct Named {
    Index unit = kNoIndex, person = kNoIndex, club = kNoIndex;
    bool is_person() const { return person != kNoIndex; }
    bool is_club() const { return club != kNoIndex; }
  };
  Named named_by(Index u) const;
  void look_at(Index u);
  Seen see(const Named& named);
  void see_governor(const Named& named, Seen& seen);
  void see_opponent(const Named& named, Seen& seen) const;
  void see_relative(const Named& named, Seen& seen) const;
  void add(const Named& named, const Seen& seen);
  void pass(Index u);
  void pass_verb(Index u);
  bool is_land(Index u) const;
  bool is_crowned(Index u) const;
  bool goes_through_lands() const;
  bool is_station(const Named& named) const;
  bool is_paired(const Named& named) const;
  bool is_next_former(const Named& named) const;
  bool is_away(const Named& named) const;
  bool is_beside_score(Index u) const;
  bool describes_object(Index u) const;

  bool has(Index u, UnitKind kind) const {
    return (document_.units[u].kinds & kind_bit(kind)) != 0;
  }
  bool is_behind(Index list) const { return lexicon_.in_list(before_.word, list); }
  bool is_word(Index u, Index list) const {
    return lexicon_.in_list(document_.units[u].word, list);
  }
  bool is_preposition(Index word) const { return lexicon_.preposition(word) != kNoIndex; }
  char mark_at(Index u) const { return document_.tokens[document_.units[u].tokens.begin].mark; }

  Focus& focus_;
  const Document& document_;
  const EntityView& entities_;
  const Lexicon& lexicon_;
  Index against_, rival_, once_, follows_, makes_, genitive_, inside_, crowned_, bare_, bystander_,
      ground_, at_town_, where_, relative_, joined_, vacated_, coming_, second_, replaces_, finds_,
      conjunction_;                       // word lists
  std::pmr::vector<bool> named_in_full_;  // by section: somebody is
  std::pmr::vector<Index> lands_;         // sentences that go through lands and their clubs
  Index clause_index_ = 0;                // of the clause at work
  const Clause* clause_ = nullptr;
  const Block* block_ = nullptr;  // it stands in
  Before before_;
};

Focus::Collector::Collector(Focus& focus)
    : focus_(focus),
      document_(focus.document_),
      entities_(focus.entities_),
      lexicon_(focus.lexicon_),
      against_(lexicon_.find_list("opponent")),
      rival_(lexicon_.find_list("rival")),
      once_(lexicon_.find_list("match_former")),
      follows_(lexicon_.find_list("subject_follows")),
      makes_(lexicon_.find_list("causative")),
      genitive_(lexicon_.find_list("genitive")),
      inside_(lexicon_.find_list("inside")),
      crowned_(lexicon_.find_list("crowned")),
      bare_(lexicon_.find_list("bare_genitive")),
      bystander_(lexicon_.find_list("bystander")),
      ground_(lexicon_.find_list("ground")),
      at_town_(lexicon_.find_list("town_at")),
      where_(lexicon_.find_list("relative_place")),
      relative_(lexicon_.find_list("relative")),
      joined_(lexicon_.find_list("joined_preposition")),
      vacated_(lexicon_.find_list("vacated")),
      coming_(lexicon_.find_list("coming")),
      second_(lexicon_.find_list("staff_second")),
      replaces_(lexicon_.find_list("verb_replaces")),
      finds_(lexicon_.find_list("verb_finds")),
      conjunction_(lexicon_.find_list("subordinate")),
      named_in_full_(named_in_full(document_, entities_)),
      lands_(sentences_of_lands(document_)) {}

void Focus::Collector::run() {
  for (Index c = 0; c < document_.clauses.size(); ++c) {
    clause_index_ = c;
    clause_ = &document_.clauses[c];
    block_ = &document_.blocks[document_.sentences[clause_->sentence].block];
    before_ = Before();
    for (Index u = clause_->units.begin; u < clause_->units.end; ++u) look_at(u);
  }
}

inline Focus::Collector::Named Focus::Collector::named_by(Index u) const {
  Named named{u, entities_.person_of_unit[u], entities_.club_of_unit[u]};
  // Where others are named in full, no passage is about a mere first name.
  if (named.is_person() && named_in_full_[block_->section] &&
      is_first_name(document_, entities_, u)) {
    named.person = kNoIndex;
  }
  if (named.is_club() &&
      (is_land(u) || entities_.youth_side[u] || focus_.describes_person(*clause_, u))) {
    named.club = kNoIndex;
  }
  return named;
}

void Focus::Collector::look_at(Index u) {
  const Unit& unit = document_.units[u];
  const Named named = named_by(u);
  if (is_land(u)) focus_.lands_.push_back(u);
  if (named.is_person() || named.is_club()) add(named, see(named));
  if ((unit.kinds & kind_bit(UnitKind::kScore)) != 0) {
    constexpr Index kScoreReach = 6;  // units
    before_.score_reach = u + kScoreReach;
  }
  // `Viareggio` is the club where it is read so, and no cup.
  if ((unit.kinds & kind_bit(UnitKind::kCompetition)) != 0 &&
      entities_.club_of_unit[u] == kNoIndex) {
    focus_.competitions_.push_back(u);
  }
  if (!unit.transparent && !describes_object(u)) pass(u);
}

// `rientrato in Italia`, `Svizzera (Sion), poi Cina`: a land, not its team.
bool Focus::Collector::is_land(Index u) const {
  return has(u, UnitKind::kNation) && (is_behind(inside_) || goes_through_lands());
}

// `campione d'Italia`: a title, whose nobody's post is.
bool Focus::Collector::is_crowned(Index u) const {
  return has(u, UnitKind::kNation) && u >= clause_->units.begin + 2 &&
         lexicon_.preposition(document_.units[u - 1].word) != kNoIndex &&
         lexicon_.in_list(document_.units[u - 2].word, crowned_);
}

// Whether a bracket behind a land of the sentence tells of its clubs.
bool Focus::Collector::goes_through_lands() const {
  return std::binary_search(lands_.begin(), lands_.end(), clause_->sentence);
}

Focus::Seen Focus::Collector::see(const Named& named) {
  const Index u = named.unit;
  Seen seen;
  seen.entity = named.is_person() ? named.person : named.club;
  seen.unit = u;
  seen.at = document_.units[u].tokens.begin;
  seen.clause = clause_index_;
  seen.sentence = clause_->sentence;
  // `«Io, Rossi e quella notte»`: of whom somebody else speaks.
  const bool heads = block_->label == BlockLabel::kTitle || block_->label == BlockLabel::kHeading;
  const bool spoken = named.is_person() && heads && focus_.quoted_[seen.at];
  seen.inner = clause_->parent != kNoIndex || spoken;
  seen.indirect = entities_.indirect[u];
  seen.station = is_station(named);
  see_governor(named, seen);
  see_opponent(named, seen);
  see_relative(named, seen);
  seen.paired = is_paired(named);
  return seen;
}

// What the words before it make of it.
void Focus::Collector::see_governor(const Named& named, Seen& seen) {
  const Index u = named.unit;
  const bool described = named.is_person() && before_.joined != 0;
  const Index governor = described ? before_.joined : before_.word;
  seen.preposition = is_preposition(governor) || is_preposition(document_.tokens[seen.at].word);
  seen.governed = before_.object || seen.preposition;
  if (named.is_person()) {
    constexpr Index kReach = 5;  // units
    seen.replaced =
        seen.governed && before_.replaced_at != kNoIndex && u - before_.replaced_at < kReach;
    before_.replaced_at = kNoIndex;
    seen.comes = seen.preposition && before_.comes_at != kNoIndex && u - before_.comes_at < kReach;
    before_.comes_at = kNoIndex;
    // `Lo scopre giovanissimo Verdi`: it is told of somebody else.
    seen.finder = before_.found_at != kNoIndex && u - before_.found_at < kReach;
    seen.governed = seen.governed || seen.finder;
    before_.found_at = kNoIndex;
    const bool opened = before_.subordinate_at != kNoIndex && u - before_.subordinate_at < kReach;
    // `dove Verdi curava i ragazzi e Neri la prima squadra`
    const bool joins = before_.subordinate && is_behind(focus_.and_);
    seen.subordinate = !seen.governed && (opened || joins);
    before_.subordinate = before_.subordinate || seen.subordinate;
  }
  seen.genitive = lexicon_.in_list(governor, genitive_);
  seen.bare = lexicon_.in_list(governor, bare_);
  seen.ground = seen.genitive && before_.ground;
  seen.post = (seen.genitive || (seen.bare && named.is_person())) && before_.role;
  // `vice di Rossi`, `da secondo a Rossi`: whom somebody else helps.
  seen.chief = named.is_person() && before_.second && seen.preposition;
  if (seen.chief) seen.bare = seen.post = true;
}

void Focus::Collector::see_opponent(const Named& named, Seen& seen) const {
  const Index u = named.unit;
  seen.former = named.is_club() && (is_behind(once_) || is_next_former(named) ||
                                    focus_.aside_.contain_past(clause_index_, u));
  seen.opponent = is_behind(against_) || is_beside_score(u) || seen.former || is_away(named);
  seen.aside = named.is_club() && (focus_.aside_.contain_match(clause_index_, u) ||
                                   focus_.aside_.contain_former(clause_index_, u) || is_crowned(u));
  seen.rival = is_behind(rival_) || u < before_.score_reach;
}

// `Rossi, che`; `il Lecco, dove`, `il Lecco, al quale`.
void Focus::Collector::see_relative(const Named& named, Seen& seen) const {
  const Index u = named.unit, end = clause_->units.end;
  if (u + 1 >= end) return;
  seen.antecedent = is_word(u + 1, relative_);
  if (u + 2 >= end || mark_at(u + 1) != ',') return;
  if (named.is_person() && !seen.antecedent) seen.antecedent = is_word(u + 2, relative_);
  if (!named.is_club()) return;
  seen.where = is_word(u + 2, where_) || (u + 3 < end && is_word(u + 3, where_) &&
                                          is_preposition(document_.units[u + 2].word));
}

// `Lecco (2004-05)`, `Rieti 79-83`: a station of a career.
bool Focus::Collector::is_station(const Named& named) const {
  const Index behind = document_.units[named.unit].tokens.end;
  if (!named.is_club() || behind >= document_.tokens.size()) return false;
  const Index next = named.unit + 1;
  return document_.tokens[behind].mark == '(' ||
         (next < clause_->units.end && before_.word == 0 && has(next, UnitKind::kDate));
}

bool Focus::Collector::is_paired(const Named& named) const {
  if (!named.is_club()) return false;
  const Index u = named.unit;
  return (u + 2 < clause_->units.end && mark_at(u + 1) == '-' &&
          entities_.club_of_unit[u + 2] != kNoIndex) ||
         (u >= clause_->units.begin + 2 && mark_at(u - 1) == '-' &&
          entities_.club_of_unit[u - 2] != kNoIndex);
}

// `Rossi, ex Olbia e Lecco`: no more than a rival is it whom the passage is about.
bool Focus::Collector::is_next_former(const Named& named) const {
  if (focus_.clubs_.empty()) return false;
  const Seen& last = focus_.clubs_.back();
  return last.former && last.clause == clause_index_ && last.unit + 2 == named.unit &&
         is_behind(focus_.and_);
}

// `il Lecco festeggia a Varese`: in whose town.
bool Focus::Collector::is_away(const Named& named) const {
  return named.is_club() && before_.doer != kNoIndex && before_.doer != named.club &&
         before_.verb && has(named.unit, UnitKind::kPlace) && is_behind(at_town_);
}

bool Focus::Collector::is_beside_score(Index u) const {
  return (u + 1 < clause_->units.end && has(u + 1, UnitKind::kScore)) ||
         (u > clause_->units.begin && has(u - 1, UnitKind::kScore));
}

void Focus::Collector::add(const Named& named, const Seen& seen) {
  const Index u = named.unit;
  if (!named.is_person()) {
    focus_.clubs_.push_back(seen);
    if (!before_.verb) before_.doer = seen.governed ? kNoIndex : named.club;
    if (!seen.opponent && !seen.aside) focus_.plain_club_[named.club] = true;
    Index& first = focus_.first_club_naming_[named.club];
    first = std::min(first, seen.at);
    return;
  }
  focus_.first_naming_[named.person] = std::min(focus_.first_naming_[named.person], seen.at);
  focus_.persons_.push_back(seen);
  const bool titled = u > clause_->units.begin && is_word(u - 1, bystander_);
  const Index post = other_post(lexicon_, document_, *clause_, u, once_);
  if (titled || post != kNoIndex) focus_.other_post_[named.person] = true;
  if (titled || (post != kNoIndex && lexicon_.roles()[post].id != "player"))
    focus_.officer_[named.person] = true;
}

// `ha rilevato il dimissionario Rossi`: one word that describes whom the verb is told of.
bool Focus::Collector::describes_object(Index u) const {
  return (before_.object || before_.replaced_at != kNoIndex) && u + 1 < clause_->units.end &&
         is_epithet(document_, *clause_, u) && entities_.person_of_unit[u + 1] != kNoIndex;
}

// What comes next stands behind this unit.
void Focus::Collector::pass(Index u) {
  const Unit& unit = document_.units[u];
  const bool listed = lexicon_.in_some_list(unit.word);  // few
  const auto is = [&](Index list) { return listed && lexicon_.in_list(unit.word, list); };
  const bool role = has(u, UnitKind::kRole);
  // `la panchina del`: a role, and the preposition behind it.
  before_.role = role || (before_.role && (is(genitive_) || is(bare_)));
  before_.ground = is(ground_) || (before_.ground && is(genitive_));
  const bool describes = before_.joins && unit.tokens.size() == 1 &&
                         document_.tokens[unit.tokens.begin].letters == LetterCase::kLower;
  // `secondo dello stesso Rossi`
  before_.second = (role && coaching_role(lexicon_, document_, u) == "assistant_coach") ||
                   is(second_) || (before_.second && (describes || is_preposition(unit.word)));
  before_.joined = describes ? before_.word : 0;
  before_.word = unit.word;
  before_.joins = is(joined_);
  before_.object = false;
  if (is(vacated_)) before_.replaced_at = u;
  if (is(coming_)) before_.comes_at = u;
  if (has(u, UnitKind::kPunct)) before_.subordinate = false;
  if (is(conjunction_) || is(where_)) {
    before_.subordinate_at = u;
  } else if (has(u, UnitKind::kVerb) || has(u, UnitKind::kPunct)) {
    before_.subordinate_at = kNoIndex;
  }
  if (has(u, UnitKind::kVerb)) pass_verb(u);
}

void Focus::Collector::pass_verb(Index u) {
  const VerbGroup* group = verb_of(document_, u);
  if (group == nullptr) return;
  const VerbGroup& verb = *group;
  const bool active = verb.voice == Voice::kActive;
  const bool finite = verb.form == Form::kFinite;
  before_.verb = before_.verb || finite;
  // `fa esordire Rossi`
  const VerbGroup* above = u > clause_->units.begin ? verb_of(document_, u - 1) : nullptr;
  const bool made =
      verb.form == Form::kInfinitive && above != nullptr && lexicon_.in_list(above->lemma, makes_);
  before_.object = active && (made || !lexicon_.in_list(verb.lemma, follows_));
  before_.replaced_at = active && lexicon_.in_list(verb.lemma, replaces_) ? u : kNoIndex;
  // `lo fa esordire Verdi`, `a lanciarlo è Verdi`
  const bool finds = active && verb.clitic_object && lexicon_.in_list(verb.lemma, finds_);
  if (finds || !(made || (before_.found_at != kNoIndex && lexicon_.in_list(verb.lemma, follows_))))
    before_.found_at = finds ? u : kNoIndex;
  Index& first = focus_.first_verb_[clause_->sentence];
  if (finite && clause_->parent == kNoIndex && first == kNoIndex)
    first = document_.units[u].tokens.begin;
}

void Focus::collect() {
  const std::size_t sentences = document_.sentences.size();
  first_naming_.assign(entities_.persons.size(), kNoIndex);
  first_club_naming_.assign(entities_.clubs.size(), kNoIndex);
  other_post_.assign(entities_.persons.size(), false);
  officer_.assign(entities_.persons.size(), false);
  plain_club_.assign(entities_.clubs.size(), false);
  persons_in_.assign(sentences, {});
  clubs_in_.assign(sentences, {});
  first_verb_.assign(sentences, kNoIndex);
  Collector(*this).run();
  std::sort(competitions_.begin(), competitions_.end(), [&](Index one, Index two) {
    return document_.units[one].tokens.begin < document_.units[two].tokens.begin;
  });
  collect_headings();
  index_by_sentence(persons_, persons_in_);
  index_by_sentence(clubs_, clubs_in_);
}

}  // namespace panchina
