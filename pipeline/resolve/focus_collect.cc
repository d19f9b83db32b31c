// What the focus knows before its pass: whom and what every unit names, whom each section is about.
#include <algorithm>
#include <array>

#include "document/features.h"
#include "resolve/focus.h"
#include "resolve/posts.h"

namespace panchina {
namespace {

// Weights of persons or clubs, of one section after the other. Time of clear(): of those weighed.
class Weights {
 public:
  Weights(std::size_t entities, Memory* memory) : weight_(entities, kNone, memory), all_(memory) {}
  void add(Index entity, int weight) {
    if (weight_[entity] == kNone) {
      weight_[entity] = 0;
      all_.push_back(entity);
    }
    weight_[entity] += weight;
  }
  int operator[](Index entity) const { return weight_[entity]; }
  const std::pmr::vector<Index>& weighed() const { return all_; }
  void clear() {
    for (const Index entity : all_) weight_[entity] = kNone;
    all_.clear();
  }

 private:
  static constexpr int kNone = -1;  // no weight is negative
  std::pmr::vector<int> weight_;    // by entity
  std::pmr::vector<Index> all_;     // those with a weight, each once
};

}  // namespace

// `Barlettano, 51 anni, Rossi era sbarcato`: where he comes from.
bool Focus::describes_person(const Clause& clause, Index u) const {
  const Index first = document_.units[u].tokens.begin;
  return entities_.indirect[u] && first == document_.sentences[clause.sentence].tokens.begin &&
         document_.units[u].tokens.end < document_.tokens.size() &&
         document_.tokens[document_.units[u].tokens.end].mark == ',';
}

void Focus::collect() {
  other_post_.assign(entities_.persons.size(), false);
  constexpr Index kScoreReach = 6;  // units
  const std::size_t sentences = document_.sentences.size();
  persons_in_.assign(sentences, {});
  clubs_in_.assign(sentences, {});
  const Index against = lexicon_.find_list("opponent");
  const Index rival = lexicon_.find_list("rival");
  const Index follows = lexicon_.find_list("subject_follows");
  const Index genitive = lexicon_.find_list("genitive");
  const Index inside = lexicon_.find_list("inside");
  const Index bare = lexicon_.find_list("bare_genitive");
  const Index bystander = lexicon_.find_list("bystander");
  const Index ground = lexicon_.find_list("ground");
  const Index where = lexicon_.find_list("relative_place");
  const Index relative = lexicon_.find_list("relative");
  const Index joined = lexicon_.find_list("joined_preposition");
  const Index vacated = lexicon_.find_list("vacated");
  const Index replaces = lexicon_.find_list("verb_replaces");
  first_verb_.assign(sentences, kNoIndex);
  for (Index c = 0; c < document_.clauses.size(); ++c) {
    const Clause& clause = document_.clauses[c];
    Index word_before = 0;
    Index replaced_at = kNoIndex;  // `al posto`, `subentra`: who is named next was replaced
    Index joined_before = 0;       // `dell'`, and one word that may describe a name since
    bool object = false;           // an active verb stands right before
    bool role_before = false;
    bool ground_before = false;
    Index score_reach = 0;  // `lo 0-3 rimediato col`: the clubs up to here may be opponents
    for (Index u = clause.units.begin; u < clause.units.end; ++u) {
      const Unit& unit = document_.units[u];
      const Index person = entities_.person_of_unit[u];
      // `rientrato in Italia`: a land, not its team.
      const bool land =
          (unit.kinds & kind_bit(UnitKind::kNation)) != 0 && lexicon_.in_list(word_before, inside);
      const bool other = land || describes_person(clause, u);
      const Index club = other ? kNoIndex : entities_.club_of_unit[u];
      if (person != kNoIndex || club != kNoIndex) {
        Seen seen;
        seen.unit = u;
        seen.at = unit.tokens.begin;
        seen.clause = c;
        seen.inner = clause.parent != kNoIndex;
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
        }
        seen.genitive = lexicon_.in_list(governor, genitive);
        seen.bare = lexicon_.in_list(governor, bare);
        seen.ground = seen.genitive && ground_before;
        seen.post = (seen.genitive || (seen.bare && person != kNoIndex)) && role_before;
        const bool score_next =
            (u + 1 < clause.units.end &&
             (document_.units[u + 1].kinds & kind_bit(UnitKind::kScore))) ||
            (u > clause.units.begin && (document_.units[u - 1].kinds & kind_bit(UnitKind::kScore)));
        seen.opponent = lexicon_.in_list(word_before, against) || score_next;
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
          persons_.push_back(seen);
          const bool titled =
              u > clause.units.begin && lexicon_.in_list(document_.units[u - 1].word, bystander);
          if (titled || has_other_post(lexicon_, document_, clause, u)) other_post_[person] = true;
        } else {
          seen.entity = club;
          clubs_.push_back(seen);
        }
      }
      if (unit.kinds & kind_bit(UnitKind::kScore)) score_reach = u + kScoreReach;
      if (unit.kinds & kind_bit(UnitKind::kCompetition)) competitions_.push_back(u);
      if (unit.transparent) continue;
      // `la panchina del`: a role, and the preposition behind it.
      role_before = (unit.kinds & kind_bit(UnitKind::kRole)) != 0 ||
                    (role_before &&
                     (lexicon_.in_list(unit.word, genitive) || lexicon_.in_list(unit.word, bare)));
      ground_before = lexicon_.in_list(unit.word, ground) ||
                      (ground_before && lexicon_.in_list(unit.word, genitive));
      const bool describes = lexicon_.in_list(word_before, joined) && unit.tokens.size() == 1 &&
                             document_.tokens[unit.tokens.begin].letters == LetterCase::kLower;
      joined_before = describes ? word_before : 0;
      word_before = unit.word;
      if (lexicon_.in_list(unit.word, vacated)) replaced_at = u;
      object = false;
      if (const VerbGroup* verb = verb_of(document_, u)) {
        object = verb->voice == Voice::kActive && !lexicon_.in_list(verb->lemma, follows);
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

// Whose page it is by its foot: `A.S. Lecco S.r.l. - Tel. …`. Such lines have no units.
std::pmr::vector<Index> Focus::imprint_clubs() const {
  const Index imprint = lexicon_.find_list("imprint");
  std::pmr::vector<Index> found(document_.scratch());
  bool above = true;  // no line of the article yet
  for (const Block& block : document_.blocks) {
    if (is_article(block.label)) {
      above = false;
      continue;
    }
    bool signs = false;
    for (Index t = block.tokens.begin; t < block.tokens.end && !signs; ++t)
      signs = lexicon_.in_list(document_.tokens[t].word, imprint);
    const bool menu = above && block.label == BlockLabel::kNavigation;
    if (!signs && !menu) continue;
    const std::size_t before = found.size();
    bool first = false;  // a club is what the block begins with
    auto hit = std::lower_bound(
        document_.lexicon_hits.begin(), document_.lexicon_hits.end(), block.tokens.begin,
        [](const LexiconHit& one, Index at) { return one.tokens.begin < at; });
    for (; hit != document_.lexicon_hits.end() && hit->tokens.begin < block.tokens.end; ++hit) {
      for (Index form = hit->form;; ++form) {
        const LexiconForm& one = lexicon_.forms()[form];
        if (one.kind == FormKind::kClub) {
          const std::string& id = lexicon_.clubs()[one.entry].id;
          const auto at = std::find(entities_.clubs.begin(), entities_.clubs.end(), id);
          if (at != entities_.clubs.end())
            found.push_back(static_cast<Index>(at - entities_.clubs.begin()));
          first = first || hit->tokens.begin == block.tokens.begin;
        }
        if (!one.more) break;
      }
    }
    // `L.R. VICENZA | Prima squadra | Shop`: the menu of a club's own page, not one of many clubs.
    const bool alone = std::all_of(found.begin() + static_cast<std::ptrdiff_t>(before), found.end(),
                                   [&](Index club) { return club == found[before]; });
    if (!signs && !(first && alone)) found.resize(before);
  }
  return found;
}

// `Cognome e nome: Rossi Aldo`: whose page it is.
bool Focus::is_labelled(const Seen& seen) const {
  const Index first = document_.sentences[sentence_of(seen)].tokens.begin;
  return seen.at >= first + 2 && document_.tokens[seen.at - 1].mark == ':' &&
         lexicon_.in_list(document_.tokens[seen.at - 2].word, name_label_);
}

// Who signs a section: `Con stima, Aldo Rossi` at its end.
Index Focus::signer(const Section& section) const {
  constexpr Index kLastBlocks = 4;
  constexpr Index kTokensBeside = 10;  // `Con stima`, a town, a day
  Index signer = kNoIndex;
  Index blocks = 0;
  for (Index b = section.blocks.end; b > section.blocks.begin && blocks < kLastBlocks; --b) {
    const Block& block = document_.blocks[b - 1];
    if (!is_article(block.label)) continue;
    ++blocks;
    for (Index s = block.sentences.end; s > block.sentences.begin && signer == kNoIndex; --s) {
      const IndexRange persons = persons_in_[s - 1];
      if (persons.size() != 1 || first_verb_[s - 1] != kNoIndex) continue;
      const Seen& seen = persons_[persons.begin];
      const Index own = document_.units[seen.unit].tokens.size();
      if (!seen.governed && document_.sentences[s - 1].tokens.size() <= own + kTokensBeside)
        signer = seen.entity;
    }
  }
  return signer;
}

// Verbs of the first person singular outside quotation marks, by section.
std::pmr::vector<int> Focus::own_verbs() const {
  std::pmr::vector<bool> quoted(document_.tokens.size(), false, document_.scratch());
  for (const Block& block : document_.blocks) {
    bool open = false;
    for (Index t = block.tokens.begin; t < block.tokens.end; ++t) {
      open = open != (document_.tokens[t].mark == '"');
      quoted[t] = open;
    }
  }
  std::pmr::vector<int> verbs(document_.sections.size(), 0, document_.scratch());
  for (const Clause& clause : document_.clauses) {
    const Block& block = document_.blocks[document_.sentences[clause.sentence].block];
    for (Index u = clause.units.begin; u < clause.units.end; ++u) {
      const VerbGroup* verb = verb_of(document_, u);
      if (verb == nullptr || verb->form != Form::kFinite || verb->person != 1 || verb->plural)
        continue;
      if (block.label == BlockLabel::kBody && !quoted[document_.units[u].tokens.begin])
        ++verbs[block.section];
    }
  }
  return verbs;
}

void Focus::weigh() {
  constexpr int kSigner = 64;
  constexpr int kOwnVerbs = 3;  // of the first person: who signs tells of himself
  const std::pmr::vector<int> told_by_self = own_verbs();
  constexpr int kImprint = 16;
  const std::pmr::vector<Index> owners = imprint_clubs();
  if (!owners.empty()) house_ = owners.front();
  Memory* const memory = document_.scratch();
  sections_.reserve(document_.sections.size());
  for (std::size_t s = 0; s < document_.sections.size(); ++s) sections_.emplace_back(memory);
  Weights person_weight(entities_.persons.size(), memory);
  Weights club_weight(entities_.clubs.size(), memory);
  std::pmr::vector<bool> told_of(document_.units.size(), false, memory);  // by unit
  for (const Hit& hit : document_.hits) {
    if (hit.table) continue;  // rows list many
    for (Index b = hit.bindings.begin; b < hit.bindings.end; ++b) {
      if (document_.bindings[b].unit != kNoIndex) told_of[document_.bindings[b].unit] = true;
    }
  }
  for (Index s = 0; s < document_.sections.size(); ++s) {
    person_weight.clear();
    club_weight.clear();
    const IndexRange blocks = document_.sections[s].blocks;
    int lead = 2;         // sentences of the body that count more
    bool opened = false;  // the body has begun: the headings before it are titles
    for (Index b = blocks.begin; b < blocks.end; ++b) {
      const Block& block = document_.blocks[b];
      if (!is_article(block.label)) continue;
      for (Index i = block.sentences.begin; i < block.sentences.end; ++i) {
        int weight = 2;
        if (block.label == BlockLabel::kTitle) weight = 12;
        if (block.label == BlockLabel::kHeading) weight = opened ? 3 : 8;
        if (block.label == BlockLabel::kTable || block.label == BlockLabel::kLineup) weight = 1;
        if (block.label == BlockLabel::kBody && lead > 0) {
          --lead;
          weight = 6;
        }
        const auto add = [&](const std::pmr::vector<Seen>& seen, IndexRange range, Weights& sums) {
          constexpr Index kList = 4;  // so many clubs are a list: it is about none of them
          const bool list = &seen == &clubs_ && range.size() >= kList;
          for (Index at = range.begin; at < range.end; ++at) {
            const Seen& one = seen[at];
            if (one.indirect) continue;
            if (&seen == &persons_ && is_labelled(one)) sums.add(one.entity, kImprint);
            const int told = told_of[one.unit] ? 2 : 0;
            sums.add(one.entity, (one.opponent || one.inner || one.station || list ? 1 : weight) +
                                     (list || one.station ? 0 : told));
          }
        };
        add(persons_, persons_in_[i], person_weight);
        add(clubs_, clubs_in_[i], club_weight);
        for (Index at = persons_in_[i].begin; at < persons_in_[i].end; ++at)
          sections_[s].persons.count(persons_[at].entity);
        for (Index at = clubs_in_[i].begin; at < clubs_in_[i].end; ++at)
          sections_[s].clubs.count(clubs_[at].entity);
        if (!opened && block.label == BlockLabel::kBody) {
          opened = true;
          sections_[s].first_body = b;
        }
      }
    }
    if (house_ != kNoIndex) club_weight.add(house_, kImprint);
    if (told_by_self[s] >= kOwnVerbs) {
      if (const Index who = signer(document_.sections[s]); who != kNoIndex)
        person_weight.add(who, kSigner);
    }
    const auto heaviest = [](const Weights& sums) {
      Index best = kNoIndex;
      int most = 0;
      for (const Index entity : sums.weighed()) {
        const int weight = sums[entity];
        if (weight > most || (weight == most && entity < best)) {
          most = weight;
          best = entity;
        }
      }
      return best;
    };
    sections_[s].person = heaviest(person_weight);
    sections_[s].club = heaviest(club_weight);
    const auto is_clear = [](const Weights& sums, Index best) {
      int own = 0, rival = 0;
      for (const Index entity : sums.weighed()) {
        const int weight = sums[entity];
        (entity == best ? own : rival) = std::max(entity == best ? own : rival, weight);
      }
      return own > 0 && own >= rival * 2;
    };
    sections_[s].clear_person = is_clear(person_weight, sections_[s].person);
    sections_[s].clear_club = is_clear(club_weight, sections_[s].club);
  }
}

// Whose matches each section tells: of the clubs that are no opponents there, by any name, the one
// that its title, its lead and its sentences hold most often; in a derby the two.
void Focus::find_heroes() {
  Weights weights(entities_.clubs.size(), document_.scratch());
  for (SectionFocus& section : sections_) {
    weights.clear();
    const auto number = static_cast<std::size_t>(&section - sections_.data());
    const IndexRange blocks = document_.sections[number].blocks;
    int lead = 2;
    for (Index b = blocks.begin; b < blocks.end; ++b) {
      const Block& block = document_.blocks[b];
      if (!is_article(block.label) || block.label == BlockLabel::kTable ||
          block.label == BlockLabel::kLineup || block.label == BlockLabel::kList) {
        continue;
      }
      const bool body = block.label == BlockLabel::kBody;
      for (Index i = block.sentences.begin; i < block.sentences.end; ++i) {
        const bool title = block.label == BlockLabel::kTitle || b < section.first_body;
        const int weight = title ? 6 : body && lead > 0 ? 4 : 2;
        if (body && lead > 0) --lead;
        for (Index at = clubs_in_[i].begin; at < clubs_in_[i].end; ++at) {
          const Seen& seen = clubs_[at];
          if (title && seen.paired && section.fixture.first == kNoIndex &&
              at + 1 < clubs_in_[i].end && clubs_[at + 1].paired) {
            section.fixture = {seen.entity, clubs_[at + 1].entity};
          }
          const bool own = !seen.governed || (seen.genitive && !seen.ground) || seen.antecedent;
          weights.add(seen.entity, seen.opponent || seen.inner ? 0 : own ? weight : 1);
        }
      }
    }
    std::array<std::pair<int, Index>, 3> most{};
    for (const Index entity : weights.weighed()) {
      std::pair<int, Index> one{weights[entity], kNoIndex - entity};
      for (auto& other : most) {
        if (one > other) std::swap(one, other);
      }
    }
    const auto entity = [&](std::size_t i) { return kNoIndex - most[i].second; };
    if (most[0].first == 0) continue;
    if (most[0].first >= most[1].first * 2) section.hero = entity(0);
    if (house_ != kNoIndex) section.hero = house_;
    if (most[1].first > 0 && most[1].first >= most[2].first * 2 &&
        most[0].first < most[1].first * 3) {
      section.two = {entity(0), entity(1)};
    }
  }
}

// The nearest heading or title above a block that names a competition: days, rounds and places
// stand between it and the rows.
void Focus::collect_headings() {
  competition_above_.assign(document_.blocks.size(), kNoIndex);
  std::size_t next = 0;
  Index last = kNoIndex;
  for (Index b = 0; b < document_.blocks.size(); ++b) {
    const Block& block = document_.blocks[b];
    if (b > 0 && block.section != document_.blocks[b - 1].section) last = kNoIndex;
    const bool heads = block.label == BlockLabel::kHeading || block.label == BlockLabel::kTitle ||
                       block.label == BlockLabel::kDateline;
    bool first = true;
    for (; next < competitions_.size(); ++next) {
      const Index at = document_.units[competitions_[next]].tokens.begin;
      if (at >= block.tokens.end) break;
      if (heads && first && at >= block.tokens.begin) {
        last = competitions_[next];
        first = false;
      }
    }
    competition_above_[b] = last;
  }
}

}  // namespace panchina
