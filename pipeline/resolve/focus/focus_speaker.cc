// Who speaks: whose turn of a conversation a paragraph is, whose words stand in quotation marks,
// which club says `we`.
#include <algorithm>

#include "resolve/focus/focus.h"

namespace panchina {

// `ROSSI: Firmai a luglio.`, `Il tecnico Rossi: «Firmai a luglio. Mi mandarono via a marzo»`.
void Focus::find_speakers() {
  constexpr Index kLabel = 4;  // tokens before a turn's colon: a time, two names
  speakers_.assign(document_.tokens.size(), kNoIndex);
  for (const Block& block : document_.blocks) {
    Index turn = kNoIndex, quoted = kNoIndex;
    bool open = false;
    for (Index s = block.sentences.begin; s < block.sentences.end; ++s) {
      const IndexRange tokens = document_.sentences[s].tokens;
      Index named = persons_in_[s].begin;  // the first of the sentence that is still to come
      Index subject = kNoIndex;            // the last that stands free before the token
      Index colon_of = kNoIndex;           // ... of those right before a colon
      for (Index t = tokens.begin; t < tokens.end; ++t) {
        while (named < persons_in_[s].end && persons_[named].at < t) {
          const Seen& seen = persons_[named++];
          if (seen.inner) continue;
          if (!seen.governed && subject == kNoIndex) subject = seen.entity;
          if (before_colon(seen)) colon_of = seen.entity;
          const Index behind = document_.units[seen.unit].tokens.end;
          if (s == block.sentences.begin && !open && opens_speech(seen) &&
              behind <= tokens.begin + kLabel) {
            turn = seen.entity;
          }
        }
        if (document_.tokens[t].mark == '"') {
          open = !open;
          const bool told = open && t > tokens.begin && document_.tokens[t - 1].mark == ':';
          quoted = !told ? kNoIndex : colon_of != kNoIndex ? colon_of : subject;
        }
        speakers_[t] = open && quoted != kNoIndex ? quoted : turn;
      }
    }
  }
}

// Whether the words name somebody that the speaker of the hole speaks of: nothing parts the two
// (`racconta Rossi`, behind a closing quotation mark, is who speaks).
bool Focus::is_spoken_of(const Seen& seen, const Hole& hole) const {
  constexpr Index kReach = 40;  // tokens
  if (!hole.speaker || opens_speech(seen)) return false;
  const Index at = document_.units[hole.unit].tokens.begin;
  const Index from = std::min(at, seen.at);
  const Index to = std::max(at, seen.at);
  if (to - from > kReach) return false;
  for (Index t = from; t < to; ++t) {
    const char mark = document_.tokens[t].mark;
    if (mark == '"' || mark == ':' || mark == '-' || mark == '(') return false;
  }
  return true;
}

// Who `noi` are: whose page it is, else whose matches a page tells that says so often, where it is
// about that club too. One whose matches it tells many of owns such a page.
void Focus::find_ourselves() {
  constexpr int kOften = 3;
  ours_ = owner_;
  if (owner_ != kNoIndex || sections_.empty()) return;
  const SectionFocus& first = sections_.front();
  const bool about = first.clear_club && first.hero == first.club;
  if (first.hero == kNoIndex || !(first.told_often || about)) return;
  const Index ours = lexicon_.find_list("own_house");
  int said = own_verbs(Self::kMany).front();
  const IndexRange blocks = document_.sections.front().blocks;
  for (Index b = blocks.begin; b < blocks.end; ++b) {
    const Block& block = document_.blocks[b];
    if (!is_article(block.label)) continue;
    for (Index t = block.tokens.begin; t < block.tokens.end; ++t)
      said += !quoted_[t] && speakers_[t] == kNoIndex &&
              lexicon_.in_list(document_.tokens[t].word, ours);
  }
  if (said < kOften) return;
  ours_ = first.hero;
  if (first.told_often) owner_ = first.hero;
}

Index Focus::ourselves(const Hole& hole) const {
  const Index at = document_.units[hole.unit].tokens.begin;
  if (!hole.we || quoted_[at] || speakers_[at] != kNoIndex || hole.takes(ours_)) return kNoIndex;
  return ours_;
}

}  // namespace panchina
