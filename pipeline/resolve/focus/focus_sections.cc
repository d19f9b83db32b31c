// What the focus knows before its pass: whose page it is, who signs it, whose matches it tells.
#include <algorithm>
#include <array>
#include <span>

#include "document/features.h"
#include "document/readings.h"
#include "resolve/focus/focus.h"
#include "resolve/focus/weights.h"

namespace panchina {

// Whose page it is, by its foot (`A.S. Lecco S.r.l. - Tel. …`) or by the menu above it
// (`L.R. VICENZA | Prima squadra | Shop`, not one of many clubs). Such lines have no units.
Index Focus::find_owner() const {
  const Index imprint = lexicon_.find_list("imprint");
  bool above = true;  // no line of the article yet
  for (const Block& block : document_.blocks) {
    if (is_article(block.label)) {
      above = false;
      continue;
    }
    const auto words = std::span(document_.tokens).subspan(block.tokens.begin, block.tokens.size());
    const bool signs = std::ranges::any_of(
        words, [&](const Token& token) { return lexicon_.in_list(token.word, imprint); });
    const bool menu = above && block.label == BlockLabel::kNavigation;
    if (!signs && !menu) continue;
    Index owner = kNoIndex;
    bool first = false;    // a club is what the block begins with
    bool several = false;  // it names others
    auto hit = std::lower_bound(
        document_.lexicon_hits.begin(), document_.lexicon_hits.end(), block.tokens.begin,
        [](const LexiconHit& one, Index at) { return one.tokens.begin < at; });
    for (; hit != document_.lexicon_hits.end() && hit->tokens.begin < block.tokens.end; ++hit) {
      if (owner != kNoIndex && (signs || several)) break;
      for (Index form = hit->form;; ++form) {
        const LexiconForm& one = lexicon_.forms()[form];
        if (one.kind == FormKind::kClub) {
          first = first || hit->tokens.begin == block.tokens.begin;
          const auto at = std::ranges::find(entities_.clubs, lexicon_.clubs()[one.entry].id);
          if (at != entities_.clubs.end()) {
            const auto club = static_cast<Index>(at - entities_.clubs.begin());
            several = several || (owner != kNoIndex && owner != club);
            if (owner == kNoIndex) owner = club;
          }
        }
        if (!one.more) break;
      }
    }
    if (owner != kNoIndex && (signs || (first && !several))) return owner;
  }
  return kNoIndex;
}

// `Cognome e nome: Rossi Aldo`: whose page it is.
bool Focus::is_labelled(const Seen& seen) const {
  const Index first = document_.sentences[seen.sentence].tokens.begin;
  Index unit = seen.unit;
  while (unit > 0 && document_.units[unit - 1].transparent &&
         document_.units[unit - 1].tokens.begin > first) {
    --unit;  // `Curriculum: dott. Aldo Rossi`
  }
  const Index at = document_.units[unit].tokens.begin;
  return at >= first + 2 && document_.tokens[at - 1].mark == ':' &&
         lexicon_.in_list(document_.tokens[at - 2].word, name_label_);
}

// Of whom a section is the portrait: the one name that stands on a line of its own in it, before or
// right behind its first paragraph (`Aldo Rossi`, over his page). The last line is who wrote it.
Index Focus::portrayed(const Section& section) const {
  constexpr Index kLines = 8;
  Index alone = kNoIndex, lines = 0, first = 0;
  for (Index b = section.blocks.begin; b < section.blocks.end; ++b) {
    const Block& block = document_.blocks[b];
    if (!is_article(block.label)) continue;
    for (Index s = block.sentences.begin; s < block.sentences.end; ++s) {
      ++lines;
      const IndexRange persons = persons_in_[s];
      if (persons.size() != 1) continue;
      const Seen& seen = persons_[persons.begin];
      const IndexRange name = document_.units[seen.unit].tokens;
      const IndexRange whole = document_.sentences[s].tokens;
      if (name.size() < 2 || whole.size() > name.size() + 1 || name.begin != whole.begin) continue;
      if (alone != kNoIndex && alone != seen.entity) return kNoIndex;  // a list
      if (alone == kNoIndex && lines > kLines) return kNoIndex;
      if (alone == kNoIndex) first = lines;
      alone = seen.entity;
    }
  }
  return first > 1 && first == lines ? kNoIndex : alone;
}

// Whether a paragraph opens as a life, without a name: `Nato a Como, …`, `Da calciatore, …`.
bool Focus::opens_nameless_life(const Block& block) const {
  constexpr Index kReach = 8;  // tokens
  if (block.sentences.empty() || !persons_in_[block.sentences.begin].empty()) return false;
  const Index begin = block.tokens.begin, end = std::min(block.tokens.end, begin + kReach);
  if (lexicon_.in_list(document_.tokens[begin].word, life_opener_)) return true;
  for (Index t = begin; t + 1 < end; ++t) {
    const Index next = document_.tokens[t + 1].word;
    if (!lexicon_.in_list(document_.tokens[t].word, as_post_)) continue;
    if (lexicon_.in_list(next, playing_) || lexicon_.in_list(next, bench_)) return true;
  }
  return false;
}

// Of whom a section tells that opens as a life and names nobody: who is named first in its last
// paragraph, in full and as the only one there: `Per Aldo Rossi, classe '75, è il ritorno`.
Index Focus::named_last(const Section& section) const {
  constexpr Index kSeveral = 3;  // paragraphs
  Index paragraphs = 0, last = kNoIndex;
  for (Index b = section.blocks.begin; b < section.blocks.end; ++b) {
    const Block& block = document_.blocks[b];
    if (!is_article(block.label)) continue;
    const bool body = block.label == BlockLabel::kBody;
    if (body) last = b;
    if (!body || paragraphs > 0) {
      paragraphs += body ? 1 : 0;
      continue;
    }
    for (Index i = block.sentences.begin; i < block.sentences.end; ++i)
      if (!persons_in_[i].empty()) return kNoIndex;
    if (!opens_nameless_life(block)) return kNoIndex;
    ++paragraphs;
  }
  if (paragraphs < kSeveral) return kNoIndex;
  const Block& block = document_.blocks[last];
  Index found = kNoIndex;
  for (Index i = block.sentences.begin; i < block.sentences.end; ++i) {
    for (Index at = persons_in_[i].begin; at < persons_in_[i].end; ++at) {
      const Seen& seen = persons_[at];
      const IndexRange name = document_.units[seen.unit].tokens;
      const bool alone = name.size() >= document_.sentences[i].tokens.size();  // who wrote it
      if (found == seen.entity || name.size() < 2) continue;
      if (found != kNoIndex || alone || seen.genitive || seen.bare ||
          first_naming_[seen.entity] < block.tokens.begin)
        return kNoIndex;
      found = seen.entity;
    }
  }
  return found;
}

// Of whom a section tells that opens as a life: who alone is named in full, and for the first time,
// in its last sentence, where whoever it names before is no more than an object, somebody's chief
// or put in a bracket: `… subentrando a Neri. Per Aldo Rossi, questo il suo nome, è un ritorno`.
Index Focus::named_at_the_end(const Section& section) const {
  Index last = kNoIndex;  // sentence
  for (Index b = section.blocks.begin; b < section.blocks.end; ++b) {
    const Block& block = document_.blocks[b];
    if (!is_article(block.label) || block.sentences.empty()) continue;
    const bool body = block.label == BlockLabel::kBody;
    if (body && last == kNoIndex && !opens_nameless_life(block)) return kNoIndex;
    if (body) last = block.sentences.end - 1;
  }
  Index found = kNoIndex;
  if (last == kNoIndex) return found;
  for (Index b = section.blocks.begin; b < section.blocks.end; ++b) {
    const Block& block = document_.blocks[b];
    if (!is_article(block.label)) continue;
    for (Index s = block.sentences.begin; s < block.sentences.end && s <= last; ++s) {
      for (Index at = persons_in_[s].begin; at < persons_in_[s].end; ++at) {
        const Seen& seen = persons_[at];
        if (s < last) {
          if (!seen.governed && !seen.inner) return kNoIndex;
          continue;
        }
        const IndexRange name = document_.units[seen.unit].tokens;
        const IndexRange words = document_.sentences[s].tokens;
        if (found == seen.entity) continue;
        if (found != kNoIndex || name.size() < 2 || name.size() >= words.size() || seen.genitive ||
            seen.bare || first_naming_[seen.entity] < words.begin) {
          return kNoIndex;
        }
        found = seen.entity;
      }
    }
  }
  return found;
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

// Which tokens stand inside quotation marks.
std::pmr::vector<bool> Focus::quoted_tokens() const {
  std::pmr::vector<bool> quoted(document_.tokens.size(), false, document_.scratch());
  for (const Block& block : document_.blocks) {
    bool open = false;
    for (Index t = block.tokens.begin; t < block.tokens.end; ++t) {
      open = open != (document_.tokens[t].mark == '"');
      quoted[t] = open;
    }
  }
  return quoted;
}

// Verbs of the first person outside quotation marks, by section; of the plural, those of nobody's
// turn of a conversation.
std::pmr::vector<int> Focus::own_verbs(Self self) const {
  std::pmr::vector<int> verbs(document_.sections.size(), 0, document_.scratch());
  for (const Clause& clause : document_.clauses) {
    const Block& block = document_.blocks[document_.sentences[clause.sentence].block];
    for (Index u = clause.units.begin; u < clause.units.end; ++u) {
      const VerbGroup* verb = verb_of(document_, u);
      if (verb == nullptr || verb->form != Form::kFinite || verb->person != 1 ||
          verb->plural != (self == Self::kMany))
        continue;
      const Index at = document_.units[u].tokens.begin;
      if (self == Self::kMany && speakers_[at] != kNoIndex) continue;
      if (block.label == BlockLabel::kBody && !quoted_[at]) ++verbs[block.section];
    }
  }
  return verbs;
}

// `Aldo Rossi (Lecco, 28 febbraio 1961) è …`: the first words of somebody's life.
bool Focus::opens_life(const Seen& seen) const {
  const Clause& clause = document_.clauses[seen.clause];
  if (seen.at != document_.sentences[clause.sentence].tokens.begin) return false;
  const Index behind = seen.unit + 1;
  if (behind >= clause.units.end) return false;
  const IndexRange inside = inside_bracket(document_, behind);
  for (Index u = inside.begin; u < inside.end; ++u) {
    if ((document_.units[u].kinds & kind_bit(UnitKind::kDate)) != 0) return true;
  }
  return false;
}

// Whose matches each section tells: of the clubs that are no opponents there, by any name, the one
// that its title, its lead and its sentences hold most often; in a derby the two.
void Focus::find_heroes() {
  constexpr int kOften = 8;  // weight of one that is no chance mention
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
    section.told_often = most[0].first >= kOften;
    if (owner_ != kNoIndex) section.hero = owner_;
    if (most[1].first > 0 && most[1].first >= most[2].first * 2 &&
        most[0].first < most[1].first * 3) {
      section.two = {entity(0), entity(1)};
    }
  }
}

// The nearest heading or title above a block that names a competition: days, rounds and places
// stand between it and the rows. `LA PROMOZIONE IN SERIE B` is a step, no league.
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
      if (heads && first && at >= block.tokens.begin && !is_step(competitions_[next])) {
        last = competitions_[next];
        last_block = b;
        first = false;
      }
    }
    competition_above_[b] = last;
  }
}

}  // namespace panchina
