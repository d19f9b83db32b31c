#include "resolve/time/dashes.h"

namespace panchina {
namespace {

bool is_dash(const Document& document, Index token) {
  return document.tokens[token].mark == '-' && document.tokens[token].space_before;
}

}  // namespace

IndexRange dashed_relative(const Document& document, const Lexicon& lexicon, Index relative,
                           Index dash, Index end) {
  if (dash + 1 >= end || !is_dash(document, dash)) return {};
  if (!lexicon.in_list(document.tokens[dash + 1].word, relative)) return {};
  for (Index i = dash + 1; i < end; ++i) {
    if (is_dash(document, i)) return {dash + 1, i};
  }
  return {};
}

}  // namespace panchina
