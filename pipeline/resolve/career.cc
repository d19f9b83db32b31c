#include "resolve/career.h"

#include <algorithm>

namespace panchina {

Careers::Careers(const Document& document, const Lexicon& lexicon) : document_(document) {
  const Index bench = lexicon.find_list("bench_career");
  const Index post = lexicon.find_list("bench_post");
  const Index as = lexicon.find_list("as_post");
  const Index pitch = lexicon.find_list("playing_career");
  const Index honours = lexicon.find_list("honours_career");
  for (Index t = 0; t < document.tokens.size(); ++t) {
    const Index word = document.tokens[t].word;
    if (word == 0) continue;
    const bool starts = document.tokens[t].line_before || t == 0;
    const bool heads = !starts && lexicon.in_list(document.tokens[t - 1].word, as);
    if (lexicon.in_list(word, bench) || (lexicon.in_list(word, post) && (starts || heads))) {
      marks_.push_back({t, Career::kCoach});
    } else if (lexicon.in_list(word, pitch)) {
      marks_.push_back({t, Career::kPlayer});
    } else if (lexicon.in_list(word, honours)) {
      marks_.push_back({t, Career::kHonours});
    }
  }
  opening_.assign(document.blocks.size(), Career::kAny);
  for (Index b = 0; b < document.blocks.size(); ++b) {
    const Block& block = document.blocks[b];
    if (block.heading != kNoIndex && block.heading != b)
      opening_[b] = last_in(document.blocks[block.heading].tokens);
    if (opening_[b] != Career::kAny || b == 0) continue;
    const Block& before = document.blocks[b - 1];
    if (before.section != block.section || before.heading != block.heading) continue;
    const Career closing = last_in(before.tokens);
    opening_[b] = closing == Career::kAny ? opening_[b - 1] : closing;
  }
}

Career Careers::last_in(IndexRange tokens) const {
  const auto behind = std::lower_bound(marks_.begin(), marks_.end(), tokens.end,
                                       [](const Mark& one, Index at) { return one.token < at; });
  if (behind == marks_.begin() || (behind - 1)->token < tokens.begin) return Career::kAny;
  return (behind - 1)->career;
}

Career Careers::at(Index token) const {
  const auto block =
      std::upper_bound(document_.blocks.begin(), document_.blocks.end(), token,
                       [](Index place, const Block& one) { return place < one.tokens.begin; });
  if (block == document_.blocks.begin()) return Career::kAny;
  // Titles are told under their heading, whoever won them.
  const Career opening = opening_[static_cast<std::size_t>(block - 1 - document_.blocks.begin())];
  if (opening == Career::kHonours) return opening;
  const Career told = last_in({(block - 1)->tokens.begin, token + 1});
  return told == Career::kAny ? opening : told;
}

}  // namespace panchina
