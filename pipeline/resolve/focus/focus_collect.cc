// What the focus knows before its pass: whom and what every unit names.
#include <algorithm>

#include "document/features.h"
#include "resolve/focus/focus.h"
#include "resolve/focus/posts.h"

namespace panchina {
namespace {

// By section: whether it names somebody in full.
std::pmr::vector<bool> named_in_full(const Document& document, const EntityView& entities) {
  std::pmr::vector<bool> found(document.sections.size(), false, document.scratch());
  for (const Clause& clause : document.clauses) {
    const Index section = document.blocks[document.sentences[clause.sentence].block].section;
    for (Index u = clause.units.begin; u < clause.units.end; ++u) {
      const Index person = entities.person_of_unit[u];
      if (person != kNoIndex && !entities.persons[person].key.empty()) found[section] = true;
    }
  }
  return found;
}

// `Carmine, ci sei?`, `mio nonno Cataldo`: a first name that is nobody's of those named in full.
bool is_first_name(const Document& document, const EntityView& entities, Index unit) {
  const Index person = entities.person_of_unit[unit];
  if (person == kNoIndex || !entities.persons[person].key.empty()) return false;
  const Reading* reading = reading_of(document, unit, UnitKind::kPerson);
  return reading != nullptr && reading->how != How::kDescriptor &&
         document.names[reading->value].surname.empty();
}

// `il dimissionario`, `l'esonerato`: an article and one word behind it.
bool is_epithet(const Document& document, const Clause& clause, Index u) {
  const IndexRange tokens = document.units[u].tokens;
  return u > clause.units.begin && document.units[u - 1].transparent && tokens.size() == 1 &&
         document.tokens[tokens.begin].letters == LetterCase::kLower;
}

}  // namespace

// `Barlettano, 51 anni, Rossi era sbarcato`: where he comes from.
bool Focus::describes_person(const Clause& clause, Index u) const {
  const Index first = document_.units[u].tokens.begin;
  return entities_.indirect[u] && first == document_.sentences[clause.sentence].tokens.begin &&
         document_.units[u].tokens.end < document_.tokens.size() &&
         document_.tokens[document_.units[u].tokens.end].mark == ',';
}

void Focus::collect() {
  first_naming_.assign(entities_.persons.size(), kNoIndex);
  other_post_.assign(entities_.persons.size(), false);
  officer_.assign(entities_.persons.size(), false);
  plain_club_.assign(entities_.clubs.size(), false);
  constexpr Index kScoreReach = 6;  // units
  const std::size_t sentences = document_.sentences.size();
  persons_in_.assign(sentences, {});
  clubs_in_.assign(sentences, {});
  const Index against = lexicon_.find_list("opponent");
  const Index rival = lexicon_.find_list("rival");
  const Index once = lexicon_.find_list("match_former");
  const Index follows = lexicon_.find_list("subject_follows");
  const Index makes = lexicon_.find_list("causative");
  const Index genitive = lexicon_.find_list("genitive");
  const Index inside = lexicon_.find_list("inside");
  const Index bare = lexicon_.find_list("bare_genitive");
  const Index bystander = lexicon_.find_list("bystander");
  const Index ground = lexicon_.find_list("ground");
  const Index at_town = lexicon_.find_list("town_at");
  const Index where = lexicon_.find_list("relative_place");
  const Index relative = lexicon_.find_list("relative");
  const Index joined = lexicon_.find_list("joined_preposition");
  const Index former = lexicon_.find_list("match_former");
  const Index vacated = lexicon_.find_list("vacated");
  const Index second = lexicon_.find_list("staff_second");
  const Index replaces = lexicon_.find_list("verb_replaces");
  const Index conjunction = lexicon_.find_list("subordinate");
  const std::pmr::vector<bool> named = named_in_full(document_, entities_);
  first_verb_.assign(sentences, kNoIndex);
  for (Index c = 0; c < document_.clauses.size(); ++c) {
    const Clause& clause = document_.clauses[c];
    const Block& block = document_.blocks[document_.sentences[clause.sentence].block];
    const Index section = block.section;
    Index word_before = 0;
    Index replaced_at = kNoIndex;     // `al posto`, `subentra`: who is named next was replaced
    Index joined_before = 0;          // `dell'`, and one word that may describe a name since
    Index subordinate_at = kNoIndex;  // `quando`, and no verb or mark since
    bool object = false;              // an active verb stands right before
    bool role_before = false;
    bool second_before = false;  // an assistant's post, and no more than a preposition since
    bool ground_before = false;
    Index doer = kNoIndex;  // the club that the clause's first verb is told of
    bool verb_before = false;
    Index score_reach = 0;  // `lo 0-3 rimediato col`: the clubs up to here may be opponents
    for (Index u = clause.units.begin; u < clause.units.end; ++u) {
      const Unit& unit = document_.units[u];
      // Where others are named in full, no passage is about a mere first name.
      const bool mere = named[section] && is_first_name(document_, entities_, u);
      const Index person = mere ? kNoIndex : entities_.person_of_unit[u];
      // `rientrato in Italia`: a land, not its team.
      const bool land =
          (unit.kinds & kind_bit(UnitKind::kNation)) != 0 && lexicon_.in_list(word_before, inside);
      const bool other = land || entities_.youth_side[u] || describes_person(clause, u);
      const Index club = other ? kNoIndex : entities_.club_of_unit[u];
      if (person != kNoIndex || club != kNoIndex) {
        Seen seen;
        seen.unit = u;
        seen.at = unit.tokens.begin;
        seen.clause = c;
        // `«Io, Rossi e quella notte»`: of whom somebody else speaks.
        const bool heads = block.label == BlockLabel::kTitle || block.label == BlockLabel::kHeading;
        const bool spoken = person != kNoIndex && heads && quoted_[unit.tokens.begin];
        seen.inner = clause.parent != kNoIndex || spoken;
        seen.indirect = entities_.indirect[u];
        const Token& first = document_.tokens[unit.tokens.begin];
        // `Lecco (2004-05)`, `Rieti 79-83`: a station of a career.
        const Index behind = unit.tokens.end;
        seen.station = club != kNoIndex && behind < document_.tokens.size() &&
                       (document_.tokens[behind].mark == '(' ||
                        (u + 1 < clause.units.end && word_before == 0 &&
                         (document_.units[u + 1].kinds & kind_bit(UnitKind::kDate)) != 0));
        const bool described = person != kNoIndex && joined_before != 0;
        const Index governor = described ? joined_before : word_before;
        seen.preposition = lexicon_.preposition(governor) != kNoIndex ||
                           lexicon_.preposition(first.word) != kNoIndex;
        seen.governed = object || seen.preposition;
        if (person != kNoIndex) {
          constexpr Index kReach = 5;  // units
          seen.replaced = seen.governed && replaced_at != kNoIndex && u - replaced_at < kReach;
          replaced_at = kNoIndex;
          seen.subordinate =
              !seen.governed && subordinate_at != kNoIndex && u - subordinate_at < kReach;
        }
        seen.genitive = lexicon_.in_list(governor, genitive);
        seen.bare = lexicon_.in_list(governor, bare);
        seen.ground = seen.genitive && ground_before;
        seen.post = (seen.genitive || (seen.bare && person != kNoIndex)) && role_before;
        // `vice di Rossi`, `da secondo a Rossi`: whom somebody else helps.
        seen.chief = person != kNoIndex && second_before && seen.preposition;
        if (seen.chief) seen.bare = seen.post = true;
        const bool score_next =
            (u + 1 < clause.units.end &&
             (document_.units[u + 1].kinds & kind_bit(UnitKind::kScore))) ||
            (u > clause.units.begin && (document_.units[u - 1].kinds & kind_bit(UnitKind::kScore)));
        // `Rossi, ex Olbia e Lecco`: no more than a rival is it whom the passage is about.
        const bool listed = club != kNoIndex && !clubs_.empty() && clubs_.back().former &&
                            clubs_.back().clause == c && clubs_.back().unit + 2 == u &&
                            lexicon_.in_list(word_before, and_);
        seen.former = club != kNoIndex && (lexicon_.in_list(word_before, once) || listed);
        // `il Lecco festeggia a Varese`: in whose town.
        const bool away = club != kNoIndex && doer != kNoIndex && doer != club && verb_before &&
                          (unit.kinds & kind_bit(UnitKind::kPlace)) != 0 &&
                          lexicon_.in_list(word_before, at_town);
        seen.opponent = lexicon_.in_list(word_before, against) || score_next || seen.former || away;
        seen.aside =
            club != kNoIndex && (aside_.contain_match(c, u) || aside_.contain_former(c, u));
        seen.rival = lexicon_.in_list(word_before, rival) || u < score_reach;
        seen.antecedent =
            u + 1 < clause.units.end && lexicon_.in_list(document_.units[u + 1].word, relative);
        if (person != kNoIndex && !seen.antecedent && u + 2 < clause.units.end) {
          const Index comma = document_.units[u + 1].tokens.begin;
          seen.antecedent = document_.tokens[comma].mark == ',' &&
                            lexicon_.in_list(document_.units[u + 2].word, relative);
        }
        for (Index w = u + 2; club != kNoIndex && w < clause.units.end && w <= u + 3; ++w) {
          const bool comma = document_.tokens[document_.units[u + 1].tokens.begin].mark == ',';
          seen.where =
              seen.where ||
              (comma && lexicon_.in_list(document_.units[w].word, where) &&
               (w == u + 2 || lexicon_.preposition(document_.units[u + 2].word) != kNoIndex));
        }
        const auto dash = [&](Index unit_at) {
          return document_.tokens[document_.units[unit_at].tokens.begin].mark == '-';
        };
        seen.paired = club != kNoIndex && ((u + 2 < clause.units.end && dash(u + 1) &&
                                            entities_.club_of_unit[u + 2] != kNoIndex) ||
                                           (u >= clause.units.begin + 2 && dash(u - 1) &&
                                            entities_.club_of_unit[u - 2] != kNoIndex));
        if (person != kNoIndex) {
          seen.entity = person;
          first_naming_[person] = std::min(first_naming_[person], seen.at);
          persons_.push_back(seen);
          const bool titled =
              u > clause.units.begin && lexicon_.in_list(document_.units[u - 1].word, bystander);
          const Index post = other_post(lexicon_, document_, clause, u, former);
          if (titled || post != kNoIndex) other_post_[person] = true;
          if (titled || (post != kNoIndex && lexicon_.roles()[post].id != "player"))
            officer_[person] = true;
        } else {
          seen.entity = club;
          clubs_.push_back(seen);
          if (!verb_before) doer = seen.governed ? kNoIndex : club;
          plain_club_[club] = plain_club_[club] || !(seen.opponent || seen.aside);
        }
      }
      if (unit.kinds & kind_bit(UnitKind::kScore)) score_reach = u + kScoreReach;
      // `Viareggio` is the club where it is read so, and no cup.
      const bool club_here = entities_.club_of_unit[u] != kNoIndex;
      if ((unit.kinds & kind_bit(UnitKind::kCompetition)) != 0 && !club_here) {
        competitions_.push_back(u);
      }
      if (unit.transparent) continue;
      // `ha rilevato il dimissionario Rossi`: one word that describes whom the verb is told of.
      if ((object || replaced_at != kNoIndex) && u + 1 < clause.units.end &&
          is_epithet(document_, clause, u) && entities_.person_of_unit[u + 1] != kNoIndex) {
        continue;
      }
      // `la panchina del`: a role, and the preposition behind it.
      role_before = (unit.kinds & kind_bit(UnitKind::kRole)) != 0 ||
                    (role_before &&
                     (lexicon_.in_list(unit.word, genitive) || lexicon_.in_list(unit.word, bare)));
      ground_before = lexicon_.in_list(unit.word, ground) ||
                      (ground_before && lexicon_.in_list(unit.word, genitive));
      const bool describes = lexicon_.in_list(word_before, joined) && unit.tokens.size() == 1 &&
                             document_.tokens[unit.tokens.begin].letters == LetterCase::kLower;
      // `secondo dello stesso Rossi`
      second_before = coaching_role(lexicon_, document_, u) == "assistant_coach" ||
                      lexicon_.in_list(unit.word, second) ||
                      (second_before && (describes || lexicon_.preposition(unit.word) != kNoIndex));
      joined_before = describes ? word_before : 0;
      word_before = unit.word;
      if (lexicon_.in_list(unit.word, vacated)) replaced_at = u;
      object = false;
      if (lexicon_.in_list(unit.word, conjunction)) {
        subordinate_at = u;
      } else if ((unit.kinds & (kind_bit(UnitKind::kVerb) | kind_bit(UnitKind::kPunct))) != 0) {
        subordinate_at = kNoIndex;
      }
      if (const VerbGroup* verb = verb_of(document_, u)) {
        verb_before = verb_before || verb->form == Form::kFinite;
        // `fa esordire Rossi`
        const VerbGroup* above = u > clause.units.begin ? verb_of(document_, u - 1) : nullptr;
        const bool made = verb->form == Form::kInfinitive && above != nullptr &&
                          lexicon_.in_list(above->lemma, makes);
        object = verb->voice == Voice::kActive && (made || !lexicon_.in_list(verb->lemma, follows));
        replaced_at =
            verb->voice == Voice::kActive && lexicon_.in_list(verb->lemma, replaces) ? u : kNoIndex;
        Index& first = first_verb_[clause.sentence];
        if (verb->form == Form::kFinite && clause.parent == kNoIndex && first == kNoIndex)
          first = unit.tokens.begin;
      }
    }
  }
  const auto in_text = [](const Seen& one, const Seen& two) { return one.at < two.at; };
  std::sort(competitions_.begin(), competitions_.end(), [&](Index one, Index two) {
    return document_.units[one].tokens.begin < document_.units[two].tokens.begin;
  });
  collect_headings();
  const auto index = [&](std::pmr::vector<Seen>& seen, std::pmr::vector<IndexRange>& ranges) {
    std::stable_sort(seen.begin(), seen.end(), [&](const Seen& one, const Seen& two) {
      const Index a = sentence_of(one);
      const Index b = sentence_of(two);
      return a != b ? a < b : in_text(one, two);
    });
    for (Index i = 0; i < seen.size(); ++i) {
      IndexRange& range = ranges[sentence_of(seen[i])];
      if (range.empty()) range = {i, i};
      range.end = i + 1;
    }
  };
  index(persons_, persons_in_);
  index(clubs_, clubs_in_);
}

// The nearest heading or title above a block that names a competition: days, rounds and places
// stand between it and the rows.
void Focus::collect_headings() {
  competition_above_.assign(document_.blocks.size(), kNoIndex);
  std::size_t next = 0;
  Index last = kNoIndex, last_block = kNoIndex;
  Index over = kNoIndex;  // what stands alone above the sections that it heads
  for (Index b = 0; b < document_.blocks.size(); ++b) {
    const Block& block = document_.blocks[b];
    if (b > 0 && block.section != document_.blocks[b - 1].section) {
      // `CAMPIONATO DI PROMOZIONE - GIRONE B`, and below it `1. RISULTATI`, `2. CLASSIFICA`
      if (last_block == b - 1) over = last;
      last = over;
    }
    const bool heads = block.label == BlockLabel::kHeading || block.label == BlockLabel::kTitle ||
                       block.label == BlockLabel::kDateline;
    bool first = true;
    for (; next < competitions_.size(); ++next) {
      const Index at = document_.units[competitions_[next]].tokens.begin;
      if (at >= block.tokens.end) break;
      if (heads && first && at >= block.tokens.begin) {
        last = competitions_[next];
        last_block = b;
        first = false;
      }
    }
    competition_above_[b] = last;
  }
}

}  // namespace panchina
